import { deviance, stirlingError } from './stirling.ts'
import { nothingAbove, nothingBelow, type TwoTails } from './two-tails.ts'

/** x^a · y^b / B(a, b) where y = 1 − x. */
export const betaPrefactor = (a: number, b: number, x: number, y: number): number => {
  const sum = a + b
  const exponent =
    stirlingError(sum) - stirlingError(a) - stirlingError(b) - deviance(a, sum * x) - deviance(b, sum * y)
  return Math.sqrt((a / sum) * (b / (2 * Math.PI))) * Math.exp(exponent)
}

/**
 * The factor of the prefactor, for x at most the mean a / (a + b): the continued fraction of Didonato &
 * Morris (1992), ACM TOMS 18, equation 9. It takes the distance from the mean as such, so that nothing cancels
 * where one parameter is a million times the other.
 */
const continuedFraction = (a: number, b: number, x: number, y: number): number => {
  const belowMean = a > b ? (a + b) * y - b : a - (a + b) * x
  const first = 1 + belowMean
  const ratio = b / a
  const perA = 1 + 1 / a
  let before = { above: 0, below: 1 }
  let now = { above: 1, below: first / perA }
  let value = perA / first
  let size = a + 1
  let p = 1
  for (let step = 1; step < 100_000; step += 1) {
    const part = step / a
    const weight = step * (b - step) * x
    const shrink = a / size
    const alpha = p * (p + ratio) * shrink * shrink * weight * x
    const beta = step + weight / size + ((1 + part) / (perA + 2 * part)) * (first + step * (1 + y))
    p = 1 + part
    size += 2
    const above = alpha * before.above + beta * now.above
    const below = alpha * before.below + beta * now.below
    const next = above / below
    if (Math.abs(next - value) <= 1e-16 * next) return next
    value = next
    before = { above: now.above / below, below: now.below / below }
    now = { above: next, below: 1 }
  }
  return value
}

/**
 * The regularised incomplete beta function and its complement. `y` is 1 − x, given apart because the caller knows it
 * better than a subtraction would.
 */
export const incompleteBeta = (a: number, b: number, x: number, y: number): TwoTails => {
  if (!(x > 0)) return nothingBelow
  if (!(y > 0)) return nothingAbove
  const prefactor = betaPrefactor(a, b, x, y)
  if (x * (a + b) <= a) {
    const lower = prefactor * continuedFraction(a, b, x, y)
    return { lower, upper: 1 - lower }
  }
  const upper = prefactor * continuedFraction(b, a, y, x)
  return { lower: 1 - upper, upper }
}
