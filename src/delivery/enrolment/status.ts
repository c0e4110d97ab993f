/** How an enrolment's status moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { DeliveryEvent } from '../events.ts'

/** Still to be decided, or to be lived through: what one can still leave. */
export const openStatuses = ['requested', 'enrolled', 'waitlisted', 'offered'] as const
/** How an attempt ends when it is closed. */
export const endings = ['completed', 'failed', 'noShow'] as const

export type OpenStatus = (typeof openStatuses)[number]
export type Ending = (typeof endings)[number]

/** Where one learner's enrolment in one offering stands. `none`: they have not asked. */
export type EnrolmentStatus =
  | 'none'
  | OpenStatus
  | 'declined'
  | 'lapsed'
  | 'unseated'
  | 'withdrawn'
  | 'transferred'
  | 'cancelled'
  | Ending

/** The status each event leads to. */
export const enrolmentStatusAfter = {
  EnrolmentRequested: 'requested',
  LearnerEnrolled: 'enrolled',
  LearnerWaitlisted: 'waitlisted',
  LearnerPromoted: 'enrolled',
  SeatOffered: 'offered',
  SeatOfferDeclined: 'withdrawn',
  SeatOfferLapsed: 'lapsed',
  WaitingEnded: 'unseated',
  EnrolmentDeclined: 'declined',
  LearnerWithdrew: 'withdrawn',
  EnrolmentTransferred: 'transferred',
  EnrolmentCancelled: 'cancelled',
  EnrolmentCompleted: 'completed',
  EnrolmentFailed: 'failed',
  NoShowRecorded: 'noShow',
  CompletionReassessed: ({ to }) => to,
} as const satisfies StatusTable<DeliveryEvent, EnrolmentStatus>

/** The recipes of the table, for every fold that holds the status of one enrolment. */
export const enrolmentMoves = statusRecipes<DeliveryEvent, EnrolmentStatus>(enrolmentStatusAfter)

export const isOpen = (status: EnrolmentStatus): status is OpenStatus =>
  (openStatuses as readonly string[]).includes(status)

export const hasEnded = (status: EnrolmentStatus): status is Ending =>
  (endings as readonly string[]).includes(status)

/** Whether they hold a seat, or held it to the end. */
export const isSeated = (status: EnrolmentStatus): boolean => status === 'enrolled' || hasEnded(status)
