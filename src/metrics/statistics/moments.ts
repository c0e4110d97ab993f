import { needsAt, needsList, needsSameLength } from '../guard.ts'

/** How many, their mean, and the sum of squared distances from it. */
export type Moments = { readonly n: number; readonly mean: number; readonly squaredDistances: number }

/** Moments of gains, and how many have one score only. */
export type GainMoments = Moments & { readonly onlyBefore: number; readonly onlyAfter: number }

type Numbers = readonly (number | null)[]

/** Sums around a first value, `origin`: whole scores stay whole, and near values lose no digits. */
type SumsAroundOrigin = {
  readonly n: number
  readonly origin: number
  readonly sum: number
  readonly squares: number
  readonly whole: boolean
}

/** A value that is no number leaves no sum; that it is not there leaves it alone. */
const nothingOrNaN = (value: unknown): number => (value === null || Number.isFinite(value) ? 0 : Number.NaN)

const sumsAroundFirst = (values: Numbers): SumsAroundOrigin => {
  let missing = 0
  let origin: number | undefined
  let sum = 0
  let squares = 0
  let whole = true
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number | null
    if (typeof value !== 'number') {
      squares += nothingOrNaN(value)
      missing += 1
      continue
    }
    origin ??= value
    const distance = value - origin
    sum += distance
    squares += distance * distance
    if (whole && Math.floor(value) !== value) whole = false
  }
  return { n: values.length - missing, origin: origin ?? 0, sum, squares, whole }
}

type GainsAroundOrigin = SumsAroundOrigin & Pick<GainMoments, 'onlyBefore' | 'onlyAfter'>

const firstGain = (before: Numbers, after: Numbers): number => {
  const first = before.findIndex((score, person) => score !== null && after[person] !== null)
  return first < 0 ? 0 : (after[first] as number) - (before[first] as number)
}

const gainsAroundFirst = (before: Numbers, after: Numbers): GainsAroundOrigin => {
  const origin = firstGain(before, after)
  const people = before.length
  let onlyBefore = 0
  let onlyAfter = 0
  let neither = 0
  let sum = 0
  let squares = 0
  let whole = true
  for (let person = 0; person < people; person += 1) {
    const earlier = before[person] as number | null
    const later = after[person] as number | null
    if (typeof earlier !== 'number' || typeof later !== 'number') {
      if (earlier !== null) onlyBefore += 1
      else if (later !== null) onlyAfter += 1
      else neither += 1
      squares += nothingOrNaN(earlier) + nothingOrNaN(later)
      continue
    }
    const distance = later - earlier - origin
    sum += distance
    squares += distance * distance
    if (whole && (Math.floor(earlier) !== earlier || Math.floor(later) !== later)) whole = false
  }
  const n = people - onlyBefore - onlyAfter - neither
  return { n, origin, sum, squares, whole, onlyBefore, onlyAfter }
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

/** A spread this small beside the mean is how 0.3 − 0.1 differs from 0.4 − 0.2: in the last bits only. */
const lastBits = 1e-13

const momentsFrom = (sums: SumsAroundOrigin, values: Numbers, less?: Numbers): Moments => {
  const { n, origin, sum, squares, whole } = sums
  if (n === 0) return { n, mean: 0, squaredDistances: 0 }
  if (whole && Number.isSafeInteger(origin)) {
    if (!Number.isSafeInteger(squares) || !Number.isSafeInteger(origin * n)) return exactAgain(values, less)
    const { squaredDistances } = exactMoments(n, BigInt(sum), BigInt(squares))
    return { n, mean: (origin * n + sum) / n, squaredDistances }
  }
  const fromOrigin = sum / n
  const squaredDistances = squares - sum * fromOrigin
  const mean = origin + fromOrigin
  if (squaredDistances <= n * (lastBits * mean) ** 2) return { n, mean, squaredDistances: 0 }
  const digitsWereLost = squares > 64 * squaredDistances
  return digitsWereLost ? aroundMean(values, less, n, mean) : { n, mean, squaredDistances }
}

/** From 10¹⁵⁰ on a square is more than a computer holds, and the figure would be Infinity. */
const needsScores = (calculator: string, argument: string, scores: Numbers): void => {
  for (const [index, score] of scores.entries())
    if (score !== null)
      needsAt(
        Number.isFinite(score) && Math.abs(score) < 1e150,
        calculator,
        'a finite number',
        argument,
        score,
        index,
      )
}

/** Moments of the numbers that are there; `null` is not a number and is left out. Whole numbers exactly. */
export const momentsOf = (calculator: string, argument: string, values: Numbers): Moments => {
  needsList(calculator, argument, values)
  const sums = sumsAroundFirst(values)
  if (!(sums.squares < 1e300)) needsScores(calculator, argument, values)
  return momentsFrom(sums, values)
}

/** Moments of after − before, of those who have both. Whole numbers exactly. */
export const momentsOfGains = (
  calculator: string,
  { before, after }: { readonly before: Numbers; readonly after: Numbers },
): GainMoments => {
  needsList(calculator, 'before', before)
  needsList(calculator, 'after', after)
  needsSameLength(calculator, ['before', before], ['after', after])
  const { onlyBefore, onlyAfter, ...sums } = gainsAroundFirst(before, after)
  if (!(sums.squares < 1e300)) {
    needsScores(calculator, 'before', before)
    needsScores(calculator, 'after', after)
  }
  return { ...momentsFrom(sums, after, before), onlyBefore, onlyAfter }
}

export const sampleVariance = ({ n, squaredDistances }: Moments): number => squaredDistances / (n - 1)

export const sampleDeviation = (moments: Moments): number => Math.sqrt(sampleVariance(moments))
