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

/** By which assessments a learner's completion of an offering counts as competence shown; nobody else's word is among them. */
export const assessmentsOfCompletion = projections<NeedsEvent>()({
  name: 'assessmentsOfCompletion',
  by: ['offeringId', 'learnerId'],
  initial: (): { assessmentIds: string[] } => ({ assessmentIds: [] }),
  on: {
    CompetencyAssessed: ({ assessmentIds }, { competencyAssessmentId: id, offeringId = '', ...assessed }) => {
      const isShown = id === assessmentIdOf({ offeringId, ...assessed })
      if (isShown && !assessmentIds.includes(id)) assessmentIds.push(id)
    },
  },
})
