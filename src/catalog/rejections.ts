import { carrying, defineRejections } from '../kernel/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const catalogRejections = defineRejections({
  /** That version is published already. */
  VersionImmutable: carrying<{ readonly courseId: string; readonly version: number }>(),
  VersionOutOfOrder: carrying<{ readonly version: number; readonly next: number }>(),
  DurationMismatch: carrying<{ readonly modules: number; readonly total: number }>(),
  CompletionRuleInvalid: carrying<{ readonly because: 'countAboveCriteria' | 'criterionTwice' }>(),
  /** From the course back to itself, each asking for the next. */
  PrerequisiteCycle: carrying<{ readonly path: readonly string[] }>(),
  DuplicateCase: carrying<{ readonly caseId: string }>(),
})
