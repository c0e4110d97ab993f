import type { BudgetInCurrency } from '../figures/index.ts'
import type { PlanRecord, ProgramRecord } from '../records/index.ts'
import type { LineVsActual } from '../views/index.ts'
import { dayIn, daysLater } from '../vocabulary/index.ts'
import { barsOf, moneyPoint } from './charts.ts'
import {
  type Block,
  column,
  type Datum,
  type Document,
  type Phrase,
  paragraph,
  phrase,
  type Section,
  sentences,
} from './document.ts'
import { codeDatum } from './format.ts'
import { composed } from './told-place.ts'

/** A program of the plan, with the first and last instant of its classes where they are known. */
export type ProgramOnPlan = {
  readonly programId: string
  readonly program: Pick<ProgramRecord, 'title' | 'ownerId' | 'planned' | 'period' | 'zone' | 'objectives'>
  readonly classes?: readonly { readonly starts: string; readonly ends: string }[]
}

export type AnnualPlanInput = {
  readonly plan: PlanRecord
  /** `budgetByCurrencyOf` the plan. */
  readonly money: readonly BudgetInCurrency[]
  /** Those of no item of this plan are left out. */
  readonly programs?: readonly ProgramOnPlan[]
  /** `planVsActualIn` of the plan: who was trained, beside who was planned for. */
  readonly actual?: readonly Pick<LineVsActual, 'lineId' | 'headcount'>[]
  /** The titles of needs; one without is told by its id. */
  readonly needs?: Readonly<Record<string, string>>
}

/**
 * The annual training plan (年度培训计划): what is trained, for whom, when, by whom and at which cost, and how far the money went.
 *
 * @example
 * ```ts
 * import { budgetByCurrencyOf, planRecord } from 'training-ops'
 * import { annualPlanReport, en, toMarkdown } from 'training-ops/reports'
 * const plan = { ...planRecord.initial(), planId: 'plan-2026', title: 'Training plan 2026' }
 * toMarkdown(annualPlanReport({ plan, money: budgetByCurrencyOf(plan) }), { language: en, zone: 'UTC' }).split('\n')[0] // => '# Annual training plan: Training plan 2026'
 * ```
 */
export const annualPlanReport = (input: AnnualPlanInput): Document =>
  composed('annualPlanReport', input, documentOf)

const documentOf = ({ plan, money, programs: all = [], actual, needs = {} }: AnnualPlanInput): Document => {
  const programs = all.filter(({ program: { planned } }) =>
    Object.keys(plan.lines).some((lineId) => Object.hasOwn(planned, `${plan.planId} ${lineId}`)),
  )
  const lines = Object.entries(plan.lines)
  const people = lines.reduce((sum, [, { headcount }]) => sum + headcount, 0)
  return {
    title: phrase('plan.title', { plan: plan.title || plan.planId }),
    headline: headlineOf(plan, money, people, actual),
    blocks: [
      ...(plan.period === undefined
        ? []
        : [{ kind: 'facts', facts: [[phrase('needs.period'), { period: plan.period }]] } as const]),
      linesTable(plan, programs, needs, actual),
    ],
    sections: [
      ...calendarSection(programs),
      {
        heading: phrase('summary.money'),
        blocks: [
          budgetTable(money),
          ...money.flatMap(({ currency }) =>
            barsOf(
              phrase('plan.budgetIn', { currency }),
              lines
                .filter(([, { budget }]) => budget.currency === currency)
                .map(([lineId, { title, budget }]) => ({
                  of: title ?? lineId,
                  point: moneyPoint(budget.minor, currency),
                })),
            ),
          ),
        ],
      },
    ],
  }
}

/** Its items and how far the money went; of a plan nobody has approved, the money it asks for. */
const headlineOf = (
  { lines }: PlanRecord,
  money: readonly BudgetInCurrency[],
  people: number,
  actual: AnnualPlanInput['actual'],
): Phrase => {
  const sum = (of: (one: BudgetInCurrency) => number): Datum => ({
    list: money.map((one) => ({ money: { minor: of(one), currency: one.currency, rounded: true } })),
  })
  const trained = actual?.reduce((all, { headcount }) => all + headcount.trained, 0) ?? 0
  const planned = { lines: Object.keys(lines).length, people }
  const items =
    trained === 0
      ? phrase('plan.headline', planned)
      : phrase('plan.headline.trained', { ...planned, trained })
  if (money.every(({ approved }) => approved === 0)) {
    const asked = (currency: string) =>
      Object.values(lines).reduce(
        (all, { budget }) => all + (budget.currency === currency ? budget.minor : 0),
        0,
      )
    return sentences(
      items,
      phrase('plan.headline.waiting', { money: sum(({ currency }) => asked(currency)) }),
    )
  }
  return sentences(
    items,
    phrase('plan.headline.spent', {
      money: sum(({ approved }) => approved),
      spent: sum(({ posted }) => posted),
      share: { list: money.map(({ execution }) => ({ figure: execution, form: { withoutCount: true } })) },
    }),
  )
}

const none: Datum = { phrase: phrase('value.none') }

