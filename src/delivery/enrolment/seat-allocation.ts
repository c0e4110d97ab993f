import { projections } from '../../kernel/index.ts'
import { isWithin } from '../../vocabulary/index.ts'
import type { DeliveryEvent, Quota, WaitlistOrder } from '../events.ts'

/** `in`: the quotas they fall under, by their place in the list. */
type Place = {
  as: 'enrolled' | 'waitlist' | 'noSeatYet'
  turn: number
  priority: number
  in: readonly number[]
  /** They came when the class was under way, and are measured from then on. */
  since?: string | undefined
}

/** Who sits, who waits and who has asked, counted; `seatsOf` says who they are. */
export type Seating = {
  min: number
  max?: number
  order: WaitlistOrder
  /** Whether lots were drawn: before, nobody moves up. */
  drawn: boolean
  quotas: readonly Quota[]
  /** Seats taken of each quota. */
  taken: number[]
  enrolled: number
  waitlist: number
  noSeatYet: number
  /** How many wait, by priority. */
  waiting: Record<string, number>
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

const placeOf = ({ places }: Seating, learnerId: string): Place | undefined =>
  places[shelfOf(learnerId)]?.[learnerId]

const leave = (seating: Seating, learnerId: string) => {
  const place = placeOf(seating, learnerId)
  if (place === undefined) return
  seating[place.as]--
  if (place.as === 'waitlist') seating.waiting[place.priority] = (seating.waiting[place.priority] ?? 0) - 1
  if (place.as === 'enrolled')
    for (const quota of place.in) seating.taken[quota] = (seating.taken[quota] ?? 0) - 1
  delete seating.places[shelfOf(learnerId)]?.[learnerId]
}

const sit = (
  seating: Seating,
  learnerId: string,
  as: Place['as'],
  asked: Pick<Place, 'priority' | 'in'> = placeOf(seating, learnerId) ?? { priority: 0, in: [] },
  since?: string,
) => {
  const place: Place = { as, turn: seating.turns++, priority: asked.priority, in: asked.in }
  if (since !== undefined) place.since = since
  leave(seating, learnerId)
  seating[as]++
  if (as === 'waitlist') seating.waiting[place.priority] = (seating.waiting[place.priority] ?? 0) + 1
  if (as === 'enrolled') for (const quota of place.in) seating.taken[quota] = (seating.taken[quota] ?? 0) + 1
  const shelf = shelfOf(learnerId)
  seating.places[shelf] ??= {}
  ;(seating.places[shelf] as Record<string, Place>)[learnerId] = place
}

const setSeats = (seating: Seating, { min, max }: { min: number; max?: number | undefined }) => {
  seating.min = min
  if (max === undefined) delete seating.max
  else seating.max = max
}

/** Nothing was said of the offering in this half of the log: all that is known of it is in the other. */
const isUntouched = ({ min, max, order, drawn, quotas, turns }: Seating): boolean =>
  min === 0 && max === undefined && order === 'firstCome' && !drawn && quotas.length === 0 && turns === 0

/** The seats of an offering: each event costs the same, however many people there are. */
export const seating = projection({
  name: 'seats',
  by: ['offeringId'],
  initial: (): Seating => ({
    min: 0,
    order: 'firstCome',
    drawn: false,
    quotas: [],
    taken: [],
    enrolled: 0,
    waitlist: 0,
    noSeatYet: 0,
    waiting: {},
    turns: 0,
    places: {},
  }),
  on: {
    OfferingScheduled: (seating, { capacity }) => setSeats(seating, capacity),
    CapacityChanged: (seating, { capacity }) => setSeats(seating, capacity),
    EnrolmentTermsSet: (seating, { waitlist, quotas }) => {
      seating.order = waitlist
      seating.quotas = quotas
      seating.taken = quotas.map(() => 0)
    },
    EnrolmentRequested: (seating, { learnerId, priority = 0, ...who }) =>
      sit(seating, learnerId, 'noSeatYet', {
        priority,
        in: quotasFor(seating, who),
      }),
    LearnerEnrolled: (seating, { learnerId, since }) => sit(seating, learnerId, 'enrolled', undefined, since),
    LearnerWaitlisted: (seating, { learnerId }) => sit(seating, learnerId, 'waitlist'),
    LotteryDrawn: (seating, { ranking }) => {
      seating.drawn = true
      for (const learnerId of ranking) {
        const place = placeOf(seating, learnerId)
        if (place !== undefined) place.turn = seating.turns++
      }
    },
    LearnerPromoted: (seating, { learnerId }) => sit(seating, learnerId, 'enrolled'),
    EnrolmentDeclined: (seating, { learnerId }) => leave(seating, learnerId),
    LearnerWithdrew: (seating, { learnerId }) => leave(seating, learnerId),
    EnrolmentTransferred: (seating, { learnerId }) => leave(seating, learnerId),
    EnrolmentCancelled: (seating, { learnerId }) => leave(seating, learnerId),
  },
  shardBy: 'offeringId',
  /** One half has never heard of the offering. */
  merge: (a, b) => (isUntouched(a) ? b : a),
})

const placesAs = ({ places }: Seating, as: Place['as']): readonly (readonly [string, Place])[] =>
  Object.values(places)
    .flatMap((shelf) => Object.entries(shelf))
    .filter(([, place]) => place.as === as)
    .sort(([, one], [, other]) => one.turn - other.turn)

/** Who sits, who waits or who has asked and not been answered, in the order they came there. */
export const those = (seating: Seating, as: Place['as']): readonly string[] =>
  placesAs(seating, as).map(([learnerId]) => learnerId)

/** From when on somebody is measured who came late. */
export const sinceOf = (seating: Seating, learnerId: string): string | undefined =>
  placeOf(seating, learnerId)?.since

/** The seats of an offering as people look at them. */
export type Seats = {
  readonly min: number
  /** No `max` is no limit. */
  readonly max?: number
  readonly enrolled: readonly string[]
  /** In the order they move up. */
  readonly waitlist: readonly string[]
  /** They have asked, and nobody has answered. */
  readonly noSeatYet: readonly string[]
}

/**
 * Who sits, who waits (the next one first), who has asked: read off the view `seats`.
 *
 * @example
 * ```ts
 * import { seats, seatsOf } from 'training-ops'
 * seatsOf(seats.initial()) // => { min: 0, enrolled: [], waitlist: [], noSeatYet: [] }
 * ```
 */
export const seatsOf = (seating: Seating): Seats => ({
  min: seating.min,
  ...(seating.max === undefined ? {} : { max: seating.max }),
  enrolled: those(seating, 'enrolled'),
  waitlist: lineOf(seating),
  noSeatYet: those(seating, 'noSeatYet'),
})

/** Who waits, in the order they move up: by turn, or by priority and then by turn. A draw gave out the turns anew. */
export const lineOf = (seating: Seating): readonly string[] => line(seating).map(([learnerId]) => learnerId)

const line = (seating: Seating) => {
  const waiting = placesAs(seating, 'waitlist')
  return seating.order === 'priority'
    ? [...waiting].sort(([, one], [, other]) => other.priority - one.priority)
    : waiting
}

/** The place in the line of somebody of this priority who comes now. */
export const placeInLine = (seating: Seating, priority = 0): number =>
  seating.order === 'priority'
    ? Object.entries(seating.waiting).reduce(
        (sum, [theirs, many]) => sum + (Number(theirs) < priority ? 0 : many),
        1,
      )
    : seating.waitlist + 1

export const isFull = ({ enrolled, max }: Pick<Seating, 'enrolled' | 'max'>): boolean =>
  max !== undefined && enrolled >= max

/** The first quota somebody falls under that is used up. */
export const quotaUsedUp = (
  { quotas, taken }: Pick<Seating, 'quotas' | 'taken'>,
  under: readonly number[],
): Quota | undefined => quotas.find((quota, at) => under.includes(at) && (taken[at] ?? 0) >= quota.max)

export type WhoAsks = {
  readonly department?: string | undefined
  readonly level?: string | undefined
  readonly jobFamily?: string | undefined
}

/** The quotas that whoever asks falls under. */
export const quotasFor = ({ quotas }: Pick<Seating, 'quotas'>, who: WhoAsks): readonly number[] =>
  quotas.flatMap(({ segment }, at) => (isWithin(who, segment) ? [at] : []))

/** Seats are given by lot, and no lots were drawn yet. */
export const awaitsTheDraw = ({ order, drawn }: Pick<Seating, 'order' | 'drawn'>): boolean =>
  order === 'lottery' && !drawn

/** Everyone who moves up as the seats are, in order: as many as there are seats, past whoever's quota is used up. */
export const movingUp = (seating: Seating): readonly string[] => {
  if (seating.waitlist === 0 || isFull(seating) || awaitsTheDraw(seating)) return []
  const now = { ...seating, taken: [...seating.taken] }
  const moving: string[] = []
  for (const [learnerId, place] of line(seating)) {
    if (isFull(now)) break
    if (quotaUsedUp(now, place.in) !== undefined) continue
    moving.push(learnerId)
    now.enrolled++
    for (const quota of place.in) now.taken[quota] = (now.taken[quota] ?? 0) + 1
  }
  return moving
}

/** Whether a seat can be given right now to somebody who falls under these quotas. */
export const seatIsFree = (seats: Seating, under: readonly number[]): boolean =>
  !isFull(seats) && !awaitsTheDraw(seats) && quotaUsedUp(seats, under) === undefined
