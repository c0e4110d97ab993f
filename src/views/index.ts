/** Views: functions of records and figures that a screen shows. */
export { type AgendaItem, agenda, readinessOf } from './agenda.ts'
export {
  type AlignmentRow,
  alignmentRows,
  linesWithoutNeed,
  type Traced,
} from './alignment.ts'
export {
  boardOf,
  type ClassOnBoard,
  countEnrolments,
  type EnrolmentCounts,
  enrolmentsBy,
} from './board.ts'
export { type CourseSought, casesIn, coursesIn, type TrainerInPool, trainersIn } from './catalog.ts'
export { openByDepartment } from './department-tasks.ts'
export {
  type ExecutiveSummary,
  executiveSummary,
  type MoneyAsk,
  type SummaryOf,
} from './executive-summary.ts'
export { type ImprovementOnList, improvementsAsOf } from './improvements.ts'
export { type LiaisonTask, liaisonTasks } from './liaison.ts'
export { type BoardTask, type DueItem, operationsBoard } from './operations-board.ts'
export { type AskedToRead, mayRead, readPermissions, relationsToRead } from './permissions.ts'
export { type LineVsActual, planVsActualIn } from './plan-vs-actual.ts'
export { type PlannedAndActual, plannedAndActual } from './planned-and-actual.ts'
export {
  type LifecyclePhase,
  programTimeline,
  type Room,
  type TimelineEntry,
} from './program-timeline.ts'
export { type ProviderCard, type ProviderFigures, providerCards, providerFigures } from './providers.ts'
export {
  type CompetencyWanted,
  type PathRecommender,
  type PathRequest,
  pathByGaps,
  type RecommendedPath,
  recommendedPath,
} from './recommended-path.ts'
export { type RosterCounts, type RosterStatistics, rosterOf, rosterStatistics } from './roster.ts'
export { kirkpatrickScorecard, type Scorecard, type ScorecardLevel } from './scorecard.ts'
export { type TrainerCard, type TrainerFigures, trainerCards, trainerFigures } from './trainers.ts'
export { askedAt, minutesIn, minutesOn, type Transcript, transcriptsOf } from './transcript.ts'
export { type CurrentCell, type WhoIsCurrent, whoIsCurrent } from './who-is-current.ts'
