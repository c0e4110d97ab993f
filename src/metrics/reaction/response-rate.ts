import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAtMost, needsCount, needsShare } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { share } from '../share.ts'

/** How a questionnaire came back, counted when its window closed. */
export type ResponseCounts = {
  /** People invited who attended and whose invitation did not bounce. */
  readonly eligible: number
  /** Of those, questionnaires handed in with enough of the items answered. */
  readonly valid: number
  /** The share of the items that is enough: from half (0.5) unless said otherwise. It is echoed, not looked into here. */
  readonly answeredFrom?: number
  /** `true` when the invited are a sample of a larger group: only then is there an interval. */
  readonly sampled?: boolean
}

/** One invitation, as the survey tool exports it. */
export type InvitationOutcome = {
  readonly attended: boolean
  readonly bounced: boolean
  /** How many items the questionnaire has. */
  readonly items: number
  /** How many of them were answered when it was handed in; `null` when it never was. */
  readonly answered: number | null
}

const isEligible = ({ attended, bounced }: InvitationOutcome): boolean => attended && !bounced

/**
 * Questionnaire response rate (问卷回收率), M30: of the people who could have answered, the share who did.
 *
 * Formula: valid questionnaires / eligible people. Eligible: attended, and the invitation did not bounce.
 * Valid: handed in with at least half of the items answered, or another share of them (`answeredFrom`).
 *
 * When to use: beside every reaction figure, to say how much of the group it speaks for.
 * When not: while the window is open; nor as the mean of several courses' rates, which is not the rate of all
 * (sum the counts instead).
 *
 * Result: a ratio from 0 to 1; Wilson 95 % interval when `sampled`; `undefined` (`ZeroDenominator`) when nobody
 * was eligible; the variant says from what share on. Throws when a count is not a whole number ≥ 0, or more are valid
 * than eligible.
 *
 * Source: default D12 of the project's metric catalog (a partial questionnaire counts from half of its items).
 *
 * @example
 * ```ts
 * import { responseRate } from 'training-ops/metrics'
 * responseRate({ eligible: 40, valid: 30 }) // => { status: 'ok', value: 0.75, n: 40, unit: 'ratio', variant: { answeredFrom: 0.5 } }
 * responseRate({ eligible: 0, valid: 0 }) // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'eligible' } }
 * ```
 */
export const responseRate = /* @__PURE__ */ guarded(
  'responseRate',
  ({ eligible, valid, answeredFrom = 0.5, sampled = false }: ResponseCounts): MetricResult => {
    needsCount('responseRate', 'eligible', eligible)
    needsCount('responseRate', 'valid', valid)
    needsAtMost('responseRate', 'valid', valid, eligible, 'eligible')
    needsShare('responseRate', 'answeredFrom', answeredFrom)
    return share({ part: valid, whole: eligible, what: 'eligible', sampled, variant: { answeredFrom } })
  },
)

/** Response rate over invitations, one at a time. A questionnaire from somebody not eligible is not counted. */
export const responseRateAccumulator = /* @__PURE__ */ guardedAccumulator(
  'responseRateAccumulator',
  ({
    answeredFrom = 0.5,
  }: Pick<ResponseCounts, 'answeredFrom'> = {}): Accumulator<
    InvitationOutcome,
    { readonly eligible: number; readonly valid: number },
    MetricResult
  > => {
    needsShare('responseRateAccumulator', 'answeredFrom', answeredFrom)
    return {
      empty: { eligible: 0, valid: 0 },
      lift: (invitation) => {
        const { items, answered } = invitation
        needsCount('responseRateAccumulator', 'items', items)
        if (answered !== null) {
          needsCount('responseRateAccumulator', 'answered', answered)
          needsAtMost('responseRateAccumulator', 'answered', answered, items, 'items')
        }
        const eligible = isEligible(invitation)
        const isValid = answered !== null && (items === 0 || answered / items >= answeredFrom)
        return { eligible: eligible ? 1 : 0, valid: eligible && isValid ? 1 : 0 }
      },
      combine: (a, b) => ({ eligible: a.eligible + b.eligible, valid: a.valid + b.valid }),
      extract: (counts) => responseRate({ ...counts, answeredFrom }),
    }
  },
)

export const responseRateEntry: MetricEntry = {
  id: 'M30',
  calculator: 'responseRate',
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L1',
  class: 'effectiveness',
  options: { answeredFrom: ['0.5', 'any share from 0 to 1'] },
  accumulates: 'exact',
  sources: ['Metric catalog D12'],
}
