export {
  benefitCostRatio,
  benefitCostRatioAccumulator,
  benefitCostRatioEntry,
} from './benefit-cost-ratio.ts'
export type { BenefitsAndCosts } from './benefits-and-costs.ts'
export {
  type CostCategory,
  type CostLife,
  type CostLine,
  costCategories,
  fullyLoadedCost,
  fullyLoadedCostAccumulator,
  fullyLoadedCostEntry,
  type ProgramCosts,
} from './fully-loaded-cost.ts'
export { type IsolatedBenefit, monetisedBenefit, monetisedBenefitEntry } from './monetised-benefit.ts'
export {
  returnOnInvestment,
  returnOnInvestmentAccumulator,
  returnOnInvestmentEntry,
} from './return-on-investment.ts'
