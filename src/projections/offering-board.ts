import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'

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

export type OfferingOnBoard = {
  stage: OfferingStage
  title: string
  courseId: string
  programId?: string
  /** When the first session starts and the last one ends. */
  starts: string
  ends: string
  sessions: number
  delivered: number
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
    capacity: { min: 0 },
    attempts: {},
  }),
  on: {
    OfferingScheduled: (offering, { title, courseId, programId, sessions, capacity }) => {
      offering.stage = 'scheduled'
      offering.title = title
      offering.courseId = courseId
      if (programId !== undefined) offering.programId = programId
      offering.starts = sessions.map(({ start }) => start).sort()[0] ?? ''
      offering.ends =
        sessions
          .map(({ end }) => end)
          .sort()
          .at(-1) ?? ''
      offering.sessions = sessions.length
      offering.capacity = seatsOf(capacity)
    },
    CapacityChanged: (offering, { capacity }) => {
      offering.capacity = seatsOf(capacity)
    },
    OfferingAnnounced: (offering) => {
      offering.stage = 'announced'
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
    SessionDelivered: (offering) => {
      offering.stage = 'running'
      offering.delivered++
    },
    OfferingCompleted: (offering) => {
      offering.stage = 'completed'
    },
    OfferingCancelled: (offering) => {
      offering.stage = 'cancelled'
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
