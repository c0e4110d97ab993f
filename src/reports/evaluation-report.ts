import type { MetricResult } from '../metrics/index.ts'
import type { EvaluationRecordState, KirkpatrickFigure } from '../projections/index.ts'
import { definition } from './definition.ts'
import { type Block, column, type Datum, type Document, paragraph, type Section, say } from './document.ts'
import { word } from './spell.ts'

export type EvaluationReportInput = {
  readonly program: { readonly programId: string; readonly title: string }
  /** The study: findings, improvements, and the report that was published. */
  readonly record: EvaluationRecordState
  /** The figures as they stand; a published report keeps its own, and these are told where it has none. */
  readonly figures: readonly KirkpatrickFigure[]
}

/**
 * The training effectiveness evaluation report (培训效果评估报告): Kirkpatrick's four levels and Phillips's fifth,
 * each figure with its n and its definition, then what was found and what is done about it.
 */
export const evaluationReport = ({ program, record, figures }: EvaluationReportInput): Document => ({
  title: say('evaluation.title', { program: program.title }),
  blocks: [paragraph('evaluation.purpose'), facts(record)],
  sections: [
    ...([1, 2, 3, 4, 5] as const)
      .filter((level) => record.levels.includes(level))
      .map((level) => levelSection(level, record, published(record, figures))),
    findingsSection(record),
    improvementsSection(record),
    { heading: say('evaluation.reading.heading'), blocks: [paragraph('evaluation.reading.text')] },
  ],
})

/** What was published stands, whatever was recorded since. */
const published = (
  { report }: EvaluationRecordState,
  figures: readonly KirkpatrickFigure[],
): readonly KirkpatrickFigure[] => {
  if (report === undefined) return figures
  const frozen = new Map(report.figures.map((one) => [one.figure, one.result]))
  return figures.flatMap((one) => {
    const result = frozen.get(one.figure)
    return result === undefined ? [] : [{ ...one, result: result as MetricResult }]
  })
}

const facts = ({ isolation, report, zone }: EvaluationRecordState): Block => ({
  kind: 'facts',
  facts: [
    [say('evaluation.isolation'), isolation === undefined ? none : word('isolation', isolation)],
    [
      say('evaluation.published'),
      report === undefined ? { phrase: say('evaluation.notPublished') } : { day: report.at },
    ],
    ...(report === undefined
      ? []
      : ([
          [say('evaluation.calculators'), report.calculatorVersion],
          [say('evaluation.digest'), report.digest],
        ] as const)),
    [say('evaluation.zone'), zone],
  ],
})

const none: Datum = { phrase: say('value.none') }

const levelSection = (
  level: 1 | 2 | 3 | 4 | 5,
  record: EvaluationRecordState,
  figures: readonly KirkpatrickFigure[],
): Section => {
  const ofLevel = figures.filter((figure) => figure.level === level)
  const found = Object.values(record.findings).filter((finding) => finding.level === level)
  return {
    heading: say(`evaluation.level${level}`),
    blocks: [
      ...found.map(({ statement }) => paragraph('evaluation.statement', { statement })),
      ofLevel.length === 0 ? paragraph('evaluation.noFigures') : figuresTable(ofLevel),
      ...(level === 4 ? [baselines(record), ...intangibles(record)] : []),
    ],
  }
}

const figuresTable = (figures: readonly KirkpatrickFigure[]): Block => ({
  kind: 'table',
  columns: [
    column('evaluation.column.figure'),
    column('evaluation.column.of'),
    column('evaluation.column.result'),
    column('evaluation.column.definition'),
  ],
  rows: figures.map(({ calculator, of, result }) => [
    word('metric', calculator),
    aboutWhat(of),
    { figure: result },
    definition(result),
  ]),
})

const aboutWhat = (of: KirkpatrickFigure['of']): Datum => {
  const told = ['item', 'subscale', 'role', 'measure'].flatMap((part) => {
    const value = of[part]
    return value === undefined ? [] : [word('term', String(value))]
  })
  return { list: told.slice(0, 1) }
}

const baselines = ({ baselines }: EvaluationRecordState): Block => ({
  kind: 'bullets',
  items: Object.entries(baselines).map(([measure, { value, measuredIn, at }]) =>
    say('evaluation.baseline', {
      measure: word('term', measure),
      value,
      unit: word('term', measuredIn),
      day: { day: at },
    }),
  ),
})

const intangibles = ({ intangibles }: EvaluationRecordState): readonly Block[] =>
  Object.keys(intangibles).length === 0
    ? []
    : [
        paragraph('evaluation.intangibles'),
        {
          kind: 'bullets',
          items: Object.values(intangibles).map((statement) => say('evaluation.statement', { statement })),
        },
      ]

const findingsSection = ({ findings }: EvaluationRecordState): Section => ({
  heading: say('evaluation.findings.heading'),
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
          { list: sources.map((source) => word('term', source)) },
          people,
        ]),
    },
  ],
})

const improvementsSection = ({ improvements, findings }: EvaluationRecordState): Section => ({
  heading: say('evaluation.improvements.heading'),
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
              due,
              word('term', status),
            ]),
          },
        ],
})
