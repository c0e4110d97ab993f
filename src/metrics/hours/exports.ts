export { type ClassHourPolicy, classHours, classHoursAccumulator } from './class-hours.ts'
export { hoursPerLearner, hoursPerLearnerAccumulator, type LearnerMinutes } from './hours-per-learner.ts'
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
