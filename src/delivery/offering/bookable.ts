import { projections } from '../../kernel/index.ts'
import type { ResourceEvent } from '../../resources/events.ts'
import { type ResourceStatus, resourceMoves } from '../../resources/status.ts'
import { freeSlot, given, type Slots, takeSlot } from '../../vocabulary/index.ts'

export type Bookable = {
  status: ResourceStatus
  kind: string
  bufferMinutes: number
  /** How many people it holds; no word of it is no limit. */
  capacity?: number
  /** For each course it may teach, until when; `null` is without end. */
  qualifiedFor: Record<string, string | null>
  slots: Slots
}

/** All that booking a trainer, a room or a projector rests on: what it is, and when it is taken. */
export const bookable = projections<ResourceEvent>()({
  name: 'bookable',
  by: ['resourceId'],
  initial: (): Bookable => ({ status: 'unknown', kind: '', bufferMinutes: 0, qualifiedFor: {}, slots: {} }),
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
      SlotReserved: ({ slots }, { slotId, start, end, offeringId, sessionId }) => {
        takeSlot(slots, slotId, { start, end, ...given({ offeringId, sessionId }) })
      },
      SlotReleased: ({ slots }, { slotId }) => freeSlot(slots, slotId),
    },
  ],
})
