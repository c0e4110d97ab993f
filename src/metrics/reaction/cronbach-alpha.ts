import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import type { Measured, MetricResult, Note } from '../result.ts'
import { fQuantile } from '../statistics/f-distribution.ts'
import { type ItemRows, type ItemSums, itemSums } from '../statistics/item-spread.ts'
import { itemSumsAccumulator } from '../statistics/item-sums-accumulator.ts'

/** A questionnaire or a test: one row per person, one column per item; a row with a `null` is left out. */
export type ItemScores = { readonly scores: ItemRows }

/**
 * α from sums over people, and what is read from it and from the variance of the totals. Spreads are people × sums of
 * squared distances from the mean, whole where scores are.
 *
 * @internal
 */
export const alphaOf = (
  { people, incomplete, sums, squares, totalSquares }: ItemSums,
  read: (alpha: Measured, varianceOfTotals: number) => MetricResult = (alpha) => alpha,
): MetricResult => {
  const [n, items] = [Number(people), sums.length]
  const have = Math.min(n, items)
  if (have < 2) return { status: 'undefined', reason: { code: 'TooFewObservations', need: 2, have } }
  let total = people - people
  let ofItems = total
  sums.forEach((sum, item) => {
    total += sum
    ofItems += people * (squares[item] as bigint) - sum * sum
  })
  const ofTotals = people * totalSquares - total * total
  if (!(ofTotals > 0)) return { status: 'undefined', reason: { code: 'NoVariance' } }
  const value = (items * Number(ofTotals - ofItems)) / ((items - 1) * Number(ofTotals))
  const freedom = { df1: n - 1, df2: (n - 1) * (items - 1) }
  const notes: Note[] = []
  const ofFeldt = (probability: number) => 1 - (1 - value) * fQuantile({ probability, ...freedom })
  const [low, high] = [ofFeldt(0.975), ofFeldt(0.025)]
  const hasInterval = high - low > 1e-12
  if (!hasInterval) notes.push({ code: 'NoIntervalFullAgreement' })
  if (incomplete > 0) notes.push({ code: 'IncompleteLeftOut', count: incomplete })
  if (value < 0) notes.push({ code: 'NegativeReliability' })
  return read(
    {
      status: 'ok',
      value,
      n,
      unit: 'coefficient',
      ...(hasInterval && { interval: { low, high, confidence: 0.95, method: 'f' } }),
      ...(notes.length > 0 && { notes }),
    },
    Number(ofTotals) / n / (n - 1),
  )
}

/**
 * Cronbach's α (问卷信度), M35: do the items of a questionnaire ask about one thing?
 *
 * Formula: items / (items − 1) × (1 − sum of the items' variances / variance of the totals), over people who
 * answered every item, with one divisor throughout. Sums of whole scores are exact. Interval: Feldt's,
 * 1 − (1 − α) × F quantiles for people − 1 and (people − 1)(items − 1) degrees of freedom, which takes items as parallel.
 *
 * When to use: before printing a subscale as one score.
 * When not: as proof that the scale measures one thing only, for α grows with the number of items; nor with items
 * worded the other way and not recoded, which is what a negative α usually means.
 *
 * Result: a coefficient up to 1 with its 95 % interval, and a note when it is 1 and has none (`NoIntervalFullAgreement`),
 * is negative (`NegativeReliability`), or people were left out (`IncompleteLeftOut`); `undefined` (`TooFewObservations`) on fewer than two people or items, (`NoVariance`) when
 * all totals are equal. Throws when rows differ in length or a score is neither null nor finite.
 *
 * Source: Cronbach (1951), Psychometrika 16, 297–334; Feldt (1965), Psychometrika 30, 357–370. Equal to ICC(3,k), and to KR-20 on 0/1 scores.
 *
 * @example
 * ```ts
 * import { cronbachAlpha } from 'training-ops/metrics'
 * const alpha = cronbachAlpha({ scores: [[1, 2, 2], [3, 4, 3], [5, 5, 6], [2, 4, 3]] })
 * alpha.status === 'ok' && [alpha.value, alpha.interval?.low, alpha.interval?.high].map((each) => each?.toFixed(3)) // => ['0.956', '0.707', '0.997']
 * cronbachAlpha({ scores: [[4, 4], [4, 4]] }) // => { status: 'undefined', reason: { code: 'NoVariance' } }
 * ```
 */
export const cronbachAlpha = ({ scores }: ItemScores): MetricResult =>
  alphaOf(itemSums('cronbachAlpha', scores))

/** Cronbach's α over people, one row at a time; whole scores only, for only their sums add up exactly. */
export const cronbachAlphaAccumulator = ({
  items,
}: {
  readonly items: number
}): Accumulator<readonly (number | null)[], ItemSums, MetricResult> =>
  itemSumsAccumulator('cronbachAlphaAccumulator', items, (sums) => alphaOf(sums))

export const cronbachAlphaEntry: MetricEntry = {
  id: 'M35',
  calculator: 'cronbachAlpha',
  unit: 'coefficient',
  quantity: 'people',
  level: 'L1',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Cronbach 1951', 'Feldt 1965'],
}
