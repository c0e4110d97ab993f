/**
 * The log as a host sees it: read page by page as it grows, what only a newer version can read told apart. Followed in memory,
 * a decision costs what it touches; otherwise each command reads what it rests on from the store.
 */
import {
  type AnyEvent,
  type AppendCondition,
  type Command,
  type Consequences,
  isLeft,
  mistake,
  type Query,
  type StateLookup,
  type TrainingSystem,
  wholeBoundary,
} from '../kernel/index.ts'
import { createLog } from '../kernel/log.ts'
import { foldedFrom } from '../kernel/reads.ts'
import { createWarmStates } from '../kernel/warm-states.ts'
import { type UnreadEvent, writtenByNewer } from './failures.ts'
import type { Ports, StoredEvent } from './ports.ts'

export type Entry<E> = { readonly position: number; readonly event: E }
type ReadEvent<E> = Entry<E> | { readonly unread: UnreadEvent }

/** The knowledge that a command rests on, and the condition under which what was decided from it may be appended. */
export type Known<E> = {
  readonly earlier: (commandId: string) => readonly E[]
  readonly stateOf: StateLookup
  readonly condition: AppendCondition
}

/** The query of a boundary; with the events found, under every id that they say its people have. */
type Boundary<E> = (found?: readonly E[]) => Query

export type FollowedLog<E, C extends Command = Command> = {
  readonly read: (
    query: Query,
  ) => Promise<{ readonly events: readonly E[]; readonly condition: AppendCondition }>
  /** The knowledge that a command rests on, as of now. */
  readonly knownTo: (boundary: Boundary<E>) => Promise<Known<E>>
  /** Commands and deadlines that follow an event by policy. They rest on events up to the end of its append, which were seen already. */
  readonly react: (event: E) => Promise<Consequences<C>>
  /** All or nothing; `false` when the condition no longer holds. */
  readonly append: (events: readonly E[], condition?: AppendCondition) => Promise<boolean>
  /** Reads what was appended since, by whomever; answers when everything is seen that was there when asked. */
  readonly catchUp: () => Promise<void>
  readonly position: () => number
  /** The seen events after a position of the log, in order, page by page. */
  readonly since: (position: number) => AsyncIterable<ReadEvent<E>>
  /** The one event at a position, if there is one. */
  readonly at: (position: number) => Promise<ReadEvent<E> | undefined>
  readonly unread: () => readonly UnreadEvent[]
  /** Told of what is new as it is seen. */
  readonly onNew: (listener: (entries: readonly Entry<E>[]) => void) => void
}

const page = 5000

/**
 * The log as the host follows it: what was read of the store and since, kept in memory or asked for when it is needed. `from` is the position after which it begins.
 *
 * @example
 * ```ts
 * import { assemble, lifecycle } from 'training-ops'
 * import { followLog, memoryPorts } from 'training-ops/host'
 * const log = followLog(assemble(lifecycle), memoryPorts({ now: () => '2026-03-01T01:00:00.000Z' }), { from: 0, inMemory: true })
 * await log.catchUp()
 * log.unread() // => []
 * ```
 */
