import type { Accumulator } from '../accumulator.ts'
import { exactlySigned, inexactly } from '../exact.ts'
import { needsAmount, needsCurrency, needsNumber } from '../guard.ts'
import { type MetricResult, notMeasurable } from '../result.ts'

/** The benefits and the costs of a program, in minor units of one currency; neither need be whole. @public */
export type BenefitsAndCosts = {
  /** Isolated and monetised; negative when things got worse. */
  readonly benefits: number
  /** Fully loaded. */
  readonly costs: number
  readonly currency: string
}

/** Exact sums over several programs, and the currencies they came in. */
export type BenefitAndCostSums = {
  readonly benefits: bigint
  readonly costs: bigint
  readonly currencies: ReadonlySet<string>
}

export const needsBenefitsAndCosts = (
  calculator: string,
  { benefits, costs, currency }: BenefitsAndCosts,
): void => {
  needsNumber(calculator, 'benefits', benefits)
  needsAmount(calculator, 'costs', costs)
  needsCurrency(calculator, 'currency', currency)
}

/** A figure of several programs together is that of their summed benefits and costs, never a mean of ratios. */
export const ofSummedPrograms = (
  calculator: string,
  measure: (sums: BenefitsAndCosts) => MetricResult,
): Accumulator<BenefitsAndCosts, BenefitAndCostSums, MetricResult> => ({
  empty: { benefits: 0n, costs: 0n, currencies: new Set() },
  lift: (program) => {
    needsBenefitsAndCosts(calculator, program)
    return {
      benefits: exactlySigned(calculator, 'benefits', program.benefits),
      costs: exactlySigned(calculator, 'costs', program.costs),
      currencies: new Set([program.currency]),
    }
  },
  combine: (a, b) => ({
    benefits: a.benefits + b.benefits,
    costs: a.costs + b.costs,
    currencies: new Set([...a.currencies, ...b.currencies]),
  }),
  extract: ({ benefits, costs, currencies }) => {
    const [currency, ...others] = [...currencies].sort()
    if (currency === undefined) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    if (others.length > 0) return notMeasurable({ code: 'MixedCurrency', currencies: [currency, ...others] })
    return measure({ benefits: inexactly(benefits), costs: inexactly(costs), currency })
  },
})
