import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
import {
  code,
  completionRule,
  courseId,
  instant,
  instrumentId,
  learnerId,
  minutes,
  offeringId,
  personId,
  programId,
  reason,
  scaledScore,
  sessionId,
  text,
  title,
  uniqueBy,
} from '../vocabulary/index.ts'
import { capacity, employment, session } from './events.ts'

const attempt = { at: instant, offeringId, learnerId }

/** What may be asked of the delivery room, in order of life. */
export const deliveryCommands = defineCommands({
  ScheduleOffering: {
    at: instant,
    offeringId,
    courseId,
    courseVersion: z.int().min(1),
    programId: programId.optional(),
    title,
    kind: code.default('course'),
    modality: code,
    sessions: uniqueBy(z.array(session).min(1).max(500), ({ sessionId }) => sessionId),
    capacity,
    completionRule,
    approval: z.enum(['required', 'automatic']).default('automatic'),
    enrolmentCloses: instant.optional(),
    withdrawalDeadline: instant.optional(),
  },
  AnnounceOffering: { at: instant, offeringId },
  OpenEnrolment: { at: instant, offeringId },
  CloseEnrolmentWindow: { at: instant, offeringId },
  RequestEnrolment: {
    ...attempt,
    source: z.enum(['assigned', 'manager', 'self']),
    department: code.optional(),
    position: code.optional(),
    expectations: text.optional(),
    /** What the host's staff records say; without it nobody asks whether they are employed on the day. */
    employment: employment.optional(),
  },
  ApproveEnrolment: attempt,
  DeclineEnrolment: { ...attempt, declinedBy: personId, reason },
  WithdrawEnrolment: attempt,
  ChangeCapacity: { at: instant, offeringId, capacity },
  ConfirmOffering: { at: instant, offeringId },
  DeliverSession: { at: instant, offeringId, sessionId, actualStart: instant, actualEnd: instant },
  RecordAttendance: {
    ...attempt,
    sessionId,
    minutes,
    status: z.enum(['present', 'late', 'leftEarly', 'excused', 'absent']),
    method: code.default('rollCall'),
  },
  RecordResult: { ...attempt, instrumentId, attempt: z.int().min(1).max(1000), scaled: scaledScore },
  CloseEnrolment: attempt,
  CompleteOffering: { at: instant, offeringId },
  CancelOffering: {
    at: instant,
    offeringId,
    cause: z.enum(['minimumNotReached', 'trainerUnavailable', 'venueUnavailable', 'other']),
    reason: reason.optional(),
  },
  /** By policy, when the offering is cancelled; of no other offering. */
  CancelEnrolment: attempt,
})
