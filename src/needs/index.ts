/** Needs: what roles ask for, what people can do, evidence, needs, and the annual report. */
import { type DecisionsOn, defineModule, type Module } from '../kernel/index.ts'
import * as assessment from './assessment/decisions.ts'
import { needEvidence, needsAssessment, trainingNeed } from './assessment/state.ts'
import type { needsCommands } from './commands.ts'
import { type NeedsEvent, needsEvents } from './events.ts'
import * as framework from './framework/decisions.ts'
import { competencyFramework, publishedFramework } from './framework/state.ts'
import * as liaison from './liaison/decisions.ts'
import { liaisonReview } from './liaison/state.ts'
import { needsPermissions } from './permissions.ts'
import * as policy from './policies.ts'
import * as record from './record/decisions.ts'
import { competenceRecord } from './record/state.ts'
import { needsRejections } from './rejections.ts'
import { needsSettings } from './settings.ts'

export { frozenNeedsReport } from './assessment/report.ts'
export type { AnalysisLevel, Cause, NeedsFigures } from './assessment/shapes.ts'
export * from './assessment/state.ts'
export { needsCommands } from './commands.ts'
export { type NeedsEvent, needsEvents } from './events.ts'
export type { Alignment, Requirement } from './framework/shapes.ts'
export {
  type CompetencyFrameworkState,
  competencyFramework,
  type FrameworkCompetency,
  type PublishedFrameworkState,
  publishedFramework,
  type RoleProfile,
} from './framework/state.ts'
export { type LiaisonReview, type LiaisonReviewState, liaisonReview } from './liaison/state.ts'
export {
  type Assessment,
  type CurrentLevel,
  currentLevelOf,
  sourcePrecedence,
} from './record/current-level.ts'
export type { AssessmentSource } from './record/shapes.ts'
export {
  type CompetenceRecordState,
  competenceRecord,
  type HeldRole,
  type RecordedAssessment,
} from './record/state.ts'
export { needsRejections } from './rejections.ts'
export { needsSettings } from './settings.ts'

/** Needs assessment: role profiles, evidence, causes, priorities, the frozen annual report, liaison reviews (培训需求). */
export const needs: Module<
  'needs',
  typeof needsEvents,
  DecisionsOn<typeof needsCommands, typeof needsRejections, NeedsEvent>,
  typeof needsSettings,
  never
> = defineModule({
  name: 'needs',
  events: needsEvents,
  decisions: [
    framework.defineScale,
    framework.defineCompetency,
    framework.reviseCompetency,
    framework.setRoleProfile,
    framework.retireCompetency,
    framework.publishFramework,
    record.assignRole,
    record.endRole,
    record.assessCompetency,
    record.withdrawAssessment,
    record.stateAspiration,
    assessment.openNeedsAssessment,
    assessment.recordNeedEvidence,
    assessment.identifyNeed,
    assessment.prioritizeNeeds,
    assessment.dismissNeed,
    assessment.publishNeedsReport,
    assessment.restateNeedsReport,
    assessment.closeNeedsAssessment,
    liaison.scheduleLiaisonReview,
    liaison.rescheduleLiaisonReview,
    liaison.holdLiaisonReview,
    liaison.missLiaisonReview,
    liaison.cancelLiaisonReview,
  ],
  policies: [
    policy.aTalkNobodyHoldsIsMissed,
    policy.aMovedTalkNobodyHoldsIsMissed,
    policy.afterATalkTheNextIsPlanned,
    policy.aMissedTalkIsFollowedByTheNext,
    policy.whatIsHeardInATalkIsEvidence,
  ],
  projections: [
    competencyFramework,
    publishedFramework,
    competenceRecord,
    needsAssessment,
    needEvidence,
    trainingNeed,
    liaisonReview,
  ],
  rejections: needsRejections,
  settings: needsSettings,
  permissions: needsPermissions,
})
