import type { KirkpatrickFigure, ObjectiveOutcome } from '../figures/index.ts'
import type { StudyRecord } from '../records/index.ts'
import { given } from '../vocabulary/index.ts'
import { againstOf, type Compared } from './against.ts'
import {
  type Block,
  codeWord,
  column,
  type Datum,
  type Document,
  type Phrase,
  paragraph,
  phrase,
  type Section,
} from './document.ts'
import { moneyChart, objectivesChart, slopeCharts } from './evaluation-charts.ts'
import { figureDatum, figuresTable } from './figures.ts'
import { cautionsOn } from './notes.ts'
import { objectivesTable } from './objectives.ts'
import { composed } from './told-place.ts'
import { returnRange, verdictOn } from './verdict.ts'

export type EvaluationReportInput = Compared & {
  /** The subject of the evaluation: a program, or one class, under its title. */
  readonly program: { readonly programId?: string; readonly title: string }
  /** The titles of the needs that the program answers: the chain of evidence begins with them. */
  readonly needs?: readonly string[]
  /** The title of the statutory duty that asks for the program, if one does: it is then never stopped. */
  readonly duty?: string
  /** The study: findings, improvements, and the report that was published. */
  readonly record: StudyRecord
  /** The figures as they stand; of a published report its own are told, and these are not looked at. */
  readonly figures: readonly KirkpatrickFigure[]
  /**
   * Whether the program's objectives were reached, asked with the figures that stand, the published ones of a published
   * study: `(figures) => objectiveOutcomes(objectives, figures)`.
   */
  readonly outcomes?: (figures: readonly KirkpatrickFigure[]) => readonly ObjectiveOutcome[]
}

/**
 * The training effectiveness evaluation report (培训效果评估报告): Kirkpatrick's four levels and Phillips's fifth,
 * each figure with its n and its definition, then what was found and what is done about it.
 *
 * @example
 * ```ts
 * import { studyRecord } from 'training-ops'
 * import { en, evaluationReport, toMarkdown } from 'training-ops/reports'
 * const report = evaluationReport({ program: { title: 'Leading a team' }, record: studyRecord.initial(), figures: [] })
 * toMarkdown(report, { language: en, zone: 'UTC' }).split('\n')[0] // => '# Training effectiveness evaluation report: Leading a team'
 * ```
 */
export const evaluationReport = (input: EvaluationReportInput): Document =>
  composed('evaluationReport', input, documentOf)

const documentOf = (input: EvaluationReportInput): Document => {
  const { program, record } = input
  const figures = published(record, input.figures)
  const outcomes = input.outcomes?.(figures) ?? []
  const [items, told] = [figures.filter(isOfItem), figures.filter((figure) => !isOfItem(figure))]
  const open = Object.values(record.improvements).filter(({ status }) => status === 'open')
  return {
    title: phrase('evaluation.title', { program: program.title }),
    ...given({
      headline: headlineOf(outcomes, figures),
      verdict: verdictOn({ outcomes, figures, ...given({ duty: input.duty }) }),
    }),
    recommendations: open.map(({ action, findingId, owner, due }) => ({
      action,
      because: record.findings[findingId]?.statement ?? findingId,
      owner,
      due: { day: due },
    })),
    targets: againstOf(figuresOfLevels(figures), input),
    limitations: cautionsOn(figures, cautions),
    blocks: [
      chainTable(input, outcomes, figures),
      ...objectivesChart(outcomes),
      paragraph('evaluation.purpose'),
      ...(outcomes.length === 0 ? [] : [paragraph('evaluation.objectives'), objectivesTable(outcomes)]),
    ],
    sections: [
      ...([1, 2, 3, 4, 5] as const)
        .filter((level) => record.levels.includes(level))
        .map((level) => levelSection(level, record, told)),
      findingsSection(record),
      improvementsSection(record),
      { heading: phrase('evaluation.reading.heading'), blocks: [paragraph('evaluation.reading.text')] },
    ],
    appendix: [
      { heading: phrase('evaluation.method'), blocks: [facts(record)] },
      ...(items.length === 0 ? [] : [{ heading: phrase('evaluation.items'), blocks: figuresTable(items) }]),
    ],
  }
}

