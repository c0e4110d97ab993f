import { evolve } from '../../kernel/index.ts'
import { minutesBetween } from '../../vocabulary/index.ts'
import { type DeliveryEvent, deliveryEvents } from '../events.ts'
import type { OfferingState } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { awaitsTheDraw, isFull, movingUp, quotaUsedUp, type Seating, seating } from './seat-allocation.ts'
import type { EnrolmentTerms } from './terms.ts'

const events = deliveryEvents.make
const { QuotaExhausted, SeatsExhausted } = deliveryRejections

/** What a place is given for, copied from the offering as it stands now. */
export const placeIn = (offering: OfferingState, { price }: Pick<EnrolmentTerms, 'price'>) => ({
  ...offering.course,
  ...(price === undefined ? {} : { price }),
  sessions: offering.sessions.map(({ sessionId, start, end }) => ({ sessionId, start, end })),
})

/** What a seat is given under. */
export const seatIn = (offering: OfferingState, terms: Pick<EnrolmentTerms, 'price'>) => ({
  ...placeIn(offering, terms),
  completionRule: offering.completionRule,
  scheduledMinutes: offering.sessions.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0),
})

/** Where there is no waitlist, who finds no seat is told so and nothing is written. */
export const thereIsASeat = (offeringId: string, { order, ...seats }: Seating, under: readonly number[]) => {
  if (order !== 'none') return false
  if (isFull(seats)) return SeatsExhausted({ offeringId, capacity: seats.max ?? 0 })
  const quota = quotaUsedUp(seats, under)
  return quota !== undefined && QuotaExhausted({ offeringId, ...quota })
}

/** Whether a seat can be given right now to somebody who falls under these quotas. */
export const hasSeatFor = (seats: Seating, under: readonly number[]): boolean =>
  !isFull(seats) && !awaitsTheDraw(seats) && quotaUsedUp(seats, under) === undefined

/** Who moves up once this has happened to the seats of an offering whose class has not begun. */
export const promotedBy = (
  happenedTo: DeliveryEvent & { readonly data: { readonly at: string; readonly offeringId: string } },
  offering: OfferingState,
  terms: EnrolmentTerms,
  seats: Seating,
) => {
  if (offering.status === 'running') return []
  const { at, offeringId } = happenedTo.data
  const seat = seatIn(offering, terms)
  return movingUp(evolve(seating, seats, happenedTo)).map((learnerId) =>
    events.LearnerPromoted({ at, offeringId, learnerId, ...seat }),
  )
}
