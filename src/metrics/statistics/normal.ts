import { guarded } from '../guard.ts'
import { chiSquaredPointOf, chiSquaredTails } from './chi-squared.ts'
import { needsChance, needsReal } from './distribution-arguments.ts'
import { symmetricPoint, symmetricTails } from './symmetric.ts'
import type { Asked } from './two-tails.ts'

const normalTails = (z: number) => symmetricTails(z, chiSquaredTails({ x: z * z, df: 1 }))

/**
 * The chance that a standard normal variable (标准正态分布) is at most `z`, precise however small it is. Throws on
 * NaN.
 *
 * @example
 * ```ts
 * import { normalCdf } from 'training-ops/metrics'
 * normalCdf(1.959963984540054).toFixed(12) // => '0.975000000000'
 * ```
 */
export const normalCdf = /* @__PURE__ */ guarded('normalCdf', (z: number): number => {
  needsReal('normalCdf', 'z', z)
  return normalTails(z).lower
})

/**
 * The chance that a standard normal variable exceeds `z`, precise however small it is.
 *
 * @example
 * ```ts
 * import { normalUpperTail } from 'training-ops/metrics'
 * Number(normalUpperTail(1.96).toFixed(3)) // => 0.025
 * ```
 */
export const normalUpperTail = /* @__PURE__ */ guarded('normalUpperTail', (z: number): number => {
  needsReal('normalUpperTail', 'z', z)
  return normalTails(z).upper
})

/**
 * The point below which a standard normal variable falls with the given `probability`; or above which, with the
 * given `upperTail`. From −Infinity to Infinity. Throws when the probability is outside [0, 1].
 *
 * @example
 * ```ts
 * import { normalQuantile } from 'training-ops/metrics'
 * normalQuantile({ probability: 0.975 }).toFixed(12) // => '1.959963984540'
 * ```
 */
export const normalQuantile = /* @__PURE__ */ guarded('normalQuantile', (asked: Asked): number => {
  needsChance('normalQuantile', asked)
  return symmetricPoint(asked, (tails) => chiSquaredPointOf(tails, 1))
})
