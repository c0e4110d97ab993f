import { projections } from '../../kernel/index.ts'
import type { DeliveryEvent } from '../events.ts'

/** By course, the offerings it was completed at. */
export type LearningHistory = { completedAt: Record<string, readonly string[]> }

const stillCompleted = (at: readonly string[] | undefined, offeringId: string) =>
  (at ?? []).filter((one) => one !== offeringId)

/** What a learner has completed here. A new attempt adds to it and takes nothing away. */
export const learningHistory = projections<DeliveryEvent>()({
  name: 'learningHistory',
  by: ['learnerId'],
  initial: (): LearningHistory => ({ completedAt: {} }),
  on: {
    EnrolmentCompleted: ({ completedAt }, { courseId, offeringId }) => {
      completedAt[courseId] = [...stillCompleted(completedAt[courseId], offeringId), offeringId]
    },
    CompletionReassessed: ({ completedAt }, { courseId, offeringId, to }) => {
      const others = stillCompleted(completedAt[courseId], offeringId)
      completedAt[courseId] = to === 'completed' ? [...others, offeringId] : others
    },
  },
})
