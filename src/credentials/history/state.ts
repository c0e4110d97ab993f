import type { DeliveryEvent } from '../../delivery/events.ts'
import { given, projections } from '../../kernel/index.ts'

export type AttemptsOfLearner = {
  /** By offering: the course, where it is known, and the last instant of which something is known. */
  attempts: Record<string, { courseId?: string; at: string }>
}

type Happened = { readonly offeringId: string; readonly at: string; readonly courseId?: string }
const heardOf = ({ attempts }: AttemptsOfLearner, { offeringId, at, courseId }: Happened): void => {
  attempts[offeringId] = { ...attempts[offeringId], at, ...given({ courseId }) }
}

/** Every enrolment of a learner, however far it came: nobody's history is told twice. */
export const attemptsOfLearner = projections<DeliveryEvent>()({
  name: 'attemptsOfLearner',
  by: ['learnerId'],
  initial: (): AttemptsOfLearner => ({ attempts: {} }),
  on: {
    EnrolmentRequested: heardOf,
    LearnerEnrolled: heardOf,
    EnrolmentCompleted: heardOf,
    EnrolmentFailed: heardOf,
    NoShowRecorded: heardOf,
    LearnerWithdrew: heardOf,
  },
})
