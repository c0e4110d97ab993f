import { needsAt } from './guard.ts'

/**
 * A number as an integer of 2⁻¹²⁸ths, so that fractions (full-time equivalents, average headcounts) add up to the
 * same sum in any order. Exact for every double from 10⁻²² up; what is finer is cut off. A value that is no number is found
 * before it is scaled: a text, a boolean or `null` would become one by that. From 10¹⁵⁰ on there is no number whose
 * square a computer holds.
 */
const scale = 3.4028236692093846e38 // 2 ** 128

export const exactly = (calculator: string, argument: string, value: number, index?: number): bigint => {
  const holds = typeof value === 'number' && value >= 0 && value < 1e150
  needsAt(holds, calculator, 'a number ≥ 0', argument, value, index)
  return BigInt(Math.trunc(value * scale))
}

/** As `exactly`, below zero too; what is finer is rounded off. */
export const exactlySigned = (
  calculator: string,
  argument: string,
  value: number,
  index?: number,
): bigint => {
  const holds = typeof value === 'number' && value * value < 1e300
  needsAt(holds, calculator, 'a finite number', argument, value, index)
  return BigInt(Math.round(value * scale))
}

export const inexactly = (sum: bigint): number => Number(sum) / scale
