import { defineRejections, payload } from '../kernel/index.ts'
import { byAnother } from '../vocabulary/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const credentialRejections = defineRejections({
  ...byAnother,
  /** A certificate of completion needs a completed course. */
  NotEligible: payload<{ readonly learnerId: string; readonly courseId: string }>(),
  DuplicateSerial: payload<{ readonly serial: string; readonly certificateId: string }>(),
  ValidityInverted: payload<{ readonly validFrom: string; readonly validUntil: string }>(),
  /** Too early: renewing opens so many days before the end. */
  RenewalWindowClosed: payload<{ readonly opens: string }>(),
  NeverExpires: payload<{ readonly certificateId: string }>(),
  AlreadyRevoked: payload<{ readonly certificateId: string }>(),
  NotFlagged: payload<{ readonly certificateId: string }>(),
  /** A change takes effect on the day of the one before it, or later. */
  EffectBeforeLast: payload<{ readonly effectiveFrom: string; readonly last: string }>(),
  /** For a promotion one is a candidate for a role: the audience has to name it. */
  PromotionWithoutRole: payload<{ readonly requirementId: string }>(),
  /** Of so many courses, more are asked for. */
  AlternativesTooFew: payload<{ readonly atLeast: number; readonly of: readonly string[] }>(),
  NotWaived: payload<{ readonly requirementId: string; readonly learnerId: string }>(),
  StillValid: payload<{ readonly validUntil: string }>(),
})
