import { projections } from '../../kernel/index.ts'
import type { DeliveryEvent } from '../events.ts'

/** By course, the offerings it was completed at, and in which version. */
export type LearningHistory = { completedAt: Record<string, Record<string, number>> }

/** What a learner has completed here. A new attempt adds to it and takes nothing away. */
export const learningHistory = projections<DeliveryEvent>()({
  name: 'learningHistory',
  by: ['learnerId'],
  initial: (): LearningHistory => ({ completedAt: {} }),
  on: {
    EnrolmentCompleted: ({ completedAt }, { courseId, offeringId, courseVersion }) => {
      completedAt[courseId] = { ...completedAt[courseId], [offeringId]: courseVersion }
    },
    CompletionReassessed: ({ completedAt }, { courseId, offeringId, courseVersion, to }) => {
      const { [offeringId]: _, ...others } = completedAt[courseId] ?? {}
      completedAt[courseId] = to === 'completed' ? { ...others, [offeringId]: courseVersion } : others
    },
  },
})
