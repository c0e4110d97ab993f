import type { CatalogEvent, Grants } from '../catalog/events.ts'
import { projections } from '../kernel/index.ts'
import { type TrainerStanding, trainerStanding } from '../resources/events/standing.ts'
import type { ResourceEvent } from '../resources/events.ts'
import { noRecord, type ResourceRecord, recording } from './resource-record.ts'

export type CourseInCatalogue = {
  title: string
  status: 'drafted' | 'published' | 'revising' | 'retired'
  /** The version that is taught; 0 before the first. */
  version: number
  modality: string
  totalMinutes: number
  /** How it is taught: theory, practice, case discussion, each once. */
  activities: string[]
  prerequisiteIds: string[]
  grants: Grants
}

export type CaseInCatalogue = {
  courseId: string
  caseId: string
  title: string
  industry?: string
  withdrawn: boolean
}

/** The libraries of an organisation: courses (课程库), cases (案例库), and everybody and everything training takes. */
export type CatalogueState = {
  courses: Record<string, CourseInCatalogue>
  /** By course and case, with a space between. */
  cases: Record<string, CaseInCatalogue>
  resources: Record<string, ResourceRecord>
}

const drafted = (title: string): CourseInCatalogue => ({
  title,
  status: 'drafted',
  version: 0,
  modality: '',
  totalMinutes: 0,
  activities: [],
  prerequisiteIds: [],
  grants: {},
})

const courseIn = ({ courses }: CatalogueState, courseId: string) => {
  courses[courseId] ??= drafted('')
  return courses[courseId]
}

/** What is in the libraries. Each course's events stay in one half of a split log, and those of all resources in one. */
export const catalogue = projections<CatalogEvent | ResourceEvent>()({
  name: 'catalogue',
  initial: (): CatalogueState => ({ courses: {}, cases: {}, resources: {} }),
  on: {
    CourseDrafted: ({ courses }, { courseId, title }) => {
      courses[courseId] = drafted(title)
    },
    CourseVersionPublished: (state, published) => {
      const { courseId, title, version, modality, totalMinutes, modules, prerequisiteIds, grants } = published
      state.courses[courseId] = {
        title,
        status: 'published',
        version,
        modality,
        totalMinutes,
        activities: [...new Set(modules.map(({ activity }) => activity))],
        prerequisiteIds,
        grants,
      }
    },
    CourseRevisionStarted: (state, { courseId }) => {
      courseIn(state, courseId).status = 'revising'
    },
    CourseRetired: (state, { courseId }) => {
      courseIn(state, courseId).status = 'retired'
    },
    CaseAdded: ({ cases }, { courseId, caseId, title, industry }) => {
      cases[`${courseId} ${caseId}`] = {
        courseId,
        caseId,
        title,
        withdrawn: false,
        ...(industry === undefined ? {} : { industry }),
      }
    },
    CaseWithdrawn: ({ cases }, { courseId, caseId }) => {
      const one = cases[`${courseId} ${caseId}`]
      if (one !== undefined) one.withdrawn = true
    },
    ...recording<CatalogueState>(({ resources }, resourceId) => {
      resources[resourceId] ??= noRecord()
      return resources[resourceId]
    }),
  },
  shardBy: 'courseId',
  merge: (a, b) => ({
    courses: { ...a.courses, ...b.courses },
    cases: { ...a.cases, ...b.cases },
    resources: { ...a.resources, ...b.resources },
  }),
})

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
 * import { catalogEvents, catalogue, coursesIn, project } from 'training-ops'
 * const published = catalogEvents.make.CourseVersionPublished({
 *   at: '2026-03-01T01:00:00.000Z', courseId: 'welding', version: 1, title: 'Welding', modules: [{ activity: 'practice', minutes: 240 }],
 *   prerequisiteIds: [], completionRule: { require: 'all', of: [] }, grants: {}, modality: 'virtualReality', totalMinutes: 240,
 * })
 * const libraries = project(catalogue, [published])
 * coursesIn(libraries, { modality: 'virtualReality' }).map(({ courseId }) => courseId) // => ['welding']
 * coursesIn(libraries, { activity: 'theory' }) // => []
 * ```
 */
export const coursesIn = (
  { courses }: CatalogueState,
  { modality, activity, competency }: CourseSought = {},
): readonly (CourseInCatalogue & { readonly courseId: string })[] =>
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

/** The cases in use (案例库), of an industry or of a course where one is named. */
export const casesIn = (
  { cases }: CatalogueState,
  { industry, courseId }: { readonly industry?: string; readonly courseId?: string } = {},
): readonly CaseInCatalogue[] =>
  Object.values(cases).filter(
    (one) =>
      !one.withdrawn &&
      (industry === undefined || one.industry === industry) &&
      (courseId === undefined || one.courseId === courseId),
  )

export type TrainerInCatalogue = {
  readonly resourceId: string
  readonly title: string
  /** `trainer` is the organisation's own, `expert` comes from outside. */
  readonly kind: string
  readonly standing: TrainerStanding
  /** What they may teach at that moment, and at what level. */
  readonly teaches: Readonly<Record<string, string>>
}

/**
 * The library of trainers (讲师库) as of an instant: who may teach what then, with qualifications that had run out left
 * out. With a course: only who may teach it and is in use.
 */
export const trainersIn = (
  { resources }: CatalogueState,
  { asOf, courseId }: { readonly asOf: string; readonly courseId?: string },
): readonly TrainerInCatalogue[] =>
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
        standing: trainerStanding({ ...record, qualifiedFor: Object.fromEntries(valid) }),
        teaches: Object.fromEntries(valid.map(([course, { level }]) => [course, level])),
      }
    })
    .filter(
      ({ standing, teaches }) =>
        courseId === undefined ||
        (Object.hasOwn(teaches, courseId) && (standing === 'active' || standing === 'qualified')),
    )
