import { budgetByCurrencyOf } from '../figures/money.ts'
import type { ObjectiveOutcome } from '../figures/objective-outcomes.ts'
import {
  type BudgetFigures,
  budgetExecution,
  budgetVariance,
  type MetricResult,
  onScheduleDelivery,
} from '../metrics/index.ts'
import type { ProgramStatus } from '../planning/program/status.ts'
import type { PlanRecord } from '../records/plan/record.ts'
import type { ProgramRecord } from '../records/program/record.ts'
import type { Money } from '../vocabulary/index.ts'
import type { ClassOnBoard } from './board.ts'
import { type OpenMilestone, openMilestonesOf } from './milestones.ts'

/** Money leadership is asked to decide on (争取资源支持). */
export type MoneyAsk = {
  readonly planId: string
  readonly increaseId: string
  readonly lineId: string
  readonly amount: Money
  readonly requestedBy: string
}

export type MoneyInSummary = {
  readonly currency: string
  readonly approved: number
  readonly committed: number
  readonly posted: number
  readonly available: number
} & BudgetFigures

export type ExecutiveSummary = {
  readonly on: string
  /** How many programs stand where. */
  readonly programs: Readonly<Partial<Record<ProgramStatus, number>>>
  readonly milestones: {
    /** M15 over milestones due by the day. */
    readonly onTime: MetricResult
    readonly overdue: readonly OpenMilestone[]
  }
  readonly classes: { readonly held: number; readonly ahead: number; readonly cancelled: number }
  /** Attempts that were completed, and those that ended otherwise in class. */
  readonly attempts: { readonly completed: number; readonly failed: number; readonly noShow: number }
  readonly objectives: Readonly<Record<ObjectiveOutcome['verdict'], number>>
  /** All plans together, by currency. */
  readonly money: readonly MoneyInSummary[]
  readonly alerts: readonly {
    readonly planId: string
    readonly currency: string
    readonly threshold: number
  }[]
  readonly asks: readonly MoneyAsk[]
  /** Figures the host chose to tell, by name. */
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

const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => items.filter(is).length

const moneyOf = (plans: readonly PlanRecord[]): readonly MoneyInSummary[] => {
  const all = plans.flatMap(budgetByCurrencyOf)
  return [...new Set(all.map(({ currency }) => currency))].sort().map((currency) => {
    const own = all.filter((one) => one.currency === currency)
    const sum = (of: 'approved' | 'committed' | 'posted' | 'available') =>
      own.reduce((total, one) => total + one[of], 0)
    const figure = { approved: sum('approved'), actual: sum('posted'), currency }
    return {
      currency,
      approved: sum('approved'),
      committed: sum('committed'),
      posted: sum('posted'),
      available: sum('available'),
      execution: budgetExecution(figure),
      variance: budgetVariance(figure),
    }
  })
}

/**
 * What leadership is told (向上级汇报): how far programs have come, what is late, what was held, whether objectives were
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
  const overdue = Object.entries(programs)
    .flatMap(([programId, program]) => openMilestonesOf(programId, program))
    .filter(({ due }) => due < on)
  const reached = Object.values(programs)
    .flatMap((program) => Object.values(program.reached).flat())
    .filter(({ due }) => due < on)
  const board = Object.values(offerings)
  const ended = (as: 'completed' | 'failed' | 'noShow') =>
    board.reduce((sum, { enrolments }) => sum + enrolments[as], 0)
  const verdicts = Object.values(outcomes).flatMap((all) => all.map(({ verdict }) => verdict))
  return {
    on,
    programs: stages,
    milestones: {
      onTime: onScheduleDelivery({
        byMilestone: count(reached, ({ due, reachedOn }) => reachedOn <= due),
        due: reached.length + overdue.length,
      }),
      overdue,
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
    money: moneyOf(Object.values(plans)),
    alerts: Object.entries(plans).flatMap(([planId, { alerts }]) =>
      alerts.map(({ currency, threshold }) => ({ planId, currency, threshold })),
    ),
    asks: Object.entries(plans).flatMap(([planId, { increases }]) =>
      Object.entries(increases)
        .filter(([, { status }]) => status === 'requested')
        .map(([increaseId, { lineId, amount, by }]) => ({
          planId,
          increaseId,
          lineId,
          amount,
          requestedBy: by,
        })),
    ),
    figures,
  }
}
