/** History that was lived through elsewhere: each row is taken in whole, or refused by its field and the reason. */
import { deliveryEvents } from '../../delivery/events.ts'
import { accepted, defineDecision, eachOf, given } from '../../kernel/index.ts'
import { dayIn } from '../../vocabulary/index.ts'
import { certificate, serialHolder } from '../certificate/state.ts'
import { credentialCommands as commands } from '../commands.ts'
import { credentialEvents } from '../events.ts'
import { credentialSettings } from '../settings.ts'
import type { HistoryRow } from './rows.ts'
import { attemptsOfLearner } from './state.ts'

const delivered = deliveryEvents.make
const credited = credentialEvents.make

type Rows = readonly HistoryRow[]
type Enrolment = NonNullable<HistoryRow['enrolment']>
type Certificate = NonNullable<HistoryRow['certificate']>

const learnersOf = (rows: Rows) => rows.map(({ learnerId }) => learnerId)
const certificatesOf = (rows: Rows) =>
  rows.flatMap(({ certificate }) => (certificate === undefined ? [] : [certificate.certificateId]))
const serialsOf = (rows: Rows) =>
  rows.flatMap(({ certificate }) => (certificate === undefined ? [] : [certificate.serial]))

/** The attempts and certificates that the log and the rows before hold. */
type Known = {
  /** By learner and offering, and by learner, course and end. */
  readonly attempts: Set<string>
  readonly certificateIds: Set<string>
  readonly serials: Set<string>
}

type Fault = { readonly field: string; readonly reason: string }
const faultIf = (isSo: boolean, field: string, reason: string): Fault | undefined =>
  isSo ? { field, reason } : undefined

const attemptAt = (...parts: readonly string[]) => parts.join('\n')

const faultOfEnrolment = (
  { learnerId, courseId }: HistoryRow,
  enrolment: Enrolment,
  { attempts }: Known,
  at: string,
): Fault | undefined => {
  const {
    offeringId,
    enrolledAt = '',
    endedAt,
    attendedMinutes = 0,
    scheduledMinutes,
    results = [],
  } = enrolment
  const tries = results.map(({ instrumentId, attempt }) => attemptAt(instrumentId, String(attempt)))
  return (
    faultIf(attempts.has(attemptAt(learnerId, offeringId)), 'offeringId', 'AlreadyRecorded') ??
    faultIf(attempts.has(attemptAt(learnerId, courseId, endedAt)), 'endedAt', 'AlreadyRecorded') ??
    faultIf(endedAt > at, 'endedAt', 'InFuture') ??
    faultIf(enrolledAt > endedAt, 'enrolledAt', 'EndsBeforeItStarts') ??
    faultIf(attendedMinutes > (scheduledMinutes ?? attendedMinutes), 'attendedMinutes', 'AttendedTooLong') ??
    faultIf(new Set(tries).size < tries.length, 'results', 'AttemptTwice') ??
    faultIf(
      results.some((one) => (one.at ?? '') > at),
      'results',
      'InFuture',
    )
  )
}

const faultOfCertificate = (
  { certificateId, serial, validFrom, validUntil }: Certificate,
  { certificateIds, serials }: Known,
  at: string,
): Fault | undefined =>
  faultIf(serials.has(serial), 'serial', 'SerialTaken') ??
  faultIf(certificateIds.has(certificateId), 'certificateId', 'AlreadyRecorded') ??
  faultIf(validFrom > at, 'validFrom', 'InFuture') ??
  faultIf(validUntil !== undefined && validUntil <= validFrom, 'validUntil', 'EndsBeforeItStarts')

const faultOf = (row: HistoryRow, known: Known, at: string): Fault | undefined =>
  faultIf(row.enrolment === undefined && row.certificate === undefined, 'row', 'NothingInIt') ??
  (row.enrolment && faultOfEnrolment(row, row.enrolment, known, at)) ??
  (row.certificate && faultOfCertificate(row.certificate, known, at))

const remember = ({ learnerId, courseId, enrolment, certificate }: HistoryRow, known: Known): void => {
  if (enrolment !== undefined) {
    known.attempts.add(attemptAt(learnerId, enrolment.offeringId))
    known.attempts.add(attemptAt(learnerId, courseId, enrolment.endedAt))
  }
  if (certificate !== undefined) {
    known.certificateIds.add(certificate.certificateId)
    known.serials.add(certificate.serial)
  }
}

