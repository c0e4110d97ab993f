import { accepted, evolve } from '../../kernel/index.ts'
import { earlierOf, given } from '../../vocabulary/index.ts'
import { type DeliveryEvent, deliveryEvents } from '../events.ts'
import type { OfferingState } from '../offering/state.ts'
import { assessmentOf, endingOf, minutesTaken } from './completion.ts'
import { type EnrolmentState, enrolment } from './state.ts'
import { hasEnded } from './status.ts'

type Correction = DeliveryEvent & {
  readonly data: { readonly at: string; readonly offeringId: string; readonly learnerId: string }
}

/** An attempt that had ended is judged anew by its own rule; nothing is said where it ends as it did. */
export const reassessed = (correction: Correction, before: EnrolmentState, offering: OfferingState) => {
  const { status: from, closedAt } = before
  if (closedAt === undefined || !hasEnded(from)) return []
  const now = evolve(enrolment, before, correction)
  const { status: to, outcome, unmet, reachedAt = closedAt } = endingOf(now, offering)
  if (to === from) return []
  const { at, offeringId, learnerId } = correction.data
  return [
    deliveryEvents.make.CompletionReassessed({
      at,
      offeringId,
      learnerId,
      ...offering.course,
      closedAt,
      ...(to === 'completed' ? { endedAt: earlierOf(reachedAt, at) } : {}),
      from,
      to,
      unmet: [...unmet],
      ...given({ outcome }),
      assessment: assessmentOf(now),
      ...minutesTaken(now, offering),
    }),
  ]
}

/** What was recorded or put right, and how the attempt ends now where it was closed before. */
export const andWhatFollows = <Event extends Correction>(
  event: Event,
  before: EnrolmentState,
  offering: OfferingState,
) => accepted(event, ...reassessed(event, before, offering))
