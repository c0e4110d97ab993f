import { needsAt } from './guard.ts'
import type { Interval } from './result.ts'

const standardNormalQuantile975 = 1.959963984540054

type Sample = { readonly successes: number; readonly n: number }

/** `wilson`, for counts that were looked at already. */
export const wilsonInterval = ({ successes, n }: Sample): Interval => {
  const z = standardNormalQuantile975
  const share = successes / n
  const spread = (z * z) / n
  const centre = (share + spread / 2) / (1 + spread)
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))
  return {
    low: successes === 0 ? 0 : centre - half,
    high: successes === n ? 1 : centre + half,
    confidence: 0.95,
    method: 'wilson',
  }
}

/**
 * Wilson score interval of a sampled proportion (Wilson 1927): always inside [0, 1], and of sensible width
 * at 0 and at 1 where the textbook interval has none. 95 % confidence. Throws unless 0 ≤ successes ≤ n, n ≥ 1.
 *
 * @example
 * ```ts
 * import { wilson } from 'training-ops/metrics'
 * const { low, high } = wilson({ successes: 81, n: 263 })
 * low.toFixed(4) // => '0.2553'
 * high.toFixed(4) // => '0.3662'
 * ```
 */
export const wilson = ({ successes, n }: Sample): Interval => {
  needsAt(n >= 1, 'wilson', 'at least one observation', 'n', n)
  needsAt(successes >= 0 && successes <= n, 'wilson', `a number from 0 to n (${n})`, 'successes', successes)
  return wilsonInterval({ successes, n })
}
