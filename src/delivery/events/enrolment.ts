import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  code,
  completionRule,
  day,
  instant,
  instrumentId,
  learnerId,
  minutes,
  offeringId,
  personId,
  reason,
  scaledScore,
  sessionId,
  text,
} from '../../vocabulary/index.ts'
import { capacity, employment, hours, ofCourse } from './shapes.ts'

/** A learner's attempt at an offering. */
const attempt = { at: instant, offeringId, learnerId }
/** What the seat was given under. */
const seat = { ...attempt, ...ofCourse, ...hours, completionRule, scheduledMinutes: minutes }

/** Who asked for a seat, who got one, who came, and how each attempt ended. */
export const enrolmentEvents = {
  /** There are more seats now, or fewer. */
  CapacityChanged: event({ at: instant, offeringId, capacity }),
  /** A learner asked for a seat, or somebody asked for them. */
  EnrolmentRequested: event(
    {
      ...attempt,
      source: z.enum(['assigned', 'manager', 'self']),
      department: code.optional(),
      position: code.optional(),
      expectations: text.optional(),
      approval: z.enum(['required', 'automatic']),
      basis: z.strictObject({ employment: employment.optional() }),
    },
    { personal: ['expectations'] },
  ),
  /** They have a seat. */
  LearnerEnrolled: event(seat),
  /** There was no seat; they are on the list. */
  LearnerWaitlisted: event({ ...attempt, ...ofCourse, ...hours, position: z.int().min(1) }),
  /** A seat came free, and they were the next. */
  LearnerPromoted: event(seat),
  /** The request was turned down. */
  EnrolmentDeclined: event({ ...attempt, declinedBy: personId, reason }, { personal: ['reason'] }),
  /** They gave up their seat or their place on the list. */
  LearnerWithdrew: event({
    ...attempt,
    from: z.enum(['requested', 'enrolled', 'waitlisted']),
    late: z.boolean(),
  }),
  /** Their seat ended with the class, through no doing of theirs. */
  EnrolmentCancelled: event(attempt),
  /** How long somebody was there. */
  AttendanceRecorded: event({
    ...attempt,
    sessionId,
    minutes,
    status: z.enum(['present', 'late', 'leftEarly', 'excused', 'absent']),
    method: code,
    /** The session's local day. */
    on: day,
  }),
  /** How they did in a test, a practical, a case analysis. */
  ResultRecorded: event({ ...attempt, instrumentId, attempt: z.int().min(1).max(1000), scaled: scaledScore }),
  /** They completed it. */
  EnrolmentCompleted: event({
    ...attempt,
    ...ofCourse,
    outcome: z.enum(['passed', 'completed']),
    attendedMinutes: minutes,
    scheduledMinutes: minutes,
  }),
  /** They came, and did not meet the completion rule. */
  EnrolmentFailed: event({
    ...attempt,
    ...ofCourse,
    unmet: z.array(z.enum(['attendance', 'result'])).max(20),
    /** How the tests went, whatever else was missing; `none` where none was taken: absent is not failed. */
    assessment: z.enum(['passed', 'failed', 'none']),
    attendedMinutes: minutes,
    scheduledMinutes: minutes,
  }),
  /** They had a seat, did not come, and were not excused. */
  NoShowRecorded: event({ ...attempt, ...ofCourse, scheduledMinutes: minutes }),
}
