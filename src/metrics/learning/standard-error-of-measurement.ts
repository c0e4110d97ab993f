import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import { alphaOf, type ItemScores } from '../reaction/cronbach-alpha.ts'
import type { Measured, MetricResult } from '../result.ts'
import { chiSquaredQuantile } from '../statistics/chi-squared.ts'
import { type ItemSums, itemSums } from '../statistics/item-spread.ts'
import { itemSumsAccumulator } from '../statistics/item-sums-accumulator.ts'

const errorOf = (sums: ItemSums): MetricResult =>
  alphaOf(sums, (alpha, varianceOfTotals) =>
    alpha.value < 0
      ? { status: 'undefined', reason: { code: 'NegativeReliability', reliability: alpha.value } }
      : inPoints(alpha, varianceOfTotals, (alpha.n - 1) * (sums.sums.length - 1)),
  )

/** Its square is a mean square of the residuals, which has a chi-squared distribution. */
const inPoints = (
  { interval, ...alpha }: Measured,
  varianceOfTotals: number,
  degreesOfFreedom: number,
): MetricResult => {
  const value = Math.sqrt(varianceOfTotals * (1 - alpha.value))
  const end = (probability: number) =>
    value * Math.sqrt(degreesOfFreedom / chiSquaredQuantile({ probability, df: degreesOfFreedom }))
  return {
    ...alpha,
    value,
    unit: 'points',
    ...(interval && {
      interval: { low: end(0.975), high: end(0.025), confidence: 0.95, method: 'chiSquared' },
    }),
  }
}

/**
 * Standard error of measurement (测量标准误), M49b: how far a person's points may be from their true ones.
 *
 * Formula: standard deviation of the totals (divisor people − 1) × √(1 − reliability), the reliability being that of
 * `testReliability`.
 *
 * When to use: together with the reliability, to say how many points near the pass mark are noise.
 * When not: as a range for one person far from the middle: it is one figure for everybody who sat the test.
 *
 * Result: points, with the 95 % interval (its square has a chi-squared distribution); `undefined` (`NegativeReliability`) when the reliability is negative, and for the reasons of
 * `cronbachAlpha`, as which it throws.
 *
 * Source: Kuder & Richardson (1937), Psychometrika 2, 151–160; Cronbach (1951).
 *
 * @example
 * ```ts
 * import { standardErrorOfMeasurement } from 'training-ops/metrics'
 * const error = standardErrorOfMeasurement({ scores: [[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]] })
 * error.status === 'ok' && error.value.toFixed(4) // => '0.6455'
 * ```
 */
export const standardErrorOfMeasurement = /* @__PURE__ */ guarded(
  'standardErrorOfMeasurement',
  ({ scores }: ItemScores): MetricResult => errorOf(itemSums('standardErrorOfMeasurement', scores)),
)

/** The standard error over people, one row at a time; whole scores only, for only their sums add up exactly. */
export const standardErrorOfMeasurementAccumulator = /* @__PURE__ */ guardedAccumulator(
  'standardErrorOfMeasurementAccumulator',
  ({ items }: { readonly items: number }): Accumulator<readonly (number | null)[], ItemSums, MetricResult> =>
    itemSumsAccumulator('standardErrorOfMeasurementAccumulator', items, errorOf),
)

export const standardErrorOfMeasurementEntry: MetricEntry = {
  id: 'M49b',
  calculator: 'standardErrorOfMeasurement',
  unit: 'points',
  quantity: 'people',
  better: 'less',
  level: 'L2',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Kuder & Richardson 1937', 'Cronbach 1951'],
}
