import * as z from 'zod'
import {
  alternatives,
  at,
  code,
  correction,
  courseId,
  criterionKind,
  idList,
  instant,
  instrumentId,
  learnerId,
  offeringId,
  personId,
  reason,
  sessionId,
  uniqueBy,
} from '../../vocabulary/index.ts'
import { attendance, capacity, ofEnrolment, retracted } from '../events/shapes.ts'
import { basis, competence, enrolmentTerms, request, stage, versions, whoAsks } from '../events/terms.ts'

const method = attendance.method.default('rollCall')

/** The commands of an enrolment, in order of life. */
export const enrolmentCommands = {
  /** Before enrolment opens; without it seats go to who comes first, then there is a waitlist. */
  SetEnrolmentTerms: {
    at,
    offeringId,
    ...enrolmentTerms,
    waitlist: enrolmentTerms.waitlist.default('firstCome'),
    quotas: enrolmentTerms.quotas.default([]),
    lateWithdrawal: enrolmentTerms.lateWithdrawal.default('recorded'),
  },
  /** By policy, from the catalog, when the offering is scheduled; or by hand before enrolment opens. */
  SetPrerequisites: {
    at,
    offeringId,
    courses: idList(courseId, 50),
    versions: versions.optional(),
    /** Of several courses, so many that have to be completed before. */
    alternatives: z.array(alternatives).max(20).optional(),
    /** The competencies and levels that have to be reached before. */
    competencies: z.array(competence).max(50).default([]),
  },
  /** By policy, from the program's curriculum, when the offering is scheduled; or by hand before enrolment opens. */
  SetStagePrerequisites: { at, offeringId, stages: z.array(stage).max(100) },
  RequestEnrolment: {
    ...ofEnrolment,
    ...request,
    /** The source of the request: `assigned` by the organisation, by a `manager`, or by the learner (`self`). */
    source: z.enum(['assigned', 'manager', 'self']),
    ...basis,
  },
  /** Many are asked for at once (批量报名): one command, and an answer for each of them. */
  EnrolLearners: {
    at,
    offeringId,
    /** The source of the requests: `assigned` by the organisation, or by a `manager`. */
    source: z.enum(['assigned', 'manager']),
    /** The learners, in the order in which seats are given; a learner who is named twice is refused the second time. */
    learners: z
      .array(z.strictObject({ learnerId, ...whoAsks, ...basis }))
      .min(1)
      .max(1000),
  },
  /** Somebody who sat in the room without a seat, or joins a class under way, is put on the register. */
  AdmitLearner: {
    ...ofEnrolment,
    ...request,
    /** Whether they sat in the room without a seat (`walkIn`), or join the class from a later session on (`lateJoiner`). */
    source: z.enum(['walkIn', 'lateJoiner']),
    /** The first session they take part in: they are measured from its start on. */
    sessionId,
    /** The person who admits them; never the learner. */
    admittedBy: personId,
    ...basis,
  },
  /** `approvedBy`: whoever said yes, where somebody has to; never the learner. */
  ApproveEnrolment: { ...ofEnrolment, approvedBy: personId.optional() },
  DeclineEnrolment: { ...ofEnrolment, declinedBy: personId, reason },
  /** The seat that came free is taken, before the offer lapses. */
  AcceptSeatOffer: ofEnrolment,
  /** The seat that came free goes to the next; so does the place on the list. */
  DeclineSeatOffer: ofEnrolment,
  /** By policy, when the time to answer is over; it changes nothing where the offer was answered. */
  LapseSeatOffer: {
    ...ofEnrolment,
    /** The instant until which the offer could be accepted. */
    until: instant,
  },
  /** By policy, when the last session was held; it changes nothing for somebody who does not wait. */
  EndWaiting: ofEnrolment,
  WithdrawEnrolment: ofEnrolment,
  /** The facts that the host gave with the request still count, unless it gives new ones. */
  TransferEnrolment: {
    ...ofEnrolment,
    toOfferingId: offeringId,
    /** The source of the transfer: `assigned` by the organisation, by a `manager`, or by the learner (`self`). */
    source: z.enum(['assigned', 'manager', 'self']).default('self'),
    ...basis,
  },
  /** Where they sit in a class that is held in a room and online at once; left out, where there is a place. It changes nothing where they sit there. */
  ChangeJoining: { ...ofEnrolment, joins: whoAsks.joins },
  ChangeCapacity: { at, offeringId, capacity },
  /** `seed`: chance from outside, such as a public beacon's number drawn after enrolment closed. */
  DrawLottery: { at, offeringId, seed: code },
  /** Recorded once; again, it changes nothing. */
  SendPrework: ofEnrolment,
  /** Recorded once; again, it changes nothing. */
  AcknowledgePrework: ofEnrolment,
  RecordAttendance: { ...attendance, method },
  CorrectAttendance: {
    ...attendance,
    method,
    ...correction,
  },
  /** Recorded once; again, it changes nothing. */
  RecordModuleDone: { ...ofEnrolment, module: code },
  /** Recorded once; again, it changes nothing. */
  RecordResponse: { ...ofEnrolment, instrumentId },
  RecordResult: {
    ...ofEnrolment,
    instrumentId,
    /** The number of the attempt; 1 is the first. */
    attempt: z.int().min(1).max(1000),
    /** The score, in thousandths of full marks: 700 is 70 %. */
    scaled: z.int().min(-1_000_000).max(1_000_000),
  },
  /** A score is put right, after the end too; then the attempt is judged anew. */
  CorrectResult: {
    ...ofEnrolment,
    instrumentId,
    /** The number of the attempt that is put right; 1 is the first. */
    attempt: z.int().min(1).max(1000),
    /** The score, in thousandths of full marks: 700 is 70 %. */
    scaled: z.int().min(-1_000_000).max(1_000_000),
    ...correction,
  },
  /** A result, a module, an answer or a waiver of the wrong person is taken out; then the attempt is judged anew. Of a test, the last attempt. */
  RetractProgress: { ...ofEnrolment, retracted, ...correction },
  WaiveRequirement: {
    ...ofEnrolment,
    waives: uniqueBy(z.array(criterionKind).min(1).max(4), (one) => one),
    grounds: z.enum(['testedOut', 'equivalent', 'administrative']),
    waivedBy: personId,
    reason: reason.optional(),
  },
  CloseEnrolment: ofEnrolment,
  /** By policy, where a session was held otherwise than recorded: an attempt that was closed is judged anew. */
  ReassessCompletion: ofEnrolment,
  /** By policy, when the offering is cancelled, or was voided; of no other offering. */
  CancelEnrolment: ofEnrolment,
}
