/** What is measured: every figure is taken from records, under the id of its metric. */
export { type AnnualTrainingStatistics, annualTrainingStatistics } from './annual.ts'
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
  complianceIn,
  complianceMatrix,
  obligationCountsIn,
  onTimeCompletionIn,
  overdueIn,
  type StandingObligation,
} from './compliance.ts'
export { reuseIn } from './content-use.ts'
export { type CultureIndex, cultureIndex } from './culture-index.ts'
export { type AnyFigure, type Figure, figureOf, type MetricFigure } from './figure.ts'
export { funnelOf } from './funnel.ts'
export { type ClassHoursIn, classHoursIn, trainingHoursTable } from './hours.ts'
export { defineMetric, type MetricDefinition, measureAll } from './metric-definition.ts'
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
export type { Days, TrainingQuestion } from './question.ts'
export {
  outsideWorkforce,
  type SegmentedQuestion,
  statisticsFigures,
  type TrainingFigures,
  trainingStatistics,
  trainingStatisticsBySegment,
} from './statistics.ts'
export { templateShareOf } from './task-origins.ts'
export { timeToCompetenceIn } from './time-to-competence.ts'
