import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAtMost, needsCounts } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { share } from '../share.ts'
import { summing } from '../summing.ts'

/** How a cohort of enrolments ended. Only what is over or due counts: a running enrolment is none of these. */
export type CompletionCounts = {
  /** Completed, by the completion rule in force when they enrolled. */
  readonly completed: number
  /** Confirmed enrolments whose end or due date has passed, however they ended. */
  readonly ended: number
  /** Of those, offerings the organiser cancelled. */
  readonly organiserCancelled?: number
  /** Of those, withdrawals before the deadline. */
  readonly withdrawnInTime?: number
  /** Of those, waived: satisfied for compliance, neither here nor there for completion. */
  readonly waived?: number
  /** `true` when these enrolments are a sample of a larger cohort: only then is there an interval. */
  readonly sampled?: boolean
}

/**
 * Course completion rate (课程完成率), M06: of the enrolments that could have completed by now, the share that did.
 *
 * Formula: completed / (ended − cancelled by the organiser − withdrawn in time − waived).
 *
 * When to use: to ask whether people finish what they begin.
 * When not: for a cohort still running (its enrolments are not due), or to say how many people are covered.
 *
 * Result: a ratio from 0 to 1; Wilson 95 % interval when `sampled`; `undefined` (`ZeroDenominator`) when
 * nothing has ended. Throws when a count is not a whole number ≥ 0, when the exclusions exceed `ended`, or
 * `completed` what is left. From records: `completionOfEnrolments`, where the options are: here whoever counts decides.
 * To treat waived as completed, count them in `completed` and not in `waived`.
 *
 * Source: defaults D6 and D7 of the project's metric catalog; running cohorts and withdrawals in the denominator are
 * what chamilo-lms#6499 and p2pu#553 report as distorting it.
 *
 * @example
 * ```ts
 * import { completionRate } from 'training-ops/metrics'
 * completionRate({ completed: 45, ended: 60, withdrawnInTime: 8, waived: 2 }) // => { status: 'ok', value: 0.9, n: 50, unit: 'ratio' }
 * completionRate({ completed: 0, ended: 0 }) // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'ended' } }
 * ```
 */
export const completionRate = /* @__PURE__ */ guarded(
  'completionRate',
  (counts: CompletionCounts): MetricResult => {
    const { completed, ended, organiserCancelled = 0, withdrawnInTime = 0, waived = 0, sampled } = counts
    const excluded = organiserCancelled + withdrawnInTime + waived
    needsCounts('completionRate', { completed, ended, organiserCancelled, withdrawnInTime, waived })
    needsAtMost('completionRate', 'organiserCancelled + withdrawnInTime + waived', excluded, ended, 'ended')

    const couldHaveCompleted = ended - excluded
    needsAtMost('completionRate', 'completed', completed, couldHaveCompleted, 'what could have completed')
    return share({
      part: completed,
      whole: couldHaveCompleted,
      what: 'ended',
      ...(sampled ? { sampled } : {}),
    })
  },
)

/** Sums the counts of several cohorts; the rate is that of the sums, not a mean of rates. */
export const completionRateAccumulator = /* @__PURE__ */ guardedAccumulator(
  'completionRateAccumulator',
  /* @__PURE__ */ summing<CompletionCounts, MetricResult>(
    'completionRate',
    { completed: 0, ended: 0, organiserCancelled: 0, withdrawnInTime: 0, waived: 0, sampled: false },
    completionRate,
  ),
)

export const completionRateEntry: MetricEntry = {
  id: 'M06',
  calculator: 'completionRate',
  companions: {
    completionOfEnrolments: { counted: ['enrolments', 'people'], waived: ['leftOut', 'completed'] },
  },
  unit: 'ratio',
  quantity: 'enrolments',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: [
    'Project default D6',
    'Project default D7',
    'chamilo-lms#6499',
    'p2pu#553',
    'cmi5 (waived is satisfied)',
  ],
}
