import { carrying, defineRejections } from '../kernel/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const credentialRejections = defineRejections({
  /** A certificate of completion needs a completed course. */
  NotEligible: carrying<{ readonly learnerId: string; readonly courseId: string }>(),
  DuplicateSerial: carrying<{ readonly serial: string; readonly certificateId: string }>(),
  ValidityInverted: carrying<{ readonly validFrom: string; readonly validUntil: string }>(),
  /** Too early: renewing opens so many days before the end. */
  RenewalWindowClosed: carrying<{ readonly opens: string }>(),
  NeverExpires: carrying<{ readonly certificateId: string }>(),
  AlreadyRevoked: carrying<{ readonly certificateId: string }>(),
  NotFlagged: carrying<{ readonly certificateId: string }>(),
  /** A change takes effect on the day of the one before it, or later. */
  EffectBeforeLast: carrying<{ readonly effectiveFrom: string; readonly last: string }>(),
  /** For a promotion one is a candidate for a role: the audience has to name it. */
  PromotionWithoutRole: carrying<{ readonly requirementId: string }>(),
  NotWaived: carrying<{ readonly requirementId: string; readonly learnerId: string }>(),
  StillValid: carrying<{ readonly validUntil: string }>(),
})
