/**
 * What the resources room remembers: who and what training takes, who may teach what and until when, and when each
 * of them is taken.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../kernel/index.ts'
import {
  code,
  courseId,
  idList,
  instant,
  offeringId,
  personId,
  reason,
  resourceId,
  sessionId,
  slotId,
  title,
} from '../vocabulary/index.ts'

export const resource = {
  resourceId,
  kind: z.enum(['trainer', 'expert', 'provider', 'venue', 'platform', 'equipment']),
  title,
}

/** A half-open interval `[start, end)` in which the resource is somebody's, and what for. */
export const slot = {
  resourceId,
  slotId,
  start: instant,
  end: instant,
  /** What is taught then: a trainer has to be qualified for it. */
  courseId: courseId.optional(),
  offeringId: offeringId.optional(),
  sessionId: sessionId.optional(),
}

export const qualification = {
  resourceId,
  courseIds: idList(courseId, 500).min(1),
  level: code,
  /** The first instant at which it no longer holds. */
  validUntil: instant.optional(),
}

export const resourceEvents = defineEvents({
  /** It is known, and may be reserved. */
  ResourceRegistered: event({
    at: instant,
    ...resource,
    /** Minutes that have to lie between two of its slots: to set up, to travel. */
    bufferMinutes: z.int().min(0).max(1440),
  }),
  /** Somebody proposed them as a trainer (讲师推荐). */
  TrainerNominated: event(
    { at: instant, resourceId, nominatedBy: personId, reason: reason.optional() },
    { personal: ['reason'] },
  ),
  /** They may teach these courses (讲师认证). */
  TrainerQualified: event({ at: instant, ...qualification }),
  /** It may not be reserved for now. */
  ResourceSuspended: event({ at: instant, resourceId, reason }, { personal: ['reason'] }),
  /** It may be reserved again. */
  ResourceReinstated: event({ at: instant, resourceId }),
  /** It is used no more. */
  ResourceRetired: event({ at: instant, resourceId }),
  /** It is somebody's from `start` until `end`. */
  SlotReserved: event({ at: instant, ...slot }),
  /** It is free again. */
  SlotReleased: event({ at: instant, resourceId, slotId }),
})

export type ResourceEvent = EventsOf<typeof resourceEvents>
