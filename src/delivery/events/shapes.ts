import * as z from 'zod'
import { type Field, field, type TakenBy, type ValueOf } from '../../kernel/index.ts'
import {
  at,
  code,
  courseId,
  criterionKind,
  day,
  idList,
  instant,
  instrumentId,
  learnerId,
  minutes,
  offeringId,
  personalTitle,
  programId,
  resourceId,
  sessionId,
  sopId,
  taskId,
  text,
  trainerId,
  zone,
} from '../../vocabulary/index.ts'

export const sessionFields = {
  sessionId,
  /** The instant at which the session begins. */
  start: instant,
  /** The instant at which the session ends. */
  end: instant,
  /** The time zone of the session. Attendance belongs to its local day. */
  zone,
  /** The trainers, one or several: resources of kind `trainer` or `expert`. */
  trainerIds: idList(trainerId, 20).optional(),
  /** The venue: a resource of kind `venue`, or `platform` for an online session. */
  venueId: resourceId.optional(),
  /** Equipment that is booked: resources of kind `equipment` or `platform`. */
  equipmentIds: idList(resourceId, 50).optional(),
}
const plannedSession = field(z.strictObject(sessionFields))
/** A session of a class (课次), as it is planned. */
export interface Session extends ValueOf<typeof plannedSession> {}
/** A session, as a host writes it. */
export interface SessionInput extends TakenBy<typeof plannedSession> {}
export const session: Field<Session, SessionInput> = plannedSession

/** One thing of an attempt at a class that is taken out: it was recorded of the wrong person, or by mistake. */
export const retracted = z.discriminatedUnion('kind', [
  z.strictObject({
    /** `result`: an attempt at a test. */
    kind: z.literal('result'),
    instrumentId,
    /** The number of the attempt that is taken out: the last one. */
    attempt: z.int().min(1).max(1000),
  }),
  z.strictObject({
    /** `module`: a module that was not done. */
    kind: z.literal('module'),
    /** The module of the course, by its code. */
    module: code,
  }),
  z.strictObject({
    /** `response`: an answer that was not given. */
    kind: z.literal('response'),
    instrumentId,
  }),
  z.strictObject({
    /** `waiver`: what was waived is asked for again. */
    kind: z.literal('waiver'),
    /** The kind of criterion that was waived. */
    waived: criterionKind,
  }),
])

/** No `max` is no limit. */
export const capacity = z.strictObject({
  /** The fewest learners with which it takes place. */
  min: z.int().min(0),
  /** The number of seats. Left out, there is no limit. */
  max: z.int().min(1).max(1_000_000).optional(),
})

/** The facts about a learner that only the host knows: recorded as the basis of the decision. */
export const employment = z.strictObject({
  /** The first day of employment. */
  hiredOn: day,
  /** The last day of employment. Left out, it has no end. */
  leftOn: day.optional(),
})
export type Employment = z.infer<typeof employment>

/** The course of a class, copied so that a fold over classes or enrolments needs no other event. */
export const ofCourse = {
  courseId,
  /** The version of the course that is taught: 1, then 2. */
  courseVersion: z.int().min(1),
  programId: programId.optional(),
}
/** Where a learner has to be, and when. */
export const hours = {
  /** The sessions of the seat, with their times. */
  sessions: z
    .array(
      z.strictObject({
        sessionId,
        /** The instant at which the session begins. */
        start: instant,
        /** The instant at which the session ends. */
        end: instant,
      }),
    )
    .max(500),
}

/** How many people the places of a session hold, as known when they were booked. A side that is left out has no place. */
export const roomFields = {
  /** The number of people in the room; 1,000,000 where nobody said how many it holds. */
  onSite: z.int().min(1).max(1_000_000).optional(),
  /** The number of people on the platform; 1,000,000 where nobody said how many it holds. */
  online: z.int().min(1).max(1_000_000).optional(),
}
export const rooms = field(z.strictObject(roomFields))
export type Rooms = ValueOf<typeof rooms>

/** The incident: the place, and the person or thing. */
export const incident = {
  sessionId: sessionId.optional(),
  learnerId: learnerId.optional(),
  resourceId: resourceId.optional(),
  /** The kind of incident: `scheduleConflict`, `annualLimit`, `equipment`, `discipline`, `trainer`, `venue`, `platform`, or an organisation's own. */
  kind: code,
  /** The offering that the schedule clashes with. */
  clashesWith: code.optional(),
  /** The incident, in words. */
  description: text.optional(),
}

/** When a session was held, and who taught it. */
export const delivery = {
  /** The instant at which the session began. */
  actualStart: instant,
  /** The instant at which the session ended. */
  actualEnd: instant,
  /** The trainers who taught the session. */
  trainerIds: idList(trainerId, 20).optional(),
}

/** A learner's attempt at an offering. */
export const ofEnrolment = { at, offeringId, learnerId }

/** How long somebody was in a session, how they were there, and how it was taken down. */
export const attendance = {
  ...ofEnrolment,
  sessionId,
  minutes,
  /** The attendance status: present, late, left early, excused or absent. */
  status: z.enum(['present', 'late', 'leftEarly', 'excused', 'absent']),
  /** The way attendance was taken: `rollCall`, `signIn`, `qr`, `platform`, or an organisation's own. */
  method: code,
}

/** How far a trainer is with preparing, from 0 to 100. */
export const percent = z.int().min(0).max(100)

/** Something to prepare: what, whose, until when, and which step waits for it. */
export const task = {
  taskId,
  /** The kind of thing to prepare: `manual`, `slides`, `questionnaire`, `certificate`, `projector`, `seatAllocation`, `refreshments`, `platformRehearsal`, `travel`, `accommodation`, or an organisation's own. */
  artefact: code,
  title: personalTitle.optional(),
  /** The department that sees to it: `operations`, `administration`, `it`, `finance`, or an organisation's own. */
  owner: code,
  /** The instant by which the task is due. */
  dueAt: instant,
  /** The step that waits for the task. */
  neededFor: z.enum(['confirmation', 'delivery', 'completion']),
  /** The procedure that the task comes from (标准作业程序). */
  sopId: sopId.optional(),
  /** The version of that procedure. */
  sopVersion: z.int().min(1).optional(),
}

/** How learners took part: how often, or how well on a scale of five. */
export const observed = z.union([
  z.strictObject({
    /** The number of times it was seen. */
    count: z.int().min(0).max(100_000),
  }),
  z.strictObject({
    /** The quality, from 1 (poor) to 5 (very good). */
    rating: z.int().min(1).max(5),
  }),
])
export type Observed = z.infer<typeof observed>
