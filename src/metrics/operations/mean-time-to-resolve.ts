import type { Accumulator } from '../accumulator.ts'
import { instantNumber, needsInstant } from '../days.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAt, recordsOf } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** One incident. Instants are ISO 8601 with their offset. */
export type Incident = {
  readonly reportedAt: string
  /** Left out while it is open. */
  readonly resolvedAt?: string
}

type Durations = { readonly milliseconds: number; readonly resolved: number; readonly open: number }

const lift = ({ reportedAt, resolvedAt }: Incident, index?: number): Durations => {
  needsInstant('meanTimeToResolve', 'incidents[].reportedAt', reportedAt, index)
  if (resolvedAt === undefined) return { milliseconds: 0, resolved: 0, open: 1 }
  needsInstant('meanTimeToResolve', 'incidents[].resolvedAt', resolvedAt, index)
  const milliseconds = instantNumber(resolvedAt) - instantNumber(reportedAt)
  needsAt(
    milliseconds >= 0,
    'meanTimeToResolve',
    'an instant not before reportedAt',
    'incidents[].resolvedAt',
    resolvedAt,
    index,
  )
  return { milliseconds, resolved: 1, open: 0 }
}

const combine = (a: Durations, b: Durations): Durations => ({
  milliseconds: a.milliseconds + b.milliseconds,
  resolved: a.resolved + b.resolved,
  open: a.open + b.open,
})

const meanOf = ({ milliseconds, resolved, open }: Durations): MetricResult =>
  resolved === 0
    ? notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    : measured({
        value: milliseconds / 3_600_000 / resolved,
        n: resolved,
        unit: 'hours',
        ...(open > 0 && { notes: [{ code: 'StillOpen', incidents: open }] }),
      })

const nothing: Durations = { milliseconds: 0, resolved: 0, open: 0 }

/**
 * Mean time to resolve (平均处理时长), M25b: how long incidents took, from report to resolution.
 *
 * Formula: Σ (resolved − reported) / resolved incidents.
 *
 * When to use: beside the incident rate.
 * When not: alone, while incidents are open: those still open have lasted a while already, and leaving them out
 * makes the mean too short. A note counts them.
 *
 * Result: hours; `n` is the resolved incidents; `undefined` (`TooFewObservations`) when none is resolved. Throws
 * when an instant is not ISO 8601 with its offset or a resolution comes before its report.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { meanTimeToResolve } from 'training-ops/metrics'
 * const incidents = [
 *   { reportedAt: '2026-03-02T09:00:00Z', resolvedAt: '2026-03-02T09:30:00Z' },
 *   { reportedAt: '2026-03-02T10:00:00Z', resolvedAt: '2026-03-02T11:30:00Z' },
 *   { reportedAt: '2026-03-02T12:00:00Z' },
 * ]
 * meanTimeToResolve(incidents) // => { status: 'ok', value: 1, n: 2, unit: 'hours', notes: [{ code: 'StillOpen', incidents: 1 }] }
 * ```
 */
export const meanTimeToResolve = /* @__PURE__ */ guarded(
  'meanTimeToResolve',
  (incidents: readonly Incident[]): MetricResult =>
    meanOf(
      recordsOf('meanTimeToResolve', 'incidents', incidents).reduce(
        (sum, incident, index) => combine(sum, lift(incident, index)),
        nothing,
      ),
    ),
)

export const meanTimeToResolveAccumulator: Accumulator<Incident, Durations, MetricResult> =
  /* @__PURE__ */ guardedAccumulator('meanTimeToResolveAccumulator', {
    empty: nothing,
    lift: (incident) => lift(incident),
    combine,
    extract: meanOf,
  })

export const meanTimeToResolveEntry: MetricEntry = {
  id: 'M25b',
  calculator: 'meanTimeToResolve',
  unit: 'hours',
  quantity: 'incidents',
  better: 'less',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
