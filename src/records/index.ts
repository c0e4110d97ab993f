/** The records of each subject of the library: one projection and one state type each. */

export { type CampaignRecord, campaignRecord } from './campaign/record.ts'
export { type CertificateRecord, type CertificateRecords, certificateRecord } from './certificate/record.ts'
export { type CaseRecord, type CourseRecord, type CourseRecords, courseRecord } from './course/record.ts'
export {
  type EnrolmentRecord,
  type EnrolmentRecords,
  enrolmentRecord,
  type StatusReached,
} from './enrolment/record.ts'
export { type RewardLine, type RewardRecord, rewardRecord } from './learner/rewards.ts'
export { type LiaisonRecord, liaisonRecord } from './liaison/record.ts'
export { type GapHeatmapState, gapHeatmap, type LearnerLevels, type SeenAssessment } from './needs/levels.ts'
export {
  type NeedsRecord,
  type NeedsRecords,
  needsRecord,
  type SeenEvidence,
  type SeenNeed,
} from './needs/record.ts'
export type { SessionRecord } from './offering/calendar.ts'
export {
  type IncidentRecord,
  type InteractionsSeen,
  type OfferingRecord,
  type OfferingRecords,
  offeringRecord,
  type TaskRecord,
} from './offering/record.ts'
export { type CommitmentRecord, commitmentRecord } from './plan/commitment.ts'
export {
  type MoneyAsked,
  type PlanLineRecord,
  type PlanRecord,
  type PlanRecords,
  planRecord,
} from './plan/record.ts'
export {
  type MilestoneOccurrence,
  type ProgramRecord,
  type ProgramRecords,
  programRecord,
} from './program/record.ts'
export { type PaymentRecord, type PaymentRecords, paymentRecord } from './resource/payments.ts'
export {
  type AgreedTerms,
  type RatingSums,
  type ResourceRecord,
  type ResourceRecords,
  resourceRecord,
} from './resource/record.ts'
export {
  type AskedAbout,
  type AskedQuestions,
  type GivenResponse,
  type KirkpatrickState,
  kirkpatrick,
  kirkpatrickOfAdministration,
  kirkpatrickOfOffering,
  type MeasuredOutcome,
  type PricedBenefit,
} from './study/evidence.ts'
export {
  type FindingRecord,
  type FollowUpRecord,
  type StudyRecord,
  type StudyRecords,
  studyRecord,
} from './study/record.ts'
export { type DepartmentTask, type DepartmentTasks, departmentTaskRecord } from './tasks/record.ts'
