/** The way from a course back to itself that new prerequisites would open, if there is one. */
export const cycleThrough = (
  courseId: string,
  prerequisiteIds: readonly string[],
  graph: Readonly<Record<string, readonly string[]>>,
): readonly string[] | undefined => {
  const pending = prerequisiteIds.map((next) => [courseId, next] as readonly string[])
  const seen = new Set<string>()
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const here = path.at(-1) as string
    if (here === courseId) return path
    if (seen.has(here)) continue
    seen.add(here)
    for (const next of graph[here] ?? []) pending.push([...path, next])
  }
  return undefined
}
