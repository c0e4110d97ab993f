import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAtMost, needsCount, needsCounts } from '../guard.ts'
import { type MetricResult, notMeasurable } from '../result.ts'
import { share } from '../share.ts'
import { summing } from '../summing.ts'

export type LateWithdrawals = {
  /** Withdrawals after the deadline; `noDeadline` where there was none to miss. */
  readonly withdrawnLate: number | 'noDeadline'
  /** All enrolments that had a confirmed seat. */
  readonly confirmed: number
  /** `true` when these enrolments are a sample. */
  readonly sampled?: boolean
}

/**
 * Late-withdrawal rate (临期取消率), M10: the share of confirmed seats given back too late to be filled.
 *
 * Formula: withdrawals after the deadline / confirmed.
 *
 * When to use: to set deadlines and to plan overbooking.
 * When not: for people who did not come and did not say so (M09).
 *
 * Result: a ratio from 0 to 1; `n` is the confirmed; Wilson 95 % interval when `sampled`; `undefined`
 * (`NoDeadline`) without a deadline, (`ZeroDenominator`) when nobody was confirmed. Throws when a count is not a
 * whole number ≥ 0 or late withdrawals exceed the confirmed.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { lateWithdrawalRate } from 'training-ops/metrics'
 * lateWithdrawalRate({ withdrawnLate: 2, confirmed: 25 }) // => { status: 'ok', value: 0.08, n: 25, unit: 'ratio' }
 * lateWithdrawalRate({ withdrawnLate: 'noDeadline', confirmed: 25 }) // => { status: 'undefined', reason: { code: 'NoDeadline' } }
 * ```
 */
export const lateWithdrawalRate = /* @__PURE__ */ guarded(
  'lateWithdrawalRate',
  (counts: LateWithdrawals): MetricResult => {
    const { withdrawnLate, confirmed, sampled = false } = counts
    needsCount('lateWithdrawalRate', 'confirmed', confirmed)
    if (withdrawnLate === 'noDeadline') return notMeasurable({ code: 'NoDeadline' })
    needsCounts('lateWithdrawalRate', { withdrawnLate })
    needsAtMost('lateWithdrawalRate', 'withdrawnLate', withdrawnLate, confirmed, 'confirmed')
    return share({ part: withdrawnLate, whole: confirmed, what: 'confirmed', sampled })
  },
)

/** Adds offerings that have a deadline; leave the others out. */
export const lateWithdrawalRateAccumulator = /* @__PURE__ */ guardedAccumulator(
  'lateWithdrawalRateAccumulator',
  /* @__PURE__ */ summing<LateWithdrawals & { readonly withdrawnLate: number }, MetricResult>(
    'lateWithdrawalRate',
    { withdrawnLate: 0, confirmed: 0, sampled: false },
    lateWithdrawalRate,
  ),
)

export const lateWithdrawalRateEntry: MetricEntry = {
  id: 'M10',
  calculator: 'lateWithdrawalRate',
  unit: 'ratio',
  quantity: 'enrolments',
  better: 'less',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
