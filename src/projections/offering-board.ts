import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'
import * as calendar from './class/calendar.ts'
import * as inClass from './class/in-class.ts'

export type OfferingStage =
  | 'unknown'
  | 'scheduled'
  | 'announced'
  | 'enrolling'
  | 'enrolmentClosed'
  | 'confirmed'
  | 'running'
  | 'completed'
  | 'cancelled'

export type AttemptStage = 'enrolled' | 'waitlisted' | 'completed' | 'failed' | 'noShow' | 'left'

export type OfferingOnBoard = calendar.CalendarOnBoard &
  inClass.ClassOnBoard & {
    stage: OfferingStage
    title: string
    courseId: string
    programId?: string
    /** Where and to whom it was announced, in order. */
    announcements: { channel: string; at: string }[]
    capacity: { min: number; max?: number }
    attempts: Record<string, AttemptStage>
  }

/** One offering as whoever runs it wants to see it. Its events come in their order: split logs by offering. */
export const offeringBoard = projections<DeliveryEvent>()({
  name: 'offeringBoard',
  by: ['offeringId'],
  initial: (): OfferingOnBoard => ({
    stage: 'unknown',
    title: '',
    courseId: '',
    starts: '',
    ends: '',
    sessions: 0,
    delivered: 0,
    calendar: {},
    announcements: [],
    ...inClass.nothingYet(),
    capacity: { min: 0 },
    attempts: {},
  }),
  on: {
    OfferingScheduled: (offering, scheduled) => {
      const { title, courseId, programId, capacity } = scheduled
      offering.stage = 'scheduled'
      offering.title = title
      offering.courseId = courseId
      if (programId !== undefined) offering.programId = programId
      offering.capacity = seatsOf(capacity)
      calendar.putOnCalendar(offering, scheduled)
    },
    SessionAdded: calendar.addToCalendar,
    SessionRescheduled: calendar.moveOnCalendar,
    SessionCancelled: calendar.strikeFromCalendar,
    TrainerAssigned: calendar.assignOnCalendar,
    TrainerUnassigned: calendar.unassignOnCalendar,
    TaskPlanned: inClass.planOnBoard,
    TaskCompleted: inClass.doneOnBoard,
    TaskWaived: inClass.waivedOnBoard,
    TrainerBriefed: inClass.briefedOnBoard,
    TrainerPreparationReported: inClass.preparedOnBoard,
    IncidentReported: inClass.reportedOnBoard,
    IncidentResolved: inClass.resolvedOnBoard,
    InteractionRecorded: inClass.seenOnBoard,
    AttendanceRecorded: inClass.attendedOnBoard,
    AttendanceCorrected: inClass.attendedOnBoard,
    CapacityChanged: (offering, { capacity }) => {
      offering.capacity = seatsOf(capacity)
    },
    OfferingAnnounced: (offering, { at, channel }) => {
      if (offering.stage === 'scheduled') offering.stage = 'announced'
      offering.announcements.push({ channel, at })
    },
    EnrolmentOpened: (offering) => {
      offering.stage = 'enrolling'
    },
    EnrolmentWindowClosed: (offering) => {
      offering.stage = 'enrolmentClosed'
    },
    OfferingConfirmed: (offering) => {
      offering.stage = 'confirmed'
    },
    SessionDelivered: (offering, delivered) => {
      offering.stage = 'running'
      calendar.holdOnCalendar(offering, delivered)
    },
    OfferingCompleted: (offering) => {
      offering.stage = 'completed'
    },
    OfferingCancelled: (offering, cancelled) => {
      offering.stage = 'cancelled'
      calendar.strikeEverything(offering, cancelled)
    },
    LearnerEnrolled: ({ attempts }, { learnerId }) => {
      attempts[learnerId] = 'enrolled'
    },
    LearnerPromoted: ({ attempts }, { learnerId }) => {
      attempts[learnerId] = 'enrolled'
    },
    LearnerWaitlisted: ({ attempts }, { learnerId }) => {
      attempts[learnerId] = 'waitlisted'
    },
    LearnerWithdrew: ({ attempts }, { learnerId }) => {
      attempts[learnerId] = 'left'
    },
    EnrolmentTransferred: ({ attempts }, { learnerId }) => {
      attempts[learnerId] = 'left'
    },
    EnrolmentCancelled: ({ attempts }, { learnerId }) => {
      attempts[learnerId] = 'left'
    },
    EnrolmentCompleted: ({ attempts }, { learnerId }) => {
      attempts[learnerId] = 'completed'
    },
    EnrolmentFailed: ({ attempts }, { learnerId }) => {
      attempts[learnerId] = 'failed'
    },
    NoShowRecorded: ({ attempts }, { learnerId }) => {
      attempts[learnerId] = 'noShow'
    },
    CompletionReassessed: ({ attempts }, { learnerId, to }) => {
      attempts[learnerId] = to
    },
  },
  shardBy: 'offeringId',
  /** One half has never heard of the offering. */
  merge: (a, b) => (a.stage === 'unknown' ? b : a),
})

const seatsOf = ({ min, max }: { min: number; max?: number | undefined }) => ({
  min,
  ...(max === undefined ? {} : { max }),
})

/** How many attempts at an offering stand where. Seats taken: enrolled, and every attempt that has ended in class. */
export const attemptsIn = ({ attempts }: OfferingOnBoard): Readonly<Record<AttemptStage, number>> => {
  const counts = { enrolled: 0, waitlisted: 0, completed: 0, failed: 0, noShow: 0, left: 0 }
  for (const stage of Object.values(attempts)) counts[stage]++
  return counts
}
