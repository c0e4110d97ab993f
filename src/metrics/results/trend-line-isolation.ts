import type { MetricEntry } from '../entry.ts'
import { guarded, listOf, needsFlag, needsNumber } from '../guard.ts'
import { type Interval, type MetricResult, measured, type Note, notMeasurable } from '../result.ts'
import { studentTQuantile } from '../statistics/student-t.ts'
import { fitTrendLine, mean } from './trend-line.ts'

/** A measure over evenly spaced periods before the training, and over those that followed. */
export type TrendReadings = {
  /** At least four. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** You know of nothing else that began to act at the same time. Without that, a trend line isolates nothing. */
  readonly nothingElseChanged: boolean
  /**
   * No period hangs on the one before: neither sales that carry on nor a stock or a queue. Only then is there an interval;
   * from a dozen readings no figure can tell.
   */
  readonly independentPeriods?: boolean
}

const calculator = 'trendLineIsolation'
const fewestBefore = 4

/**
 * Trend-line isolation (趋势线法), M73: how far a measure ran above where it was going anyway.
 *
 * Formula: a straight line through the periods before, by least squares, carried on; mean of (actual − carried on)
 * over the periods after.
 *
 * When to use: without a control group, when the measure had a steady trend before the training.
 * When not: when something else began to act at the same time: say so (`nothingElseChanged: false`) and there is no figure. Nor as after − before: that counts the old trend as an effect of training; the note `TrendLine` has
 * that naive figure beside the line.
 *
 * Result: in the measure's own unit, with the 95 % prediction interval of the mean of the periods after where you say
 * that periods are independent (`independentPeriods: true`), and without it the note `NoIntervalUntilIndependent`: where
 * neighbours correlate by .5 the interval finds an effect of nothing in 20 % of the studies, and standard errors that allow for
 * it (Newey and West) take far more periods than a study has; notes
 * `TrendLine` (slope, intercept at the first period, numbered 0; residual standard error, naive change) and one `Predicted` for each
 * period after (period, predicted, and with independent periods the half width of its own 95 % prediction interval); `undefined`:
 * `IsolationMissing` when something else changed, `TooFewObservations` under four periods before or one after.
 * Throws when a reading is not a finite number, or it is not said whether something else changed.
 *
 * Source: Phillips & Phillips, trend-line analysis; Draper & Smith (1998) for the prediction interval.
 *
 * @example
 * ```ts
 * import { trendLineIsolation } from 'training-ops/metrics'
 * const readings = { before: [100, 102, 103, 105, 106, 108], after: [118, 120, 121] }
 * const effect = trendLineIsolation({ ...readings, nothingElseChanged: true })
 * effect.status === 'ok' && effect.value.toFixed(2) // => '8.72'
 * trendLineIsolation({ ...readings, nothingElseChanged: false }) // => { status: 'undefined', reason: { code: 'IsolationMissing' } }
 * ```
 */
export const trendLineIsolation = /* @__PURE__ */ guarded(
  'trendLineIsolation',
  ({ before, after, nothingElseChanged, independentPeriods = false }: TrendReadings): MetricResult => {
    for (const [argument, readings] of Object.entries({ before, after }))
      listOf(calculator, argument, readings).forEach((reading, period) => {
        needsNumber(calculator, argument, reading, period)
      })
    needsFlag(calculator, 'nothingElseChanged', nothingElseChanged)
    needsFlag(calculator, 'independentPeriods', independentPeriods)
    if (!nothingElseChanged) return notMeasurable({ code: 'IsolationMissing' })
    if (before.length < fewestBefore)
      return notMeasurable({ code: 'TooFewObservations', need: fewestBefore, have: before.length })
    if (after.length === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })

    const line = fitTrendLine(before)
    const quantile = studentTQuantile({ probability: 0.975, df: before.length - 2 })
    const periods = after.map((_, index) => before.length + index)
    const effect = mean(after) - line.at(mean(periods))
    const half = quantile * line.predictionError(mean(periods), after.length)
    const interval: Interval = {
      low: effect - half,
      high: effect + half,
      confidence: 0.95,
      method: 'prediction',
    }
    const predicted: readonly Note[] = periods.map((period) => ({
      code: 'Predicted',
      period,
      predicted: line.at(period),
      ...(independentPeriods && { half: quantile * line.predictionError(period, 1) }),
    }))
    const { slope, intercept, residualStandardError } = line
    const naive = mean(after) - mean(before)
    const reason =
      residualStandardError === 0
        ? 'NoIntervalWithoutSpread'
        : independentPeriods
          ? undefined
          : 'NoIntervalUntilIndependent'
    return measured({
      value: effect,
      n: before.length + after.length,
      unit: 'scale',
      ...(reason === undefined && { interval }),
      notes: [
        ...(reason === undefined ? [] : [{ code: reason }]),
        { code: 'TrendLine', slope, intercept, residualStandardError, naive },
        ...predicted,
      ],
    })
  },
)

export const trendLineIsolationEntry: MetricEntry = {
  id: 'M73',
  calculator: 'trendLineIsolation',
  unit: 'scale',
  quantity: 'periods',
  level: 'L4',
  class: 'outcome',
  options: {},
  accumulates: { no: 'periods have an order; the line is drawn when all of them are known' },
  sources: ['Phillips ROI methodology', 'Draper & Smith 1998'],
}
