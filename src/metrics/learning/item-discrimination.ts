import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAt, needsOneOf } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { type ItemOfTest, itemAndTotals } from './item-and-totals.ts'

const indices = ['itemRest', 'itemTotal'] as const

type IndexChoice = {
  /**
   * `itemRest` (default): correlation with the score on the other items; `itemTotal`: with the total that contains
   * it, which flatters.
   */
  readonly index?: (typeof indices)[number]
}

export type DiscriminationInput = ItemOfTest & IndexChoice

/** Sums over people of their scores on the item and on the test, in bigint where scores are whole. */
export type DiscriminationSums = {
  readonly people: number
  readonly own: bigint
  readonly totals: bigint
  readonly ownSquares: bigint
  readonly totalSquares: bigint
  readonly products: bigint
}

const sumsOf = (people: readonly (readonly [own: number, total: number])[]): DiscriminationSums => {
  const isWhole = people.flat().every(Number.isSafeInteger)
  const added = (isWhole ? BigInt : Number) as typeof BigInt
  const columnOf = (at: 0 | 1): readonly bigint[] => {
    const column = people.map((person) => person[at])
    const origin = isWhole ? 0 : (column[0] as number)
    return column.map((score) => added(score - origin))
  }
  const [own, totals] = [columnOf(0), columnOf(1)]
  const sumOf = (xs: readonly bigint[], ys?: readonly bigint[]): bigint =>
    xs.reduce((sum, x, person) => sum + (ys ? x * (ys[person] as bigint) : x), added(0))
  return {
    people: people.length,
    own: sumOf(own),
    totals: sumOf(totals),
    ownSquares: sumOf(own, own),
    totalSquares: sumOf(totals, totals),
    products: sumOf(own, totals),
  }
}

const correlationOf = (
  { people, own, totals, ownSquares, totalSquares, products }: DiscriminationSums,
  index: (typeof indices)[number],
): MetricResult => {
  if (people < 2)
    return { status: 'undefined', reason: { code: 'TooFewObservations', need: 2, have: people } }
  const n = (typeof own === 'bigint' ? BigInt(people) : people) as bigint
  const ofOwn = Number(n * ownSquares - own * own)
  const ofTotals = Number(n * totalSquares - totals * totals)
  return ofOwn > 0 && ofTotals > 0
    ? {
        status: 'ok',
        value: Number(n * products - own * totals) / Math.sqrt(ofOwn) / Math.sqrt(ofTotals),
        n: people,
        unit: 'coefficient',
        variant: { index },
      }
    : { status: 'undefined', reason: { code: 'NoVariance' } }
}

/**
 * Item discrimination (区分度), M48: do people who do well on the test do well on the item?
 *
 * Formula: correlation of the item with the rest of the test (corrected item–rest r), or as an option with the whole
 * test (point-biserial, uncorrected). Sums of whole scores are exact.
 *
 * When to use: to find items that mislead the able (negative) or tell nothing (near 0).
 * When not: on a mastery test where everybody passes: an item without variance discriminates nothing, and the
 * answer is `undefined`, not 0. For the difference between the best and the worst see `upperLowerDiscrimination`.
 *
 * Result: a coefficient from −1 to 1 with the index in `variant`; `undefined` (`NoVariance`) when the item or the
 * rest does not vary, (`TooFewObservations`) under two people. Throws when rows differ in length, a score is neither
 * null nor finite, or there is no such item.
 *
 * Source: Moodle's quiz statistics.
 *
 * @example
 * ```ts
 * import { itemDiscrimination } from 'training-ops/metrics'
 * const scores = [[1, 1, 1], [1, 1, 0], [1, 0, 1], [0, 0, 0]]
 * const rest = itemDiscrimination({ scores, item: 0 })
 * rest.status === 'ok' && rest.value.toFixed(4) // => '0.8165'
 * ```
 */
export const itemDiscrimination = /* @__PURE__ */ guarded(
  'itemDiscrimination',
  ({ index = 'itemRest', ...test }: DiscriminationInput): MetricResult => {
    needsOneOf('itemDiscrimination', 'index', index, indices)
    return correlationOf(sumsOf(itemAndTotals('itemDiscrimination', test, index === 'itemRest')), index)
  },
)

/** Item discrimination over people, one row at a time; whole scores only, for only their sums add up exactly. */
export const itemDiscriminationAccumulator = /* @__PURE__ */ guardedAccumulator(
  'itemDiscriminationAccumulator',
  ({
    item,
    items,
    index = 'itemRest',
  }: IndexChoice & {
    readonly item: number
    readonly items: number
  }): Accumulator<readonly (number | null)[], DiscriminationSums, MetricResult> => {
    const calculator = 'itemDiscriminationAccumulator'
    needsOneOf(calculator, 'index', index, indices)
    return {
      empty: sumsOf([]),
      lift: (row) => {
        needsAt(row.length === items, calculator, `${items} items`, 'row', row.length)
        row.forEach((score, at) => {
          needsAt(
            score === null || Number.isSafeInteger(score),
            calculator,
            'null or a whole number',
            'row',
            score,
            at,
          )
        })
        return sumsOf(itemAndTotals(calculator, { scores: [row], item }, index === 'itemRest'))
      },
      combine: (a, b) => ({
        people: a.people + b.people,
        own: a.own + b.own,
        totals: a.totals + b.totals,
        ownSquares: a.ownSquares + b.ownSquares,
        totalSquares: a.totalSquares + b.totalSquares,
        products: a.products + b.products,
      }),
      extract: (sums) => correlationOf(sums, index),
    }
  },
)

export const itemDiscriminationEntry: MetricEntry = {
  id: 'M48',
  calculator: 'itemDiscrimination',
  companions: { upperLowerDiscrimination: {} },
  unit: 'coefficient',
  quantity: 'people',
  better: 'more',
  level: 'L2',
  class: 'effectiveness',
  options: { index: indices },
  accumulates: 'exact',
  sources: ['Moodle quiz statistics', 'Kelley 1939'],
}
