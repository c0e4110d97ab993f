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
  DuplicateCase: payload<{ readonly caseId: string }>(),
})
