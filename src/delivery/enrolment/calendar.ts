import { projections } from '../../kernel/index.ts'
import { overlaps } from '../../vocabulary/index.ts'
import type { DeliveryEvent } from '../events.ts'

const projection = projections<DeliveryEvent>()

export type Booked = { sessionId: string; start: string; end: string }
/** An offering a learner has a seat in, or waits for, and its hours. */
export type Place = { offeringId: string; sessions: readonly Booked[] }
/** Both in the order they came about. */
export type LearnerCalendar = { booked: Place[]; waiting: Place[] }

const leave = (calendar: LearnerCalendar, offeringId: string) => {
  calendar.booked = calendar.booked.filter((one) => one.offeringId !== offeringId)
  calendar.waiting = calendar.waiting.filter((one) => one.offeringId !== offeringId)
}

/** Where a learner has to be, and when: the sessions of every seat they hold, and of every one they wait for. */
export const learnerCalendar = projection({
  name: 'learnerCalendar',
  by: ['learnerId'],
  initial: (): LearnerCalendar => ({ booked: [], waiting: [] }),
  on: {
    LearnerEnrolled: (calendar, { offeringId, sessions }) => {
      leave(calendar, offeringId)
      calendar.booked.push({ offeringId, sessions })
    },
    LearnerWaitlisted: (calendar, { offeringId, sessions }) => {
      leave(calendar, offeringId)
      calendar.waiting.push({ offeringId, sessions })
    },
    LearnerPromoted: (calendar, { offeringId, sessions }) => {
      leave(calendar, offeringId)
      calendar.booked.push({ offeringId, sessions })
    },
    LearnerWithdrew: (calendar, { offeringId }) => leave(calendar, offeringId),
    EnrolmentCancelled: (calendar, { offeringId }) => leave(calendar, offeringId),
  },
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
