import { canonical } from './canonical.ts'
import type { AnyEvent } from './event.ts'
import { shown } from './given-events.ts'
import { identitiesIn, isIdentityEvent, readAs } from './identities.ts'
import { frozenCopy } from './immutable.ts'
import { mistake } from './mistake.ts'
import { type AnyProjection, type KeysOf, merge, recipeFor, type StateOf, subjectOf } from './projection.ts'
import { begun, goOn, handedOut, type SoFar } from './so-far.ts'

/** The result of `project`: one state, or for a keyed projection one state per subject. */
export type View<P> = [KeysOf<P>] extends [never] ? StateOf<P> : { readonly [subject: string]: StateOf<P> }

/**
 * A view of the whole log; of what was so up to an instant (`asOf`, by the events' own `at`); or of what the host knew then
 * (`asKnownAt`, by `recordedAt`: an event without one was always known). Two ids that turned out to be one subject are read as
 * one in all of them.
 *
 * Throws `training-ops: project needs …` when a view is to go on past an event that merges or unmerges identities.
 *
 * @example
 * ```ts
 * import { project, resourceEvents, resourceRecord } from 'training-ops'
 * const at = '2026-03-01T01:00:00.000Z'
 * const log = [resourceEvents.make.ResourceRegistered({ at, resourceId: 'room-1', kind: 'venue', title: 'Room 1', bufferMinutes: 0 })]
 * project(resourceRecord, log)['room-1']?.title // => 'Room 1'
 * project(resourceRecord, log, { asOf: '2026-02-01T00:00:00.000Z' }) // => {}
 * ```
 */
export const project = <P extends AnyProjection>(
  projection: P,
  events: Iterable<AnyEvent>,
  options: {
    readonly asOf?: string
    readonly asKnownAt?: string
    readonly from?: View<P>
    /** With `from`: the events before it that say who is who. */
    readonly identities?: Iterable<AnyEvent>
  } = {},
): View<P> => {
  const { asOf, asKnownAt, from } = options
  for (const [name, instant] of Object.entries({ asOf, asKnownAt }))
    if (instant !== undefined && !isInstant(instant))
      throw mistake('project', `${name} as an instant in UTC`, shown(instant))
  const view = viewing(projection, from)
  const all = Array.isArray(events) ? (events as readonly AnyEvent[]) : [...events]
  if (from !== undefined && all.some(isIdentityEvent)) throw mergedMeanwhile('project')
  const saying = all.filter(isIdentityEvent)
  const known = identitiesIn([...(options.identities ?? []), ...upTo(saying, undefined, asKnownAt)])
  for (const event of asOf === undefined && asKnownAt === undefined ? all : upTo(all, asOf, asKnownAt))
    view.push(readAs(known, event))
  return view.snapshot()
}

/** A view that was folded when two were not yet known to be one cannot go on: it is folded anew, from the whole log. */
const mergedMeanwhile = (asker: string) =>
  mistake(asker, 'the whole log again once identities were merged or unmerged', 'a view of what was before')

/** Instants sort as text, so only one way of writing them will do. */
export const isInstant = (text: unknown): boolean =>
  typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text)

function* upTo(events: Iterable<AnyEvent>, asOf = '~', asKnownAt = '~'): Iterable<AnyEvent> {
  for (const event of events)
    if (((event.data as { at?: string }).at ?? '') <= asOf && (event.metadata?.recordedAt ?? '') <= asKnownAt)
      yield event
}

/**
 * The state after many events, all of them about one subject. The same value as `evolve` one by one, at the price of one.
 *
 * @example
 * ```ts
 * import { fold, resourceEvents, resourceRecord } from 'training-ops'
 * const at = '2026-03-01T01:00:00.000Z'
 * const { ResourceRegistered, ResourceSuspended } = resourceEvents.make
 * fold(resourceRecord, [
 *   ResourceRegistered({ at, resourceId: 'room-1', kind: 'venue', title: 'Room 1', bufferMinutes: 0 }),
 *   ResourceSuspended({ at, resourceId: 'room-1', reason: 'a leak' }),
 * ]).status // => 'suspended'
 * ```
 */
