import { projections } from '../../kernel/index.ts'
import type { ResourceEvent } from '../../resources/events.ts'

export type Taken = { start: string; end: string; offeringId?: string; sessionId?: string }
export type Bookable = {
  status: 'unknown' | 'active' | 'suspended' | 'retired'
  kind: string
  bufferMinutes: number
  /** How many people it holds; no word of it is no limit. */
  capacity?: number
  /** For each course it may teach, until when; `null` is without end. */
  qualifiedFor: Record<string, string | null>
  taken: Record<string, Taken>
}

/** All that booking a trainer, a room or a projector rests on: what it is, and when it is taken. */
export const bookable = projections<ResourceEvent>()({
  name: 'bookable',
  by: ['resourceId'],
  initial: (): Bookable => ({ status: 'unknown', kind: '', bufferMinutes: 0, qualifiedFor: {}, taken: {} }),
  on: {
    ResourceRegistered: (resource, { kind, bufferMinutes, capacity }) => {
      resource.status = 'active'
      resource.kind = kind
      resource.bufferMinutes = bufferMinutes
      if (capacity !== undefined) resource.capacity = capacity
    },
    TrainerQualified: (resource, { courseIds, validUntil }) => {
      for (const courseId of courseIds) resource.qualifiedFor[courseId] = validUntil ?? null
    },
    QualificationWithdrawn: ({ qualifiedFor }, { courseIds }) => {
      for (const courseId of courseIds) delete qualifiedFor[courseId]
    },
    ResourceSuspended: (resource) => {
      resource.status = 'suspended'
    },
    ResourceReinstated: (resource) => {
      resource.status = 'active'
    },
    ResourceRetired: (resource) => {
      resource.status = 'retired'
    },
    SlotReserved: ({ taken }, { slotId, start, end, offeringId, sessionId }) => {
      taken[slotId] = {
        start,
        end,
        ...(offeringId === undefined ? {} : { offeringId }),
        ...(sessionId === undefined ? {} : { sessionId }),
      }
    },
    SlotReleased: ({ taken }, { slotId }) => {
      delete taken[slotId]
    },
  },
})
