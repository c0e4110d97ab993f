/** Folds the log into views and writes them down as reports. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  audienceOf,
  boardOf,
  budgetOf,
  commitmentRecord,
  completionFigure,
  coverageFigure,
  enrolmentRecord,
  figureOf,
  hoursPerEmployeeFigure,
  type KirkpatrickFigure,
  type KirkpatrickState,
  kirkpatrick,
  kirkpatrickFigures,
  needsRecord,
  objectiveOutcomes,
  programRecord,
  studyRecord,
} from 'training-ops'
import {
  annualNeedsReport,
  evaluationReport,
  programStatusReport,
  toHtml,
  toMarkdown,
} from 'training-ops/reports'
import { drawChart } from './draw-chart.ts'
import { names } from './host-words.ts'
import type { Options } from './options.ts'
import { figureRule } from './publish.ts'
import { leadership } from './reports/leadership.ts'
import { lastInstant, type Named, needTitles, zone } from './reports/log.ts'
import { oneTranscript, providers, trainers } from './reports/scorecards.ts'
import { questionOf, statistics } from './reports/statistics.ts'
import type { YearLedger } from './run.ts'

const needs = (ledger: YearLedger): readonly Named[] =>
  Object.entries(ledger.project(needsRecord)).map(
    ([assessmentId, report]) => [`needs-report-${assessmentId}`, annualNeedsReport(report)] as const,
  )

const figuresOf = (state: KirkpatrickState | undefined): readonly KirkpatrickFigure[] =>
  state === undefined ? [] : kirkpatrickFigures(state, figureRule)

const status = (ledger: YearLedger): readonly Named[] => {
  const question = questionOf(ledger)
  const board = Object.values(boardOf(question))
  const commitments = ledger.project(commitmentRecord)
  const evaluated = ledger.project(kirkpatrick)
  const programs = Object.entries(ledger.project(programRecord)).map(([programId, state]) => ({
    programId,
    status: state,
    money: budgetOf(programId, state, commitments),
    offerings: board.filter((one) => one.course.programId === programId),
    outcomes: objectiveOutcomes(state.objectives, figuresOf(evaluated[programId]), {
      audience: audienceOf(programId, question.enrolments),
    }),
  }))
  if (programs.length === 0 && board.length === 0) return []
  const report = programStatusReport({
    asOf: lastInstant(ledger),
    programs,
    needs: needTitles(ledger),
    others: board.filter((one) => one.course.programId === undefined),
    figures: {
      M01: figureOf(coverageFigure, question),
      M03: figureOf(hoursPerEmployeeFigure, question),
      M06: figureOf(completionFigure, question),
    },
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
    const report = evaluationReport({
      program,
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

const reportsOf = (ledger: YearLedger): readonly Named[] =>
  [needs, status, evaluations, leadership, statistics, trainers, providers, oneTranscript].flatMap((report) =>
    report(ledger),
  )

/** Writes every report the log has something for, in every language asked for. */
export const writeReports = async (
  ledger: YearLedger,
  { out, languages }: Options,
): Promise<readonly string[]> => {
  const written: string[] = []
  for (const [name, document] of reportsOf(ledger))
    for (const language of languages) {
      const reading = { language, zone, names }
      const forms = {
        md: toMarkdown(document, reading),
        html: toHtml(document, { ...reading, drawChart }),
      }
      for (const [ending, text] of Object.entries(forms)) {
        const file = `${name}.${language.tag}.${ending}`
        await writeFile(join(out, file), text)
        written.push(file)
      }
    }
  return written
}
