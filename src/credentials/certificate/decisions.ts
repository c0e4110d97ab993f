import {
  type CourseEquivalents,
  countsAs,
  courseEquivalents,
  courseToTake,
} from '../../catalog/equivalence/status.ts'
import { accepted, defineDecision, evolve, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import {
  type CourseId,
  dayIn,
  daysAfter,
  given,
  nobodyCorrectsTheirOwn,
  saysTheSame,
} from '../../vocabulary/index.ts'
import { credentialCommands as commands } from '../commands.ts'
import { credentialEvents } from '../events.ts'
import { type HeldCertificate, type LearnerRecordState, learnerRecord } from '../learner-record.ts'
import { credentialRejections } from '../rejections.ts'
import { credentialSettings } from '../settings.ts'
import { type CertificateState, certificate, serialHolder } from './state.ts'

const events = credentialEvents.make
const {
  AlreadyRevoked,
  DuplicateSerial,
  NeverExpires,
  NotEligible,
  NotFlagged,
  RenewalWindowClosed,
  StillValid,
  ValidityInverted,
} = credentialRejections

const mustBeIssued = (certificate: CertificateState, certificateId: string) =>
  certificate.status === 'none' && Unknown({ what: 'certificate', id: certificateId })

const revokedIsForGood = (certificate: CertificateState, certificateId: string) =>
  certificate.status === 'revoked' && AlreadyRevoked({ certificateId })

const validityHasLength = (validFrom: string, validUntil: string | undefined) =>
  validUntil !== undefined && validUntil <= validFrom && ValidityInverted({ validFrom, validUntil })

type Asked = {
  readonly basis: string
  readonly learnerId: string
  readonly courseId: string
  readonly offeringId?: string | undefined
}

/** Completion is shown by the enrolment: in the offering that is named, or in any of a course that counts as that one. */
const onlyCompletionIsCertified = (
  { basis, learnerId, courseId, offeringId }: Asked,
  { completions }: LearnerRecordState,
  equivalents: CourseEquivalents,
  zone: string,
) => {
  if (basis !== 'completion') return false
  const shown = Object.entries(completions).some(
    ([id, { courseId: taken, at: completedAt, revokedAt }]) =>
      (offeringId === undefined || id === offeringId) &&
      revokedAt === undefined &&
      countsAs(equivalents, taken, courseId, dayIn(completedAt, zone)),
  )
  return !shown && NotEligible({ learnerId, courseId })
}

const identity = ({ learnerId, courseId }: CertificateState) => ({ learnerId, courseId })

export const issueCertificate = defineDecision({
  command: commands.IssueCertificate,
  reads: { certificate, serialHolder, learnerRecord, courseEquivalents },
  settings: credentialSettings,
  decide: (command, { certificate, serialHolder, learnerRecord, courseEquivalents }, { zone }) => {
    const { serial, validFrom, validUntil } = command
    const holder = serialHolder.certificateId
    return (
      refusedBy(
        onlyFrom(certificate.status, ['none'], 'IssueCertificate'),
        validityHasLength(validFrom, validUntil),
        onlyCompletionIsCertified(command, learnerRecord, courseEquivalents, zone),
        holder !== undefined && DuplicateSerial({ serial, certificateId: holder }),
      ) ?? accepted(events.CertificateIssued(command))
    )
  },
})

export const renewCertificate = defineDecision({
  command: commands.RenewCertificate,
  reads: { certificate },
  settings: credentialSettings,
  decide: (command, { certificate }, { renewalWindowDays, zone }) => {
    const { at, certificateId, validFrom, validUntil } = command
    const refused = refusedBy(
      mustBeIssued(certificate, certificateId),
      revokedIsForGood(certificate, certificateId),
      onlyFrom(certificate.status, ['valid', 'expired'], 'RenewCertificate'),
      certificate.validUntil === undefined && NeverExpires({ certificateId }),
      validityHasLength(validFrom, validUntil),
    )
    if (refused !== undefined || certificate.validUntil === undefined) return refused ?? accepted()
    const opens = daysAfter(certificate.validUntil, -renewalWindowDays, zone)
    const { awardedDate } = certificate
    return (
      refusedBy(
        validityHasLength(certificate.validUntil, validUntil),
        certificate.status === 'valid' && at < opens && RenewalWindowClosed({ opens }),
      ) ?? accepted(events.CertificateRenewed({ ...command, ...identity(certificate), awardedDate }))
    )
  },
})

/**
 * The award is put right, whatever became of it since but a revocation. Where the validity it now has is over, it has expired;
 * where it had expired and is not over, it counts again.
 */
export const correctCertificate = defineDecision({
  command: commands.CorrectCertificate,
  reads: { certificate },
  decide: (command, { certificate: held }) => {
    const { at, certificateId, awardedDate, validFrom, validUntil } = command
    const refused = refusedBy(
      mustBeIssued(held, certificateId),
      revokedIsForGood(held, certificateId),
      nobodyCorrectsTheirOwn(command, held.learnerId),
      validityHasLength(validFrom, validUntil),
    )
    const was = { awardedDate: held.awardedDate, ...held.award }
    if (refused !== undefined || saysTheSame(was, given({ awardedDate, validFrom, validUntil })))
      return refused ?? accepted()
    const corrected = events.CertificateCorrected({ ...command, ...identity(held) })
    const ofIt = { at, certificateId, ...identity(held) }
    const now = evolve(certificate, held, corrected)
    if (now.status === 'valid' && now.validUntil !== undefined && now.validUntil <= at)
      return accepted(corrected, events.CertificateExpired({ ...ofIt, validUntil: now.validUntil }))
    const countsAgain = now.status === 'expired' && (now.validUntil ?? '9999') > at
    return countsAgain ? accepted(corrected, events.CertificateReinstated(ofIt)) : accepted(corrected)
  },
})

export const suspendCertificate = defineDecision({
  command: commands.SuspendCertificate,
  reads: { certificate },
  decide: (command, { certificate }) =>
    refusedBy(
      mustBeIssued(certificate, command.certificateId),
      revokedIsForGood(certificate, command.certificateId),
      onlyFrom(certificate.status, ['valid'], 'SuspendCertificate'),
    ) ?? accepted(events.CertificateSuspended({ ...command, ...identity(certificate) })),
})

export const reinstateCertificate = defineDecision({
  command: commands.ReinstateCertificate,
  reads: { certificate },
  decide: (command, { certificate }) =>
    refusedBy(
      mustBeIssued(certificate, command.certificateId),
      revokedIsForGood(certificate, command.certificateId),
      onlyFrom(certificate.status, ['suspended'], 'ReinstateCertificate'),
    ) ?? accepted(events.CertificateReinstated({ ...command, ...identity(certificate) })),
})

export const revokeCertificate = defineDecision({
  command: commands.RevokeCertificate,
  reads: { certificate },
  decide: (command, { certificate }) =>
    refusedBy(
      mustBeIssued(certificate, command.certificateId),
      revokedIsForGood(certificate, command.certificateId),
    ) ?? accepted(events.CertificateRevoked({ ...command, ...identity(certificate) })),
})

/** The end of a validity that is no longer the certificate's (renewed, revoked, expired) comes and means nothing. */
export const expireCertificate = defineDecision({
  command: commands.ExpireCertificate,
  reads: { certificate },
  decide: (command, { certificate }) => {
    const { at, certificateId, validUntil } = command
    const refused = refusedBy(
      mustBeIssued(certificate, certificateId),
      at < validUntil && StillValid({ validUntil }),
    )
    const runsOut = certificate.status === 'valid' || certificate.status === 'suspended'
    if (refused !== undefined || !runsOut || certificate.validUntil !== validUntil)
      return refused ?? accepted()
    return accepted(events.CertificateExpired({ ...command, ...identity(certificate) }))
  },
})

/** A certificate whose ground is in doubt is shown to somebody; it is theirs to revoke. */
export const flagCertificate = defineDecision({
  command: commands.FlagCertificate,
  reads: { certificate },
  decide: (command, { certificate }) => {
    const refused = refusedBy(mustBeIssued(certificate, command.certificateId))
    if (refused !== undefined || certificate.flagged || certificate.status === 'revoked')
      return refused ?? accepted()
    return accepted(events.CertificateFlagged({ ...command, ...identity(certificate) }))
  },
})

export const clearCertificateFlag = defineDecision({
  command: commands.ClearCertificateFlag,
  reads: { certificate },
  decide: ({ flaggedFor, ...command }, { certificate }) => {
    const { certificateId } = command
    const refused = refusedBy(
      mustBeIssued(certificate, certificateId),
      revokedIsForGood(certificate, certificateId),
      flaggedFor === undefined && !certificate.flagged && NotFlagged({ certificateId }),
    )
    if (refused !== undefined || (flaggedFor !== undefined && certificate.flaggedFor !== flaggedFor))
      return refused ?? accepted()
    return accepted(events.CertificateFlagCleared({ ...command, ...identity(certificate) }))
  },
})

/** Another certificate, of the course or of one that counts as it, that lasts longer: nobody need renew what they hold anew. */
const lastsLonger =
  (courseId: string, validUntil: string, equivalents: CourseEquivalents) =>
  ({ courseId: of, status, awardedDate, validities }: HeldCertificate) => {
    const ends = validities.at(-1)?.until
    return (
      status === 'valid' &&
      (ends === undefined || ends > validUntil) &&
      countsAs(equivalents, of, courseId, awardedDate)
    )
  }

/**
 * Reminded once of each end, and not of one that is no longer the certificate's, nor of a certificate that others of the
 * course, or of one that counts as it, outlast; nor of a course that is retired and has no successor: reminders follow what is
 * still to be done, and name the successor.
 */
export const sendRenewalReminder = defineDecision({
  command: commands.SendRenewalReminder,
  reads: { certificate, learnerRecord, courseEquivalents },
  decide: (command, { certificate, learnerRecord, courseEquivalents }) => {
    const { certificateId, learnerId, courseId, validUntil } = command
    const { learnerId: holder, courseId: of } = certificate
    const refused = refusedBy(
      mustBeIssued(certificate, certificateId),
      (holder !== learnerId || of !== courseId) && Unknown({ what: 'certificate', id: certificateId }),
    )
    const toTake = courseToTake(courseEquivalents, courseId)
    const isDue =
      !Object.values(learnerRecord.certificates).some(lastsLonger(courseId, validUntil, courseEquivalents)) &&
      toTake !== undefined &&
      certificate.status === 'valid' &&
      certificate.validUntil === validUntil &&
      certificate.remindedOf !== validUntil
    if (refused !== undefined || !isDue) return refused ?? accepted()
    return accepted(
      events.RenewalReminderSent({
        ...command,
        ...identity(certificate),
        ...(toTake === courseId ? {} : { successorId: toTake as CourseId }),
      }),
    )
  },
})
