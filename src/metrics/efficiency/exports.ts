export {
  type AttendancePolicy,
  attendanceRate,
  attendanceRateAccumulator,
  type SessionAttendance,
} from './attendance-rate.ts'
export {
  type BudgetFigures,
  type BudgetLine,
  type BudgetSums,
  budgetByCurrency,
  budgetByCurrencyAccumulator,
  budgetExecution,
  budgetExecutionAccumulator,
  budgetVariance,
  budgetVarianceAccumulator,
} from './budget-execution.ts'
export { type ClassHourPolicy, classHours, classHoursAccumulator } from './class-hours.ts'
export {
  type CompletionPolicy,
  completionOfEnrolments,
  completionOfEnrolmentsAccumulator,
  type EnrolmentOutcome,
  type EnrolmentStatus,
} from './completion-of-enrolments.ts'
export { type CompletionCounts, completionRate, completionRateAccumulator } from './completion-rate.ts'
export { type CompliancePolicy, complianceRate, complianceRateAccumulator } from './compliance-rate.ts'
export { costPerHour, costPerHourAccumulator, type HourCost } from './cost-per-hour.ts'
export { costPerLearner, costPerLearnerAccumulator, type LearnerCost } from './cost-per-learner.ts'
export {
  directCostPerEmployee,
  directCostPerEmployeeAccumulator,
  type EmployeeCost,
} from './direct-cost-per-employee.ts'
export {
  type FunnelLists,
  type FunnelStage,
  type FunnelStep,
  funnel,
  funnelAccumulator,
  funnelStages,
} from './funnel.ts'
export { hoursPerLearner, hoursPerLearnerAccumulator, type LearnerMinutes } from './hours-per-learner.ts'
export { type IncidentCounts, incidentRate, incidentRateAccumulator } from './incident-rate.ts'
export {
  internalDeliveryShare,
  internalDeliveryShareAccumulator,
  type TaughtSession,
} from './internal-delivery-share.ts'
export {
  type LateWithdrawals,
  lateWithdrawalRate,
  lateWithdrawalRateAccumulator,
} from './late-withdrawal-rate.ts'
export { type Incident, meanTimeToResolve, meanTimeToResolveAccumulator } from './mean-time-to-resolve.ts'
export { type NoShowCounts, noShowRate, noShowRateAccumulator } from './no-show-rate.ts'
export { type Obligation, type ObligationState, obligationState } from './obligation.ts'
export {
  type MilestoneCounts,
  onScheduleDelivery,
  onScheduleDeliveryAccumulator,
} from './on-schedule-delivery.ts'
export { type DatedCompletion, onTimeCompletion, onTimeCompletionAccumulator } from './on-time-completion.ts'
export {
  type ObligationCounts,
  type ObligationWindow,
  obligationCounts,
  obligationCountsAccumulator,
  overdueRate,
  overdueRateAccumulator,
} from './overdue-rate.ts'
export {
  type Participations,
  participationRatio,
  participationRatioAccumulator,
} from './participation-ratio.ts'
export { type PayrollCost, payrollShare, payrollShareAccumulator } from './payroll-share.ts'
export { type PlanCounts, planCompletion, planCompletionAccumulator } from './plan-completion.ts'
export { planStability, planStabilityAccumulator, type SessionChanges } from './plan-stability.ts'
export { type QuestionCounts, questionRate, questionRateAccumulator } from './question-rate.ts'
export { type ContentUse, reuseRatio, reuseRatioAccumulator } from './reuse-ratio.ts'
export { type Seats, seatFill, seatFillAccumulator } from './seat-fill.ts'
export {
  type EnrolmentSources,
  selfInitiatedShare,
  selfInitiatedShareAccumulator,
} from './self-initiated-share.ts'
export {
  type CompetenceStep,
  competenceCurve,
  competenceCurveAccumulator,
  type OnboardingTime,
  timeToCompetence,
  timeToCompetenceAccumulator,
} from './time-to-competence.ts'
export { type TrainerMinutes, trainerLoad, trainerLoadAccumulator } from './trainer-load.ts'
export { type TrainerTime, trainerUtilisation, trainerUtilisationAccumulator } from './trainer-utilisation.ts'
export { type CoverageLists, trainingCoverage, trainingCoverageAccumulator } from './training-coverage.ts'
export {
  type HoursProfile,
  type HoursTable,
  type SegmentHours,
  type SegmentPolicy,
  type SegmentRecord,
  trainingHoursBySegment,
  trainingHoursBySegmentAccumulator,
} from './training-hours-by-segment.ts'
export {
  type HeadcountBasis,
  type HoursBasis,
  type TrainingHours,
  trainingHoursPerEmployee,
  trainingHoursPerEmployeeAccumulator,
} from './training-hours-per-employee.ts'
export {
  type WaitlistCounts,
  waitlistConversion,
  waitlistConversionAccumulator,
} from './waitlist-conversion.ts'
