import type { AnyEvent, DataOf, Tag } from './event.ts'
import { changed, type Draft, frozen } from './immutable.ts'
import { mistake } from './mistake.ts'

/** Event types all of whose data carry the given keys. */
type TypesKeyedBy<Event extends AnyEvent, Keys extends string> = Event extends AnyEvent
  ? [Keys] extends [keyof Event['data']]
    ? Event['type']
    : never
  : never

/** The change of a state by each event type. */
export type RecipesFor<State, Event extends AnyEvent, Keys extends string = never> = {
  readonly [Type in TypesKeyedBy<Event, Keys>]?: (state: Draft<State>, data: DataOf<Event, Type>) => void
}

/** A fold: a decision's knowledge, a screen's view and a metric's accumulator alike. */
export type Projection<State, Event extends AnyEvent = AnyEvent, Keys extends string = never> = {
  readonly name: string
  /** One state per subject: `['offeringId']`. Nothing: one state for the whole log. */
  readonly by: readonly Keys[]
  /** Of a state for the whole log: a tag that all its events have, so that a store finds them. */
  readonly tag?: Tag
  readonly initial: () => State
  /** A recipe for each event type it cares about; it changes the draft and answers nothing. */
  readonly on: RecipesFor<State, Event, Keys>
  /** How two halves meet, exactly: `merge(fold(a), fold(b)) = fold(a ++ b)` when the log was split by `shardBy`. */
  readonly merge?: (a: State, b: State) => State
  /** The field whose values never straddle two halves of a split log; none when any split will do. */
  readonly shardBy?: string
}

// biome-ignore lint/suspicious/noExplicitAny: the bound of every generic over projections
export type AnyProjection = Projection<any, any, any>

export type StateOf<P> = P extends { readonly initial: () => infer State } ? State : never
export type KeysOf<P> = P extends { readonly by: readonly (infer Keys)[] } ? Keys & string : never

/**
 * Declares projections over a union of events.
 *
 * @example
 * ```ts
 * import { type DomainEvent, fold, projections } from 'training-ops'
 * type Event = DomainEvent<'SeatTaken', { offeringId: string }> | DomainEvent<'SeatFreed', { offeringId: string }>
 * const projection = projections<Event>()
 * const seats = projection({
 *   name: 'seats',
 *   by: ['offeringId'],
 *   initial: () => ({ taken: 0 }),
 *   on: { SeatTaken: (seats) => { seats.taken++ }, SeatFreed: (seats) => { seats.taken-- } },
 * })
 * fold(seats, [{ type: 'SeatTaken', data: { offeringId: 'o-1' } }]) // => { taken: 1 }
 * ```
 */
export const projections =
  <Event extends AnyEvent>() =>
  <State, const Keys extends string = never>(
    projection: Omit<Projection<State, Event, Keys>, 'by' | 'on'> & {
      readonly by?: readonly Keys[]
      /** One set of recipes, or several that share the work: those of an event run in the order of the list. */
      readonly on:
        | RecipesFor<NoInfer<State>, Event, NoInfer<Keys>>
        | readonly RecipesFor<NoInfer<State>, Event, NoInfer<Keys>>[]
    },
  ): Projection<State, Event, Keys> => ({
    ...projection,
    by: projection.by ?? [],
    on:
      'length' in projection.on ? (inOrder(projection.on) as RecipesFor<State, Event, Keys>) : projection.on,
  })

type Recipe = (state: unknown, data: unknown) => void
export type Recipes = Readonly<Record<string, Recipe | undefined>>

/** Of recipes put together from several: the source text of all. */
const sources = new WeakMap<object, Record<string, string>>()

/**
 * The source text of a projection's recipes, by event type: two that differ fold differently.
 *
 * @example
 * ```ts
 * import { resourceRecord, sourceOf } from 'training-ops'
 * sourceOf(resourceRecord).map(([type]) => type).includes('ResourceRegistered') // => true
 * ```
 */
export const sourceOf = ({ on }: AnyProjection): readonly (readonly [string, string])[] =>
  Object.entries(sources.get(on) ?? (on as Recipes))
    .map(([type, recipe]) => [type, String(recipe)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))

/** Several sets of recipes as one. */
const inOrder = (all: readonly object[]): Recipes => {
  const one: Record<string, Recipe> = Object.create(null)
  const source: Record<string, string> = {}
  sources.set(one, source)
  for (const recipes of all)
    for (const [type, then] of Object.entries(recipes as Recipes)) {
      const first = one[type]
      if (then === undefined) continue
      source[type] = `${source[type] ?? ''}${String(then)}\n`
      one[type] =
        first === undefined
          ? then
          : (state, data) => {
              first(state, data)
              then(state, data)
            }
    }
  return one
}
const recipeCache = new WeakMap<object, Recipes>()

