import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCounts } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { summing } from '../summing.ts'

export type ContentUse =
  | {
      /** Learners' minutes with the content. */
      readonly minutesUsed: number
      /** Minutes of content on offer, each counted once. */
      readonly minutesAvailable: number
    }
  | { readonly offerings: number; readonly courseVersions: number }

/**
 * Reuse ratio (资源复用率), M19: how often what was made is used.
 *
 * Formula: hours used / hours of content available; or offerings / course versions.
 *
 * When to use: to judge whether developing content pays.
 * When not: to compare the two variants: one counts learners, the other classes.
 *
 * Result: a ratio, which may exceed 1; `n` is the denominator; the variant says which was taken; `undefined`
 * (`ZeroDenominator`) when nothing is available. Throws when a number is not a whole number ≥ 0.
 *
 * Source: ATD's State of the Industry measures (reuse ratio: learning hours used / learning hours available).
 *
 * @example
 * ```ts
 * import { reuseRatio } from 'training-ops/metrics'
 * reuseRatio({ minutesUsed: 90_000, minutesAvailable: 2_000 }) // => { status: 'ok', value: 45, n: 2_000, unit: 'ratio', variant: { basis: 'hours' } }
 * reuseRatio({ offerings: 18, courseVersions: 4 }) // => { status: 'ok', value: 4.5, n: 4, unit: 'ratio', variant: { basis: 'offerings' } }
 * ```
 */
export const reuseRatio = /* @__PURE__ */ guarded('reuseRatio', (use: ContentUse): MetricResult => {
  if ('minutesUsed' in use) {
    const { minutesUsed, minutesAvailable } = use
    needsCounts('reuseRatio', { minutesUsed, minutesAvailable })
    return timesUsed(minutesUsed, minutesAvailable, 'minutesAvailable', 'hours')
  }
  const { offerings, courseVersions } = use
  needsCounts('reuseRatio', { offerings, courseVersions })
  return timesUsed(offerings, courseVersions, 'courseVersions', 'offerings')
})

const timesUsed = (used: number, available: number, what: string, basis: string): MetricResult =>
  available === 0
    ? notMeasurable({ code: 'ZeroDenominator', what })
    : measured({ value: used / available, n: available, unit: 'ratio', variant: { basis } })

/** Sums minutes used and available; for offerings per version count both over the whole. */
export const reuseRatioAccumulator = /* @__PURE__ */ guardedAccumulator(
  'reuseRatioAccumulator',
  /* @__PURE__ */ summing<{ readonly minutesUsed: number; readonly minutesAvailable: number }, MetricResult>(
    'reuseRatio',
    { minutesUsed: 0, minutesAvailable: 0 },
    reuseRatio,
  ),
)

export const reuseRatioEntry: MetricEntry = {
  id: 'M19',
  calculator: 'reuseRatio',
  unit: 'ratio',
  quantity: 'items',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['ATD State of the Industry'],
}
