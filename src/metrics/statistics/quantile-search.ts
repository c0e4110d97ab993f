import type { TwoTails } from './two-tails.ts'

/** The two tails at a point, and how fast the lower one grows per step of the point's logarithm. */
export type PointOnCurve = TwoTails & { readonly perLogStep: number }

/**
 * The point of a distribution on (0, ∞) that has the given tails: Newton's method on the logarithm of the smaller
 * tail against the logarithm of the point, where both tails are concave, so that it cannot run away.
 */
export const quantileSearch = (
  { lower, upper }: TwoTails,
  start: number,
  curve: (point: number) => PointOnCurve,
): number => {
  if (lower === 0) return 0
  if (upper === 0) return Number.POSITIVE_INFINITY
  const fromBelow = lower <= upper
  const target = fromBelow ? lower : upper
  let point = start
  for (let step = 0; step < 200; step += 1) {
    const at = curve(point)
    const tail = fromBelow ? at.lower : at.upper
    const excess = logRatio(tail, target) * (tail / at.perLogStep)
    let move = fromBelow ? -excess : excess
    let next = point * Math.exp(move)
    if (!Number.isFinite(move)) return point
    for (let here = curve(next); move !== 0 && !isUsable(here, fromBelow); here = curve(next)) {
      move /= 2
      next = point * Math.exp(move)
    }
    if (Math.abs(move) < 1e-15 || next === point) return next
    point = next
  }
  return point
}

const logRatio = (tail: number, target: number): number =>
  tail > 2 * target || 2 * tail < target
    ? Math.log(tail) - Math.log(target)
    : Math.log1p((tail - target) / target)

const isUsable = ({ lower, upper, perLogStep }: PointOnCurve, fromBelow: boolean): boolean =>
  (fromBelow ? lower : upper) > 0 && perLogStep > 0
