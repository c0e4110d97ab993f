import { defineRejections, payload } from '../kernel/index.ts'
import type { Segment } from '../vocabulary/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const needsRejections = defineRejections({
  DuplicateCode: payload<{ readonly what: 'scale' | 'competency'; readonly taken: string }>(),
  /** `levels`: those there are. */
  LevelOffScale: payload<{
    readonly competency: string
    readonly level: number
    readonly levels: readonly number[]
  }>(),
  /** From the competency back to itself, each part of the next. */
  CompetencyTreeCycle: payload<{ readonly path: readonly string[] }>(),
  /** `roles`: those that ask for it; `parts`: the competencies in force that are part of it. */
  CompetencyInUse: payload<{
    readonly competency: string
    readonly roles: readonly string[]
    readonly parts: readonly string[]
  }>(),
  /** That version is published already. */
  VersionImmutable: payload<{ readonly frameworkId: string; readonly version: number }>(),
  VersionOutOfOrder: payload<{ readonly version: number; readonly next: number }>(),
  AssessmentInFuture: payload<{ readonly assessedAt: string; readonly at: string }>(),
  /** Nobody is named whose word it is. */
  AssessorMissing: payload<{ readonly source: string }>(),
  SelfAsSupervisor: payload<{ readonly learnerId: string }>(),
  ValidityInverted: payload<{ readonly validFrom: string; readonly validUntil: string }>(),
  /** `evidenceIds`: those named that nobody recorded in this assessment; none when none were named. */
  EvidenceMissing: payload<{ readonly needId: string; readonly evidenceIds: readonly string[] }>(),
  /** An interview is evidence when it is said in which role somebody was asked. */
  IntervieweeRoleMissing: payload<{ readonly evidenceId: string }>(),
  SegmentOutOfScope: payload<{ readonly segment: Segment }>(),
  /** `sum`: of the weights, in basis points; it must be 10,000. */
  WeightsNotNormalized: payload<{ readonly sum: number }>(),
  /** Nobody who knows the subject stands behind the order. */
  ConfirmationMissing: payload<{ readonly method: string }>(),
  RatingOffScale: payload<{
    readonly needId: string
    readonly rating: number
    readonly min: number
    readonly max: number
  }>(),
  /** The factors that count and on which this need was not rated. */
  FactorsMissing: payload<{ readonly needId: string; readonly factors: readonly string[] }>(),
  NeedUnprioritized: payload<{ readonly needIds: readonly string[] }>(),
  NeedNotTrainable: payload<{ readonly needId: string; readonly cause: string }>(),
  /** It cannot have been missed yet. */
  LiaisonReviewNotDue: payload<{ readonly dueAt: string }>(),
  ReportAlreadyPublished: payload<{ readonly assessmentId: string; readonly publishedAt: string }>(),
})
