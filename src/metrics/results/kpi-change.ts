import type { MetricEntry } from '../entry.ts'
import { guarded, needsAt, needsNumber, needsOneOf } from '../guard.ts'
import { type MetricResult, measured, notMeasurable, type Unit } from '../result.ts'

/** A business measure before and after, and which kind of change is meant. */
export type KpiReadings = {
  /** `null` when no baseline was captured. */
  readonly before: number | null
  readonly after: number
  /** There is no default: "up 15 %" is two different claims. `percentagePoints` takes rates from 0 to 1. */
  readonly change: 'absolute' | 'relative' | 'percentagePoints'
  /** `higher` unless said otherwise; with `lower`, a fall counts as a positive change. */
  readonly better?: 'higher' | 'lower'
}

const unitOf: Readonly<Record<KpiReadings['change'], Unit>> = {
  absolute: 'scale',
  relative: 'ratio',
  percentagePoints: 'points',
}

/**
 * KPI change (指标变化), M70: how far a business measure moved, so that a positive figure is an improvement.
 *
 * Formula: absolute: after − before; relative: (after − before) / |before|; percentage points: 100 × (after −
 * before), of rates. When lower is better, the sign is turned.
 *
 * When to use: to say what changed. From a conversion of 20 %, "raise it by 15 %" is 23 % relatively and 35 % in
 * percentage points: the kind of change is therefore an argument without a default.
 * When not: to say what training caused; that needs a control group, a trend line or estimates (M72–M74).
 *
 * Result: `scale` (the measure's own unit), `ratio` or `points`; `undefined`: `MissingBaseline` when `before` is
 * `null`, `ZeroDenominator` for a relative change from 0. Throws when a number is not finite, or a rate in
 * percentage points is outside 0 to 1.
 *
 * Source: default D19 of the project's metric catalog.
 *
 * @example
 * ```ts
 * import { kpiChange } from 'training-ops/metrics'
 * kpiChange({ before: 0.5, after: 0.625, change: 'relative' }) // => { status: 'ok', value: 0.25, n: 2, unit: 'ratio', variant: { change: 'relative', better: 'higher' } }
 * kpiChange({ before: 0.5, after: 0.625, change: 'percentagePoints' }) // => { status: 'ok', value: 12.5, n: 2, unit: 'points', variant: { change: 'percentagePoints', better: 'higher' } }
 * kpiChange({ before: 0, after: 3, change: 'relative' }) // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'before' } }
 * ```
 */
export const kpiChange = /* @__PURE__ */ guarded(
  'kpiChange',
  ({ before, after, change, better = 'higher' }: KpiReadings): MetricResult => {
    const calculator = 'kpiChange'
    needsNumber(calculator, 'after', after)
    if (before !== null) needsNumber(calculator, 'before', before)
    needsOneOf(calculator, 'change', change, ['absolute', 'relative', 'percentagePoints'])
    needsOneOf(calculator, 'better', better, ['higher', 'lower'])
    if (change === 'percentagePoints')
      for (const [argument, rate] of Object.entries({ before: before ?? 0, after }))
        needsAt(rate >= 0 && rate <= 1, calculator, 'a rate from 0 to 1', argument, rate)

    if (before === null) return notMeasurable({ code: 'MissingBaseline' })
    if (change === 'relative' && before === 0)
      return notMeasurable({ code: 'ZeroDenominator', what: 'before' })
    const improvement = better === 'lower' ? before - after : after - before
    const value =
      change === 'relative'
        ? improvement / Math.abs(before)
        : change === 'percentagePoints'
          ? improvement * 100
          : improvement
    return measured({ value, n: 2, unit: unitOf[change], variant: { change, better } })
  },
)

export const kpiChangeEntry: MetricEntry = {
  id: 'M70',
  calculator: 'kpiChange',
  unit: 'scale',
  quantity: 'readings',
  level: 'L4',
  class: 'outcome',
  options: { change: ['absolute', 'relative', 'percentagePoints'], better: ['higher', 'lower'] },
  accumulates: { no: 'two readings of one measure; there is nothing to add up' },
  sources: ['Project default D19'],
}
