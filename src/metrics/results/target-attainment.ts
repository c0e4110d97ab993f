import type { MetricEntry } from '../entry.ts'
import { guarded, needsAmount, needsNumber } from '../guard.ts'
import { type Interval, type MetricResult, measured, notMeasurable } from '../result.ts'
import { normalQuantile } from '../statistics/normal.ts'

/** Where a measure stood, where it stands and where it should be. */
export type TargetReadings = {
  /** `null` when no baseline was captured. */
  readonly baseline: number | null
  readonly actual: number
  readonly target: number
  /** The standard errors of readings that are estimates, taken of different people; none where all were counted. */
  readonly errors?: { readonly baseline: number; readonly actual: number }
}

const calculator = 'targetAttainment'

/**
 * Fieller's limits of (actual − baseline) / (target − baseline): the shares of the way at which the distance from the
 * actual is within its error; none where the way itself may be nothing.
 */
const fieller = (share: number, way: number, baseline: number, actual: number): Interval | undefined => {
  const z = normalQuantile({ probability: 0.975 })
  const [ofWay, ofActual] = [(z * baseline) / way, (z * actual) / way].map((each) => each ** 2) as [
    number,
    number,
  ]
  if (ofWay >= 1) return undefined
  const middle = (share - ofWay) / (1 - ofWay)
  const half = Math.sqrt(ofActual * (1 - ofWay) + ofWay * (1 - share) ** 2) / (1 - ofWay)
  return { low: middle - half, high: middle + half, confidence: 0.95, method: 'fieller' }
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
 * Result: a ratio, not clamped: below 0 is movement away, above 1 beyond the target; with the 95 % interval where the
 * `errors` of the readings are given, unless the target cannot be told from the baseline (`NoIntervalTargetTooNear`);
 * readings that were counted have no error and no interval. `undefined`:
 * `MissingBaseline` when it is `null`, `ZeroDenominator` when the target is the baseline. Throws when a number is
 * not finite.
 *
 * Source: no published standard; defined here. Interval: Fieller (1954).
 *
 * @example
 * ```ts
 * import { targetAttainment } from 'training-ops/metrics'
 * targetAttainment({ baseline: 40, actual: 55, target: 60 }) // => { status: 'ok', value: 0.75, n: 2, unit: 'ratio' }
 * targetAttainment({ baseline: 12, actual: 9, target: 4 }) // => { status: 'ok', value: 0.375, n: 2, unit: 'ratio' }
 * targetAttainment({ baseline: null, actual: 55, target: 60 }) // => { status: 'undefined', reason: { code: 'MissingBaseline' } }
 * ```
 */
export const targetAttainment = /* @__PURE__ */ guarded(
  'targetAttainment',
  ({ baseline, actual, target, errors }: TargetReadings): MetricResult => {
    if (errors !== undefined) {
      needsAmount(calculator, 'errors.baseline', errors.baseline)
      needsAmount(calculator, 'errors.actual', errors.actual)
    }
    if (baseline !== null) needsNumber(calculator, 'baseline', baseline)
    needsNumber(calculator, 'actual', actual)
    needsNumber(calculator, 'target', target)

    if (baseline === null) return notMeasurable({ code: 'MissingBaseline' })
    const wayToGo = target - baseline
    if (wayToGo === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'target − baseline' })
    const value = (actual - baseline) / wayToGo
    if (errors === undefined) return measured({ value, n: 2, unit: 'ratio' })
    const interval = fieller(value, wayToGo, errors.baseline, errors.actual)
    const isWide = interval !== undefined && interval.low < interval.high
    return measured({
      value,
      n: 2,
      unit: 'ratio',
      ...(isWide && { interval }),
      ...(!isWide && {
        notes: [{ code: interval ? 'NoIntervalWithoutSpread' : 'NoIntervalTargetTooNear' }],
      }),
    })
  },
)

export const targetAttainmentEntry: MetricEntry = {
  id: 'M71',
  calculator: 'targetAttainment',
  unit: 'ratio',
  quantity: 'readings',
  better: 'more',
  level: 'L4',
  class: 'outcome',
  options: {},
  accumulates: { no: 'one objective has one baseline, one target and one reading' },
  sources: ['No published standard: defined here', 'Fieller 1954'],
}
