import { projections } from '../../kernel/index.ts'
import { given, isWithin } from '../../vocabulary/index.ts'
import type { DeliveryEvent, Joins, Quota, Rooms, WaitlistOrder } from '../events.ts'
import type { OpenStatus } from './status.ts'

/** `in`: the quotas they fall under, by their place in the list. */
type Place = {
  as: OpenStatus
  turn: number
  priority: number
  in: readonly number[]
  /** Where they sit, where they said. */
  joins?: Joins | undefined
  /** They came when the class was under way, and are measured from then on. */
  since?: string | undefined
}

/** The seats of an offering, with counts of learners who have one, wait or asked; `seatsOf` lists the learners. */
export type SeatAllocation = {
  min: number
  max?: number
  order: WaitlistOrder
  /** Whether lots were drawn: before, nobody moves up. */
  drawn: boolean
  quotas: readonly Quota[]
  /** Seats taken of each quota. */
  taken: number[]
  enrolled: number
  /** Seats held for who has still to accept: taken, like those who sit. */
  offered: number
  /** Of those who hold a seat, or for whom one is held: how many sit where they said. */
  joining: Record<Joins, number>
  /** How many people the places of each session to come hold. */
  rooms: Record<string, Rooms>
  waitlisted: number
  requested: number
  /** How many wait, by priority. */
  waiting: Record<string, number>
  turns: number
  /** By learner, in buckets: a change of one place copies one bucket, not ten thousand places. */
  places: Record<string, Record<string, Place>>
}

const projection = projections<DeliveryEvent>()

const buckets = 256
const bucketOf = (learnerId: string): string => {
  let sum = 0
  for (let at = 0; at < learnerId.length; at++) sum = (sum * 31 + learnerId.charCodeAt(at)) % 65_536
  return String(sum % buckets)
}

const placeOf = ({ places }: SeatAllocation, learnerId: string): Place | undefined =>
  places[bucketOf(learnerId)]?.[learnerId]

const holdsASeat = ({ as }: Pick<Place, 'as'>): boolean => as === 'enrolled' || as === 'offered'

/** A seat of each quota they fall under, and of where they sit. */
const count = (
  seats: Pick<SeatAllocation, 'taken' | 'joining'>,
  place: Pick<Place, 'in' | 'joins'>,
  by: 1 | -1,
) => {
  for (const quota of place.in) seats.taken[quota] = (seats.taken[quota] ?? 0) + by
  if (place.joins !== undefined) seats.joining[place.joins] += by
}

const leave = (seatAllocation: SeatAllocation, { learnerId }: { readonly learnerId: string }) => {
  const place = placeOf(seatAllocation, learnerId)
  if (place === undefined) return
  seatAllocation[place.as]--
  if (place.as === 'waitlisted')
    seatAllocation.waiting[place.priority] = (seatAllocation.waiting[place.priority] ?? 0) - 1
  if (holdsASeat(place)) count(seatAllocation, place, -1)
  delete seatAllocation.places[bucketOf(learnerId)]?.[learnerId]
}

const sit = (
  seatAllocation: SeatAllocation,
  learnerId: string,
  as: Place['as'],
  asked: Pick<Place, 'priority' | 'in' | 'joins'> = placeOf(seatAllocation, learnerId) ?? {
    priority: 0,
    in: [],
  },
  since?: string,
) => {
  const place: Place = { as, turn: seatAllocation.turns++, priority: asked.priority, in: asked.in }
  if (asked.joins !== undefined) place.joins = asked.joins
  if (since !== undefined) place.since = since
  leave(seatAllocation, { learnerId })
  seatAllocation[as]++
  if (as === 'waitlisted')
    seatAllocation.waiting[place.priority] = (seatAllocation.waiting[place.priority] ?? 0) + 1
  if (holdsASeat(place)) count(seatAllocation, place, 1)
  const bucket = bucketOf(learnerId)
  seatAllocation.places[bucket] ??= {}
  ;(seatAllocation.places[bucket] as Record<string, Place>)[learnerId] = place
}

const setSeats = (
  seatAllocation: SeatAllocation,
  { min, max }: { min: number; max?: number | undefined },
) => {
  seatAllocation.min = min
  if (max === undefined) delete seatAllocation.max
  else seatAllocation.max = max
}

const setRoom = (
  { rooms }: SeatAllocation,
  { sessionId, holds }: { sessionId: string; holds?: Rooms | undefined },
) => {
  if (holds === undefined) delete rooms[sessionId]
  else rooms[sessionId] = holds
}

/** Nothing was said of the offering in this half of the log: all that is known of it is in the other. */
const isUntouched = ({ min, max, order, drawn, quotas, turns }: SeatAllocation): boolean =>
  min === 0 && max === undefined && order === 'firstCome' && !drawn && quotas.length === 0 && turns === 0

