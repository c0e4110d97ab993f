import { chiSquaredTails } from './chi-squared.ts'
import { normalCdf, normalQuantile } from './normal.ts'

/** The chance that noncentral t is at most t, and how fast that falls with the noncentrality. */
type Reached = { readonly lower: number; readonly density: number }

/**
 * The same where both are large: the mean over z, normal, of the chance that u = √(χ²/df) exceeds (noncentrality + z) / t, which
 * changes slowly with z. The other way round it takes as many steps as the noncentrality is large.
 */
const noncentralTByNormal = (t: number, df: number, noncentrality: number): Reached => {
  let [weights, below, density] = [0, 0, 0]
  for (let z = -9; z <= 9; z += 0.25) {
    const weight = Math.exp((-z * z) / 2)
    const u = (noncentrality + z) / t
    const { lower, upper } = u > 0 ? chiSquaredTails({ x: df * u * u, df }) : { lower: 0, upper: 1 }
    const reached = t > 0 ? upper : lower
    weights += weight
    below += weight * reached
    density -= z * weight * reached
  }
  return { lower: below / weights, density: density / weights }
}

/**
 * The mean of Φ(t·u − noncentrality) over u = √(χ²/df), by the trapezoid rule on log u. The steps are narrow beside
 * the width of both factors, so that the sum is right to a few units of 10⁻¹⁵.
 *
 * @internal
 */
export const noncentralT = (t: number, df: number, noncentrality: number): Reached => {
  const far = Math.abs(noncentrality)
  if (far > 10 * Math.abs(t) + 40) return { lower: noncentrality > 0 ? 0 : 1, density: 0 }
  if (far > 40 && t * t > 32 * df) return noncentralTByNormal(t, df, noncentrality)
  const step = 0.7 / Math.sqrt(2 * df + noncentrality * noncentrality + 30)
  let [weights, below, density] = [0, 0, 0]
  const add = (at: number): boolean => {
    const weight = Math.exp(df * (at - Math.expm1(2 * at) / 2))
    const z = t * Math.exp(at) - noncentrality
    weights += weight
    below += weight * (z > 9 ? 1 : z < -39 ? 0 : normalCdf(z))
    density += weight * Math.exp(-(z * z) / 2)
    return weight > 1e-18
  }
  add(0)
  for (let at = step; add(at); ) at += step
  for (let at = -step; add(at); ) at -= step
  return { lower: below / weights, density: density / weights / Math.sqrt(2 * Math.PI) }
}

/** The noncentrality under which t is reached with the given chance: by Newton's method, in steps that cannot run away. */
const noncentralityAt = (t: number, df: number, probability: number): number => {
  const width = Math.sqrt(1 + (t * t) / 2 / df)
  let noncentrality = t - normalQuantile({ probability }) * width
  for (let round = 0; round < 100; round += 1) {
    const { lower, density } = noncentralT(t, df, noncentrality)
    const move = Math.max(-width, Math.min(width, (lower - probability) / density))
    noncentrality += move
    if (Math.abs(move) <= 1e-14 * (Math.abs(noncentrality) + width)) break
  }
  return noncentrality
}

/** The noncentralities that a t statistic speaks for, with 95 % confidence. Source: Steiger & Fouladi (1997). */
export const noncentralities = (t: number, df: number): readonly [low: number, high: number] => [
  noncentralityAt(t, df, 0.975),
  noncentralityAt(t, df, 0.025),
]
