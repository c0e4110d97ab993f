import { projections } from '../kernel/index.ts'
import type { NeedsEvent } from '../needs/events.ts'
import { derivedId } from '../vocabulary/index.ts'

type Shown = {
  readonly offeringId: string
  readonly learnerId: string
  readonly frameworkId: string
  readonly competency: string
}

/** The id under which a completion is an assessment of one competency. */
export const assessmentIdOf = ({ offeringId, learnerId, frameworkId, competency }: Shown): string =>
  derivedId(offeringId, learnerId, frameworkId, competency)

/** The assessments by which a learner's completion of an offering counts as competence shown, and of when; nobody else's word is among them. */
export const assessmentsOfCompletion = projections<NeedsEvent>()({
  name: 'assessmentsOfCompletion',
  by: ['offeringId', 'learnerId'],
  initial: (): { assessedAt: Record<string, string> } => ({ assessedAt: {} }),
  on: {
    CompetencyAssessed: (shown, { competencyAssessmentId: id, offeringId = '', ...assessed }) => {
      if (id === assessmentIdOf({ offeringId, ...assessed })) shown.assessedAt[id] = assessed.assessedAt
    },
  },
})
