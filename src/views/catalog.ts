import type { Grants } from '../catalog/events.ts'
import type { CaseRecord, CourseRecord, CourseRecords } from '../records/course/record.ts'
import type { ResourceRecords } from '../records/resource/record.ts'
import { type TrainerStatus, trainerStatus } from '../resources/events/trainer-status.ts'

export type CourseSought = {
  readonly modality?: string
  /** Taught at least in part as this. */
  readonly activity?: string
  /** Completing it shows this competency, at this level or above where one is named. */
  readonly competency?: { readonly frameworkId: string; readonly competency: string; readonly level?: number }
}

/**
 * The courses that can be taught (课程库), by id: published, or published and under revision; those that fit what is
 * sought.
 *
 * @example
 * ```ts
 * import { catalogEvents, courseRecord, coursesIn, project } from 'training-ops'
 * const published = catalogEvents.make.CourseVersionPublished({
 *   at: '2026-03-01T01:00:00.000Z', courseId: 'welding', version: 1, title: 'Welding', modules: [{ activity: 'practice', minutes: 240 }],
 *   prerequisiteIds: [], completionRule: { require: 'all', of: [] }, grants: {}, modality: 'virtualReality', totalMinutes: 240,
 * })
 * const courses = project(courseRecord, [published])
 * coursesIn(courses, { modality: 'virtualReality' }).map(({ courseId }) => courseId) // => ['welding']
 * coursesIn(courses, { activity: 'theory' }) // => []
 * ```
 */
export const coursesIn = (
  courses: CourseRecords,
  { modality, activity, competency }: CourseSought = {},
): readonly (CourseRecord & { readonly courseId: string })[] =>
  Object.entries(courses)
    .map(([courseId, course]) => ({ courseId, ...course }))
    .filter(
      (course) =>
        (course.status === 'published' || course.status === 'revising') &&
        (modality === undefined || course.modality === modality) &&
        (activity === undefined || course.activities.includes(activity)) &&
        (competency === undefined || shows(course.grants, competency)),
    )
    .sort((a, b) => (a.courseId < b.courseId ? -1 : 1))

const shows = (
  { competencies = [] }: Grants,
  { frameworkId, competency, level = 0 }: NonNullable<CourseSought['competency']>,
): boolean =>
  competencies.some(
    (one) => one.frameworkId === frameworkId && one.competency === competency && one.level >= level,
  )

/**
 * The cases in use (案例库), of an industry or of a course where one is named.
 *
 * @example
 * ```ts
 * import { casesIn, courseRecord } from 'training-ops'
 * const course = courseRecord.initial()
 * casesIn({ selling: course }, { industry: 'retail' }) // => []
 * ```
 */
export const casesIn = (
  courses: CourseRecords,
  { industry, courseId }: { readonly industry?: string; readonly courseId?: string } = {},
): readonly CaseRecord[] =>
  Object.values(courses)
    .flatMap(({ cases }) => Object.values(cases))
    .filter(
      (one) =>
        !one.withdrawn &&
        (industry === undefined || one.industry === industry) &&
        (courseId === undefined || one.courseId === courseId),
    )

export type TrainerInPool = {
  readonly resourceId: string
  readonly title: string
  /** `trainer` is the organisation's own, `expert` comes from outside. */
  readonly kind: string
  readonly status: TrainerStatus
  /** The courses they may teach at that moment, and at what level. */
  readonly teaches: Readonly<Record<string, string>>
}

/**
 * The library of trainers (讲师库) as of an instant: who may teach what then, with qualifications that had run out left
 * out. With a course: only who may teach it and is in use.
 *
 * @example
 * ```ts
 * import { resourceRecord, trainersIn } from 'training-ops'
 * const mei = { ...resourceRecord.initial(), kind: 'trainer' as const, title: 'Mei' }
 * trainersIn({ mei }, { asOf: '2026-03-01T01:00:00.000Z' }).map(({ resourceId }) => resourceId) // => ['mei']
 * ```
 */
export const trainersIn = (
  resources: ResourceRecords,
  { asOf, courseId }: { readonly asOf: string; readonly courseId?: string },
): readonly TrainerInPool[] =>
  Object.entries(resources)
    .filter(([, { kind }]) => kind === 'trainer' || kind === 'expert')
    .map(([resourceId, record]) => {
      const valid = Object.entries(record.qualifiedFor).filter(
        ([, { validUntil }]) => validUntil === null || validUntil > asOf,
      )
      return {
        resourceId,
        title: record.title,
        kind: record.kind,
        status: trainerStatus({ ...record, qualifiedFor: Object.fromEntries(valid) }),
        teaches: Object.fromEntries(valid.map(([course, { level }]) => [course, level])),
      }
    })
    .filter(
      ({ status, teaches }) =>
        courseId === undefined ||
        (Object.hasOwn(teaches, courseId) && (status === 'active' || status === 'qualified')),
    )
