import { projections } from '../../kernel/index.ts'
import type { DeliveryEvent } from '../events.ts'

/** A completion here: in which version, and when. */
export type Completed = { version: number; at: string }
/** By course, the offerings it was completed at. */
export type LearningHistory = { completedAt: Record<string, Record<string, Completed>> }

/** The courses that a learner has completed here. A new attempt adds to it and takes nothing away. */
export const learningHistory = projections<DeliveryEvent>()({
  name: 'learningHistory',
  by: ['learnerId'],
  initial: (): LearningHistory => ({ completedAt: {} }),
  on: {
    EnrolmentCompleted: ({ completedAt }, { courseId, offeringId, courseVersion, at }) => {
      completedAt[courseId] = { ...completedAt[courseId], [offeringId]: { version: courseVersion, at } }
    },
    CompletionReassessed: ({ completedAt }, reassessed) => {
      const {
        courseId,
        offeringId,
        courseVersion: version,
        closedAt,
        endedAt: at = closedAt,
        to,
      } = reassessed
      const { [offeringId]: _, ...others } = completedAt[courseId] ?? {}
      completedAt[courseId] = to === 'completed' ? { ...others, [offeringId]: { version, at } } : others
    },
  },
})
