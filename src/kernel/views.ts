import type { AnyEvent } from './event.ts'
import { frozen } from './immutable.ts'
import {
  type AnyProjection,
  applyInPlace,
  fold,
  type KeysOf,
  merge,
  recipeFor,
  type StateOf,
  subjectOf,
} from './projection.ts'

/** What `project` answers: one state, or for a keyed projection one state per subject. */
export type View<P> = [KeysOf<P>] extends [never] ? StateOf<P> : { readonly [subject: string]: StateOf<P> }

/**
 * A view of the whole log; of what was so up to an instant (`asOf`, by the events' own `at`); or of what the host knew then
 * (`asKnownAt`, by `recordedAt`: an event without one was always known).
 */
export const project = <P extends AnyProjection>(
  projection: P,
  events: Iterable<AnyEvent>,
  options: { readonly asOf?: string; readonly asKnownAt?: string; readonly from?: View<P> } = {},
): View<P> => {
  const { asOf, asKnownAt, from } = options
  for (const [name, instant] of Object.entries({ asOf, asKnownAt }))
    if (instant !== undefined && !isInstant(instant))
      throw new TypeError(
        `training-ops: project needs ${name} as an instant in UTC, got ${JSON.stringify(instant)}`,
      )
  const view = viewing(projection, from)
  for (const event of asOf === undefined && asKnownAt === undefined ? events : upTo(events, asOf, asKnownAt))
    view.push(event)
  return view.snapshot()
}

/** Instants sort as text, so only one way of writing them will do. */
export const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text)

function* upTo(events: Iterable<AnyEvent>, asOf = '~', asKnownAt = '~'): Iterable<AnyEvent> {
  for (const event of events)
    if (((event.data as { at?: string }).at ?? '') <= asOf && (event.metadata?.recordedAt ?? '') <= asKnownAt)
      yield event
}

type Viewing<Seen> = { readonly push: (event: AnyEvent) => void; readonly snapshot: () => Seen }

/**
 * A view being folded. States that nobody has seen yet are changed in place; to a state that was handed out, what
 * happened since is kept until somebody looks again, and then folded on it at once.
 */
const viewing = <P extends AnyProjection>(projection: P, from?: View<P>): Viewing<View<P>> =>
  (projection.by.length === 0 ? viewingOne(projection, from) : viewingEach(projection, from)) as Viewing<
    View<P>
  >

const viewingOne = (projection: AnyProjection, from: unknown): Viewing<unknown> => {
  let seen = from
  let own: unknown = from === undefined ? projection.initial() : undefined
  let since: AnyEvent[] = []
  return {
    push: (event) => {
      if (seen === undefined) applyInPlace(projection, own, event)
      else if (recipeFor(projection, event.type) !== undefined) since.push(event)
    },
    snapshot: () => {
      if (seen === undefined) seen = frozen(own)
      else if (since.length > 0) seen = fold(projection, since, seen)
      own = undefined
      since = []
      return seen
    },
  }
}

type States = Readonly<Record<string, unknown>>
const viewingEach = (projection: AnyProjection, from: unknown): Viewing<States> => {
  let seen = from as States | undefined
  const own = new Map<string, unknown>()
  const since = new Map<string, AnyEvent[]>()
  return {
    push: (event) => {
      if (recipeFor(projection, event.type) === undefined) return
      const subject = subjectOf(projection, event.data)
      if (subject === undefined) return
      if (seen !== undefined && Object.hasOwn(seen, subject)) {
        const lived = since.get(subject)
        if (lived === undefined) since.set(subject, [event])
        else lived.push(event)
        return
      }
      let state = own.get(subject)
      if (state === undefined) {
        state = projection.initial()
        own.set(subject, state)
      }
      applyInPlace(projection, state, event)
    },
    snapshot: () => {
      if (seen !== undefined && own.size + since.size === 0) return seen
      const before = seen ?? {}
      for (const [subject, state] of own) own.set(subject, frozen(state))
      for (const [subject, lived] of since) own.set(subject, fold(projection, lived, before[subject]))
      const now = Object.fromEntries(own)
      seen = Object.freeze(seen === undefined ? now : { ...seen, ...now })
      own.clear()
      since.clear()
      return seen
    },
  }
}

/** Views being folded from a log that nobody need hold: event by event, as a cursor or a file gives them. */
export type Views<Projections extends readonly AnyProjection[]> = {
  readonly push: (...events: readonly AnyEvent[]) => void
  /** The view as of now; it does not change when more events come. */
  readonly view: <P extends Projections[number]>(projection: P) => View<P>
}

/**
 * Folds several views in one pass over a log that need not be in memory.
 *
 * Throws `training-ops: createViews needs …` when asked for a view of a projection it was not made with.
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
  return Object.freeze({
    push: (...events: readonly AnyEvent[]) => {
      for (const event of events) for (const view of all) view.push(event)
    },
    view: <P extends AnyProjection>(projection: P): View<P> => {
      const view = views.get(projection)
      if (view === undefined)
        throw new TypeError(
          `training-ops: createViews needs the projections it is asked for, got ${projection.name}`,
        )
      return view.snapshot() as View<P>
    },
  })
}

/**
 * Views of two parts of a log brought together: parts split as `shardOf` splits them. Throws for a projection that
 * declares no `merge`, where both parts know the same subject.
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
 */
export const shardOf = (projection: AnyProjection, { data, metadata }: AnyEvent, shards: number): number => {
  const field: string | undefined = projection.shardBy ?? projection.by[0]
  const value = field === undefined ? metadata?.eventId : data[field]
  if (typeof value !== 'string') return 0
  let sum = 0x811c9dc5
  for (let at = 0; at < value.length; at++) sum = Math.imul(sum ^ value.charCodeAt(at), 0x01000193)
  return (sum >>> 0) % shards
}
