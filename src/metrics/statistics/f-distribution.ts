import { guarded } from '../guard.ts'
import { needsChance, needsDegreesOfFreedom, needsReal } from './distribution-arguments.ts'
import { betaPrefactor, incompleteBeta } from './incomplete-beta.ts'
import { quantileSearch } from './quantile-search.ts'
import { type Asked, type TwoTails, tailsOf } from './two-tails.ts'

/** Degrees of freedom of a variance ratio: `df1` above the line, `df2` below. */
export type VarianceRatioFreedom = { readonly df1: number; readonly df2: number }

/** A variance ratio. */
export type VarianceRatio = VarianceRatioFreedom & { readonly f: number }

const shares = ({ f, df1, df2 }: VarianceRatio): readonly [number, number] => {
  const ratio = (f * df1) / df2
  return ratio > 1
    ? [1 / (1 + 1 / ratio), 1 / ratio / (1 + 1 / ratio)]
    : [ratio / (1 + ratio), 1 / (1 + ratio)]
}

/** @internal */
export const fTails = (point: VarianceRatio): TwoTails => {
  const [above, below] = shares(point)
  return incompleteBeta(point.df1 / 2, point.df2 / 2, above, below)
}

const needsFreedom = (calculator: string, { df1, df2 }: VarianceRatioFreedom): void => {
  needsDegreesOfFreedom(calculator, 'df1', df1)
  needsDegreesOfFreedom(calculator, 'df2', df2)
}

/**
 * The chance that a variance ratio (F 分布) is at most `f`. Throws on NaN or degrees of freedom
 * ≤ 0 or > 10¹⁰.
 *
 * @example
 * ```ts
 * import { fCdf } from 'training-ops/metrics'
 * fCdf({ f: 1, df1: 10, df2: 10 }).toFixed(12) // => '0.500000000000'
 * ```
 */
export const fCdf = /* @__PURE__ */ guarded('fCdf', (point: VarianceRatio): number => {
  needsReal('fCdf', 'f', point.f)
  needsFreedom('fCdf', point)
  return fTails(point).lower
})

/**
 * The chance that a variance ratio exceeds `f`, precise however small it is: the p of an analysis of variance.
 *
 * @example
 * ```ts
 * import { fUpperTail } from 'training-ops/metrics'
 * Number(fUpperTail({ f: 4.965, df1: 1, df2: 10 }).toFixed(3)) // => 0.05
 * ```
 */
export const fUpperTail = /* @__PURE__ */ guarded('fUpperTail', (point: VarianceRatio): number => {
  needsReal('fUpperTail', 'f', point.f)
  needsFreedom('fUpperTail', point)
  return fTails(point).upper
})

/**
 * The variance ratio below which one falls with the given `probability`; or above which, with the given
 * `upperTail`. From 0 to Infinity. Throws when the probability is outside [0, 1] or degrees of freedom are
 * ≤ 0 or > 10¹⁰.
 *
 * @example
 * ```ts
 * import { fQuantile } from 'training-ops/metrics'
 * fQuantile({ probability: 0.95, df1: 2, df2: 63 }).toFixed(6) // => '3.142809'
 * ```
 */
export const fQuantile = /* @__PURE__ */ guarded(
  'fQuantile',
  (asked: Asked & VarianceRatioFreedom): number => {
    needsFreedom('fQuantile', asked)
    needsChance('fQuantile', asked)
    return fPointOf(tailsOf(asked), asked)
  },
)

/** @internal */
export const fPointOf = (tails: TwoTails, { df1, df2 }: VarianceRatioFreedom): number =>
  quantileSearch(tails, 1, (f) => {
    const [above, below] = shares({ f, df1, df2 })
    return {
      ...incompleteBeta(df1 / 2, df2 / 2, above, below),
      perLogStep: betaPrefactor(df1 / 2, df2 / 2, above, below),
    }
  })
