/** Figures: every figure is computed from records, under the id of its metric. */
export { type AnnualTrainingStatistics, annualTrainingStatistics } from './annual.ts'
export type { AdoptionRule } from './behaviour/behaviour.ts'
export {
  incidentRateFigure,
  knowledgeSharingFigure,
  planStabilityFigure,
  questionRateFigure,
  seatFillFigure,
  sessionsOnScheduleFigure,
  timeToResolveFigure,
  trainerLoadFigure,
} from './classes.ts'
export {
  type ComplianceMatrix,
  type ComplianceQuestion,
  complianceByRequirement,
  complianceFigure,
  complianceMatrix,
  obligationCountsIn,
  onTimeCompletionFigure,
  overdueFigure,
  type RequirementFigures,
  type StandingObligation,
} from './compliance.ts'
export { reuseFigure } from './content-use.ts'
export { creditStatus } from './credit.ts'
export { type CultureIndex, cultureIndex } from './culture-index.ts'
export { type Evidence, type EvidenceQuestion, evidenceInSteps, evidenceOf } from './evidence.ts'
export { type AnyFigure, type Figure, figureOf, type MetricFigure, type TrainingFigure } from './figure.ts'
export { type FunnelStage, funnelOf } from './funnel.ts'
export { type GapCell, type GapReading, gapCells, gapEvidence } from './gaps/cells.ts'
export { type PersonalGap, personalGaps } from './gaps/personal.ts'
export { classHoursFigure, type TrainingHours, trainingHoursTable } from './hours.ts'
export { asPublished, type KirkpatrickFigure } from './kirkpatrick/figure.ts'
export { type FigureRule, kirkpatrickFigures } from './kirkpatrick/figures.ts'
export { type EvaluationInputs, evaluationInputs } from './kirkpatrick/inputs.ts'
export {
  type DisclosureRule,
  protectStudy,
  type Release,
  type StudyDisclosure,
} from './kirkpatrick/protect-study.ts'
export { type ReportCheck, recomputeReport } from './kirkpatrick/recompute.ts'
export { defineMetric, type MetricDefinition, measureAll } from './metric-definition.ts'
export { shownReachedOn } from './milestones.ts'
export { type BudgetInCurrency, budgetByCurrencyOf, budgetOf, type ProgramBudget } from './money.ts'
export {
  audienceOf,
  type ObjectiveOutcome,
  objectiveOutcomes,
  type ProgramAudience,
} from './objective-outcomes.ts'
export {
  attendanceFigure,
  completionFigure,
  coverageFigure,
  hoursPerEmployeeFigure,
  hoursPerLearnerFigure,
  lateWithdrawalFigure,
  noShowFigure,
  participationsFigure,
  repeatParticipationFigure,
  selfInitiatedFigure,
  waitlistConversionFigure,
} from './participation.ts'
export {
  budgetExecutionFigure,
  budgetVarianceFigure,
  milestonesOnTimeFigure,
  type OpenMilestone,
  openMilestonesOf,
  planCompletionFigure,
  planReachFigure,
} from './plan.ts'
export type { Days, TrainingQuestion } from './question.ts'
export { resourceRatingFigure } from './ratings.ts'
export { campaignReachFigure } from './reach.ts'
export { answerFigures, otherThemes } from './reaction/answers.ts'
export {
  type AnswerOrigin,
  type ReactionTable,
  reactionBySegment,
  type SegmentOf,
} from './reaction/by-segment.ts'
export { type LearnersRating, learnersRatings } from './reaction/by-trainer.ts'
export { relevanceShareFigure } from './relevance.ts'
export { contribution } from './results/contribution.ts'
export { type FullyLoaded, fullyLoadedCostOf } from './return/fully-loaded.ts'
export type { ReturnRule } from './return/return.ts'
export {
  outsideWorkforce,
  type SegmentedQuestion,
  statisticsFigures,
  type TrainingFigures,
  trainingStatistics,
  trainingStatisticsBySegment,
} from './statistics.ts'
export { templateShareFigure } from './task-origins.ts'
export { timeToCompetenceFigure } from './time-to-competence.ts'
export { trainerUtilisationFigure } from './trainer-time.ts'