/** Test questions one by one, which say how good the test is, and nothing of the training. */
const isOfItem = ({ level, of }: KirkpatrickFigure): boolean => level === 2 && of.item !== undefined

/** The notes that a reader must know before relying on any of it. */
const cautions = ['RestsOnEstimates', 'ParallelTrendsUntested', 'CostCategoryMissing', 'ResponseBiased']

/** The one figure of each level that the chain is told by, in the order in which it is looked for. */
const telling: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly string[]>> = {
  1: ['M32', 'M33'],
  2: ['M46', 'M40', 'M43'],
  3: ['M60', 'M62'],
  4: ['M72', 'M72b', 'M73', 'M70'],
  5: ['M83', 'M82'],
}

const figureAt = (
  level: 1 | 2 | 3 | 4 | 5,
  figures: readonly KirkpatrickFigure[],
  metrics: readonly string[] = telling[level],
) => {
  const own = metrics.flatMap((metric) =>
    figures.filter(
      (one) =>
        one.metric === metric &&
        one.level === level &&
        one.of.item === undefined &&
        (one.of.role === undefined || one.of.role === 'supervisor'),
    ),
  )
  return own.find(({ result }) => result.status === 'ok') ?? own[0]
}

/** The figures that the levels are told by: what a target, or the period before, is said of. */
const figuresOfLevels = (figures: readonly KirkpatrickFigure[]): readonly KirkpatrickFigure[] =>
  ([1, 2, 3, 4, 5] as const).flatMap((level) =>
    telling[level].flatMap((metric) => figureAt(level, figures, [metric]) ?? []),
  )

/** The chain of evidence (证据链) on one page: need, objectives, the five levels; a link that is not there says so. */
const chainTable = (
  { needs = [], record }: EvaluationReportInput,
  outcomes: readonly ObjectiveOutcome[],
  figures: readonly KirkpatrickFigure[],
): Block => {
  const said = (words: 'holds' | 'short' | 'broken'): Datum => ({
    phrase: phrase(`evaluation.link.${words}`),
  })
  const link = (is: boolean): Datum => said(is ? 'holds' : 'broken')
  /** It is measured, and an objective of the level was missed, or everything lost more than it brought. */
  const fallsShort = (level: number): boolean =>
    outcomes.some(({ objective, verdict }) => objective.level === level && verdict === 'notReached') ||
    (level === 5 && (returnRange(figures)?.high ?? 0) < 0)
  return {
    kind: 'table',
    caption: phrase('evaluation.chain'),
    columns: [column('evaluation.link'), column('evaluation.link.shown'), column('evaluation.link.is')],
    rows: [
      [
        { phrase: phrase('evaluation.link.need') },
        { list: needs, between: 'clause' },
        link(needs.length > 0),
      ],
      [
        { phrase: phrase('evaluation.link.objectives') },
        {
          list: outcomes.map(({ objectiveId, objective }) => objective.title ?? objectiveId),
          between: 'clause',
        },
        link(outcomes.length > 0),
      ],
      ...([1, 2, 3, 4, 5] as const).map((level): readonly Datum[] => {
        const one = figureAt(level, figures)
        const name: Datum = { phrase: phrase(`evaluation.link.level${level}`) }
        if (one === undefined || !record.levels.includes(level))
          return [name, { phrase: phrase('evaluation.link.notMeasured') }, link(false)]
        if (one.result.status !== 'ok') return [name, figureDatum(one), link(false)]
        return [name, figureDatum(one), said(fallsShort(level) ? 'short' : 'holds')]
      }),
    ],
  }
}

/** The objectives, and what it was worth: with the range of the estimates, where they differ. */
const headlineOf = (
  outcomes: readonly ObjectiveOutcome[],
  figures: readonly KirkpatrickFigure[],
): Phrase | undefined => {
  const [reached, all] = [outcomes.filter(({ verdict }) => verdict === 'reached').length, outcomes.length]
  const range = returnRange(figures)
  if (range === undefined) return all === 0 ? undefined : phrase('evaluation.headline', { reached, all })
  const [roi, low, high] = [range.value, range.low, range.high].map((value) => ({
    value,
    measuredIn: 'percent',
  })) as [Datum, Datum, Datum]
  return range.low === range.high
    ? phrase('evaluation.headline.return', { reached, all, roi })
    : phrase('evaluation.headline.range', { reached, all, roi, low, high })
}

