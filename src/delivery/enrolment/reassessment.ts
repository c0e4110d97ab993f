import { type DomainEvent, evolve } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { deliveryEvents } from '../events.ts'
import type { OfferingState } from '../offering/state.ts'
import { assessmentOf, attendedMinutes, endingOf } from './completion.ts'
import { type EnrolmentState, enrolment } from './state.ts'
import { hasEnded } from './status.ts'

type Correction = DomainEvent<
  'AttendanceCorrected',
  { readonly at: string; readonly offeringId: string; readonly learnerId: string }
>

/** An attempt that had ended is judged anew by its own rule; nothing is said where it ends as it did. */
export const reassessed = (correction: Correction, before: EnrolmentState, { course }: OfferingState) => {
  const { status: from, closedAt } = before
  if (closedAt === undefined || !hasEnded(from)) return []
  const now = evolve(enrolment, before, correction)
  const { status: to, outcome, unmet } = endingOf(now)
  if (to === from) return []
  const { at, offeringId, learnerId } = correction.data
  return [
    deliveryEvents.make.CompletionReassessed({
      at,
      offeringId,
      learnerId,
      ...course,
      closedAt,
      from,
      to,
      unmet: [...unmet],
      ...given({ outcome }),
      assessment: assessmentOf(now),
      attendedMinutes: attendedMinutes(now),
      scheduledMinutes: now.scheduledMinutes,
    }),
  ]
}
