import type { Money } from '../vocabulary/index.ts'

/** How much training one person may take in a calendar year; what is not said is not limited. */
export type AnnualLimits = { readonly minutes?: number; readonly cost?: Money; readonly count?: number }

/** What an organisation may set about delivery. */
export const deliverySettings = {
  /** Days between the end of the last class and the closing of every attempt: time to record results. */
  closingGraceDays: 7 as number,
  annualLimits: {} as AnnualLimits,
  /** The zone whose calendar years the limits count. */
  zone: 'UTC' as string,
}