const linesTable = (
  { planId, lines }: PlanRecord,
  programs: readonly ProgramOnPlan[],
  needs: Readonly<Record<string, string>>,
  actual: AnnualPlanInput['actual'],
): Block => ({
  kind: 'table',
  columns: [
    column('plan.line'),
    column('status.needs'),
    column('needs.column.for'),
    column('needs.column.headcount', 'end'),
    ...(actual === undefined ? [] : [column('plan.trained', 'end')]),
    column('evaluation.column.owner'),
    column('plan.quarter'),
    column('status.column.planned', 'end'),
    column('status.column.posted', 'end'),
  ],
  rows: Object.entries(lines).map(([lineId, { title, needIds, audience, headcount, budget, posted }]) => {
    const own = programs.filter(({ program }) => Object.hasOwn(program.planned, `${planId} ${lineId}`))
    const parts = Object.values(audience).filter((part) => part !== undefined)
    return [
      title ?? lineId,
      { list: needIds.map((needId) => needs[needId] ?? needId) },
      parts.length === 0 ? { phrase: phrase('needs.everybody') } : codeDatum(parts),
      headcount,
      ...(actual === undefined
        ? []
        : [actual.find((one) => one.lineId === lineId)?.headcount.trained ?? none]),
      { list: ownersOf(own) },
      { list: quartersOf(own) },
      { money: { minor: budget.minor, currency: budget.currency } },
      { money: { minor: posted, currency: budget.currency } },
    ]
  }),
})

/** Those who own programs, each once. */
export const ownersOf = (programs: readonly ProgramOnPlan[]): readonly string[] => [
  ...new Set(programs.flatMap(({ program: { ownerId } }) => ownerId ?? [])),
]

const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3)

/** The quarters in which classes of programs begin; before any is planned, those of the programs' periods. */
export const quartersOf = (programs: readonly ProgramOnPlan[]): readonly Datum[] => {
  const quarters = programs.flatMap(({ program: { period, zone }, classes = [] }) => {
    const days = classes.flatMap(({ starts }) => (starts === '' ? [] : [dayIn(starts, zone)]))
    if (days.length > 0 || period === undefined) return days.map(quarterOf)
    return [1, 2, 3, 4].filter(
      (quarter) => quarter >= quarterOf(period.from) && quarter <= quarterOf(daysLater(period.to, -1)),
    )
  })
  return [...new Set(quarters)].sort().map((quarter) => ({ phrase: phrase('plan.inQuarter', { quarter }) }))
}

const inMonths = (from: string, to: string): Datum => {
  const [first, last] = [from, to].map((day): Datum => ({ day, brief: true })) as [Datum, Datum]
  return from.slice(0, 7) === to.slice(0, 7) ? first : { list: [first, last], between: 'range' }
}

type Span = { readonly of: Datum; readonly from: string; readonly to: string }

/** When each program runs: as it was planned (its period), and from its first class to its last. */
const calendarSection = (programs: readonly ProgramOnPlan[]): readonly Section[] => {
  const spans = programs.flatMap(({ programId, program: { title, period, zone }, classes = [] }) => {
    const days = classes.flatMap(({ starts, ends }) =>
      starts === '' ? [] : [dayIn(starts, zone), dayIn(ends, zone)],
    )
    days.sort()
    const [first, last] = [days[0], days.at(-1)]
    const held = first === undefined || last === undefined ? undefined : { from: first, to: last }
    const planned = period && { from: period.from, to: daysLater(period.to, -1) }
    return (planned ?? held) ? [{ title: title || programId, planned, held, classes: classes.length }] : []
  })
  if (spans.length === 0) return []
  const at = (day: string): number => Date.parse(`${day}T00:00:00.000Z`)
  const days = (span: { readonly from: string; readonly to: string } | undefined): Datum =>
    span === undefined ? none : { period: { from: span.from, to: daysLater(span.to, 1) } }
  const bars: readonly Span[] = spans.flatMap(({ title, planned, held }) => {
    const named = (words: 'plan.asPlanned' | 'plan.asHeld'): Datum => ({
      phrase: phrase(words, { program: title }),
    })
    return [
      ...(planned === undefined
        ? []
        : [{ of: held === undefined ? title : named('plan.asPlanned'), ...planned }]),
      ...(held === undefined ? [] : [{ of: planned === undefined ? title : named('plan.asHeld'), ...held }]),
    ]
  })
  return [
    {
      heading: phrase('plan.calendar'),
      blocks: [
        {
          kind: 'table',
          columns: [
            column('status.column.program'),
            column('plan.planned'),
            column('plan.held'),
            column('summary.classes', 'end'),
          ],
          rows: spans.map(({ title, planned, held, classes }) => [title, days(planned), days(held), classes]),
        },
        {
          kind: 'chart',
          form: 'gantt',
          title: phrase('plan.calendar'),
          axis: { of: 'days' },
          categories: bars.map(({ of }) => of),
          series: [
            {
              name: phrase('plan.calendar'),
              points: bars.map(({ from, to }) => ({
                from: at(from),
                value: at(to),
                label: inMonths(from, to),
              })),
            },
          ],
        },
      ],
    },
  ]
}

const parts = ['approved', 'committed', 'posted', 'wages', 'available'] as const

const budgetTable = (money: readonly BudgetInCurrency[]): Block =>
  money.length === 0
    ? paragraph('summary.noMoney')
    : {
        kind: 'table',
        columns: [
          column('summary.currency'),
          ...parts.map((part) => column(`summary.${part}`, 'end')),
          column('metric.M13', 'end'),
        ],
        rows: money.map((one) => [
          one.currency,
          ...parts.map((part): Datum => ({ money: { minor: one[part], currency: one.currency } })),
          { figure: one.execution, form: { withoutCount: true } },
        ]),
      }
