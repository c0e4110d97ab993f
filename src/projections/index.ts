/** Views across contexts: folds that anyone may look at, and the figures taken from them when read. */

export {
  type AlignmentRow,
  type AlignmentState,
  alignment,
  alignmentRows,
  linesWithoutNeed,
  relevanceShare,
} from './alignment.ts'
export {
  type BudgetInCurrency,
  type BudgetLine,
  type BudgetState,
  budget,
  budgetByCurrencyOf,
  type MoneyAsked,
} from './budget.ts'
export { type CampaignReachState, campaignReach, reachRate } from './campaign-reach.ts'
export {
  type EvaluationRecordState,
  evaluationRecord,
  type RecordedFinding,
  type RecordedImprovement,
} from './evaluation-record.ts'
export { type FullyLoaded, fullyLoadedCostOf } from './fully-loaded.ts'
export { type GapCell, type GapReading, gapCells, gapEvidence } from './gaps/cells.ts'
export { type PersonalGap, personalGaps } from './gaps/personal.ts'
export { type GapHeatmapState, gapHeatmap, type LearnerLevels, type SeenAssessment } from './gaps/state.ts'
export {
  type BackloggedImprovement,
  type ImprovementBacklogState,
  type ImprovementOnList,
  improvementBacklog,
  improvementsAsOf,
} from './improvement-backlog.ts'
export type { AdoptionRule } from './kirkpatrick/behaviour.ts'
export { type AnswerOrigin, reactionBySegment, type SegmentOf } from './kirkpatrick/by-segment.ts'
export { contribution } from './kirkpatrick/contribution.ts'
export { asPublished, type KirkpatrickFigure } from './kirkpatrick/figure.ts'
export { type FigureRule, kirkpatrickFigures } from './kirkpatrick/figures.ts'
export { type EvaluationInputs, evaluationInputs } from './kirkpatrick/inputs.ts'
export { type ReportCheck, recomputeReport } from './kirkpatrick/recompute.ts'
export type { ReturnRule } from './kirkpatrick/return.ts'
export {
  kirkpatrickScorecard,
  type Scorecard,
  type ScorecardLevel,
} from './kirkpatrick/scorecard.ts'
export {
  type AskedAbout,
  type AskedQuestions,
  type GivenResponse,
  type KirkpatrickState,
  kirkpatrick,
  kirkpatrickOfOffering,
  type MeasuredOutcome,
  type PricedBenefit,
} from './kirkpatrick/state.ts'
export {
  type LiaisonCalendarState,
  type LiaisonTask,
  liaisonCalendar,
  liaisonTasks,
} from './liaison-calendar.ts'
export { type OpenMilestone, openMilestonesOf } from './milestones.ts'
export { type NeedsReportState, needsReport, type SeenEvidence, type SeenNeed } from './needs-report.ts'
export { type ObjectiveOutcome, objectiveOutcomes } from './objective-outcomes.ts'
export {
  type LineVsActual,
  type PlanVsActualState,
  planVsActual,
  planVsActualIn,
} from './plan-vs-actual.ts'
export { budgetOf, type CommittedFunds, committedFunds, type ProgramBudget } from './program-budget.ts'
export {
  type ProgramStage,
  type ProgramStatusState,
  programStatus,
  type StudyStage,
} from './program-status.ts'
export {
  creditStanding,
  type RewardLine,
  type RewardStatementState,
  rewardStatement,
} from './reward-statement.ts'