/** The recipes a projection has of its own, in an object that has nothing else: looked up once an event. */
export const recipesOf = (projection: AnyProjection): Recipes => {
  const cached = recipeCache.get(projection.on)
  if (cached !== undefined) return cached
  const recipes = Object.assign(Object.create(null), projection.on) as Recipes
  recipeCache.set(projection.on, recipes)
  return recipes
}

/** The recipe for an event type, if the projection has one of its own. */
export const recipeFor = (projection: AnyProjection, type: string): Recipe | undefined =>
  recipesOf(projection)[type]

/**
 * The state after one more event; the same state when the event is none of the projection's business. Frozen where it was.
 *
 * @example
 * ```ts
 * import { evolve, resourceEvents, resourceRecord } from 'training-ops'
 * const registered = resourceEvents.make.ResourceRegistered({ at: '2026-03-01T01:00:00.000Z', resourceId: 'room-1', kind: 'venue', title: 'Room 1', bufferMinutes: 0 })
 * evolve(resourceRecord, resourceRecord.initial(), registered).title // => 'Room 1'
 * ```
 */
export const evolve = <State>(
  projection: Projection<State, never, never> | AnyProjection,
  state: State,
  event: AnyEvent,
): State => {
  const recipe = recipeFor(projection as AnyProjection, event.type)
  return recipe === undefined ? state : changed(state, (draft) => recipe(draft, event.data))
}

/**
 * How a state of a keyed projection is named in a view: its ids, in the order of `by`, with a space between. A space
 * inside one of several ids (the library's own have none) is written `\\ `, so that no two subjects share a name.
 */
export const subjectNamed = (ids: readonly (string | undefined)[]): string =>
  ids.length === 1 ? (ids[0] as string) : ids.map(escaped).join(' ')

/** A decision may ask under an optional id that was not given: no subject bears that name. */
const escaped = (id: string | undefined): string =>
  id === undefined ? '' : id.includes(' ') || id.includes('\\') ? id.replace(/[ \\]/g, '\\$&') : id

/**
 * The ids of a subject from its name, by key.
 *
 * @example
 * ```ts
 * import { subjectIn } from 'training-ops'
 * subjectIn(['offeringId', 'learnerId'], 'o-1 ada') // => { offeringId: 'o-1', learnerId: 'ada' }
 * ```
 */
export const subjectIn = (by: readonly string[], subject: string): Readonly<Record<string, string>> => {
  const ids = by.length === 1 ? [subject] : (subject.match(/(?:\\.|[^ \\])+/gs) ?? [])
  const plain = by.length === 1 ? ids : ids.map((id) => id.replace(/\\(.)/gs, '$1'))
  return Object.fromEntries(by.flatMap((key, at) => (plain[at] === undefined ? [] : [[key, plain[at]]])))
}

/**
 * How the subject that an event is about is named in a view of a keyed projection; none when an optional id was not given.
 *
 * @example
 * ```ts
 * import { resourceRecord, subjectOf } from 'training-ops'
 * subjectOf(resourceRecord, { resourceId: 'room-1' }) // => 'room-1'
 * subjectOf(resourceRecord, {}) // => undefined
 * ```
 */
export const subjectOf = ({ by }: AnyProjection, data: unknown): string | undefined => {
  const given = data as Readonly<Record<string, unknown>>
  if (by.length === 1) {
    const id = given[by[0]]
    return typeof id === 'string' ? id : undefined
  }
  const ids: readonly unknown[] = by.map((key: string) => given[key])
  return ids.every((id) => typeof id === 'string') ? subjectNamed(ids) : undefined
}

/**
 * Two halves of a split log, folded apart and brought together. Throws for a projection that declares no `merge`.
 *
 * @example
 * ```ts
 * import { type DomainEvent, merge, projections } from 'training-ops'
 * const counted = projections<DomainEvent<'PairMatched', { pairId: string }>>()({
 *   name: 'counted',
 *   initial: () => ({ pairs: 0 }),
 *   on: { PairMatched: (state) => void state.pairs++ },
 *   merge: (a, b) => ({ pairs: a.pairs + b.pairs }),
 * })
 * merge(counted, { pairs: 3 }, { pairs: 4 }) // => { pairs: 7 }
 * ```
 */
export const merge = <State>(
  projection: {
    readonly name: string
    readonly initial: () => State
    readonly merge?: (a: State, b: State) => State
  },
  a: State,
  b: State,
): State => {
  if (projection.merge === undefined)
    throw mistake('merge', 'a projection that declares one', projection.name)
  return frozen(projection.merge(a, b))
}
