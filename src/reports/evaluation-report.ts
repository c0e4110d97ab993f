import type { KirkpatrickFigure, ObjectiveOutcome } from '../figures/index.ts'
import type { StudyRecord } from '../records/index.ts'
import {
  type Block,
  codeWord,
  column,
  type Datum,
  type Document,
  paragraph,
  phrase,
  type Section,
} from './document.ts'
import { figuresTable } from './figures.ts'
import { objectivesTable } from './objectives.ts'

export type EvaluationReportInput = {
  /** The subject of the evaluation: a program, or one class, under its title. */
  readonly program: { readonly programId?: string; readonly title: string }
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
 */
export const evaluationReport = (input: EvaluationReportInput): Document => {
  const { program, record } = input
  const figures = published(record, input.figures)
  const outcomes = input.outcomes?.(figures) ?? []
  return {
    title: phrase('evaluation.title', { program: program.title }),
    ...verdictOn(outcomes),
    blocks: [
      paragraph('evaluation.purpose'),
      ...(outcomes.length === 0 ? [] : [paragraph('evaluation.objectives'), objectivesTable(outcomes)]),
    ],
    sections: [
      ...([1, 2, 3, 4, 5] as const)
        .filter((level) => record.levels.includes(level))
        .map((level) => levelSection(level, record, figures)),
      findingsSection(record),
      improvementsSection(record),
      { heading: phrase('evaluation.reading.heading'), blocks: [paragraph('evaluation.reading.text')] },
    ],
    appendix: [{ heading: phrase('evaluation.method'), blocks: [facts(record)] }],
  }
}

/** Whether to go on, by how many objectives were reached of those that could be measured. */
const verdictOn = (outcomes: readonly ObjectiveOutcome[]): Pick<Document, 'headline' | 'verdict'> => {
  if (outcomes.length === 0) return {}
  const count = (verdict: ObjectiveOutcome['verdict']) =>
    outcomes.filter((outcome) => outcome.verdict === verdict).length
  const [reached, missed] = [count('reached'), count('notReached')]
  const mixed = missed === 0 ? 'continue' : reached === 0 ? 'stop' : 'change'
  return {
    headline: phrase('evaluation.headline', { reached, all: outcomes.length }),
    verdict: {
      is: reached + missed === 0 ? 'cannotTell' : mixed,
      grounds: [
        ...outcomes.map(({ objectiveId, objective, verdict }) =>
          phrase('evaluation.ground', {
            objective: objective.title ?? objectiveId,
            level: objective.level,
            verdict: { phrase: phrase(`status.verdict.${verdict}`) },
          }),
        ),
        phrase('evaluation.rule'),
      ],
    },
  }
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
