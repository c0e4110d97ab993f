import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCounts } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { summing } from '../summing.ts'

export type IncidentCounts = { readonly incidents: number; readonly sessions: number }

/**
 * Incident rate (突发事件率), M25: incidents for each session held.
 *
 * Formula: incidents / sessions.
 *
 * When to use: to find venues, platforms or times that go wrong.
 * When not: as a share of sessions with trouble: one session may have several incidents.
 *
 * Result: incidents per session, which may exceed 1; `n` is the sessions; `undefined` (`ZeroDenominator`) without
 * sessions. Throws when a number is not a whole number ≥ 0. How long they took to resolve: `meanTimeToResolve`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { incidentRate } from 'training-ops/metrics'
 * incidentRate({ incidents: 6, sessions: 48 }) // => { status: 'ok', value: 0.125, n: 48, unit: 'perSession' }
 * ```
 */
export const incidentRate = /* @__PURE__ */ guarded(
  'incidentRate',
  ({ incidents, sessions }: IncidentCounts): MetricResult => {
    needsCounts('incidentRate', { incidents, sessions })
    if (sessions === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'sessions' })
    return measured({ value: incidents / sessions, n: sessions, unit: 'perSession' })
  },
)

export const incidentRateAccumulator = /* @__PURE__ */ guardedAccumulator(
  'incidentRateAccumulator',
  /* @__PURE__ */ summing<IncidentCounts, MetricResult>(
    'incidentRate',
    { incidents: 0, sessions: 0 },
    incidentRate,
  ),
)

export const incidentRateEntry: MetricEntry = {
  id: 'M25',
  calculator: 'incidentRate',
  unit: 'perSession',
  quantity: 'sessions',
  better: 'less',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
