export {
  type AttendancePolicy,
  attendanceRate,
  attendanceRateAccumulator,
  type SessionAttendance,
} from './attendance-rate.ts'
export {
  type FunnelLists,
  type FunnelStage,
  type FunnelStep,
  funnel,
  funnelAccumulator,
  funnelStages,
} from './funnel.ts'
export {
  type LateWithdrawals,
  lateWithdrawalRate,
  lateWithdrawalRateAccumulator,
} from './late-withdrawal-rate.ts'
export { type NoShowCounts, noShowRate, noShowRateAccumulator } from './no-show-rate.ts'
export {
  type Participations,
  participationRatio,
  participationRatioAccumulator,
} from './participation-ratio.ts'
export { type QuestionCounts, questionRate, questionRateAccumulator } from './question-rate.ts'
export { type Seats, seatFill, seatFillAccumulator } from './seat-fill.ts'
export {
  type EnrolmentSources,
  selfInitiatedShare,
  selfInitiatedShareAccumulator,
} from './self-initiated-share.ts'
export { type CoverageLists, trainingCoverage, trainingCoverageAccumulator } from './training-coverage.ts'
export {
  type WaitlistCounts,
  waitlistConversion,
  waitlistConversionAccumulator,
} from './waitlist-conversion.ts'
