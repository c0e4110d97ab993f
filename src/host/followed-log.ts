/**
 * The log as a host sees it: read page by page as it grows, what only a newer version can read told apart. Followed in memory,
 * a decision costs what it touches; otherwise each command reads what it rests on from the store.
 */
import {
  type AnyEvent,
  type AppendCondition,
  type Command,
  createLedger,
  isLeft,
  type Query,
  type TrainingSystem,
} from '../kernel/index.ts'
import { type UnreadEvent, writtenByNewer } from './failures.ts'
import type { Ports, StoredEvent } from './ports.ts'

export type Entry<E> = { readonly position: number; readonly event: E }
type ReadEvent<E> = Entry<E> | { readonly unread: UnreadEvent }

export type FollowedLog<E> = {
  readonly read: (
    query: Query,
  ) => Promise<{ readonly events: readonly E[]; readonly condition: AppendCondition }>
  /** The same of what was seen already, without a look for more: what policies rest on lies before the event they follow. */
  readonly readSeen: FollowedLog<E>['read']
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

export const followLog = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  { store }: Pick<Ports, 'store'>,
  { from, inMemory }: { readonly from: number; readonly inMemory: boolean },
): FollowedLog<E> => {
  if (!inMemory && store.read === undefined)
    throw new TypeError(
      'training-ops: startHost needs a store with `read`, got one without, for a log not kept in memory',
    )
  const memory = inMemory ? createLedger(training) : undefined
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
    const held = unread.filter((one) => mayHold(query, one, (type) => known.has(type)))
    if (held.length > 0) throw writtenByNewer(held)
    return { events: memory.read(query).events, condition: { failIfEventsMatch: query, after: reached } }
  }

  return {
    read: async (query) => {
      if (inMemory) await catchUp()
      return readSeen(query)
    },
    readSeen,
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
