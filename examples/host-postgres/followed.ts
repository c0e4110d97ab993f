/**
 * A store kept warm: the log followed in memory, so that a decision costs what it touches and not a trip for all it
 * rests on. The same two functions as the store, and the log as it grows.
 */
import { type AnyEvent, type Command, createLedger, type Query, type TrainingSystem } from 'training-ops'
import { type Entry, mayHold, type Store, type Unread, writtenByNewer } from './store.ts'

export type Followed<E> = Pick<Store<E>, 'read' | 'append'> & {
  /** Reads what was appended since, by whomever; answers when everything is seen that was there when asked. */
  readonly catchUp: () => Promise<void>
  readonly position: () => number
  /** What a query finds in what has been seen, which others may have added to since. */
  readonly seen: (query: Query) => readonly E[]
  /** What has been seen after a position, in order. */
  readonly since: (position: number) => readonly Entry<E>[]
  /** What this version cannot read after a position, in order. */
  readonly unreadSince: (position: number) => readonly Unread[]
  /** Told of what is new as it is seen; answers with the end of it. */
  readonly onNew: (listener: (entries: readonly Entry<E>[]) => void) => () => void
}

const page = 5000

export const follow = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  store: Store<E>,
): Followed<E> => {
  const seen = createLedger(training)
  const positions: number[] = []
  const listeners = new Set<(entries: readonly Entry<E>[]) => void>()
  const unread: Unread[] = []
  let reached = 0
  const position = () => reached
  const known = new Set(training.eventTypes)

  const readOn = async (): Promise<void> => {
    for (;;) {
      const found = await store.after(reached, page)
      seen.append(found.entries.map(({ event }) => event))
      for (const entry of found.entries) positions.push(entry.position)
      unread.push(...found.unread)
      reached = found.reached
      if (found.entries.length > 0) for (const listener of listeners) listener(found.entries)
      if (found.isLast) return
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

  return {
    read: async (query) => {
      await catchUp()
      const held = unread.filter((one) => mayHold(query, one, (type) => known.has(type)))
      if (held.length > 0) throw writtenByNewer(held)
      return { events: seen.read(query).events, condition: { failIfEventsMatch: query, after: position() } }
    },
    append: store.append,
    catchUp,
    position,
    seen: (query) => seen.read(query).events,
    since: (after) => {
      const from = firstAfter(positions, after)
      return seen.events(from).map((event, at) => ({ position: positions[from + at] as number, event }))
    },
    unreadSince: (after) => unread.filter((one) => one.position > after),
    onNew: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Where in a rising list the first number greater than this one stands. */
const firstAfter = (positions: readonly number[], after: number): number => {
  let [low, high] = [0, positions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] as number) <= after) low = middle + 1
    else high = middle
  }
  return low
}
