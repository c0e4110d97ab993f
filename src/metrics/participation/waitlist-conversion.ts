import { countedShare } from '../counted-share.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { summing } from '../summing.ts'

export type WaitlistCounts = {
  /** Of the waitlisted, those who were given a seat. */
  readonly promoted: number
  /** Everybody who was ever on the waitlist. */
  readonly waitlisted: number
  /** `true` when these are a sample. */
  readonly sampled?: boolean
}

/**
 * Waitlist conversion (候补转正率), M12: of those who waited for a seat, the share that got one.
 *
 * Formula: promoted / waitlisted.
 *
 * When to use: to see whether waiting is worth it, and where to repeat an offering.
 * When not: as unmet demand: people refused without a waitlist are in neither number.
 *
 * Result: a ratio from 0 to 1; `n` is the waitlisted; Wilson 95 % interval when `sampled`; `undefined`
 * (`ZeroDenominator`) when nobody waited. Throws when a count is not a whole number ≥ 0 or `promoted` exceeds `waitlisted`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { waitlistConversion } from 'training-ops/metrics'
 * waitlistConversion({ promoted: 6, waitlisted: 24 }) // => { status: 'ok', value: 0.25, n: 24, unit: 'ratio' }
 * ```
 */
export const waitlistConversion = /* @__PURE__ */ guarded(
  'waitlistConversion',
  /* @__PURE__ */ countedShare<WaitlistCounts>('waitlistConversion', 'promoted', 'waitlisted'),
)

export const waitlistConversionAccumulator = /* @__PURE__ */ guardedAccumulator(
  'waitlistConversionAccumulator',
  /* @__PURE__ */ summing<WaitlistCounts, MetricResult>(
    'waitlistConversion',
    { promoted: 0, waitlisted: 0, sampled: false },
    waitlistConversion,
  ),
)

export const waitlistConversionEntry: MetricEntry = {
  id: 'M12',
  calculator: 'waitlistConversion',
  unit: 'ratio',
  quantity: 'enrolments',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
