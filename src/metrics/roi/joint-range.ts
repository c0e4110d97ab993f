import { guarded, needsAt, needsNumber } from '../guard.ts'
import type { Measured, MetricResult } from '../result.ts'

/** An amount that somebody estimated: low ≤ likely ≤ high. */
export type Estimated = { readonly low: number; readonly likely: number; readonly high: number }

/** A figure as its estimates are most likely, and as they all may be at once. */
export type JointRange = {
  readonly likely: MetricResult
  readonly low: MetricResult
  readonly high: MetricResult
}

const calculator = 'jointRange'
const mostInputs = 12

/**
 * Joint range (联合区间), beside M86: how far a figure may be off when all the estimates behind it may be, at once.
 *
 * Formula: the figure of every combination of the lows and the highs; the least and the greatest of them.
 *
 * When to use: for costs that are estimated line by line (`fullyLoadedCost`), or any figure of estimates. One input at a
 * time says what matters most (`roiSensitivity`); all of them together may reverse a decision that none does alone.
 * When not: as a confidence interval: judged ends have no probabilities. Nor of a figure that is larger in the middle of an
 * estimate than at both its ends.
 *
 * Result: the figure of the likely values, the least and the greatest; where a combination has no figure, its reason
 * stands for both ends. It compares combinations, so there is nothing that adds up. Throws without an estimate or with more
 * than 12, or when low ≤ likely ≤ high does not hold.
 *
 * Source: Walley (1991) on interval estimates; no published standard for costs.
 *
 * @example
 * ```ts
 * import { fullyLoadedCost, jointRange } from 'training-ops/metrics'
 * const { likely, low, high } = jointRange({
 *   estimates: { trainer: { low: 80, likely: 100, high: 150 }, facilities: { low: 40, likely: 40, high: 70 } },
 *   of: ({ trainer, facilities }) => fullyLoadedCost({
 *     lines: [
 *       { category: 'trainer', amount: trainer, currency: 'EUR' },
 *       { category: 'facilities', amount: facilities, currency: 'EUR' },
 *     ],
 *   }),
 * })
 * ;[low, likely, high].map((end) => end.status === 'ok' && end.value) // => [120, 140, 220]
 * ```
 */
export const jointRange = /* @__PURE__ */ guarded(
  'jointRange',
  <Name extends string>({
    estimates,
    of,
  }: {
    readonly estimates: Readonly<Record<Name, Estimated>>
    readonly of: (values: Readonly<Record<Name, number>>) => MetricResult
  }): JointRange => {
    const names = Object.keys(estimates ?? {}) as Name[]
    needsAt(
      names.length > 0 && names.length <= mostInputs,
      calculator,
      `1 to ${mostInputs} estimates`,
      'estimates',
      names.length,
    )
    for (const name of names) {
      const { low, likely, high } = estimates[name] ?? ({} as Estimated)
      for (const [end, value] of Object.entries({ low, likely, high }))
        needsNumber(calculator, `estimates.${name}.${end}`, value as number)
      needsAt(low <= likely && likely <= high, calculator, 'low ≤ likely ≤ high', `estimates.${name}`, likely)
    }
    needsAt(typeof of === 'function', calculator, 'a function', 'of', of)
    const at = (end: (index: number) => keyof Estimated) =>
      of(
        Object.fromEntries(names.map((name, index) => [name, estimates[name][end(index)]])) as Record<
          Name,
          number
        >,
      )
    const corners = Array.from({ length: 2 ** names.length }, (_, corner) =>
      at((index) => ((corner >> index) & 1 ? 'high' : 'low')),
    )
    const likely = at(() => 'likely')
    const missing = corners.find(({ status }) => status !== 'ok')
    if (missing) return { likely, low: missing, high: missing }
    const [low, ...others] = (corners as Measured[]).sort((a, b) => a.value - b.value) as [
      Measured,
      ...Measured[],
    ]
    return { likely, low, high: others.at(-1) ?? low }
  },
)
