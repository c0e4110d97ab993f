import { accepted, defineDecision, evolve, refusedBy } from '../../kernel/index.ts'
import { earlierOf, given, saysTheSame } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { type DeliveryEvent, deliveryEvents } from '../events.ts'
import { mustBeScheduled } from '../offering/rules.ts'
import { type OfferingState, offering } from '../offering/state.ts'
import { assessmentOf, endingOf, minutesTaken } from './completion.ts'
import { type EnrolmentState, enrolment } from './state.ts'
import { hasEnded } from './status.ts'

type Correction = DeliveryEvent & {
  readonly data: { readonly at: string; readonly offeringId: string; readonly learnerId: string }
}

type Attempt = { readonly at: string; readonly offeringId: string; readonly learnerId: string }

/** The part of an ending that its event tells, and that may turn out otherwise. */
const toldOf = ({ status, closedAt, ...ended }: EnrolmentState) => {
  const { outcome, unmet, assessment, attendedMinutes, scheduledMinutes } = ended
  const minutes = { attendedMinutes, scheduledMinutes }
  if (status === 'completed') return { status, closedAt, outcome, ...minutes }
  return status === 'failed' ? { status, unmet, assessment, ...minutes } : { status }
}

/**
 * An attempt that had ended is judged anew by its own rule; nothing is said where it ends as it did, at the same instant. One that
 * was imported without its class ends as it was imported.
 */
export const judgedAnew = (
  attempt: Attempt,
  before: EnrolmentState,
  now: EnrolmentState,
  offering: OfferingState,
) => {
  const { status: from, closedAt } = before
  if (closedAt === undefined || !hasEnded(from) || offering.status === 'unknown') return []
  const { status: to, outcome, unmet, reachedAt = closedAt } = endingOf(now, offering)
  const { at, offeringId, learnerId } = attempt
  const reassessed = deliveryEvents.make.CompletionReassessed({
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
  })
  const after = evolve(enrolment, before, reassessed)
  return saysTheSame(toldOf(before), toldOf(after)) ? [] : [reassessed]
}

export const reassessCompletion = defineDecision({
  command: commands.ReassessCompletion,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) =>
    refusedBy(mustBeScheduled(offering, command.offeringId)) ??
    accepted(...judgedAnew(command, enrolment, enrolment, offering)),
})

/** An attempt in a class that never was has ended with it, whatever came of it. */
export const endedWithIt = (attempt: Attempt, before: EnrolmentState, offering: OfferingState) => {
  const { status: from, closedAt } = before
  if (closedAt === undefined || !hasEnded(from)) return []
  const { at, offeringId, learnerId } = attempt
  return [
    deliveryEvents.make.CompletionReassessed({
      ...{ at, offeringId, learnerId, ...offering.course, closedAt, from, to: 'cancelled', unmet: [] },
      assessment: 'none',
      ...minutesTaken(before, offering),
    }),
  ]
}

/** The recorded or corrected result, and how the attempt ends now where it was closed before. */
export const andWhatFollows = <Event extends Correction>(
  event: Event,
  before: EnrolmentState,
  offering: OfferingState,
) => accepted(event, ...judgedAnew(event.data, before, evolve(enrolment, before, event), offering))
