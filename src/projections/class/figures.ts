import {
  incidentRate,
  type MetricResult,
  meanTimeToResolve,
  onScheduleDelivery,
  planStability,
  questionRate,
} from '../../metrics/index.ts'
import { dayIn, minutesBetween } from '../../vocabulary/index.ts'
import type { OfferingOnBoard } from '../offering-board.ts'

/** How classes went: each figure of `classFigures`. */
export type ClassFigures = {
  /** M24: questions for each hour a learner was there. */
  readonly questionRate: MetricResult
  /** M25: incidents for each session held. */
  readonly incidentRate: MetricResult
  /** M25: hours from report to resolution. */
  readonly meanTimeToResolve: MetricResult
  /** M16: sessions neither moved nor called off at short notice. */
  readonly planStability: MetricResult
  /** M15, of sessions: held on the day they were to be, of all whose day has passed. */
  readonly sessionsOnSchedule: MetricResult
}

/**
 * How these classes went (过程监控), as of an instant: how much learners asked, what went wrong and for how long, and
 * whether the calendar held. `withinDays` is what counts as short notice, 7 days unless said otherwise.
 *
 * @example
 * ```ts
 * import { classFigures } from 'training-ops'
 * classFigures([], { asOf: '2026-05-01T00:00:00.000Z' }).planStability
 * // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'sessions' } }
 * ```
 */
export const classFigures = (
  offerings: readonly OfferingOnBoard[],
  { asOf, withinDays = 7 }: { readonly asOf: string; readonly withinDays?: number },
): ClassFigures => {
  const sessions = offerings.flatMap(({ calendar }) => Object.values(calendar))
  const held = sessions.filter(({ status }) => status === 'held')
  const due = sessions.filter(({ status, end }) => status !== 'cancelled' && end <= asOf)
  const onTheDay = due.filter(
    ({ actualStart, start, zone }) =>
      actualStart !== undefined && dayIn(actualStart, zone) === dayIn(start, zone),
  )
  const incidents = offerings.flatMap((offering) => Object.values(offering.incidents))
  return {
    questionRate: questionRate({
      questions: sum(offerings.map(({ interactions }) => interactions.question?.count ?? 0)),
      attendedMinutes: sum(
        offerings.flatMap(({ attended }) => Object.values(attended).flatMap((one) => Object.values(one))),
      ),
    }),
    incidentRate: incidentRate({ incidents: incidents.length, sessions: held.length }),
    meanTimeToResolve: meanTimeToResolve(
      incidents.map(({ reportedAt, resolvedAt }) =>
        resolvedAt === undefined ? { reportedAt } : { reportedAt, resolvedAt },
      ),
    ),
    planStability: planStability({ sessions, withinDays }),
    sessionsOnSchedule: onScheduleDelivery({ byMilestone: onTheDay.length, due: due.length }),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** One session, as planned and as held, in minutes; what was not held yet has no second half. */
export type PlannedAndActual = {
  readonly sessionId: string
  readonly plannedMinutes: number
  readonly actualMinutes?: number
  /** Minutes it began after its hour; below zero before it. */
  readonly beganLate?: number
}

/** Each session of an offering as planned and as held (计划与实际对比), without those that were called off. */
export const plannedAndActual = ({ calendar }: OfferingOnBoard): readonly PlannedAndActual[] =>
  Object.entries(calendar)
    .filter(([, { status }]) => status !== 'cancelled')
    .map(([sessionId, { start, end, actualStart, actualEnd }]) => ({
      sessionId,
      plannedMinutes: minutesBetween(start, end),
      ...(actualStart === undefined || actualEnd === undefined
        ? {}
        : {
            actualMinutes: minutesBetween(actualStart, actualEnd),
            beganLate: minutesBetween(start, actualStart),
          }),
    }))
