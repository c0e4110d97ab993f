/**
 * A probability and its complement, each to its own relative precision: 1 − 1e-20 is 1, and the 1e-20 is not
 * lost.
 */
export type TwoTails = { readonly lower: number; readonly upper: number }

export const nothingBelow: TwoTails = { lower: 0, upper: 1 }
export const nothingAbove: TwoTails = { lower: 1, upper: 0 }

/** A probability asked of a quantile: from the lower end, or from the upper where that is the small one. @public */
export type Asked = { readonly probability: number } | { readonly upperTail: number }

export const tailsOf = (asked: Asked): TwoTails =>
  'probability' in asked
    ? { lower: asked.probability, upper: 1 - asked.probability }
    : { lower: 1 - asked.upperTail, upper: asked.upperTail }
