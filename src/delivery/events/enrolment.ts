import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  alternatives,
  amount,
  at,
  code,
  completionRule,
  correction,
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
  title,
} from '../../vocabulary/index.ts'
import { endings, openStatuses } from '../enrolment/status.ts'
import { attendance, capacity, hours, ofCourse, ofEnrolment, retracted } from './shapes.ts'
import {
  basis,
  competence,
  enrolmentSource,
  enrolmentTerms,
  joins,
  request,
  stage,
  versions,
} from './terms.ts'

/** The cost, and the person who approved it where approval was needed. */
const granted = {
  /** The price of the seat. */
  price: amount.optional(),
  /** The person who approved the request, where an approval is required; never the learner. */
  approvedBy: personId.optional(),
}
/** The terms the seat was given under. */
const seat = {
  ...ofEnrolment,
  ...ofCourse,
  ...hours,
  ...granted,
  completionRule,
  /** The minutes of all sessions of the seat. */
  scheduledMinutes: minutes,
  /** The instant from which the learner takes part, where the class was under way already. */
  since: instant.optional(),
}
const attended = {
  ...attendance,
  /** The local day of the session. */
  on: day,
}
/** How an attempt that was closed turned out. */
const ending = z.enum(endings)
const outcome = z.enum(['passed', 'completed', 'waived'])
const unmet = z.array(criterionKind).max(20)
/** How the tests went, whatever else was missing; `none` where none was taken: absent is not failed. */
const assessment = z.enum(['passed', 'failed', 'none'])
const took = {
  /** The minutes attended, over all sessions. */
  attendedMinutes: minutes,
  /** The minutes of all sessions of the seat. */
  scheduledMinutes: minutes,
}

