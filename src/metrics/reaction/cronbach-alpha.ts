import type { Accumulator } from '../accumulator.ts'
import type { CatalogueEntry } from '../catalogue-entry.ts'
import { type MetricResult, measured, type Note, notMeasurable } from '../result.ts'
import {
  type ItemRows,
  type ItemSpread,
  type ItemSums,
  itemSpread,
  spreadFromSums,
} from '../statistics/item-spread.ts'
import { itemSumsAccumulator } from '../statistics/item-sums-accumulator.ts'

/** A questionnaire or a test: one row per person, one column per item; a row with a `null` is left out. */
export type ItemScores = { readonly scores: ItemRows }

/** α from how far items and totals spread. */
export const alphaOf = ({ people, incomplete, items, ofTotals, shared }: ItemSpread): MetricResult => {
  const have = Math.min(people, items)
  if (have < 2) return notMeasurable({ code: 'TooFewObservations', need: 2, have })
  if (!(ofTotals > 0)) return notMeasurable({ code: 'NoVariance' })
  const alpha = (items * shared) / ((items - 1) * ofTotals)
  const notes: Note[] = []
  if (incomplete > 0) notes.push({ code: 'IncompleteLeftOut', count: incomplete })
  if (alpha < 0) notes.push({ code: 'NegativeReliability' })
  return measured({
    value: alpha,
    n: people,
    unit: 'coefficient',
    ...(notes.length > 0 ? { notes } : {}),
  })
}

/**
 * Cronbach's α (问卷信度), M35: do the items of a questionnaire ask about one thing?
 *
 * Formula: items / (items − 1) × (1 − sum of the items' variances / variance of the totals), over people who
 * answered every item, with one divisor throughout. Sums of whole scores are exact.
 *
 * When to use: before printing a subscale as one score.
 * When not: as proof that the scale measures one thing only, for α grows with the number of items; nor with items
 * worded the other way and not recoded, which is what a negative α usually means.
 *
 * Result: a coefficient up to 1, with a note when it is negative (`NegativeReliability`) or people were left out
 * (`IncompleteLeftOut`); `undefined` (`TooFewObservations`) on fewer than two people or items, (`NoVariance`) when
 * all totals are equal. Throws when rows differ in length or a score is neither null nor finite.
 *
 * Source: Cronbach (1951), Psychometrika 16, 297–334. Equal to ICC(3,k), and to KR-20 on 0/1 scores.
 *
 * @example
 * ```ts
 * import { cronbachAlpha } from 'training-ops/metrics'
 * cronbachAlpha({ scores: [[1, 2], [3, 4], [5, 6]] }) // => { status: 'ok', value: 1, n: 3, unit: 'coefficient' }
 * cronbachAlpha({ scores: [[4, 4], [4, 4]] }) // => { status: 'undefined', reason: { code: 'NoVariance' } }
 * ```
 */
export const cronbachAlpha = ({ scores }: ItemScores): MetricResult =>
  alphaOf(itemSpread('cronbachAlpha', scores))

/** Cronbach's α over people, one row at a time; whole scores only, for only their sums add up exactly. */
export const cronbachAlphaAccumulator = ({
  items,
}: {
  readonly items: number
}): Accumulator<readonly (number | null)[], ItemSums, MetricResult> =>
  itemSumsAccumulator('cronbachAlphaAccumulator', items, (sums) => alphaOf(spreadFromSums(sums)))

export const cronbachAlphaEntry: CatalogueEntry = {
  id: 'M35',
  calculator: 'cronbachAlpha',
  name: { en: "Cronbach's α", 'zh-CN': '问卷信度' },
  unit: 'coefficient',
  level: 'L1',
  class: 'effectiveness',
  variants: {},
  accumulates: 'exact',
  references: ['Cronbach 1951'],
}
