import { deviance, stirlingError } from './stirling.ts'
import { nothingAbove, nothingBelow, type TwoTails } from './two-tails.ts'

const smallest = 1e-300

/** x^a · y^b / B(a, b) where y = 1 − x. */
export const betaPrefactor = (a: number, b: number, x: number, y: number): number => {
  const sum = a + b
  const exponent =
    stirlingError(sum) - stirlingError(a) - stirlingError(b) - deviance(a, sum * x) - deviance(b, sum * y)
  return Math.sqrt((a / sum) * (b / (2 * Math.PI))) * Math.exp(exponent)
}

const continuedFraction = (a: number, b: number, x: number): number => {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || smallest)
  let fraction = d
  for (let step = 1; ; step += 1) {
    const twice = 2 * step
    const even = (step * (b - step) * x) / ((a + twice - 1) * (a + twice))
    d = 1 / (1 + even * d || smallest)
    c = 1 + even / c || smallest
    fraction *= d * c
    const odd = (-(a + step) * (a + b + step) * x) / ((a + twice) * (a + twice + 1))
    d = 1 / (1 + odd * d || smallest)
    c = 1 + odd / c || smallest
    fraction *= d * c
    if (Math.abs(d * c - 1) < 2e-16 || step > 100_000) return fraction
  }
}

/**
 * The regularised incomplete beta function and its complement (DLMF 8.17.22). `y` is 1 − x, given apart because
 * the caller knows it better than a subtraction would.
 */
export const incompleteBeta = (a: number, b: number, x: number, y: number): TwoTails => {
  if (!(x > 0)) return nothingBelow
  if (!(y > 0)) return nothingAbove
  const prefactor = betaPrefactor(a, b, x, y)
  if (x * (a + b + 2) < a + 1) {
    const lower = (prefactor * continuedFraction(a, b, x)) / a
    return { lower, upper: 1 - lower }
  }
  const upper = (prefactor * continuedFraction(b, a, y)) / b
  return { lower: 1 - upper, upper }
}
