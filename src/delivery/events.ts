/**
 * What the delivery room remembers: classes put on the calendar (班次), who asked for a seat and who got one, who
 * came and for how long, and how each learner's attempt ended. Rules and times are copied into the facts that
 * relied on them, so that a later change never decides the past again.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../kernel/index.ts'
import {
  code,
  completionRule,
  courseId,
  day,
  instant,
  instrumentId,
  learnerId,
  minutes,
  offeringId,
  personId,
  programId,
  reason,
  resourceId,
  scaledScore,
  sessionId,
  text,
  title,
  trainerId,
  zone,
} from '../vocabulary/index.ts'

export const session = z.strictObject({
  sessionId,
  start: instant,
  end: instant,
  /** The zone the class lives in: attendance belongs to the session's local day. */
  zone,
  trainerId: trainerId.optional(),
  venueId: resourceId.optional(),
})
export type Session = z.infer<typeof session>

/** No `max` is no limit. */
export const capacity = z.strictObject({ min: z.int().min(0), max: z.int().min(1).max(1_000_000).optional() })

/** What only the host knows about a learner on the day: recorded as the basis of the decision. */
export const employment = z.strictObject({ hiredOn: day, leftOn: day.optional() })
export type Employment = z.infer<typeof employment>

/** A learner's attempt at an offering. */
const attempt = { at: instant, offeringId, learnerId }
/** What the attempt is at, copied so that a fold over enrolments needs no other event. */
const ofCourse = { courseId, courseVersion: z.int().min(1), programId: programId.optional() }
/** Where a learner has to be, and when. */
const hours = { sessions: z.array(z.strictObject({ sessionId, start: instant, end: instant })).max(500) }
/** What the seat was given under. */
const seat = { ...attempt, ...ofCourse, ...hours, completionRule, scheduledMinutes: minutes }

export const deliveryEvents = defineEvents({
  /** A class was put on the calendar. */
  OfferingScheduled: event({
    at: instant,
    offeringId,
    ...ofCourse,
    title,
    /** `course`, `knowledgeSharing`, or an organisation's own. */
    kind: code,
    /** `classroom`, `liveOnline`, `blended`, `actionLearning`, `virtualReality`, `selfPaced`, or its own. */
    modality: code,
    sessions: z.array(session).min(1).max(500),
    capacity,
    completionRule,
    approval: z.enum(['required', 'automatic']),
    enrolmentCloses: instant.optional(),
    withdrawalDeadline: instant.optional(),
  }),
  /** People were told of it (培训通知). */
  OfferingAnnounced: event({ at: instant, offeringId }),
  /** One may ask for a seat from now on. */
  EnrolmentOpened: event({ at: instant, offeringId }),
  /** One may no longer ask. */
  EnrolmentWindowClosed: event({ at: instant, offeringId }),
  /** It takes place: enough people are enrolled. */
  OfferingConfirmed: event({ at: instant, offeringId, enrolled: z.int().min(0) }),
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
  /** The class was held. */
  SessionDelivered: event({
    at: instant,
    offeringId,
    sessionId,
    actualStart: instant,
    actualEnd: instant,
    trainerId: trainerId.optional(),
    zone,
    /** Sessions of this offering still to be held. */
    remaining: z.int().min(0),
  }),
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
  /** The last class was held and the offering is over. */
  OfferingCompleted: event({
    at: instant,
    offeringId,
    ...ofCourse,
    /** When the last session ended: what follow-ups count from. */
    endedAt: instant,
    zone,
    enrolled: z.int().min(0),
  }),
  /** It does not take place. */
  OfferingCancelled: event({
    at: instant,
    offeringId,
    programId: programId.optional(),
    cause: z.enum(['minimumNotReached', 'trainerUnavailable', 'venueUnavailable', 'other']),
    reason: reason.optional(),
  }),
})

export type DeliveryEvent = EventsOf<typeof deliveryEvents>
