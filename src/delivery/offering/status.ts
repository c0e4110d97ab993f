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
