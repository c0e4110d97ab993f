import fc, { type Arbitrary } from 'fast-check'
import { type AnyEvent, type AnyProjection, fold, merge } from '../../kernel/index.ts'
import { same } from '../same.ts'
import type { Story } from '../stories.ts'
import { inWords } from '../told.ts'
import { type Words, wordsOf } from '../words/index.ts'
import { type Breach, type Law, type Looking, lawOfValues } from './law.ts'
import { foldBreach, foreignBreach, livesOf, projectionsOf } from './of-events.ts'

export type ProjectionLaws = Looking & {
  /** The lives it folds. */
  readonly lives: Arbitrary<Pick<Story, 'events'>>
}

/**
 * The laws a projection keeps, whoever reads it: folding at once is folding one by one, a stranger's event changes
 * nothing, what is folded is not changed; and where `merge` is declared, two halves of a log, split by `shardBy`
 * where that is declared, merge to the whole exactly.
 */
export const lawsOfProjection = (projection: AnyProjection, options: ProjectionLaws): readonly Law[] => {
  const words = wordsOf(options.locale)
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
    if (changed >= 0) return `${inWords(life[changed])} ⇒ ${inWords(own[changed])}`
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
const halved = (logs: Arbitrary<readonly AnyEvent[]>, projection: AnyProjection): Arbitrary<Halves> =>
  fc
    .tuple(logs, fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }))
    .map(([events, sides]) => split(events, projection, (place) => sides[place % sides.length] === true))

/** The first half and the second, the even and the odd, the first and all others. */
const waysToSplit = (many: number): readonly ((place: number) => boolean)[] => [
  (place) => 2 * place >= many,
  (place) => place % 2 === 1,
  (place) => place > 0,
]

/** Every projection of a workflow that says how two halves merge. */
export const merges = (story: Story, words: Words): Breach => {
  for (const projection of projectionsOf(story)) {
    if (projection.merge === undefined) continue
    for (const isSecond of waysToSplit(story.events.length)) {
      const because = mergeBreach(projection)(split(story.events, projection, isSecond), words)
      if (because !== undefined) return { because }
    }
  }
  return undefined
}

const mergeBreach =
  (projection: AnyProjection) =>
  (halves: Halves, words: Words): string | undefined => {
    const side = (second: boolean) =>
      halves.filter((half) => half.second === second).map(({ event }) => event)
    const [whole, one, other] = [halves.map(({ event }) => event), side(false), side(true)].map((events) =>
      livesOf(projection, events),
    )
    for (const [subject, life] of whole ?? []) {
      const [first, second] = [one, other].map((half): unknown => fold(projection, half?.get(subject) ?? []))
      const [together, merged] = [fold(projection, life) as unknown, merge(projection, first, second)]
      if (!same(together, merged))
        return `${projection.name} ${subject}\n           ${words.differs('fold', inWords(together), 'merge', inWords(merged))}`
    }
    return undefined
  }
