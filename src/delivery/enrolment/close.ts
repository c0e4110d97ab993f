import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { earlierOf } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { type OfferingState, offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { assessmentOf, endingOf, minutesTaken } from './completion.ts'
import { enrolment } from './state.ts'

const events = deliveryEvents.make
const { RequirementUnmet } = deliveryRejections

const everySessionWasHeld = ({ sessions, delivered }: OfferingState): boolean =>
  sessions.every(({ sessionId }) => delivered.includes(sessionId))

/** Before the last class an attempt ends only in completion; after it, as the rule says. */
export const closeEnrolment = defineDecision({
  command: commands.CloseEnrolment,
  reads: { offering, enrolment },
  decide: ({ at, offeringId, learnerId }, { offering, enrolment }) => {
    const { status, outcome, unmet, reachedAt = at } = endingOf(enrolment, offering)
    const refused = refusedBy(
      onlyFrom(offering.status, ['running', 'completed'], 'CloseEnrolment'),
      onlyFrom(enrolment.status, ['enrolled', 'withdrawn', 'transferred'], 'CloseEnrolment'),
      enrolment.status === 'enrolled' &&
        unmet.length > 0 &&
        !everySessionWasHeld(offering) &&
        RequirementUnmet({ open: unmet }),
    )
    if (refused !== undefined) return refused
    // A learner who left after the last class ended the enrolment: nothing is left to close.
    if (enrolment.status !== 'enrolled') return accepted()
    const { scheduledMinutes, attendedMinutes } = minutesTaken(enrolment, offering)
    const attempt = { at, offeringId, learnerId, ...offering.course, scheduledMinutes }
    const took = { ...attempt, attendedMinutes }
    if (status === 'noShow') return accepted(events.NoShowRecorded(attempt))
    if (status === 'failed')
      return accepted(
        events.EnrolmentFailed({ ...took, unmet: [...unmet], assessment: assessmentOf(enrolment) }),
      )
    const completed = { ...took, at: earlierOf(reachedAt, at) }
    return accepted(events.EnrolmentCompleted({ ...completed, outcome: outcome ?? 'completed' }))
  },
})
