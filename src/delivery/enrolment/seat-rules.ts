import { evolve } from '../../kernel/index.ts'
import { earlierOf, given, hoursAfter, minutesBetween } from '../../vocabulary/index.ts'
import { type DeliveryEvent, deliveryEvents } from '../events.ts'
import { firstStart, hasBegun } from '../offering/rules.ts'
import type { OfferingState } from '../offering/state.ts'
import { type LearnerCalendar, leavesTheListsThatClash, withoutPlaceIn } from './calendar.ts'
import {
  type Entrance,
  type Entrant,
  leavesTheListsOfAFullYear,
  sessionsSince,
  type Yearly,
} from './eligibility-rules.ts'
import {
  movingUp,
  placeInLine,
  quotasFor,
  type SeatAllocation,
  seatAllocation,
  seatIsFree,
} from './seat-allocation.ts'
import type { EnrolmentTerms } from './terms.ts'

const events = deliveryEvents.make

/** The class that a place is given in, copied from the offering as it is now. */
const placeIn = (offering: OfferingState, { price }: Pick<EnrolmentTerms, 'price'>, since?: string) => ({
  ...offering.course,
  ...given({ price }),
  sessions: sessionsSince(offering, since).map(({ sessionId, start, end }) => ({ sessionId, start, end })),
})

/** The terms a seat is given under; a late joiner is measured from that instant. */
export const seatIn = (offering: OfferingState, terms: Pick<EnrolmentTerms, 'price'>, since?: string) => ({
  ...placeIn(offering, terms, since),
  completionRule: offering.completionRule,
  scheduledMinutes: sessionsSince(offering, since).reduce(
    (sum, { start, end }) => sum + minutesBetween(start, end),
    0,
  ),
  ...given({ since }),
})

type Comes = Entrant & { readonly priority?: number | undefined }

/** A seat, and out of the lists that clash with it; or a place in line, where no seat is free. */
export const placeGiven = (
  { at, offeringId, learnerId, since, priority, ...who }: Comes,
  { offering, enrolmentTerms, seatAllocation, learnerCalendar }: Entrance,
  yearly: Yearly,
  by: { readonly approvedBy?: string } = {},
) => {
  const attempt = { at, offeringId, learnerId, ...by }
  const place = placeIn(offering, enrolmentTerms, since)
  const listsTooMany = (calendar: LearnerCalendar) =>
    leavesTheListsOfAFullYear({ ...who, at, learnerId }, { ...place, offeringId }, calendar, yearly)
  if (seatIsFree(seatAllocation, quotasFor(seatAllocation, who), who.joins)) {
    const seat = seatIn(offering, enrolmentTerms, since)
    const clash = leavesTheListsThatClash(attempt, seat.sessions, learnerCalendar)
    const calendar = clash.reduce((left, { data }) => withoutPlaceIn(left, data.offeringId), learnerCalendar)
    return [events.LearnerEnrolled({ ...attempt, ...seat }), ...clash, ...listsTooMany(calendar)]
  }
  const position = placeInLine(seatAllocation, priority)
  return [events.LearnerWaitlisted({ ...attempt, ...place, position }), ...listsTooMany(learnerCalendar)]
}

/**
 * The learners who are promoted once this has happened to the seats of an offering, or is offered the seat where the terms say so; nobody once the
 * class has begun.
 */
export const promotedBy = (
  happenedTo: DeliveryEvent & { readonly data: { readonly at: string; readonly offeringId: string } },
  offering: OfferingState,
  terms: EnrolmentTerms,
  seats: SeatAllocation,
) => {
  const { at, offeringId } = happenedTo.data
  if (hasBegun(offering, at)) return []
  const seat = seatIn(offering, terms)
  const { seatOfferHours } = terms
  return movingUp(evolve(seatAllocation, seats, happenedTo)).map((learnerId) =>
    seatOfferHours === undefined
      ? events.LearnerPromoted({ at, offeringId, learnerId, ...seat })
      : events.SeatOffered({
          at,
          offeringId,
          learnerId,
          until: earlierOf(hoursAfter(at, seatOfferHours), firstStart(offering.sessions)),
        }),
  )
}
