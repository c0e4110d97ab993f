import type { KnownNeed, NeedsAssessmentState } from './known.ts'
import type { Cause } from './shapes.ts'

/** Surroundings, motivation and tools are not cured by training. */
export const isTrainable = (cause: Cause): boolean => ['knowledge', 'skill', 'attitude'].includes(cause)

/** The needs still pursued, by id. */
export const pursued = ({ needs }: NeedsAssessmentState): readonly (readonly [string, KnownNeed])[] =>
  Object.entries(needs).filter(([, { dismissed }]) => !dismissed)
