import type { MetricEntry } from '../entry.ts'
import { guarded, needsAt, needsNumber, needsShare } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** Where an early sign of a result stands on its way. */
export type LeadingIndicator = {
  /** `null` when no baseline was captured. */
  readonly baseline: number | null
  readonly target: number
  readonly actual: number
  /** Share of the time to the target that has gone by, 0 to 1. */
  readonly elapsed: number
  /** On track from this share of the expected progress; 1 unless said otherwise. */
  readonly onTrackFrom?: number
  /** At risk from this share, off track below; 0.8 unless said otherwise. */
  readonly atRiskFrom?: number
}

const calculator = 'leadingIndicatorStatus'

/**
 * Leading-indicator status (先行指标状态), M75: whether an early sign is moving towards its target fast enough.
 *
 * Formula: (actual − baseline) / ((target − baseline) × share of the time gone by), and in words: on track, at
 * risk or off track.
 *
 * When to use: while the program runs, months before the result itself can be measured.
 * When not: as the result; nor for what does not move steadily: the trajectory is a straight line.
 *
 * Result: a ratio, 1 being exactly on the line; the variant has the `status` and both thresholds; `undefined`:
 * `MissingBaseline`, or `ZeroDenominator` when nothing is expected yet or at all. Throws when a number is not
 * finite, the elapsed share is outside 0 to 1, or the thresholds cross.
 *
 * Source: Kirkpatrick & Kayser Kirkpatrick (2016), leading indicators; the thresholds are examples and arguments.
 *
 * @example
 * ```ts
 * import { leadingIndicatorStatus } from 'training-ops/metrics'
 * leadingIndicatorStatus({ baseline: 40, target: 80, actual: 58, elapsed: 0.5 }) // => { status: 'ok', value: 0.9, n: 2, unit: 'ratio', variant: { status: 'atRisk', onTrackFrom: 1, atRiskFrom: 0.8 } }
 * ```
 */
export const leadingIndicatorStatus = /* @__PURE__ */ guarded(
  'leadingIndicatorStatus',
  (indicator: LeadingIndicator): MetricResult => {
    const { baseline, target, actual, elapsed, onTrackFrom = 1, atRiskFrom = 0.8 } = indicator
    if (baseline !== null) needsNumber(calculator, 'baseline', baseline)
    for (const [argument, value] of Object.entries({ target, actual, onTrackFrom, atRiskFrom }))
      needsNumber(calculator, argument, value)
    needsShare(calculator, 'elapsed', elapsed)
    needsAt(atRiskFrom <= onTrackFrom, calculator, 'at most onTrackFrom', 'atRiskFrom', atRiskFrom)

    if (baseline === null) return notMeasurable({ code: 'MissingBaseline' })
    const expectedProgress = (target - baseline) * elapsed
    if (expectedProgress === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'expected progress' })
    const pace = (actual - baseline) / expectedProgress
    const status = pace >= onTrackFrom ? 'onTrack' : pace >= atRiskFrom ? 'atRisk' : 'offTrack'
    return measured({ value: pace, n: 2, unit: 'ratio', variant: { status, onTrackFrom, atRiskFrom } })
  },
)

export const leadingIndicatorStatusEntry: MetricEntry = {
  id: 'M75',
  calculator: 'leadingIndicatorStatus',
  unit: 'ratio',
  quantity: 'readings',
  level: 'L4',
  class: 'outcome',
  options: { onTrackFrom: ['1', 'any number'], atRiskFrom: ['0.8', 'any number up to it'] },
  accumulates: { no: 'one indicator, one reading against one trajectory' },
  sources: ['Kirkpatrick & Kayser Kirkpatrick 2016'],
}
