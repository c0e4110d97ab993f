import type { MetricEntry } from '../entry.ts'
import { guarded, needsAt } from '../guard.ts'
import { type Measured, measured } from '../result.ts'

/** The first review, in days after learning, and the range that the study supports. */
export type SpacedReview = Measured & { readonly earliest: number; readonly latest: number }

type Anchor = { readonly horizon: number; readonly low: number; readonly high: number }

/** Days to remember, and the gap as a share of them. */
const oneWeek: Anchor = { horizon: 7, low: 0.2, high: 0.4 }
const oneYear: Anchor = { horizon: 365, low: 0.05, high: 0.1 }

/** Straight between the anchors on a logarithmic axis of days; flat beyond them. */
const between = (from: number, to: number, horizon: number): number => {
  const along = Math.log(horizon / oneWeek.horizon) / Math.log(oneYear.horizon / oneWeek.horizon)
  const way = Math.min(1, Math.max(0, along))
  return (1 - way) * from + way * to
}

/**
 * Spaced review (间隔复习), M51: when to review what must be remembered for a given time.
 *
 * Formula: gap = horizon × a share that falls from 20–40 % at one week to 5–10 % at one year, straight between
 * those anchors on a logarithmic axis and flat beyond them; the figure is the middle of the range.
 *
 * When to use: to propose a date for a refresher.
 * When not: as a prediction of what anybody will remember. There is no such thing as *the* forgetting curve
 * e^(−t/S): Ebbinghaus himself fitted other forms (Murre & Dros 2015).
 *
 * Result: days, with `earliest` and `latest`; `n` is 1354, the people of the study; the note `Extrapolated` outside
 * one week to one year. Throws when `horizonDays` is not a finite number > 0.
 *
 * Source: Cepeda et al. (2008), Psychological Science 19, 1095–1102.
 *
 * @example
 * ```ts
 * import { spacedReview } from 'training-ops/metrics'
 * const review = spacedReview({ horizonDays: 365 })
 * review.earliest // => 18.25
 * review.latest // => 36.5
 * ```
 */
export const spacedReview = /* @__PURE__ */ guarded(
  'spacedReview',
  ({ horizonDays }: { readonly horizonDays: number }): SpacedReview => {
    needsAt(
      Number.isFinite(horizonDays) && horizonDays > 0,
      'spacedReview',
      'a finite number > 0',
      'horizonDays',
      horizonDays,
    )
    const earliest = horizonDays * between(oneWeek.low, oneYear.low, horizonDays)
    const latest = horizonDays * between(oneWeek.high, oneYear.high, horizonDays)
    const outside = horizonDays < oneWeek.horizon || horizonDays > oneYear.horizon
    return {
      ...measured({
        value: (earliest + latest) / 2,
        n: 1354,
        unit: 'days',
        ...(outside ? { notes: [{ code: 'Extrapolated' }] } : {}),
      }),
      earliest,
      latest,
    }
  },
)

export const spacedReviewEntry: MetricEntry = {
  id: 'M51',
  calculator: 'spacedReview',
  unit: 'days',
  quantity: 'people',
  level: 'L2',
  class: 'effectiveness',
  options: {},
  accumulates: { no: 'It is a rule about one horizon; there is nothing to add up.' },
  sources: ['Cepeda et al. 2008', 'Murre & Dros 2015'],
}
