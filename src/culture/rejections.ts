import { carrying, defineRejections } from '../kernel/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const cultureRejections = defineRejections({
  InsufficientPoints: carrying<{ readonly balance: number; readonly asked: number }>(),
  DuplicateGrant: carrying<{ readonly grantId: string }>(),
  DuplicateRedemption: carrying<{ readonly redemptionId: string }>(),
  DuplicateRecognition: carrying<{ readonly recognitionId: string }>(),
  VersionOutOfOrder: carrying<{ readonly version: number; readonly next: number }>(),
  /** A version takes effect on the day of the one before it, or later. */
  EffectBeforeLast: carrying<{ readonly effectiveFrom: string; readonly last: string }>(),
  ExpiryInFuture: carrying<{ readonly earnedUpTo: string }>(),
  YearNotOver: carrying<{ readonly year: number }>(),
  YearAlreadyClosed: carrying<{ readonly year: number }>(),
  CriteriaUnmet: carrying<{ readonly criteria: readonly string[] }>(),
  ReachAboveAudience: carrying<{ readonly reached: number; readonly audienceSize: number }>(),
  /** Only points are spent: credit is not. */
  NonRedeemableUnit: carrying<{ readonly unit: string }>(),
})
