import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { type BenefitsAndCosts, needsBenefitsAndCosts, ofSummedPrograms } from './benefits-and-costs.ts'

/**
 * Return on investment (投资回报率), M83: what is left of the benefits after the costs, in percent of the costs.
 *
 * Formula: (benefits − costs) / costs × 100, which is 100 × (benefit–cost ratio − 1).
 *
 * When to use: for the few programs worth the trouble, with isolated benefits, fully loaded costs and evidence at
 * every lower level (`credibleBenefit`).
 * When not: as gross benefits over costs, which is the benefit–cost ratio and a hundred points higher.
 *
 * Result: percent, 0 at break-even, below it a loss; `undefined` (`ZeroDenominator`) when the costs are 0. Throws
 * when benefits are not finite, costs are not a number ≥ 0, or the currency is not three capital letters.
 *
 * Source: Phillips & Phillips, ROI methodology.
 *
 * @example
 * ```ts
 * import { returnOnInvestment } from 'training-ops/metrics'
 * returnOnInvestment({ benefits: 55_800, costs: 40_000, currency: 'USD' }) // => { status: 'ok', value: 39.5, n: 1, unit: 'percent', currency: 'USD' }
 * returnOnInvestment({ benefits: 30_000, costs: 40_000, currency: 'USD' }) // => { status: 'ok', value: -25, n: 1, unit: 'percent', currency: 'USD' }
 * ```
 */
export const returnOnInvestment = /* @__PURE__ */ guarded(
  'returnOnInvestment',
  (program: BenefitsAndCosts): MetricResult => {
    needsBenefitsAndCosts('returnOnInvestment', program)
    const { benefits, costs, currency } = program
    if (costs === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'costs' })
    const netBenefits = benefits - costs
    return measured({ value: (netBenefits / costs) * 100, n: 1, unit: 'percent', currency })
  },
)

/** The return on several programs' summed costs, from their summed benefits. */
export const returnOnInvestmentAccumulator = /* @__PURE__ */ guardedAccumulator(
  'returnOnInvestmentAccumulator',
  /* @__PURE__ */ ofSummedPrograms('returnOnInvestment', returnOnInvestment),
)

export const returnOnInvestmentEntry: MetricEntry = {
  id: 'M83',
  calculator: 'returnOnInvestment',
  unit: 'percent',
  quantity: 'programs',
  better: 'more',
  level: 'L5',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Phillips ROI methodology'],
}
