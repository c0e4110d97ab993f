/** Trainers, venues and equipment of a session are booked with it: one calendar, and nothing in two places. */
import { Unknown } from '../../kernel/index.ts'
import { resourceEvents } from '../../resources/events.ts'
import { derivedId, overlaps } from '../../vocabulary/index.ts'
import type { Session } from '../events.ts'
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

/** Sessions of one offering need no buffer between them: whoever is there stays. Its own slot moves with a session. */
const inTheWay = (resource: Bookable, { offeringId }: ForCourse, booking: Booking) =>
  Object.entries(resource.taken).find(
    ([slotId, taken]) =>
      slotId !== slotOf(offeringId, booking) &&
      overlaps(taken, booking.session, taken.offeringId === offeringId ? 0 : resource.bufferMinutes),
  )?.[0]

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
      ...(validUntil === undefined ? {} : { validUntil }),
    })
  }
  const other = inTheWay(resource, course, booking)
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

/**
 * How many people the places of a session hold together: its room, and the platform for those who join from elsewhere. Nothing
 * where it has no place, or nobody said how many one of them holds.
 */
export const holdsIn = (
  session: Session,
  resources: Readonly<Record<string, Bookable>>,
): number | undefined => {
  const places = bookingsOf(session)
    .filter(
      ({ as, resourceId }) =>
        as === 'venue' || (as === 'equipment' && resources[resourceId]?.kind === 'platform'),
    )
    .map(({ resourceId }) => resources[resourceId]?.capacity)
  return places.length === 0 || places.includes(undefined)
    ? undefined
    : (places as number[]).reduce((sum, one) => sum + one, 0)
}

type Expected = { readonly min: number; readonly max?: number | undefined; readonly enrolled?: number }

/** A class expects as many as it takes; without a limit, its minimum or those who have a seat. */
export const everybodyFits = (
  { min, max, enrolled = 0 }: Expected,
  holds: Readonly<Record<string, number | undefined>>,
) => {
  const people = max ?? Math.max(min, enrolled)
  for (const [sessionId, capacity] of Object.entries(holds))
    if (capacity !== undefined && people > capacity) return PlaceTooSmall({ sessionId, capacity, people })
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
