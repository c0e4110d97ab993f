import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'
import {
  completionRate,
  type MetricResult,
  trainingCoverage,
  trainingHoursPerEmployee,
} from '../metrics/index.ts'

/** Local days, `[from, to)`. */
export type Days = { readonly from: string; readonly to: string }

export type AttendedSession = { minutes: number; on: string }

/** What each learner attended, by offering and session: a correction takes the place of what it corrects. */
export type TrainingHoursState = { attended: Record<string, Record<string, AttendedSession>> }

const projection = projections<DeliveryEvent>()

type Attended = { learnerId: string; offeringId: string; sessionId: string } & AttendedSession
const wasThere = (
  { attended }: TrainingHoursState,
  { learnerId, offeringId, sessionId, minutes, on }: Attended,
) => {
  attended[learnerId] ??= {}
  attended[learnerId][`${offeringId} ${sessionId}`] = { minutes, on }
}

/** Attended minutes of the whole workforce (学时). */
export const trainingHours = projection({
  name: 'trainingHours',
  initial: (): TrainingHoursState => ({ attended: {} }),
  on: {
    AttendanceRecorded: wasThere,
    AttendanceCorrected: wasThere,
  },
  shardBy: 'learnerId',
  merge: (a, b) => {
    const attended = { ...a.attended }
    for (const [learner, sessions] of Object.entries(b.attended))
      attended[learner] = { ...attended[learner], ...sessions }
    return { attended }
  },
})

const within = ({ from, to }: Days, day: string): boolean => day >= from && day < to

/** Minutes attended by each learner who attended any in these days. */
export const minutesByLearner = (
  { attended }: TrainingHoursState,
  days: Days,
): Readonly<Record<string, number>> => {
  const minutes: Record<string, number> = {}
  for (const [learner, sessions] of Object.entries(attended)) {
    let sum = 0
    for (const session of Object.values(sessions)) if (within(days, session.on)) sum += session.minutes
    if (sum > 0) minutes[learner] = sum
  }
  return minutes
}

/**
 * Training hours per employee (人均学时) in these days. `headcount`: the average of the period.
 *
 * @example
 * ```ts
 * import { hoursPerEmployeeIn } from 'training-ops'
 * const attended = { ada: { 'o-1 monday': { minutes: 480, on: '2026-04-06' } } }
 * const days = { from: '2026-01-01', to: '2027-01-01' }
 * const hours = hoursPerEmployeeIn({ attended }, { days, headcount: 4 })
 * hours.status === 'ok' && hours.value // => 2
 * ```
 */
export const hoursPerEmployeeIn = (
  state: TrainingHoursState,
  { days, headcount }: { readonly days: Days; readonly headcount: number },
): MetricResult =>
  trainingHoursPerEmployee({
    minutes: Object.values(minutesByLearner(state, days)).reduce((sum, minutes) => sum + minutes, 0),
    headcount,
  })

/**
 * Training coverage (培训覆盖率) in these days: who of the workforce attended at least a minute.
 *
 * @example
 * ```ts
 * import { coverageIn } from 'training-ops'
 * const attended = { ada: { 'o-1 monday': { minutes: 480, on: '2026-04-06' } } }
 * const days = { from: '2026-01-01', to: '2027-01-01' }
 * const coverage = coverageIn({ attended }, { days, workforce: ['ada', 'bo'] })
 * coverage.status === 'ok' && coverage.value // => 0.5
 * ```
 */
export const coverageIn = (
  state: TrainingHoursState,
  { days, workforce }: { readonly days: Days; readonly workforce: readonly string[] },
): MetricResult => trainingCoverage({ workforce, participants: Object.keys(minutesByLearner(state, days)) })

export type Endings = { completed: number; failed: number; noShow: number }

/** How attempts ended, counted by the day (in UTC) they were closed. Any split of the log adds up. */
export type CompletionState = { byDay: Record<string, Endings> }

const ended = ({ byDay }: CompletionState, at: string, how: keyof Endings, times = 1): void => {
  const day = at.slice(0, 10)
  byDay[day] ??= { completed: 0, failed: 0, noShow: 0 }
  byDay[day][how] += times
}

/** How attempts ended, over the whole workforce. */
export const completion = projection({
  name: 'completion',
  initial: (): CompletionState => ({ byDay: {} }),
  on: {
    EnrolmentCompleted: (state, { at }) => ended(state, at, 'completed'),
    EnrolmentFailed: (state, { at }) => ended(state, at, 'failed'),
    NoShowRecorded: (state, { at }) => ended(state, at, 'noShow'),
    CompletionReassessed: (state, { closedAt, endedAt = closedAt, from, to }) => {
      ended(state, closedAt, from, -1)
      ended(state, endedAt, to)
    },
  },
  merge: (a, b) => {
    const byDay = { ...a.byDay }
    for (const [day, more] of Object.entries(b.byDay)) {
      const known = byDay[day] ?? { completed: 0, failed: 0, noShow: 0 }
      byDay[day] = {
        completed: known.completed + more.completed,
        failed: known.failed + more.failed,
        noShow: known.noShow + more.noShow,
      }
    }
    return { byDay }
  },
})

/**
 * Course completion rate (课程完成率) of the attempts that were closed in these days.
 *
 * @example
 * ```ts
 * import { completionRateIn } from 'training-ops'
 * const byDay = { '2026-04-13': { completed: 9, failed: 2, noShow: 1 } }
 * const rate = completionRateIn({ byDay }, { from: '2026-01-01', to: '2027-01-01' })
 * rate.status === 'ok' && rate.value // => 0.75
 * ```
 */
export const completionRateIn = ({ byDay }: CompletionState, days: Days): MetricResult => {
  const sum: Endings = { completed: 0, failed: 0, noShow: 0 }
  for (const [day, { completed, failed, noShow }] of Object.entries(byDay)) {
    if (!within(days, day)) continue
    sum.completed += completed
    sum.failed += failed
    sum.noShow += noShow
  }
  return completionRate({ completed: sum.completed, ended: sum.completed + sum.failed + sum.noShow })
}
