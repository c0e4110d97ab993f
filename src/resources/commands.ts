import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
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

/** The commands of the resources room, in order of life. */
export const resourceCommands = defineCommands({
  RegisterResource: { at, ...resource, bufferMinutes: z.int().min(0).max(1440).default(0) },
  NominateTrainer: { at, resourceId, nominatedBy: personId, reason: reason.optional() },
  QualifyTrainer: { at, ...qualification },
  WithdrawQualification: {
    at,
    resourceId,
    courseIds: idList(courseId, 500).min(1),
    reason,
  },
  AppointTrainer: { at, resourceId, appointedBy: personId, until: instant.optional() },
  DevelopTrainer: {
    at,
    resourceId,
    developmentId,
    activity: code,
    aim: text.optional(),
    due: day.optional(),
    improvementId: improvementId.optional(),
  },
  CompleteTrainerDevelopment: {
    at,
    resourceId,
    developmentId,
    /** The outcome, in words. */
    outcome: text.optional(),
  },
  ScreenProvider: {
    at,
    resourceId,
    screenedBy: personId,
    /** The scale of the scores. */
    scale: scoreScale.default({ min: 0, max: 100 }),
    criteria: scoredCriteria,
    /** The least weighted mean, as a share of the scale; the organisation's setting where it is not said. */
    threshold: basisPoints.optional(),
  },
  AgreeTerms: { at, ...terms },
  RateResource: {
    at,
    ...rating,
    /** The scale of the rating: its lowest and best number. */
    scale: scoreScale.default({ min: 1, max: 5 }),
    aspect: code.default('overall'),
  },
  SuspendResource: { at, resourceId, reason },
  ReinstateResource: { at, resourceId },
  RetireResource: { at, resourceId },
  ReserveSlot: { at, ...slot },
  ReleaseSlot: { at, resourceId, slotId },
})
