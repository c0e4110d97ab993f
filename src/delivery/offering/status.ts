/** How an offering's status moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { DeliveryEvent } from '../events.ts'

/** Where a class (班次) stands. `unknown`: it was never scheduled. */
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

/** The status each event leads to. An announcement made again, later, moves nothing. */
export const offeringStatusAfter = {
  OfferingScheduled: 'scheduled',
  OfferingAnnounced: (_, before) => (before === 'scheduled' ? 'announced' : before),
  EnrolmentOpened: 'enrolling',
  EnrolmentWindowClosed: 'enrolmentClosed',
  OfferingConfirmed: 'confirmed',
  SessionDelivered: 'running',
  OfferingCompleted: 'completed',
  OfferingCancelled: 'cancelled',
  OfferingVoided: 'cancelled',
} as const satisfies StatusTable<DeliveryEvent, OfferingStatus>

/** The recipes of the table, for every fold that holds the status of one offering. */
export const offeringMoves = statusRecipes<DeliveryEvent, OfferingStatus>(offeringStatusAfter)

/** Before its first session is held, and not called off. */
export const isToBegin = (status: OfferingStatus): boolean =>
  !['unknown', 'running', 'completed', 'cancelled'].includes(status)

/** On the calendar: scheduled, and not called off. */
export const isStanding = (status: OfferingStatus): boolean => status !== 'unknown' && status !== 'cancelled'

/** Whether something to prepare is prepared. */
export type TaskStatus = 'open' | 'done' | 'waived'

export const taskStatusAfter = {
  TaskPlanned: 'open',
  TaskCompleted: 'done',
  TaskWaived: 'waived',
} as const satisfies StatusTable<DeliveryEvent, TaskStatus>

/** Whether something that went wrong was dealt with. */
export type IncidentStatus = 'open' | 'resolved' | 'retracted'

export const incidentStatusAfter = {
  IncidentReported: 'open',
  IncidentResolved: 'resolved',
  IncidentRetracted: 'retracted',
} as const satisfies StatusTable<DeliveryEvent, IncidentStatus>

/** Where a session (课次) stands: one that is scheduled with its offering is added, one of an offering that is called off is cancelled. */
export type SessionStatus = 'planned' | 'held' | 'cancelled'

export const sessionStatusAfter = {
  SessionAdded: 'planned',
  SessionDelivered: 'held',
  SessionCancelled: 'cancelled',
} as const satisfies StatusTable<DeliveryEvent, SessionStatus>
