import { guarded, needsAt, needsCount, needsNumber } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { noncentralT } from '../statistics/noncentral-t.ts'
import { studentTQuantile } from '../statistics/student-t.ts'

/** A study that is planned: two groups, compared by a two-sided t test at 5 %. */
export type PlannedStudy = {
  /** How many will be trained: people, or teams where `teams` is given. */
  readonly treated: number
  readonly control: number
  /** Where whole teams are trained: their size, and how far the outcomes of one team correlate (0 to 1). */
  readonly teams?: { readonly size: number; readonly correlation: number }
}

type Plan = { readonly df: number; readonly error: number }

/** The error of the difference, in standard deviations of the outcome. */
const planOf = (calculator: string, { treated, control, teams }: PlannedStudy): Plan => {
  needsCount(calculator, 'treated', treated)
  needsCount(calculator, 'control', control)
  let ofOne = 1
  if (teams !== undefined) {
    const { size, correlation } = teams
    needsAt(Number.isSafeInteger(size) && size >= 1, calculator, 'a whole number ≥ 1', 'teams.size', size)
    const isShare = Number.isFinite(correlation) && correlation >= 0 && correlation <= 1
    needsAt(isShare, calculator, 'a number from 0 to 1', 'teams.correlation', correlation)
    ofOne = correlation + (1 - correlation) / size
  }
  return { df: treated + control - 2, error: Math.sqrt(ofOne * (1 / treated + 1 / control)) }
}

/** The chance that the test finds an effect of so many errors. */
const powerAt = (effect: number, df: number): number => {
  const critical = studentTQuantile({ probability: 0.975, df })
  return 1 - noncentralT(critical, df, effect).lower + noncentralT(-critical, df, effect).lower
}

const tooFew = ({ treated, control }: PlannedStudy): MetricResult | undefined =>
  Math.min(treated, control) < 2
    ? notMeasurable({ code: 'TooFewObservations', need: 2, have: Math.min(treated, control) })
    : undefined

/**
 * Power of a planned study (检验功效), beside M43b: the chance that it will find an effect of a given size.
 *
 * Formula: of the two-sided t test at 5 %, by noncentral t. Of teams: the test of their means, whose variance is
 * correlation + (1 − correlation) / size.
 *
 * When to use: before a study, to decide whether it is worth the trouble.
 * When not: after it, with the effect that was found: that says again what p says.
 *
 * Result: a ratio; n is the people, or the teams; `undefined` (`TooFewObservations`) under two in a group. It is
 * planned, not estimated, and so has no interval and does not add up. Throws when a number is not a whole number ≥ 0, or the effect not finite.
 *
 * Source: Cohen (1988); Murray (1998) for teams.
 *
 * @example
 * ```ts
 * import { studyPower } from 'training-ops/metrics'
 * const power = studyPower({ treated: 30, control: 30, effect: 0.5 })
 * power.status === 'ok' && power.value.toFixed(4) // => '0.4779'
 * ```
 */
export const studyPower = /* @__PURE__ */ guarded(
  'studyPower',
  ({ effect, ...study }: PlannedStudy & { readonly effect: number }): MetricResult => {
    const { df, error } = planOf('studyPower', study)
    needsNumber('studyPower', 'effect', effect)
    return (
      tooFew(study) ??
      measured({ value: powerAt(effect / error, df), n: study.treated + study.control, unit: 'ratio' })
    )
  },
)

/**
 * Minimum detectable effect (最小可检测效应), beside M43b: the effect that a planned study will find four times of five.
 *
 * Formula: the effect, in standard deviations of the outcome, at which `studyPower` is `power`.
 *
 * When to use: before a study: is an effect that small worth finding, and one that large to be expected? Ten teams of ten in
 * each group, whose outcomes correlate by .2, find what 33 people in each group would.
 * When not: to say how large an effect is (`effectSize`).
 *
 * Result: standard deviations; n is the people, or the teams; `undefined` (`TooFewObservations`) under two in a group. It
 * is planned, not estimated, and so has no interval and does not add up. Throws when a number is not a whole number ≥ 0, or `power` not above 0.05 and
 * below 1.
 *
 * Source: Bloom (1995), Evaluation Review 19, 547–556.
 *
 * @example
 * ```ts
 * import { minimumDetectableEffect } from 'training-ops/metrics'
 * const people = minimumDetectableEffect({ treated: 30, control: 30 })
 * people.status === 'ok' && people.value.toFixed(3) // => '0.736'
 * const teams = minimumDetectableEffect({ treated: 10, control: 10, teams: { size: 10, correlation: 0.2 } })
 * teams.status === 'ok' && teams.value.toFixed(3) // => '0.701'
 * ```
 */
export const minimumDetectableEffect = /* @__PURE__ */ guarded(
  'minimumDetectableEffect',
  ({ power = 0.8, ...study }: PlannedStudy & { readonly power?: number }): MetricResult => {
    const calculator = 'minimumDetectableEffect'
    const { df, error } = planOf(calculator, study)
    const isPower = Number.isFinite(power) && power > 0.05 && power < 1
    needsAt(isPower, calculator, 'a number above 0.05 and below 1', 'power', power)
    const none = tooFew(study)
    if (none) return none
    let [low, high] = [0, 1]
    while (powerAt(high, df) < power) [low, high] = [high, 2 * high]
    for (let round = 0; round < 60; round += 1) {
      const middle = (low + high) / 2
      if (powerAt(middle, df) < power) low = middle
      else high = middle
    }
    return measured({
      value: high * error,
      n: study.treated + study.control,
      unit: 'standardDeviations',
      variant: { power },
    })
  },
)
