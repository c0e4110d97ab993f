import { guarded, needsAt, needsNumber } from '../guard.ts'

/** A rating, and the lowest and the highest of its scale. */
export type RatingOnScale = { readonly rating: number; readonly min: number; readonly max: number }

/**
 * Rescaled rating (标准化评分): a rating as a number from 0 to 100, so that scales of different lengths compare.
 *
 * Formula: (rating − lowest of the scale) / (highest − lowest) × 100, as O*NET standardises importance (1 to 5), level (0 to
 * 7) and frequency (1 to 4).
 *
 * When to use: to set importance beside level, or ratings of your own tasks beside O*NET's.
 * When not: to make scales with different words mean the same: half of one is not half of another. Nor for answers of
 * people on five and on seven points, who use the ends differently.
 *
 * Result: from 0 to 100, not rounded (O*NET rounds to whole numbers). Throws when a number is not finite, the scale has no
 * length, or the rating is off it. There is no accumulator: it is one rating.
 *
 * Source: O*NET Resource Center, "Scales, Ratings, and Standardized Scores".
 *
 * @example
 * ```ts
 * import { rescaledRating } from 'training-ops/metrics'
 * rescaledRating({ rating: 4, min: 1, max: 5 }) // => 75
 * rescaledRating({ rating: 3.5, min: 0, max: 7 }) // => 50
 * ```
 */
export const rescaledRating = /* @__PURE__ */ guarded(
  'rescaledRating',
  ({ rating, min, max }: RatingOnScale): number => {
    needsNumber('rescaledRating', 'min', min)
    needsNumber('rescaledRating', 'max', max)
    needsAt(
      max > min && Number.isFinite(max - min),
      'rescaledRating',
      `a number over min (${min})`,
      'max',
      max,
    )
    needsNumber('rescaledRating', 'rating', rating)
    needsAt(
      rating >= min && rating <= max,
      'rescaledRating',
      `a number from ${min} to ${max}`,
      'rating',
      rating,
    )
    return ((rating - min) / (max - min)) * 100
  },
)