export const followLog = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  { store }: Pick<Ports, 'store'>,
  { from, inMemory }: { readonly from: number; readonly inMemory: boolean },
): FollowedLog<E, C> => {
  if (!inMemory && store.read === undefined)
    throw mistake('startHost', 'a store with `read`', 'one without, for a log not kept in memory')
  const memory = inMemory ? createLog<E>(training.tagsOf) : undefined
  const warm = memory && createWarmStates(memory)
  const entries: Entry<E>[] = []
  const listeners: ((entries: readonly Entry<E>[]) => void)[] = []
  const unread: UnreadEvent[] = []
  const known = new Set(training.eventTypes)
  let reached = inMemory ? 0 : from

  const readEvent = (stored: StoredEvent): ReadEvent<E> => {
    const { position, type, data, metadata, tags } = stored
    const decoded = training.decode({ type, data, metadata })
    if (!isLeft(decoded)) return { position, event: decoded.right }
    const [issue] = decoded.left.issues
    const reason = `${issue?.code ?? 'Unknown'} at ${issue?.path.join('.') || 'the event'}`
    return { unread: { position, type, tags, reason } }
  }

  const readOn = async (): Promise<void> => {
    for (;;) {
      const stored = await store.after(reached, page)
      const read = stored.map(readEvent)
      const fresh = read.filter((one) => 'event' in one)
      memory?.append(fresh.map(({ event }) => event))
      if (inMemory) for (const entry of fresh) entries.push(entry)
      for (const one of read) if ('unread' in one) unread.push(one.unread)
      reached = stored.at(-1)?.position ?? reached
      if (fresh.length > 0) for (const listener of listeners) listener(fresh)
      if (stored.length < page) return
    }
  }

  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  const catchUp = (): Promise<void> => {
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined
        running = readOn()
        return running
      })
    return next
  }

  const fromStore = async function* (position: number): AsyncIterable<ReadEvent<E>> {
    for (let after = position; ; ) {
      const stored = await store.after(after, page)
      for (const one of stored) if (one.position <= reached) yield readEvent(one)
      after = stored.at(-1)?.position ?? after
      if (stored.length < page || after >= reached) return
    }
  }
  const fromMemory = async function* (position: number): AsyncIterable<ReadEvent<E>> {
    let later = unread.findIndex((one) => one.position > position)
    for (let at = firstAfter(entries, position); at < entries.length; at++) {
      const entry = entries[at] as Entry<E>
      for (; later >= 0 && later < unread.length; later++) {
        const one = unread[later] as UnreadEvent
        if (one.position > entry.position) break
        yield { unread: one }
      }
      yield entry
    }
    if (later >= 0) for (; later < unread.length; later++) yield { unread: unread[later] as UnreadEvent }
  }

  const refuseUnread = (query: Query): void => {
    const held = unread.filter((one) => mayHold(query, one, (type) => known.has(type)))
    if (held.length > 0) throw writtenByNewer(held)
  }

  const readSeen: FollowedLog<E>['read'] = async (query) => {
    if (memory === undefined) {
      const { events, upTo } = await (store.read as NonNullable<typeof store.read>)(query)
      const read = events.map(readEvent)
      const held = read.flatMap((one) => ('unread' in one ? [one.unread] : []))
      if (held.length > 0) throw writtenByNewer(held)
      return {
        events: read.flatMap((one) => ('event' in one ? [one.event] : [])),
        condition: { failIfEventsMatch: query, after: upTo },
      }
    }
    refuseUnread(query)
    return { events: memory.read(query).events, condition: { failIfEventsMatch: query, after: reached } }
  }

  const knownTo = async (boundary: Boundary<E>): Promise<Known<E>> => {
    if (memory === undefined || warm === undefined) {
      const { events, condition } = await wholeBoundary(boundary, readSeen)
      const earlier = (commandId: string) =>
        events.filter(({ metadata }) => metadata?.commandId === commandId)
      return { earlier, stateOf: foldedFrom(events), condition }
    }
    await catchUp()
    const query = boundary(memory.identities(memory.size()))
    refuseUnread(query)
    return {
      earlier: memory.ofCommand,
      stateOf: warm,
      condition: { failIfEventsMatch: query, after: reached },
    }
  }

  /** The states as of the end of one append, kept for the next event of it. */
  let then: { readonly end: number; readonly stateOf: StateLookup } | undefined
  const knownAfter = (commandId: string, { size, endOf }: NonNullable<typeof memory>): StateLookup => {
    const end = endOf(commandId)
    if (end === size()) return warm as StateLookup
    if (then?.end !== end)
      then = { end, stateOf: createWarmStates(memory as NonNullable<typeof memory>, { end: () => end }) }
    return then.stateOf
  }
  const react: FollowedLog<E, C>['react'] = async (event) => {
    const { commandId } = event.metadata ?? {}
    if (
      memory !== undefined &&
      commandId !== undefined &&
      memory.hasCommand(commandId) &&
      unread.length === 0
    )
      return training.warm.react(event, knownAfter(commandId, memory))
    const { events } = await wholeBoundary(
      (found) => training.reactionBoundaryOf(event, found),
      async (query) => (query.length === 0 ? { events: [] } : readSeen(query)),
    )
    return training.react(event, events)
  }

  return {
    read: async (query) => {
      if (inMemory) await catchUp()
      return readSeen(query)
    },
    knownTo,
    react,
    append: (events, condition = { failIfEventsMatch: [], after: 0 }) =>
      store.append(
        events.map((event) => ({ event, tags: training.tagsOf(event) })),
        condition,
      ),
    catchUp,
    position: () => reached,
    since: (position) => (inMemory ? fromMemory(position) : fromStore(position)),
    at: async (position) => {
      const [stored] = await store.after(position - 1, 1)
      return stored?.position === position ? readEvent(stored) : undefined
    },
    unread: () => unread,
    onNew: (listener) => void listeners.push(listener),
  }
}

/** Where in entries of rising positions the first after a position stands. */
const firstAfter = (entries: readonly { readonly position: number }[], after: number): number => {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle] as { readonly position: number }).position <= after) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Whether a boundary may hold an event this version cannot read. A type it does not know belongs to everybody who reads
 * the subject; where a query names no subject, only a type it names.
 */
const mayHold = (query: Query, { type, tags }: UnreadEvent, isKnown: (type: string) => boolean): boolean =>
  query.some(
    (item) =>
      item.tags.every((tag) => tags.includes(tag)) &&
      (item.types.includes(type) || (item.tags.length > 0 && (item.types.length === 0 || !isKnown(type)))),
  )
