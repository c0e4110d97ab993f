import type { KnownNeed, NeedsAssessmentState } from './state.ts'

/** The needs still pursued, by id. */
export const pursued = ({ needs }: NeedsAssessmentState): readonly (readonly [string, KnownNeed])[] =>
  Object.entries(needs).filter(([, { dismissed }]) => !dismissed)
