/** A class with a trainer, a room and a projector, all on the books and free. */
import { resourceEvents } from 'training-ops'
import { at, happened, monday, offeringId, schedule, tuesday } from './an-offering.ts'

const made = resourceEvents.make

export const register = (
  resourceId: string,
  kind: 'trainer' | 'expert' | 'venue' | 'equipment' | 'platform',
) =>
  made.ResourceRegistered({
    at,
    resourceId,
    kind,
    title: resourceId,
    bufferMinutes: kind === 'venue' ? 60 : 0,
  })
const qualify = (resourceId: string, validUntil?: string) =>
  made.TrainerQualified({
    at,
    resourceId,
    courseIds: ['selling'],
    level: 'qualified',
    ...(validUntil === undefined ? {} : { validUntil }),
  })

/** Zhou and Mei may teach it, Lou not, Han only until Monday noon; a hall and a projector. */
export const onTheBooks = [
  register('zhou', 'trainer'),
  qualify('zhou'),
  register('mei', 'expert'),
  qualify('mei'),
  register('lou', 'trainer'),
  register('han', 'trainer'),
  qualify('han', '2026-04-06T04:00:00.000Z'),
  register('hall', 'venue'),
  register('projector', 'equipment'),
] as const

export const staffed = {
  ...schedule,
  sessions: [
    { ...monday, trainerIds: ['zhou'], venueId: 'hall', equipmentIds: ['projector'] },
    { ...tuesday, trainerIds: ['zhou'], venueId: 'hall' },
  ],
}

type Hours = { readonly sessionId: string; readonly start: string; readonly end: string }
export const reserved = (resourceId: string, { sessionId, start, end }: Hours, teaches = false) =>
  made.SlotReserved({
    at,
    resourceId,
    slotId: `${offeringId}.${sessionId}.${resourceId}`,
    start,
    end,
    ...(teaches ? { courseId: 'selling' } : {}),
    offeringId,
    sessionId,
  })
export const released = (resourceId: string, { sessionId }: Pick<Hours, 'sessionId'>) =>
  made.SlotReleased({ at, resourceId, slotId: `${offeringId}.${sessionId}.${resourceId}` })

export const booked = [
  reserved('zhou', monday, true),
  reserved('hall', monday),
  reserved('projector', monday),
  reserved('zhou', tuesday, true),
  reserved('hall', tuesday),
] as const
export const staffedClass = [...onTheBooks, happened.OfferingScheduled(staffed), ...booked] as const
export const openStaffed = [...staffedClass, happened.EnrolmentOpened({ at, offeringId })] as const
/** Somebody else has it at these hours. */
export const taken = (resourceId: string, { start, end }: { readonly start: string; readonly end: string }) =>
  made.SlotReserved({ at, resourceId, slotId: 'elsewhere', start, end })
