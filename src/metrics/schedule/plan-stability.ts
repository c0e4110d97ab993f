import type { Accumulator } from '../accumulator.ts'
import { dayNumber, needsDay } from '../days.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCount, recordsOf } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { censusShare } from '../share.ts'

/** One session, with every time it was moved or cancelled. */
export type SessionChanges = {
  readonly changes?: readonly {
    /** The day it was moved or cancelled, `YYYY-MM-DD`. */
    readonly on: string
    /** The day it was to start at that time, `YYYY-MM-DD`. */
    readonly start: string
  }[]
}

type Stability = { readonly sessions: number; readonly disturbed: number }

const counter =
  (withinDays: number) =>
  ({ changes = [] }: SessionChanges, index?: number): Stability => {
    const isShortNotice = changes.some(({ on, start }, at) => {
      needsDay('planStability', `sessions[].changes[${at}].on`, on, index)
      needsDay('planStability', `sessions[].changes[${at}].start`, start, index)
      return dayNumber(start) - dayNumber(on) <= withinDays
    })
    return { sessions: 1, disturbed: isShortNotice ? 1 : 0 }
  }

const combine = (a: Stability, b: Stability): Stability => ({
  sessions: a.sessions + b.sessions,
  disturbed: a.disturbed + b.disturbed,
})

const rateOf = (withinDays: number, { sessions, disturbed }: Stability): MetricResult =>
  censusShare({ part: sessions - disturbed, whole: sessions, what: 'sessions', variant: { withinDays } })

/**
 * Plan stability (计划稳定率), M16: the share of sessions that were not moved or cancelled at short notice.
 *
 * Formula: 1 − sessions moved or cancelled within N days of their start / sessions. N is 7 unless said otherwise;
 * a session moved twice counts once.
 *
 * When to use: to see whether learners and trainers can rely on a date.
 * When not: for whether the plan was delivered (M14).
 *
 * Result: a ratio from 0 to 1; `n` is the sessions; the variant states N; `undefined` (`ZeroDenominator`) without
 * sessions. Throws when a date is not `YYYY-MM-DD` or N is not a whole number ≥ 0.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { planStability } from 'training-ops/metrics'
 * const sessions = [{}, {}, {}, { changes: [{ on: '2026-03-01', start: '2026-03-05' }] }]
 * planStability({ sessions }) // => { status: 'ok', value: 0.75, n: 4, unit: 'ratio', variant: { withinDays: 7 } }
 * ```
 */
export const planStability = /* @__PURE__ */ guarded(
  'planStability',
  ({
    sessions,
    withinDays = 7,
  }: {
    readonly sessions: readonly SessionChanges[]
    readonly withinDays?: number
  }): MetricResult => {
    needsCount('planStability', 'withinDays', withinDays)
    const count = counter(withinDays)
    const nothing: Stability = { sessions: 0, disturbed: 0 }
    return rateOf(
      withinDays,
      recordsOf('planStability', 'sessions', sessions).reduce(
        (sum, session, index) => combine(sum, count(session, index)),
        nothing,
      ),
    )
  },
)

export const planStabilityAccumulator = /* @__PURE__ */ guardedAccumulator(
  'planStabilityAccumulator',
  ({
    withinDays = 7,
  }: {
    readonly withinDays?: number
  } = {}): Accumulator<SessionChanges, Stability, MetricResult> => {
    needsCount('planStability', 'withinDays', withinDays)
    const count = counter(withinDays)
    return {
      empty: { sessions: 0, disturbed: 0 },
      lift: (session) => count(session),
      combine,
      extract: (sum) => rateOf(withinDays, sum),
    }
  },
)

export const planStabilityEntry: MetricEntry = {
  id: 'M16',
  calculator: 'planStability',
  unit: 'ratio',
  quantity: 'sessions',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: { withinDays: ['7', 'any whole number'] },
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
