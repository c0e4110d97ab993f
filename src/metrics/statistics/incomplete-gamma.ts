import { deviance, stirlingError } from './stirling.ts'
import { nothingAbove, nothingBelow, type TwoTails } from './two-tails.ts'

const smallest = 1e-300
const precision = 1e-17

/** x^shape · e^−x / Γ(shape + 1). */
export const gammaPrefactor = (shape: number, x: number): number =>
  Math.exp(-stirlingError(shape) - deviance(shape, x)) / Math.sqrt(2 * Math.PI * shape)

const lowerSeries = (shape: number, x: number): number => {
  let term = 1
  let sum = 1
  for (let denominator = shape + 1; term > sum * precision; denominator += 1) {
    term *= x / denominator
    sum += term
  }
  return sum
}

const upperContinuedFraction = (shape: number, x: number): number => {
  let b = x + 1 - shape
  let c = 1 / smallest
  let d = 1 / b
  let fraction = d
  for (let step = 1; ; step += 1) {
    const a = -step * (step - shape)
    b += 2
    d = 1 / (a * d + b || smallest)
    c = b + a / c || smallest
    const factor = d * c
    fraction *= factor
    if (Math.abs(factor - 1) < 2e-16 || step > 100_000) return fraction
  }
}

/** The regularised incomplete gamma function and its complement (DLMF 8.11.4 and 8.9.2). */
export const incompleteGamma = (shape: number, x: number): TwoTails => {
  if (!(x > 0)) return nothingBelow
  if (x === Number.POSITIVE_INFINITY) return nothingAbove
  const prefactor = gammaPrefactor(shape, x)
  if (x < shape + 1) {
    const lower = prefactor * lowerSeries(shape, x)
    return { lower, upper: 1 - lower }
  }
  if (prefactor === 0) return nothingAbove
  const upper = prefactor * shape * upperContinuedFraction(shape, x)
  return { lower: 1 - upper, upper }
}
