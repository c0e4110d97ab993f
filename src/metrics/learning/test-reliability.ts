import type { Accumulator } from '../accumulator.ts'
import type { CatalogueEntry } from '../catalogue-entry.ts'
import { alphaOf, type ItemScores } from '../reaction/cronbach-alpha.ts'
import { type Measured, type MetricResult, measured, type NotMeasurable, notMeasurable } from '../result.ts'
import { type ItemSpread, type ItemSums, itemSpread, spreadFromSums } from '../statistics/item-spread.ts'
import { itemSumsAccumulator } from '../statistics/item-sums-accumulator.ts'

/** A reliability, and how far a person's score may be from their true one. */
export type TestReliability = Measured & {
  /** Standard error of measurement, in points. */
  readonly standardErrorOfMeasurement: MetricResult
}

const reliabilityOf = (spread: ItemSpread, rightOrWrong: boolean): TestReliability | NotMeasurable => {
  const reliability = alphaOf(spread)
  if (reliability.status !== 'ok') return reliability as NotMeasurable
  const alpha = reliability.value
  const { people, ofTotals } = spread
  const deviationOfTotals = Math.sqrt(ofTotals / people / (people - 1))
  return {
    ...reliability,
    variant: { form: rightOrWrong ? 'kr20' : 'alpha' },
    standardErrorOfMeasurement:
      alpha < 0
        ? notMeasurable({ code: 'NegativeReliability', reliability: alpha })
        : measured({ value: deviationOfTotals * Math.sqrt(1 - alpha), n: people, unit: 'points' }),
  }
}

/** A whole number is its own square when it is 0 or 1, and smaller than it otherwise. */
const areRightOrWrong = ({ sums, squares }: ItemSums): boolean =>
  sums.every((sum, item) => sum === squares[item])

/**
 * Reliability of a test (信度) and its standard error of measurement (测量标准误), M49.
 *
 * Formula: Cronbach's α, which on right/wrong scores is KR-20; standard error of measurement = standard deviation
 * of the totals (divisor people − 1) × √(1 − α).
 *
 * When to use: to say how many points near the pass mark are noise.
 * When not: on a handful of items; nor computed with p × q of the items over a sample variance of the totals, the
 * mixture that turns .642 into .718.
 *
 * Result: a coefficient with the notes of `cronbachAlpha`, `variant.form` `kr20` when all scores are 0 or 1, else
 * `alpha`; the standard error is `undefined` (`NegativeReliability`) when α is negative. `undefined` and throws as
 * `cronbachAlpha`.
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
export const testReliability = ({ scores }: ItemScores): TestReliability | NotMeasurable =>
  reliabilityOf(
    itemSpread('testReliability', scores),
    scores.every((row) => row.includes(null) || row.every((score) => score === 0 || score === 1)),
  )

/** Reliability of a test over people, one row at a time; whole scores only, for only their sums add up exactly. */
export const testReliabilityAccumulator = ({
  items,
}: {
  readonly items: number
}): Accumulator<readonly (number | null)[], ItemSums, TestReliability | NotMeasurable> =>
  itemSumsAccumulator('testReliabilityAccumulator', items, (sums) =>
    reliabilityOf(spreadFromSums(sums), areRightOrWrong(sums)),
  )

export const testReliabilityEntry: CatalogueEntry = {
  id: 'M49',
  calculator: 'testReliability',
  name: { en: 'Test reliability and standard error of measurement', 'zh-CN': '信度、测量标准误' },
  unit: 'coefficient',
  level: 'L2',
  class: 'effectiveness',
  variants: { form: ['kr20', 'alpha'] },
  accumulates: 'exact',
  references: ['Kuder & Richardson 1937', 'Cronbach 1951'],
}
