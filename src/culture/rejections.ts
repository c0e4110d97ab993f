import { defineRejections, payload } from '../kernel/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const cultureRejections = defineRejections({
  InsufficientPoints: payload<{ readonly balance: number; readonly asked: number }>(),
  DuplicateGrant: payload<{ readonly grantId: string }>(),
  DuplicateRedemption: payload<{ readonly redemptionId: string }>(),
  DuplicateRecognition: payload<{ readonly recognitionId: string }>(),
  VersionOutOfOrder: payload<{ readonly version: number; readonly next: number }>(),
  /** A version takes effect on the day of the one before it, or later. */
  EffectBeforeLast: payload<{ readonly effectiveFrom: string; readonly last: string }>(),
  ExpiryInFuture: payload<{ readonly earnedUpTo: string }>(),
  YearNotOver: payload<{ readonly year: number }>(),
  YearAlreadyClosed: payload<{ readonly year: number }>(),
  CriteriaUnmet: payload<{ readonly criteria: readonly string[] }>(),
  ReachAboveAudience: payload<{ readonly reached: number; readonly audienceSize: number }>(),
  /** Only points are spent: credit is not. */
  NonRedeemableUnit: payload<{ readonly unit: string }>(),
})
