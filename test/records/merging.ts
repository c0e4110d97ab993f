import { type AnyEvent, type AnyProjection, merge, project } from 'training-ops'
import { expect } from 'vitest'

/** Every way to cut a log in two; or, where a projection says by which field, every way to share it out by that. */
const halvesOf = (events: readonly AnyEvent[], shardBy: string | undefined) => {
  if (shardBy === undefined) return events.map((_, at) => [events.slice(0, at), events.slice(at)] as const)
  const shardOf = ({ data }: AnyEvent) => (data as Record<string, string>)[shardBy]
  return [...new Set(events.map(shardOf))].map(
    (shard) =>
      [
        events.filter((event) => shardOf(event) === shard),
        events.filter((event) => shardOf(event) !== shard),
      ] as const,
  )
}

/** merge(fold(a), fold(b)) = fold(a ++ b), subject by subject. */
export const expectToMerge = (projection: AnyProjection, events: readonly AnyEvent[]): void => {
  const whole = project(projection, events)
  for (const [a, b] of halvesOf(events, projection.shardBy)) {
    const [ofA, ofB] = [project(projection, a), project(projection, b)]
    if (projection.by.length === 0) expect(merge(projection, ofA, ofB)).toEqual(whole)
    else
      for (const subject of Object.keys(whole))
        expect(
          merge(projection, ofA[subject] ?? projection.initial(), ofB[subject] ?? projection.initial()),
        ).toEqual(whole[subject])
  }
}
