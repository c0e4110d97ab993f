/**
 * The events of the resources room: who and what training takes, who may teach what and until when, which providers
 * were screened and at what terms, how each was rated, and when each of them is taken.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../kernel/index.ts'
import {
  at,
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

/** The events of resources; `resourceEvents.make` makes them. */
export const resourceEvents = defineEvents({
  /** It is known, and may be reserved. */
  ResourceRegistered: event({
    at,
    ...resource,
    /** The minutes that have to lie between two slots, to set up or to travel. */
    bufferMinutes: z.int().min(0).max(1440),
  }),
  /** It may not be reserved for now. */
  ResourceSuspended: event({ at, resourceId, reason }),
  /** It may be reserved again. */
  ResourceReinstated: event({ at, resourceId }),
  /** It is used no more. */
  ResourceRetired: event({ at, resourceId }),
  /** Somebody who saw it at work said how good it was. */
  ResourceRated: event({ at, ...rating }),

  /** Somebody proposed them as a trainer (讲师推荐). */
  TrainerNominated: event({
    at,
    resourceId,
    /** The person who proposes the trainer. */
    nominatedBy: personId,
    reason: reason.optional(),
  }),
  /** They may teach these courses at this level (讲师认证). */
  TrainerQualified: event({ at, ...qualification }),
  /** They may not teach these courses any more. */
  QualificationWithdrawn: event({
    at,
    resourceId,
    /** The courses that the trainer may no longer teach. */
    courseIds: idList(courseId, 500).min(1),
    reason,
  }),
  /** They joined the pool of trainers (讲师聘任), until a day or without end. */
  TrainerAppointed: event({
    at,
    resourceId,
    /** The person who appoints the trainer. */
    appointedBy: personId,
    /** The instant at which the appointment ends. Left out, it has no end. */
    until: instant.optional(),
  }),
  /** They are to learn something about training (讲师培养). */
  TrainerDevelopmentPlanned: event({
    at,
    resourceId,
    developmentId,
    /** The kind of development: `trainTheTrainer`, `coaching`, `microTeaching`, `classObservation`, or an organisation's own. */
    activity: code,
    /** The aim, in words. */
    aim: text.optional(),
    /** The day by which it is to be done. */
    due: day.optional(),
    /** The improvement of an evaluation that this answers. */
    improvementId: improvementId.optional(),
  }),
  /** They did. */
  TrainerDevelopmentCompleted: event({
    at,
    resourceId,
    developmentId,
    /** The outcome, in words. */
    outcome: text.optional(),
  }),

  /** It was weighed by criteria, and is recommended or not (供应商筛选). */
  ProviderScreened: event({
    at,
    resourceId,
    /** The person who screens the provider. */
    screenedBy: personId,
    /** The scale of the scores. */
    scale: scoreScale,
    /** The criteria of the screening, each with its weight and score. */
    criteria: scoredCriteria,
    /** The weighted mean of the scores, as a share of the scale. */
    score: basisPoints,
    /** The criteria at that time. */
    threshold: basisPoints,
    /** The criteria on which it stayed below what each asks at least. */
    below: z.array(code).max(50),
    /** The result of the screening. */
    outcome: z.enum(['recommended', 'notRecommended']),
  }),
  /** The price was agreed. */
  TermsAgreed: event({ at, ...terms }),

  /** It is somebody's from `start` until `end`. */
  SlotReserved: event({ at, ...slot }),
  /** It is free again. */
  SlotReleased: event({ at, resourceId, slotId }),
})

export type ResourceEvent = EventsOf<typeof resourceEvents> | never
