import { inexactly } from '../exact.ts'

/** How many numbers, their exact sum and the exact sum of their squares: means and variances that merge. */
export type Moments = { readonly count: number; readonly sum: bigint; readonly squares: bigint }

export const noMoments: Moments = { count: 0, sum: 0n, squares: 0n }

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
