import { guarded, needsAt } from './guard.ts'
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
export const wilson = /* @__PURE__ */ guarded('wilson', ({ successes, n }: Sample): Interval => {
  needsAt(Number.isFinite(n) && n >= 1, 'wilson', 'at least one observation', 'n', n)
  needsAt(
    Number.isFinite(successes) && successes >= 0 && successes <= n,
    'wilson',
    `a number from 0 to n (${n})`,
    'successes',
    successes,
  )
  return wilsonInterval({ successes, n })
})
