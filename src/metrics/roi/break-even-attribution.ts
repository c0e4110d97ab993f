import type { MetricEntry } from '../entry.ts'
import { guarded, needsAmount, needsCurrency, needsNumber } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** The cost of a program and the worth of the whole improvement, whoever brought it about. */
export type CostsAndUnisolatedBenefit = {
  readonly costs: number
  /** Before anything is taken off for other causes. */
  readonly unisolatedBenefit: number
  readonly currency: string
}

/**
 * Break-even attribution (盈亏平衡归因率), M85: what share of an improvement training must have caused for the
 * program to have paid for itself.
 *
 * Formula: costs / unisolated benefit.
 *
 * When to use: when nobody can isolate the effect: it turns "how much was training?" into "was it at least this?".
 * When not: as an estimate of the share: it says nothing about what training did.
 *
 * Result: a ratio; above 1 with the note `CannotBreakEven`, for even the whole improvement does not cover the
 * costs; `undefined` (`NotReached`) when the improvement is worth nothing or less. Throws when the benefit is not
 * finite, costs not a number ≥ 0, or the currency is not three capital letters.
 *
 * Source: Phillips & Phillips, ROI methodology (break-even analysis).
 *
 * @example
 * ```ts
 * import { breakEvenAttribution } from 'training-ops/metrics'
 * breakEvenAttribution({ costs: 40_000, unisolatedBenefit: 160_000, currency: 'USD' }) // => { status: 'ok', value: 0.25, n: 1, unit: 'ratio' }
 * breakEvenAttribution({ costs: 40_000, unisolatedBenefit: 32_000, currency: 'USD' }) // => { status: 'ok', value: 1.25, n: 1, unit: 'ratio', notes: [{ code: 'CannotBreakEven' }] }
 * ```
 */
export const breakEvenAttribution = /* @__PURE__ */ guarded(
  'breakEvenAttribution',
  (program: CostsAndUnisolatedBenefit): MetricResult => {
    const { costs, unisolatedBenefit, currency } = program
    needsAmount('breakEvenAttribution', 'costs', costs)
    needsNumber('breakEvenAttribution', 'unisolatedBenefit', unisolatedBenefit)
    needsCurrency('breakEvenAttribution', 'currency', currency)
    if (unisolatedBenefit <= 0) return notMeasurable({ code: 'NotReached', what: 'break-even' })
    const neededShare = costs / unisolatedBenefit
    return measured({
      value: neededShare,
      n: 1,
      unit: 'ratio',
      ...(neededShare > 1 && { notes: [{ code: 'CannotBreakEven' }] }),
    })
  },
)

export const breakEvenAttributionEntry: MetricEntry = {
  id: 'M85',
  calculator: 'breakEvenAttribution',
  unit: 'ratio',
  quantity: 'programs',
  level: 'L5',
  class: 'effectiveness',
  options: {},
  accumulates: { no: 'of one program; add costs and benefits of several, then ask' },
  sources: ['Phillips ROI methodology'],
}
