import type { Grants } from '../catalog/events.ts'
import type { DeliveryEvent } from '../delivery/events.ts'
import { type DataOf, intent, policies, type StateOf } from '../kernel/index.ts'
import { needsCommands } from '../needs/commands.ts'
import type { NeedsEvent } from '../needs/events.ts'
import {
  dayIn,
  dayOfYearFrom,
  daysAfter,
  daysLater,
  derivedId,
  given,
  laterOf,
  monthsAfter,
  startOfDay,
} from '../vocabulary/index.ts'
import { certificateOfVersion, certificatesOfCompletion, competenciesOfVersion } from './certificate/state.ts'
import { credentialCommands as commands } from './commands.ts'
import { assessmentIdOf, assessmentsOfCompletion } from './competence-shown.ts'
import type { CredentialEvent } from './events.ts'
import { learnerRecord } from './learner-record.ts'
import { credentialSettings } from './settings.ts'

const policy = policies<CredentialEvent | DeliveryEvent | NeedsEvent>()

type Completion = Pick<
  DataOf<DeliveryEvent, 'EnrolmentCompleted'>,
  'at' | 'offeringId' | 'learnerId' | 'courseId' | 'courseVersion'
> & { readonly completedAt: string }

/** The end of what they hold of the course, where that ends so soon that completing it again renews it. */
const endRenewed = (
  { completedAt, courseId, offeringId, learnerId }: Completion,
  { certificates }: StateOf<typeof learnerRecord>,
  keepsEndWithinDays: number | undefined,
  zone: string,
): string | undefined => {
  if (keepsEndWithinDays === undefined) return undefined
  const latest = daysAfter(completedAt, keepsEndWithinDays, zone)
  return Object.entries(certificates)
    .filter(
      ([id, held]) =>
        held.courseId === courseId && held.status === 'valid' && id !== derivedId(offeringId, learnerId),
    )
    .map(([, { validities }]) => validities.at(-1)?.until)
    .filter((until) => until !== undefined && until >= completedAt && until <= latest)
    .sort()
    .at(-1)
}

/** So many months from an instant, and on to the last moment of a day of the year where one is said; nothing is for good. */
const endOf = (
  from: string,
  { validityMonths, validUntilDayOfYear: lastDay }: NonNullable<Grants['certificate']>,
  zone: string,
): string | undefined => {
  const end = validityMonths === undefined ? undefined : monthsAfter(from, validityMonths, zone)
  if (lastDay === undefined) return end
  return startOfDay(daysLater(dayOfYearFrom(dayIn(end ?? from, zone), lastDay), 1), zone)
}

const certified = (
  completion: Completion,
  { granted }: StateOf<typeof certificateOfVersion>,
  held: StateOf<typeof learnerRecord>,
  zone: string,
) => {
  const { at, completedAt, offeringId, learnerId, courseId, courseVersion } = completion
  const grant = granted[courseVersion]
  if (grant === undefined) return []
  const certificateId = derivedId(offeringId, learnerId)
  const validUntil = endOf(
    endRenewed(completion, held, grant.keepsEndWithinDays, zone) ?? completedAt,
    grant,
    zone,
  )
  return [
    intent(commands.IssueCertificate, {
      at,
      certificateId,
      learnerId,
      courseId,
      courseVersion,
      offeringId,
      validFrom: completedAt,
      ...given({ validUntil }),
      awardedDate: dayIn(completedAt, zone),
      basis: 'completion',
      serial: certificateId,
    }),
  ]
}

/** A learner who completes a course version that grants a certificate is given one, valid from that moment. */
export const whoCompletesIsCertified = policy({
  name: 'whoCompletesIsCertified',
  when: 'EnrolmentCompleted',
  reads: { certificateOfVersion, learnerRecord },
  settings: credentialSettings,
  react: (completed, { certificateOfVersion, learnerRecord }, { zone }) =>
    certified({ ...completed, completedAt: completed.at }, certificateOfVersion, learnerRecord, zone),
})

/** A learner who completed it after all, as a correction shows, is given theirs, valid from when they had, if they never were. */
export const whoHadCompletedIsCertified = policy({
  name: 'whoHadCompletedIsCertified',
  when: 'CompletionReassessed',
  reads: { certificateOfVersion, certificatesOfCompletion, learnerRecord },
  settings: credentialSettings,
  react: (reassessed, { certificateOfVersion, certificatesOfCompletion, learnerRecord }, { zone }) =>
    reassessed.to === 'completed' && certificatesOfCompletion.certificateIds.length === 0
      ? certified(
          { ...reassessed, completedAt: reassessed.endedAt ?? reassessed.closedAt },
          certificateOfVersion,
          learnerRecord,
          zone,
        )
      : [],
})

/** Renewing opens so many days before the end; of a shorter validity, at once. */
const reminder = (
  { at, ...held }: { at: string; certificateId: string; learnerId: string; courseId: string },
  validUntil: string,
  days: number,
  zone: string,
) => {
  const dueAt = laterOf(at, daysAfter(validUntil, -days, zone))
  const { certificateId, learnerId, courseId } = held
  const data = { at: dueAt, certificateId, learnerId, courseId, validUntil }
  return { dueAt, command: intent(commands.SendRenewalReminder, data) }
}

/** The holder of a certificate that ends is told when renewal opens. */
export const holdersAreRemindedToRenew = policy({
  name: 'holdersAreRemindedToRenew',
  when: 'CertificateIssued',
  reads: {},
  settings: credentialSettings,
  react: (issued, _, { renewalWindowDays, zone }) =>
    issued.validUntil === undefined ? [] : [reminder(issued, issued.validUntil, renewalWindowDays, zone)],
})

/** A holder who renewed is told again before the new end. */
export const renewersAreRemindedAgain = policy({
  name: 'renewersAreRemindedAgain',
  when: 'CertificateRenewed',
  reads: {},
  settings: credentialSettings,
  react: (renewed, _, { renewalWindowDays, zone }) => [
    reminder(renewed, renewed.validUntil, renewalWindowDays, zone),
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
      ...given({
        validUntil: validityMonths === undefined ? undefined : monthsAfter(completedAt, validityMonths, zone),
      }),
      offeringId,
    }),
  )

/** A learner who completes a course version that grants competencies is assessed at their levels: `test` is the source. */
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