/** The seats of an offering: each event costs the same, however many people there are. */
export const seatAllocation = projection({
  name: 'seatAllocation',
  by: ['offeringId'],
  initial: (): SeatAllocation => ({
    min: 0,
    order: 'firstCome',
    drawn: false,
    quotas: [],
    taken: [],
    enrolled: 0,
    offered: 0,
    joining: { onSite: 0, online: 0 },
    rooms: {},
    waitlisted: 0,
    requested: 0,
    waiting: {},
    turns: 0,
    places: {},
  }),
  on: {
    OfferingScheduled: (seatAllocation, { capacity, holds = [] }) => {
      setSeats(seatAllocation, capacity)
      for (const { sessionId, ...room } of holds) seatAllocation.rooms[sessionId] = room
    },
    SessionAdded: setRoom,
    SessionRescheduled: setRoom,
    SessionCancelled: ({ rooms }, { sessionId }) => {
      delete rooms[sessionId]
    },
    SessionDelivered: ({ rooms }, { sessionId }) => {
      delete rooms[sessionId]
    },
    CapacityChanged: (seatAllocation, { capacity }) => setSeats(seatAllocation, capacity),
    EnrolmentTermsSet: (seatAllocation, { waitlist, quotas }) => {
      seatAllocation.order = waitlist
      seatAllocation.quotas = quotas
      seatAllocation.taken = quotas.map(() => 0)
    },
    EnrolmentRequested: (seatAllocation, { learnerId, priority = 0, joins, ...who }) =>
      sit(seatAllocation, learnerId, 'requested', {
        priority,
        joins,
        in: quotasFor(seatAllocation, who),
      }),
    JoiningChanged: (seatAllocation, { learnerId, joins }) => {
      const place = placeOf(seatAllocation, learnerId)
      if (place === undefined) return
      if (holdsASeat(place)) count(seatAllocation, { in: [], joins: place.joins }, -1)
      place.joins = joins
      if (holdsASeat(place)) count(seatAllocation, { in: [], joins }, 1)
    },
    LearnerEnrolled: (seatAllocation, { learnerId, since }) =>
      sit(seatAllocation, learnerId, 'enrolled', undefined, since),
    LearnerWaitlisted: (seatAllocation, { learnerId }) => sit(seatAllocation, learnerId, 'waitlisted'),
    LotteryDrawn: (seatAllocation, { ranking }) => {
      seatAllocation.drawn = true
      for (const learnerId of ranking) {
        const place = placeOf(seatAllocation, learnerId)
        if (place !== undefined) place.turn = seatAllocation.turns++
      }
    },
    LearnerPromoted: (seatAllocation, { learnerId }) => sit(seatAllocation, learnerId, 'enrolled'),
    SeatOffered: (seatAllocation, { learnerId }) => sit(seatAllocation, learnerId, 'offered'),
    SeatOfferDeclined: leave,
    SeatOfferLapsed: leave,
    WaitingEnded: leave,
    EnrolmentDeclined: leave,
    LearnerWithdrew: leave,
    EnrolmentTransferred: leave,
    EnrolmentCancelled: leave,
  },
  shardBy: 'offeringId',
  /** One half has never heard of the offering. */
  merge: (a, b) => (isUntouched(a) ? b : a),
})

const placesAs = ({ places }: SeatAllocation, as: Place['as']): readonly (readonly [string, Place])[] =>
  Object.values(places)
    .flatMap((bucket) => Object.entries(bucket))
    .filter(([, place]) => place.as === as)
    .sort(([, one], [, other]) => one.turn - other.turn)

/** The learners with a seat, on the waitlist, or not answered yet, in the order they came there. */
export const learnersWith = (seatAllocation: SeatAllocation, as: Place['as']): readonly string[] =>
  placesAs(seatAllocation, as).map(([learnerId]) => learnerId)

/** From when on somebody is measured who came late. */
export const sinceOf = (seatAllocation: SeatAllocation, learnerId: string): string | undefined =>
  placeOf(seatAllocation, learnerId)?.since

/** The seats of an offering as people look at them. */
export type Seats = {
  readonly min: number
  /** No `max` is no limit. */
  readonly max?: number
  readonly enrolled: readonly string[]
  /** A seat is held for them, and they have still to accept it. */
  readonly offered: readonly string[]
  /** In the order they move up. */
  readonly waitlisted: readonly string[]
  /** They have asked, and nobody has answered. */
  readonly requested: readonly string[]
}

/**
 * The learners with a seat, on the waitlist (the next one first), and not answered yet: read from the projection `seatAllocation`.
 *
 * @example
 * ```ts
 * import { seatAllocation, seatsOf } from 'training-ops'
 * seatsOf(seatAllocation.initial()) // => { min: 0, enrolled: [], offered: [], waitlisted: [], requested: [] }
 * ```
 */
