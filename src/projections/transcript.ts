import type { CredentialEvent } from '../credentials/events.ts'
import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'
import type { Days } from './participation.ts'

export type AttemptOnRecord = {
  /** None before a seat or a place in line was given. */
  courseId?: string
  courseVersion?: number
  source: 'assigned' | 'manager' | 'self' | 'walkIn' | 'lateJoiner'
  status:
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
  outcome?: 'passed' | 'completed' | 'waived'
  askedAt: string
  closedAt?: string
  /** Whole minutes, and the local day, by session. */
  attended: Record<string, { minutes: number; on: string }>
  /** The best scaled score and how often it was tried, by instrument. */
  results: Record<string, { best: number; attempts: number }>
  modules: string[]
}

export type CertificateOnRecord = {
  courseId: string
  status: 'valid' | 'suspended' | 'expired' | 'revoked'
  awardedDate: string
  validUntil?: string
}

/** By offering, and by certificate. A new attempt is a new entry: nothing that was so is ever taken out. */
export type Transcript = {
  attempts: Record<string, AttemptOnRecord>
  certificates: Record<string, CertificateOnRecord>
}

type OfCourse = { offeringId: string; courseId: string; courseVersion: number }

const on = ({ attempts }: Transcript, offeringId: string, change: (attempt: AttemptOnRecord) => void) => {
  const attempt = attempts[offeringId]
  if (attempt !== undefined) change(attempt)
}

const stands = (record: Transcript, offeringId: string, status: AttemptOnRecord['status']) =>
  on(record, offeringId, (attempt) => {
    attempt.status = status
  })

const placed = (record: Transcript, given: OfCourse, status: 'enrolled' | 'waitlisted') =>
  on(record, given.offeringId, (attempt) => {
    attempt.status = status
    attempt.courseId = given.courseId
    attempt.courseVersion = given.courseVersion
  })

type Closed = OfCourse & { at: string; outcome?: AttemptOnRecord['outcome'] }

const closed = (record: Transcript, ending: Closed, status: 'completed' | 'failed' | 'noShow') =>
  on(record, ending.offeringId, (attempt) => {
    attempt.status = status
    attempt.courseId = ending.courseId
    attempt.courseVersion = ending.courseVersion
    attempt.closedAt = ending.at
    if (ending.outcome !== undefined) attempt.outcome = ending.outcome
  })

type Attended = { offeringId: string; sessionId: string; minutes: number; on: string }

const wasThere = (record: Transcript, { offeringId, sessionId, minutes, on: day }: Attended) =>
  on(record, offeringId, ({ attended }) => {
    attended[sessionId] = { minutes, on: day }
  })

const certified = (
  { certificates }: Transcript,
  certificateId: string,
  status: CertificateOnRecord['status'],
) => {
  const one = certificates[certificateId]
  if (one !== undefined) one.status = status
}

/** A learner's record (学员档案): every course they asked for, how it went, and the certificates they hold. */
export const transcript = projections<DeliveryEvent | CredentialEvent>()({
  name: 'transcript',
  by: ['learnerId'],
  initial: (): Transcript => ({ attempts: {}, certificates: {} }),
  on: {
    EnrolmentRequested: ({ attempts }, { offeringId, source, at }) => {
      const { attended = {}, results = {}, modules = [] } = attempts[offeringId] ?? {}
      attempts[offeringId] = { source, status: 'requested', askedAt: at, attended, results, modules }
    },
    LearnerEnrolled: (record, seat) => placed(record, seat, 'enrolled'),
    LearnerPromoted: (record, seat) => placed(record, seat, 'enrolled'),
    LearnerWaitlisted: (record, place) => placed(record, place, 'waitlisted'),
    EnrolmentDeclined: (record, { offeringId }) => stands(record, offeringId, 'declined'),
    LearnerWithdrew: (record, { offeringId }) => stands(record, offeringId, 'withdrawn'),
    EnrolmentTransferred: (record, { offeringId }) => stands(record, offeringId, 'transferred'),
    EnrolmentCancelled: (record, { offeringId }) => stands(record, offeringId, 'cancelled'),
    AttendanceRecorded: wasThere,
    AttendanceCorrected: wasThere,
    ModuleCompleted: (record, { offeringId, module }) =>
      on(record, offeringId, ({ modules }) => {
        modules.push(module)
      }),
    ResultRecorded: (record, { offeringId, instrumentId, scaled, attempt: attempts }) =>
      on(record, offeringId, ({ results }) => {
        results[instrumentId] = { best: Math.max(results[instrumentId]?.best ?? scaled, scaled), attempts }
      }),
    EnrolmentCompleted: (record, ending) => closed(record, ending, 'completed'),
    EnrolmentFailed: (record, ending) => closed(record, ending, 'failed'),
    NoShowRecorded: (record, ending) => closed(record, ending, 'noShow'),
    CompletionReassessed: (record, { offeringId, to, outcome }) =>
      on(record, offeringId, (attempt) => {
        attempt.status = to
        if (outcome === undefined) delete attempt.outcome
        else attempt.outcome = outcome
      }),
    CertificateIssued: ({ certificates }, { certificateId, courseId, awardedDate, validUntil }) => {
      certificates[certificateId] = {
        courseId,
        status: 'valid',
        awardedDate,
        ...(validUntil === undefined ? {} : { validUntil }),
      }
    },
    CertificateRenewed: ({ certificates }, { certificateId, courseId, awardedDate, validUntil }) => {
      certificates[certificateId] = { courseId, status: 'valid', awardedDate, validUntil }
    },
    CertificateSuspended: (record, { certificateId }) => certified(record, certificateId, 'suspended'),
    CertificateReinstated: (record, { certificateId }) => certified(record, certificateId, 'valid'),
    CertificateRevoked: (record, { certificateId }) => certified(record, certificateId, 'revoked'),
    CertificateExpired: (record, { certificateId }) => certified(record, certificateId, 'expired'),
  },
  shardBy: 'learnerId',
  merge: (a, b) => ({
    attempts: { ...a.attempts, ...b.attempts },
    certificates: { ...a.certificates, ...b.certificates },
  }),
})

/**
 * Whole minutes a learner attended (学时), of all their days or of these.
 *
 * @example
 * ```ts
 * import { minutesOn, transcript } from 'training-ops'
 * minutesOn(transcript.initial()) // => 0
 * ```
 */
export const minutesOn = ({ attempts }: Transcript, days?: Days): number =>
  Object.values(attempts)
    .flatMap(({ attended }) => Object.values(attended))
    .filter(({ on }) => days === undefined || (on >= days.from && on < days.to))
    .reduce((sum, { minutes }) => sum + minutes, 0)
