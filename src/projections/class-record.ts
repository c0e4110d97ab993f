import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'
import { dayIn } from '../vocabulary/index.ts'

export type ClassSession = {
  /** The session's local day. */
  day: string
  minutes: number
  trainerIds: string[]
  /** Minutes it was held; none while it was not. */
  heldMinutes?: number
}

export type RegisteredAttendance = {
  minutes: number
  status: 'present' | 'late' | 'leftEarly' | 'excused' | 'absent'
  /** The session's local day. */
  on: string
}

export type AttemptRecord = {
  stage:
    | 'requested'
    | 'declined'
    | 'waitlisted'
    | 'enrolled'
    | 'withdrawn'
    | 'cancelled'
    | 'completed'
    | 'failed'
    | 'noShow'
  source?: 'assigned' | 'manager' | 'self' | 'walkIn' | 'lateJoiner'
  requestedAt?: string
  department?: string
  position?: string
  /** Ever had a seat. */
  confirmed: boolean
  waitlisted: boolean
  promoted: boolean
  /** Gave up a seat after the deadline, or in time. */
  gaveUp?: 'late' | 'inTime'
  outcome?: string
  assessment?: 'passed' | 'failed' | 'none'
  attended: Record<string, RegisteredAttendance>
}

export type ClassRecordState = {
  courseId: string
  programId?: string
  kind: string
  sessions: Record<string, ClassSession>
  /** Seats; `null` without a limit. */
  capacity: number | null
  hasWithdrawalDeadline: boolean
  cancelled: boolean
  attempts: Record<string, AttemptRecord>
  incidents: Record<string, { reportedAt: string; resolvedAt?: string }>
}

type Attempts = ClassRecordState['attempts']

const attemptOf = (attempts: Attempts, learnerId: string): AttemptRecord => {
  attempts[learnerId] ??= {
    stage: 'requested',
    confirmed: false,
    waitlisted: false,
    promoted: false,
    attended: {},
  }
  return attempts[learnerId]
}

const msPerMinute = 60_000
const minutesOf = (start: string, end: string): number =>
  Math.max(0, Math.round((Date.parse(end) - Date.parse(start)) / msPerMinute))

type Planned = {
  readonly start: string
  readonly end: string
  readonly zone: string
  readonly trainerIds?: readonly string[] | undefined
}

const planned = ({ start, end, zone, trainerIds = [] }: Planned): ClassSession => ({
  day: dayIn(start, zone),
  minutes: minutesOf(start, end),
  trainerIds: [...trainerIds],
})

const seated = (attempt: AttemptRecord): void => {
  attempt.stage = 'enrolled'
  attempt.confirmed = true
}

/**
 * What came of one class (班次): its sessions and seats, who asked, who had a seat, who came and for how long, and how
 * each attempt ended. Every figure of participation is taken from these. A correction takes the place of what it corrects.
 */
