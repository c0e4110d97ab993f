import type { BudgetInCurrency } from '../figures/index.ts'
import type { ExecutiveSummary } from '../views/index.ts'
import { given } from '../vocabulary/index.ts'
import { againstOf, type Compared } from './against.ts'
import { countPoint, moneyPoint } from './charts.ts'
import type { NamedFigure } from './definition.ts'
import {
  type Ask,
  type Block,
  type Chart,
  codeWord,
  column,
  type Datum,
  type Document,
  paragraph,
  phrase,
  type Section,
  sentences,
} from './document.ts'
import { byMetric, figuresTable } from './figures.ts'
import { type ProgramOnStatus, programsTable } from './program-status.ts'
import { composed } from './told-place.ts'

export type ExecutiveSummaryInput = Compared & {
  readonly summary: ExecutiveSummary
  /** The programs one by one: which of them worked. */
  readonly programs?: readonly ProgramOnStatus[]
  /** Titles of programs, plans and plan lines; what has none is told by its id. */
  readonly titles?: Readonly<Record<string, string>>
}

/**
 * One page for leadership (管理层摘要): how far programs have come, whether objectives were reached, what is late, the money,
 * and what leadership is asked to decide.
 *
 * @example
 * ```ts
 * import { executiveSummary } from 'training-ops'
 * import { en, executiveSummaryReport, toMarkdown } from 'training-ops/reports'
 * const summary = executiveSummary({ on: '2026-06-30', plans: {}, programs: {}, offerings: {} })
 * toMarkdown(executiveSummaryReport({ summary }), { language: en, zone: 'UTC' }).split('\n')[0] // => '# Executive summary: training'
 * ```
 */
export const executiveSummaryReport = (input: ExecutiveSummaryInput): Document =>
  composed('executiveSummaryReport', input, documentOf)

const documentOf = (input: ExecutiveSummaryInput): Document => {
  const { summary, programs = [], titles = {} } = input
  const figures = figuresOf(summary)
  const isAgainst = (metric: string) =>
    [input.targets, input.previous].some((one) => one !== undefined && Object.hasOwn(one, metric))
  return {
    title: phrase('summary.title'),
    headline: sentences(
      phrase('summary.headline', {
        asks: summary.asks.length + summary.toApprove.length,
        late: summary.milestones.overdue.length,
        reached: summary.objectives.reached,
        all: verdicts.reduce((sum, verdict) => sum + summary.objectives[verdict], 0),
      }),
      summary.money.length === 0
        ? undefined
        : phrase('status.headline.money', {
            spent: moneyDatum(summary.money, 'posted'),
            budget: moneyDatum(summary.money, 'approved'),
          }),
    ),
    asks: asksOf(summary, titles),
    targets: againstOf(figures, input),
    blocks: [
      ...(summary.asks.length + summary.toApprove.length === 0 ? [paragraph('summary.noAsks')] : []),
      ...(programs.length === 0 ? [] : [programsTable(programs, true)]),
      keyFacts(summary, programs.length > 0),
      ...figuresTable(figures.filter(({ metric }) => !isAgainst(metric))),
    ],
    sections: [
      ...(programs.length === 0 ? [objectivesSection(summary)] : []),
      moneySection(summary, titles, programs.length > 0),
      ...(programs.length > 0 && summary.milestones.overdue.length === 0
        ? []
        : [lateSection(summary, titles)]),
      ...(programs.length > 0
        ? []
        : [
            {
              heading: phrase('evaluation.reading.heading'),
              blocks: [
                paragraph('summary.purpose', { day: { day: summary.on } }),
                paragraph('summary.reading'),
              ],
            },
          ]),
    ],
  }
}

const moneyDatum = (money: readonly BudgetInCurrency[], part: 'posted' | 'approved'): Datum => ({
  list: money.map((one) => ({ money: { minor: one[part], currency: one.currency, rounded: true } })),
})

type Titles = Readonly<Record<string, string>>

const none: Datum = { phrase: phrase('value.none') }

const keyFacts = ({ programs, classes, attempts }: ExecutiveSummary, areTold: boolean): Block => ({
  kind: 'facts',
  facts: [
    ...(areTold
      ? []
      : [
          [
            phrase('summary.programs'),
            {
              list: Object.entries(programs).map(([stage, many]) => ({
                phrase: phrase('summary.counted', { what: codeWord('term', stage), many }),
              })),
            },
          ] as const,
        ]),
    [phrase('summary.classes'), { phrase: phrase('summary.classesText', classes) }],
    [phrase('summary.attempts'), { phrase: phrase('summary.attemptsText', attempts) }],
  ],
})

const figuresOf = ({ milestones, figures }: ExecutiveSummary): readonly NamedFigure[] => [
  { metric: milestones.onTime.metric, result: milestones.onTime },
  ...byMetric(figures),
]

