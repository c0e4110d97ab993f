import { projections } from '../../kernel/index.ts'
import type { ResourceEvent } from '../../resources/events.ts'
import { type ResourceStatus, resourceMoves } from '../../resources/status.ts'
import { given } from '../../vocabulary/index.ts'

export type Taken = { start: string; end: string; offeringId?: string; sessionId?: string }
export type Bookable = {
  status: ResourceStatus
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
  on: [
    resourceMoves,
    {
      ResourceRegistered: (resource, { kind, bufferMinutes, capacity }) => {
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
      SlotReserved: ({ taken }, { slotId, start, end, offeringId, sessionId }) => {
        taken[slotId] = { start, end, ...given({ offeringId, sessionId }) }
      },
      SlotReleased: ({ taken }, { slotId }) => {
        delete taken[slotId]
      },
    },
  ],
})
