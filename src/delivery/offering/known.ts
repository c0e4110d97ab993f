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
  course: { courseId: string; courseVersion: number; programId?: string }
  sessions: readonly Session[]
  delivered: string[]
  completionRule: CompletionRule
  approval: 'required' | 'automatic'
  enrolmentCloses?: string
  withdrawalDeadline?: string
}

const projection = projections<DeliveryEvent>()

/** Where an offering stands, and what it was scheduled as. */
export const offering = projection({
  name: 'offering',
  by: ['offeringId'],
  initial: (): OfferingState => ({
    status: 'unknown',
    course: { courseId: '', courseVersion: 0 },
    sessions: [],
    delivered: [],
    completionRule: { require: 'all', of: [] },
    approval: 'automatic',
  }),
  on: {
    OfferingScheduled: (offering, scheduled) => {
      const { courseId, courseVersion, programId, enrolmentCloses, withdrawalDeadline } = scheduled
      offering.status = 'scheduled'
      offering.course = { courseId, courseVersion, ...(programId === undefined ? {} : { programId }) }
      offering.sessions = scheduled.sessions
      offering.completionRule = scheduled.completionRule
      offering.approval = scheduled.approval
      if (enrolmentCloses !== undefined) offering.enrolmentCloses = enrolmentCloses
      if (withdrawalDeadline !== undefined) offering.withdrawalDeadline = withdrawalDeadline
    },
    OfferingAnnounced: (offering) => {
      offering.status = 'announced'
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
