import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCount, needsCurrency } from '../guard.ts'
import { moneyPer } from '../money.ts'
import type { MetricResult } from '../result.ts'
import { summing } from '../summing.ts'

export type LearnerCost = {
  /** Minor units. */
  readonly cost: number
  readonly currency: string
  /** Distinct people who took part. */
  readonly learners: number
}

/**
 * Cost per learner (单人成本), M18: what training costs for each person who took part.
 *
 * Formula: cost / distinct learners.
 *
 * When to use: to compare offerings of the same kind.
 * When not: as spending per employee (M17), whose denominator is everybody.
 *
 * Result: minor units of the currency, not rounded; `n` is the learners; `undefined` (`ZeroDenominator`) without
 * learners. Throws when an amount or count is not a whole number ≥ 0 or the currency is not three capital letters.
 * The same by the hour: `costPerHour`.
 *
 * Source: ATD's State of the Industry measures.
 *
 * @example
 * ```ts
 * import { costPerLearner } from 'training-ops/metrics'
 * costPerLearner({ cost: 1_200_000, currency: 'CNY', learners: 48 }) // => { status: 'ok', value: 25_000, n: 48, unit: 'minorUnits', currency: 'CNY' }
 * ```
 */
export const costPerLearner = /* @__PURE__ */ guarded(
  'costPerLearner',
  ({ cost, currency, learners }: LearnerCost): MetricResult => {
    needsCount('costPerLearner', 'cost', cost)
    needsCurrency('costPerLearner', 'currency', currency)
    needsCount('costPerLearner', 'learners', learners)
    return moneyPer({ amount: cost, currency, per: learners, n: learners, what: 'learners' })
  },
)

/** Adds costs and learners; where one person may be in two parts, count distinct people first. */
export const costPerLearnerAccumulator = /* @__PURE__ */ guardedAccumulator(
  'costPerLearnerAccumulator',
  /* @__PURE__ */ summing<LearnerCost, MetricResult>(
    'costPerLearner',
    { cost: 0, currency: '', learners: 0 },
    costPerLearner,
  ),
)

export const costPerLearnerEntry: MetricEntry = {
  id: 'M18',
  calculator: 'costPerLearner',
  unit: 'minorUnits',
  quantity: 'people',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['ATD State of the Industry'],
}
