import { projections } from '../../kernel/index.ts'
import { given, type Money, overlaps } from '../../vocabulary/index.ts'
import { type DeliveryEvent, deliveryEvents } from '../events.ts'

const projection = projections<DeliveryEvent>()

export type Booked = { sessionId: string; start: string; end: string }
/** An offering a learner has a seat in, or waits for: its hours, and what it costs. */
export type Place = { offeringId: string; sessions: readonly Booked[]; price?: Money }
/** Both in the order they came about. */
export type LearnerCalendar = {
  booked: Place[]
  waiting: Place[]
  /** The offerings they were asked for by assignment: no limit of the year ends those. */
  assigned: string[]
}

const leave = (calendar: LearnerCalendar, { offeringId }: { readonly offeringId: string }) => {
  calendar.booked = calendar.booked.filter((one) => one.offeringId !== offeringId)
  calendar.waiting = calendar.waiting.filter((one) => one.offeringId !== offeringId)
}

type Given = { offeringId: string; sessions: Booked[]; price?: Money | undefined }
const placeOf = ({ offeringId, sessions, price }: Given) => ({
  offeringId,
  sessions,
  ...given({ price }),
})

const takeSeat = (calendar: LearnerCalendar, place: Given) => {
  leave(calendar, place)
  calendar.booked.push(placeOf(place))
}

/** Where a learner has to be, and when: the sessions of every seat they hold or is held for them, and of every one they wait for. */
export const learnerCalendar = projection({
  name: 'learnerCalendar',
  by: ['learnerId'],
  initial: (): LearnerCalendar => ({ booked: [], waiting: [], assigned: [] }),
  on: {
    EnrolmentRequested: (calendar, { offeringId, source }) => {
      const others = calendar.assigned.filter((one) => one !== offeringId)
      if (source === 'assigned') calendar.assigned = [...others, offeringId]
      else if (others.length < calendar.assigned.length) calendar.assigned = others
    },
    LearnerEnrolled: takeSeat,
    LearnerWaitlisted: (calendar, place) => {
      leave(calendar, place)
      calendar.waiting.push(placeOf(place))
    },
    LearnerPromoted: takeSeat,
    EnrolmentRescheduled: (calendar, { offeringId, sessions }) => {
      for (const place of [...calendar.booked, ...calendar.waiting])
        if (place.offeringId === offeringId) place.sessions = sessions
    },
    LearnerWithdrew: leave,
    SeatOffered: (calendar, { offeringId }) => {
      const held = calendar.waiting.filter((one) => one.offeringId === offeringId)
      leave(calendar, { offeringId })
      calendar.booked.push(...held)
    },
    SeatOfferDeclined: leave,
    SeatOfferLapsed: leave,
    WaitingEnded: leave,
    EnrolmentTransferred: leave,
    EnrolmentCancelled: leave,
  },
})

/** The calendar without their place in this class: what they leave is in the way of nothing. */
export const withoutPlaceIn = (
  { booked, waiting, assigned }: LearnerCalendar,
  offeringId: string,
): LearnerCalendar => ({
  assigned,
  booked: booked.filter((place) => place.offeringId !== offeringId),
  waiting: waiting.filter((place) => place.offeringId !== offeringId),
})

/** Those of the places, in another offering, whose hours overlap these. */
export const clashing = (
  places: readonly Place[],
  { offeringId, sessions }: { readonly offeringId: string; readonly sessions: readonly Booked[] },
): readonly Place[] =>
  places.filter(
    (place) =>
      place.offeringId !== offeringId &&
      place.sessions.some((one) => sessions.some((other) => overlaps(one, other))),
  )

/** A place in line ends. */
export const leavesTheList = (place: {
  readonly at: string
  readonly offeringId: string
  readonly learnerId: string
}) => deliveryEvents.make.LearnerWithdrew({ ...place, from: 'waitlisted', late: false })

/** A learner who takes a seat leaves the waitlists of classes at the same hours: promoted later, they would be in two places. */
export const leavesTheListsThatClash = (
  {
    at,
    offeringId,
    learnerId,
  }: { readonly at: string; readonly offeringId: string; readonly learnerId: string },
  sessions: readonly Booked[],
  { waiting }: LearnerCalendar,
) =>
  clashing(waiting, { offeringId, sessions }).map((place) =>
    leavesTheList({ at, learnerId, offeringId: place.offeringId }),
  )
