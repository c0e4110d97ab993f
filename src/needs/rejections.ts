import { carrying, defineRejections } from '../kernel/index.ts'
import type { Segment } from '../vocabulary/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const needsRejections = defineRejections({
  DuplicateCode: carrying<{ readonly what: 'scale' | 'competency'; readonly taken: string }>(),
  /** `levels`: those there are. */
  LevelOffScale: carrying<{
    readonly competency: string
    readonly level: number
    readonly levels: readonly number[]
  }>(),
  /** From the competency back to itself, each part of the next. */
  CompetencyTreeCycle: carrying<{ readonly path: readonly string[] }>(),
  /** `roles`: those that ask for it; `parts`: the competencies in force that are part of it. */
  CompetencyInUse: carrying<{
    readonly competency: string
    readonly roles: readonly string[]
    readonly parts: readonly string[]
  }>(),
  /** That version is published already. */
  VersionImmutable: carrying<{ readonly frameworkId: string; readonly version: number }>(),
  VersionOutOfOrder: carrying<{ readonly version: number; readonly next: number }>(),
  AssessmentInFuture: carrying<{ readonly assessedAt: string; readonly at: string }>(),
  /** Nobody is named whose word it is. */
  AssessorMissing: carrying<{ readonly source: string }>(),
  SelfAsSupervisor: carrying<{ readonly learnerId: string }>(),
  ValidityInverted: carrying<{ readonly validFrom: string; readonly validUntil: string }>(),
  /** `evidenceIds`: those named that nobody recorded in this assessment; none when none were named. */
  EvidenceMissing: carrying<{ readonly needId: string; readonly evidenceIds: readonly string[] }>(),
  /** An interview is evidence when it is said in which role somebody was asked. */
  IntervieweeRoleMissing: carrying<{ readonly evidenceId: string }>(),
  SegmentOutOfScope: carrying<{ readonly segment: Segment }>(),
  /** `sum`: of the weights, in basis points; it must be 10,000. */
  WeightsNotNormalized: carrying<{ readonly sum: number }>(),
  /** Nobody who knows the subject stands behind the order. */
  ConfirmationMissing: carrying<{ readonly method: string }>(),
  RatingOffScale: carrying<{
    readonly needId: string
    readonly rating: number
    readonly min: number
    readonly max: number
  }>(),
  /** The factors that count and on which this need was not rated. */
  FactorsMissing: carrying<{ readonly needId: string; readonly factors: readonly string[] }>(),
  NeedUnprioritized: carrying<{ readonly needIds: readonly string[] }>(),
  NeedNotTrainable: carrying<{ readonly needId: string; readonly cause: string }>(),
  /** It cannot have been missed yet. */
  LiaisonReviewNotDue: carrying<{ readonly dueAt: string }>(),
  ReportAlreadyPublished: carrying<{ readonly assessmentId: string; readonly publishedAt: string }>(),
})