export const seatsOf = (seatAllocation: SeatAllocation): Seats => ({
  min: seatAllocation.min,
  ...given({ max: seatAllocation.max }),
  enrolled: learnersWith(seatAllocation, 'enrolled'),
  offered: learnersWith(seatAllocation, 'offered'),
  waitlisted: lineOf(seatAllocation),
  requested: learnersWith(seatAllocation, 'requested'),
})

/** The learners on the waitlist, in the order of promotion: by turn, or by priority and then by turn. A draw gave out the turns anew. */
export const lineOf = (seatAllocation: SeatAllocation): readonly string[] =>
  line(seatAllocation).map(([learnerId]) => learnerId)

const line = (seatAllocation: SeatAllocation) => {
  const waiting = placesAs(seatAllocation, 'waitlisted')
  return seatAllocation.order === 'priority'
    ? [...waiting].sort(([, one], [, other]) => other.priority - one.priority)
    : waiting
}

/** The place in the line of somebody of this priority who comes now. */
export const placeInLine = (seatAllocation: SeatAllocation, priority = 0): number =>
  seatAllocation.order === 'priority'
    ? Object.entries(seatAllocation.waiting).reduce(
        (sum, [theirs, many]) => sum + (Number(theirs) < priority ? 0 : many),
        1,
      )
    : seatAllocation.waitlisted + 1

/** The seats that are taken: by who sits, and for who has still to accept. */
export const seatsHeld = ({ enrolled, offered }: Pick<SeatAllocation, 'enrolled' | 'offered'>): number =>
  enrolled + offered

type Taken = Pick<SeatAllocation, 'enrolled' | 'offered' | 'max' | 'joining' | 'rooms'>

/**
 * Whether so many people are too many for a room: together, or of those who said where they sit. Somebody who did not say sits
 * where there is a place, and so does everybody where there is one kind of place alone.
 */
export const placesShort = (
  { onSite = 0, online = 0 }: Rooms,
  people: number,
  joining: Record<Joins, number>,
) => {
  const capacity = onSite + online
  if (people > capacity) return { capacity, people }
  if (onSite === 0 || online === 0) return undefined
  if (joining.onSite > onSite) return { capacity: onSite, people: joining.onSite }
  return joining.online > online ? { capacity: online, people: joining.online } : undefined
}

/** Whether the places of a session have none for one more who sits there. */
const noPlaceFor = (seats: Taken, joins?: Joins): boolean => {
  for (const sessionId in seats.rooms) {
    const joining =
      joins === undefined ? seats.joining : { ...seats.joining, [joins]: seats.joining[joins] + 1 }
    if (placesShort(seats.rooms[sessionId] as Rooms, seatsHeld(seats) + 1, joining) !== undefined) return true
  }
  return false
}

/** Whether there is no seat for one more: of the class, or in its places. */
export const isFull = (seats: Taken, joins?: Joins): boolean =>
  (seats.max !== undefined && seatsHeld(seats) >= seats.max) || noPlaceFor(seats, joins)

/** The first quota somebody falls under that is used up. */
export const quotaUsedUp = (
  { quotas, taken }: Pick<SeatAllocation, 'quotas' | 'taken'>,
  under: readonly number[],
): Quota | undefined => quotas.find((quota, at) => under.includes(at) && (taken[at] ?? 0) >= quota.max)

export type Requester = {
  readonly joins?: Joins | undefined
  readonly department?: string | undefined
  readonly level?: string | undefined
  readonly jobFamily?: string | undefined
  readonly place?: string | undefined
}

/** The quotas that whoever asks falls under. */
export const quotasFor = ({ quotas }: Pick<SeatAllocation, 'quotas'>, who: Requester): readonly number[] =>
  quotas.flatMap(({ segment }, at) => (isWithin(who, segment) ? [at] : []))

/** Seats are given by lot, and no lots were drawn yet. */
export const awaitsTheDraw = ({ order, drawn }: Pick<SeatAllocation, 'order' | 'drawn'>): boolean =>
  order === 'lottery' && !drawn

/** Everyone who moves up as the seats are, in order: as many as there are seats, past whoever's quota or room is used up. */
export const movingUp = (seatAllocation: SeatAllocation): readonly string[] => {
  if (seatAllocation.waitlisted === 0 || awaitsTheDraw(seatAllocation)) return []
  const now = { ...seatAllocation, taken: [...seatAllocation.taken], joining: { ...seatAllocation.joining } }
  const moving: string[] = []
  for (const [learnerId, place] of line(seatAllocation)) {
    if (now.max !== undefined && seatsHeld(now) >= now.max) break
    if (quotaUsedUp(now, place.in) !== undefined || noPlaceFor(now, place.joins)) continue
    moving.push(learnerId)
    now.enrolled++
    count(now, place, 1)
  }
  return moving
}

/** Whether a seat can be given right now to somebody who falls under these quotas, and sits there. */
export const seatIsFree = (seats: SeatAllocation, under: readonly number[], joins?: Joins): boolean =>
  !isFull(seats, joins) && !awaitsTheDraw(seats) && quotaUsedUp(seats, under) === undefined
