import type { MetricEntry } from '../entry.ts'
import { guarded, needsAmount, needsAt, needsNumber, needsOneOf } from '../guard.ts'
import { type Interval, type MetricResult, measured, notMeasurable } from '../result.ts'
import { hedgesCorrection } from '../statistics/hedges-correction.ts'
import { noncentralities } from '../statistics/noncentral-t.ts'

const calculator = 'controlledEffectSize'
const corrections = ['exact', 'approximate'] as const

/** The printed values of one group of a study. */
export type GroupBeforeAfter = {
  readonly n: number
  readonly meanBefore: number
  readonly meanAfter: number
  /** Sample standard deviation before the course. That of after is not used. */
  readonly deviationBefore: number
}

export type ControlledEffectInput = {
  readonly trained: GroupBeforeAfter
  readonly control: GroupBeforeAfter
  /** Of the scores before and after, within a group: with it, there is an interval. */
  readonly correlation?: number
  /** Small-sample correction: `exact` (default), or `approximate`, which differs in the fourth digit. */
  readonly correction?: (typeof corrections)[number]
}

const pooledDeviation = (a: GroupBeforeAfter, b: GroupBeforeAfter): number =>
  Math.sqrt(((a.n - 1) * a.deviationBefore ** 2 + (b.n - 1) * b.deviationBefore ** 2) / (a.n + b.n - 2))

/** The error of a difference of mean gains, in standard deviations of a score. */
const errorOfGains = (trained: number, control: number, correlation: number): number =>
  Math.sqrt(2 * (1 - correlation) * (1 / trained + 1 / control))

const intervalOf = (value: number, df: number, error: number): Interval => {
  const [low, high] = noncentralities(value / error, df)
  return { low: low * error, high: high * error, confidence: 0.95, method: 'noncentralT' }
}

/**
 * Effect size with a control group (对照效应量), M43b: how much more the trained gained, in standard deviations.
 *
 * Formula: Hedges' correction for (people − 2) degrees of freedom × ((gain of the trained − gain of the control
 * group) / pooled standard deviation before). This is d_ppc2: the spread after the course is left out, because the
 * course itself may change it.
 *
 * When to use: for published studies, or groups of which only means and standard deviations are known.
 * When not: without a control group (`effectSize`).
 *
 * Result: standard deviations, with the 95 % interval by noncentral t where the `correlation` of before and after is
 * given, and the note `NoIntervalWithoutCorrelation` where it is not; `undefined` (`NoVariance`) when nobody differed before. Throws when a group has fewer
 * than two people, a mean is not finite, or a standard deviation is negative. It takes figures of whole groups, so
 * there is nothing to accumulate.
 *
 * Source: Morris (2008), Organizational Research Methods 11, 364–386, equation 8.
 *
 * @example
 * ```ts
 * import { controlledEffectSize } from 'training-ops/metrics'
 * const size = controlledEffectSize({
 *   trained: { n: 20, meanBefore: 30.6, meanAfter: 38.5, deviationBefore: 15 },
 *   control: { n: 20, meanBefore: 23.1, meanAfter: 19.7, deviationBefore: 13.8 },
 * })
 * size.status === 'ok' && size.value.toFixed(4) // => '0.7684'
 * ```
 */
export const controlledEffectSize = /* @__PURE__ */ guarded(
  'controlledEffectSize',
  ({ trained, control, correlation, correction = 'exact' }: ControlledEffectInput): MetricResult => {
    needsOneOf(calculator, 'correction', correction, corrections)
    for (const [argument, group] of Object.entries({ trained, control })) {
      const { n, meanBefore, meanAfter, deviationBefore } = group
      needsAt(Number.isSafeInteger(n) && n >= 2, calculator, 'two people', `${argument}.n`, n)
      needsNumber(calculator, `${argument}.meanBefore`, meanBefore)
      needsNumber(calculator, `${argument}.meanAfter`, meanAfter)
      needsAmount(calculator, `${argument}.deviationBefore`, deviationBefore)
    }
    if (correlation !== undefined)
      needsAt(Math.abs(correlation) < 1, calculator, 'a number between −1 and 1', 'correlation', correlation)
    const deviation = pooledDeviation(trained, control)
    if (deviation === 0) return notMeasurable({ code: 'NoVariance' })
    const extraGain = trained.meanAfter - trained.meanBefore - (control.meanAfter - control.meanBefore)
    const people = trained.n + control.n
    const value = extraGain / deviation
    return measured({
      value: hedgesCorrection({ df: people - 2, form: correction }) * value,
      n: people,
      unit: 'standardDeviations',
      ...(correlation === undefined
        ? { notes: [{ code: 'NoIntervalWithoutCorrelation' }] }
        : { interval: intervalOf(value, people - 2, errorOfGains(trained.n, control.n, correlation)) }),
      variant: { standardiser: 'pooledBefore', correction },
    })
  },
)

export const controlledEffectSizeEntry: MetricEntry = {
  id: 'M43b',
  calculator: 'controlledEffectSize',
  companions: {
    pooledEffect: { spread: ['reml', 'dersimonianLaird'], interval: ['hartungKnapp', 'normal'] },
    studyPower: {},
    minimumDetectableEffect: {},
  },
  unit: 'standardDeviations',
  quantity: 'people',
  better: 'more',
  level: 'L2',
  class: 'effectiveness',
  options: { correction: corrections },
  accumulates: {
    no: 'It takes means and deviations of whole groups, which do not add up to those of a larger one.',
  },
  sources: ['Morris 2008'],
}
