import { carrying, defineRejections } from '../kernel/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const resourceRejections = defineRejections({
  /** Only trainers and experts are nominated and qualified. */
  NotATrainer: carrying<{ readonly resourceId: string; readonly kind: string }>(),
  SlotInverted: carrying<{ readonly start: string; readonly end: string }>(),
  /** `by` is the slot in the way, with the buffer counted in. */
  SlotTaken: carrying<{ readonly by: string; readonly start: string; readonly end: string }>(),
  NotQualified: carrying<{ readonly resourceId: string; readonly courseId: string }>(),
  QualificationExpired: carrying<{
    readonly resourceId: string
    readonly courseId: string
    readonly validUntil: string
  }>(),
  ResourceSuspended: carrying<{ readonly resourceId: string }>(),
})
