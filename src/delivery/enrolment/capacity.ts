import { accepted, defineDecision, evolve, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { everybodyFits } from '../offering/booking.ts'
import { isOverAt, lastEnd, mustBeScheduled } from '../offering/rules.ts'
import { type OfferingState, offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { itIsHeldThere } from './eligibility-rules.ts'
import { lotteryRanking } from './lottery.ts'
import { learnersWith, seatAllocation, seatsHeld } from './seat-allocation.ts'
import { promotedBy } from './seat-rules.ts'
import { enrolment } from './state.ts'
import { openStatuses } from './status.ts'
import { enrolmentTerms } from './terms.ts'

const events = deliveryEvents.make
const { CapacityBelowEnrolled, CapacityInverted, NotALottery, OfferingEnded } = deliveryRejections

export const changeCapacity = defineDecision({
  command: commands.ChangeCapacity,
  reads: { offering, enrolmentTerms, seatAllocation },
  decide: ({ at, offeringId, capacity }, { offering, enrolmentTerms, seatAllocation }) => {
    const { min, max } = capacity
    const enrolled = seatsHeld(seatAllocation)
    const changed = events.CapacityChanged({ at, offeringId, capacity })
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyFrom(
          offering.status,
          ['scheduled', 'announced', 'enrolling', 'enrolmentClosed', 'confirmed', 'running'],
          'ChangeCapacity',
        ),
        max !== undefined && max < min && CapacityInverted({ min, max }),
        max !== undefined && max < enrolled && CapacityBelowEnrolled({ enrolled, max }),
        everybodyFits({ ...seatAllocation, min, max }, seatAllocation.rooms),
      ) ?? accepted(changed, ...promotedBy(changed, offering, enrolmentTerms, seatAllocation))
    )
  },
})

/** A learner sits elsewhere, where each session to come has a place for one more there. Those who wait for the place left move up. */
export const changeJoining = defineDecision({
  command: commands.ChangeJoining,
  reads: { offering, enrolmentTerms, seatAllocation, enrolment },
  decide: (
    { at, offeringId, learnerId, joins },
    { offering, enrolmentTerms, seatAllocation: seats, enrolment },
  ) => {
    const changed = events.JoiningChanged({ at, offeringId, learnerId, ...given({ joins }) })
    const now = evolve(seatAllocation, seats, changed)
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyFrom(enrolment.status, openStatuses, 'ChangeJoining'),
      isOverAt(offering, at) && OfferingEnded({ offeringId, ended: lastEnd(offering.sessions) }),
      itIsHeldThere({ offeringId, joins }, offering, seats),
      everybodyFits({ ...now, min: 0, max: seatsHeld(now) }, now.rooms),
    )
    if (refused !== undefined || enrolment.asked.joins === joins) return refused ?? accepted()
    return accepted(changed, ...promotedBy(changed, offering, enrolmentTerms, seats))
  },
})

const nobodyAsksAnyMore = ({ status, enrolmentCloses }: OfferingState, at: string): boolean =>
  status === 'enrolling' && enrolmentCloses !== undefined && at >= enrolmentCloses

/** Lots are drawn once, when nobody can ask any more; who is approved later stands behind those who drew. */
export const drawLottery = defineDecision({
  command: commands.DrawLottery,
  reads: { offering, enrolmentTerms, seatAllocation },
  decide: ({ at, offeringId, seed }, { offering, enrolmentTerms, seatAllocation }) => {
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      !nobodyAsksAnyMore(offering, at) &&
        onlyFrom(offering.status, ['enrolmentClosed', 'confirmed'], 'DrawLottery'),
      seatAllocation.order !== 'lottery' && NotALottery({ offeringId, waitlist: seatAllocation.order }),
      onlyFrom(seatAllocation.drawn ? 'drawn' : 'notDrawn', ['notDrawn'], 'DrawLottery'),
    )
    if (refused !== undefined) return refused
    const ranking = lotteryRanking({ seed, offeringId, learners: learnersWith(seatAllocation, 'waitlisted') })
    const drawn = events.LotteryDrawn({ at, offeringId, seed, ranking: [...ranking] })
    return accepted(drawn, ...promotedBy(drawn, offering, enrolmentTerms, seatAllocation))
  },
})
