import { type CourseEquivalents, countsAs } from '../catalog/equivalence/status.ts'
import type { CourseRecords } from '../records/course/record.ts'
import { coursesIn } from './catalog.ts'

/** A level that is not reached yet, on the scale of the competency. */
export type CompetencyWanted = {
  readonly frameworkId: string
  readonly competency: string
  readonly level: number
}

export type PathRequest = {
  readonly courses: CourseRecords
  /** Courses completed before. */
  readonly completed: readonly string[]
  /** Folded by `courseEquivalents`, with the day on which it is asked: what counts as what. */
  readonly equivalents?: { readonly known: CourseEquivalents; readonly on: string }
  /** The levels to be reached: gaps of a role, or wishes. */
  readonly wanted: readonly CompetencyWanted[]
}

/** Which courses, in which order: the host's own rule or model, asked like a function. */
export type PathRecommender = (request: PathRequest) => readonly string[]

export type RecommendedPath = {
  /** The courses to take, prerequisites first, none twice. */
  readonly courseIds: readonly string[]
  /** The courses that were recommended and left out. */
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
  const { equivalents } = request
  const isCompleted = (courseId: string): boolean =>
    request.completed.some(
      (taken) =>
        taken === courseId ||
        (equivalents !== undefined && countsAs(equivalents.known, taken, courseId, equivalents.on)),
    )
  /** The course itself, or what takes its place where it is retired. */
  const inPlaceOf = (courseId: string): string => {
    const { status, successorId } = request.courses[courseId] ?? {}
    return status === 'retired' && successorId !== undefined ? inPlaceOf(successorId) : courseId
  }
  const courseIds: string[] = []
  const leftOut: RecommendedPath['leftOut'][number][] = []
  /** The course with all that has to come before it; nothing when something of that is not offered. */
  const withPrerequisites = (courseId: string, path: readonly string[]): readonly string[] | undefined => {
    const isThere = (id: string) => isCompleted(id) || courseIds.includes(id) || path.includes(id)
    if (isThere(courseId) || isThere(inPlaceOf(courseId))) return path
    const course = offered.get(inPlaceOf(courseId))
    if (course === undefined) return undefined
    let before: readonly string[] | undefined = path
    for (const one of course.prerequisiteIds)
      before = before === undefined ? undefined : withPrerequisites(one, before)
    for (const { atLeast, courseIds: some } of course.prerequisiteAlternatives) {
      let missing = atLeast - some.filter(isThere).length
      for (const one of some) {
        if (missing <= 0 || before === undefined || isThere(one)) continue
        const added = withPrerequisites(one, before)
        if (added !== undefined) [before, missing] = [added, missing - 1]
      }
      if (missing > 0) before = undefined
    }
    return before === undefined ? undefined : [...before, course.courseId]
  }
  for (const courseId of new Set(recommend(request).map(inPlaceOf))) {
    if (!offered.has(courseId)) leftOut.push({ courseId, because: 'notOffered' })
    else if (isCompleted(courseId)) leftOut.push({ courseId, because: 'completed' })
    else {
      const added = withPrerequisites(courseId, [])
      if (added === undefined) leftOut.push({ courseId, because: 'prerequisiteNotOffered' })
      else courseIds.push(...added)
    }
  }
  return { courseIds, leftOut }
}

/**
 * A plain rule: for everything wanted, the shortest course that shows it.
 *
 * @example
 * ```ts
 * import { pathByGaps } from 'training-ops'
 * pathByGaps({ courses: {}, completed: [], wanted: [{ frameworkId: 'sales', competency: 'asking', level: 2 }] }) // => []
 * ```
 */
export const pathByGaps: PathRecommender = ({ courses, wanted }) =>
  wanted.flatMap((competency) => {
    const [shortest] = [...coursesIn(courses, { competency })].sort((a, b) => a.totalMinutes - b.totalMinutes)
    return shortest === undefined ? [] : [shortest.courseId]
  })
