import { needsAt } from './guard.ts'

/**
 * A number as an integer of 2⁻¹²⁸ths, so that fractions (full-time equivalents, average headcounts) add up to the
 * same sum in any order. Exact for every double from 10⁻²² up; what is finer is cut off.
 */
const scale = 3.4028236692093846e38 // 2 ** 128

export const exactly = (calculator: string, argument: string, value: number, index?: number): bigint => {
  const scaled = value * scale
  needsAt(Number.isFinite(scaled) && value >= 0, calculator, 'a number ≥ 0', argument, value, index)
  return BigInt(Math.trunc(scaled))
}

export const inexactly = (sum: bigint): number => Number(sum) / scale
