import type { CatalogEvent, Grants } from '../../catalog/events.ts'
import { type CourseStatus, courseMoves } from '../../catalog/status.ts'
import { projections } from '../../kernel/index.ts'
import { type Alternatives, given } from '../../vocabulary/index.ts'

export type CaseRecord = {
  courseId: string
  caseId: string
  title: string
  industry?: string
  withdrawn: boolean
}

/** Everything that happened to one course (课程) and its cases. */
export type CourseRecord = {
  title: string
  status: CourseStatus
  /** The version that is taught; 0 before the first. */
  version: number
  modality: string
  totalMinutes: number
  /** How it is taught: theory, practice, case discussion, each once. */
  activities: string[]
  prerequisiteIds: string[]
  /** Of several courses, so many that come before. */
  prerequisiteAlternatives: readonly Alternatives[]
  /** The course that takes its place, where it is retired. */
  successorId?: string
  grants: Grants
  /** Minutes of each version, and when it was published. */
  versions: Record<string, { minutes: number; at: string }>
  cases: Record<string, CaseRecord>
}

/** The record of a course: its versions, what it takes and shows, and the cases it is taught with (案例). */
export const courseRecord = projections<CatalogEvent>()({
  name: 'courseRecord',
  by: ['courseId'],
  initial: (): CourseRecord => ({
    title: '',
    status: 'unknown',
    version: 0,
    modality: '',
    totalMinutes: 0,
    activities: [],
    prerequisiteIds: [],
    prerequisiteAlternatives: [],
    grants: {},
    versions: {},
    cases: {},
  }),
  on: [
    courseMoves,
    {
      CourseDrafted: (course, { title }) => {
        course.title = title
      },
      CourseVersionPublished: (course, published) => {
        const { at, title, version, modality, totalMinutes, modules, prerequisiteIds, grants } = published
        Object.assign(course, {
          title,
          version,
          modality,
          totalMinutes,
          prerequisiteIds,
          prerequisiteAlternatives: published.prerequisiteAlternatives ?? [],
          grants,
        })
        course.activities = [...new Set(modules.map(({ activity }) => activity))]
        course.versions[version] = { minutes: totalMinutes, at }
      },
      CourseRetired: (course, { successorId }) => {
        if (successorId !== undefined) course.successorId = successorId
      },
      CaseAdded: ({ cases }, { courseId, caseId, title, industry }) => {
        cases[caseId] = { courseId, caseId, title, withdrawn: false, ...given({ industry }) }
      },
      CaseWithdrawn: ({ cases }, { caseId }) => {
        const one = cases[caseId]
        if (one !== undefined) one.withdrawn = true
      },
    },
  ],
  shardBy: 'courseId',
  /** One half has never heard of the course. */
  merge: (a, b) => (a.status === 'unknown' && Object.keys(a.cases).length === 0 ? b : a),
})

/** The records of courses, as `project(courseRecord, events)` answers them. */
export type CourseRecords = Readonly<Record<string, CourseRecord>>
