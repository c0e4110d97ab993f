import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCount, needsCurrency, needsOneOf } from '../guard.ts'
import { moneyPer } from '../money.ts'
import type { MetricResult } from '../result.ts'
import { summing } from '../summing.ts'

export type HourCost = {
  /** Minor units. */
  readonly cost: number
  readonly currency: string
  /** Minutes of training: learners' attended minutes (`used`) or minutes of content on offer (`available`). */
  readonly minutes: number
  /** `used` unless said otherwise. */
  readonly hours?: 'used' | 'available'
}

/**
 * Cost per hour (每小时培训成本), M18b: what an hour of training costs.
 *
 * Formula: cost / (minutes / 60), the minutes being those learners used or those of content available.
 *
 * When to use: `used`, to compare deliveries; `available`, to compare what it costs to make content.
 * When not: to compare the two with each other: one counts learners, the other does not.
 *
 * Result: minor units of the currency, not rounded; `n` is the minutes; the variant names the hours; `undefined`
 * (`ZeroDenominator`) at 0 minutes. Throws when an amount is not a whole number ≥ 0 or the currency is not three
 * capital letters.
 *
 * Source: ATD's State of the Industry measures (cost per learning hour used and available).
 *
 * @example
 * ```ts
 * import { costPerHour } from 'training-ops/metrics'
 * const cost = costPerHour({ cost: 900_000, currency: 'EUR', minutes: 3_000 })
 * cost // => { status: 'ok', value: 18_000, n: 3_000, unit: 'minorUnits', currency: 'EUR', variant: { hours: 'used' } }
 * ```
 */
export const costPerHour = /* @__PURE__ */ guarded(
  'costPerHour',
  ({ cost, currency, minutes, hours = 'used' }: HourCost): MetricResult => {
    needsCount('costPerHour', 'cost', cost)
    needsCurrency('costPerHour', 'currency', currency)
    needsCount('costPerHour', 'minutes', minutes)
    needsOneOf('costPerHour', 'hours', hours, ['used', 'available'])
    return moneyPer({
      amount: cost,
      currency,
      per: minutes / 60,
      n: minutes,
      what: 'minutes',
      variant: { hours },
    })
  },
)

export const costPerHourAccumulator = /* @__PURE__ */ guardedAccumulator(
  'costPerHourAccumulator',
  /* @__PURE__ */ summing<HourCost, MetricResult>(
    'costPerHour',
    { cost: 0, currency: '', minutes: 0, hours: 'used' },
    costPerHour,
  ),
)

export const costPerHourEntry: MetricEntry = {
  id: 'M18b',
  calculator: 'costPerHour',
  unit: 'minorUnits',
  quantity: 'minutes',
  level: 'L0',
  class: 'efficiency',
  options: { hours: ['used', 'available'] },
  accumulates: 'exact',
  sources: ['ATD State of the Industry'],
}
