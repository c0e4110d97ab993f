import type { CourseRecords } from '../records/course/record.ts'
import { coursesIn } from './catalog.ts'

/** What somebody cannot do yet, on the scale of the competency. */
export type CompetencyWanted = {
  readonly frameworkId: string
  readonly competency: string
  readonly level: number
}

export type PathRequest = {
  readonly courses: CourseRecords
  /** Courses completed before. */
  readonly completed: readonly string[]
  /** What is still to be reached: gaps of a role, or wishes. */
  readonly wanted: readonly CompetencyWanted[]
}

/** Which courses, in which order: the host's own rule or model, asked like a function. */
export type PathRecommender = (request: PathRequest) => readonly string[]

export type RecommendedPath = {
  /** What to take, prerequisites before what asks for them, nothing twice. */
  readonly courseIds: readonly string[]
  /** What was recommended and left out. */
  readonly leftOut: readonly {
    readonly courseId: string
    readonly because: 'notOffered' | 'completed' | 'prerequisiteNotOffered'
  }[]
}

/**
 * A learner's path (个性化学习路径), recommended by whom the host asks, AI or not, and made sound: only courses that are
 * offered, none completed before, prerequisites put in front. The core recommends nothing by itself; `pathByGaps` is a
 * plain rule to start with.
 *
 * @example
 * ```ts
 * import { catalogEvents, courseRecord, project, recommendedPath } from 'training-ops'
 * const course = (courseId: string, prerequisiteIds: string[]) => catalogEvents.make.CourseVersionPublished({
 *   at: '2026-03-01T01:00:00.000Z', courseId, version: 1, title: courseId, modules: [{ activity: 'theory', minutes: 60 }],
 *   prerequisiteIds, completionRule: { require: 'all', of: [] }, grants: {}, modality: 'selfPaced', totalMinutes: 60,
 * })
 * const courses = project(courseRecord, [course('asking', []), course('selling', ['asking'])])
 * const model = () => ['selling', 'juggling']
 * recommendedPath(model, { courses, completed: [], wanted: [] })
 * // => { courseIds: ['asking', 'selling'], leftOut: [{ courseId: 'juggling', because: 'notOffered' }] }
 * ```
 */
export const recommendedPath = (recommend: PathRecommender, request: PathRequest): RecommendedPath => {
  const offered = new Map(coursesIn(request.courses).map((course) => [course.courseId, course]))
  const completed = new Set(request.completed)
  const courseIds: string[] = []
  const leftOut: RecommendedPath['leftOut'][number][] = []
  /** The course with all that has to come before it; nothing when something of that is not offered. */
  const withPrerequisites = (courseId: string, path: readonly string[]): readonly string[] | undefined => {
    if (completed.has(courseId) || courseIds.includes(courseId) || path.includes(courseId)) return path
    const course = offered.get(courseId)
    if (course === undefined) return undefined
    let before: readonly string[] | undefined = path
    for (const one of course.prerequisiteIds)
      before = before === undefined ? undefined : withPrerequisites(one, before)
    return before === undefined ? undefined : [...before, courseId]
  }
  for (const courseId of new Set(recommend(request))) {
    if (!offered.has(courseId)) leftOut.push({ courseId, because: 'notOffered' })
    else if (completed.has(courseId)) leftOut.push({ courseId, because: 'completed' })
    else {
      const added = withPrerequisites(courseId, [])
      if (added === undefined) leftOut.push({ courseId, because: 'prerequisiteNotOffered' })
      else courseIds.push(...added)
    }
  }
  return { courseIds, leftOut }
}

/** A plain rule: for everything wanted, the shortest course that shows it. */
export const pathByGaps: PathRecommender = ({ courses, wanted }) =>
  wanted.flatMap((competency) => {
    const [shortest] = [...coursesIn(courses, { competency })].sort((a, b) => a.totalMinutes - b.totalMinutes)
    return shortest === undefined ? [] : [shortest.courseId]
  })
