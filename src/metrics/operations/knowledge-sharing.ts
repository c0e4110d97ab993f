import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAmount, needsCount } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { summing } from '../summing.ts'

export type SharingCounts = {
  /** Sessions held in which colleagues taught each other. */
  readonly sessions: number
  /** Employees. Full-time equivalents need not be whole. */
  readonly headcount: number
}

/**
 * Knowledge-sharing sessions (知识分享场次), M21b: how many sharing sessions were held for each hundred employees.
 *
 * Formula: sessions / headcount × 100.
 *
 * When to use: to compare years, or departments of different size.
 * When not: as a measure of what was learned: it counts sessions.
 *
 * Result: sessions for each hundred people; `n` is the headcount; `undefined` (`ZeroDenominator`) without employees.
 * Throws when sessions are not a whole number ≥ 0 or the headcount is not a number ≥ 0.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { knowledgeSharing } from 'training-ops/metrics'
 * knowledgeSharing({ sessions: 5, headcount: 200 }) // => { status: 'ok', value: 2.5, n: 200, unit: 'perHundredPeople' }
 * ```
 */
export const knowledgeSharing = /* @__PURE__ */ guarded(
  'knowledgeSharing',
  ({ sessions, headcount }: SharingCounts): MetricResult => {
    needsCount('knowledgeSharing', 'sessions', sessions)
    needsAmount('knowledgeSharing', 'headcount', headcount)
    return headcount === 0
      ? notMeasurable({ code: 'ZeroDenominator', what: 'headcount' })
      : measured({ value: (sessions * 100) / headcount, n: headcount, unit: 'perHundredPeople' })
  },
)

export const knowledgeSharingAccumulator = /* @__PURE__ */ guardedAccumulator(
  'knowledgeSharingAccumulator',
  /* @__PURE__ */ summing<SharingCounts, MetricResult>(
    'knowledgeSharing',
    { sessions: 0, headcount: 0n },
    knowledgeSharing,
  ),
)

export const knowledgeSharingEntry: MetricEntry = {
  id: 'M21b',
  calculator: 'knowledgeSharing',
  unit: 'perHundredPeople',
  quantity: 'people',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
