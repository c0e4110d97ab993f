import { guarded, needsAtMost, needsCount } from '../guard.ts'
import { wilsonInterval } from '../interval.ts'
import type { Interval, Measured, MetricResult } from '../result.ts'

/** A figure of those who answered, and how many could have. */
export type PartialResponse = { readonly figure: MetricResult; readonly eligible: number }

const calculator = 'partialResponse'

/** With the finite population correction, a sample of n is worth n (N − 1) / (N − n). */
const ofShare = ({ value, n }: Measured, eligible: number): Interval => {
  const worth = (eligible - 1) / (eligible - n)
  const { low, high, ...rest } = wilsonInterval({ successes: value * n * worth, n: n * worth })
  return {
    ...rest,
    low: Math.max(low, (value * n) / eligible),
    high: Math.min(high, 1 - ((1 - value) * n) / eligible),
  }
}

const narrowed = ({ value }: Measured, interval: Interval, silent: number): Interval => ({
  ...interval,
  low: value - (value - interval.low) * Math.sqrt(silent),
  high: value + (interval.high - value) * Math.sqrt(silent),
})

/**
 * The interval of a figure when some of those who could answer did (部分回收时的置信区间), beside M30.
 *
 * Formula: of a share (`topTwoBox`, `intentShares`, `passRate`), Wilson's interval with the finite population correction:
 * n answers of N are worth n (N − 1) / (N − n). Of a figure that has an interval of a sample (`itemDistribution`, `meanNumber`,
 * `netPromoterScore`), that interval, narrower by √(1 − n / N).
 *
 * When to use: where a questionnaire went to everybody of a class or a site, and not all of them answered.
 * When not: as a remedy for bias: it takes those who answered as drawn at random, and does not cover that the silent may
 * think otherwise (`responseBias`).
 *
 * Result: the same figure with its interval and the note `PartialResponse` (answered, eligible); without an interval and
 * with `NoIntervalEverybody` when all answered. A share is never said to be outside of what the answers leave possible.
 * A figure that is neither a share nor has an interval keeps none; one that is `undefined` or suppressed stays so. It adds
 * nothing up: take it of the figure of all answers. Throws when more answered than were eligible.
 *
 * Source: Wilson (1927); Cochran (1977), Sampling Techniques, for the finite population correction.
 *
 * @example
 * ```ts
 * import { partialResponse, topTwoBox } from 'training-ops/metrics'
 * const figure = topTwoBox({ answers: [5, 4, 3, 5, 4, 4, 2, 5], scale: { min: 1, max: 5 } })
 * const satisfied = partialResponse({ figure, eligible: 10 })
 * satisfied.status === 'ok' && satisfied.interval?.low.toFixed(3) // => '0.600'
 * const all = partialResponse({ figure, eligible: 8 })
 * all.status === 'ok' && all.notes // => [{ code: 'NoIntervalEverybody' }]
 * ```
 */
export const partialResponse = /* @__PURE__ */ guarded(
  'partialResponse',
  ({ figure, eligible }: PartialResponse): MetricResult => {
    needsCount(calculator, 'eligible', eligible)
    if (figure?.status !== 'ok') return figure
    const { interval, notes = [], ...rest } = figure
    const { n: answered } = rest
    needsCount(calculator, 'figure.n', answered)
    needsAtMost(calculator, 'figure.n', answered, eligible, 'eligible')
    if (answered === eligible) return { ...rest, notes: [...notes, { code: 'NoIntervalEverybody' }] }
    const ofSample =
      rest.unit === 'ratio' && rest.value >= 0 && rest.value <= 1
        ? ofShare(rest, eligible)
        : interval && narrowed(rest, interval, 1 - answered / eligible)
    return {
      ...rest,
      ...(ofSample && { interval: ofSample }),
      notes: [...notes, { code: 'PartialResponse', answered, eligible }],
    }
  },
)
