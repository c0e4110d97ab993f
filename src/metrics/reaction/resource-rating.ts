import type { MetricEntry } from '../entry.ts'
import { guarded, needsAt, needsCount, needsNumber, recordsOf } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** The ratings that were given on one scale, added up. */
export type ScaleSums = {
  /** The lowest rating of the scale. */
  readonly min: number
  /** The highest rating of the scale. */
  readonly max: number
  /** How many ratings were given. */
  readonly n: number
  /** Their sum. */
  readonly sum: number
}

/**
 * Resource rating (资源评分), M33b: how a trainer, a provider or a venue was rated, whatever the scale.
 *
 * Formula: mean over ratings of (rating − lowest) / (highest − lowest).
 *
 * When to use: to compare ratings that were given on several scales.
 * When not: as the rating of a course: a questionnaire asks that with questions of its own.
 *
 * Result: a ratio from 0 (the least that could be given) to 1; `n` is the ratings; `undefined`
 * (`TooFewObservations`) without any. Throws when a scale has no width or a count is not a whole number ≥ 0.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { resourceRating } from 'training-ops/metrics'
 * resourceRating([{ min: 1, max: 5, n: 2, sum: 8 }]) // => { status: 'ok', value: 0.75, n: 2, unit: 'ratio' }
 * ```
 */
export const resourceRating = /* @__PURE__ */ guarded(
  'resourceRating',
  (scales: readonly ScaleSums[]): MetricResult => {
    let [all, shares] = [0, 0]
    for (const [index, { min, max, n, sum }] of recordsOf('resourceRating', 'scales', scales).entries()) {
      needsCount('resourceRating', 'scales[].n', n, index)
      for (const [name, value] of Object.entries({ min, max, sum }))
        needsNumber('resourceRating', `scales[].${name}`, value, index)
      needsAt(max > min, 'resourceRating', 'a scale with a width', 'scales', `${min} to ${max}`, index)
      needsAt(
        sum >= n * min && sum <= n * max,
        'resourceRating',
        'a sum on the scale',
        'scales[].sum',
        sum,
        index,
      )
      all += n
      shares += (sum - n * min) / (max - min)
    }
    return all === 0
      ? notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
      : measured({ value: shares / all, n: all, unit: 'ratio' })
  },
)

export const resourceRatingEntry: MetricEntry = {
  id: 'M33b',
  calculator: 'resourceRating',
  unit: 'ratio',
  quantity: 'ratings',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: { no: 'Its input is sums already; the sums of two parts are one longer list.' },
  sources: ['No published standard: defined here'],
}
