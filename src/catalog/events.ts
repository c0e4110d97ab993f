/**
 * What the catalog remembers: courses, and the versions in which they were published. A published version never
 * changes; what is to be taught otherwise is a new version.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../kernel/index.ts'
import {
  caseId,
  code,
  completionRule,
  courseId,
  idList,
  improvementId,
  instant,
  minutes,
  personId,
  reason,
  text,
  title,
} from '../vocabulary/index.ts'

/** A part of a course and how it is taught. */
export const courseModule = z.strictObject({
  title: title.optional(),
  /** `theory`, `practice`, `caseDiscussion`, `teamBuilding`, or an organisation's own. */
  activity: code,
  minutes,
})

/** What completing the course gives. */
export const grants = z.strictObject({
  /** A certificate, valid for so many calendar months; without a number it never expires. */
  certificate: z.strictObject({ validityMonths: z.int().min(1).max(1200).optional() }).optional(),
  points: z.int().min(0).max(1_000_000).optional(),
  /** Credit (学分) in hundredths: 150 is one and a half. */
  creditHundredths: z.int().min(0).max(1_000_000).optional(),
})
export type Grants = z.infer<typeof grants>

/** What a version of a course says. */
export const courseVersion = {
  title,
  modules: z.array(courseModule).min(1).max(200),
  /** Courses that have to be completed before. */
  prerequisiteIds: idList(courseId, 50),
  completionRule,
  grants,
  /** `classroom`, `liveOnline`, `blended`, `actionLearning`, `virtualReality`, `selfPaced`, or its own. */
  modality: code,
}

export const catalogEvents = defineEvents({
  /** Somebody began to write a course. */
  CourseDrafted: event({ at: instant, courseId, title, ownerId: personId.optional() }),
  /** It can be taught, as this version says. */
  CourseVersionPublished: event({
    at: instant,
    courseId,
    version: z.int().min(1),
    ...courseVersion,
    totalMinutes: z.int().min(0),
  }),
  /** It is to be taught otherwise: a new version is being written. */
  CourseRevisionStarted: event(
    { at: instant, courseId, from: z.int().min(1), reason, improvementId: improvementId.optional() },
    { personal: ['reason'] },
  ),
  /** A case (案例) joined the course's collection. */
  CaseAdded: event(
    { at: instant, courseId, caseId, title, summary: text.optional() },
    { personal: ['summary'] },
  ),
  /** It is taught no more. */
  CourseRetired: event({ at: instant, courseId }),
})

export type CatalogEvent = EventsOf<typeof catalogEvents>
