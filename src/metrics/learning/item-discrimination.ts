import type { CatalogueEntry } from '../catalogue-entry.ts'
import { needsAt, needsOneOf } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import type { ItemRows } from '../statistics/item-spread.ts'
import { meanOf } from '../statistics/mean.ts'
import { upperLowerDifference } from './upper-lower.ts'

const indices = ['itemRest', 'itemTotal', 'upperLower'] as const

export type DiscriminationInput = {
  /** One row per person, one column per item; a row with a `null` is left out. */
  readonly scores: ItemRows
  /** The column of the item, from 0. */
  readonly item: number
  /**
   * `itemRest` (default): correlation with the score on the other items; `itemTotal`: with the total that contains
   * it, which flatters; `upperLower`: share of points in the best 27 % less that in the worst.
   */
  readonly index?: (typeof indices)[number]
  /** The most one can score on the item, for `upperLower`. 1 unless told. */
  readonly max?: number
}

const fewestForGroups = 30

/** Distances from the mean; of whole scores they sum to 0 but for the last bit. */
const fromMean = (scores: readonly number[]): readonly number[] => {
  const { mean } = meanOf(scores)
  return scores.map((score) => score - mean)
}

const allAlike = (scores: readonly number[]): boolean => scores.every((score) => score === scores[0])

const sumOfProducts = (xs: readonly number[], ys: readonly number[]): number =>
  xs.reduce((sum, x, person) => sum + x * (ys[person] as number), 0)

const correlation = (xs: readonly number[], ys: readonly number[]): number | null => {
  if (allAlike(xs) || allAlike(ys)) return null
  const [x, y] = [fromMean(xs), fromMean(ys)]
  return sumOfProducts(x, y) / Math.sqrt(sumOfProducts(x, x) * sumOfProducts(y, y))
}

/**
 * Item discrimination (区分度), M48: do people who do well on the test do well on the item?
 *
 * Formula: correlation of the item with the rest of the test (corrected item–rest r). Options: with the whole test
 * (point-biserial, uncorrected), or best less worst 27 % of people by total, those tied at a cut counting in
 * proportion.
 *
 * When to use: to find items that mislead the able (negative) or tell nothing (near 0).
 * When not: on a mastery test where everybody passes: an item without variance discriminates nothing, and the
 * answer is `undefined`, not 0.
 *
 * Result: a coefficient from −1 to 1 with the index in `variant`; `undefined` (`NoVariance`) when the item or the
 * rest does not vary, (`TooFewObservations`) under two people, or 30 for `upperLower`. Throws when rows differ in
 * length, a score is neither null nor finite, or there is no such item.
 *
 * Source: Moodle's quiz statistics; Kelley (1939) for the 27 %.
 *
 * @example
 * ```ts
 * import { itemDiscrimination } from 'training-ops/metrics'
 * const scores = [[1, 1, 1], [1, 1, 0], [1, 0, 1], [0, 0, 0]]
 * const rest = itemDiscrimination({ scores, item: 0 })
 * rest.status === 'ok' && rest.value.toFixed(4) // => '0.8165'
 * ```
 */
export const itemDiscrimination = ({
  scores,
  item,
  index = 'itemRest',
  max = 1,
}: DiscriminationInput): MetricResult => {
  const items = scores[0]?.length ?? 0
  needsOneOf('itemDiscrimination', 'index', index, indices)
  needsAt(max > 0, 'itemDiscrimination', 'a number > 0', 'max', max)
  const isThere = items === 0 || (Number.isInteger(item) && item >= 0 && item < items)
  needsAt(isThere, 'itemDiscrimination', `a column from 0 to ${items - 1}`, 'item', item)
  scores.forEach((row, person) => {
    needsAt(row.length === items, 'itemDiscrimination', `${items} items`, 'scores', row.length, person)
    row.forEach((score, at) => {
      const holds = score === null || Number.isFinite(score)
      needsAt(holds, 'itemDiscrimination', 'a number', `scores[][${at}]`, score, person)
    })
  })
  const complete = scores.filter((row): row is readonly number[] => !row.includes(null))
  const need = index === 'upperLower' ? fewestForGroups : 2
  if (complete.length < need)
    return notMeasurable({ code: 'TooFewObservations', need, have: complete.length })

  const own = complete.map((row) => row[item] as number)
  const leftOut = index === 'itemRest' ? item : Number.NaN
  const totals = complete.map((row) =>
    row.reduce((sum, score, at) => (at === leftOut ? sum : sum + score), 0),
  )
  const value = index === 'upperLower' ? upperLowerDifference(own, totals, max) : correlation(own, totals)
  if (value === null) return notMeasurable({ code: 'NoVariance' })
  return measured({ value, n: complete.length, unit: 'coefficient', variant: { index } })
}

export const itemDiscriminationEntry: CatalogueEntry = {
  id: 'M48',
  calculator: 'itemDiscrimination',
  name: { en: 'Item discrimination', 'zh-CN': '区分度' },
  unit: 'coefficient',
  level: 'L2',
  class: 'effectiveness',
  variants: { index: indices },
  accumulates: { no: 'Best and worst are known only when everybody is; keep the rows, a test is small.' },
  references: ['Moodle quiz statistics', 'Kelley 1939'],
}
