import { projections } from '../../kernel/index.ts'
import type { CompletionRule } from '../../vocabulary/index.ts'
import type { DeliveryEvent, Session } from '../events.ts'

export type OfferingStatus =
  | 'unknown'
  | 'scheduled'
  | 'announced'
  | 'enrolling'
  | 'enrolmentClosed'
  | 'confirmed'
  | 'running'
  | 'completed'
  | 'cancelled'

export type OfferingState = {
  status: OfferingStatus
  kind: string
  course: { courseId: string; courseVersion: number; programId?: string }
  sessions: readonly Session[]
  delivered: string[]
  /** How often each session has changed since it was scheduled. */
  sequences: Record<string, number>
  completionRule: CompletionRule
  approval: 'required' | 'automatic'
  enrolmentOpens?: string
  enrolmentCloses?: string
  withdrawalDeadline?: string
}

const projection = projections<DeliveryEvent>()

export const teachersOf = ({ trainerIds = [] }: Pick<Session, 'trainerIds'>) => trainerIds

const asSession = ({ sessionId, start, end, zone, trainerIds, venueId, equipmentIds }: Session): Session => ({
  sessionId,
  start,
  end,
  zone,
  ...(trainerIds === undefined ? {} : { trainerIds }),
  ...(venueId === undefined ? {} : { venueId }),
  ...(equipmentIds === undefined ? {} : { equipmentIds }),
})

/** The sessions that are still to be held. */
export const remainingIn = ({ sessions, delivered }: OfferingState): readonly Session[] =>
  sessions.filter(({ sessionId }) => !delivered.includes(sessionId))

/** Where an offering stands, and what it was scheduled as. */
export const offering = projection({
  name: 'offering',
  by: ['offeringId'],
  initial: (): OfferingState => ({
    status: 'unknown',
    kind: '',
    course: { courseId: '', courseVersion: 0 },
    sessions: [],
    delivered: [],
    sequences: {},
    completionRule: { require: 'all', of: [] },
    approval: 'automatic',
  }),
  on: {
    OfferingScheduled: (offering, scheduled) => {
      const { courseId, courseVersion, programId, enrolmentCloses, withdrawalDeadline } = scheduled
      offering.status = 'scheduled'
      offering.kind = scheduled.kind
      offering.course = { courseId, courseVersion, ...(programId === undefined ? {} : { programId }) }
      offering.sessions = scheduled.sessions
      offering.completionRule = scheduled.completionRule
      offering.approval = scheduled.approval
      if (scheduled.enrolmentOpens !== undefined) offering.enrolmentOpens = scheduled.enrolmentOpens
      if (enrolmentCloses !== undefined) offering.enrolmentCloses = enrolmentCloses
      if (withdrawalDeadline !== undefined) offering.withdrawalDeadline = withdrawalDeadline
    },
    OfferingAnnounced: (offering) => {
      if (offering.status === 'scheduled') offering.status = 'announced'
    },
    EnrolmentOpened: (offering) => {
      offering.status = 'enrolling'
    },
    EnrolmentWindowClosed: (offering) => {
      offering.status = 'enrolmentClosed'
    },
    OfferingConfirmed: (offering) => {
      offering.status = 'confirmed'
    },
    SessionAdded: (offering, added) => {
      offering.sessions = [...offering.sessions, asSession(added)]
    },
    SessionRescheduled: (offering, { sequence, ...moved }) => {
      offering.sequences[moved.sessionId] = sequence
      offering.sessions = offering.sessions.map((one) =>
        one.sessionId === moved.sessionId ? asSession(moved) : one,
      )
    },
    SessionCancelled: (offering, { sessionId, sequence }) => {
      offering.sequences[sessionId] = sequence
      offering.sessions = offering.sessions.filter((one) => one.sessionId !== sessionId)
    },
    TrainerAssigned: (offering, { trainerId, sessionIds }) => {
      offering.sessions = offering.sessions.map((one) =>
        sessionIds.includes(one.sessionId)
          ? { ...one, trainerIds: [...teachersOf(one).filter((other) => other !== trainerId), trainerId] }
          : one,
      )
    },
    TrainerUnassigned: (offering, { trainerId, sessionIds }) => {
      offering.sessions = offering.sessions.map((one) =>
        sessionIds.includes(one.sessionId)
          ? { ...one, trainerIds: teachersOf(one).filter((other) => other !== trainerId) }
          : one,
      )
    },
    SessionDelivered: (offering, { sessionId }) => {
      offering.status = 'running'
      offering.delivered.push(sessionId)
    },
    OfferingCompleted: (offering) => {
      offering.status = 'completed'
    },
    OfferingCancelled: (offering) => {
      offering.status = 'cancelled'
    },
  },
})
