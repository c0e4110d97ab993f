/**
 * What the catalog remembers: courses, and the versions in which they were published. A published version never
 * changes; what is to be taught otherwise is a new version.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event, field, type ValueOf } from '../kernel/index.ts'
import {
  caseId,
  code,
  completionRule,
  courseId,
  frameworkId,
  idList,
  improvementId,
  instant,
  minutes,
  personId,
  reason,
  text,
  title,
  uniqueBy,
} from '../vocabulary/index.ts'

/** A part of a course and how it is taught. */
export const courseModule = z.strictObject({
  title: title.optional(),
  /** `theory`, `practice`, `caseDiscussion`, `teamBuilding`, or an organisation's own. */
  activity: code,
  minutes,
  /** The stage of the course it belongs to, where the course has stages. */
  stage: code.optional(),
})

/** A level of a competency in a framework (胜任力). */
const competencyLevel = z.strictObject({
  frameworkId,
  competency: code,
  /** On the scale of the competency. */
  level: z.int().min(0).max(100),
})
type CompetencyLevel = z.infer<typeof competencyLevel>
const competencyIn = ({ frameworkId, competency }: CompetencyLevel) => `${frameworkId} ${competency}`

/** What completing the course gives. */
export const grants = field(
  z.strictObject({
    /** A certificate, valid for so many calendar months; without a number it never expires. */
    certificate: z.strictObject({ validityMonths: z.int().min(1).max(1200).optional() }).optional(),
    points: z.int().min(0).max(1_000_000).optional(),
    /** Credit (学分) in hundredths: 150 is one and a half. */
    creditHundredths: z.int().min(0).max(1_000_000).optional(),
    /** What somebody who completes it can do, for so many calendar months; without a number it does not lapse. */
    competencies: uniqueBy(
      z.array(competencyLevel.extend({ validityMonths: z.int().min(1).max(1200).optional() })).max(50),
      competencyIn,
    ).optional(),
  }),
)
export type Grants = ValueOf<typeof grants>

/** What a version of a course says. */
export const courseVersion = {
  title,
  modules: z.array(courseModule).min(1).max(200),
  /** Courses that have to be completed before. */
  prerequisiteIds: idList(courseId, 50),
  /** Of those, the first version that counts, where earlier ones do not. */
  prerequisiteVersions: uniqueBy(
    z.array(z.strictObject({ courseId, fromVersion: z.int().min(1) })).max(50),
    ({ courseId }) => courseId,
  ).optional(),
  /** What one has to be able to do before. */
  prerequisiteCompetencies: uniqueBy(z.array(competencyLevel).max(50), competencyIn).optional(),
  completionRule,
  grants,
  /** `classroom`, `liveOnline`, `blended`, `actionLearning`, `virtualReality`, `selfPaced`, or its own. */
  modality: code,
  /** Over how many offerings the cost of its design is spread. */
  designLife: z.strictObject({ offerings: z.int().min(1).max(10_000) }).optional(),
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
  CourseRevisionStarted: event({
    at: instant,
    courseId,
    from: z.int().min(1),
    reason,
    /** Who writes it. */
    authorId: personId.optional(),
    /** The improvement of an evaluation that it answers. */
    improvementId: improvementId.optional(),
  }),
  /** A case (案例) joined the course's collection. */
  CaseAdded: event({
    at: instant,
    courseId,
    caseId,
    title,
    /** The line of business it comes from (行业案例); none is the organisation's own. */
    industry: code.optional(),
    authorId: personId.optional(),
    summary: text.optional(),
  }),
  /** A case is out of date: it is taught no more. */
  CaseWithdrawn: event({ at: instant, courseId, caseId, reason }),
  /** It is taught no more. */
  CourseRetired: event({ at: instant, courseId }),
})

export type CatalogEvent = EventsOf<typeof catalogEvents> | never
