/**
 * What the resources room remembers: who and what training takes, who may teach what and until when, which providers
 * were screened and at what terms, how each was rated, and when each of them is taken.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../kernel/index.ts'
import {
  basisPoints,
  code,
  courseId,
  day,
  developmentId,
  idList,
  improvementId,
  instant,
  personId,
  reason,
  resourceId,
  slotId,
  text,
} from '../vocabulary/index.ts'
import { qualification, rating, resource, scoredCriteria, scoreScale, slot, terms } from './events/shapes.ts'

export const resourceEvents = defineEvents({
  /** It is known, and may be reserved. */
  ResourceRegistered: event({
    at: instant,
    ...resource,
    /** Minutes that have to lie between two of its slots: to set up, to travel. */
    bufferMinutes: z.int().min(0).max(1440),
  }),
  /** It may not be reserved for now. */
  ResourceSuspended: event({ at: instant, resourceId, reason }),
  /** It may be reserved again. */
  ResourceReinstated: event({ at: instant, resourceId }),
  /** It is used no more. */
  ResourceRetired: event({ at: instant, resourceId }),
  /** Somebody who saw it at work said how good it was. */
  ResourceRated: event({ at: instant, ...rating }),

  /** Somebody proposed them as a trainer (讲师推荐). */
  TrainerNominated: event({ at: instant, resourceId, nominatedBy: personId, reason: reason.optional() }),
  /** They may teach these courses at this level (讲师认证). */
  TrainerQualified: event({ at: instant, ...qualification }),
  /** They may not teach these courses any more. */
  QualificationWithdrawn: event({ at: instant, resourceId, courseIds: idList(courseId, 500).min(1), reason }),
  /** They joined the pool of trainers (讲师聘任), until a day or without end. */
  TrainerAppointed: event({ at: instant, resourceId, appointedBy: personId, until: instant.optional() }),
  /** They are to learn something about training (讲师培养). */
  TrainerDevelopmentPlanned: event({
    at: instant,
    resourceId,
    developmentId,
    /** `trainTheTrainer`, `coaching`, `microTeaching`, `classObservation`, or an organisation's own. */
    activity: code,
    aim: text.optional(),
    due: day.optional(),
    /** The improvement of an evaluation that this answers. */
    improvementId: improvementId.optional(),
  }),
  /** They did. */
  TrainerDevelopmentCompleted: event({ at: instant, resourceId, developmentId, outcome: text.optional() }),

  /** It was weighed by criteria, and is recommended or not (供应商筛选). */
  ProviderScreened: event({
    at: instant,
    resourceId,
    screenedBy: personId,
    scale: scoreScale,
    criteria: scoredCriteria,
    /** The weighted mean of the scores, as a share of the scale. */
    score: basisPoints,
    /** What was asked for then. */
    threshold: basisPoints,
    /** The criteria on which it stayed below what each asks at least. */
    below: z.array(code).max(50),
    outcome: z.enum(['recommended', 'notRecommended']),
  }),
  /** What it costs was agreed. */
  TermsAgreed: event({ at: instant, ...terms }),

  /** It is somebody's from `start` until `end`. */
  SlotReserved: event({ at: instant, ...slot }),
  /** It is free again. */
  SlotReleased: event({ at: instant, resourceId, slotId }),
})

export type ResourceEvent = EventsOf<typeof resourceEvents> | never
