import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import { type MetricResult, measured, notMeasurable, type TTest } from '../result.ts'
import { sampleDeviation } from '../statistics/moments.ts'
import { studentTTwoSided } from '../statistics/student-t.ts'
import { combineGains, type GainSums, gainsFromSums, liftGain, noGains } from './gain-sums.ts'
import { type Gains, gainsOf, type PairedScore, type PairedScores } from './paired-scores.ts'

const statisticOf = ({ moments, notes }: Gains): MetricResult => {
  const { n, mean } = moments
  if (n < 2) return notMeasurable({ code: 'TooFewObservations', need: 2, have: n })
  const deviation = sampleDeviation(moments)
  if (deviation === 0) return notMeasurable({ code: 'NoVariance' })
  const standardError = deviation / Math.sqrt(n)
  const degreesOfFreedom = n - 1
  const t = mean / standardError
  const p = studentTTwoSided({ t, df: degreesOfFreedom })
  const test: TTest = { code: 'TTest', standardError, degreesOfFreedom, t, p }
  return measured({ value: t, n, unit: 'coefficient', notes: [test, ...notes] })
}

/**
 * Paired t (配对 t 检验), M41: would gains like these come about by chance alone?
 *
 * Formula: mean gain / (standard deviation of the gains / √pairs), gains being after − before.
 *
 * When to use: beside `meanGain`, for a reader who asks for a test.
 * When not: as the size of the gain, which `effectSize` is: with enough people any gain is significant. With
 * skewed gains of few people use `wilcoxonSignedRank`.
 *
 * Result: the t statistic with the note `TTest` (standard error, degrees of freedom, t, two-sided p; typed by
 * `tTestOf`); its sign is that of after − before;
 * `undefined` (`TooFewObservations`) under two pairs, (`NoVariance`) when everybody gained the same. Throws as
 * `meanGain` does.
 *
 * Source: Student (1908), Biometrika 6, 1–25, whose sleep data give t = 4.0621, p = .002833.
 *
 * @example
 * ```ts
 * import { pairedT, tTestOf } from 'training-ops/metrics'
 * const test = pairedT({ before: [1, 2, 3, 4], after: [2, 4, 4, 6] })
 * test.status === 'ok' && test.value.toFixed(4) // => '5.1962'
 * tTestOf(test)?.p.toFixed(4) // => '0.0138'
 * ```
 */
export const pairedT = /* @__PURE__ */ guarded(
  'pairedT',
  (scores: PairedScores): MetricResult => statisticOf(gainsOf('pairedT', scores)),
)

/** Paired t over people, one at a time; whole scores only, for only their sums add up exactly. */
export const pairedTAccumulator: Accumulator<PairedScore, GainSums, MetricResult> =
  /* @__PURE__ */ guardedAccumulator('pairedTAccumulator', {
    empty: noGains,
    lift: (person) => liftGain('pairedTAccumulator', person),
    combine: combineGains,
    extract: (sums) => statisticOf(gainsFromSums(sums)),
  })

export const pairedTEntry: MetricEntry = {
  id: 'M41',
  calculator: 'pairedT',
  unit: 'coefficient',
  quantity: 'people',
  level: 'L2',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Student 1908'],
}
