import type { MetricEntry } from '../entry.ts'
import { needsNumber } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** Where a measure stood, where it stands and where it should be. */
export type TargetReadings = {
  /** `null` when no baseline was captured. */
  readonly baseline: number | null
  readonly actual: number
  readonly target: number
}

/**
 * Target attainment (目标达成度), M71: how much of the way from the baseline to the target was covered.
 *
 * Formula: (actual − baseline) / (target − baseline).
 *
 * When to use: for an objective with a measured baseline, upwards or downwards: the direction follows from the
 * target.
 * When not: as actual / target, which gives credit for the distance covered before the training began.
 *
 * Result: a ratio, not clamped: below 0 is movement away, above 1 beyond the target; `undefined`:
 * `MissingBaseline` when it is `null`, `ZeroDenominator` when the target is the baseline. Throws when a number is
 * not finite.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { targetAttainment } from 'training-ops/metrics'
 * targetAttainment({ baseline: 40, actual: 55, target: 60 }) // => { status: 'ok', value: 0.75, n: 2, unit: 'ratio' }
 * targetAttainment({ baseline: 12, actual: 9, target: 4 }) // => { status: 'ok', value: 0.375, n: 2, unit: 'ratio' }
 * targetAttainment({ baseline: null, actual: 55, target: 60 }) // => { status: 'undefined', reason: { code: 'MissingBaseline' } }
 * ```
 */
export const targetAttainment = ({ baseline, actual, target }: TargetReadings): MetricResult => {
  if (baseline !== null) needsNumber('targetAttainment', 'baseline', baseline)
  needsNumber('targetAttainment', 'actual', actual)
  needsNumber('targetAttainment', 'target', target)

  if (baseline === null) return notMeasurable({ code: 'MissingBaseline' })
  const wayToGo = target - baseline
  if (wayToGo === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'target − baseline' })
  return measured({ value: (actual - baseline) / wayToGo, n: 2, unit: 'ratio' })
}

export const targetAttainmentEntry: MetricEntry = {
  id: 'M71',
  calculator: 'targetAttainment',
  unit: 'ratio',
  quantity: 'readings',
  level: 'L4',
  class: 'outcome',
  options: {},
  accumulates: { no: 'one objective has one baseline, one target and one reading' },
  sources: ['No published standard: defined here'],
}
