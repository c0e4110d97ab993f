export {
  type CompletionPolicy,
  completionOfEnrolments,
  completionOfEnrolmentsAccumulator,
  type EnrolmentOutcome,
  type EnrolmentStatus,
} from './completion-of-enrolments.ts'
export { type CompletionCounts, completionRate, completionRateAccumulator } from './completion-rate.ts'
export { type DatedCompletion, onTimeCompletion, onTimeCompletionAccumulator } from './on-time-completion.ts'
export {
  type CompetenceStep,
  competenceCurve,
  competenceCurveAccumulator,
  type OnboardingTime,
  timeToCompetence,
  timeToCompetenceAccumulator,
} from './time-to-competence.ts'