export const fold = <State>(
  projection: { readonly initial: () => State },
  events: Iterable<AnyEvent>,
  from?: State,
): State => {
  const own = projection as unknown as AnyProjection
  const soFar = begun(own, frozenCopy(from))
  for (const event of events) goOn(soFar, event)
  return handedOut(soFar) as State
}

/** A view being folded; each look at it is a snapshot, of the whole or of one subject. */
export type Viewing<Seen = unknown> = {
  readonly push: (event: AnyEvent) => void
  readonly snapshot: () => Seen
  readonly at: (subject: string) => unknown
}

export const viewing = <P extends AnyProjection>(projection: P, from?: View<P>): Viewing<View<P>> =>
  (projection.by.length === 0 ? viewingOne(projection, from) : viewingEach(projection, from)) as Viewing<
    View<P>
  >

const viewingOne = (projection: AnyProjection, from: unknown): Viewing => {
  const soFar = begun(projection, frozenCopy(from))
  const snapshot = () => handedOut(soFar)
  return { push: (event) => goOn(soFar, event), snapshot, at: snapshot }
}

type States = Readonly<Record<string, unknown>>
const viewingEach = (projection: AnyProjection, from: unknown): Viewing<States> => {
  let seen = from as States | undefined
  /** Subjects to which something happened since the whole was seen. */
  const going = new Map<string, SoFar>()
  const seenOf = (subject: string): unknown =>
    seen !== undefined && Object.hasOwn(seen, subject) ? seen[subject] : undefined
  return {
    push: (event) => {
      if (recipeFor(projection, event.type) === undefined) return
      const subject = subjectOf(projection, event.data)
      if (subject === undefined) return
      let soFar = going.get(subject)
      if (soFar === undefined) {
        soFar = begun(projection, frozenCopy(seenOf(subject)))
        going.set(subject, soFar)
      }
      goOn(soFar, event)
    },
    snapshot: () => {
      if (seen !== undefined && going.size === 0) return seen
      const states = new Map<string, unknown>()
      for (const [subject, soFar] of going) states.set(subject, handedOut(soFar))
      const now = Object.fromEntries(states)
      seen = Object.freeze(seen === undefined ? now : { ...seen, ...now })
      going.clear()
      return seen
    },
    at: (subject) => {
      const soFar = going.get(subject)
      return soFar === undefined ? seenOf(subject) : handedOut(soFar)
    },
  }
}

/** Views being folded from a log that nobody need hold: event by event, as a cursor or a file gives them. */
export type Views<Projections extends readonly AnyProjection[]> = {
  readonly push: (...events: readonly AnyEvent[]) => void
  /** Says who is who before the first event is pushed: the identity events of the whole log. */
  readonly identify: (events: Iterable<AnyEvent>) => void
  /** The view as of now; it does not change when more events come. */
  readonly view: <P extends Projections[number]>(projection: P) => View<P>
  /**
   * One subject of a keyed view, as `view` names it: what it costs does not grow with the others. `undefined` for one to which
   * nothing happened.
   */
  readonly at: <P extends Projections[number]>(projection: P, subject: string) => StateOf<P> | undefined
}

/**
 * Folds several views in one pass over a log that need not be in memory.
 *
 * Throws `training-ops: createViews needs …` when asked for a view of a projection it was not made with, and when it meets an
 * event that merges identities and was not named to `identify` before.
 *
 * @example
 * ```ts
 * import { createViews, type DomainEvent, projections } from 'training-ops'
 * type Event = DomainEvent<'SeatTaken', { offeringId: string }>
 * const seats = projections<Event>()({
 *   name: 'seats', by: ['offeringId'], initial: () => ({ taken: 0 }), on: { SeatTaken: (seats) => { seats.taken++ } },
 * })
 * const views = createViews(seats)
 * for (const offeringId of ['o-1', 'o-2', 'o-1']) views.push({ type: 'SeatTaken', data: { offeringId } })
 * views.view(seats) // => { 'o-1': { taken: 2 }, 'o-2': { taken: 1 } }
 * ```
 */
