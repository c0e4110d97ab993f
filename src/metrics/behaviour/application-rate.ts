import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAtMost, needsCounts } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { share } from '../share.ts'
import { summing } from '../summing.ts'

/** Of the learners asked or observed afterwards, how many have put something to use. */
export type ApplicationCounts = {
  /** Applied at least one target behaviour on the job. */
  readonly applied: number
  /** Were followed up at all. */
  readonly followedUp: number
  /** Were trained. */
  readonly trained: number
}

/** @internal */
export const needsApplicationCounts = (calculator: string, counts: ApplicationCounts): void => {
  const { applied, followedUp, trained } = counts
  needsCounts(calculator, { applied, followedUp, trained })
  needsAtMost(calculator, 'applied', applied, followedUp, 'followedUp')
  needsAtMost(calculator, 'followedUp', followedUp, trained, 'trained')
}

/**
 * Application rate (应用率), M62: of the learners followed up, the share who used at least one target behaviour.
 *
 * Formula: learners who applied ≥ 1 target behaviour / learners followed up.
 *
 * When to use: as the plainest level 3 figure; its complement is scrap learning (M63).
 * When not: for how well they do it (`behaviourAdoption` asks for the target level).
 *
 * Result: a ratio with its Wilson 95 % interval, without one when everybody trained was followed up; `undefined`
 * (`ZeroDenominator`) when nobody was. Throws when a count is not a whole number ≥ 0, or applied ≤ followedUp ≤
 * trained does not hold.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { applicationRate } from 'training-ops/metrics'
 * applicationRate({ applied: 15, followedUp: 20, trained: 20 }) // => { status: 'ok', value: 0.75, n: 20, unit: 'ratio' }
 * applicationRate({ applied: 0, followedUp: 0, trained: 20 }) // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'followedUp' } }
 * ```
 */
export const applicationRate = /* @__PURE__ */ guarded(
  'applicationRate',
  (counts: ApplicationCounts): MetricResult => {
    needsApplicationCounts('applicationRate', counts)
    const { applied, followedUp, trained } = counts
    return share({ part: applied, whole: followedUp, what: 'followedUp', sampled: followedUp < trained })
  },
)

/** Sums the counts of several groups; the rate is that of the sums. */
export const applicationRateAccumulator = /* @__PURE__ */ guardedAccumulator(
  'applicationRateAccumulator',
  /* @__PURE__ */ summing<ApplicationCounts, MetricResult>(
    'applicationRate',
    { applied: 0, followedUp: 0, trained: 0 },
    applicationRate,
  ),
)

export const applicationRateEntry: MetricEntry = {
  id: 'M62',
  calculator: 'applicationRate',
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L3',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
