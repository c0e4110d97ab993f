import { countedShare } from '../counted-share.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { summing } from '../summing.ts'

export type EnrolmentSources = {
  /** Enrolments the learner asked for. */
  readonly selfInitiated: number
  /** All enrolments: asked for by the learner, by a manager, or assigned. */
  readonly enrolments: number
  /** `true` when these are a sample. */
  readonly sampled?: boolean
}

/**
 * Self-initiated share (主动报名占比), M23: the share of enrolments that learners asked for themselves.
 *
 * Formula: enrolments with source `self` / all enrolments.
 *
 * When to use: to follow the move from assigned training to training people want (任务驱动 to 主动需求).
 * When not: where everything is mandatory: it then says nothing about what people want.
 *
 * Result: a ratio from 0 to 1; `n` is the enrolments; Wilson 95 % interval when `sampled`; `undefined`
 * (`ZeroDenominator`) when there are no enrolments. Throws when a count is not a whole number ≥ 0 or `selfInitiated` exceeds `enrolments`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { selfInitiatedShare } from 'training-ops/metrics'
 * selfInitiatedShare({ selfInitiated: 30, enrolments: 120 }) // => { status: 'ok', value: 0.25, n: 120, unit: 'ratio' }
 * ```
 */
export const selfInitiatedShare = /* @__PURE__ */ guarded(
  'selfInitiatedShare',
  /* @__PURE__ */ countedShare<EnrolmentSources>('selfInitiatedShare', 'selfInitiated', 'enrolments'),
)

export const selfInitiatedShareAccumulator = /* @__PURE__ */ guardedAccumulator(
  'selfInitiatedShareAccumulator',
  /* @__PURE__ */ summing<EnrolmentSources, MetricResult>(
    'selfInitiatedShare',
    { selfInitiated: 0, enrolments: 0, sampled: false },
    selfInitiatedShare,
  ),
)

export const selfInitiatedShareEntry: MetricEntry = {
  id: 'M23',
  calculator: 'selfInitiatedShare',
  unit: 'ratio',
  quantity: 'enrolments',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
