import * as z from 'zod'
import {
  at,
  code,
  completionRule,
  correction,
  courseId,
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
  uniqueBy,
} from '../../vocabulary/index.ts'
import { capacity, delivery, incident, observed, percent, session, task } from '../events/shapes.ts'

const ofOffering = { at, offeringId }
const sessionIds = idList(sessionId, 500).min(1)

/** The commands of an offering, in order of life. */
export const offeringCommands = {
  ScheduleOffering: {
    ...ofOffering,
    courseId,
    courseVersion: z.int().min(1),
    programId: programId.optional(),
    title,
    /** The kind of offering: `course`, `knowledgeSharing`, or an organisation's own. */
    kind: code.default('course'),
    modality: code,
    /** The sessions of the offering. */
    sessions: uniqueBy(z.array(session).min(1).max(500), ({ sessionId }) => sessionId),
    capacity,
    completionRule,
    /** Whether a request for a seat has to be approved. */
    approval: z.enum(['required', 'automatic']).default('automatic'),
    enrolmentOpens: instant.optional(),
    enrolmentCloses: instant.optional(),
    withdrawalDeadline: instant.optional(),
  },
  AnnounceOffering: { ...ofOffering, channel: code.default('intranet'), audience: segment.default({}) },
  PlanTask: { ...ofOffering, ...task, neededFor: task.neededFor.default('delivery') },
  CompleteTask: { ...ofOffering, taskId },
  WaiveTask: { ...ofOffering, taskId, reason },
  /** By policy, before a task is due and when it is; says nothing of one that is done. */
  RemindTask: { ...ofOffering, taskId },
  /** To the sessions named, or to all that are still to be held. */
  AssignTrainer: {
    ...ofOffering,
    trainerId,
    /** The sessions concerned. Left out, all that are still to be held. */
    sessionIds: sessionIds.optional(),
  },
  UnassignTrainer: {
    ...ofOffering,
    trainerId,
    /** The sessions concerned. Left out, all that the trainer was still to teach. */
    sessionIds: sessionIds.optional(),
    reason: reason.optional(),
  },
  /** In the sessions named, or in all they were still to teach. */
  ReplaceTrainer: {
    ...ofOffering,
    trainerId,
    /** The trainer who takes over. */
    replacementId: trainerId,
    /** The sessions concerned. Left out, all that the trainer was still to teach. */
    sessionIds: sessionIds.optional(),
    reason: reason.optional(),
  },
  BriefTrainer: { ...ofOffering, trainerId, brief: text.optional() },
  ReportTrainerPreparation: { ...ofOffering, trainerId, percent },
  /** By policy, some days before the class; says nothing to those who are prepared. */
  RemindTrainers: {
    ...ofOffering,
    /** The instant at which the next session begins. */
    starts: instant,
  },
  /** By policy, some days before the class; says nothing when everything is ready. */
  CheckReadiness: {
    ...ofOffering,
    /** The instant at which the next session begins. */
    starts: instant,
  },
  /** By policy, a day before each session. */
  RemindLearners: {
    ...ofOffering,
    sessionId,
    /** The instant at which the session begins. */
    starts: instant,
  },
  OpenEnrolment: ofOffering,
  CloseEnrolmentWindow: ofOffering,
  /** By policy, when the enrolment window ends. */
  PassEnrolmentDeadline: ofOffering,
  ConfirmOffering: ofOffering,
  AddSession: {
    ...ofOffering,
    /** The session as it is to be: times, trainers, venue and equipment. */
    session,
  },
  /** The session as it is to be: when, where, and who teaches it. */
  RescheduleSession: {
    ...ofOffering,
    /** The session as it is to be: times, trainers, venue and equipment. */
    session,
    reason: reason.optional(),
  },
  CancelSession: { ...ofOffering, sessionId, reason },
  ReportIncident: { ...ofOffering, incidentId, ...incident },
  /** The incident as it was: every field of it, in place of what was reported. With a description it is always recorded: words are not compared. */
  CorrectIncident: { ...ofOffering, incidentId, ...incident, ...correction },
  /** There was no such incident. */
  RetractIncident: { ...ofOffering, incidentId, ...correction },
  ResolveIncident: { ...ofOffering, incidentId, resolution: text.optional() },
  RecordInteraction: {
    ...ofOffering,
    sessionId,
    trainerId: trainerId.optional(),
    /** The kind of interaction: `question`, `discussion`, `exercise`, or an organisation's own. */
    kind: code,
    observed,
  },
  /** The observation as it was, in place of one that was recorded; left out, there was none. */
  CorrectInteraction: {
    ...ofOffering,
    sessionId,
    trainerId: trainerId.optional(),
    /** The kind of interaction that was recorded. */
    kind: code,
    /** The observation as it was recorded. */
    was: observed,
    /** The observation as it was. Left out, there was none. */
    observed: observed.optional(),
    ...correction,
  },
  /** When the session was held and who taught it; what is left out stays as recorded. */
  CorrectDelivery: {
    ...ofOffering,
    sessionId,
    actualStart: delivery.actualStart.optional(),
    actualEnd: delivery.actualEnd.optional(),
    trainerIds: delivery.trainerIds,
    ...correction,
  },
  /** The offering never was: its seats, attempts and all that was given for them go. For one that will not be, see CancelOffering. */
  VoidOffering: { ...ofOffering, ...correction },
  DeliverSession: { ...ofOffering, sessionId, actualStart: instant, actualEnd: instant },
  CompleteOffering: ofOffering,
  CancelOffering: {
    ...ofOffering,
    cause: z.enum(['minimumNotReached', 'trainerUnavailable', 'venueUnavailable', 'other']),
    reason: reason.optional(),
  },
}
