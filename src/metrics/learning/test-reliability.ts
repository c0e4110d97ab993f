import type { CatalogueEntry } from '../catalogue-entry.ts'
import { cronbachAlpha, type ItemScores } from '../reaction/cronbach-alpha.ts'
import { type Measured, type MetricResult, measured, type NotMeasurable, notMeasurable } from '../result.ts'
import { itemSpread } from '../statistics/item-spread.ts'

/** A reliability, and how far a person's score may be from their true one. */
export type TestReliability = Measured & {
  /** Standard error of measurement, in points. */
  readonly standardErrorOfMeasurement: MetricResult
}

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
 * `alpha`; the standard error is `undefined` (`ScaleMismatch`) when α is negative. `undefined` and throws as
 * `cronbachAlpha`; it accumulates as `cronbachAlphaAccumulator` does.
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
export const testReliability = (test: ItemScores): TestReliability | NotMeasurable => {
  const reliability = cronbachAlpha(test)
  if (reliability.status !== 'ok') return reliability as NotMeasurable
  const alpha = reliability.value
  const { people, ofTotals } = itemSpread('testReliability', test.scores)
  const deviationOfTotals = Math.sqrt(ofTotals / people / (people - 1))
  const rightOrWrong = test.scores.every((row) =>
    row.every((score) => score === null || score === 0 || score === 1),
  )
  return {
    ...reliability,
    variant: { form: rightOrWrong ? 'kr20' : 'alpha' },
    standardErrorOfMeasurement:
      alpha < 0
        ? notMeasurable({ code: 'ScaleMismatch', expected: 'a reliability from 0 to 1', got: String(alpha) })
        : measured({ value: deviationOfTotals * Math.sqrt(1 - alpha), n: people, unit: 'points' }),
  }
}

export const testReliabilityEntry: CatalogueEntry = {
  id: 'M49',
  calculator: 'testReliability',
  name: { en: 'Test reliability and standard error of measurement', 'zh-CN': '信度、测量标准误' },
  unit: 'coefficient',
  level: 'L2',
  class: 'effectiveness',
  variants: { form: ['kr20', 'alpha'] },
  accumulates: { no: 'Accumulate cronbachAlpha, which is exact; the standard error follows from its sums.' },
  references: ['Kuder & Richardson 1937', 'Cronbach 1951'],
}
