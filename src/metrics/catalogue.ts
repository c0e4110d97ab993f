import { applicationRateEntry } from './behaviour/application-rate.ts'
import { behaviourAdoptionEntry } from './behaviour/behaviour-adoption.ts'
import { behaviourChangeEntry } from './behaviour/behaviour-change.ts'
import { followUpCompletionEntry } from './behaviour/follow-up-completion.ts'
import { raterReliabilityEntry } from './behaviour/rater-reliability.ts'
import { requiredDriversIndexEntry } from './behaviour/required-drivers-index.ts'
import { scrapLearningEntry } from './behaviour/scrap-learning.ts'
import { selfSupervisorBiasEntry } from './behaviour/self-supervisor-bias.ts'
import type { CatalogueEntry } from './catalogue-entry.ts'
import { completionRateEntry } from './completion/completion-rate.ts'
import { onTimeCompletionEntry } from './completion/on-time-completion.ts'
import { timeToCompetenceEntry } from './completion/time-to-competence.ts'
import { complianceRateEntry } from './compliance/compliance-rate.ts'
import { overdueRateEntry } from './compliance/overdue-rate.ts'
import { classHoursEntry } from './hours/class-hours.ts'
import { hoursPerLearnerEntry } from './hours/hours-per-learner.ts'
import { trainingHoursPerEmployeeEntry } from './hours/training-hours-per-employee.ts'
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
import { budgetExecutionEntry } from './money/budget-execution.ts'
import { costPerLearnerEntry } from './money/cost-per-learner.ts'
import { directCostPerEmployeeEntry } from './money/direct-cost-per-employee.ts'
import { payrollShareEntry } from './money/payroll-share.ts'
import { competencyGapEntry } from './needs/competency-gap.ts'
import { dynamicNeedEntry } from './needs/dynamic-need.ts'
import { gapPrevalenceEntry } from './needs/gap-prevalence.ts'
import { hennessyHicksRankingEntry } from './needs/hennessy-hicks-ranking.ts'
import { importancePerformanceQuadrantsEntry } from './needs/importance-performance-quadrants.ts'
import { meanWeightedDiscrepancyScoreEntry } from './needs/mean-weighted-discrepancy-score.ts'
import { needPriorityEntry } from './needs/need-priority.ts'
import { rankedDiscrepancyScoreEntry } from './needs/ranked-discrepancy-score.ts'
import { taskSelectionEntry } from './needs/task-selection.ts'
import { incidentRateEntry } from './operations/incident-rate.ts'
import { internalDeliveryShareEntry } from './operations/internal-delivery-share.ts'
import { reuseRatioEntry } from './operations/reuse-ratio.ts'
import { trainerLoadEntry } from './operations/trainer-load.ts'
import { attendanceRateEntry } from './participation/attendance-rate.ts'
import { funnelEntry } from './participation/funnel.ts'
import { lateWithdrawalRateEntry } from './participation/late-withdrawal-rate.ts'
import { noShowRateEntry } from './participation/no-show-rate.ts'
import { participationRatioEntry } from './participation/participation-ratio.ts'
import { questionRateEntry } from './participation/question-rate.ts'
import { seatFillEntry } from './participation/seat-fill.ts'
import { selfInitiatedShareEntry } from './participation/self-initiated-share.ts'
import { trainingCoverageEntry } from './participation/training-coverage.ts'
import { waitlistConversionEntry } from './participation/waitlist-conversion.ts'
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
import { onScheduleDeliveryEntry } from './schedule/on-schedule-delivery.ts'
import { planCompletionEntry } from './schedule/plan-completion.ts'
import { planStabilityEntry } from './schedule/plan-stability.ts'

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
