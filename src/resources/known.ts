import { projections } from '../kernel/index.ts'
import type { ResourceEvent } from './events.ts'

const projection = projections<ResourceEvent>()

export type ResourceState = {
  status: 'unknown' | 'active' | 'suspended' | 'retired'
  kind: string
  bufferMinutes: number
  /** For each course it may teach, until when; `null` is without end. */
  qualifiedFor: Record<string, string | null>
}

/** What a resource is, and whether it may be used. */
export const resource = projection({
  name: 'resource',
  by: ['resourceId'],
  initial: (): ResourceState => ({ status: 'unknown', kind: '', bufferMinutes: 0, qualifiedFor: {} }),
  on: {
    ResourceRegistered: (resource, { kind, bufferMinutes }) => {
      resource.status = 'active'
      resource.kind = kind
      resource.bufferMinutes = bufferMinutes
    },
    TrainerQualified: (resource, { courseIds, validUntil }) => {
      for (const courseId of courseIds) resource.qualifiedFor[courseId] = validUntil ?? null
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
  },
})

/** When a resource is taken, slot by slot. */
export const resourceCalendar = projection({
  name: 'resourceCalendar',
  by: ['resourceId'],
  initial: (): { taken: Record<string, { start: string; end: string }> } => ({ taken: {} }),
  on: {
    SlotReserved: (calendar, { slotId, start, end }) => {
      calendar.taken[slotId] = { start, end }
    },
    SlotReleased: (calendar, { slotId }) => {
      delete calendar.taken[slotId]
    },
  },
})
