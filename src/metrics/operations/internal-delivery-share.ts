import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAt, needsCount, recordsOf } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** One delivered session and who taught it. */
export type TaughtSession = {
  readonly minutes: number
  /** Trainers of the organisation's own. */
  readonly internalTrainers: number
  readonly externalTrainers: number
}

/**
 * Minutes by how many taught together. Halves and thirds of minutes are not integers; minutes × internal trainers
 * are, and are divided when the figure is read.
 */
type MinutesByTeamSize = ReadonlyMap<number, { readonly minutes: number; readonly internal: number }>

const lift = (session: TaughtSession, index?: number): MinutesByTeamSize => {
  const { minutes, internalTrainers, externalTrainers } = session
  const trainers = internalTrainers + externalTrainers
  needsCount('internalDeliveryShare', 'sessions[].minutes', minutes, index)
  needsCount('internalDeliveryShare', 'sessions[].internalTrainers', internalTrainers, index)
  needsCount('internalDeliveryShare', 'sessions[].externalTrainers', externalTrainers, index)
  needsAt(trainers > 0, 'internalDeliveryShare', 'at least one trainer', 'sessions', trainers, index)
  return new Map([[trainers, { minutes, internal: minutes * internalTrainers }]])
}

const combine = (a: MinutesByTeamSize, b: MinutesByTeamSize): MinutesByTeamSize => {
  const sums = new Map(a)
  for (const [trainers, { minutes, internal }] of b) {
    const had = sums.get(trainers)
    sums.set(trainers, { minutes: minutes + (had?.minutes ?? 0), internal: internal + (had?.internal ?? 0) })
  }
  return sums
}

const shareOf = (byTeamSize: MinutesByTeamSize): MetricResult => {
  let [all, internal] = [0, 0]
  for (const [trainers, sum] of [...byTeamSize].sort(([a], [b]) => a - b)) {
    all += sum.minutes
    internal += sum.internal / trainers
  }
  return all === 0
    ? notMeasurable({ code: 'ZeroDenominator', what: 'minutes' })
    : measured({ value: internal / all, n: all, unit: 'ratio' })
}

/**
 * Internal delivery share (内训师授课占比), M21: the share of teaching done by the organisation's own trainers.
 *
 * Formula: internal trainers' minutes / all trainers' minutes; those who teach together split the session's minutes
 * equally.
 *
 * When to use: to follow the build-up of internal trainers.
 * When not: as a share of cost: an internal hour has another price.
 *
 * Result: a ratio from 0 to 1; `n` is the minutes taught; `undefined` (`ZeroDenominator`) when nothing was taught.
 * Throws when a number is not a whole number ≥ 0 or a session has no trainer.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { internalDeliveryShare } from 'training-ops/metrics'
 * const sessions = [
 *   { minutes: 60, internalTrainers: 1, externalTrainers: 1 },
 *   { minutes: 60, internalTrainers: 0, externalTrainers: 1 },
 * ]
 * internalDeliveryShare(sessions) // => { status: 'ok', value: 0.25, n: 120, unit: 'ratio' }
 * ```
 */
export const internalDeliveryShare = /* @__PURE__ */ guarded(
  'internalDeliveryShare',
  (sessions: readonly TaughtSession[]): MetricResult =>
    shareOf(
      recordsOf('internalDeliveryShare', 'sessions', sessions).reduce<MinutesByTeamSize>(
        (sum, session, index) => combine(sum, lift(session, index)),
        new Map(),
      ),
    ),
)

export const internalDeliveryShareAccumulator: Accumulator<TaughtSession, MinutesByTeamSize, MetricResult> =
  /* @__PURE__ */ guardedAccumulator('internalDeliveryShareAccumulator', {
    empty: new Map(),
    lift: (session) => lift(session),
    combine,
    extract: shareOf,
  })

export const internalDeliveryShareEntry: MetricEntry = {
  id: 'M21',
  calculator: 'internalDeliveryShare',
  unit: 'ratio',
  quantity: 'minutes',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