const asksOf = ({ asks, toApprove }: ExecutiveSummary, titles: Titles): readonly Ask[] => [
  ...toApprove.map(({ planId, amounts, submittedBy }) => ({
    decision: { phrase: phrase('summary.approve', { plan: titles[planId] ?? planId }) },
    amount: { list: amounts.map((money) => ({ money })) },
    askedBy: submittedBy,
    consequence: { phrase: phrase('summary.approve.without') },
  })),
  ...asks.map(({ planId, lineId, amount, requestedBy, reason }) => ({
    decision: {
      phrase: phrase('summary.increase', { plan: titles[planId] ?? planId, line: titles[lineId] ?? lineId }),
    },
    ...given({ reason }),
    amount: { money: amount },
    askedBy: requestedBy,
    consequence: { phrase: phrase('summary.increase.without') },
  })),
]

const verdicts = ['reached', 'notReached', 'notMeasurable'] as const

const objectivesSection = ({ objectives }: ExecutiveSummary): Section => {
  const all = verdicts.reduce((sum, verdict) => sum + objectives[verdict], 0)
  const verdict = (one: (typeof verdicts)[number]): Datum => ({ phrase: phrase(`status.verdict.${one}`) })
  return {
    heading: phrase('summary.objectives'),
    blocks:
      all === 0
        ? [paragraph('summary.noObjectives')]
        : [
            {
              kind: 'table',
              columns: [column('status.column.verdict'), column('summary.objectives', 'end')],
              rows: verdicts.map((one) => [verdict(one), objectives[one]]),
            },
            {
              kind: 'chart',
              form: 'stackedBars',
              title: phrase('summary.objectives'),
              categories: [{ phrase: phrase('summary.objectives') }],
              series: verdicts.map((one) => ({
                name: phrase(`status.verdict.${one}`),
                points: [countPoint(objectives[one])],
              })),
            },
          ],
  }
}

/** In brief without its picture: the summary is one page. */
const moneySection = ({ money, alerts }: ExecutiveSummary, titles: Titles, isBrief: boolean): Section => ({
  heading: phrase('summary.money'),
  blocks: [
    ...(money.length === 0
      ? [paragraph('summary.noMoney')]
      : [moneyTable(money), ...(isBrief ? [] : money.map(moneyChart))]),
    ...(alerts.length === 0
      ? []
      : [
          {
            kind: 'bullets' as const,
            items: alerts.map(({ planId, currency, threshold }) =>
              phrase('summary.alert', {
                plan: titles[planId] ?? planId,
                currency,
                threshold: { share: threshold / 10_000 },
              }),
            ),
          },
        ]),
  ],
})

const parts = ['approved', 'committed', 'posted', 'wages', 'available'] as const

const moneyTable = (money: readonly BudgetInCurrency[]): Block => ({
  kind: 'table',
  columns: [
    column('summary.currency'),
    ...parts.map((part) => column(`summary.${part}`, 'end')),
    column('metric.M13', 'end'),
    column('summary.variance', 'end'),
  ],
  rows: money.map((one) => [
    one.currency,
    ...parts.map((part): Datum => ({ money: { minor: one[part], currency: one.currency } })),
    { figure: one.execution, form: { withoutCount: true } },
    varianceDatum(one),
  ]),
})

/** The amount left or missing, in words: nobody has to know which sign is which. */
const varianceDatum = ({ variance, currency }: BudgetInCurrency): Datum => {
  if (variance.status !== 'ok') return { figure: variance }
  const { value } = variance
  return {
    phrase: phrase(value > 0 ? 'summary.over' : 'summary.under', {
      amount: { money: { minor: Math.abs(value), currency } },
    }),
  }
}

const moneyChart = (one: BudgetInCurrency): Chart => ({
  kind: 'chart',
  form: 'bars',
  title: phrase('summary.moneyIn', { currency: one.currency }),
  categories: parts.map((part) => ({ phrase: phrase(`summary.${part}`) })),
  series: [
    {
      name: phrase('summary.moneyIn', { currency: one.currency }),
      points: parts.map((part) => moneyPoint(one[part], one.currency)),
    },
  ],
})

const lateSection = ({ milestones }: ExecutiveSummary, titles: Titles): Section => ({
  heading: phrase('summary.late'),
  blocks:
    milestones.overdue.length === 0
      ? [paragraph('summary.nothingLate')]
      : [
          {
            kind: 'table',
            columns: [
              column('status.column.program'),
              column('status.column.milestone'),
              column('evaluation.column.due'),
              column('status.column.accountable'),
              column('status.column.dueState'),
            ],
            rows: milestones.overdue.map(({ programId, title, due, accountableId, shownReachedOn }) => [
              titles[programId] ?? programId,
              title,
              { day: due },
              accountableId ?? none,
              {
                phrase:
                  shownReachedOn === undefined
                    ? phrase('status.due.overdue')
                    : phrase('status.due.shown', { day: { day: shownReachedOn } }),
              },
            ]),
          },
        ],
})
