import type { DeliveryEvent } from '../delivery/events.ts'
import { type DataOf, intent, policies, type StateOf } from '../kernel/index.ts'
import { needsCommands } from '../needs/commands.ts'
import type { NeedsEvent } from '../needs/events.ts'
import { dayIn, daysAfter, derivedId, monthsAfter } from '../vocabulary/index.ts'
import { certificateOfVersion, certificatesOfCompletion, competenciesOfVersion } from './certificate/state.ts'
import { credentialCommands as commands } from './commands.ts'
import { assessmentIdOf, assessmentsOfCompletion } from './competence-shown.ts'
import type { CredentialEvent } from './events.ts'
import { credentialSettings } from './settings.ts'

const policy = policies<CredentialEvent | DeliveryEvent | NeedsEvent>()

type Completion = Pick<
  DataOf<DeliveryEvent, 'EnrolmentCompleted'>,
  'at' | 'offeringId' | 'learnerId' | 'courseId' | 'courseVersion'
> & { readonly completedAt: string }

const certified = (
  { at, completedAt, offeringId, learnerId, courseId, courseVersion }: Completion,
  { months: of }: { readonly months: Readonly<Record<string, number | null>> },
  zone: string,
) => {
  const months = of[courseVersion]
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
      validFrom: completedAt,
      ...(months === null ? {} : { validUntil: monthsAfter(completedAt, months, zone) }),
      awardedDate: dayIn(completedAt, zone),
      basis: 'completion',
      serial: certificateId,
    }),
  ]
}

/** Who completes a course version that grants a certificate is given one, valid from that moment. */
export const whoCompletesIsCertified = policy({
  name: 'whoCompletesIsCertified',
  when: 'EnrolmentCompleted',
  reads: { certificateOfVersion },
  settings: credentialSettings,
  react: (completed, { certificateOfVersion }, { zone }) =>
    certified({ ...completed, completedAt: completed.at }, certificateOfVersion, zone),
})

/** Who a correction shows to have completed it after all is given theirs, valid from when they had, if they never were. */
export const whoHadCompletedIsCertified = policy({
  name: 'whoHadCompletedIsCertified',
  when: 'CompletionReassessed',
  reads: { certificateOfVersion, certificatesOfCompletion },
  settings: credentialSettings,
  react: (reassessed, { certificateOfVersion, certificatesOfCompletion: { certificateIds } }, { zone }) =>
    reassessed.to === 'completed' && certificateIds.length === 0
      ? certified(
          { ...reassessed, completedAt: reassessed.endedAt ?? reassessed.closedAt },
          certificateOfVersion,
          zone,
        )
      : [],
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
  react: ({ at, certificateId, validUntil }, _, { renewalWindowDays, zone }) =>
    validUntil === undefined ? [] : [reminder(at, certificateId, validUntil, renewalWindowDays, zone)],
})

/** Whoever renewed is told again before the new end. */
export const renewersAreRemindedAgain = policy({
  name: 'renewersAreRemindedAgain',
  when: 'CertificateRenewed',
  reads: {},
  settings: credentialSettings,
  react: ({ at, certificateId, validUntil }, _, { renewalWindowDays, zone }) => [
    reminder(at, certificateId, validUntil, renewalWindowDays, zone),
  ],
})

const assessed = (
  { at, completedAt, offeringId, learnerId, courseVersion }: Completion,
  { granted }: StateOf<typeof competenciesOfVersion>,
  zone: string,
) =>
  (granted[courseVersion] ?? []).map(({ frameworkId, competency, level, validityMonths }) =>
    intent(needsCommands.AssessCompetency, {
      at,
      learnerId,
      frameworkId,
      competencyAssessmentId: assessmentIdOf({ offeringId, learnerId, frameworkId, competency }),
      competency,
      level,
      source: 'test',
      assessedAt: completedAt,
      ...(validityMonths === undefined ? {} : { validUntil: monthsAfter(completedAt, validityMonths, zone) }),
      offeringId,
    }),
  )

/** Who completes a course version that grants competencies is assessed at their levels: `test` is the source. */
export const whoCompletesIsAssessed = policy({
  name: 'whoCompletesIsAssessed',
  when: 'EnrolmentCompleted',
  reads: { competenciesOfVersion },
  settings: credentialSettings,
  react: (completed, { competenciesOfVersion }, { zone }) =>
    assessed({ ...completed, completedAt: completed.at }, competenciesOfVersion, zone),
})

/** The same for who a correction shows to have completed it after all. */
export const whoHadCompletedIsAssessed = policy({
  name: 'whoHadCompletedIsAssessed',
  when: 'CompletionReassessed',
  reads: { competenciesOfVersion },
  settings: credentialSettings,
  react: (reassessed, { competenciesOfVersion }, { zone }) =>
    reassessed.to === 'completed'
      ? assessed(
          { ...reassessed, completedAt: reassessed.endedAt ?? reassessed.closedAt },
          competenciesOfVersion,
          zone,
        )
      : [],
})

/** Where it turns out to be no completion, what it showed was not shown; what others said of them stands. */
export const aReassessedCompletionWithdrawsWhatItShowed = policy({
  name: 'aReassessedCompletionWithdrawsWhatItShowed',
  when: 'CompletionReassessed',
  reads: { assessmentsOfCompletion },
  react: ({ at, learnerId, to }, { assessmentsOfCompletion: { assessmentIds } }) =>
    to === 'completed'
      ? []
      : assessmentIds.map((competencyAssessmentId) =>
          intent(needsCommands.WithdrawAssessment, {
            at,
            learnerId,
            competencyAssessmentId,
            reason: 'completionReassessed',
          }),
        ),
})

/** A completion that is judged anew and is none flags what was issued for it: somebody decides, nothing is revoked by itself. */
export const aReassessedCompletionFlagsItsCertificates = policy({
  name: 'aReassessedCompletionFlagsItsCertificates',
  when: 'CompletionReassessed',
  reads: { certificatesOfCompletion },
  react: ({ at, offeringId, to }, { certificatesOfCompletion: { certificateIds } }) =>
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
  react: ({ certificateId, validUntil }) =>
    validUntil === undefined ? [] : [expiry(certificateId, validUntil)],
})

/** A renewed certificate expires when its new validity ends. */
export const renewedCertificatesExpire = policy({
  name: 'renewedCertificatesExpire',
  when: 'CertificateRenewed',
  reads: {},
  react: ({ certificateId, validUntil }) => [expiry(certificateId, validUntil)],
})

/** A new role is told the training it asks for; with a hire, also what every new hire has to do. */
export const aNewRoleIsToldItsTraining = policy({
  name: 'aNewRoleIsToldItsTraining',
  when: 'RoleAssigned',
  reads: {},
  react: ({ at, learnerId, role, segment, occasion }) => [
    intent(commands.SuggestTraining, {
      at,
      learnerId,
      cause: occasion === 'hired' ? 'hired' : 'roleAssigned',
      segment,
      roles: [role],
    }),
  ],
})
