/**
 * The events of the catalog: courses, and the versions in which they were published. A published version never
 * changes; what is to be taught otherwise is a new version.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event, field, type ValueOf } from '../kernel/index.ts'
import {
  alternatives,
  at,
  caseId,
  code,
  completionRule,
  courseId,
  day,
  dayOfYear,
  frameworkId,
  idList,
  improvementId,
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
  /** The competency, by its code in the framework. */
  competency: code,
  /** On the scale of the competency. */
  level: z.int().min(0).max(100),
})
type CompetencyLevel = z.infer<typeof competencyLevel>
const competencyIn = ({ frameworkId, competency }: CompetencyLevel) => `${frameworkId} ${competency}`

/** The grants for completing the course. */
export const grants = field(
  z.strictObject({
    /** A certificate, valid for so many calendar months, until a day of the year, or both; without either it never expires. */
    certificate: z
      .strictObject({
        /** How many calendar months the certificate is valid. Left out, it ends on the day of the year, or never. */
        validityMonths: z.int().min(1).max(1200).optional(),
        /** The last valid day, as a day of the year: the first one that is not before the months are over, or the day it was earned. */
        validUntilDayOfYear: dayOfYear.optional(),
        /**
         * Completed again so many days before the certificate ends or fewer, the months of the new one count from that end.
         * Left out, they count from the completion.
         */
        keepsEndWithinDays: z.int().min(1).max(366).optional(),
      })
      .optional(),
    /** The points (积分) that a completion gives. */
    points: z.int().min(0).max(1_000_000).optional(),
    /** Credit (学分) in hundredths: 150 is one and a half. */
    creditHundredths: z.int().min(0).max(1_000_000).optional(),
    /** The competencies that a completion shows, each with its level. */
    competencies: uniqueBy(
      z
        .array(
          competencyLevel.extend({
            /** How many calendar months it is valid. Left out, it does not lapse. */
            validityMonths: z.int().min(1).max(1200).optional(),
          }),
        )
        .max(50),
      competencyIn,
    ).optional(),
  }),
)
export type Grants = ValueOf<typeof grants>

/** A course counts as another. */
export const equivalence = {
  at,
  /** The course that counts. */
  courseId,
  /** The course it counts as. */
  countsAsId: courseId,
  /** The first day: what was completed from then on counts. */
  effectiveFrom: day,
  /** The last day that counts. Left out, it has no end. */
  until: day.optional(),
}

/** The equivalence ended. */
export const equivalenceEnd = {
  at,
  courseId,
  /** The course it counted as. */
  countsAsId: courseId,
  /** The last day that counts. */
  until: day,
  reason,
}

/** On which terms a course is taught no more. */
export const retirement = {
  at,
  courseId,
  /** The course that takes its place: what is asked of people is asked there, and what they complete there counts as this one. */
  successorId: courseId.optional(),
  /** The last day on which completing it still counts; classes that were scheduled go on. Left out, it counts whenever it is done. */
  finishBy: day.optional(),
  /** Whether classes that were scheduled still take people; whoever has a place in one goes on. Left out, they do. */
  takesNewcomers: z.boolean().optional(),
}

/** The content of a course version. */
export const courseVersion = {
  title,
  /** The modules of the course, in the order they are taught. */
  modules: z.array(courseModule).min(1).max(200),
  /** Courses that have to be completed before. */
  prerequisiteIds: idList(courseId, 50),
  /** Of those, the first version that counts, where earlier ones do not. */
  prerequisiteVersions: uniqueBy(
    z
      .array(
        z.strictObject({
          courseId,
          /** The first version of the prerequisite course that counts. */
          fromVersion: z.int().min(1),
        }),
      )
      .max(50),
    ({ courseId }) => courseId,
  ).optional(),
  /** Of several courses, so many that have to be completed before: any of them, or two of them. */
  prerequisiteAlternatives: z.array(alternatives).max(20).optional(),
  /** The competencies that are needed before. */
  prerequisiteCompetencies: uniqueBy(z.array(competencyLevel).max(50), competencyIn).optional(),
  completionRule,
  grants,
  /** `classroom`, `liveOnline`, `blended`, `actionLearning`, `virtualReality`, `selfPaced`, or its own. */
  modality: code,
  /** Over how many offerings the cost of its design is spread. */
  designLife: z
    .strictObject({
      /** The number of offerings over which the design cost is spread. */
      offerings: z.int().min(1).max(10_000),
    })
    .optional(),
}

/** The events of the catalog; `catalogEvents.make` makes them, [docs/events.md](../../docs/events.md) says what each field means. */
export const catalogEvents = defineEvents({
  /** Somebody began to write a course. */
  CourseDrafted: event({
    at,
    courseId,
    title,
    /** The person who answers for the course. */
    ownerId: personId.optional(),
  }),
  /** It can be taught, as this version says. */
  CourseVersionPublished: event(
    {
      at,
      courseId,
      /** The number of the published version: 1, then 2. */
      version: z.int().min(1),
      ...courseVersion,
      /** The sum of the minutes of all modules. */
      totalMinutes: z.int().min(0),
    },
    { tags: ['catalog:versions'] },
  ),
  /** It is to be taught otherwise: a new version is being written. */
  CourseRevisionStarted: event({
    at,
    courseId,
    /** The version that the revision starts from. */
    from: z.int().min(1),
    reason,
    /** The person who writes it. */
    authorId: personId.optional(),
    /** The improvement of an evaluation that it answers. */
    improvementId: improvementId.optional(),
  }),
  /** A case (案例) joined the course's collection. */
  CaseAdded: event({
    at,
    courseId,
    caseId,
    title,
    /** The industry that the case comes from (行业案例), by its code. Left out, it is the organisation's own. */
    industry: code.optional(),
    authorId: personId.optional(),
    /** The case in a few sentences. */
    summary: text.optional(),
  }),
  /** A case is out of date: it is taught no more. */
  CaseWithdrawn: event({ at, courseId, caseId, reason }),
  /** One course counts as another, that way only: whoever completes it need not complete the other. */
  EquivalenceDeclared: event(equivalence, { tags: ['catalog:equivalents'] }),
  /** It counts no longer: what was completed by that day still does. */
  EquivalenceEnded: event(equivalenceEnd, { tags: ['catalog:equivalents'] }),
  /** It is taught no more. */
  CourseRetired: event(retirement, { tags: ['catalog:equivalents'] }),
})

export type CatalogEvent = EventsOf<typeof catalogEvents> | never
