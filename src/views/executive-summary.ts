import { figureOf, type MetricFigure } from '../figures/figure.ts'
import { type BudgetInCurrency, budgetByCurrencyOf, budgetsTogether } from '../figures/money.ts'
import type { ObjectiveOutcome } from '../figures/objective-outcomes.ts'
import { milestonesOnTimeFigure, type OpenMilestone, overdueMilestones } from '../figures/plan.ts'
import type { MetricResult } from '../metrics/index.ts'
import type { ProgramStatus } from '../planning/program/status.ts'
import type { PlanRecord } from '../records/plan/record.ts'
import type { ProgramRecord } from '../records/program/record.ts'
import { given, type Money } from '../vocabulary/index.ts'
import type { ClassOnBoard } from './board.ts'

/** Money leadership is asked to decide on (争取资源支持). */
export type MoneyAsk = {
  readonly planId: string
  readonly increaseId: string
  readonly lineId: string
  readonly amount: Money
  readonly requestedBy: string
  readonly reason?: string
}

export type ExecutiveSummary = {
  readonly on: string
  /** How many programs stand where. */
  readonly programs: Readonly<Partial<Record<ProgramStatus, number>>>
  readonly milestones: {
    /** M15 over milestones whose day is over. */
    readonly onTime: MetricFigure
    readonly overdue: readonly OpenMilestone[]
  }
  readonly classes: { readonly held: number; readonly ahead: number; readonly cancelled: number }
  /** Attempts that were completed, and those that ended otherwise in class. */
  readonly attempts: { readonly completed: number; readonly failed: number; readonly noShow: number }
  readonly objectives: Readonly<Record<ObjectiveOutcome['verdict'], number>>
  /** All plans together, by currency. */
  readonly money: readonly BudgetInCurrency[]
  readonly alerts: readonly {
    readonly planId: string
    readonly currency: string
    readonly threshold: number
  }[]
  readonly asks: readonly MoneyAsk[]
  /** Plans that wait for their approval, with what they cost. */
  readonly toApprove: readonly {
    readonly planId: string
    readonly amounts: readonly Money[]
    readonly submittedBy: string
  }[]
  /** Figures the host chose to tell, by the id of their metric. */
  readonly figures: Readonly<Record<string, MetricResult>>
}

export type SummaryOf = {
  /** The day it is looked at, `YYYY-MM-DD`. */
  readonly on: string
  readonly plans: Readonly<Record<string, PlanRecord>>
  readonly programs: Readonly<Record<string, ProgramRecord>>
  readonly offerings: Readonly<Record<string, ClassOnBoard>>
  readonly outcomes?: Readonly<Record<string, readonly ObjectiveOutcome[]>>
  readonly figures?: Readonly<Record<string, MetricResult>>
}

/** The budgets of lines together, by currency. */
const amountsOf = (lines: readonly { readonly budget: Money }[]): readonly Money[] => {
  const sums = new Map<string, number>()
  for (const { budget } of lines) sums.set(budget.currency, (sums.get(budget.currency) ?? 0) + budget.minor)
  return [...sums].map(([currency, minor]) => ({ minor, currency }))
}

const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => items.filter(is).length

/**
 * The summary for leadership (向上级汇报): how far programs have come, what is late, what was held, whether objectives were
 * reached, the money by currency, and what leadership is asked for. It is composed of the views of the same day.
 *
 * @example
 * ```ts
 * import { executiveSummary, planRecord } from 'training-ops'
 * const asked = { lineId: 'l-1', amount: { minor: 20_000, currency: 'CNY' }, by: 'lin', status: 'requested' } as const
 * const plan = { ...planRecord.initial(), approved: { CNY: 100_000 }, increases: { 'b-1': asked } }
 * const summary = executiveSummary({ on: '2026-06-30', plans: { 'plan-1': plan }, programs: {}, offerings: {} })
 * summary.asks.map(({ increaseId, requestedBy }) => [increaseId, requestedBy]) // => [['b-1', 'lin']]
 * summary.money.map(({ currency, available }) => [currency, available]) // => [['CNY', 100_000]]
 * ```
 */
export const executiveSummary = (of: SummaryOf): ExecutiveSummary => {
  const { on, plans, programs, offerings, outcomes = {}, figures = {} } = of
  const stages: Partial<Record<ProgramStatus, number>> = {}
  for (const { status } of Object.values(programs))
    if (status !== 'unknown') stages[status] = (stages[status] ?? 0) + 1
  const board = Object.values(offerings)
  const ended = (as: 'completed' | 'failed' | 'noShow') =>
    board.reduce((sum, { enrolments }) => sum + enrolments[as], 0)
  const verdicts = Object.values(outcomes).flatMap((all) => all.map(({ verdict }) => verdict))
  return {
    on,
    programs: stages,
    milestones: {
      onTime: figureOf(milestonesOnTimeFigure, { programs, on }),
      overdue: overdueMilestones({ programs, offerings, on }),
    },
    classes: {
      held: count(board, ({ status }) => status === 'completed'),
      cancelled: count(board, ({ status }) => status === 'cancelled'),
      ahead: count(board, ({ status }) => status !== 'completed' && status !== 'cancelled'),
    },
    attempts: { completed: ended('completed'), failed: ended('failed'), noShow: ended('noShow') },
    objectives: {
      reached: count(verdicts, (one) => one === 'reached'),
      notReached: count(verdicts, (one) => one === 'notReached'),
      notMeasurable: count(verdicts, (one) => one === 'notMeasurable'),
    },
    money: budgetsTogether(Object.values(plans).flatMap(budgetByCurrencyOf)),
    alerts: Object.entries(plans).flatMap(([planId, { alerts }]) =>
      alerts.map(({ currency, threshold }) => ({ planId, currency, threshold })),
    ),
    asks: Object.entries(plans).flatMap(([planId, { increases }]) =>
      Object.entries(increases)
        .filter(([, { status }]) => status === 'requested')
        .map(([increaseId, { lineId, amount, by, reason }]) => ({
          planId,
          increaseId,
          lineId,
          amount,
          requestedBy: by,
          ...given({ reason }),
        })),
    ),
    toApprove: Object.entries(plans).flatMap(([planId, { status, lines, submittedBy }]) =>
      status === 'submitted' ? [{ planId, submittedBy, amounts: amountsOf(Object.values(lines)) }] : [],
    ),
    figures,
  }
}
