import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAtMost, needsCounts, needsOneOf } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { censusShare } from '../share.ts'
import { summing } from '../summing.ts'

export type PlanCounts = {
  /** Of the planned ones due, those that were delivered. */
  readonly delivered: number
  /** Planned offerings (or sessions, or heads) whose date has come. */
  readonly plannedDue: number
  /** Delivered without having been planned: shown apart, in neither number. */
  readonly unplanned?: number
  /** The thing counted: `offerings` (classes held, 期次; the default), their `sessions`, or `heads`. */
  readonly countedBy?: 'offerings' | 'sessions' | 'heads'
}

/**
 * Plan completion (培训计划完成率), M14: how much of what was planned until now was delivered.
 *
 * Formula: delivered planned offerings / planned offerings due. Unplanned classes are in neither number.
 *
 * When to use: to follow the year's plan.
 * When not: for punctuality (M15), or to show unplanned work: it stands in a note.
 *
 * Result: a ratio from 0 to 1; `n` is the planned ones due; the variant says what was counted; `undefined`
 * (`ZeroDenominator`) when nothing is due. A census, so no interval. Throws when a count is not a whole number ≥ 0
 * or `delivered` exceeds `plannedDue`.
 *
 * Source: default D11 of the project's metric catalog: of two Chinese formulas, the one that counts classes held
 * (期次) and not heads. The catalog's formula counts offerings; an offering of five sessions of which four were held
 * is not delivered, so who wants those four to show counts `sessions`.
 *
 * @example
 * ```ts
 * import { planCompletion } from 'training-ops/metrics'
 * const plan = planCompletion({ delivered: 18, plannedDue: 24, unplanned: 3 })
 * plan // => { status: 'ok', value: 0.75, n: 24, unit: 'ratio', variant: { countedBy: 'offerings' }, notes: [{ code: 'Unplanned', delivered: 3 }] }
 * ```
 */
export const planCompletion = /* @__PURE__ */ guarded(
  'planCompletion',
  (counts: PlanCounts): MetricResult => {
    const { delivered, plannedDue, unplanned = 0, countedBy = 'offerings' } = counts
    needsCounts('planCompletion', { delivered, plannedDue, unplanned })
    needsAtMost('planCompletion', 'delivered', delivered, plannedDue, 'plannedDue')
    needsOneOf('planCompletion', 'countedBy', countedBy, ['offerings', 'sessions', 'heads'])
    return censusShare({
      part: delivered,
      whole: plannedDue,
      what: 'plannedDue',
      variant: { countedBy },
      ...(unplanned > 0 && { notes: [{ code: 'Unplanned', delivered: unplanned }] }),
    })
  },
)

export const planCompletionAccumulator = /* @__PURE__ */ guardedAccumulator(
  'planCompletionAccumulator',
  /* @__PURE__ */ summing<PlanCounts, MetricResult>(
    'planCompletion',
    { delivered: 0, plannedDue: 0, unplanned: 0, countedBy: 'offerings' },
    planCompletion,
  ),
)

export const planCompletionEntry: MetricEntry = {
  id: 'M14',
  calculator: 'planCompletion',
  unit: 'ratio',
  quantity: 'classes',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: { countedBy: ['offerings', 'sessions', 'heads'] },
  accumulates: 'exact',
  sources: ['Project default D11'],
}
