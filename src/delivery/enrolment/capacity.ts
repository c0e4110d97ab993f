import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { everybodyFits } from '../offering/booking.ts'
import { mustBeScheduled } from '../offering/rules.ts'
import { type OfferingState, offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { lotteryRanking } from './lottery.ts'
import { learnersWith, seatAllocation, seatsHeld } from './seat-allocation.ts'
import { promotedBy } from './seat-rules.ts'
import { enrolmentTerms } from './terms.ts'

const events = deliveryEvents.make
const { CapacityBelowEnrolled, CapacityInverted, NotALottery } = deliveryRejections

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
