import { countedShare } from '../counted-share.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { summing } from '../summing.ts'

export type PlannedPeople = {
  /** People who completed training of the plan line. */
  readonly trained: number
  /** People it was planned for. */
  readonly headcount: number
}

/**
 * Plan reach (计划人数达成率), M14b: how many people were trained of those a plan was made for.
 *
 * Formula: people who completed / people planned.
 *
 * When to use: beside plan completion, which counts classes.
 * When not: where the audience changed since the plan was made.
 *
 * Result: a ratio, above 1 where more were trained than planned; `n` is the people planned; `undefined`
 * (`ZeroDenominator`) when nobody was planned for. Throws when a count is not a whole number ≥ 0.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { planReach } from 'training-ops/metrics'
 * planReach({ trained: 30, headcount: 40 }) // => { status: 'ok', value: 0.75, n: 40, unit: 'ratio' }
 * ```
 */
export const planReach = /* @__PURE__ */ guarded(
  'planReach',
  /* @__PURE__ */ countedShare<PlannedPeople>('planReach', 'trained', 'headcount', true),
)

export const planReachAccumulator = /* @__PURE__ */ guardedAccumulator(
  'planReachAccumulator',
  /* @__PURE__ */ summing<PlannedPeople, MetricResult>('planReach', { trained: 0, headcount: 0 }, planReach),
)

export const planReachEntry: MetricEntry = {
  id: 'M14b',
  calculator: 'planReach',
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
