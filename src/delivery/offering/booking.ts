/** Trainers, venues and equipment of a session are booked with it: one calendar, and nothing in two places. */
import { Unknown } from '../../kernel/index.ts'
import { resourceEvents } from '../../resources/events.ts'
import { derivedId, given, inTheWay } from '../../vocabulary/index.ts'
import { placesShort, type SeatAllocation, seatsHeld } from '../enrolment/seat-allocation.ts'
import type { Rooms, Session } from '../events.ts'
import { deliveryRejections } from '../rejections.ts'
import type { Bookable } from './bookable.ts'
import type { OfferingState } from './state.ts'

const {
  EquipmentUnavailable,
  PlaceTooSmall,
  ResourceNotInUse,
  TrainerNotQualified,
  TrainerUnavailable,
  VenueUnavailable,
  WrongResourceKind,
} = deliveryRejections

type As = 'trainer' | 'venue' | 'equipment'
export type Booking = { readonly resourceId: string; readonly as: As; readonly session: Session }
export type ForCourse = {
  readonly offeringId: string
  readonly courseId: string
  /** `knowledgeSharing` asks for no qualification: colleagues share what they know. */
  readonly kind: string
}

export const courseOf = (offeringId: string, { course, kind }: OfferingState): ForCourse => ({
  offeringId,
  courseId: course.courseId,
  kind,
})

export const bookingsOf = (session: Session): readonly Booking[] => [
  ...(session.trainerIds ?? []).map((resourceId) => ({ resourceId, as: 'trainer' as const, session })),
  ...(session.venueId === undefined ? [] : [{ resourceId: session.venueId, as: 'venue' as const, session }]),
  ...(session.equipmentIds ?? []).map((resourceId) => ({ resourceId, as: 'equipment' as const, session })),
]

export const resourcesIn = (sessions: readonly Session[]): readonly string[] =>
  sessions.flatMap(bookingsOf).map(({ resourceId }) => resourceId)
export const resourcesOfOne = (session: Session): readonly string[] => resourcesIn([session])

/** The slot a session has of a resource: the same whenever it is moved. */
export const slotOf = (offeringId: string, { resourceId, session }: Booking): string =>
  derivedId(offeringId, session.sessionId, resourceId)

const kindsFor: Readonly<Record<As, readonly string[]>> = {
  trainer: ['trainer', 'expert'],
  venue: ['venue', 'platform'],
  equipment: ['equipment', 'platform'],
}

const isQualified = (resource: Bookable, courseId: string, until: string): boolean => {
  const validUntil = resource.qualifiedFor[courseId]
  return validUntil === null || (validUntil !== undefined && validUntil >= until)
}

const refusalOf = (resource: Bookable | undefined, booking: Booking, course: ForCourse) => {
  const { resourceId, as, session } = booking
  if (resource === undefined || resource.status === 'unknown') return Unknown({ what: as, id: resourceId })
  if (!kindsFor[as].includes(resource.kind)) return WrongResourceKind({ resourceId, kind: resource.kind, as })
  if (resource.status !== 'active') return ResourceNotInUse({ resourceId, status: resource.status })
  const { courseId } = course
  if (
    as === 'trainer' &&
    course.kind !== 'knowledgeSharing' &&
    !isQualified(resource, courseId, session.end)
  ) {
    const validUntil = resource.qualifiedFor[courseId] ?? undefined
    return TrainerNotQualified({
      trainerId: resourceId,
      courseId,
      ...given({ validUntil }),
    })
  }
  // Sessions of one offering need no buffer between them: whoever is there stays. Its own slot moves with a session.
  const { offeringId } = course
  const other = inTheWay(
    resource.slots,
    { ...session, offeringId },
    { bufferMinutes: resource.bufferMinutes, own: slotOf(offeringId, booking) },
  )?.slotId
  if (other === undefined) return undefined
  const { sessionId } = session
  if (as === 'trainer') return TrainerUnavailable({ trainerId: resourceId, sessionId, with: other })
  if (as === 'venue') return VenueUnavailable({ venueId: resourceId, sessionId, with: other })
  return EquipmentUnavailable({ equipmentId: resourceId, sessionId, with: other })
}

/** Everybody who is to teach may, and everything that is to be there is free. */
export const everythingIsFree = (
  bookings: readonly Booking[],
  resources: Readonly<Record<string, Bookable>>,
  course: ForCourse,
) => {
  for (const booking of bookings) {
    const rejection = refusalOf(resources[booking.resourceId], booking, course)
    if (rejection !== undefined) return rejection
  }
  return undefined
}

/** Where nobody said how many people a place holds. */
const unlimited = 1_000_000

/** How many people the places of a session hold: its rooms, and the platforms for those who join from elsewhere; nothing where none is booked. */
export const holdsIn = (
  session: Session,
  resources: Readonly<Record<string, Bookable>>,
): Rooms | undefined => {
  const rooms: { onSite?: number; online?: number } = {}
  for (const { as, resourceId } of bookingsOf(session)) {
    const { kind, capacity = unlimited } = resources[resourceId] ?? { kind: '' }
    if (as !== 'venue' && kind !== 'platform') continue
    const where = kind === 'platform' ? 'online' : 'onSite'
    rooms[where] = Math.min((rooms[where] ?? 0) + capacity, unlimited)
  }
  return Object.keys(rooms).length === 0 ? undefined : rooms
}

type Expected = Pick<SeatAllocation, 'min' | 'enrolled' | 'offered' | 'joining'> & {
  readonly max?: number | undefined
}

/** A class expects as many as it takes; without a limit, its minimum or those who have a seat. Each sits where they said. */
export const everybodyFits = (expected: Expected, rooms: Readonly<Record<string, Rooms | undefined>>) => {
  const people = expected.max ?? Math.max(expected.min, seatsHeld(expected))
  for (const [sessionId, room] of Object.entries(rooms)) {
    const tooFew = room === undefined ? undefined : placesShort(room, people, expected.joining)
    if (tooFew !== undefined) return PlaceTooSmall({ sessionId, ...tooFew })
  }
  return undefined
}

export const slotsReserved = (
  at: string,
  { offeringId, courseId, kind }: ForCourse,
  bookings: readonly Booking[],
) =>
  bookings.map((booking) =>
    resourceEvents.make.SlotReserved({
      at,
      resourceId: booking.resourceId,
      slotId: slotOf(offeringId, booking),
      start: booking.session.start,
      end: booking.session.end,
      ...(booking.as === 'trainer' && kind !== 'knowledgeSharing' ? { courseId } : {}),
      offeringId,
      sessionId: booking.session.sessionId,
    }),
  )

export const slotsReleased = (at: string, offeringId: string, bookings: readonly Booking[]) =>
  bookings.map((booking) =>
    resourceEvents.make.SlotReleased({
      at,
      resourceId: booking.resourceId,
      slotId: slotOf(offeringId, booking),
    }),
  )
