import { needsAt } from './guard.ts'

/**
 * A number as an integer of 2⁻¹²⁸ths. Every double between about 10⁻²² and 10³⁰⁸ is one exactly, so that fractions
 * (full-time equivalents, average headcounts) add up to the same sum in any order.
 */
const places = 128
const scale = 2 ** places

export const exactly = (calculator: string, argument: string, value: number): bigint => {
  needsAt(Number.isFinite(value) && value >= 0, calculator, 'a number ≥ 0', argument, value)
  let [whole, halvings] = [value, 0]
  while (!Number.isInteger(whole) && halvings < places) {
    whole *= 2
    halvings += 1
  }
  needsAt(Number.isInteger(whole), calculator, 'a number with fewer places', argument, value)
  return BigInt(whole) << BigInt(places - halvings)
}

export const inexactly = (sum: bigint): number => Number(sum) / scale
