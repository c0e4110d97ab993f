/** Which course counts as which, and which takes the place of one that is retired: said here once, for every room. */

import { projections } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import type { CatalogEvent } from '../events.ts'

/** A course that counts as another: what was completed on these days, both included, for good where none ends it. */
export type Equivalence = { courseId: string; from: string; until?: string }
export type Retirement = { successorId?: string; finishBy?: string; takesNewcomers?: boolean }

export type CourseEquivalents = {
  /** By course: those that count as it. */
  counting: Record<string, Equivalence[]>
  /** By retired course: what takes its place, and the last day on which it could be finished. */
  retired: Record<string, Retirement>
}

const projection = projections<CatalogEvent>()

/** Whether one course has been counting as another, and until when. */
export const equivalence = projection({
  name: 'equivalence',
  by: ['courseId', 'countsAsId'],
  initial: (): { from?: string; until?: string } => ({}),
  on: {
    EquivalenceDeclared: (equivalence, { effectiveFrom, until }) => {
      equivalence.from = effectiveFrom
      if (until === undefined) delete equivalence.until
      else equivalence.until = until
    },
    EquivalenceEnded: (equivalence, { until }) => {
      equivalence.until = until
    },
  },
})

/** The equivalent courses (等效课程) of the whole catalog. */
export const courseEquivalents = projection({
  name: 'courseEquivalents',
  tag: 'catalog:equivalents',
  initial: (): CourseEquivalents => ({ counting: {}, retired: {} }),
  on: {
    EquivalenceDeclared: ({ counting }, { courseId, countsAsId, effectiveFrom, until }) => {
      counting[countsAsId] ??= []
      counting[countsAsId].push({ courseId, from: effectiveFrom, ...given({ until }) })
    },
    EquivalenceEnded: ({ counting }, { courseId, countsAsId, until }) => {
      for (const one of counting[countsAsId] ?? [])
        if (one.courseId === courseId && (one.until === undefined || one.until > until)) one.until = until
    },
    CourseRetired: ({ retired }, { courseId, successorId, finishBy, takesNewcomers }) => {
      retired[courseId] = { ...given({ successorId, finishBy, takesNewcomers }) }
    },
  },
})

/** Nothing counts as anything else, and nothing is retired. */
export const noEquivalents: CourseEquivalents = Object.freeze(courseEquivalents.initial())

/**
 * Whether a course that was completed on a day counts as the one that is asked for: it is that course (where it was retired,
 * by the last day to finish it), it counted as it on that day, or it counts as the successor of a retired one. It goes one way,
 * and no further: what counts as a course that counts as another counts as the first alone.
 *
 * @example
 * ```ts
 * import { countsAs } from 'training-ops'
 * const equivalents = { counting: { 'fire-en': [{ courseId: 'fire-zh', from: '2026-01-01' }] }, retired: {} }
 * countsAs(equivalents, 'fire-zh', 'fire-en', '2026-04-06') // => true
 * countsAs(equivalents, 'fire-en', 'fire-zh', '2026-04-06') // => false
 * ```
 */
export const countsAs = (
  equivalents: CourseEquivalents,
  taken: string,
  asked: string,
  on: string,
): boolean => {
  for (const course of withSuccessors(equivalents, asked)) {
    const finishBy = equivalents.retired[course]?.finishBy
    if (taken === course) return finishBy === undefined || on <= finishBy
    const counts = equivalents.counting[course]?.some(
      ({ courseId, from, until }) => courseId === taken && from <= on && (until === undefined || on <= until),
    )
    if (counts === true) return true
  }
  return false
}

/**
 * Of several courses that are asked for, those that are met at once: a course that was taken counts for one of them alone, and as
 * many are met as can be. By the place of each asked course, the taken course that counts for it. Those that come first among the
 * taken courses of each are preferred.
 *
 * @example
 * ```ts
 * import { metAtOnce } from 'training-ops'
 * metAtOnce([['excel', 'tables'], ['excel']]) // => ['tables', 'excel']
 * metAtOnce([['excel'], ['excel']]) // => ['excel', undefined]
 * ```
 */
export const metAtOnce = (takenFor: readonly (readonly string[])[]): readonly (string | undefined)[] => {
  const usedFor = new Map<string, number>()
  const find = (asked: number, tried: Set<string>): boolean => {
    for (const taken of takenFor[asked] ?? []) {
      if (tried.has(taken)) continue
      tried.add(taken)
      const other = usedFor.get(taken)
      if (other !== undefined && !find(other, tried)) continue
      usedFor.set(taken, asked)
      return true
    }
    return false
  }
  for (const asked of takenFor.keys()) find(asked, new Set())
  return takenFor.map((_, asked) => [...usedFor].find(([, used]) => used === asked)?.[0])
}

/** A course, its successor, the successor's, and so on; each once, for a log of others may lead in a circle. */
function* withSuccessors({ retired }: CourseEquivalents, courseId: string): Iterable<string> {
  const seen = new Set<string>()
  for (
    let id: string | undefined = courseId;
    id !== undefined && !seen.has(id);
    id = retired[id]?.successorId
  ) {
    seen.add(id)
    yield id
  }
}

/**
 * The course to take where one is asked for: its successor where it is retired; none where it has none.
 *
 * @example
 * ```ts
 * import { courseEquivalents, courseToTake } from 'training-ops'
 * courseToTake(courseEquivalents.initial(), 'selling') // => 'selling'
 * ```
 */
export const courseToTake = (equivalents: CourseEquivalents, courseId: string): string | undefined => {
  for (const id of withSuccessors(equivalents, courseId)) if (equivalents.retired[id] === undefined) return id
  return undefined
}
