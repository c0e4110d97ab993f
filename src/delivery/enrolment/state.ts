/** What decisions must know of one enrolment. Its record (`enrolmentRecord`) has all of this, and more. */
import { type DataOf, projections } from '../../kernel/index.ts'
import type { CompletionRule, Criterion } from '../../vocabulary/index.ts'
import type { DeliveryEvent } from '../events.ts'
import { type EnrolmentStatus, enrolmentMoves } from './status.ts'

type Requested = DataOf<DeliveryEvent, 'EnrolmentRequested'>

/** How they asked: every field of the request but whose it is and what became of it. It goes along to another class. */
export type Asked = Omit<Requested, 'at' | 'offeringId' | 'learnerId' | 'approval' | 'fromOfferingId'>

export type Attendance = {
  minutes: number
  status: DataOf<DeliveryEvent, 'AttendanceRecorded'>['status']
  /** The session's local day. */
  on: string
}

export type EnrolmentState = {
  status: EnrolmentStatus
  asked: Asked
  approval: Requested['approval']
  completionRule: CompletionRule
  scheduledMinutes: number
  /** By session. A correction takes the place of what it corrects. */
  attended: Record<string, Attendance>
  /** The best scaled score, how often it was tried and when last, by instrument. */
  results: Record<string, { best: number; attempts: number; at: string }>
  modules: Record<string, true>
  responses: Record<string, true>
  waived: readonly Criterion['kind'][]
  prework: 'notSent' | 'sent' | 'acknowledged'
  closedAt?: string
}

type Seat = Pick<EnrolmentState, 'completionRule' | 'scheduledMinutes'>
const takeSeat = (enrolment: EnrolmentState, { completionRule, scheduledMinutes }: Seat) => {
  enrolment.completionRule = completionRule
  enrolment.scheduledMinutes = scheduledMinutes
}

type OfSession = Attendance & { sessionId: string }
const recordAttendance = (
  { attended }: Pick<EnrolmentState, 'attended'>,
  { sessionId, minutes, status, on }: OfSession,
) => {
  attended[sessionId] = { minutes, status, on }
}

const close = (enrolment: EnrolmentState, { at }: { at: string }) => {
  enrolment.closedAt = at
}

/** One learner's enrolment in one offering. */
export const enrolment = projections<DeliveryEvent>()({
  name: 'enrolment',
  by: ['offeringId', 'learnerId'],
  initial: (): EnrolmentState => ({
    status: 'none',
    asked: { source: 'self', basis: {} },
    approval: 'automatic',
    completionRule: { require: 'all', of: [] },
    scheduledMinutes: 0,
    attended: {},
    results: {},
    modules: {},
    responses: {},
    waived: [],
    prework: 'notSent',
  }),
  on: [
    enrolmentMoves,
    {
      EnrolmentRequested: (enrolment, requested) => {
        const { at: _at, offeringId: _to, learnerId: _who, fromOfferingId: _from, ...rest } = requested
        const { approval, ...asked } = rest
        enrolment.approval = approval
        enrolment.asked = asked
      },
      LearnerEnrolled: takeSeat,
      LearnerPromoted: takeSeat,
      EnrolmentRescheduled: (enrolment, { scheduledMinutes }) => {
        if (enrolment.status === 'enrolled') enrolment.scheduledMinutes = scheduledMinutes
      },
      PreworkSent: (enrolment) => {
        enrolment.prework = 'sent'
      },
      PreworkAcknowledged: (enrolment) => {
        enrolment.prework = 'acknowledged'
      },
      AttendanceRecorded: recordAttendance,
      AttendanceCorrected: recordAttendance,
      ModuleCompleted: ({ modules }, { module }) => {
        modules[module] = true
      },
      ResponseRecorded: ({ responses }, { instrumentId }) => {
        responses[instrumentId] = true
      },
      ResultRecorded: ({ results }, { instrumentId, attempt: attempts, scaled, at }) => {
        results[instrumentId] = {
          best: Math.max(results[instrumentId]?.best ?? scaled, scaled),
          attempts,
          at,
        }
      },
      RequirementWaived: (enrolment, { waives }) => {
        enrolment.waived = [...new Set([...enrolment.waived, ...waives])]
      },
      EnrolmentCompleted: close,
      EnrolmentFailed: close,
      NoShowRecorded: close,
    },
  ],
})
