import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { alphaOf, type ItemScores } from '../reaction/cronbach-alpha.ts'
import type { MetricResult } from '../result.ts'
import { type ItemSums, itemSums } from '../statistics/item-spread.ts'
import { itemSumsAccumulator } from '../statistics/item-sums-accumulator.ts'

const errorOf = (sums: ItemSums): MetricResult =>
  alphaOf(sums, (alpha, varianceOfTotals) =>
    alpha.value < 0
      ? { status: 'undefined', reason: { code: 'NegativeReliability', reliability: alpha.value } }
      : { ...alpha, value: Math.sqrt(varianceOfTotals * (1 - alpha.value)), unit: 'points' },
  )

/**
 * Standard error of measurement (测量标准误), M49b: how far a person's points may be from their true ones.
 *
 * Formula: standard deviation of the totals (divisor people − 1) × √(1 − reliability), the reliability being that of
 * `testReliability`.
 *
 * When to use: together with the reliability, to say how many points near the pass mark are noise.
 * When not: as a range for one person far from the middle: it is one figure for everybody who sat the test.
 *
 * Result: points; `undefined` (`NegativeReliability`) when the reliability is negative, and for the reasons of
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
export const standardErrorOfMeasurement = ({ scores }: ItemScores): MetricResult =>
  errorOf(itemSums('standardErrorOfMeasurement', scores))

/** The standard error over people, one row at a time; whole scores only, for only their sums add up exactly. */
export const standardErrorOfMeasurementAccumulator = ({
  items,
}: {
  readonly items: number
}): Accumulator<readonly (number | null)[], ItemSums, MetricResult> =>
  itemSumsAccumulator('standardErrorOfMeasurementAccumulator', items, errorOf)

export const standardErrorOfMeasurementEntry: MetricEntry = {
  id: 'M49b',
  calculator: 'standardErrorOfMeasurement',
  unit: 'points',
  quantity: 'people',
  level: 'L2',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Kuder & Richardson 1937', 'Cronbach 1951'],
}
