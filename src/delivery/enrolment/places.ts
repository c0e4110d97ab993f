import { projections } from '../../kernel/index.ts'
import type { DeliveryEvent } from '../events.ts'

type Place = { as: 'enrolled' | 'waitlist' | 'noSeatYet'; turn: number }
export type Seating = {
  min: number
  max?: number
  enrolled: number
  waitlist: number
  noSeatYet: number
  turns: number
  /** By learner, on shelves: changing one place copies its shelf, never ten thousand places. */
  places: Record<string, Record<string, Place>>
}

const projection = projections<DeliveryEvent>()

const shelves = 256
const shelfOf = (learnerId: string): string => {
  let sum = 0
  for (let at = 0; at < learnerId.length; at++) sum = (sum * 31 + learnerId.charCodeAt(at)) % 65_536
  return String(sum % shelves)
}

const leave = (seating: Seating, learnerId: string) => {
  const shelf = seating.places[shelfOf(learnerId)]
  const place = shelf?.[learnerId]
  if (shelf === undefined || place === undefined) return
  seating[place.as]--
  delete shelf[learnerId]
}

const sit = (seating: Seating, learnerId: string, as: Place['as']) => {
  leave(seating, learnerId)
  seating[as]++
  seating.places[shelfOf(learnerId)] ??= {}
  const shelf = seating.places[shelfOf(learnerId)]
  if (shelf !== undefined) shelf[learnerId] = { as, turn: seating.turns++ }
}

/** What decisions know of the seats: how many sit and wait, and, asked, who. `seats` is the same for a screen. */
export const seating = projection({
  name: 'seating',
  by: ['offeringId'],
  initial: (): Seating => ({ min: 0, enrolled: 0, waitlist: 0, noSeatYet: 0, turns: 0, places: {} }),
  on: {
    OfferingScheduled: (seating, { capacity }) => {
      seating.min = capacity.min
      if (capacity.max !== undefined) seating.max = capacity.max
    },
    CapacityChanged: (seating, { capacity }) => {
      seating.min = capacity.min
      if (capacity.max === undefined) delete seating.max
      else seating.max = capacity.max
    },
    EnrolmentRequested: (seating, { learnerId }) => sit(seating, learnerId, 'noSeatYet'),
    LearnerEnrolled: (seating, { learnerId }) => sit(seating, learnerId, 'enrolled'),
    LearnerWaitlisted: (seating, { learnerId }) => sit(seating, learnerId, 'waitlist'),
    LearnerPromoted: (seating, { learnerId }) => sit(seating, learnerId, 'enrolled'),
    EnrolmentDeclined: (seating, { learnerId }) => leave(seating, learnerId),
    LearnerWithdrew: (seating, { learnerId }) => leave(seating, learnerId),
    EnrolmentCancelled: (seating, { learnerId }) => leave(seating, learnerId),
  },
})

/** Who sits, who waits or who has asked, in the order they came there. */
export const those = ({ places }: Seating, as: Place['as']): readonly string[] =>
  Object.values(places)
    .flatMap((shelf) => Object.entries(shelf))
    .filter(([, place]) => place.as === as)
    .sort(([, one], [, other]) => one.turn - other.turn)
    .map(([learnerId]) => learnerId)
