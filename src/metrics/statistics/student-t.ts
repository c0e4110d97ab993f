import { guarded } from '../guard.ts'
import { needsChance, needsDegreesOfFreedom, needsReal } from './distribution-arguments.ts'
import { fPointOf, fTails } from './f-distribution.ts'
import { symmetricPoint, symmetricTails } from './symmetric.ts'
import type { Asked, TwoTails } from './two-tails.ts'

/** A point of Student's t distribution with `df` degrees of freedom; they need not be whole (Welch). */
export type StudentTPoint = { readonly t: number; readonly df: number }

const studentTTails = ({ t, df }: StudentTPoint): TwoTails =>
  symmetricTails(t, fTails({ f: t * t, df1: 1, df2: df }))

const needsPoint = (calculator: string, { t, df }: StudentTPoint): void => {
  needsReal(calculator, 't', t)
  needsDegreesOfFreedom(calculator, 'df', df)
}

/**
 * The chance that Student's t (t 分布) is at most `t`, precise however small it is. Throws on NaN or `df` ≤ 0 or > 10¹⁰.
 *
 * @example
 * ```ts
 * import { studentTCdf } from 'training-ops/metrics'
 * studentTCdf({ t: 2.262157162798205, df: 9 }).toFixed(12) // => '0.975000000000'
 * ```
 */
export const studentTCdf = /* @__PURE__ */ guarded('studentTCdf', (point: StudentTPoint): number => {
  needsPoint('studentTCdf', point)
  return studentTTails(point).lower
})

/**
 * The chance that Student's t exceeds `t`, precise however small it is.
 *
 * @example
 * ```ts
 * import { studentTUpperTail } from 'training-ops/metrics'
 * Number(studentTUpperTail({ t: 2.228, df: 10 }).toFixed(3)) // => 0.025
 * ```
 */
export const studentTUpperTail = /* @__PURE__ */ guarded(
  'studentTUpperTail',
  (point: StudentTPoint): number => {
    needsPoint('studentTUpperTail', point)
    return studentTTails(point).upper
  },
)

/**
 * The two-sided p of a t statistic: the chance of one at least this far from zero, either way.
 *
 * @example
 * ```ts
 * import { studentTTwoSided } from 'training-ops/metrics'
 * Number(studentTTwoSided({ t: 2.228, df: 10 }).toFixed(2)) // => 0.05
 * ```
 */
export const studentTTwoSided = /* @__PURE__ */ guarded(
  'studentTTwoSided',
  (point: StudentTPoint): number => {
    needsPoint('studentTTwoSided', point)
    return fTails({ f: point.t * point.t, df1: 1, df2: point.df }).upper
  },
)

/**
 * The point below which Student's t falls with the given `probability`; or above which, with the given
 * `upperTail`. From −Infinity to Infinity. Throws when the probability is outside [0, 1] or `df` ≤ 0 or > 10¹⁰.
 *
 * @example
 * ```ts
 * import { studentTQuantile } from 'training-ops/metrics'
 * studentTQuantile({ probability: 0.975, df: 9 }).toFixed(12) // => '2.262157162798'
 * ```
 */
export const studentTQuantile = /* @__PURE__ */ guarded(
  'studentTQuantile',
  (asked: Asked & { readonly df: number }): number => {
    needsDegreesOfFreedom('studentTQuantile', 'df', asked.df)
    needsChance('studentTQuantile', asked)
    return symmetricPoint(asked, (tails) => fPointOf(tails, { df1: 1, df2: asked.df }))
  },
)
