import type { RewardRecord } from '../records/learner/rewards.ts'

/**
 * How a person's credit (学分) of a year stands against what everybody is to earn.
 *
 * @example
 * ```ts
 * import { creditStatus } from 'training-ops'
 * const statement = { lines: [], points: 0, credit: { 2026: 1250 }, recognitions: [] }
 * creditStatus(statement, 2026, 1500) // => { earned: 1250, required: 1500, missing: 250 }
 * ```
 */
export const creditStatus = (
  { credit }: RewardRecord,
  year: number,
  annualMinimumHundredths: number,
): { readonly earned: number; readonly required: number; readonly missing: number } => {
  const earned = credit[year] ?? 0
  return { earned, required: annualMinimumHundredths, missing: Math.max(0, annualMinimumHundredths - earned) }
}
