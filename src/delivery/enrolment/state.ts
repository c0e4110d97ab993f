/** The state of one enrolment, as decisions need it. Its record (`enrolmentRecord`) has all of this, and more. */
import { type DataOf, projections } from '../../kernel/index.ts'
import type { CompletionRule, Criterion } from '../../vocabulary/index.ts'
import type { DeliveryEvent } from '../events.ts'
import { type EnrolmentStatus, enrolmentMoves } from './status.ts'

type Requested = DataOf<DeliveryEvent, 'EnrolmentRequested'>
type Reassessed = DataOf<DeliveryEvent, 'CompletionReassessed'>

/** How they asked: every field of the request but whose it is and what became of it. It goes along to another class. */
export type RequestTerms = Omit<Requested, 'at' | 'offeringId' | 'learnerId' | 'approval' | 'fromOfferingId'>

export type Attendance = {
  minutes: number
  status: DataOf<DeliveryEvent, 'AttendanceRecorded'>['status']
  /** The session's local day. */
  on: string
}

type Results = {
  tries: Record<string, { scaled: number; at: string }>
  best: number
  attempts: number
  at: string
}

type Try = { instrumentId: string; attempt: number; scaled: number }
/** A try as it was recorded or put right: what was best, and when it was taken, follows from all of them. */
const recordTry = ({ results }: EnrolmentState, { instrumentId, attempt, scaled }: Try, at: string) => {
  results[instrumentId] ??= { tries: {}, best: scaled, attempts: 0, at }
  const ofInstrument = results[instrumentId] as Results
  ofInstrument.tries[attempt] = { scaled, at }
  ofInstrument.best = Math.max(...Object.values(ofInstrument.tries).map((one) => one.scaled))
  ofInstrument.attempts = Math.max(ofInstrument.attempts, attempt)
  ofInstrument.at = ofInstrument.tries[ofInstrument.attempts]?.at ?? at
}

/** The last try was none: the one before it is the last again. */
const takeOutTry = (
  results: EnrolmentState['results'],
  { instrumentId, attempt }: { instrumentId: string; attempt: number },
) => {
  const own = results[instrumentId]
  if (own === undefined) return
  delete own.tries[attempt]
  const left = Object.entries(own.tries)
  if (left.length === 0) {
    delete results[instrumentId]
    return
  }
  own.best = Math.max(...left.map(([, { scaled }]) => scaled))
  own.attempts = Math.max(...left.map(([number]) => Number(number)))
  own.at = own.tries[own.attempts]?.at ?? own.at
}

export type EnrolmentState = {
  status: EnrolmentStatus
  asked: RequestTerms
  approval: Requested['approval']
  completionRule: CompletionRule
  scheduledMinutes: number
  /** By session. A correction takes the place of what it corrects. */
  attended: Record<string, Attendance>
  /** Every try, by its number, with the best scaled score, how often it was tried and when last: by instrument. */
  results: Record<string, Results>
  /** When each was done, answered or waived. */
  modules: Record<string, string>
  responses: Record<string, string>
  waived: { [Kind in Criterion['kind']]?: string }
  /** They came when the class was under way, and are measured from then on. */
  since?: string
  /** When they moved up to their seat from the waitlist. */
  movedUpAt?: string
  /** Until when the seat that is offered to them may be accepted. */
  offeredUntil?: string
  prework: 'notSent' | 'sent' | 'acknowledged'
  /** When it was closed; of who completed it, when the last criterion was met. */
  closedAt?: string
  /** How it ended. `assessment`: how the tests went, whatever else was missing. */
  outcome?: NonNullable<Reassessed['outcome']>
  assessment?: Reassessed['assessment']
  unmet?: Reassessed['unmet']
  /** How long they were there, as it was told when it ended. */
  attendedMinutes?: number
}

type Seat = Pick<EnrolmentState, 'completionRule' | 'scheduledMinutes'> & { since?: string | undefined }
const takeSeat = (enrolment: EnrolmentState, { completionRule, scheduledMinutes, since }: Seat) => {
  enrolment.completionRule = completionRule
  enrolment.scheduledMinutes = scheduledMinutes
  // an object that something was deleted from is slow ever after
  if (since !== undefined) enrolment.since = since
  else if (enrolment.since !== undefined) delete enrolment.since
}
const moveUp = (enrolment: EnrolmentState, seat: Seat & { at: string }) => {
  takeSeat(enrolment, seat)
  enrolment.movedUpAt = seat.at
}

type OfSession = Attendance & { sessionId: string }
const recordAttendance = (
  { attended }: Pick<EnrolmentState, 'attended'>,
  { sessionId, minutes, status, on }: OfSession,
) => {
  attended[sessionId] = { minutes, status, on }
}

type Ended = { at: string; scheduledMinutes: number } & Partial<
  Pick<Reassessed, 'outcome' | 'assessment' | 'unmet' | 'attendedMinutes'>
>
const close = (enrolment: EnrolmentState, { at, scheduledMinutes, ...ending }: Ended) => {
  const { outcome, unmet = [], attendedMinutes = 0 } = ending
  enrolment.closedAt = at
  enrolment.scheduledMinutes = scheduledMinutes
  enrolment.attendedMinutes = attendedMinutes
  enrolment.assessment = ending.assessment ?? (outcome === 'passed' ? 'passed' : 'none')
  enrolment.unmet = unmet
  if (outcome !== undefined) enrolment.outcome = outcome
  else if (enrolment.outcome !== undefined) delete enrolment.outcome
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
    waived: {},
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
        if (enrolment.movedUpAt !== undefined) delete enrolment.movedUpAt
      },
      JoiningChanged: ({ asked }, { joins }) => {
        asked.joins = joins
      },
      LearnerEnrolled: takeSeat,
      LearnerPromoted: moveUp,
      SeatOffered: (enrolment, { until }) => {
        enrolment.offeredUntil = until
      },
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
      ModuleCompleted: ({ modules }, { module, at }) => {
        modules[module] ??= at
      },
      ResponseRecorded: ({ responses }, { instrumentId, at }) => {
        responses[instrumentId] ??= at
      },
      ResultRecorded: (enrolment, result) => recordTry(enrolment, result, result.at),
      ResultCorrected: (enrolment, result) => {
        const { instrumentId, attempt, at } = result
        recordTry(enrolment, result, enrolment.results[instrumentId]?.tries[attempt]?.at ?? at)
      },
      ProgressRetracted: ({ results, modules, responses, waived }, { retracted }) => {
        if (retracted.kind === 'result') takeOutTry(results, retracted)
        else if (retracted.kind === 'module') delete modules[retracted.module]
        else if (retracted.kind === 'response') delete responses[retracted.instrumentId]
        else delete waived[retracted.waived]
      },
      RequirementWaived: ({ waived }, { waives, at }) => {
        for (const kind of waives) waived[kind] ??= at
      },
      EnrolmentCompleted: close,
      EnrolmentFailed: close,
      NoShowRecorded: close,
      CompletionReassessed: (enrolment, { closedAt, endedAt = closedAt, ...reassessed }) =>
        close(enrolment, { ...reassessed, at: endedAt }),
    },
  ],
})