export const classRecord = projections<DeliveryEvent>()({
  name: 'classRecord',
  by: ['offeringId'],
  initial: (): ClassRecordState => ({
    courseId: '',
    kind: '',
    sessions: {},
    capacity: null,
    hasWithdrawalDeadline: false,
    cancelled: false,
    attempts: {},
    incidents: {},
  }),
  on: {
    OfferingScheduled: (record, scheduled) => {
      const { courseId, programId, kind, sessions, capacity, withdrawalDeadline } = scheduled
      record.courseId = courseId
      if (programId !== undefined) record.programId = programId
      record.kind = kind
      record.capacity = capacity.max ?? null
      record.hasWithdrawalDeadline = withdrawalDeadline !== undefined
      for (const session of sessions) record.sessions[session.sessionId] = planned(session)
    },
    SessionAdded: ({ sessions }, session) => {
      sessions[session.sessionId] = planned(session)
    },
    SessionRescheduled: ({ sessions }, session) => {
      sessions[session.sessionId] = planned(session)
    },
    SessionCancelled: ({ sessions }, { sessionId }) => {
      delete sessions[sessionId]
    },
    TrainerAssigned: ({ sessions }, { sessionIds, trainerId }) => {
      for (const sessionId of sessionIds) sessions[sessionId]?.trainerIds.push(trainerId)
    },
    TrainerUnassigned: ({ sessions }, { sessionIds, trainerId }) => {
      for (const sessionId of sessionIds) {
        const session = sessions[sessionId]
        if (session !== undefined) session.trainerIds = session.trainerIds.filter((one) => one !== trainerId)
      }
    },
    IncidentReported: ({ incidents }, { incidentId, at }) => {
      incidents[incidentId] = { reportedAt: at }
    },
    IncidentResolved: ({ incidents }, { incidentId, at, reportedAt }) => {
      incidents[incidentId] = { reportedAt, resolvedAt: at }
    },
    CapacityChanged: (record, { capacity }) => {
      record.capacity = capacity.max ?? null
    },
    SessionDelivered: ({ sessions }, { sessionId, actualStart, actualEnd, trainerIds, zone }) => {
      const minutes = minutesOf(actualStart, actualEnd)
      sessions[sessionId] ??= { day: dayIn(actualStart, zone), minutes, trainerIds: [] }
      sessions[sessionId].heldMinutes = minutes
      if (trainerIds !== undefined) sessions[sessionId].trainerIds = [...trainerIds]
    },
    OfferingCancelled: (record) => {
      record.cancelled = true
    },
    EnrolmentRequested: ({ attempts }, { learnerId, at, source, department, position }) => {
      const attempt = attemptOf(attempts, learnerId)
      attempt.stage = 'requested'
      attempt.source = source
      attempt.requestedAt = at
      delete attempt.gaveUp
      if (department !== undefined) attempt.department = department
      if (position !== undefined) attempt.position = position
    },
    EnrolmentDeclined: ({ attempts }, { learnerId }) => {
      attemptOf(attempts, learnerId).stage = 'declined'
    },
    LearnerEnrolled: ({ attempts }, { learnerId }) => seated(attemptOf(attempts, learnerId)),
    LearnerWaitlisted: ({ attempts }, { learnerId }) => {
      const attempt = attemptOf(attempts, learnerId)
      attempt.stage = 'waitlisted'
      attempt.waitlisted = true
    },
    LearnerPromoted: ({ attempts }, { learnerId }) => {
      const attempt = attemptOf(attempts, learnerId)
      seated(attempt)
      attempt.promoted = true
    },
    LearnerWithdrew: ({ attempts }, { learnerId, from, late }) => {
      const attempt = attemptOf(attempts, learnerId)
      attempt.stage = 'withdrawn'
      if (from === 'enrolled') attempt.gaveUp = late ? 'late' : 'inTime'
    },
    EnrolmentCancelled: ({ attempts }, { learnerId }) => {
      attemptOf(attempts, learnerId).stage = 'cancelled'
    },
    AttendanceRecorded: ({ attempts }, { learnerId, sessionId, minutes, status, on }) => {
      attemptOf(attempts, learnerId).attended[sessionId] = { minutes, status, on }
    },
    AttendanceCorrected: ({ attempts }, { learnerId, sessionId, minutes, status, on }) => {
      attemptOf(attempts, learnerId).attended[sessionId] = { minutes, status, on }
    },
    EnrolmentTransferred: ({ attempts }, { learnerId, from }) => {
      const attempt = attemptOf(attempts, learnerId)
      attempt.stage = 'withdrawn'
      if (from === 'enrolled') attempt.gaveUp = 'inTime'
    },
    CompletionReassessed: ({ attempts }, { learnerId, to, outcome, assessment }) => {
      const attempt = attemptOf(attempts, learnerId)
      attempt.stage = to
      if (outcome === undefined) delete attempt.outcome
      else attempt.outcome = outcome
      attempt.assessment = assessment
    },
    EnrolmentCompleted: ({ attempts }, { learnerId, outcome }) => {
      const attempt = attemptOf(attempts, learnerId)
      attempt.stage = 'completed'
      attempt.outcome = outcome
      attempt.assessment = outcome === 'passed' ? 'passed' : 'none'
    },
    EnrolmentFailed: ({ attempts }, { learnerId, assessment }) => {
      const attempt = attemptOf(attempts, learnerId)
      attempt.stage = 'failed'
      attempt.assessment = assessment
    },
    NoShowRecorded: ({ attempts }, { learnerId }) => {
      attemptOf(attempts, learnerId).stage = 'noShow'
    },
  },
  shardBy: 'offeringId',
  /** One half has never heard of the class. */
  merge: (a, b) => (a.courseId === '' && Object.keys(a.attempts).length === 0 ? b : a),
})

/** The local day of its last session: from the day after, the class is over. */
export const lastDayOf = ({ sessions }: ClassRecordState): string | undefined =>
  Object.values(sessions)
    .map(({ day }) => day)
    .sort()
    .at(-1)
