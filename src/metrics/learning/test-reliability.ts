import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import { alphaOf, type ItemScores } from '../reaction/cronbach-alpha.ts'
import type { MetricResult } from '../result.ts'
import { type ItemSums, itemSums } from '../statistics/item-spread.ts'
import { itemSumsAccumulator } from '../statistics/item-sums-accumulator.ts'

const reliabilityOf = (sums: ItemSums, isRightOrWrong: boolean): MetricResult =>
  alphaOf(sums, (alpha) => ({ ...alpha, variant: { form: isRightOrWrong ? 'kr20' : 'alpha' } }))

/** A whole number is its own square when it is 0 or 1, and smaller than it otherwise. */
const areRightOrWrong = ({ sums, squares }: ItemSums): boolean =>
  sums.every((sum, item) => sum === squares[item])

/**
 * Reliability of a test (信度), M49: how much of the differences in points is between people, and not between items.
 *
 * Formula: Cronbach's α, which on right/wrong scores is KR-20, with one variance divisor throughout.
 *
 * When to use: before comparing people by their points; report `standardErrorOfMeasurement` with it, which says in
 * points what the coefficient means near the pass mark.
 * When not: on a handful of items; nor computed with p × q of the items over a sample variance of the totals, the
 * mixture that turns .642 into .718.
 *
 * Result: a coefficient with the notes of `cronbachAlpha`, `variant.form` `kr20` when all scores are 0 or 1, else
 * `alpha`. `undefined` and throws as `cronbachAlpha`.
 *
 * Source: Kuder & Richardson (1937), Psychometrika 2, 151–160; Cronbach (1951).
 *
 * @example
 * ```ts
 * import { testReliability } from 'training-ops/metrics'
 * const test = testReliability({ scores: [[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]] })
 * test.status === 'ok' && test.value // => 0.75
 * test.status === 'ok' && test.variant // => { form: 'kr20' }
 * ```
 */
export const testReliability = /* @__PURE__ */ guarded(
  'testReliability',
  ({ scores }: ItemScores): MetricResult =>
    reliabilityOf(
      itemSums('testReliability', scores),
      scores.every((row) => row.includes(null) || row.every((score) => score === 0 || score === 1)),
    ),
)

/** Reliability of a test over people, one row at a time; whole scores only, for only their sums add up exactly. */
export const testReliabilityAccumulator = /* @__PURE__ */ guardedAccumulator(
  'testReliabilityAccumulator',
  ({ items }: { readonly items: number }): Accumulator<readonly (number | null)[], ItemSums, MetricResult> =>
    itemSumsAccumulator('testReliabilityAccumulator', items, (sums) =>
      reliabilityOf(sums, areRightOrWrong(sums)),
    ),
)

export const testReliabilityEntry: MetricEntry = {
  id: 'M49',
  calculator: 'testReliability',
  unit: 'coefficient',
  quantity: 'people',
  better: 'more',
  level: 'L2',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Kuder & Richardson 1937', 'Cronbach 1951'],
}
