import { guarded } from '../guard.ts'
import { needsChance, needsDegreesOfFreedom, needsReal } from './distribution-arguments.ts'
import { gammaPrefactor, incompleteGamma } from './incomplete-gamma.ts'
import { quantileSearch } from './quantile-search.ts'
import { type Asked, type TwoTails, tailsOf } from './two-tails.ts'

/** A point of the chi-squared distribution with `df` degrees of freedom. */
export type ChiSquaredPoint = { readonly x: number; readonly df: number }

/** @internal */
export const chiSquaredTails = ({ x, df }: ChiSquaredPoint): TwoTails => incompleteGamma(df / 2, x / 2)

const needsPoint = (calculator: string, { x, df }: ChiSquaredPoint): void => {
  needsReal(calculator, 'x', x)
  needsDegreesOfFreedom(calculator, 'df', df)
}

/**
 * The chance that a chi-squared variable (卡方分布) is at most `x`. Throws on NaN or `df` ≤ 0 or > 10¹⁰.
 *
 * @example
 * ```ts
 * import { chiSquaredCdf } from 'training-ops/metrics'
 * chiSquaredCdf({ x: 3.841458820694124, df: 1 }).toFixed(12) // => '0.950000000000'
 * ```
 */
export const chiSquaredCdf = /* @__PURE__ */ guarded('chiSquaredCdf', (point: ChiSquaredPoint): number => {
  needsPoint('chiSquaredCdf', point)
  return chiSquaredTails(point).lower
})

/**
 * The chance that a chi-squared variable exceeds `x`, precise however small it is.
 *
 * @example
 * ```ts
 * import { chiSquaredUpperTail } from 'training-ops/metrics'
 * Number(chiSquaredUpperTail({ x: 3.841, df: 1 }).toFixed(3)) // => 0.05
 * ```
 */
export const chiSquaredUpperTail = /* @__PURE__ */ guarded(
  'chiSquaredUpperTail',
  (point: ChiSquaredPoint): number => {
    needsPoint('chiSquaredUpperTail', point)
    return chiSquaredTails(point).upper
  },
)

/**
 * The point below which a chi-squared variable falls with the given `probability`; or above which, with the given
 * `upperTail`. From 0 to Infinity. Throws when the probability is outside [0, 1] or `df` ≤ 0 or > 10¹⁰.
 *
 * @example
 * ```ts
 * import { chiSquaredQuantile } from 'training-ops/metrics'
 * chiSquaredQuantile({ probability: 0.95, df: 4 }).toFixed(6) // => '9.487729'
 * ```
 */
export const chiSquaredQuantile = /* @__PURE__ */ guarded(
  'chiSquaredQuantile',
  (asked: Asked & { readonly df: number }): number => {
    needsDegreesOfFreedom('chiSquaredQuantile', 'df', asked.df)
    needsChance('chiSquaredQuantile', asked)
    return chiSquaredPointOf(tailsOf(asked), asked.df)
  },
)

/** @internal */
export const chiSquaredPointOf = (tails: TwoTails, df: number): number => {
  const shape = df / 2
  return (
    2 *
    quantileSearch(tails, shape, (x) => ({
      ...incompleteGamma(shape, x),
      perLogStep: gammaPrefactor(shape, x) * shape,
    }))
  )
}
