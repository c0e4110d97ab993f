import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { firstStart, hasBegun, isOverAt, lastEnd } from '../offering/rules.ts'
import { offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { seatAllocation } from './seat-allocation.ts'
import { promotedBy, seatIn } from './seat-rules.ts'
import { enrolment } from './state.ts'
import { enrolmentTerms } from './terms.ts'

const events = deliveryEvents.make
const { OfferingNotOver, SeatOfferEnded, SeatOfferStillOpen } = deliveryRejections
const reads = { offering, enrolmentTerms, seatAllocation, enrolment }

/** A seat that is offered is taken until its time is over, and never in a class that has begun. */
export const acceptSeatOffer = defineDecision({
  command: commands.AcceptSeatOffer,
  reads: { offering, enrolmentTerms, enrolment },
  decide: (command, { offering, enrolmentTerms, enrolment }) => {
    const { at } = command
    const { status, offeredUntil: until = at } = enrolment
    return (
      refusedBy(
        onlyFrom(status, ['offered'], 'AcceptSeatOffer'),
        at >= until && SeatOfferEnded({ until }),
        hasBegun(offering, at) && SeatOfferEnded({ until: firstStart(offering.sessions) }),
      ) ??
      accepted(
        events.SeatOfferAccepted(command),
        events.LearnerPromoted({ ...command, ...seatIn(offering, enrolmentTerms) }),
      )
    )
  },
})

/** A learner who declines the seat leaves the list as well, and the next one is asked. */
export const declineSeatOffer = defineDecision({
  command: commands.DeclineSeatOffer,
  reads,
  decide: (command, { offering, enrolmentTerms, seatAllocation, enrolment }) => {
    const declined = events.SeatOfferDeclined(command)
    return (
      refusedBy(onlyFrom(enrolment.status, ['offered'], 'DeclineSeatOffer')) ??
      accepted(declined, ...promotedBy(declined, offering, enrolmentTerms, seatAllocation))
    )
  },
})

/** Nothing lapses that was answered, or that is another offer by now; an offer ends when the class begins, too. */
export const lapseSeatOffer = defineDecision({
  command: commands.LapseSeatOffer,
  reads,
  decide: (command, { offering, enrolmentTerms, seatAllocation, enrolment }) => {
    const { at, until } = command
    if (enrolment.status !== 'offered' || enrolment.offeredUntil !== until) return accepted()
    const lapsed = events.SeatOfferLapsed(command)
    return (
      refusedBy(at < until && !hasBegun(offering, at) && SeatOfferStillOpen({ until })) ??
      accepted(lapsed, ...promotedBy(lapsed, offering, enrolmentTerms, seatAllocation))
    )
  },
})

/** A learner without a seat when the class is over waits for nothing any more. */
export const endWaiting = defineDecision({
  command: commands.EndWaiting,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment: { status } }) => {
    if (status !== 'requested' && status !== 'waitlisted' && status !== 'offered') return accepted()
    return (
      refusedBy(
        onlyFrom(
          offering.status,
          ['enrolling', 'enrolmentClosed', 'confirmed', 'running', 'completed'],
          'EndWaiting',
        ),
        !isOverAt(offering, command.at) && OfferingNotOver({ ends: lastEnd(offering.sessions) }),
      ) ?? accepted(events.WaitingEnded({ ...command, from: status }))
    )
  },
})
