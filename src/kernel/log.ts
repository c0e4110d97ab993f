import type { AnyEvent, Tag } from './event.ts'
import { isIdentityEvent } from './identities.ts'
import { createPositions, type Positions } from './positions.ts'
import type { Query, QueryItem } from './query.ts'

/** An append holds only if nothing that `query` asks for was appended after `after`. */
export type AppendCondition = { readonly failIfEventsMatch: Query; readonly after: number }

/** Events in the order they were appended, found by tag. */
export type Log<E extends AnyEvent> = {
  readonly size: () => number
  readonly events: (after?: number) => readonly E[]
  readonly at: (position: number) => E | undefined
  readonly read: (
    query: Query,
    end?: number,
  ) => { readonly events: readonly E[]; readonly condition: AppendCondition }
  /** The events up to a position that say who is who. */
  readonly identities: (end: number) => readonly E[]
  readonly append: (events: readonly E[], condition?: AppendCondition) => boolean
  /** Calls with each event that carries the rarest of these tags (any, for none), from a position up to another, in order. */
  readonly visit: (tags: readonly Tag[], from: number, end: number, visitor: (event: E) => void) => void
  readonly ofCommand: (commandId: string) => readonly E[]
  readonly hasCommand: (commandId: string) => boolean
  /** The position after the last event of a command; 0 where there is none. */
  readonly endOf: (commandId: string) => number
}

const nothing: readonly never[] = Object.freeze([])

export const createLog = <E extends AnyEvent>(tagsOf: (event: E) => readonly Tag[]): Log<E> => {
  const log: E[] = []
  const index = createPositions()
  const whoIsWho: number[] = []
  let said: readonly E[] = nothing

  const hits = ({ types, tags }: QueryItem, after: number): Positions => {
    const [fewest, ...others] = index.of(tags)
    const ofType = (position: number) => types.length === 0 || types.includes((log[position] as E).type)
    if (fewest === undefined) {
      const all: number[] = []
      for (let position = after; position < log.length; position++) if (ofType(position)) all.push(position)
      return all
    }
    return index
      .between(fewest, after, log.length)
      .filter((position) => ofType(position) && others.every((list) => index.holds(list, position)))
  }

  const found = (query: Query, after: number): Positions => {
    const [first, ...others] = query
    if (first === undefined) return []
    if (others.length === 0) return hits(first, after)
    return [...new Set(query.flatMap((item) => hits(item, after)))].sort((a, b) => a - b)
  }

  const eventsAt = (positions: Positions): readonly E[] =>
    positions.length === 0 ? nothing : positions.map((position) => log[position] as E)

  return {
    size: () => log.length,
    events: (after = 0) => log.slice(after),
    at: (position) => log[position],
    read: (query, end = log.length) => ({
      events: eventsAt(end < log.length ? found(query, 0).filter((one) => one < end) : found(query, 0)),
      condition: { failIfEventsMatch: query, after: log.length },
    }),
    append: (events, condition) => {
      if (condition !== undefined && found(condition.failIfEventsMatch, condition.after).length > 0)
        return false
      for (const event of events) {
        for (const tag of tagsOf(event)) index.add(tag, log.length)
        if (isIdentityEvent(event)) whoIsWho.push(log.length)
        log.push(event)
      }
      return true
    },
    visit: (tags, from, end, visitor) => {
      const rarest = index.rarest(tags)
      if (rarest === undefined)
        for (let position = from; position < end; position++) visitor(log[position] as E)
      else index.visit(rarest, from, end, (position) => visitor(log[position] as E))
    },
    identities: (end) => {
      let many = whoIsWho.length
      while (many > 0 && (whoIsWho[many - 1] as number) >= end) many--
      if (many !== said.length) said = eventsAt(whoIsWho.slice(0, many))
      return said
    },
    hasCommand: (commandId) => index.count(`command:${commandId}`) > 0,
    endOf: (commandId) => (index.one(`command:${commandId}`).at(-1) ?? -1) + 1,
    ofCommand: (commandId) => eventsAt(index.one(`command:${commandId}`)),
  }
}
