import { defineRejections, payload } from '../kernel/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const catalogRejections = defineRejections({
  /** That version is published already. */
  VersionImmutable: payload<{ readonly courseId: string; readonly version: number }>(),
  VersionOutOfOrder: payload<{ readonly version: number; readonly next: number }>(),
  DurationMismatch: payload<{ readonly modules: number; readonly total: number }>(),
  CompletionRuleInvalid: payload<{ readonly because: 'countAboveCriteria' | 'criterionTwice' }>(),
  /** From the course back to itself, each asking for the next. */
  PrerequisiteCycle: payload<{ readonly path: readonly string[] }>(),
  /** Of so many courses, more are asked for. */
  AlternativesTooFew: payload<{ readonly atLeast: number; readonly of: readonly string[] }>(),
  /** A course counts as itself anyway. */
  CourseCountsAsItself: payload<{ readonly courseId: string }>(),
  /** It counts as that course already on some of these days. */
  EquivalenceOverlaps: payload<{ readonly from: string; readonly until?: string }>(),
  ValidityInverted: payload<{ readonly validFrom: string; readonly validUntil: string }>(),
  /** The course that replaces it is itself retired. */
  SuccessorRetired: payload<{ readonly successorId: string }>(),
  DuplicateCase: payload<{ readonly caseId: string }>(),
})
