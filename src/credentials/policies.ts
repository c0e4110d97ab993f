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

/** The end of what they held of the course before, where that ends so soon that completing it again renews it. */
const endRenewed = (
  { completedAt, courseId }: Completion,
  { certificates }: StateOf<typeof learnerRecord>,
  keepsEndWithinDays: number | undefined,
  zone: string,
): string | undefined => {
  if (keepsEndWithinDays === undefined) return undefined
  const latest = daysAfter(completedAt, keepsEndWithinDays, zone)
  return Object.values(certificates)
    .filter(
      ({ courseId: of, lostAt = '9999', validities: [award] }) =>
        of === courseId && lostAt > completedAt && (award?.from ?? '9999') < completedAt,
    )
    .map(({ validities }) => validities.findLast(({ renewedAt = '' }) => renewedAt <= completedAt)?.until)
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

/** The certificate of a completion, where its version grants one. */
const awardFor = (
  completion: Completion,
  { granted }: StateOf<typeof certificateOfVersion>,
  held: StateOf<typeof learnerRecord>,
  zone: string,
) => {
  const { at, completedAt, offeringId, learnerId, courseVersion } = completion
  const grant = granted[courseVersion]
  if (grant === undefined) return undefined
  const certificateId = derivedId(offeringId, learnerId)
  const validUntil = endOf(
    endRenewed(completion, held, grant.keepsEndWithinDays, zone) ?? completedAt,
    grant,
    zone,
  )
  return {
    ...{ at, certificateId, validFrom: completedAt },
    ...given({ validUntil }),
    awardedDate: dayIn(completedAt, zone),
  }
}

const issued = (completion: Completion, award: ReturnType<typeof awardFor>) => {
  if (award === undefined) return []
  const { learnerId, courseId, courseVersion, offeringId } = completion
  return [
    intent(commands.IssueCertificate, {
      ...{ ...award, learnerId, courseId, courseVersion, offeringId },
      ...{ basis: 'completion', serial: award.certificateId },
    }),
  ]
}

/** A learner who completes a course version that grants a certificate is given one, valid from that moment. */
export const whoCompletesIsCertified = policy({
  name: 'whoCompletesIsCertified',
  when: 'EnrolmentCompleted',
  reads: { certificateOfVersion, learnerRecord },
  settings: credentialSettings,
  react: (completed, { certificateOfVersion, learnerRecord }, { zone }) => {
    const completion = { ...completed, completedAt: completed.at }
    return issued(completion, awardFor(completion, certificateOfVersion, learnerRecord, zone))
  },
})

type Reassessed = DataOf<DeliveryEvent, 'CompletionReassessed'>
const cause = 'completionReassessed'
const completionOf = (reassessed: Reassessed) => ({
  ...reassessed,
  completedAt: reassessed.endedAt ?? reassessed.closedAt,
})

/**
 * A learner who completed it after all, as a correction shows, is given theirs, valid from when they had, if they never were.
 * A certificate they hold of it is dated as the completion is, and no longer in doubt for it.
 */
export const whoHadCompletedIsCertified = policy({
  name: 'whoHadCompletedIsCertified',
  when: 'CompletionReassessed',
  reads: { certificateOfVersion, certificatesOfCompletion, learnerRecord },
  settings: credentialSettings,
  react: (reassessed, { certificateOfVersion, certificatesOfCompletion, learnerRecord }, { zone }) => {
    const { at, from, to } = reassessed
    if (to !== 'completed') return []
    const completion = completionOf(reassessed)
    const award = awardFor(completion, certificateOfVersion, learnerRecord, zone)
    const { certificateIds } = certificatesOfCompletion
    if (certificateIds.length === 0) return from === 'completed' ? [] : issued(completion, award)
    if (award === undefined || !certificateIds.includes(award.certificateId)) return []
    const { certificateId } = award
    return [
      ...(from === 'completed'
        ? []
        : [intent(commands.ClearCertificateFlag, { at, certificateId, reason: cause, flaggedFor: cause })]),
      intent(commands.CorrectCertificate, { ...award, reason: cause }),
    ]
  },
})

/** Where an award is put right, later ones that keep its end follow it. */
export const keptEndsFollowACorrectedAward = policy({
  name: 'keptEndsFollowACorrectedAward',
  when: 'CertificateCorrected',
  reads: { certificateOfVersion, learnerRecord },
  settings: credentialSettings,
  react: ({ at, certificateId: corrected, learnerId, courseId }, known, { zone }) => {
    const { completions, certificates } = known.learnerRecord
    return Object.entries(completions).flatMap(
      ([offeringId, { courseVersion, at: completedAt, ...done }]) => {
        const certificateId = derivedId(offeringId, learnerId)
        const held = certificates[certificateId]
        const keeps = known.certificateOfVersion.granted[courseVersion]?.keepsEndWithinDays !== undefined
        if (!keeps || done.courseId !== courseId || held === undefined || certificateId === corrected)
          return []
        if (held.status === 'revoked' || completedAt <= (certificates[corrected]?.validities[0]?.from ?? ''))
          return []
        const completion = { at, completedAt, offeringId, learnerId, courseId, courseVersion } as Completion
        const award = awardFor(completion, known.certificateOfVersion, known.learnerRecord, zone)
        return award === undefined
          ? []
          : [intent(commands.CorrectCertificate, { ...award, reason: 'awardBeforeCorrected' })]
      },
    )
  },
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

/** A holder whose award was put right is told again before that end. */
export const holdersAreRemindedOfTheCorrectedEnd = policy({
  name: 'holdersAreRemindedOfTheCorrectedEnd',
  when: 'CertificateCorrected',
  reads: {},
  settings: credentialSettings,
  react: (corrected, _, { renewalWindowDays, zone }) => {
    const { at, validUntil } = corrected
    return validUntil === undefined || validUntil <= at
      ? []
      : [reminder(corrected, validUntil, renewalWindowDays, zone)]
  },
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

/** The same for who a correction shows to have completed it after all; what was shown on another day is said again of that day. */
export const whoHadCompletedIsAssessed = policy({
  name: 'whoHadCompletedIsAssessed',
  when: 'CompletionReassessed',
  reads: { competenciesOfVersion, assessmentsOfCompletion },
  settings: credentialSettings,
  react: (reassessed, { competenciesOfVersion, assessmentsOfCompletion: { assessedAt } }, { zone }) => {
    const { at, learnerId, from, to } = reassessed
    if (to !== 'completed') return []
    const shown = assessed(completionOf(reassessed), competenciesOfVersion, zone)
    if (from !== 'completed') return shown
    return shown.flatMap((again) => {
      const { competencyAssessmentId } = again.data
      const before = assessedAt[competencyAssessmentId]
      const withdraw = { at, learnerId, competencyAssessmentId, reason: cause }
      return before === undefined || before === again.data.assessedAt
        ? []
        : [intent(needsCommands.WithdrawAssessment, withdraw), again]
    })
  },
})

/** Where it turns out to be no completion, what it showed was not shown; what others said of them stands. */
export const aReassessedCompletionWithdrawsWhatItShowed = policy({
  name: 'aReassessedCompletionWithdrawsWhatItShowed',
  when: 'CompletionReassessed',
  reads: { assessmentsOfCompletion },
  react: ({ at, learnerId, from, to }, { assessmentsOfCompletion: { assessedAt } }) =>
    to === 'completed' || from !== 'completed'
      ? []
      : Object.keys(assessedAt).map((competencyAssessmentId) =>
          intent(needsCommands.WithdrawAssessment, { at, learnerId, competencyAssessmentId, reason: cause }),
        ),
})

/** A completion that is judged anew and is none flags what was issued for it: somebody decides, nothing is revoked by itself. */
export const aReassessedCompletionFlagsItsCertificates = policy({
  name: 'aReassessedCompletionFlagsItsCertificates',
  when: 'CompletionReassessed',
  reads: { certificatesOfCompletion },
  react: ({ at, offeringId, from, to }, { certificatesOfCompletion: { certificateIds } }) =>
    to === 'completed' || from !== 'completed'
      ? []
      : certificateIds.map((certificateId) =>
          intent(commands.FlagCertificate, { at, certificateId, cause, offeringId }),
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

/** A certificate whose award was put right expires when that validity ends. */
export const correctedCertificatesExpire = policy({
  name: 'correctedCertificatesExpire',
  when: 'CertificateCorrected',
  reads: {},
  react: ({ at, certificateId, validUntil }) =>
    validUntil === undefined || validUntil <= at ? [] : [expiry(certificateId, validUntil)],
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
