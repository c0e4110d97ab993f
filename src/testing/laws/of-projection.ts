import fc, { type Arbitrary } from 'fast-check'
import { type AnyEvent, type AnyProjection, fold, merge } from '../../kernel/index.ts'
import { describeValue } from '../describe-value.ts'
import { same } from '../same.ts'
import type { AnyStory, Story } from '../story.ts'
import { type Words, wordsOf } from '../words/index.ts'
import { type Breach, type Depth, type Law, type LawOptions, lawOfValues } from './law.ts'
import { foldBreach, foreignBreach, livesOf, nameOf, projectionsOf, someOf } from './of-events.ts'

export type ProjectionLaws = LawOptions & {
  /** The lives it folds. */
  readonly lives: Arbitrary<Pick<Story, 'events'>>
}

/**
 * The laws a projection keeps, whoever reads it: folding at once is folding one by one, a stranger's event changes
 * nothing, what is folded is not changed; and where `merge` is declared, two halves of a log, split by `shardBy`
 * where that is declared, merge to the whole exactly.
 *
 * @example
 * ```ts
 * import { assemble, catalog, delivery, resources, seatAllocation } from 'training-ops'
 * import { lawsOfProjection, stories, universe } from 'training-ops/testing'
 * const lives = stories(assemble([catalog, resources, delivery], {}, { trusted: true }), { in: universe({ offeringId: 1 }), upTo: 8 })
 * const laws = lawsOfProjection(seatAllocation, { lives, runs: 5 })
 * for (const { check } of laws) check()
 * laws[0]?.name // => 'folding at once is folding one by one'
 * ```
 */
export const lawsOfProjection = (projection: AnyProjection, options: ProjectionLaws): readonly Law[] => {
  const words = wordsOf(options.language)
  const logs = options.lives.map(({ events }) => events)
  return [
    lawOfValues(words.fold, logs, (events, words) => foldBreach(projection, events, words), options),
    lawOfValues(words.foreign, logs, (events) => foreignBreach(projection, events), options),
    lawOfValues(words.untouched, logs, (events) => changedBy(projection, events), options),
    ...(projection.merge === undefined
      ? []
      : [lawOfValues(words.merge, halved(logs, projection), mergeBreach(projection), options)]),
  ]
}

const changedBy = (projection: AnyProjection, events: readonly AnyEvent[]): string | undefined => {
  for (const life of livesOf(projection, events).values()) {
    const own = JSON.parse(JSON.stringify(life)) as AnyEvent[]
    fold(projection, own)
    const changed = own.findIndex((event, at) => !same(event, JSON.parse(JSON.stringify(life[at]))))
    if (changed >= 0) return `${describeValue(life[changed])} ⇒ ${describeValue(own[changed])}`
  }
  return undefined
}

type Halves = readonly { readonly event: AnyEvent; readonly second: boolean }[]

/** A log split in two: by where an event stands, or by where the first stood that has its value of `shardBy`. */
const split = (
  events: readonly AnyEvent[],
  { shardBy }: AnyProjection,
  isSecond: (place: number) => boolean,
): Halves => {
  const shards = new Map<string, number>()
  const placeOf = (event: AnyEvent, at: number): number => {
    if (shardBy === undefined) return at
    const value = String(event.data[shardBy])
    const shard = shards.get(value) ?? shards.size
    shards.set(value, shard)
    return shard
  }
  return events.map((event, at) => ({ event, second: isSecond(placeOf(event, at)) }))
}

/** A log and any way to split it in two. */
const halved = (logs: Arbitrary<readonly AnyEvent[]>, projection: AnyProjection): Arbitrary<Halves> => {
  // Stryker disable next-line ObjectLiteral: a shorter list of sides is one as well
  const anySides = fc.array(fc.boolean(), { minLength: 64, maxLength: 64 })
  return fc
    .tuple(logs, anySides)
    .map(([events, sides]) => split(events, projection, (place) => Boolean(sides[place % sides.length])))
}

/** Every projection of a workflow that says how two halves merge, told apart by turns. */
export const merges = (story: AnyStory, words: Words, depth: Depth = 'all'): Breach => {
  for (const projection of someOf(projectionsOf(story), story, depth)) {
    if (projection.merge === undefined) continue
    // Stryker disable next-line EqualityOperator: the other way round is a split as well
    const halves = split(story.events, projection, (place) => place % 2 > 0)
    const because = mergeBreach(projection)(halves, words)
    if (because !== undefined) return { because }
  }
  return undefined
}

const mergeBreach =
  (projection: AnyProjection) =>
  (halves: Halves, words: Words): string | undefined => {
    const livesIn = (some: Halves) =>
      livesOf(
        projection,
        some.map(({ event }) => event),
      )
    // Stryker disable next-line ArrayDeclaration: a fold passes over what is no event
    const stateIn = (some: Halves) => (subject: string) => fold(projection, livesIn(some).get(subject) ?? [])
    const first = stateIn(halves.filter(({ second }) => !second))
    const second = stateIn(halves.filter(({ second }) => second))
    for (const [subject, life] of livesIn(halves)) {
      const together: unknown = fold(projection, life)
      const merged: unknown = merge(projection, first(subject), second(subject))
      if (!same(together, merged))
        return `${nameOf(projection, subject)}\n           ${words.differs('fold', describeValue(together), 'merge', describeValue(merged))}`
    }
    return undefined
  }
