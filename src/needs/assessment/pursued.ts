import type { KnownNeed, NeedsAssessmentState } from './state.ts'

/** The needs still pursued, by id, in the order in which they came. */
export const pursued = ({
  needs,
  needIds,
}: NeedsAssessmentState): readonly (readonly [string, KnownNeed])[] =>
  needIds.flatMap((needId) => {
    const need = needs[needId]
    return need === undefined || need.dismissed ? [] : [[needId, need] as const]
  })