/** A published report stands, whatever was recorded since. */
const published = ({ report }: StudyRecord, figures: readonly KirkpatrickFigure[]) =>
  report === undefined ? figures : (report.figures as readonly KirkpatrickFigure[])

const facts = ({ isolation, report, zone }: StudyRecord): Block => ({
  kind: 'facts',
  facts: [
    [phrase('evaluation.isolation'), isolation === undefined ? none : codeWord('isolation', isolation)],
    [
      phrase('evaluation.published'),
      report === undefined ? { phrase: phrase('evaluation.notPublished') } : { day: report.at },
    ],
    ...(report === undefined
      ? []
      : ([
          [phrase('evaluation.calculators'), report.calculatorVersion],
          [phrase('evaluation.digest'), report.digest],
        ] as const)),
    [phrase('evaluation.zone'), codeWord('zone', zone)],
  ],
})

const none: Datum = { phrase: phrase('value.none') }

const levelSection = (
  level: 1 | 2 | 3 | 4 | 5,
  record: StudyRecord,
  figures: readonly KirkpatrickFigure[],
): Section => {
  const ofLevel = figures.filter((figure) => figure.level === level || (level === 5 && figure.level === 0))
  const found = Object.values(record.findings).filter((finding) => finding.level === level)
  return {
    heading: phrase(`evaluation.level${level}`),
    blocks: [
      ...found.map(({ statement }) => paragraph('evaluation.statement', { statement })),
      ...(level === 4 ? [baselines(record)] : []),
      ...(level === 4 ? slopeCharts(ofLevel) : []),
      ...(level === 5 ? moneyChart(ofLevel) : []),
      ...(ofLevel.length === 0 ? [paragraph('evaluation.noFigures')] : figuresTable(ofLevel)),
      ...(level === 4 ? intangibles(record) : []),
    ],
  }
}

const baselines = ({ baselines }: StudyRecord): Block => ({
  kind: 'bullets',
  items: Object.entries(baselines).map(([measure, { value, measuredIn, at }]) =>
    phrase('evaluation.baseline', {
      measure: codeWord('term', measure),
      value: { value, measuredIn },
      day: { day: at },
    }),
  ),
})

const intangibles = ({ intangibles }: StudyRecord): readonly Block[] =>
  Object.keys(intangibles).length === 0
    ? []
    : [
        paragraph('evaluation.intangibles'),
        {
          kind: 'bullets',
          items: Object.values(intangibles).map((statement) => phrase('evaluation.statement', { statement })),
        },
      ]

const findingsSection = ({ findings }: StudyRecord): Section => ({
  heading: phrase('evaluation.findings.heading'),
  blocks: [
    {
      kind: 'table',
      columns: [
        column('evaluation.column.level', 'end'),
        column('evaluation.column.finding'),
        column('evaluation.column.sources'),
        column('evaluation.column.people', 'end'),
      ],
      rows: Object.values(findings)
        .sort((a, b) => a.level - b.level)
        .map(({ level, statement, sources, people }) => [
          level,
          statement,
          { list: sources.map((source) => codeWord('term', source)) },
          people,
        ]),
    },
  ],
})

const improvementsSection = ({ improvements, findings }: StudyRecord): Section => ({
  heading: phrase('evaluation.improvements.heading'),
  blocks:
    Object.keys(improvements).length === 0
      ? [paragraph('evaluation.improvements.none')]
      : [
          {
            kind: 'table',
            columns: [
              column('evaluation.column.action'),
              column('evaluation.column.because'),
              column('evaluation.column.owner'),
              column('evaluation.column.due'),
              column('evaluation.column.status'),
            ],
            rows: Object.values(improvements).map(({ action, findingId, owner, due, status }) => [
              action,
              findings[findingId]?.statement ?? findingId,
              owner,
              { day: due },
              codeWord('term', status),
            ]),
          },
        ],
})
