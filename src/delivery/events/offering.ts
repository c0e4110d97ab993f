import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  at,
  code,
  completionRule,
  correction,
  idList,
  incidentId,
  instant,
  offeringId,
  programId,
  reason,
  segment,
  sessionId,
  taskId,
  text,
  title,
  trainerId,
  zone,
} from '../../vocabulary/index.ts'
import {
  capacity,
  delivery,
  incident,
  observed,
  ofCourse,
  percent,
  roomFields,
  rooms,
  session,
  sessionFields,
  task,
} from './shapes.ts'

const ofOffering = { at, offeringId }
const ofSession = { ...ofOffering, programId: programId.optional() }
const sequence = z.int().min(1)
const remaining = z.int().min(0)
const sessionIds = idList(sessionId, 500).min(1)

/** The number of people that the places of the session hold, as known when they were booked. */
const holds = rooms.optional()

/** A session as it was held. */
const heldSession = z.strictObject({ sessionId, ...delivery, zone })

/** A class (班次), from the calendar to its end. */
export const offeringEvents = {
  /** A class was put on the calendar. */
  OfferingScheduled: event({
    ...ofOffering,
    ...ofCourse,
    title,
    /** The kind of offering: `course`, `knowledgeSharing`, or an organisation's own. */
    kind: code,
    /** The modality: `classroom`, `liveOnline`, `blended`, `actionLearning`, `virtualReality`, `selfPaced`, or an organisation's own. */
    modality: code,
    /** The sessions of the offering. */
    sessions: z.array(session).min(1).max(500),
    capacity,
    /** The number of people that the places of each session hold, as known when they were booked. */
    holds: z
      .array(z.strictObject({ sessionId, ...roomFields }))
      .max(500)
      .optional(),
    completionRule,
    /** Whether a request for a seat has to be approved. */
    approval: z.enum(['required', 'automatic']),
    /** The instant from which seats may be requested. */
    enrolmentOpens: instant.optional(),
    /** The instant until which seats may be requested. */
    enrolmentCloses: instant.optional(),
    /** The instant until which a withdrawal is not late. */
    withdrawalDeadline: instant.optional(),
  }),
  /** People were told of it (培训通知). */
  OfferingAnnounced: event({
    ...ofOffering,
    /** The channel: `intranet`, `email`, `poster`, `chat`, or an organisation's own. */
    channel: code,
    /** The people who are told. */
    audience: segment,
  }),
  /** One may ask for a seat from now on. */
  EnrolmentOpened: event(ofOffering),
  /** One may no longer ask. */
  EnrolmentWindowClosed: event(ofOffering),
  /** The day by which one had to ask has passed; whether enough did decides what becomes of it. */
  EnrolmentDeadlinePassed: event({
    ...ofOffering,
    /** The number of enrolled learners. */
    enrolled: z.int().min(0),
    /** The fewest learners with which the offering takes place. */
    min: z.int().min(0),
  }),
  /** It takes place: enough people are enrolled. */
  OfferingConfirmed: event({
    at,
    offeringId,
    /** The number of enrolled learners. */
    enrolled: z.int().min(0),
  }),
  /** A session was put beside the others. */
  SessionAdded: event({ ...ofSession, ...sessionFields, holds }),
  /** A session meets at another time, elsewhere, or with others; this is how it stands now. */
  SessionRescheduled: event({
    ...ofSession,
    ...sessionFields,
    /** The times of the session before. */
    was: z.strictObject({
      /** The instant at which the session was to begin. */
      start: instant,
      /** The instant at which the session was to end. */
      end: instant,
    }),
    /** The number of changes to the session: the SEQUENCE of its calendar entry. */
    sequence,
    holds,
    reason: reason.optional(),
  }),
  /** A session does not take place; the others do. */
  SessionCancelled: event({
    ...ofSession,
    sessionId,
    /** The instant at which the session was to begin. */
    start: instant,
    /** The instant at which the session was to end. */
    end: instant,
    zone,
    /** The number of changes to the session: the SEQUENCE of its calendar entry. */
    sequence,
    /** The sessions of the offering that are still to be held. */
    remaining,
    reason,
  }),
  /** They teach these sessions (讲师安排). */
  TrainerAssigned: event({
    ...ofOffering,
    trainerId,
    /** The sessions that the trainer teaches. */
    sessionIds,
  }),
  /** They no longer teach these. */
  TrainerUnassigned: event({
    ...ofOffering,
    trainerId,
    /** The sessions that the trainer no longer teaches. */
    sessionIds,
    reason: reason.optional(),
  }),
  /** They know whom they will teach, what, and to what end. */
  TrainerBriefed: event({
    ...ofOffering,
    trainerId,
    /** The briefing, in words. */
    brief: text.optional(),
  }),
  /** How far they are with preparing it (备课进度). */
  TrainerPreparationReported: event({ ...ofOffering, trainerId, percent }),
  /** They were asked how far they are. */
  TrainerReminded: event({
    ...ofOffering,
    trainerId,
    percent,
    /** The instant at which the next session begins. */
    starts: instant,
  }),
  /** Something has to be there, or done, and somebody sees to it (物料清单). */
  TaskPlanned: event({ ...ofOffering, ...task }),
  /** It is there, or done. */
  TaskCompleted: event({
    ...ofOffering,
    taskId,
    /** The department that is responsible, by its code. */
    owner: code,
    /** The instant by which the task was due. */
    dueAt: instant,
  }),
  /** It is not needed after all. */
  TaskWaived: event({
    ...ofOffering,
    taskId,
    /** The department that is responsible, by its code. */
    owner: code,
    reason,
  }),
  /** Its owner was told that it is due soon, or overdue. */
  TaskReminded: event({
    ...ofOffering,
    taskId,
    /** The department that is responsible, by its code. */
    owner: code,
    /** The instant by which the task is due. */
    dueAt: instant,
    /** Whether the task is overdue. */
    overdue: z.boolean(),
  }),
  /** The first class is near, and not everything is ready. */
  ReadinessAlerted: event({
    ...ofOffering,
    /** The instant at which the next session begins. */
    starts: instant,
    /** The tasks that are still open. */
    taskIds: idList(taskId, 500),
    /** The trainers who have not reported full preparation. */
    trainerIds: idList(trainerId, 500),
  }),
  /** The enrolled learners were reminded of the class. */
  LearnersReminded: event({
    ...ofOffering,
    sessionId,
    /** The instant at which the session begins. */
    starts: instant,
    /** The number of enrolled learners. */
    enrolled: z.int().min(0),
  }),
  /** Something went wrong (突发问题). */
  IncidentReported: event({
    ...ofOffering,
    incidentId,
    ...incident,
  }),
  /** It was another incident than reported; this is how it stands now. */
  IncidentCorrected: event({ ...ofOffering, incidentId, ...incident, ...correction }),
  /** There was no such incident. */
  IncidentRetracted: event({ ...ofOffering, incidentId, ...correction }),
  /** It was dealt with. */
  IncidentResolved: event({
    ...ofOffering,
    incidentId,
    /** The instant at which the incident was reported. */
    reportedAt: instant,
    /** The resolution, in words. */
    resolution: text.optional(),
  }),
  /** How learners took part in a session (课堂互动). */
  InteractionRecorded: event({
    ...ofOffering,
    sessionId,
    trainerId: trainerId.optional(),
    /** The kind of interaction: `question`, `discussion`, `exercise`, or an organisation's own. */
    kind: code,
    /** The observation: a count, or a rating from 1 to 5. */
    observed,
  }),
  /** It was another observation than recorded, or there was none. */
  InteractionCorrected: event({
    ...ofOffering,
    sessionId,
    trainerId: trainerId.optional(),
    /** The kind of interaction. */
    kind: code,
    /** The observation as it was recorded. */
    was: observed,
    /** The observation as it was. Left out, there was none. */
    observed: observed.optional(),
    ...correction,
  }),
  /** The class was held. */
  SessionDelivered: event({
    ...ofOffering,
    sessionId,
    ...delivery,
    zone,
    /** The sessions of the offering that are still to be held. */
    remaining,
  }),
  /** A session was held at other hours, or taught by others, than recorded. Attempts and what was earned for teaching follow it. */
  DeliveryCorrected: event({
    ...ofOffering,
    sessionId,
    ...delivery,
    zone,
    /** The session as it was recorded before. */
    was: z.strictObject(delivery),
    ...correction,
  }),
  /** The last class was held and the offering is over. */
  OfferingCompleted: event({
    ...ofOffering,
    ...ofCourse,
    /** The instant at which the last session ended. Follow-ups are counted from it. */
    endedAt: instant,
    zone,
    /** The number of enrolled learners. */
    enrolled: z.int().min(0),
  }),
  /** It never was, and should not have been recorded: what hung on it goes. */
  OfferingVoided: event({
    ...ofOffering,
    programId: programId.optional(),
    /** The sessions that were recorded as held. */
    held: z.array(heldSession).max(500),
    ...correction,
  }),
  /** It does not take place. */
  OfferingCancelled: event({
    ...ofOffering,
    programId: programId.optional(),
    /** The cause of the cancellation. */
    cause: z.enum(['minimumNotReached', 'trainerUnavailable', 'venueUnavailable', 'other']),
    reason: reason.optional(),
  }),
}
