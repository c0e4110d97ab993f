import type { DeliveryEvent } from '../delivery/events.ts'
import { intent, policies } from '../kernel/index.ts'
import { needsCommands } from '../needs/commands.ts'
import type { NeedsEvent } from '../needs/events.ts'
import { dayIn, daysAfter, derivedId, monthsAfter } from '../vocabulary/index.ts'
import { certificateOfVersion, certificatesOfCompletion, competenciesOfVersion } from './certificate/known.ts'
import { credentialCommands as commands } from './commands.ts'
import type { CredentialEvent } from './events.ts'
import { credentialSettings } from './settings.ts'

const policy = policies<CredentialEvent | DeliveryEvent | NeedsEvent>()

/** Who completes a course version that grants a certificate is given one, valid from that moment. */
export const whoCompletesIsCertified = policy({
  name: 'whoCompletesIsCertified',
  when: 'EnrolmentCompleted',
  reads: { certificateOfVersion },
  settings: credentialSettings,
  follows: ({ at, offeringId, learnerId, courseId, courseVersion }, { certificateOfVersion }, { zone }) => {
    const months = certificateOfVersion.months[courseVersion]
    if (months === undefined) return []
    const certificateId = derivedId(offeringId, learnerId)
    return [
      intent(commands.IssueCertificate, {
        at,
        certificateId,
        learnerId,
        courseId,
        courseVersion,
        offeringId,
        validFrom: at,
        ...(months === null ? {} : { validUntil: monthsAfter(at, months, zone) }),
        awardedDate: dayIn(at, zone),
        basis: 'completion',
        serial: certificateId,
      }),
    ]
  },
})

/** Renewing opens so many days before the end; of a shorter validity, at once. */
const reminder = (at: string, certificateId: string, validUntil: string, days: number, zone: string) => {
  const opens = daysAfter(validUntil, -days, zone)
  const dueAt = opens > at ? opens : at
  return { dueAt, command: intent(commands.SendRenewalReminder, { at: dueAt, certificateId, validUntil }) }
}

/** Whoever holds a certificate that ends is told when renewing opens. */
export const holdersAreRemindedToRenew = policy({
  name: 'holdersAreRemindedToRenew',
  when: 'CertificateIssued',
  reads: {},
  settings: credentialSettings,
  follows: ({ at, certificateId, validUntil }, _, { renewalWindowDays, zone }) =>
    validUntil === undefined ? [] : [reminder(at, certificateId, validUntil, renewalWindowDays, zone)],
})

/** Whoever renewed is told again before the new end. */
export const renewersAreRemindedAgain = policy({
  name: 'renewersAreRemindedAgain',
  when: 'CertificateRenewed',
  reads: {},
  settings: credentialSettings,
  follows: ({ at, certificateId, validUntil }, _, { renewalWindowDays, zone }) => [
    reminder(at, certificateId, validUntil, renewalWindowDays, zone),
  ],
})

/** Who completes a course version that grants competencies is assessed at their levels: `test` is the source. */
export const whoCompletesIsAssessed = policy({
  name: 'whoCompletesIsAssessed',
  when: 'EnrolmentCompleted',
  reads: { competenciesOfVersion },
  settings: credentialSettings,
  follows: (completed, { competenciesOfVersion }, { zone }) => {
    const { at, offeringId, learnerId, courseVersion } = completed
    const granted = competenciesOfVersion.granted[courseVersion] ?? []
    return granted.map(({ frameworkId, competency, level, validityMonths }) =>
      intent(needsCommands.AssessCompetency, {
        at,
        learnerId,
        frameworkId,
        competencyAssessmentId: derivedId(offeringId, learnerId, frameworkId, competency),
        competency,
        level,
        source: 'test',
        assessedAt: at,
        ...(validityMonths === undefined ? {} : { validUntil: monthsAfter(at, validityMonths, zone) }),
        offeringId,
      }),
    )
  },
})

/** A completion that is judged anew and is none flags what was issued for it: somebody decides, nothing is revoked by itself. */
export const aReassessedCompletionFlagsItsCertificates = policy({
  name: 'aReassessedCompletionFlagsItsCertificates',
  when: 'CompletionReassessed',
  reads: { certificatesOfCompletion },
  follows: ({ at, offeringId, to }, { certificatesOfCompletion: { certificateIds } }) =>
    to === 'completed'
      ? []
      : certificateIds.map((certificateId) =>
          intent(commands.FlagCertificate, {
            at,
            certificateId,
            cause: 'completionReassessed',
            offeringId,
          }),
        ),
})

const expiry = (certificateId: string, validUntil: string) => ({
  dueAt: validUntil,
  command: intent(commands.ExpireCertificate, { at: validUntil, certificateId, validUntil }),
})

/** A certificate expires when its validity ends. */
export const certificatesExpire = policy({
  name: 'certificatesExpire',
  when: 'CertificateIssued',
  reads: {},
  follows: ({ certificateId, validUntil }) =>
    validUntil === undefined ? [] : [expiry(certificateId, validUntil)],
})

/** A renewed certificate expires when its new validity ends. */
export const renewedCertificatesExpire = policy({
  name: 'renewedCertificatesExpire',
  when: 'CertificateRenewed',
  reads: {},
  follows: ({ certificateId, validUntil }) => [expiry(certificateId, validUntil)],
})

/** A new role is told the training it asks for; with a hire, also what every new hire has to do. */
export const aNewRoleIsToldItsTraining = policy({
  name: 'aNewRoleIsToldItsTraining',
  when: 'RoleAssigned',
  reads: {},
  follows: ({ at, learnerId, role, segment, occasion }) => [
    intent(commands.SuggestTraining, {
      at,
      learnerId,
      cause: occasion === 'hired' ? 'hired' : 'roleAssigned',
      segment,
      roles: [role],
    }),
  ],
})
