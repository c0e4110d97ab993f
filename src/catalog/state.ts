import { projections } from '../kernel/index.ts'
import type { Alternatives } from '../vocabulary/index.ts'
import type { CatalogEvent } from './events.ts'

const projection = projections<CatalogEvent>()

export type CourseState = {
  status: 'unknown' | 'drafted' | 'published' | 'revising' | 'retired'
  /** The last version published; 0 before the first. */
  version: number
  cases: Record<string, 'inUse' | 'outOfUse'>
}

/** Where a course stands. */
export const course = projection({
  name: 'course',
  by: ['courseId'],
  initial: (): CourseState => ({ status: 'unknown', version: 0, cases: {} }),
  on: {
    CourseDrafted: (course) => {
      course.status = 'drafted'
    },
    CourseVersionPublished: (course, { version }) => {
      course.status = 'published'
      course.version = version
    },
    CourseRevisionStarted: (course) => {
      course.status = 'revising'
    },
    CaseAdded: ({ cases }, { caseId }) => {
      cases[caseId] = 'inUse'
    },
    CaseWithdrawn: ({ cases }, { caseId }) => {
      cases[caseId] = 'outOfUse'
    },
    CourseRetired: (course) => {
      course.status = 'retired'
    },
  },
})

/** Which course asks for which, as their latest versions say: one graph for the whole catalog. */
export const prerequisites = projection({
  name: 'prerequisites',
  tag: 'catalog:versions',
  initial: (): {
    of: Record<string, readonly string[]>
    choices: Record<string, readonly Alternatives[]>
    version: Record<string, number>
  } => ({ of: {}, choices: {}, version: {} }),
  on: {
    CourseVersionPublished: (
      graph,
      { courseId, version, prerequisiteIds, prerequisiteAlternatives = [] },
    ) => {
      graph.of[courseId] = prerequisiteIds
      graph.choices[courseId] = prerequisiteAlternatives
      graph.version[courseId] = version
    },
  },
})
