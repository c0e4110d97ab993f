import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  amount,
  code,
  completionRule,
  courseId,
  criterionKind,
  day,
  idList,
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
  title,
} from '../../vocabulary/index.ts'
import { capacity, employment, hours, ofCourse } from './shapes.ts'
import { competence, enrolmentTerms, stage, versions, whoAsks } from './terms.ts'

/** A learner's attempt at an offering. */
const attempt = { at: instant, offeringId, learnerId }
/** What it costs, and who agreed to it where somebody had to. */
const granted = { price: amount.optional(), approvedBy: personId.optional() }
/** What the seat was given under. */
const seat = { ...attempt, ...ofCourse, ...hours, ...granted, completionRule, scheduledMinutes: minutes }
const attendance = {
  ...attempt,
  sessionId,
  minutes,
  status: z.enum(['present', 'late', 'leftEarly', 'excused', 'absent']),
  method: code,
  /** The session's local day. */
  on: day,
}
/** How an attempt that was closed turned out. */
const ending = z.enum(['completed', 'failed', 'noShow'])
const outcome = z.enum(['passed', 'completed', 'waived'])
const unmet = z.array(criterionKind).max(20)
/** How the tests went, whatever else was missing; `none` where none was taken: absent is not failed. */
const assessment = z.enum(['passed', 'failed', 'none'])
const took = { attendedMinutes: minutes, scheduledMinutes: minutes }

/** Who asked for a seat, who got one, who came, and how each attempt ended. */
export const enrolmentEvents = {
  /** It was said on which terms seats are given. */
  EnrolmentTermsSet: event({ at: instant, offeringId, ...enrolmentTerms }),
  /** These courses have to be completed, and these levels reached, before one asks (先修要求). */
  PrerequisitesSet: event({
    at: instant,
    offeringId,
    courses: idList(courseId, 50),
    versions: versions.optional(),
    competencies: z.array(competence).max(50),
  }),
  /** These stages of the program come before this class's own, in this order. */
  StagePrerequisitesSet: event({ at: instant, offeringId, stages: z.array(stage).max(100) }),
  /** There are more seats now, or fewer. */
  CapacityChanged: event({ at: instant, offeringId, capacity }),
  /** A learner asked for a seat, or somebody asked for them. */
  EnrolmentRequested: event({
    ...attempt,
    source: z.enum(['assigned', 'manager', 'self']),
    ...whoAsks,
    expectations: text.optional(),
    /** The higher, the sooner, where the waitlist goes by it; 0 when nothing is said. */
    priority: z.int().min(0).max(1000).optional(),
    /** `given`: it was decided already, where they came from. */
    approval: z.enum(['required', 'automatic', 'given']),
    fromOfferingId: offeringId.optional(),
    basis: z.strictObject({
      employment: employment.optional(),
      /** Completed elsewhere, as the host's records say. */
      completedCourses: idList(courseId, 500).optional(),
      /** What they can do by now, as the competence record says. */
      competencies: z.array(competence).max(500).optional(),
    }),
  }),
  /** They have a seat. */
  LearnerEnrolled: event(seat),
  /** There was no seat; they are on the list. */
  LearnerWaitlisted: event({ ...attempt, ...ofCourse, ...hours, ...granted, position: z.int().min(1) }),
  /** Lots were drawn among those who wait: anybody can draw again from the seed and compare. */
  LotteryDrawn: event({ at: instant, offeringId, seed: code, ranking: idList(learnerId, 1_000_000) }),
  /** A seat came free, and they were the next. */
  LearnerPromoted: event(seat),
  /** A class they sit in, or wait for, meets at other hours. */
  EnrolmentRescheduled: event({ ...attempt, ...hours, scheduledMinutes: minutes }),
  /** The request was turned down. */
  EnrolmentDeclined: event({ ...attempt, declinedBy: personId, reason }),
  /** They gave up their seat or their place on the list. */
  LearnerWithdrew: event({
    ...attempt,
    from: z.enum(['requested', 'enrolled', 'waitlisted']),
    late: z.boolean(),
  }),
  /** They go to another class of the same course; where they stand there is told there. */
  EnrolmentTransferred: event({
    ...attempt,
    toOfferingId: offeringId,
    from: z.enum(['requested', 'enrolled', 'waitlisted']),
  }),
  /** Their seat ended with the class, through no doing of theirs. */
  EnrolmentCancelled: event(attempt),
  /** What is to be read before the class went out to them (预习资料). */
  PreworkSent: event({ ...attempt, materials: z.array(title).min(1).max(50) }),
  /** They have read it. */
  PreworkAcknowledged: event(attempt),
  /** How long somebody was there. */
  AttendanceRecorded: event(attendance),
  /** It was otherwise than recorded. */
  AttendanceCorrected: event({ ...attendance, correctedBy: personId, reason }),
  /** A module of the course was done. */
  ModuleCompleted: event({ ...attempt, module: code }),
  /** They answered a questionnaire the completion rule asks for. */
  ResponseRecorded: event({ ...attempt, instrumentId }),
  /** How they did in a test, a practical, a case analysis. */
  ResultRecorded: event({ ...attempt, instrumentId, attempt: z.int().min(1).max(1000), scaled: scaledScore }),
  /** They need not meet some of the completion rule (cmi5 `waived`): tested out, learnt elsewhere, or by decision. */
  RequirementWaived: event({
    ...attempt,
    waives: z.array(criterionKind).min(1).max(4),
    grounds: z.enum(['testedOut', 'equivalent', 'administrative']),
    waivedBy: personId,
    reason: reason.optional(),
  }),
  /** They completed it; `waived` where they would not have without what was waived. */
  EnrolmentCompleted: event({ ...attempt, ...ofCourse, outcome, ...took }),
  /** They came, and did not meet the completion rule. */
  EnrolmentFailed: event({ ...attempt, ...ofCourse, unmet, assessment, ...took }),
  /** They had a seat, did not come, and were not excused. */
  NoShowRecorded: event({ ...attempt, ...ofCourse, scheduledMinutes: minutes }),
  /** A correction after the end changed how the attempt ended. What was given for it is to be looked at again. */
  CompletionReassessed: event({
    ...attempt,
    ...ofCourse,
    /** When the attempt had been closed. */
    closedAt: instant,
    from: ending,
    to: ending,
    unmet,
    outcome: outcome.optional(),
    assessment,
    ...took,
  }),
}
