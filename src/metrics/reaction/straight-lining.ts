import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAtMost, needsCounts } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { censusShare } from '../share.ts'
import { summing } from '../summing.ts'

export type StraightLiners = {
  /** People who gave the same answer every time. */
  readonly alike: number
  /** People who answered three questions or more. */
  readonly respondents: number
}

/**
 * Same answer to every question (全卷同一答案占比), M37b: the share of respondents who ticked one answer throughout.
 *
 * Formula: people who gave one answer throughout / people who answered three questions or more.
 *
 * When to use: to judge whether a questionnaire was read: turned questions make it a sign of haste.
 * When not: as proof of haste where all questions are put the same way: a satisfied person may mean it.
 *
 * Result: a ratio from 0 to 1; `n` is the respondents; `undefined` (`ZeroDenominator`) without any.
 * Throws when a count is not a whole number ≥ 0 or `alike` exceeds `respondents`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { straightLining } from 'training-ops/metrics'
 * straightLining({ alike: 3, respondents: 24 }) // => { status: 'ok', value: 0.125, n: 24, unit: 'ratio' }
 * ```
 */
export const straightLining = /* @__PURE__ */ guarded(
  'straightLining',
  ({ alike, respondents }: StraightLiners): MetricResult => {
    needsCounts('straightLining', { alike, respondents })
    needsAtMost('straightLining', 'alike', alike, respondents, 'respondents')
    return censusShare({ part: alike, whole: respondents, what: 'respondents' })
  },
)

export const straightLiningAccumulator = /* @__PURE__ */ guardedAccumulator(
  'straightLiningAccumulator',
  /* @__PURE__ */ summing<StraightLiners, MetricResult>(
    'straightLining',
    { alike: 0, respondents: 0 },
    straightLining,
  ),
)

export const straightLiningEntry: MetricEntry = {
  id: 'M37b',
  calculator: 'straightLining',
  unit: 'ratio',
  quantity: 'people',
  better: 'less',
  level: 'L1',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
