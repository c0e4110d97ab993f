import type { Accumulator } from '../accumulator.ts'
import type { CatalogueEntry } from '../catalogue-entry.ts'
import { needsOneOf } from '../guard.ts'
import { type Measured, measured, type Note, type NotMeasurable, notMeasurable } from '../result.ts'
import { hedgesCorrection } from '../statistics/hedges-correction.ts'
import { type Moments, momentsOf, sampleDeviation } from '../statistics/moments.ts'
import { combinePairs, type GainSums, gainsFromSums, liftPair, noPairs, type PairSums } from './gain-sums.ts'
import { gainsOf, type PairedScore, type PairedScores, pairsOf, withNotes } from './paired-scores.ts'

const standardisers = ['average', 'gains', 'repeatedMeasures', 'before'] as const
const corrections = ['hedges', 'none'] as const

/** Paired scores, and which of the effect sizes for them is meant. */
export type EffectSizeInput = PairedScores & {
  /**
   * What the mean gain is divided by. `average` (d_av, default): mean of both standard deviations; `gains` (d_z):
   * standard deviation of the gains; `repeatedMeasures` (d_rm): d_z × √(2(1 − r)); `before` (Glass): standard
   * deviation before.
   */
  readonly standardiser?: (typeof standardisers)[number]
  /** `hedges` (default): exact small-sample correction for (pairs − 1) degrees of freedom; or `none`. */
  readonly correction?: (typeof corrections)[number]
}

/** An effect size that says what a reader needs to convert it. */
export type EffectSize = Measured & {
  /** Correlation of the scores before and after. */
  readonly correlation: number
  /** Mean gain over the standard deviation of the gains, uncorrected. */
  readonly dz: number
}

/** From the three variances, because var(gains) = var(before) + var(after) − 2 × covariance. */
const correlationOf = (before: Moments, after: Moments, gains: Moments): number =>
  (before.squaredDistances + after.squaredDistances - gains.squaredDistances) /
  (2 * Math.sqrt(before.squaredDistances) * Math.sqrt(after.squaredDistances))

type Options = Required<Pick<EffectSizeInput, 'standardiser' | 'correction'>>

type ThreeMoments = {
  readonly before: Moments
  readonly after: Moments
  readonly gains: Moments
  readonly notes: readonly Note[]
}

const optionsOf = (
  calculator: string,
  { standardiser = 'average', correction = 'hedges' }: Partial<Options>,
): Options => {
  needsOneOf(calculator, 'standardiser', standardiser, standardisers)
  needsOneOf(calculator, 'correction', correction, corrections)
  return { standardiser, correction }
}

const effectOf = (
  { before, after, gains, notes }: ThreeMoments,
  { standardiser, correction }: Options,
): EffectSize | NotMeasurable => {
  const need = correction === 'hedges' ? 3 : 2
  if (gains.n < need) return notMeasurable({ code: 'TooFewObservations', need, have: gains.n })
  const deviationBefore = sampleDeviation(before)
  const deviationAfter = sampleDeviation(after)
  const deviationOfGains = sampleDeviation(gains)
  if (deviationBefore === 0 || deviationAfter === 0 || deviationOfGains === 0)
    return notMeasurable({ code: 'NoVariance' })

  const correlation = correlationOf(before, after, gains)
  const dz = gains.mean / deviationOfGains
  const uncorrected = {
    average: gains.mean / ((deviationBefore + deviationAfter) / 2),
    gains: dz,
    repeatedMeasures: dz * Math.sqrt(2 * (1 - correlation)),
    before: gains.mean / deviationBefore,
  }[standardiser]
  return {
    ...measured({
      value: uncorrected * (correction === 'hedges' ? hedgesCorrection({ df: gains.n - 1 }) : 1),
      n: gains.n,
      unit: 'standardDeviations',
      variant: { standardiser, correction },
      ...withNotes(notes),
    }),
    correlation,
    dz,
  }
}

/**
 * Effect size of a gain (效应量), M43: the gain in standard deviations, so that courses with different tests compare.
 *
 * Formula: mean gain / mean of the standard deviations before and after (d_av), times Hedges' correction
 * J = Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2)) with ν = pairs − 1. The other standardisers are named options.
 *
 * When to use: to compare gains across tests, or with published effects.
 * When not: to compare a d_z with a between-groups d: d_z depends on how strongly before and after correlate,
 * which is why `correlation` and `dz` are always reported.
 *
 * Result: standard deviations, with `correlation` and `dz`, and the variant; `undefined` (`TooFewObservations`)
 * under two pairs, or three with the correction; (`NoVariance`) when scores before, scores after or gains do not
 * vary. Throws as `meanGain` does.
 *
 * Source: Lakens (2013), Frontiers in Psychology 4, 863; Hedges (1981) for the correction.
 *
 * @example
 * ```ts
 * import { effectSize } from 'training-ops/metrics'
 * const size = effectSize({ before: [50, 60, 70, 80], after: [60, 66, 84, 86] })
 * size.status === 'ok' && size.value.toFixed(4) // => '0.5034'
 * size.status === 'ok' && size.variant // => { standardiser: 'average', correction: 'hedges' }
 * ```
 */
export const effectSize = (input: EffectSizeInput): EffectSize | NotMeasurable => {
  const options = optionsOf('effectSize', input)
  const { moments: gains, notes } = gainsOf('effectSize', input)
  const pairs = pairsOf(input)
  const of = (side: 'before' | 'after') =>
    momentsOf(
      'effectSize',
      side,
      pairs.map((pair) => pair[side === 'before' ? 0 : 1]),
    )
  return effectOf({ before: of('before'), after: of('after'), gains, notes }, options)
}

/** Effect size over people, one at a time; whole scores only, for only their sums add up exactly. */
export const effectSizeAccumulator = (
  options: Partial<Options> = {},
): Accumulator<PairedScore, PairSums, EffectSize | NotMeasurable> => {
  const chosen = optionsOf('effectSizeAccumulator', options)
  return {
    empty: noPairs,
    lift: (person) => liftPair('effectSizeAccumulator', person),
    combine: combinePairs,
    extract: ({ gains, before, after }) => {
      const { moments, notes } = gainsFromSums(gains)
      const of = (side: GainSums) => gainsFromSums(side).moments
      return effectOf({ before: of(before), after: of(after), gains: moments, notes }, chosen)
    },
  }
}

export const effectSizeEntry: CatalogueEntry = {
  id: 'M43',
  calculator: 'effectSize',
  companions: ['controlledEffectSize'],
  name: { en: 'Effect size', 'zh-CN': '效应量' },
  unit: 'standardDeviations',
  level: 'L2',
  class: 'effectiveness',
  variants: { standardiser: standardisers, correction: corrections },
  accumulates: 'exact',
  references: ['Lakens 2013', 'Hedges 1981', 'Morris 2008', 'Metric catalogue D15'],
}
