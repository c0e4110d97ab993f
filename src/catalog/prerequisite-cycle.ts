import type { Alternatives } from '../vocabulary/index.ts'

/** The prerequisites of a course: all of these, and so many of those. */
export type Before = { readonly all: readonly string[]; readonly some: readonly Alternatives[] }

const every = ({ all, some }: Before): readonly string[] => [
  ...all,
  ...some.flatMap(({ courseIds }) => courseIds),
]

/** The way from a course back to itself, by any of what comes before. */
const wayBack = (courseId: string, before: (id: string) => Before): readonly string[] | undefined => {
  const pending = every(before(courseId)).map((next) => [courseId, next] as readonly string[])
  const seen = new Set<string>()
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const here = path.at(-1) as string
    if (here === courseId) return path
    if (seen.has(here)) continue
    seen.add(here)
    for (const next of every(before(here))) pending.push([...path, next])
  }
  return undefined
}

/** Whether a course can be reached at all: by what comes before, without itself. */
const canBeReached = (courseId: string, before: (id: string) => Before): boolean => {
  const met = new Set([courseId])
  for (const id of met) for (const next of every(before(id))) met.add(next)
  const reached = new Set<string>()
  const isOpen = (id: string): boolean => {
    const { all, some } = before(id)
    return (
      all.every((one) => reached.has(one)) &&
      some.every(({ atLeast, courseIds }) => courseIds.filter((one) => reached.has(one)).length >= atLeast)
    )
  }
  for (let size = -1; size < reached.size; ) {
    size = reached.size
    for (const id of met) if (!reached.has(id) && isOpen(id)) reached.add(id)
  }
  return reached.has(courseId)
}

/** The way from a course back to itself that what comes before it would make everybody go, if there is one. */
export const cycleThrough = (
  courseId: string,
  before: (id: string) => Before,
): readonly string[] | undefined => {
  const path = wayBack(courseId, before)
  return path === undefined || canBeReached(courseId, before) ? undefined : path
}
