import { type DeliveryEvent, projections } from 'training-ops'

/** How the attempts at one course ended. */
export const attempts = projections<DeliveryEvent>()({
  name: 'attempts',
  by: ['courseId'],
  initial: () => ({
    learners: [] as string[],
    completed: 0,
    passed: 0,
    failed: 0,
    notFinished: 0,
    /** Of those who stayed to the end; how long the others stayed the files do not say. */
    minutes: 0,
  }),
  on: {
    LearnerEnrolled: (attempts, { learnerId }) => {
      attempts.learners.push(learnerId)
    },
    EnrolmentCompleted: (attempts, { outcome, attendedMinutes }) => {
      attempts.completed++
      if (outcome === 'passed') attempts.passed++
      attempts.minutes += attendedMinutes
    },
    EnrolmentFailed: (attempts, { unmet, attendedMinutes }) => {
      if (unmet.includes('attendance')) attempts.notFinished++
      else {
        attempts.failed++
        attempts.minutes += attendedMinutes
      }
    },
  },
})
