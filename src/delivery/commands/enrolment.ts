import * as z from 'zod'
import {
  code,
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
import { capacity, employment } from '../events/shapes.ts'

const attempt = { at: instant, offeringId, learnerId }

/** What may be asked about a learner's attempt at an offering, in order of life. */
export const enrolmentCommands = {
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
  RecordAttendance: {
    ...attempt,
    sessionId,
    minutes,
    status: z.enum(['present', 'late', 'leftEarly', 'excused', 'absent']),
    method: code.default('rollCall'),
  },
  RecordResult: { ...attempt, instrumentId, attempt: z.int().min(1).max(1000), scaled: scaledScore },
  CloseEnrolment: attempt,
  /** By policy, when the offering is cancelled; of no other offering. */
  CancelEnrolment: attempt,
}
