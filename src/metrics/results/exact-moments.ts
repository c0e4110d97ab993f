import { exactly, inexactly } from '../exact.ts'
import { needsNumber } from '../guard.ts'

/** How many numbers, their exact sum and the exact sum of their squares: means and variances that merge. */
export type Moments = { readonly count: number; readonly sum: bigint; readonly squares: bigint }

export const noMoments: Moments = { count: 0, sum: 0n, squares: 0n }

const placesKept = 2 ** 128
const smallestWithAllPlaces = 2 ** -60

/** As `exactly`, below zero too; of a number next to nothing, what is smaller than 2⁻¹²⁸ is rounded off. */
export const exactlySigned = (
  calculator: string,
  argument: string,
  value: number,
  index?: number,
): bigint => {
  needsNumber(calculator, argument, value, index)
  const size = Math.abs(value)
  const exact =
    size < smallestWithAllPlaces ? BigInt(Math.round(size * placesKept)) : exactly(calculator, argument, size)
  return value < 0 ? -exact : exact
}

export const momentsOf = (exact: bigint): Moments => ({ count: 1, sum: exact, squares: exact * exact })

export const addMoments = (a: Moments, b: Moments): Moments => ({
  count: a.count + b.count,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
})

export const meanOf = ({ count, sum }: Moments): number => inexactly(sum) / count

/** With Bessel's correction; needs two numbers or more. */
export const varianceOf = ({ count, sum, squares }: Moments): number => {
  const squaredSpread = BigInt(count) * squares - sum * sum
  return inexactly(squaredSpread >> 128n) / (count * (count - 1))
}
