import { applicationRateEntry } from './behaviour/application-rate.ts'
import { behaviourAdoptionEntry } from './behaviour/behaviour-adoption.ts'
import { behaviourChangeEntry } from './behaviour/behaviour-change.ts'
import { followUpCompletionEntry } from './behaviour/follow-up-completion.ts'
import { raterReliabilityEntry } from './behaviour/rater-reliability.ts'
import { requiredDriversIndexEntry } from './behaviour/required-drivers-index.ts'
import { scrapLearningEntry } from './behaviour/scrap-learning.ts'
import { selfSupervisorBiasEntry } from './behaviour/self-supervisor-bias.ts'
import type { CatalogueEntry } from './catalogue-entry.ts'
import { attendanceRateEntry } from './efficiency/attendance-rate.ts'
import { budgetExecutionEntry } from './efficiency/budget-execution.ts'
import { classHoursEntry } from './efficiency/class-hours.ts'
import { completionRateEntry } from './efficiency/completion-rate.ts'
import { complianceRateEntry } from './efficiency/compliance-rate.ts'
import { costPerLearnerEntry } from './efficiency/cost-per-learner.ts'
import { directCostPerEmployeeEntry } from './efficiency/direct-cost-per-employee.ts'
import { funnelEntry } from './efficiency/funnel.ts'
import { hoursPerLearnerEntry } from './efficiency/hours-per-learner.ts'
import { incidentRateEntry } from './efficiency/incident-rate.ts'
import { internalDeliveryShareEntry } from './efficiency/internal-delivery-share.ts'
import { lateWithdrawalRateEntry } from './efficiency/late-withdrawal-rate.ts'
import { noShowRateEntry } from './efficiency/no-show-rate.ts'
import { onScheduleDeliveryEntry } from './efficiency/on-schedule-delivery.ts'
import { onTimeCompletionEntry } from './efficiency/on-time-completion.ts'
import { overdueRateEntry } from './efficiency/overdue-rate.ts'
import { participationRatioEntry } from './efficiency/participation-ratio.ts'
import { payrollShareEntry } from './efficiency/payroll-share.ts'
import { planCompletionEntry } from './efficiency/plan-completion.ts'
import { planStabilityEntry } from './efficiency/plan-stability.ts'
import { questionRateEntry } from './efficiency/question-rate.ts'
import { reuseRatioEntry } from './efficiency/reuse-ratio.ts'
import { seatFillEntry } from './efficiency/seat-fill.ts'
import { selfInitiatedShareEntry } from './efficiency/self-initiated-share.ts'
import { timeToCompetenceEntry } from './efficiency/time-to-competence.ts'
import { trainerLoadEntry } from './efficiency/trainer-load.ts'
import { trainingCoverageEntry } from './efficiency/training-coverage.ts'
import { trainingHoursPerEmployeeEntry } from './efficiency/training-hours-per-employee.ts'
import { waitlistConversionEntry } from './efficiency/waitlist-conversion.ts'
import { classNormalisedGainEntry } from './learning/class-normalised-gain.ts'
import { effectSizeEntry } from './learning/effect-size.ts'
import { itemDifficultyEntry } from './learning/item-difficulty.ts'
import { itemDiscriminationEntry } from './learning/item-discrimination.ts'
import { meanGainEntry } from './learning/mean-gain.ts'
import { normalisedChangeEntry } from './learning/normalised-change.ts'
import { pairedTEntry } from './learning/paired-t.ts'
import { passRateEntry } from './learning/pass-rate.ts'
import { retentionEntry } from './learning/retention.ts'
import { spacedReviewEntry } from './learning/spaced-review.ts'
import { testReliabilityEntry } from './learning/test-reliability.ts'
import { wilcoxonSignedRankEntry } from './learning/wilcoxon-signed-rank.ts'
import { competencyGapEntry } from './needs/competency-gap.ts'
import { dynamicNeedEntry } from './needs/dynamic-need.ts'
import { gapPrevalenceEntry } from './needs/gap-prevalence.ts'
import { hennessyHicksRankingEntry } from './needs/hennessy-hicks-ranking.ts'
import { importancePerformanceQuadrantsEntry } from './needs/importance-performance-quadrants.ts'
import { meanWeightedDiscrepancyScoreEntry } from './needs/mean-weighted-discrepancy-score.ts'
import { needPriorityEntry } from './needs/need-priority.ts'
import { rankedDiscrepancyScoreEntry } from './needs/ranked-discrepancy-score.ts'
import { taskSelectionEntry } from './needs/task-selection.ts'
import { cronbachAlphaEntry } from './reaction/cronbach-alpha.ts'
import { intentSharesEntry } from './reaction/intent-shares.ts'
import { itemDistributionEntry } from './reaction/item-distribution.ts'
import { netPromoterScoreEntry } from './reaction/net-promoter-score.ts'
import { responseBiasEntry } from './reaction/response-bias.ts'
import { responseRateEntry } from './reaction/response-rate.ts'
import { subscaleScoresEntry } from './reaction/subscale-scores.ts'
import { topTwoBoxEntry } from './reaction/top-two-box.ts'
import { differenceInDifferencesEntry } from './results/difference-in-differences.ts'
import { estimateBasedIsolationEntry } from './results/estimate-based-isolation.ts'
import { kpiChangeEntry } from './results/kpi-change.ts'
import { leadingIndicatorStatusEntry } from './results/leading-indicator-status.ts'
import { targetAttainmentEntry } from './results/target-attainment.ts'
import { trendLineIsolationEntry } from './results/trend-line-isolation.ts'
import { turnoverRateEntry } from './results/turnover-rate.ts'
import { benefitCostRatioEntry } from './roi/benefit-cost-ratio.ts'
import { breakEvenAttributionEntry } from './roi/break-even-attribution.ts'
import { credibleBenefitEntry } from './roi/credible-benefit.ts'
import { fullyLoadedCostEntry } from './roi/fully-loaded-cost.ts'
import { monetisedBenefitEntry } from './roi/monetised-benefit.ts'
import { paybackPeriodEntry } from './roi/payback-period.ts'
import { returnOnInvestmentEntry } from './roi/return-on-investment.ts'
import { roiSensitivityEntry } from './roi/roi-sensitivity.ts'

