export {
  benefitCostRatio,
  benefitCostRatioAccumulator,
} from './benefit-cost-ratio.ts'
export type { BenefitsAndCosts } from './benefits-and-costs.ts'
export {
  breakEvenAttribution,
  type CostsAndUnisolatedBenefit,
} from './break-even-attribution.ts'
export {
  type BenefitSource,
  credibleBenefit,
  type RoiEvidence,
} from './credible-benefit.ts'
export {
  type CostCategory,
  type CostLife,
  type CostLine,
  costCategories,
  fullyLoadedCost,
  fullyLoadedCostAccumulator,
  type ProgramCosts,
} from './fully-loaded-cost.ts'
export { type IsolatedBenefit, monetisedBenefit } from './monetised-benefit.ts'
export { type CostsAndAnnualBenefits, paybackPeriod } from './payback-period.ts'
export {
  returnOnInvestment,
  returnOnInvestmentAccumulator,
} from './return-on-investment.ts'
export {
  type GridPoint,
  type RoiInput,
  type RoiSensitivity,
  roiInputs,
  roiSensitivity,
  type TornadoBar,
  type UncertainInput,
  type UncertainProgram,
} from './roi-sensitivity.ts'