/** The seat as it was given, what is known of the way, and the end. */
const lived = (row: HistoryRow, enrolment: Enrolment, zone: string) => {
  const { learnerId, courseId, courseVersion } = row
  const { offeringId, endedAt, enrolledAt = endedAt, ended, attendedMinutes, results = [] } = enrolment
  const of = { offeringId, learnerId }
  const taught = { courseId, courseVersion }
  const scheduledMinutes = enrolment.scheduledMinutes ?? attendedMinutes ?? 0
  const took = { attendedMinutes: attendedMinutes ?? 0, scheduledMinutes }
  const best = results.length === 0 ? 'none' : 'failed'
  const end = { ...of, at: endedAt }
  const endings = {
    completed: () =>
      delivered.EnrolmentCompleted({
        ...{ ...end, ...taught, ...took },
        outcome: results.length === 0 ? 'completed' : 'passed',
      }),
    failed: () => delivered.EnrolmentFailed({ ...end, ...taught, ...took, unmet: [], assessment: best }),
    noShow: () => delivered.NoShowRecorded({ ...end, ...taught, scheduledMinutes }),
    withdrawn: () => delivered.LearnerWithdrew({ ...end, from: 'enrolled', late: false }),
  }
  return [
    delivered.LearnerEnrolled({
      ...{ ...of, ...taught, at: enrolledAt, scheduledMinutes },
      ...{ sessions: [], completionRule: { require: 'all', of: [] } },
    }),
    ...(attendedMinutes === undefined
      ? []
      : [
          delivered.AttendanceRecorded({
            ...{ ...end, sessionId: offeringId, minutes: attendedMinutes },
            ...{ status: 'present', method: 'imported', on: dayIn(endedAt, zone) },
          }),
        ]),
    ...results.map(({ at = endedAt, ...result }) => delivered.ResultRecorded({ ...of, at, ...result })),
    endings[ended](),
  ]
}

/** The certificate as it was awarded, and its end where that has come. */
const held = (row: HistoryRow, certificate: Certificate, at: string, zone: string) => {
  const { learnerId, courseId, courseVersion, enrolment } = row
  const { certificateId, serial, validFrom, validUntil } = certificate
  const of = { certificateId, learnerId, courseId }
  const isOfCompletion = enrolment?.ended === 'completed'
  return [
    credited.CertificateIssued({
      ...{ ...of, at: validFrom, serial, validFrom, awardedDate: dayIn(validFrom, zone) },
      ...given({ validUntil }),
      ...(isOfCompletion ? { courseVersion, offeringId: enrolment.offeringId } : {}),
      basis: isOfCompletion ? 'completion' : 'administrative',
    }),
    ...(validUntil === undefined || validUntil > at
      ? []
      : [credited.CertificateExpired({ ...of, at: validUntil, validUntil })]),
  ]
}

/**
 * History is brought in as it was: dated by the past, without the rules of today, which nobody could have obeyed; checked for
 * what can never be so, and for what is recorded already. A row that is refused holds up no other.
 */
export const importHistory = defineDecision({
  command: commands.ImportHistory,
  reads: {
    learners: eachOf(attemptsOfLearner, 'rows', learnersOf),
    certificates: eachOf(certificate, 'rows', certificatesOf),
    serials: eachOf(serialHolder, 'rows', serialsOf),
  },
  settings: credentialSettings,
  history: true,
  decide: ({ at, importId, rows }, { learners, certificates, serials }, { zone }) => {
    const known: Known = {
      attempts: new Set(
        Object.entries(learners).flatMap(([learnerId, { attempts }]) =>
          Object.entries(attempts).flatMap(([offeringId, { courseId = '', at }]) => [
            attemptAt(learnerId, offeringId),
            attemptAt(learnerId, courseId, at),
          ]),
        ),
      ),
      certificateIds: new Set(
        Object.keys(certificates).filter((one) => certificates[one]?.status !== 'none'),
      ),
      serials: new Set(Object.keys(serials).filter((one) => serials[one]?.certificateId !== undefined)),
    }
    const refused: { row: number; field: string; reason: string }[] = []
    const happened = rows.flatMap((row) => {
      const fault = faultOf(row, known, at)
      if (fault !== undefined) {
        refused.push({ row: row.row, ...fault })
        return []
      }
      remember(row, known)
      return [
        ...(row.enrolment === undefined ? [] : lived(row, row.enrolment, zone)),
        ...(row.certificate === undefined ? [] : held(row, row.certificate, at, zone)),
      ]
    })
    const imported = rows.length - refused.length
    return accepted(...happened, credited.HistoryImported({ at, importId, imported, refused }))
  },
})
