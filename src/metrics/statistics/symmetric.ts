import { type Asked, type TwoTails, tailsOf } from './two-tails.ts'

/** The tails of a variable symmetric about 0, from those of its square. */
export const symmetricTails = (point: number, { lower: within, upper: beyond }: TwoTails): TwoTails => {
  const [far, near] = [beyond / 2, beyond < 0.5 ? 1 - beyond / 2 : 0.5 + within / 2]
  return point < 0 ? { lower: far, upper: near } : { lower: near, upper: far }
}

/** The point of a variable symmetric about 0, from the quantile of its square. */
export const symmetricPoint = (asked: Asked, squareOf: (tails: TwoTails) => number): number => {
  const { lower, upper } = tailsOf(asked)
  const beyond = 2 * Math.min(lower, upper)
  const fromMiddle = 2 * Math.abs(0.5 - ('probability' in asked ? lower : upper))
  const distance = Math.sqrt(squareOf({ lower: fromMiddle, upper: beyond }))
  return lower < upper ? -distance : distance
}