export const createViews = <const Projections extends readonly AnyProjection[]>(
  ...projections: Projections
): Views<Projections> => {
  const views = new Map<AnyProjection, Viewing<unknown>>(
    projections.map((projection) => [projection, viewing(projection)]),
  )
  const all = [...views.values()]
  const said: AnyEvent[] = []
  let known = identitiesIn(said)
  const of = (projection: AnyProjection): Viewing => {
    const view = views.get(projection)
    if (view === undefined) throw mistake('createViews', 'the projections it is asked for', projection.name)
    return view
  }
  return Object.freeze({
    identify: (events: Iterable<AnyEvent>) => {
      for (const event of events) said.push(event)
      known = identitiesIn(said)
    },
    push: (...events: readonly AnyEvent[]) => {
      for (const event of events) {
        if (isIdentityEvent(event) && !said.some((one) => canonical(one) === canonical(event)))
          throw mergedMeanwhile('createViews')
        const read = readAs(known, event)
        for (const view of all) view.push(read)
      }
    },
    view: <P extends AnyProjection>(projection: P) => of(projection).snapshot() as View<P>,
    at: <P extends AnyProjection>(projection: P, subject: string) =>
      of(projection).at(subject) as StateOf<P> | undefined,
  })
}

/**
 * Views of two parts of a log brought together: parts split as `shardOf` splits them. Throws for a projection that
 * declares no `merge`, where both parts know the same subject.
 *
 * @example
 * ```ts
 * import { mergeViews, project, resourceEvents, resourceRecord } from 'training-ops'
 * const room = (resourceId: string) =>
 *   resourceEvents.make.ResourceRegistered({ at: '2026-03-01T01:00:00.000Z', resourceId, kind: 'venue', title: resourceId, bufferMinutes: 0 })
 * Object.keys(mergeViews(resourceRecord, project(resourceRecord, [room('a')]), project(resourceRecord, [room('b')]))) // => ['a', 'b']
 * ```
 */
export const mergeViews = <P extends AnyProjection>(projection: P, a: View<P>, b: View<P>): View<P> => {
  if (projection.by.length === 0) return merge(projection, a, b)
  const [one, other] = [a as States, b as States]
  const both = Object.entries(other).map(([subject, state]) => [
    subject,
    Object.hasOwn(one, subject) ? merge(projection, one[subject], state) : state,
  ])
  return Object.freeze({ ...one, ...Object.fromEntries(both) }) as View<P>
}

/**
 * Which of so many parts of a log an event belongs to, so that `projection` can be folded from each part by itself:
 * by the field the projection is sharded by, by its first key where it names none, and otherwise by the event's id.
 *
 * @example
 * ```ts
 * import { resourceEvents, resourceRecord, shardOf } from 'training-ops'
 * const room = resourceEvents.make.ResourceRegistered({ at: '2026-03-01T01:00:00.000Z', resourceId: 'room-1', kind: 'venue', title: 'Room 1', bufferMinutes: 0 })
 * shardOf(resourceRecord, room, 1) // => 0
 * ```
 */
export const shardOf = (projection: AnyProjection, { data, metadata }: AnyEvent, shards: number): number => {
  const field: string | undefined = projection.shardBy ?? projection.by[0]
  const value = field === undefined ? metadata?.eventId : data[field]
  if (typeof value !== 'string') return 0
  let sum = 0x811c9dc5
  for (let at = 0; at < value.length; at++) sum = Math.imul(sum ^ value.charCodeAt(at), 0x01000193)
  return (sum >>> 0) % shards
}
