/** Credentials: certificates with their ground and validity, and requirements. */
import type { DeliveryEvent } from '../delivery/events.ts'
import { type DecisionsOn, defineModule, type Module } from '../kernel/index.ts'
import { zone } from '../vocabulary/index.ts'
import * as decide from './certificate/decisions.ts'
import type { credentialCommands } from './commands.ts'
import { type CredentialEvent, credentialEvents } from './events.ts'
import * as history from './history/decisions.ts'
import { credentialPermissions } from './permissions.ts'
import * as policy from './policies.ts'
import { credentialRejections } from './rejections.ts'
import * as requiring from './requirement/decisions.ts'
import { credentialSettings } from './settings.ts'

export * from './certificate/state.ts'
export { credentialCommands } from './commands.ts'
export { assessmentsOfCompletion } from './competence-shown.ts'
export { type CredentialEvent, credentialEvents } from './events.ts'
export type { HistoryRow } from './history/rows.ts'
export { type AttemptsOfLearner, attemptsOfLearner } from './history/state.ts'
export {
  type CompletedAttempt,
  type HeldCertificate,
  type LearnerRecordState,
  learnerRecord,
} from './learner-record.ts'
export { credentialRejections } from './rejections.ts'
export {
  type ObligationQuestion,
  type ObligationStanding,
  obligationOf,
  obligations,
  type TrainingObligation,
} from './requirement/obligations.ts'
export { type PromotionEligibility, promotionEligibility } from './requirement/promotion.ts'
export {
  obligationWaiver,
  type RequirementState,
  requirement,
  requirementsInForce,
  type TermsFrom,
  trainingSuggested,
} from './requirement/state.ts'
export {
  type Audience,
  audience,
  type Recurrence,
  recurrence,
  type Terms,
  type Trigger,
  trigger,
} from './requirement/terms.ts'
export { credentialSettings } from './settings.ts'

/** Certificates, requirements and who is obliged, competencies that a course grants (证书与合规). */
export const credentials: Module<
  'credentials',
  typeof credentialEvents,
  DecisionsOn<typeof credentialCommands, typeof credentialRejections, CredentialEvent | DeliveryEvent>,
  typeof credentialSettings,
  'needs' | 'catalog' | 'delivery'
> = defineModule({
  name: 'credentials',
  dependsOn: ['needs', 'catalog', 'delivery'],
  events: credentialEvents,
  decisions: [
    decide.issueCertificate,
    decide.renewCertificate,
    decide.correctCertificate,
    decide.suspendCertificate,
    decide.reinstateCertificate,
    decide.revokeCertificate,
    decide.expireCertificate,
    decide.flagCertificate,
    decide.clearCertificateFlag,
    decide.sendRenewalReminder,
    requiring.establishRequirement,
    requiring.amendRequirement,
    requiring.withdrawRequirement,
    requiring.waiveObligation,
    requiring.restoreObligation,
    requiring.suggestTraining,
    history.importHistory,
  ],
  policies: [
    policy.whoCompletesIsCertified,
    policy.whoHadCompletedIsCertified,
    policy.whoCompletesIsAssessed,
    policy.whoHadCompletedIsAssessed,
    policy.certificatesExpire,
    policy.correctedCertificatesExpire,
    policy.renewedCertificatesExpire,
    policy.holdersAreRemindedToRenew,
    policy.keptEndsFollowACorrectedAward,
    policy.holdersAreRemindedOfTheCorrectedEnd,
    policy.renewersAreRemindedAgain,
    policy.aReassessedCompletionFlagsItsCertificates,
    policy.aReassessedCompletionWithdrawsWhatItShowed,
    policy.aNewRoleIsToldItsTraining,
  ],
  rejections: credentialRejections,
  permissions: credentialPermissions,
  settings: credentialSettings,
  settingFields: { zone },
})
