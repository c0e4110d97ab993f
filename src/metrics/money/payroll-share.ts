import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCounts, needsCurrency } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { censusShare } from '../share.ts'
import { summing } from '../summing.ts'

/** Both in minor units of the same currency and for the same period. */
export type PayrollCost = {
  readonly cost: number
  readonly payroll: number
  readonly currency: string
}

/**
 * Training spend share of payroll (培训费用占工资总额比), M20: what is spent on training for each unit of pay.
 *
 * Formula: training cost / total payroll.
 *
 * When to use: to compare with a legal minimum or a benchmark.
 * When not: across currencies; convert first, at a rate you can state.
 *
 * Result: a ratio, which may exceed 1; `n` is the payroll in minor units; `undefined` (`ZeroDenominator`) without
 * payroll. Throws when an amount is not a whole number ≥ 0 or the currency is not three capital letters.
 *
 * Source: ATD's State of the Industry measures (direct expenditure as a percentage of payroll).
 *
 * @example
 * ```ts
 * import { payrollShare } from 'training-ops/metrics'
 * payrollShare({ cost: 250_000, payroll: 10_000_000, currency: 'CNY' }) // => { status: 'ok', value: 0.025, n: 10_000_000, unit: 'ratio', currency: 'CNY' }
 * ```
 */
export const payrollShare = /* @__PURE__ */ guarded(
  'payrollShare',
  ({ cost, payroll, currency }: PayrollCost): MetricResult => {
    needsCounts('payrollShare', { cost, payroll })
    needsCurrency('payrollShare', 'currency', currency)
    return censusShare({ part: cost, whole: payroll, what: 'payroll', currency })
  },
)

export const payrollShareAccumulator = /* @__PURE__ */ guardedAccumulator(
  'payrollShareAccumulator',
  /* @__PURE__ */ summing<PayrollCost, MetricResult>(
    'payrollShare',
    { cost: 0, payroll: 0, currency: '' },
    payrollShare,
  ),
)

export const payrollShareEntry: MetricEntry = {
  id: 'M20',
  calculator: 'payrollShare',
  unit: 'ratio',
  quantity: 'minorUnits',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['ATD State of the Industry'],
}