/**
 * Every metric of the field that this library computes, in the order of their numbers: what it is called, what it is
 * counted in, which definitions it knows, and which standards ask for it. The export named in `calculator` computes it.
 *
 * @example
 * ```ts
 * import { metricCatalogue } from 'training-ops/metrics'
 * const coverage = metricCatalogue.find(({ id }) => id === 'M01')
 * coverage?.name['zh-CN'] // => '培训覆盖率'
 * coverage?.calculator // => 'trainingCoverage'
 * ```
 */
export const metricCatalogue: readonly CatalogueEntry[] = [
  trainingCoverageEntry,
  participationRatioEntry,
  trainingHoursPerEmployeeEntry,
  hoursPerLearnerEntry,
  classHoursEntry,
  completionRateEntry,
  onTimeCompletionEntry,
  attendanceRateEntry,
  noShowRateEntry,
  lateWithdrawalRateEntry,
  seatFillEntry,
  waitlistConversionEntry,
  budgetExecutionEntry,
  planCompletionEntry,
  onScheduleDeliveryEntry,
  planStabilityEntry,
  directCostPerEmployeeEntry,
  costPerLearnerEntry,
  reuseRatioEntry,
  payrollShareEntry,
  internalDeliveryShareEntry,
  trainerLoadEntry,
  selfInitiatedShareEntry,
  questionRateEntry,
  incidentRateEntry,
  complianceRateEntry,
  overdueRateEntry,
  timeToCompetenceEntry,
  funnelEntry,
  responseRateEntry,
  itemDistributionEntry,
  topTwoBoxEntry,
  subscaleScoresEntry,
  netPromoterScoreEntry,
  cronbachAlphaEntry,
  intentSharesEntry,
  responseBiasEntry,
  meanGainEntry,
  pairedTEntry,
  wilcoxonSignedRankEntry,
  effectSizeEntry,
  classNormalisedGainEntry,
  normalisedChangeEntry,
  passRateEntry,
  itemDifficultyEntry,
  itemDiscriminationEntry,
  testReliabilityEntry,
  retentionEntry,
  spacedReviewEntry,
  behaviourAdoptionEntry,
  behaviourChangeEntry,
  applicationRateEntry,
  scrapLearningEntry,
  requiredDriversIndexEntry,
  selfSupervisorBiasEntry,
  raterReliabilityEntry,
  followUpCompletionEntry,
  kpiChangeEntry,
  targetAttainmentEntry,
  differenceInDifferencesEntry,
  trendLineIsolationEntry,
  estimateBasedIsolationEntry,
  leadingIndicatorStatusEntry,
  turnoverRateEntry,
  fullyLoadedCostEntry,
  monetisedBenefitEntry,
  benefitCostRatioEntry,
  returnOnInvestmentEntry,
  paybackPeriodEntry,
  breakEvenAttributionEntry,
  roiSensitivityEntry,
  credibleBenefitEntry,
  competencyGapEntry,
  gapPrevalenceEntry,
  meanWeightedDiscrepancyScoreEntry,
  rankedDiscrepancyScoreEntry,
  hennessyHicksRankingEntry,
  taskSelectionEntry,
  importancePerformanceQuadrantsEntry,
  needPriorityEntry,
  dynamicNeedEntry,
]
