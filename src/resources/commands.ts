import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
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

/** What may be asked of the resources room, in order of life. */
export const resourceCommands = defineCommands({
  RegisterResource: { at: instant, ...resource, bufferMinutes: z.int().min(0).max(1440).default(0) },
  NominateTrainer: { at: instant, resourceId, nominatedBy: personId, reason: reason.optional() },
  QualifyTrainer: { at: instant, ...qualification },
  WithdrawQualification: {
    at: instant,
    resourceId,
    courseIds: idList(courseId, 500).min(1),
    reason,
  },
  AppointTrainer: { at: instant, resourceId, appointedBy: personId, until: instant.optional() },
  DevelopTrainer: {
    at: instant,
    resourceId,
    developmentId,
    activity: code,
    aim: text.optional(),
    due: day.optional(),
    improvementId: improvementId.optional(),
  },
  CompleteTrainerDevelopment: { at: instant, resourceId, developmentId, outcome: text.optional() },
  ScreenProvider: {
    at: instant,
    resourceId,
    screenedBy: personId,
    scale: scoreScale.default({ min: 0, max: 100 }),
    criteria: scoredCriteria,
    /** What the weighted mean has to reach, as a share of the scale; the organisation's setting where it is not said. */
    threshold: basisPoints.optional(),
  },
  AgreeTerms: { at: instant, ...terms },
  RateResource: {
    at: instant,
    ...rating,
    scale: scoreScale.default({ min: 1, max: 5 }),
    aspect: code.default('overall'),
  },
  SuspendResource: { at: instant, resourceId, reason },
  ReinstateResource: { at: instant, resourceId },
  RetireResource: { at: instant, resourceId },
  ReserveSlot: { at: instant, ...slot },
  ReleaseSlot: { at: instant, resourceId, slotId },
})
