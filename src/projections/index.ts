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
  type CaseInCatalogue,
  type CatalogueState,
  type CourseInCatalogue,
  type CourseSought,
  casesIn,
  catalogue,
  coursesIn,
  type TrainerInCatalogue,
  trainersIn,
} from './catalogue.ts'
export { type AgendaItem, agenda, readinessOf } from './class/agenda.ts'
export type { CalendarOnBoard, SessionOnBoard } from './class/calendar.ts'
export { type ClassFigures, classFigures, type PlannedAndActual, plannedAndActual } from './class/figures.ts'
export type {
  ClassOnBoard,
  IncidentOnBoard,
  InteractionsOnBoard,
  TaskOnBoard,
} from './class/in-class.ts'
export {
  type AttemptRecord,
  type ClassRecordState,
  type ClassSession,
  classRecord,
  type RegisteredAttendance,
} from './class-record.ts'
export {
  type ComplianceMatrix,
  type ComplianceQuestion,
  complianceIn,
  complianceMatrix,
  obligationCountsIn,
  onTimeCompletionIn,
  overdueIn,
  type StandingObligation,
} from './compliance.ts'
export { type ContentUseState, contentUse, reuseIn } from './content-use.ts'
export {
  type EvaluationRecordState,
  evaluationRecord,
  type RecordedFinding,
  type RecordedImprovement,
} from './evaluation-record.ts'
export {
  type ExecutiveSummary,
  executiveSummary,
  type MoneyAsk,
  type MoneyInSummary,
  type SummaryOf,
} from './executive-summary.ts'
export { type FullyLoaded, fullyLoadedCostOf } from './fully-loaded.ts'
export { type CameSoFar, type FunnelState, funnel, funnelOf } from './funnel.ts'
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
export { defineMetric, type MetricDefinition, measureAll } from './metric-definition.ts'
export { type OpenMilestone, openMilestonesOf } from './milestones.ts'
export { type NeedsReportState, needsReport, type SeenEvidence, type SeenNeed } from './needs-report.ts'
export { type ObjectiveOutcome, objectiveOutcomes } from './objective-outcomes.ts'
export {
  type AttemptStage,
  attemptsIn,
  type OfferingOnBoard,
  type OfferingStage,
  offeringBoard,
} from './offering-board.ts'
export { type BoardTask, type DueItem, operationsBoard } from './operations-board.ts'
export {
  type AttendedSession,
  type CompletionState,
  completion,
  completionRateIn,
  coverageIn,
  type Days,
  type Endings,
  hoursPerEmployeeIn,
  minutesByLearner,
  type TrainingHoursState,
  trainingHours,
} from './participation.ts'
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
  type LifecyclePhase,
  programTimeline,
  type Room,
  type TimelineEntry,
} from './program-timeline.ts'
export {
  type AgreedTerms,
  type LastScreening,
  type ProviderCard,
  type ProviderFigures,
  type ProviderScorecardState,
  providerFigures,
  providerScorecard,
} from './provider-scorecard.ts'
export {
  type CompetencyWanted,
  type PathRecommender,
  type PathRequest,
  pathByGaps,
  type RecommendedPath,
  recommendedPath,
} from './recommended-path.ts'
export type { ResourceRecord } from './resource-record.ts'
export {
  creditStanding,
  type RewardLine,
  type RewardStatementState,
  rewardStatement,
} from './reward-statement.ts'
export {
  type OnRoster,
  type RosterCounts,
  type RosterState,
  type RosterStatistics,
  type RosterStatus,
  roster,
  rosterStatistics,
} from './roster.ts'
export { type AnnualTrainingStatistics, annualTrainingStatistics } from './statistics/annual.ts'
export { type CultureIndex, cultureIndex } from './statistics/culture-index.ts'
export { type ClassHoursIn, classHoursIn, trainingHoursTable } from './statistics/hours.ts'
export type { TrainingQuestion } from './statistics/question.ts'
export {
  outsideWorkforce,
  type SegmentedQuestion,
  type TrainingFigures,
  trainingStatistics,
  trainingStatisticsBySegment,
} from './statistics/statistics.ts'
export { type TaskOriginsState, taskOrigins, templateShareOf } from './task-origins.ts'
export {
  type DepartmentItem,
  openByDepartment,
  type TasksByDepartmentState,
  tasksByDepartment,
} from './tasks-by-department.ts'
export { timeToCompetenceIn } from './time-to-competence.ts'
export {
  type TrainerCard,
  type TrainerFigures,
  type TrainerScorecardState,
  trainerFigures,
  trainerScorecard,
} from './trainer-scorecard.ts'
export {
  type AttemptOnRecord,
  type CertificateOnRecord,
  minutesOn,
  type Transcript,
  transcript,
} from './transcript.ts'
