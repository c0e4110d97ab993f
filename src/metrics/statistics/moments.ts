import { needsAt } from '../guard.ts'

/** How many, their mean, and the sum of squared distances from it. */
export type Moments = { readonly n: number; readonly mean: number; readonly squaredDistances: number }

type Numbers = readonly (number | null)[]

/** Sums around a first value, `origin`: whole scores stay whole, and near values lose no digits. */
type SumsAroundOrigin = {
  readonly n: number
  readonly origin: number
  readonly sum: number
  readonly squares: number
  readonly whole: boolean
}

const sumsAroundFirst = (values: Numbers, less?: Numbers): SumsAroundOrigin => {
  let n = 0
  let origin = 0
  let sum = 0
  let squares = 0
  let whole = true
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number | null
    const other = less === undefined ? 0 : (less[at] as number | null)
    if (value === null || other === null) continue
    const difference = value - other
    if (n === 0) origin = difference
    const distance = difference - origin
    sum += distance
    squares += distance * distance
    whole = whole && Math.floor(distance) === distance
    n += 1
  }
  return { n, origin, sum, squares, whole }
}

const aroundMean = (values: Numbers, less: Numbers | undefined, n: number, mean: number): Moments => {
  let sum = 0
  let squares = 0
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number | null
    const other = less === undefined ? 0 : (less[at] as number | null)
    if (value === null || other === null) continue
    const distance = value - other - mean
    sum += distance
    squares += distance * distance
  }
  return { n, mean: mean + sum / n, squaredDistances: squares - (sum * sum) / n }
}

/** From whole sums, with no rounding before the last division. */
export const exactMoments = (n: number, sum: bigint, squares: bigint): Moments => ({
  n,
  mean: Number(sum) / n,
  squaredDistances: Number(BigInt(n) * squares - sum * sum) / n,
})

const exactAgain = (values: Numbers, less: Numbers | undefined): Moments => {
  let n = 0
  let sum = 0n
  let squares = 0n
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number | null
    const other = less === undefined ? 0 : (less[at] as number | null)
    if (value === null || other === null) continue
    const difference = BigInt(value) - BigInt(other)
    sum += difference
    squares += difference * difference
    n += 1
  }
  return exactMoments(n, sum, squares)
}

const isSafe = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER

const momentsFrom = (sums: SumsAroundOrigin, values: Numbers, less?: Numbers): Moments => {
  const { n, origin, sum, squares, whole } = sums
  if (n === 0) return { n, mean: 0, squaredDistances: 0 }
  if (whole && Number.isSafeInteger(origin)) {
    if (!isSafe(squares) || !isSafe(origin * n)) return exactAgain(values, less)
    const { squaredDistances } = exactMoments(n, BigInt(sum), BigInt(squares))
    return { n, mean: (origin * n + sum) / n, squaredDistances }
  }
  const fromOrigin = sum / n
  const squaredDistances = squares - sum * fromOrigin
  const digitsWereLost = squares > 4 * squaredDistances
  return digitsWereLost
    ? aroundMean(values, less, n, origin + fromOrigin)
    : { n, mean: origin + fromOrigin, squaredDistances }
}

const needsScores = (calculator: string, argument: string, scores: Numbers): void => {
  scores.forEach((score, index) => {
    if (score !== null) needsAt(Number.isFinite(score), calculator, 'a finite number', argument, score, index)
  })
}

/** Moments of the numbers that are there; `null` is not a number and is left out. Whole numbers exactly. */
export const momentsOf = (calculator: string, argument: string, values: Numbers): Moments => {
  const sums = sumsAroundFirst(values)
  if (!Number.isFinite(sums.squares)) needsScores(calculator, argument, values)
  return momentsFrom(sums, values)
}

/** Moments of after − before, of those who have both. Whole numbers exactly. */
export const momentsOfGains = (
  calculator: string,
  { before, after }: { readonly before: Numbers; readonly after: Numbers },
): Moments => {
  needsAt(
    before.length === after.length,
    calculator,
    `a list as long as before (${before.length})`,
    'after',
    after.length,
  )
  const sums = sumsAroundFirst(after, before)
  if (!Number.isFinite(sums.squares)) {
    needsScores(calculator, 'before', before)
    needsScores(calculator, 'after', after)
  }
  return momentsFrom(sums, after, before)
}

export const sampleVariance = ({ n, squaredDistances }: Moments): number => squaredDistances / (n - 1)

export const sampleDeviation = (moments: Moments): number => Math.sqrt(sampleVariance(moments))
