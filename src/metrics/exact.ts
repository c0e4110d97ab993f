import { needsAt } from './guard.ts'

/**
 * A number as an integer of 2⁻¹²⁸ths, so that fractions (full-time equivalents, average headcounts) add up to the
 * same sum in any order. Exact for every double from 10⁻²² up; what is finer is cut off. What is looked at is the number
 * plus what it is scaled to, for a text would become a number by being scaled.
 */
const scale = 3.4028236692093846e38 // 2 ** 128

export const exactly = (calculator: string, argument: string, value: number, index?: number): bigint => {
  const scaled = value * scale
  needsAt(Number.isFinite(value + scaled) && value >= 0, calculator, 'a number ≥ 0', argument, value, index)
  return BigInt(Math.trunc(scaled))
}

/** As `exactly`, below zero too; what is finer is rounded off. */
export const exactlySigned = (
  calculator: string,
  argument: string,
  value: number,
  index?: number,
): bigint => {
  const scaled = value * scale
  needsAt(Number.isFinite(value + scaled), calculator, 'a finite number', argument, value, index)
  return BigInt(Math.round(scaled))
}

export const inexactly = (sum: bigint): number => Number(sum) / scale
