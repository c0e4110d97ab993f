import { exactlySigned, inexactly } from '../exact.ts'

/** How many numbers, their exact sum and the exact sum of their squares: means and variances that merge. */
export type Moments = { readonly count: number; readonly sum: bigint; readonly squares: bigint }

export const noMoments: Moments = { count: 0, sum: 0n, squares: 0n }

export const momentsOf = (exact: bigint): Moments => ({ count: 1, sum: exact, squares: exact * exact })

export const addMoments = (a: Moments, b: Moments): Moments => ({
  count: a.count + b.count,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
})

/** A number in parts of 18 bits, four of them after the point. */
const partSize = 262_144 // 2 ** 18
const parts = 5
/** So many sums of products of two parts stay below 2⁵³. */
const rowsBeforeCarry = 4096

/** Writes the parts of a number; `false` where they do not hold it, or it is no number. */
const split = (value: unknown, into: Float64Array): boolean => {
  if (typeof value !== 'number' || !(Math.abs(value) < partSize)) return false
  let rest = value
  for (let part = 0; part < parts; part += 1) {
    const whole = Math.trunc(rest)
    into[part] = whole
    rest = (rest - whole) * partSize
  }
  return rest === 0
}

/**
 * Adds up many differences one by one: the same moments as `addMoments`, to the last bit. Numbers are added in parts
 * that are small whole numbers, and carried over into bigints now and then, which is many times faster.
 */
export const momentsAdder = () => {
  let [count, rows, sum, squares] = [0, 0, 0n, 0n]
  const [minuend, subtrahend] = [new Float64Array(parts), new Float64Array(parts)]
  const sums = new Float64Array(parts)
  const products = new Float64Array(2 * parts - 1)
  const carry = () => {
    sums.forEach((part, order) => {
      sum += BigInt(part) << BigInt(128 - 18 * order)
    })
    products.forEach((part, order) => {
      squares += BigInt(part) << BigInt(256 - 18 * order)
    })
    sums.fill(0)
    products.fill(0)
    rows = 0
  }
  return {
    /** Adds `of − less`, unless one of them needs the exact way or is no number. */
    addDifference: (of: unknown, less: unknown): boolean => {
      if (!split(of, minuend) || !split(less, subtrahend)) return false
      count += 1
      for (let a = 0; a < parts; a += 1) {
        const part = (minuend[a] as number) - (subtrahend[a] as number)
        minuend[a] = part
        if (part === 0) continue
        ;(sums[a] as number) += part
        ;(products[a + a] as number) += part * part
        for (let b = 0; b < a; b += 1) (products[a + b] as number) += 2 * part * (minuend[b] as number)
      }
      rows += 1
      if (rows === rowsBeforeCarry) carry()
      return true
    },
    addExact: (exact: bigint): void => {
      count += 1
      sum += exact
      squares += exact * exact
    },
    moments: (): Moments => {
      carry()
      return { count, sum, squares }
    },
  }
}

export type MomentsAdder = ReturnType<typeof momentsAdder>

/** The moments of a list; throws where an item is not a finite number. */
export const momentsOfAll = (calculator: string, argument: string, values: readonly number[]): Moments => {
  const adder = momentsAdder()
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number
    if (!adder.addDifference(value, 0)) adder.addExact(exactlySigned(calculator, argument, value, index))
  }
  return adder.moments()
}

export const meanOf = ({ count, sum }: Moments): number => inexactly(sum) / count

/** With Bessel's correction; needs two numbers or more. */
export const varianceOf = ({ count, sum, squares }: Moments): number => {
  const squaredSpread = BigInt(count) * squares - sum * sum
  return inexactly(squaredSpread >> 128n) / (count * (count - 1))
}
