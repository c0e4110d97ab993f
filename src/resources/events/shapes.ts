/** The shapes resources are written in. */
import * as z from 'zod'
import { field, type ValueOf } from '../../kernel/index.ts'
import {
  amount,
  basisPoints,
  code,
  courseId,
  idList,
  instant,
  offeringId,
  personalTitle,
  personId,
  resourceId,
  sessionId,
  slotId,
  termsId,
  text,
  uniqueBy,
} from '../../vocabulary/index.ts'

export const resource = {
  resourceId,
  /** A `trainer` is the organisation's own (内部讲师), an `expert` comes from outside (外部专家). */
  kind: field(z.enum(['trainer', 'expert', 'provider', 'venue', 'platform', 'equipment'])),
  title: personalTitle,
  /** The person, where it is somebody of the organisation: whose points they are, and who may not rate it. */
  personId: personId.optional(),
  /** How many people it holds at once: seats of a room, licences of a platform. */
  capacity: field(z.int().min(1).max(1_000_000)).optional(),
}
export type ResourceKind = ValueOf<typeof resource.kind>

/** A half-open interval `[start, end)` in which the resource is somebody's, and what for. */
export const slot = {
  resourceId,
  slotId,
  /** The instant at which the slot begins. */
  start: instant,
  /** The instant at which the slot ends. It is not part of the slot. */
  end: instant,
  /** The course that is taught then: a trainer has to be qualified for it. */
  courseId: courseId.optional(),
  offeringId: offeringId.optional(),
  sessionId: sessionId.optional(),
  /** How many are expected; no more than it holds. */
  people: z.int().min(1).max(1_000_000).optional(),
}

export const qualification = {
  resourceId,
  /** The courses that the trainer may teach. */
  courseIds: idList(courseId, 500).min(1),
  /** The qualification level, by its code: `junior`, `senior`, or an organisation's own. */
  level: code,
  /** The first instant at which it no longer holds. */
  validUntil: instant.optional(),
}

/** The least and the best that can be scored, whole numbers. */
export const scoreScale = field(
  z
    .strictObject({
      /** The lowest score. */
      min: z.int().min(-1000).max(1000),
      /** The best score. */
      max: z.int().min(-1000).max(1000),
    })
    .refine(({ min, max }) => min < max),
)
export type ScoreScale = ValueOf<typeof scoreScale>

const scoredCriterion = field(
  z.strictObject({
    /** `content`, `references`, `price`, `dataProtection`, or an organisation's own. */
    criterion: code,
    /** All weights are 10,000 together. */
    weight: basisPoints,
    /** The score on the criterion, on the scale of the screening. */
    score: z.int(),
    /** Below this it is not recommended, whatever the sum. */
    atLeast: z.int().optional(),
  }),
)
export const scoredCriteria = uniqueBy(z.array(scoredCriterion).min(1).max(50), ({ criterion }) => criterion)
export type ScoredCriterion = ValueOf<typeof scoredCriterion>

export const terms = {
  resourceId,
  termsId,
  /** The price: an amount for each unit. */
  rate: z.strictObject({
    amount,
    /** `hour`, `day`, `session`, `person`, `licence`, `course`, or an organisation's own. */
    per: code,
  }),
  /** The instant from which the terms hold. */
  validFrom: instant,
  /** The first instant at which they no longer hold. */
  validUntil: instant.optional(),
}

/** The rating, a whole number on the scale. */
export const rating = {
  resourceId,
  /** The person who rates the resource. */
  ratedBy: personId,
  /** The rating, a whole number on the scale. */
  rating: z.int(),
  /** The scale of the rating: its lowest and best number. */
  scale: scoreScale,
  /** `overall`, `content`, `delivery`, `service`, or an organisation's own. */
  aspect: code,
  offeringId: offeringId.optional(),
  sessionId: sessionId.optional(),
  /** A comment, in words. */
  comment: text.optional(),
}
