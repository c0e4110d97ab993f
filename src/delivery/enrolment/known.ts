import { projections } from '../../kernel/index.ts'
import type { CompletionRule } from '../../vocabulary/index.ts'
import type { DeliveryEvent } from '../events.ts'

const projection = projections<DeliveryEvent>()

const without = (list: string[], one: string) => list.filter((other) => other !== one)

export type Seats = { min: number; max?: number; enrolled: string[]; waitlist: string[]; noSeatYet: string[] }

/** Who sits, who waits (in the order they came), and how many may sit. */
export const seats = projection({
  name: 'seats',
  by: ['offeringId'],
  initial: (): Seats => ({ min: 0, enrolled: [], waitlist: [], noSeatYet: [] }),
  on: {
    OfferingScheduled: (seats, { capacity }) => {
      seats.min = capacity.min
      if (capacity.max !== undefined) seats.max = capacity.max
    },
    CapacityChanged: (seats, { capacity }) => {
      seats.min = capacity.min
      if (capacity.max === undefined) delete seats.max
      else seats.max = capacity.max
    },
    EnrolmentRequested: (seats, { learnerId }) => {
      seats.noSeatYet.push(learnerId)
    },
    LearnerEnrolled: (seats, { learnerId }) => {
      seats.noSeatYet = without(seats.noSeatYet, learnerId)
      seats.enrolled.push(learnerId)
    },
    LearnerWaitlisted: (seats, { learnerId }) => {
      seats.noSeatYet = without(seats.noSeatYet, learnerId)
      seats.waitlist.push(learnerId)
    },
    LearnerPromoted: (seats, { learnerId }) => {
      seats.waitlist = without(seats.waitlist, learnerId)
      seats.enrolled.push(learnerId)
    },
    EnrolmentDeclined: (seats, { learnerId }) => {
      seats.noSeatYet = without(seats.noSeatYet, learnerId)
    },
    LearnerWithdrew: (seats, { learnerId }) => {
      seats.noSeatYet = without(seats.noSeatYet, learnerId)
      seats.enrolled = without(seats.enrolled, learnerId)
      seats.waitlist = without(seats.waitlist, learnerId)
    },
    EnrolmentCancelled: (seats, { learnerId }) => {
      seats.noSeatYet = without(seats.noSeatYet, learnerId)
      seats.enrolled = without(seats.enrolled, learnerId)
      seats.waitlist = without(seats.waitlist, learnerId)
    },
  },
})

export type EnrolmentStatus =
  | 'none'
  | 'requested'
  | 'enrolled'
  | 'waitlisted'
  | 'declined'
  | 'withdrawn'
  | 'cancelled'
  | 'completed'
  | 'failed'
  | 'noShow'

export type EnrolmentState = {
  status: EnrolmentStatus
  completionRule: CompletionRule
  scheduledMinutes: number
  minutesBySession: Record<string, number>
  excused: string[]
  /** The best scaled score and the last attempt, by instrument. */
  results: Record<string, { best: number; attempt: number }>
}

/** One learner's attempt at one offering. */
export const enrolment = projection({
  name: 'enrolment',
  by: ['offeringId', 'learnerId'],
  initial: (): EnrolmentState => ({
    status: 'none',
    completionRule: { require: 'all', of: [] },
    scheduledMinutes: 0,
    minutesBySession: {},
    excused: [],
    results: {},
  }),
  on: {
    EnrolmentRequested: (enrolment) => {
      enrolment.status = 'requested'
    },
    LearnerEnrolled: (enrolment, { completionRule, scheduledMinutes }) => {
      enrolment.status = 'enrolled'
      enrolment.completionRule = completionRule
      enrolment.scheduledMinutes = scheduledMinutes
    },
    LearnerWaitlisted: (enrolment) => {
      enrolment.status = 'waitlisted'
    },
    LearnerPromoted: (enrolment, { completionRule, scheduledMinutes }) => {
      enrolment.status = 'enrolled'
      enrolment.completionRule = completionRule
      enrolment.scheduledMinutes = scheduledMinutes
    },
    EnrolmentDeclined: (enrolment) => {
      enrolment.status = 'declined'
    },
    LearnerWithdrew: (enrolment) => {
      enrolment.status = 'withdrawn'
    },
    EnrolmentCancelled: (enrolment) => {
      enrolment.status = 'cancelled'
    },
    AttendanceRecorded: (enrolment, { sessionId, minutes, status }) => {
      enrolment.minutesBySession[sessionId] = minutes
      enrolment.excused = without(enrolment.excused, sessionId)
      if (status === 'excused') enrolment.excused.push(sessionId)
    },
    ResultRecorded: (enrolment, { instrumentId, attempt, scaled }) => {
      const best = enrolment.results[instrumentId]?.best ?? scaled
      enrolment.results[instrumentId] = { best: Math.max(best, scaled), attempt }
    },
    EnrolmentCompleted: (enrolment) => {
      enrolment.status = 'completed'
    },
    EnrolmentFailed: (enrolment) => {
      enrolment.status = 'failed'
    },
    NoShowRecorded: (enrolment) => {
      enrolment.status = 'noShow'
    },
  },
})