/** Requests, seats, attendance, and the end of each enrolment. */
export const enrolmentEvents = {
  /** It was said on which terms seats are given. */
  EnrolmentTermsSet: event({ at, offeringId, ...enrolmentTerms }),
  /** These courses have to be completed, and these levels reached, before one asks (先修要求). */
  PrerequisitesSet: event({
    at,
    offeringId,
    /** The courses that have to be completed before. */
    courses: idList(courseId, 50),
    /** For each course, the first version that counts. Left out, every version counts. */
    versions: versions.optional(),
    /** Of several courses, so many that have to be completed before. */
    alternatives: z.array(alternatives).max(20).optional(),
    /** The competencies and levels that have to be reached before. */
    competencies: z.array(competence).max(50),
  }),
  /** These stages of the program come before this class's own, in this order. */
  StagePrerequisitesSet: event({
    at,
    offeringId,
    /** The stages that come before, in this order. */
    stages: z.array(stage).max(100),
  }),
  /** There are more seats now, or fewer. */
  CapacityChanged: event({ at, offeringId, capacity }),
  /** A learner asked for a seat, or somebody asked for them. */
  EnrolmentRequested: event({
    ...ofEnrolment,
    ...request,
    /** Whether an approval is needed. `given`: it came with the request, or was given for the offering the learner transfers from. */
    approval: z.enum(['required', 'automatic', 'given']),
    /** The offering that the learner transfers from. */
    fromOfferingId: offeringId.optional(),
    /** Facts that the host knew about the learner at the request. */
    basis: z.strictObject(basis),
  }),
  /** Many were asked for at once; this is the answer for each of them, in the order they were named. */
  BulkEnrolmentAnswered: event({
    at,
    offeringId,
    /** The source of the requests. */
    source: enrolmentSource,
    /** The answer for each learner. */
    answers: z
      .array(
        z.strictObject({
          learnerId,
          /** Whether the learner has a seat, waits, has asked and needs an approval, or was refused. */
          answer: z.enum(['enrolled', 'waitlisted', 'requested', 'refused']),
          /** The code of the rejection, as for a single request. */
          because: code.optional(),
        }),
      )
      .max(1000),
  }),
  /** They have a seat. */
  LearnerEnrolled: event(seat),
  /** There was no seat; they are on the list. */
  LearnerWaitlisted: event({
    ...ofEnrolment,
    ...ofCourse,
    ...hours,
    ...granted,
    /** The place on the waitlist; 1 is the first. */
    position: z.int().min(1),
  }),
  /** Lots were drawn among those who wait: anybody can draw again from the seed and compare. */
  LotteryDrawn: event({
    at,
    offeringId,
    /** The random seed of the lottery, from outside: the number of a public beacon. The draw can be repeated with it. */
    seed: code,
    /** The learners, in the order drawn. */
    ranking: idList(learnerId, 1_000_000),
  }),
  /** A seat came free, and they were the next. */
  LearnerPromoted: event(seat),
  /** A seat came free, and they were the next: it is held for them until an instant, or until they say no. */
  SeatOffered: event({
    ...ofEnrolment,
    /** The instant until which the offer may be accepted. */
    until: instant,
  }),
  /** They want the seat that was offered; the seat itself is told beside it. */
  SeatOfferAccepted: event(ofEnrolment),
  /** They do not want the seat, nor their place on the list. */
  SeatOfferDeclined: event(ofEnrolment),
  /** They did not answer in time: seat and place go to the next. */
  SeatOfferLapsed: event({
    ...ofEnrolment,
    /** The instant until which the offer could be accepted. */
    until: instant,
  }),
  /** The class was over, and they had no seat in it: they had asked, they waited, or a seat was held for them. */
  WaitingEnded: event({
    ...ofEnrolment,
    /** The status of the enrolment before. */
    from: z.enum(['requested', 'waitlisted', 'offered']),
  }),
  /** They sit elsewhere from now on: in the room, online, or, left out, where there is a place. */
  JoiningChanged: event({ ...ofEnrolment, joins: joins.optional() }),
  /** A class they sit in, or wait for, meets at other hours. */
  EnrolmentRescheduled: event({ ...ofEnrolment, ...hours, scheduledMinutes: minutes }),
  /** The request was turned down. */
  EnrolmentDeclined: event({
    ...ofEnrolment,
    /** The person who declines the request. */
    declinedBy: personId,
    reason,
  }),
  /** They gave up their seat or their place on the list. */
  LearnerWithdrew: event({
    ...ofEnrolment,
    /** The status of the enrolment before. */
    from: z.enum(openStatuses),
    /** Whether the withdrawal came after the deadline. */
    late: z.boolean(),
  }),
  /** They go to another class of the same course; where they stand there is told there. */
  EnrolmentTransferred: event({
    ...ofEnrolment,
    /** The offering that the learner transfers to. */
    toOfferingId: offeringId,
    /** The status of the enrolment before. */
    from: z.enum(openStatuses),
    /** Whether the transfer came after the deadline for giving a seat up. */
    late: z.boolean(),
  }),
  /** Their seat ended with the class, through no doing of theirs. */
  EnrolmentCancelled: event(ofEnrolment),
  /** Pre-work was sent to the learner (预习资料). */
  PreworkSent: event({
    ...ofEnrolment,
    /** The titles of the materials. */
    materials: z.array(title).min(1).max(50),
  }),
  /** They have read it. */
  PreworkAcknowledged: event(ofEnrolment),
  /** How long somebody was there. */
  AttendanceRecorded: event(attended),
  /** It was otherwise than recorded. */
  AttendanceCorrected: event({
    ...attended,
    ...correction,
  }),
  /** A module of the course was done. */
  ModuleCompleted: event({
    ...ofEnrolment,
    /** The module of the course, by its code. */
    module: code,
  }),
  /** They answered a questionnaire the completion rule asks for. */
  ResponseRecorded: event({ ...ofEnrolment, instrumentId }),
  /** How they did in a test, a practical, a case analysis. */
  ResultRecorded: event({
    ...ofEnrolment,
    instrumentId,
    /** The number of the attempt; 1 is the first. */
    attempt: z.int().min(1).max(1000),
    /** The score, in thousandths of full marks: 700 is 70 %. */
    scaled: scaledScore,
  }),
  /** A score was other than recorded: regraded, or an appeal was upheld. */
  ResultCorrected: event({
    ...ofEnrolment,
    instrumentId,
    /** The number of the attempt that is put right; 1 is the first. */
    attempt: z.int().min(1).max(1000),
    /** The score as it is now, in thousandths of full marks: 700 is 70 %. */
    scaled: scaledScore,
    /** The score as it was recorded before. */
    was: scaledScore,
    ...correction,
  }),
  /** It was recorded of the wrong person, or by mistake: an attempt at a test, a module, an answer, a waiver. */
  ProgressRetracted: event({ ...ofEnrolment, retracted, ...correction }),
  /** They need not meet some of the completion rule (cmi5 `waived`): tested out, learnt elsewhere, or by decision. */
  RequirementWaived: event({
    ...ofEnrolment,
    /** The kinds of criteria that are waived. */
    waives: z.array(criterionKind).min(1).max(4),
    /** The ground of the waiver: the learner tested out, holds an equivalent, or an administrator decided. */
    grounds: z.enum(['testedOut', 'equivalent', 'administrative']),
    /** The person who waives; never the learner. */
    waivedBy: personId,
    reason: reason.optional(),
  }),
  /** They completed it, at the instant the last criterion was met; `waived` where they would not have without what was waived. */
  EnrolmentCompleted: event({
    ...ofEnrolment,
    ...ofCourse,
    /** `passed` with a test, `completed` without one, `waived` where criteria were waived. */
    outcome,
    ...took,
  }),
  /** They came, and did not meet the completion rule. */
  EnrolmentFailed: event({
    ...ofEnrolment,
    ...ofCourse,
    /** The kinds of criteria that were not met. */
    unmet,
    /** The outcome of the tests; `none` where no test was taken. */
    assessment,
    ...took,
  }),
  /** They had a seat, did not come, and were not excused. */
  NoShowRecorded: event({ ...ofEnrolment, ...ofCourse, scheduledMinutes: minutes }),
  /** A correction after the end changed how the attempt ended. Certificates and grants that rest on it have to be checked again. */
  CompletionReassessed: event({
    ...ofEnrolment,
    ...ofCourse,
    /** The end of the enrolment before the correction: when it was closed, or completed. */
    closedAt: instant,
    /** The instant at which the last criterion was met, of who now completed it. Left out, the end is as before. */
    endedAt: instant.optional(),
    /** The end of the enrolment before the correction. */
    from: ending,
    /** The end of the enrolment after the correction; `cancelled` where the offering never was. */
    to: z.enum([...endings, 'cancelled']),
    /** The kinds of criteria that were not met. */
    unmet,
    /** `passed` with a test, `completed` without one, `waived` where criteria were waived. */
    outcome: outcome.optional(),
    /** The outcome of the tests; `none` where no test was taken. */
    assessment,
    ...took,
  }),
}
