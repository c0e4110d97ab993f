import { projections } from '../../kernel/index.ts'
import type { CompletionRule, Criterion } from '../../vocabulary/index.ts'
import type { DeliveryEvent } from '../events.ts'

const projection = projections<DeliveryEvent>()

export type EnrolmentStatus =
  | 'none'
  | 'requested'
  | 'enrolled'
  | 'waitlisted'
  | 'declined'
  | 'withdrawn'
  | 'transferred'
  | 'cancelled'
  | 'completed'
  | 'failed'
  | 'noShow'

export type EnrolmentState = {
  status: EnrolmentStatus
  /** How they asked: what a transfer takes along. */
  asked: {
    source: 'assigned' | 'manager' | 'self'
    department?: string
    position?: string
    level?: string
    jobFamily?: string
    expectations?: string
    priority?: number
  }
  approval: 'required' | 'automatic' | 'given'
  completionRule: CompletionRule
  scheduledMinutes: number
  minutesBySession: Record<string, number>
  excused: Record<string, true>
  /** The best scaled score, the last attempt and when it was, by instrument. */
  results: Record<string, { best: number; attempt: number; at: string }>
  modules: Record<string, true>
  responses: Record<string, true>
  waived: readonly Criterion['kind'][]
  prework: 'notSent' | 'sent' | 'acknowledged'
  closedAt?: string
}

type Seat = { completionRule: CompletionRule; scheduledMinutes: number }
const seated = (enrolment: EnrolmentState, { completionRule, scheduledMinutes }: Seat) => {
  enrolment.status = 'enrolled'
  enrolment.completionRule = completionRule
  enrolment.scheduledMinutes = scheduledMinutes
}

type Attendance = { sessionId: string; minutes: number; status: string }
const wasThere = (enrolment: EnrolmentState, { sessionId, minutes, status }: Attendance) => {
  enrolment.minutesBySession[sessionId] = minutes
  if (status === 'excused') enrolment.excused[sessionId] = true
  else delete enrolment.excused[sessionId]
}

const ended = (enrolment: EnrolmentState, status: EnrolmentStatus, at: string) => {
  enrolment.status = status
  enrolment.closedAt = at
}

/** One learner's attempt at one offering. */
export const enrolment = projection({
  name: 'enrolment',
  by: ['offeringId', 'learnerId'],
  initial: (): EnrolmentState => ({
    status: 'none',
    asked: { source: 'self' },
    approval: 'automatic',
    completionRule: { require: 'all', of: [] },
    scheduledMinutes: 0,
    minutesBySession: {},
    excused: {},
    results: {},
    modules: {},
    responses: {},
    waived: [],
    prework: 'notSent',
  }),
  on: {
    EnrolmentRequested: (enrolment, { approval, source, ...asked }) => {
      const { department, position, level, jobFamily, expectations, priority } = asked
      enrolment.status = 'requested'
      enrolment.approval = approval
      enrolment.asked = {
        source,
        ...(department === undefined ? {} : { department }),
        ...(position === undefined ? {} : { position }),
        ...(level === undefined ? {} : { level }),
        ...(jobFamily === undefined ? {} : { jobFamily }),
        ...(expectations === undefined ? {} : { expectations }),
        ...(priority === undefined ? {} : { priority }),
      }
    },
    LearnerEnrolled: seated,
    LearnerWaitlisted: (enrolment) => {
      enrolment.status = 'waitlisted'
    },
    LearnerPromoted: seated,
    EnrolmentRescheduled: (enrolment, { scheduledMinutes }) => {
      if (enrolment.status === 'enrolled') enrolment.scheduledMinutes = scheduledMinutes
    },
    EnrolmentDeclined: (enrolment) => {
      enrolment.status = 'declined'
    },
    LearnerWithdrew: (enrolment) => {
      enrolment.status = 'withdrawn'
    },
    EnrolmentTransferred: (enrolment) => {
      enrolment.status = 'transferred'
    },
    EnrolmentCancelled: (enrolment) => {
      enrolment.status = 'cancelled'
    },
    PreworkSent: (enrolment) => {
      enrolment.prework = 'sent'
    },
    PreworkAcknowledged: (enrolment) => {
      enrolment.prework = 'acknowledged'
    },
    AttendanceRecorded: wasThere,
    AttendanceCorrected: wasThere,
    ModuleCompleted: ({ modules }, { module }) => {
      modules[module] = true
    },
    ResponseRecorded: ({ responses }, { instrumentId }) => {
      responses[instrumentId] = true
    },
    ResultRecorded: ({ results }, { instrumentId, attempt, scaled, at }) => {
      const best = results[instrumentId]?.best ?? scaled
      results[instrumentId] = { best: Math.max(best, scaled), attempt, at }
    },
    RequirementWaived: (enrolment, { waives }) => {
      enrolment.waived = [...new Set([...enrolment.waived, ...waives])]
    },
    EnrolmentCompleted: (enrolment, { at }) => ended(enrolment, 'completed', at),
    EnrolmentFailed: (enrolment, { at }) => ended(enrolment, 'failed', at),
    NoShowRecorded: (enrolment, { at }) => ended(enrolment, 'noShow', at),
    CompletionReassessed: (enrolment, { to }) => {
      enrolment.status = to
    },
  },
})
