import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAtMost, needsCounts } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { share } from '../share.ts'
import { summing } from '../summing.ts'

export type NoShowCounts = {
  /** Attended 0 minutes and were not excused. */
  readonly noShows: number
  /** Enrolments that had a confirmed seat, in offerings that are over. */
  readonly confirmed: number
  /** Of those, withdrawn before the deadline. */
  readonly withdrawnInTime?: number
  /** Of those, in offerings the organiser cancelled. */
  readonly organiserCancelled?: number
  /** `true` when these enrolments are a sample. */
  readonly sampled?: boolean
}

/**
 * No-show rate (缺席率), M09: the share of those expected who never came and were not excused.
 *
 * Formula: no-shows / (confirmed − withdrawn before the deadline − cancelled by the organiser).
 *
 * When to use: to plan seats, or to ask whether a seat is taken seriously.
 * When not: for people who came and left early: that is attendance (M08).
 *
 * Result: a ratio from 0 to 1; `n` is the enrolments expected; Wilson 95 % interval when `sampled`; `undefined`
 * (`ZeroDenominator`) when nobody was expected. Throws when a count is not a whole number ≥ 0, when the
 * exclusions exceed `confirmed`, or `noShows` what is left.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { noShowRate } from 'training-ops/metrics'
 * noShowRate({ noShows: 3, confirmed: 34, withdrawnInTime: 4 }) // => { status: 'ok', value: 0.1, n: 30, unit: 'ratio' }
 * ```
 */
export const noShowRate = /* @__PURE__ */ guarded('noShowRate', (counts: NoShowCounts): MetricResult => {
  const { noShows, confirmed, withdrawnInTime = 0, organiserCancelled = 0, sampled = false } = counts
  const excluded = withdrawnInTime + organiserCancelled
  needsCounts('noShowRate', { noShows, confirmed, withdrawnInTime, organiserCancelled })
  needsAtMost('noShowRate', 'withdrawnInTime + organiserCancelled', excluded, confirmed, 'confirmed')

  const expected = confirmed - excluded
  needsAtMost('noShowRate', 'noShows', noShows, expected, 'those expected')
  return share({ part: noShows, whole: expected, what: 'expected', sampled })
})

export const noShowRateAccumulator = /* @__PURE__ */ guardedAccumulator(
  'noShowRateAccumulator',
  /* @__PURE__ */ summing<NoShowCounts, MetricResult>(
    'noShowRate',
    { noShows: 0, confirmed: 0, withdrawnInTime: 0, organiserCancelled: 0, sampled: false },
    noShowRate,
  ),
)

export const noShowRateEntry: MetricEntry = {
  id: 'M09',
  calculator: 'noShowRate',
  unit: 'ratio',
  quantity: 'enrolments',
  better: 'less',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
