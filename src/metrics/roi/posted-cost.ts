import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCounts, needsCurrency } from '../guard.ts'
import { type MetricResult, measured } from '../result.ts'
import { summing } from '../summing.ts'

export type PostedCost = {
  /** The sum, in minor units of the currency. */
  readonly amount: number
  /** How many amounts, or categories, it is the sum of. */
  readonly postings: number
  readonly currency: string
}

/**
 * Cost posted (已入账成本), M80b: what was posted, of one category or of all, in one currency.
 *
 * Formula: sum of the amounts posted.
 *
 * When to use: to follow spending as the books have it.
 * When not: as the full cost of a program, which also has categories that nobody posts (`fullyLoadedCost`).
 *
 * Result: minor units of the currency; `n` is the postings. Throws when a count is not a whole number ≥ 0 or the
 * currency is not three capital letters.
 *
 * Source: Phillips's level 0, input.
 *
 * @example
 * ```ts
 * import { postedCost } from 'training-ops/metrics'
 * postedCost({ amount: 1_200_000, postings: 3, currency: 'CNY' }) // => { status: 'ok', value: 1_200_000, n: 3, unit: 'minorUnits', currency: 'CNY' }
 * ```
 */
export const postedCost = /* @__PURE__ */ guarded(
  'postedCost',
  ({ amount, postings, currency }: PostedCost): MetricResult => {
    needsCounts('postedCost', { amount, postings })
    needsCurrency('postedCost', 'currency', currency)
    return measured({ value: amount, n: postings, unit: 'minorUnits', currency })
  },
)

export const postedCostAccumulator = /* @__PURE__ */ guardedAccumulator(
  'postedCostAccumulator',
  /* @__PURE__ */ summing<PostedCost, MetricResult>(
    'postedCost',
    { amount: 0, postings: 0, currency: '' },
    postedCost,
  ),
)

export const postedCostEntry: MetricEntry = {
  id: 'M80b',
  calculator: 'postedCost',
  unit: 'minorUnits',
  quantity: 'postings',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['Phillips, ROI methodology, level 0'],
}
