import { minutesBetween } from '../../vocabulary/index.ts'
import { deliveryEvents } from '../events.ts'
import type { OfferingState } from '../offering/known.ts'
import type { Seating } from './places.ts'

const happened = deliveryEvents.make

export const isFull = ({ enrolled, max }: Seating): boolean => max !== undefined && enrolled >= max

/** What a seat is given under, copied from the offering as it stands now. */
export const seatIn = (offering: OfferingState) => ({
  ...offering.course,
  completionRule: offering.completionRule,
  scheduledMinutes: offering.sessions.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0),
  sessions: offering.sessions.map(({ sessionId, start, end }) => ({ sessionId, start, end })),
})

/** Everyone who moves up when `free` seats are free, in the order they came. */
export const promotions = (
  { at, offeringId }: { readonly at: string; readonly offeringId: string },
  offering: OfferingState,
  waitlist: readonly string[],
  free: number,
) =>
  waitlist
    .slice(0, Math.max(0, free))
    .map((learnerId) => happened.LearnerPromoted({ at, offeringId, learnerId, ...seatIn(offering) }))
