import { projections } from '../kernel/index.ts'
import type { Alternatives } from '../vocabulary/index.ts'
import type { CatalogEvent } from './events.ts'
import { type CourseStatus, courseMoves } from './status.ts'

const projection = projections<CatalogEvent>()

export type CourseState = {
  status: CourseStatus
  /** The last version published; 0 before the first. */
  version: number
  cases: Record<string, 'inUse' | 'outOfUse'>
}

/** Where a course stands. */
export const course = projection({
  name: 'course',
  by: ['courseId'],
  initial: (): CourseState => ({ status: 'unknown', version: 0, cases: {} }),
  on: [
    courseMoves,
    {
      CourseVersionPublished: (course, { version }) => {
        course.version = version
      },
      CaseAdded: ({ cases }, { caseId }) => {
        cases[caseId] = 'inUse'
      },
      CaseWithdrawn: ({ cases }, { caseId }) => {
        cases[caseId] = 'outOfUse'
      },
    },
  ],
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
