import { guarded, needsAt, needsAtMost, needsCount } from './guard.ts'
import type { Interval } from './result.ts'

const z = 1.959963984540054 // the normal quantile of 0.975

type Sample = { readonly successes: number; readonly n: number }

/** `wilson`, for counts that were looked at already. */
export const wilsonInterval = ({ successes, n }: Sample): Interval => {
  const whole = n + z * z
  const centre = (successes + (z * z) / 2) / whole
  const half = (z * Math.sqrt((successes * (n - successes)) / n + (z * z) / 4)) / whole
  return {
    low: successes === 0 ? 0 : centre - half,
    high: successes === n ? 1 : centre + half,
    confidence: 0.95,
    method: 'wilson',
  }
}

/**
 * Wilson score interval of a sampled proportion (Wilson 1927): always inside [0, 1], and of sensible width
 * at 0 and at 1 where the textbook interval has none. 95 % confidence. Both are counts: throws on a fraction, and unless 0 ≤ successes ≤ n,
 * n ≥ 1.
 *
 * @example
 * ```ts
 * import { wilson } from 'training-ops/metrics'
 * const { low, high } = wilson({ successes: 81, n: 263 })
 * low.toFixed(4) // => '0.2553'
 * high.toFixed(4) // => '0.3662'
 * ```
 */
export const wilson = /* @__PURE__ */ guarded('wilson', ({ successes, n }: Sample): Interval => {
  needsAt(Number.isSafeInteger(n) && n >= 1, 'wilson', 'at least one observation', 'n', n)
  needsCount('wilson', 'successes', successes)
  needsAtMost('wilson', 'successes', successes, n, 'n')
  return wilsonInterval({ successes, n })
})
