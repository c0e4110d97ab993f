import { carrying, defineRejections } from '../kernel/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const cultureRejections = defineRejections({
  InsufficientPoints: carrying<{ readonly balance: number; readonly asked: number }>(),
  DuplicateGrant: carrying<{ readonly grantId: string }>(),
  DuplicateRedemption: carrying<{ readonly redemptionId: string }>(),
  DuplicateRecognition: carrying<{ readonly recognitionId: string }>(),
  /** Only points are spent: credit is not. */
  NonRedeemableUnit: carrying<{ readonly unit: string }>(),
})
