import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  code,
  completionRule,
  idList,
  incidentId,
  instant,
  learnerId,
  offeringId,
  programId,
  reason,
  resourceId,
  segment,
  sessionId,
  taskId,
  text,
  title,
  trainerId,
  zone,
} from '../../vocabulary/index.ts'
import { capacity, observed, ofCourse, percent, session, sessionFields, task } from './shapes.ts'

const ofOffering = { at: instant, offeringId }
const ofSession = { ...ofOffering, programId: programId.optional() }
const sequence = z.int().min(1)
const remaining = z.int().min(0)
const sessionIds = idList(sessionId, 500).min(1)

/** A class (班次), from the calendar to its end. */
export const offeringEvents = {
  /** A class was put on the calendar. */
  OfferingScheduled: event({
    ...ofOffering,
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
    enrolmentOpens: instant.optional(),
    enrolmentCloses: instant.optional(),
    withdrawalDeadline: instant.optional(),
  }),
  /** People were told of it (培训通知). */
  OfferingAnnounced: event({ ...ofOffering, channel: code, audience: segment }),
  /** One may ask for a seat from now on. */
  EnrolmentOpened: event(ofOffering),
  /** One may no longer ask. */
  EnrolmentWindowClosed: event(ofOffering),
  /** The day by which one had to ask has passed; whether enough did decides what becomes of it. */
  EnrolmentDeadlinePassed: event({ ...ofOffering, enrolled: z.int().min(0), min: z.int().min(0) }),
  /** It takes place: enough people are enrolled. */
  OfferingConfirmed: event({ at: instant, offeringId, enrolled: z.int().min(0) }),
  /** A session was put beside the others. */
  SessionAdded: event({ ...ofSession, ...sessionFields }),
  /** A session meets at another time, elsewhere, or with others; this is how it stands now. */
  SessionRescheduled: event({
    ...ofSession,
    ...sessionFields,
    was: z.strictObject({ start: instant, end: instant }),
    /** How often it has changed: the SEQUENCE of its calendar entry. */
    sequence,
    reason: reason.optional(),
  }),
  /** A session does not take place; the others do. */
  SessionCancelled: event({
    ...ofSession,
    sessionId,
    start: instant,
    end: instant,
    zone,
    sequence,
    remaining,
    reason,
  }),
  /** They teach these sessions (讲师安排). */
  TrainerAssigned: event({ ...ofOffering, trainerId, sessionIds }),
  /** They no longer teach these. */
  TrainerUnassigned: event({ ...ofOffering, trainerId, sessionIds, reason: reason.optional() }),
  /** They know whom they will teach, what, and to what end. */
  TrainerBriefed: event({ ...ofOffering, trainerId, brief: text.optional() }),
  /** How far they are with preparing it (备课进度). */
  TrainerPreparationReported: event({ ...ofOffering, trainerId, percent }),
  /** They were asked how far they are. */
  TrainerReminded: event({ ...ofOffering, trainerId, percent, starts: instant }),
  /** Something has to be there, or done, and somebody sees to it (物料清单). */
  TaskPlanned: event({ ...ofOffering, ...task }),
  /** It is there, or done. */
  TaskCompleted: event({ ...ofOffering, taskId, owner: code, dueAt: instant }),
  /** It is not needed after all. */
  TaskWaived: event({ ...ofOffering, taskId, owner: code, reason }),
  /** Its owner was told that it is due soon, or overdue. */
  TaskReminded: event({ ...ofOffering, taskId, owner: code, dueAt: instant, overdue: z.boolean() }),
  /** The first class is near, and not everything is ready. */
  ReadinessAlerted: event({
    ...ofOffering,
    starts: instant,
    taskIds: idList(taskId, 500),
    /** Who has not said that they are prepared. */
    trainerIds: idList(trainerId, 500),
  }),
  /** Who is enrolled was told that the class is near. */
  LearnersReminded: event({ ...ofOffering, sessionId, starts: instant, enrolled: z.int().min(0) }),
  /** Something went wrong (突发问题). */
  IncidentReported: event({
    ...ofOffering,
    incidentId,
    sessionId: sessionId.optional(),
    learnerId: learnerId.optional(),
    resourceId: resourceId.optional(),
    /** `scheduleConflict`, `equipment`, `discipline`, `trainer`, `venue`, `platform`, or an organisation's own. */
    kind: code,
    /** The offering a schedule clashes with. */
    clashesWith: code.optional(),
    description: text.optional(),
  }),
  /** It was dealt with. */
  IncidentResolved: event({ ...ofOffering, incidentId, reportedAt: instant, resolution: text.optional() }),
  /** How learners took part in a session (课堂互动). */
  InteractionRecorded: event({
    ...ofOffering,
    sessionId,
    trainerId: trainerId.optional(),
    kind: code,
    observed,
  }),
  /** The class was held. */
  SessionDelivered: event({
    ...ofOffering,
    sessionId,
    actualStart: instant,
    actualEnd: instant,
    trainerIds: idList(trainerId, 20).optional(),
    zone,
    /** Sessions of this offering still to be held. */
    remaining,
  }),
  /** The last class was held and the offering is over. */
  OfferingCompleted: event({
    ...ofOffering,
    ...ofCourse,
    /** When the last session ended: what follow-ups count from. */
    endedAt: instant,
    zone,
    enrolled: z.int().min(0),
  }),
  /** It does not take place. */
  OfferingCancelled: event({
    ...ofOffering,
    programId: programId.optional(),
    cause: z.enum(['minimumNotReached', 'trainerUnavailable', 'venueUnavailable', 'other']),
    reason: reason.optional(),
  }),
}
