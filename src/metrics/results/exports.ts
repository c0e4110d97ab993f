export type { ObservedUnit } from './change-by-arm.ts'
export type { StandardErrorOfDifference } from './compare-means.ts'
export {
  controlGroupDifference,
  controlGroupDifferenceAccumulator,
  type GroupOutcome,
  type TreatedAndControl,
} from './control-group-difference.ts'
export {
  type ArmUnit,
  type BeforeAndAfter,
  type DifferenceInDifferencesOptions,
  differenceInDifferences,
  differenceInDifferencesAccumulator,
} from './difference-in-differences.ts'
export {
  type BenefitEstimate,
  type BenefitEstimates,
  estimateBasedIsolation,
  estimateBasedIsolationAccumulator,
} from './estimate-based-isolation.ts'
export { type KpiReadings, kpiChange } from './kpi-change.ts'
export {
  type LeadingIndicator,
  leadingIndicatorStatus,
} from './leading-indicator-status.ts'
export { type TargetReadings, targetAttainment } from './target-attainment.ts'
export { type TrendReadings, trendLineIsolation } from './trend-line-isolation.ts'
export {
  type Separations,
  turnoverRate,
  turnoverRateAccumulator,
} from './turnover-rate.ts'
