import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  code,
  completionRule,
  instant,
  offeringId,
  programId,
  reason,
  sessionId,
  title,
  trainerId,
  zone,
} from '../../vocabulary/index.ts'
import { capacity, ofCourse, session } from './shapes.ts'

/** A class (班次), from the calendar to its end. */
export const offeringEvents = {
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
}
