import type { MetricEntry } from '../entry.ts'
import { guarded, needsAmount, needsCurrency, needsNumber } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** The cost of a program and its benefit in a year, in minor units of one currency. */
export type CostsAndAnnualBenefits = {
  readonly costs: number
  readonly annualBenefits: number
  readonly currency: string
}

/**
 * Payback period (回收期), M84: how many months of benefits it takes to cover the costs.
 *
 * Formula: costs / (annual benefits / 12).
 *
 * When to use: beside the return on investment, for readers who think in time.
 * When not: where benefits start late or fade: it takes every month to be alike.
 *
 * Result: months, not rounded; `undefined` (`NotReached`) when the benefits are 0 or less: it is never paid back,
 * which is no number of months. Throws when benefits are not finite, costs not a number ≥ 0, or the currency is not
 * three capital letters.
 *
 * Source: Phillips & Phillips, ROI methodology.
 *
 * @example
 * ```ts
 * import { paybackPeriod } from 'training-ops/metrics'
 * paybackPeriod({ costs: 45_000, annualBenefits: 60_000, currency: 'EUR' }) // => { status: 'ok', value: 9, n: 1, unit: 'months' }
 * paybackPeriod({ costs: 45_000, annualBenefits: 0, currency: 'EUR' }) // => { status: 'undefined', reason: { code: 'NotReached', what: 'payback' } }
 * ```
 */
export const paybackPeriod = /* @__PURE__ */ guarded(
  'paybackPeriod',
  ({ costs, annualBenefits, currency }: CostsAndAnnualBenefits): MetricResult => {
    needsAmount('paybackPeriod', 'costs', costs)
    needsNumber('paybackPeriod', 'annualBenefits', annualBenefits)
    needsCurrency('paybackPeriod', 'currency', currency)
    if (annualBenefits <= 0) return notMeasurable({ code: 'NotReached', what: 'payback' })
    const monthlyBenefits = annualBenefits / 12
    return measured({ value: costs / monthlyBenefits, n: 1, unit: 'months' })
  },
)

export const paybackPeriodEntry: MetricEntry = {
  id: 'M84',
  calculator: 'paybackPeriod',
  unit: 'months',
  quantity: 'programs',
  better: 'less',
  level: 'L5',
  class: 'effectiveness',
  options: {},
  accumulates: { no: 'of one program; add costs and benefits of several, then ask' },
  sources: ['Phillips ROI methodology'],
}
