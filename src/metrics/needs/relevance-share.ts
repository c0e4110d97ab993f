import { countedShare } from '../counted-share.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { summing } from '../summing.ts'

export type ObjectiveCounts = {
  /** Objectives that answer a need which has a rank and is still pursued. */
  readonly relevant: number
  /** All objectives of programs. */
  readonly objectives: number
}

/**
 * Relevance share (相关度), M97b: the share of objectives that answer a need.
 *
 * Formula: objectives that answer a ranked need / all objectives.
 *
 * When to use: to find training that nobody was found to need.
 * When not: as effect: an objective may be relevant and missed.
 *
 * Result: a ratio from 0 to 1; `n` is the objectives; `undefined` (`ZeroDenominator`) without any.
 * Throws when a count is not a whole number ≥ 0 or `relevant` exceeds `objectives`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { relevanceShare } from 'training-ops/metrics'
 * relevanceShare({ relevant: 3, objectives: 4 }) // => { status: 'ok', value: 0.75, n: 4, unit: 'ratio' }
 * ```
 */
export const relevanceShare = /* @__PURE__ */ guarded(
  'relevanceShare',
  /* @__PURE__ */ countedShare<ObjectiveCounts>('relevanceShare', 'relevant', 'objectives'),
)

export const relevanceShareAccumulator = /* @__PURE__ */ guardedAccumulator(
  'relevanceShareAccumulator',
  /* @__PURE__ */ summing<ObjectiveCounts, MetricResult>(
    'relevanceShare',
    { relevant: 0, objectives: 0 },
    relevanceShare,
  ),
)

export const relevanceShareEntry: MetricEntry = {
  id: 'M97b',
  calculator: 'relevanceShare',
  unit: 'ratio',
  quantity: 'objectives',
  better: 'more',
  level: 'TNA',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
