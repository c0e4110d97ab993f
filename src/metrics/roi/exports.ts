export {
  benefitCostRatio,
  benefitCostRatioAccumulator,
  benefitCostRatioEntry,
} from './benefit-cost-ratio.ts'
export type { BenefitsAndCosts } from './benefits-and-costs.ts'
export {
  breakEvenAttribution,
  breakEvenAttributionEntry,
  type CostsAndUnisolatedBenefit,
} from './break-even-attribution.ts'
export {
  type BenefitSource,
  credibleBenefit,
  credibleBenefitEntry,
  type RoiEvidence,
} from './credible-benefit.ts'
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
export { type CostsAndAnnualBenefits, paybackPeriod, paybackPeriodEntry } from './payback-period.ts'
export {
  returnOnInvestment,
  returnOnInvestmentAccumulator,
  returnOnInvestmentEntry,
} from './return-on-investment.ts'
export {
  type GridPoint,
  type RoiInput,
  type RoiSensitivity,
  roiInputs,
  roiSensitivity,
  roiSensitivityEntry,
  type TornadoBar,
  type UncertainInput,
  type UncertainProgram,
} from './roi-sensitivity.ts'
