/** Folds the log into views and writes them down as reports. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  audienceOf,
  boardOf,
  enrolmentRecord,
  kirkpatrick,
  kirkpatrickFigures,
  kirkpatrickOfAdministration,
  type NeedsRecord,
  needsRecord,
  objectiveOutcomes,
  planRecord,
  programRecord,
  studyRecord,
} from 'training-ops'
import {
  annualNeedsReport,
  evaluationReport,
  htmlOf,
  markdownOf,
  type NeedsSurvey,
  plainText,
  programStatusReport,
  type SpelledDocument,
  spellOut,
} from 'training-ops/reports'
import { drawChart } from './draw-chart.ts'
import { names } from './host-words.ts'
import type { Options } from './options.ts'
import { figureRule } from './publish.ts'
import { leadership } from './reports/leadership.ts'
import { lastInstant, type Named, needTitles, zone } from './reports/log.ts'
import { dutyOf, programsOf } from './reports/programs.ts'
import { oneTranscript, providers, trainers } from './reports/scorecards.ts'
import { board, current, plans, programsOnPlan, satisfaction } from './reports/standing.ts'
import {
  employees,
  headFigures,
  previousYear,
  questionOf,
  statistics,
  targets,
} from './reports/statistics.ts'
import type { YearLedger } from './run.ts'

const needs = (ledger: YearLedger): readonly Named[] => {
  const plans = Object.values(ledger.project(planRecord))
  const programs = programsOnPlan(ledger)
  return Object.entries(ledger.project(needsRecord)).map(([assessmentId, report]) => {
    const plan = plans.find(({ period }) => period?.from === report.scope?.period.from)
    const surveys = surveysOf(ledger, report)
    return [
      `needs-report-${assessmentId}`,
      annualNeedsReport(report, { surveys, programs, ...(plan === undefined ? {} : { plan }) }),
    ] as const
  })
}

/** Questionnaires about needs that were open in the half year before the period of the report. */
const surveysOf = (ledger: YearLedger, { scope }: NeedsRecord): readonly NeedsSurvey[] =>
  Object.values(ledger.project(kirkpatrickOfAdministration)).flatMap((state) =>
    Object.entries(state.asked)
      .filter(([, { purpose }]) => purpose === 'needs' && scope?.period.from === '2026-01-01')
      .map(() => ({
        title: 'Needs of 2026 · 2026 年需求调研',
        method: 'questionnaire to a random fifth of service and sales · 服务、销售人员随机抽样五分之一，问卷',
        population: employees().filter(
          ({ segment: { department } }) => department === 'service' || department === 'sales',
        ).length,
        asked: Object.keys(state.invited).length,
        answered: Object.keys(state.responses).length,
      })),
  )

const status = (ledger: YearLedger): readonly Named[] => {
  const question = questionOf(ledger)
  const others = Object.values(boardOf(question)).filter(({ course }) => course.programId === undefined)
  const programs = programsOf(ledger)
  if (programs.length === 0 && others.length === 0) return []
  const report = programStatusReport({
    asOf: lastInstant(ledger),
    programs,
    needs: needTitles(ledger),
    others,
    figures: headFigures(question),
    targets,
    previous: previousYear(ledger),
  })
  return [['program-status', report]]
}

const evaluations = (ledger: YearLedger): readonly Named[] => {
  const evaluated = ledger.project(kirkpatrick)
  const programs = ledger.project(programRecord)
  const enrolments = ledger.project(enrolmentRecord)
  const titles = needTitles(ledger)
  return Object.entries(ledger.project(studyRecord)).flatMap(([evaluationId, record]) => {
    const { programId } = record
    const state = programId === undefined ? undefined : evaluated[programId]
    if (programId === undefined || state === undefined) return []
    const title = programs[programId]?.title ?? programId
    const program = { programId, title }
    const duty = dutyOf(ledger, programId)
    const report = evaluationReport({
      program,
      ...(duty === undefined ? {} : { duty }),
      needs: Object.keys(programs[programId]?.needs ?? {}).map((needId) => titles[needId] ?? needId),
      record,
      figures: kirkpatrickFigures(state, figureRule),
      outcomes: (figures) =>
        objectiveOutcomes(programs[programId]?.objectives ?? {}, figures, {
          audience: audienceOf(programId, enrolments),
        }),
    })
    return [[`evaluation-report-${evaluationId}`, report] as const]
  })
}

/** Every report the log has something for, in the order in which the year asks for them. */
export const reportsOf = (ledger: YearLedger): readonly Named[] =>
  [
    ...[leadership, needs, plans, status, board, evaluations, satisfaction, statistics, current],
    ...[trainers, providers, oneTranscript],
  ].flatMap((report) => report(ledger))

/** A page of the index: each report with its title and the answer that it begins with, in the languages it was written in. */
const indexPage = (entries: readonly Entry[], languages: Options['languages']): string => {
  const parts = languages.map(
    ({ tag }) =>
      `<section lang="${tag}">\n<h2>${tag === 'en' ? 'English' : '中文'}</h2>\n<ul>\n${entries
        .filter(({ spelled }) => spelled.lang === tag)
        .map(
          ({ file, spelled }) =>
            `<li><a href="${file}">${escaped(plainText(spelled.title))}</a><br>${escaped(headlineOf(spelled))}</li>`,
        )
        .join('\n')}\n</ul>\n</section>`,
  )
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A year of training</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, "Noto Sans", "PingFang SC", "Noto Sans CJK SC", sans-serif; max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
li { margin: 0 0 .75rem; } a { display: inline-block; font-weight: 600; padding: .1rem 0; }
@media (prefers-color-scheme: dark) { body { background: #14191f; color: #e6ebf0; } a { color: #8cc4ee; } }
</style>
</head>
<body>
<main>
<h1>A year of training · 培训这一年</h1>
<p>Hengyuan Instruments, 2025: each report, and the answer it begins with. Everybody and everything is invented.</p>
${parts.join('\n')}
</main>
</body>
</html>
`
}

type Entry = { readonly file: string; readonly spelled: SpelledDocument }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)

const headlineOf = ({ sections }: SpelledDocument): string => {
  const headline = sections[0]?.blocks.find((block) => 'role' in block && block.role === 'headline')
  return headline?.kind === 'paragraph' ? plainText(headline.text) : ''
}

/** Writes every report the log has something for, in every language asked for, and an index of them. */
export const writeReports = async (
  ledger: YearLedger,
  { out, languages }: Options,
): Promise<readonly string[]> => {
  const entries: Entry[] = []
  for (const [name, document] of reportsOf(ledger))
    for (const language of languages) {
      const spelled = spellOut(document, { language, zone, names })
      const file = `${name}.${language.tag}`
      await writeFile(join(out, `${file}.json`), JSON.stringify(spelled))
      await writeFile(join(out, `${file}.md`), markdownOf(spelled))
      await writeFile(join(out, `${file}.html`), htmlOf(spelled, { drawChart }))
      entries.push({ file: `${file}.html`, spelled })
    }
  await writeFile(join(out, 'index.html'), indexPage(entries, languages))
  return entries.map(({ file }) => file)
}
