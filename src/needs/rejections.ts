import { carrying, defineRejections } from '../kernel/index.ts'
import type { Segment } from '../vocabulary/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const needsRejections = defineRejections({
  /** `evidenceIds`: those named that nobody recorded in this assessment; none when none were named. */
  EvidenceMissing: carrying<{ readonly needId: string; readonly evidenceIds: readonly string[] }>(),
  SegmentOutOfScope: carrying<{ readonly segment: Segment }>(),
  /** `sum`: of the weights, in basis points; it must be 10,000. */
  WeightsNotNormalized: carrying<{ readonly sum: number }>(),
  /** The factors that count and on which this need was not rated. */
  FactorsMissing: carrying<{ readonly needId: string; readonly factors: readonly string[] }>(),
  NeedUnprioritized: carrying<{ readonly needIds: readonly string[] }>(),
  NeedNotTrainable: carrying<{ readonly needId: string; readonly cause: string }>(),
  ReportAlreadyPublished: carrying<{ readonly assessmentId: string; readonly publishedAt: string }>(),
})
