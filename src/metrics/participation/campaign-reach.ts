import { countedShare } from '../counted-share.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { summing } from '../summing.ts'

export type CampaignCounts = {
  /** People the campaign reached. */
  readonly reached: number
  /** People it was meant for. */
  readonly audience: number
}

/**
 * Campaign reach (推广触达率), M01b: how much of its audience a campaign reached.
 *
 * Formula: people reached / people in the audience.
 *
 * When to use: to compare the channels of campaigns for one audience.
 * When not: as participation: whoever was reached may not come.
 *
 * Result: a ratio, above 1 where more were reached than were meant; `n` is the audience; `undefined`
 * (`ZeroDenominator`) without any. Throws when a count is not a whole number ≥ 0.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { campaignReach } from 'training-ops/metrics'
 * campaignReach({ reached: 150, audience: 200 }) // => { status: 'ok', value: 0.75, n: 200, unit: 'ratio' }
 * ```
 */
export const campaignReach = /* @__PURE__ */ guarded(
  'campaignReach',
  /* @__PURE__ */ countedShare<CampaignCounts>('campaignReach', 'reached', 'audience', true),
)

export const campaignReachAccumulator = /* @__PURE__ */ guardedAccumulator(
  'campaignReachAccumulator',
  /* @__PURE__ */ summing<CampaignCounts, MetricResult>(
    'campaignReach',
    { reached: 0, audience: 0 },
    campaignReach,
  ),
)

export const campaignReachEntry: MetricEntry = {
  id: 'M01b',
  calculator: 'campaignReach',
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
