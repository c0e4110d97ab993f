import type { NeedsReportState } from '../projections/index.ts'
import {
  type Block,
  type Column,
  column,
  type Datum,
  type Document,
  paragraph,
  type Section,
  say,
} from './document.ts'
import { codeDatum, word } from './spell.ts'

type NeedsFigures = NonNullable<NeedsReportState['published']>['figures']

/**
 * The annual training needs analysis report (年度培训需求分析报告), of what was published; before that it says so and
 * tells what is known so far.
 */
export const annualNeedsReport = (report: NeedsReportState): Document => {
  const { scope, published } = report
  return {
    title: say('needs.title', { year: yearOf(scope?.period.from ?? '') }),
    blocks: [paragraph('needs.purpose'), facts(report)],
    sections: [
      driversSection(report),
      evidenceSection(report, published?.figures),
      ...(published === undefined
        ? [{ heading: say('needs.priorities.heading'), blocks: [paragraph('needs.notPublished')] }]
        : [prioritiesSection(published.figures, report), notTrainableSection(published.figures)]),
      dismissedSection(report),
      { heading: say('needs.reading.heading'), blocks: [paragraph('needs.reading.text')] },
    ],
  }
}

const yearOf = (day: string): string => day.slice(0, 4)

const none: Datum = { phrase: say('value.none') }

const facts = ({ scope, published, evidence, needs }: NeedsReportState): Block => ({
  kind: 'facts',
  facts: [
    [say('needs.subject'), scope?.title ?? none],
    [
      say('needs.period'),
      scope === undefined
        ? none
        : { phrase: say('needs.fromTo', { from: scope.period.from, to: scope.period.to }) },
    ],
    [say('needs.scope'), scope === undefined ? none : { list: scope.segments.map(segmentDatum) }],
    [
      say('needs.counts'),
      {
        phrase: say('needs.countsText', {
          evidence: Object.keys(evidence).length,
          needs: Object.keys(needs).length,
        }),
      },
    ],
    ...(published === undefined
      ? []
      : ([
          [say('needs.publishedOn'), { day: published.at }],
          [say('needs.digest'), published.digest],
        ] as const)),
  ],
})

const segmentDatum = (segment: Readonly<Record<string, string | undefined>>): Datum => {
  const parts = Object.values(segment).filter((part) => part !== undefined)
  return parts.length === 0 ? { phrase: say('needs.everybody') } : codeDatum(parts)
}

const driversSection = ({ scope }: NeedsReportState): Section => ({
  heading: say('needs.drivers.heading'),
  blocks: [
    {
      kind: 'table',
      columns: [
        column('needs.column.driver'),
        column('needs.column.kind'),
        column('needs.column.weight', 'end'),
        column('needs.column.horizon'),
      ],
      rows: (scope?.drivers ?? []).map(({ title, kind, weight, horizon }) => [
        title ?? none,
        word('term', kind),
        { share: weight / 10_000 },
        word('term', horizon),
      ]),
    },
  ],
})

const evidenceSection = ({ evidence }: NeedsReportState, figures: NeedsFigures | undefined): Section => ({
  heading: say('needs.evidence.heading'),
  blocks: [
    paragraph('needs.evidence.text'),
    ...(figures === undefined
      ? []
      : [
          {
            kind: 'bullets' as const,
            items: [
              say('needs.evidence.byLevel', {
                organisation: figures.evidence.byAnalysisLevel.organisation,
                task: figures.evidence.byAnalysisLevel.task,
                person: figures.evidence.byAnalysisLevel.person,
              }),
            ],
          },
        ]),
    {
      kind: 'table',
      columns: [
        column('needs.column.evidence'),
        column('needs.column.source'),
        column('needs.column.level'),
        column('needs.column.summary'),
      ],
      rows: Object.entries(evidence).map(([evidenceId, { source, analysisLevel, summary }]) => [
        evidenceId,
        word('term', source),
        word('term', analysisLevel),
        summary ?? none,
      ]),
    },
  ],
})

/** Scores are stored as Σ weight · factor in basis points of basis points: 100 is the most there is. */
const outOfAHundred = (score: number): Datum => ({ decimal: score / 1_000_000, digits: 1 })

/** What each total is made of, where it is still the one that was published. */
const factorsTable = (
  { needs, weights }: NeedsFigures,
  { priorities }: NeedsReportState,
): readonly Block[] => {
  const factors = Object.keys(weights)
  const factorsOf = ({ needId, score }: NeedsFigures['needs'][number]) =>
    priorities?.scores.find((one) => one.needId === needId && one.score === score)?.factors
  if (factors.length === 0 || needs.every((need) => factorsOf(need) === undefined)) return []
  return [
    paragraph('needs.factors'),
    {
      kind: 'table',
      columns: [
        column('needs.column.rank', 'end'),
        column('needs.column.need'),
        ...factors.map(
          (factor): Column => ({
            head: say('needs.weight', {
              factor: word('term', factor),
              weight: { share: (weights[factor] ?? 0) / 10_000 },
            }),
            align: 'end',
          }),
        ),
      ],
      rows: needs.map((need) => [
        need.rank,
        need.title,
        ...factors.map((factor): Datum => {
          const score = factorsOf(need)?.[factor]
          return score === undefined ? none : { decimal: score / 100, digits: 0 }
        }),
      ]),
    },
  ]
}

const prioritiesSection = (figures: NeedsFigures, report: NeedsReportState): Section => {
  const { needs, weights, method } = figures
  return {
    heading: say('needs.priorities.heading'),
    blocks: [
      paragraph('needs.priorities.method', {
        method: word('term', method),
        weights: {
          list: Object.entries(weights).map(([factor, weight]) => ({
            phrase: say('needs.weight', { factor: word('term', factor), weight: { share: weight / 10_000 } }),
          })),
        },
      }),
      {
        kind: 'table',
        columns: [
          column('needs.column.rank', 'end'),
          column('needs.column.need'),
          column('needs.column.for'),
          column('needs.column.headcount', 'end'),
          column('needs.column.cause'),
          column('needs.column.origin'),
          column('needs.column.horizon'),
          column('needs.column.evidenceCount', 'end'),
          column('needs.column.score', 'end'),
        ],
        rows: needs.map((need) => [
          need.rank,
          need.title,
          segmentDatum(need.segment),
          need.headcount,
          word('term', need.cause),
          word('origin', need.origin),
          word('term', need.horizon),
          Object.values(need.evidence.bySource).reduce((sum, count) => sum + count, 0),
          outOfAHundred(need.score),
        ]),
      },
      ...factorsTable(figures, report),
    ],
  }
}

const notTrainableSection = ({ notTrainable }: NeedsFigures): Section => ({
  heading: say('needs.notTrainable.heading'),
  blocks:
    notTrainable.length === 0
      ? [paragraph('needs.notTrainable.none')]
      : [
          paragraph('needs.notTrainable.text'),
          {
            kind: 'bullets',
            items: notTrainable.map(({ title, cause }) =>
              say('needs.notTrainable.item', { need: title, cause: word('term', cause) }),
            ),
          },
        ],
})

const dismissedSection = ({ dismissed, needs }: NeedsReportState): Section => ({
  heading: say('needs.dismissed.heading'),
  blocks:
    Object.keys(dismissed).length === 0
      ? [paragraph('needs.dismissed.none')]
      : [
          {
            kind: 'bullets',
            items: Object.entries(dismissed).map(([needId, reason]) => {
              const need = needs[needId]?.title ?? needId
              return reason === ''
                ? say('needs.dismissed.item', { need })
                : say('needs.dismissed.because', { need, reason })
            }),
          },
        ],
})
