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
  StillValid: carrying<{ readonly validUntil: string }>(),
})
