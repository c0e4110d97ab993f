import * as z from 'zod'
import {
  code,
  completionRule,
  courseId,
  instant,
  offeringId,
  programId,
  reason,
  sessionId,
  title,
  uniqueBy,
} from '../../vocabulary/index.ts'
import { capacity, session } from '../events/shapes.ts'

/** What may be asked of an offering, in order of life. */
export const offeringCommands = {
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
  ConfirmOffering: { at: instant, offeringId },
  DeliverSession: { at: instant, offeringId, sessionId, actualStart: instant, actualEnd: instant },
  CompleteOffering: { at: instant, offeringId },
  CancelOffering: {
    at: instant,
    offeringId,
    cause: z.enum(['minimumNotReached', 'trainerUnavailable', 'venueUnavailable', 'other']),
    reason: reason.optional(),
  },
}
