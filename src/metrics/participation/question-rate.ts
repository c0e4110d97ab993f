import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCounts } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { summing } from '../summing.ts'

export type QuestionCounts = {
  readonly questions: number
  /** Minutes attended, summed over learners: ten learners for an hour are 600. */
  readonly attendedMinutes: number
}

/**
 * Question rate (提问频率), M24: questions asked for each hour a learner was present.
 *
 * Formula: questions / (attended learner-minutes / 60).
 *
 * When to use: to compare sessions of the same kind for how much learners take part.
 * When not: as a sign of learning: a clear session may raise few questions.
 *
 * Result: questions per learner-hour; `n` is the attended minutes; `undefined` (`ZeroDenominator`) when nobody
 * attended. Throws when a number is not a whole number ≥ 0.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { questionRate } from 'training-ops/metrics'
 * questionRate({ questions: 15, attendedMinutes: 1_800 }) // => { status: 'ok', value: 0.5, n: 1_800, unit: 'perHour' }
 * ```
 */
export const questionRate = /* @__PURE__ */ guarded(
  'questionRate',
  ({ questions, attendedMinutes }: QuestionCounts): MetricResult => {
    needsCounts('questionRate', { questions, attendedMinutes })
    if (attendedMinutes === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'attendedMinutes' })
    return measured({ value: questions / (attendedMinutes / 60), n: attendedMinutes, unit: 'perHour' })
  },
)

export const questionRateAccumulator = /* @__PURE__ */ guardedAccumulator(
  'questionRateAccumulator',
  /* @__PURE__ */ summing<QuestionCounts, MetricResult>(
    'questionRate',
    { questions: 0, attendedMinutes: 0 },
    questionRate,
  ),
)

export const questionRateEntry: MetricEntry = {
  id: 'M24',
  calculator: 'questionRate',
  unit: 'perHour',
  quantity: 'minutes',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
