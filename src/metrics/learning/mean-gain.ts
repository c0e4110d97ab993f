import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { sampleVariance } from '../statistics/moments.ts'
import { meanInterval } from '../statistics/t-interval.ts'
import { combineGains, type GainSums, gainsFromSums, liftGain, noGains } from './gain-sums.ts'
import { type Gains, gainsOf, type PairedScore, type PairedScores, withNotes } from './paired-scores.ts'

const meanOf = ({ moments, notes }: Gains): MetricResult => {
  if (moments.n === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  const { notes: why, ...interval } = meanInterval(moments.mean, sampleVariance(moments), moments.n)
  return measured({
    value: moments.mean,
    n: moments.n,
    unit: 'points',
    ...interval,
    ...withNotes([...why, ...notes]),
  })
}

/**
 * Mean gain (平均提升分), M40: how many points people gained from the pre-test to the post-test.
 *
 * Formula: mean of (after − before) over people with both scores, and its 95 % t interval: mean ± t quantile for
 * (pairs − 1) degrees of freedom × standard deviation of the gains / √pairs.
 *
 * When to use: when both tests have the same items or the same scale.
 * When not: when the two tests have different maxima, for then a difference of scores means nothing; nor as proof
 * that the training did it, for which a comparison group is needed.
 *
 * Result: points, with the t interval from two pairs on that differ (else `NoIntervalFromOne`,
 * `NoIntervalWithoutSpread`), and the note `UnpairedLeftOut` when people have one score
 * only; `undefined` (`TooFewObservations`) when nobody has both. Throws when the lists differ in length or a score
 * is neither null nor finite.
 *
 * Source: Student (1908), Biometrika 6, 1–25, whose sleep data give 1.58 (0.70 to 2.46).
 *
 * @example
 * ```ts
 * import { meanGain } from 'training-ops/metrics'
 * const gain = meanGain({ before: [52, 60, 71, null], after: [70, 66, 80, 90] })
 * gain.status === 'ok' && gain.value // => 11
 * gain.status === 'ok' && gain.notes // => [{ code: 'UnpairedLeftOut', onlyBefore: 0, onlyAfter: 1 }]
 * ```
 */
export const meanGain = /* @__PURE__ */ guarded(
  'meanGain',
  (scores: PairedScores): MetricResult => meanOf(gainsOf('meanGain', scores)),
)

/** Mean gain over people, one at a time; whole scores only, for only their sums add up exactly. */
export const meanGainAccumulator: Accumulator<PairedScore, GainSums, MetricResult> =
  /* @__PURE__ */ guardedAccumulator('meanGainAccumulator', {
    empty: noGains,
    lift: (person) => liftGain('meanGainAccumulator', person),
    combine: combineGains,
    extract: (sums) => meanOf(gainsFromSums(sums)),
  })

export const meanGainEntry: MetricEntry = {
  id: 'M40',
  calculator: 'meanGain',
  unit: 'points',
  quantity: 'people',
  better: 'more',
  level: 'L2',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Student 1908'],
}
