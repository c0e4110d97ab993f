import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsOneOf } from '../guard.ts'
import { type Measured, type MetricResult, type Note, notMeasurable } from '../result.ts'
import { fQuantile } from '../statistics/f-distribution.ts'
import { type ItemRows, type ItemSums, itemSums } from '../statistics/item-spread.ts'
import { itemSumsAccumulator } from '../statistics/item-sums-accumulator.ts'
import { pairwiseSpread } from '../statistics/pairwise.ts'

/** A questionnaire or a test: one row per person, one column per item; a row with a `null` is left out. */
export type ItemScores = { readonly scores: ItemRows }

/** Scores, and the treatment of people who skipped an item. */
export type AlphaInput = ItemScores & {
  /** `listwise` (the default): they are left out; `pairwise`: every answer counts for the pairs of items it is part of. */
  readonly missing?: 'listwise' | 'pairwise'
}

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
  const notes: Note[] = incomplete > 0 ? [{ code: 'IncompleteLeftOut', count: incomplete }] : []
  return read(coefficient(value, n, items, notes), Number(ofTotals) / n / (n - 1))
}

/** α with Feldt's interval. */
const coefficient = (value: number, n: number, items: number, more: readonly Note[]): Measured => {
  const freedom = { df1: n - 1, df2: (n - 1) * (items - 1) }
  const notes: Note[] = []
  const ofFeldt = (probability: number) => 1 - (1 - value) * fQuantile({ probability, ...freedom })
  const [low, high] = [ofFeldt(0.975), ofFeldt(0.025)]
  const hasInterval = high - low > 1e-12
  if (!hasInterval) notes.push({ code: 'NoIntervalFullAgreement' })
  notes.push(...more)
  if (value < 0) notes.push({ code: 'NegativeReliability' })
  return {
    status: 'ok',
    value,
    n,
    unit: 'coefficient',
    ...(hasInterval && { interval: { low, high, confidence: 0.95, method: 'f' } }),
    ...(notes.length > 0 && { notes }),
  }
}

const missings = ['listwise', 'pairwise'] as const

/** α from the covariances of all who answered two items; n is the least number of them. */
const alphaOfPairs = (rows: ItemRows): MetricResult => {
  const items = rows[0]?.length ?? 0
  const { ofItems, ofTotals, fewest } = pairwiseSpread(rows)
  const have = Math.min(fewest, items)
  if (have < 2) return notMeasurable({ code: 'TooFewObservations', need: 2, have })
  if (!(ofTotals > 0)) return notMeasurable({ code: 'NoVariance' })
  const value = (items * (ofTotals - ofItems)) / ((items - 1) * ofTotals)
  return coefficient(value, fewest, items, [{ code: 'PairwiseAnswers', people: rows.length, fewest }])
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
 * is negative (`NegativeReliability`), or people were left out
 * (`IncompleteLeftOut`). With `missing: 'pairwise'` n is the least number of people who answered two items both, which the
 * note `PairwiseAnswers` tells beside all people; `undefined` (`TooFewObservations`) on fewer than two people or items, (`NoVariance`) when
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
export const cronbachAlpha = /* @__PURE__ */ guarded(
  'cronbachAlpha',
  ({ scores, missing = 'listwise' }: AlphaInput): MetricResult => {
    needsOneOf('cronbachAlpha', 'missing', missing, missings)
    const sums = itemSums('cronbachAlpha', scores)
    const alpha = missing === 'pairwise' && sums.incomplete > 0 ? alphaOfPairs(scores) : alphaOf(sums)
    return alpha.status === 'ok' ? { ...alpha, variant: { missing } } : alpha
  },
)

/** Cronbach's α over people without a gap, one row at a time; whole scores only, for only their sums add up exactly. */
export const cronbachAlphaAccumulator = /* @__PURE__ */ guardedAccumulator(
  'cronbachAlphaAccumulator',
  ({ items }: { readonly items: number }): Accumulator<readonly (number | null)[], ItemSums, MetricResult> =>
    itemSumsAccumulator('cronbachAlphaAccumulator', items, (sums) =>
      alphaOf(sums, (alpha) => ({ ...alpha, variant: { missing: 'listwise' } })),
    ),
)

export const cronbachAlphaEntry: MetricEntry = {
  id: 'M35',
  calculator: 'cronbachAlpha',
  unit: 'coefficient',
  quantity: 'people',
  better: 'more',
  level: 'L1',
  class: 'effectiveness',
  options: { missing: missings },
  companions: { mcdonaldOmega: {} },
  accumulates: 'exact',
  sources: ['Cronbach 1951', 'Feldt 1965'],
}
