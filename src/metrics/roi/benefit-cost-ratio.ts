import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { type BenefitsAndCosts, needsBenefitsAndCosts, ofSummedPrograms } from './benefits-and-costs.ts'

/**
 * Benefit–cost ratio (效益成本比), M82: what comes back for each unit of money spent.
 *
 * Formula: benefits / costs.
 *
 * When to use: beside the return on investment; 1 means break-even.
 * When not: under the name of ROI. A ratio of 1.395 is a return of 39.5 %, not of 139.5 %.
 *
 * Result: a ratio, negative when benefits are; `undefined` (`ZeroDenominator`) when the costs are 0. Throws when
 * benefits are not finite, costs are not a number ≥ 0, or the currency is not three capital letters.
 *
 * Source: Phillips & Phillips, ROI methodology.
 *
 * @example
 * ```ts
 * import { benefitCostRatio } from 'training-ops/metrics'
 * benefitCostRatio({ benefits: 55_800, costs: 40_000, currency: 'USD' }) // => { status: 'ok', value: 1.395, n: 1, unit: 'coefficient', currency: 'USD' }
 * benefitCostRatio({ benefits: 55_800, costs: 0, currency: 'USD' }) // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'costs' } }
 * ```
 */
export const benefitCostRatio = /* @__PURE__ */ guarded(
  'benefitCostRatio',
  (program: BenefitsAndCosts): MetricResult => {
    needsBenefitsAndCosts('benefitCostRatio', program)
    const { benefits, costs, currency } = program
    if (costs === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'costs' })
    return measured({ value: benefits / costs, n: 1, unit: 'coefficient', currency })
  },
)

/** The ratio of several programs' summed benefits to their summed costs. */
export const benefitCostRatioAccumulator = /* @__PURE__ */ guardedAccumulator(
  'benefitCostRatioAccumulator',
  /* @__PURE__ */ ofSummedPrograms('benefitCostRatio', benefitCostRatio),
)

export const benefitCostRatioEntry: MetricEntry = {
  id: 'M82',
  calculator: 'benefitCostRatio',
  unit: 'coefficient',
  quantity: 'programs',
  better: 'more',
  level: 'L5',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Phillips ROI methodology'],
}
