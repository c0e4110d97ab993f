import * as z from 'zod'
import {
  code,
  courseId,
  criterionKind,
  idList,
  instant,
  instrumentId,
  learnerId,
  minutes,
  offeringId,
  personId,
  reason,
  sessionId,
  text,
  uniqueBy,
} from '../../vocabulary/index.ts'
import { capacity, employment } from '../events/shapes.ts'
import { competence, enrolmentTerms, stage, versions, whoAsks } from '../events/terms.ts'

const attempt = { at: instant, offeringId, learnerId }
const attendance = {
  ...attempt,
  sessionId,
  minutes,
  status: z.enum(['present', 'late', 'leftEarly', 'excused', 'absent']),
  method: code.default('rollCall'),
}

/** What may be asked about a learner's attempt at an offering, in order of life. */
export const enrolmentCommands = {
  /** Before enrolment opens; without it seats go to who comes first, then there is a waitlist. */
  SetEnrolmentTerms: {
    at: instant,
    offeringId,
    ...enrolmentTerms,
    waitlist: enrolmentTerms.waitlist.default('firstCome'),
    quotas: enrolmentTerms.quotas.default([]),
    lateWithdrawal: enrolmentTerms.lateWithdrawal.default('recorded'),
  },
  /** By policy, from the catalog, when the offering is scheduled; or by hand before enrolment opens. */
  SetPrerequisites: {
    at: instant,
    offeringId,
    courses: idList(courseId, 50),
    versions: versions.optional(),
    competencies: z.array(competence).max(50).default([]),
  },
  /** By policy, from the program's curriculum, when the offering is scheduled; or by hand before enrolment opens. */
  SetStagePrerequisites: { at: instant, offeringId, stages: z.array(stage).max(100) },
  RequestEnrolment: {
    ...attempt,
    source: z.enum(['assigned', 'manager', 'self']),
    ...whoAsks,
    expectations: text.optional(),
    /** The higher, the sooner, where the waitlist goes by it. */
    priority: z.int().min(0).max(1000).optional(),
    /** Completed elsewhere, as the host's records say: counts like what was completed here. */
    completedCourses: idList(courseId, 500).optional(),
    /** What they can do by now: their current levels, read from the competence record. */
    competencies: z.array(competence).max(500).optional(),
    /** What the host's staff records say; without it nobody asks whether they are employed on the day. */
    employment: employment.optional(),
  },
  /** `approvedBy`: whoever said yes, where somebody has to; never the learner. */
  ApproveEnrolment: { ...attempt, approvedBy: personId.optional() },
  DeclineEnrolment: { ...attempt, declinedBy: personId, reason },
  WithdrawEnrolment: attempt,
  TransferEnrolment: { ...attempt, toOfferingId: offeringId },
  ChangeCapacity: { at: instant, offeringId, capacity },
  /** `seed`: chance from outside, such as a public beacon's number drawn after enrolment closed. */
  DrawLottery: { at: instant, offeringId, seed: code },
  SendPrework: attempt,
  AcknowledgePrework: attempt,
  RecordAttendance: attendance,
  CorrectAttendance: { ...attendance, correctedBy: personId, reason },
  RecordModuleDone: { ...attempt, module: code },
  RecordResponse: { ...attempt, instrumentId },
  RecordResult: {
    ...attempt,
    instrumentId,
    attempt: z.int().min(1).max(1000),
    /** In thousandths of the best possible, −1,000 to 1,000. */
    scaled: z.int().min(-1_000_000).max(1_000_000),
  },
  WaiveRequirement: {
    ...attempt,
    waives: uniqueBy(z.array(criterionKind).min(1).max(4), (one) => one),
    grounds: z.enum(['testedOut', 'equivalent', 'administrative']),
    waivedBy: personId,
    reason: reason.optional(),
  },
  CloseEnrolment: attempt,
  /** By policy, when the offering is cancelled; of no other offering. */
  CancelEnrolment: attempt,
}
