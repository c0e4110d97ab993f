import type { AnyEvent, Tag } from './event.ts'
import { matches, type Query } from './query.ts'

/** An append holds only if nothing that `query` asks for was appended after `after`. */
export type AppendCondition = { readonly failIfEventsMatch: Query; readonly after: number }

/** Events in the order they were appended, found by tag. */
export type Log<E extends AnyEvent> = {
  readonly size: () => number
  readonly events: (after?: number) => readonly E[]
  readonly read: (query: Query) => { readonly events: readonly E[]; readonly condition: AppendCondition }
  readonly append: (events: readonly E[], condition?: AppendCondition) => boolean
  /** The events that carry all of these tags; the whole log for none. */
  readonly tagged: (tags: readonly Tag[]) => Iterable<E>
  readonly ofCommand: (commandId: string) => readonly E[]
}

const nowhere: readonly number[] = []

export const createLog = <E extends AnyEvent>(tagsOf: (event: E) => readonly Tag[]): Log<E> => {
  const log: { readonly event: E; readonly tags: readonly Tag[] }[] = []
  const at = new Map<Tag, number[]>()

  const positions = (tags: readonly Tag[]): readonly number[] | undefined => {
    const lists = tags.map((tag) => at.get(tag) ?? nowhere)
    return lists.reduce<readonly number[] | undefined>(
      (fewest, list) => (fewest === undefined || list.length < fewest.length ? list : fewest),
      undefined,
    )
  }

  function* tagged(tags: readonly Tag[]): Iterable<E> {
    const candidates = positions(tags)
    if (candidates === undefined) {
      for (const { event } of log) yield event
      return
    }
    for (const position of candidates) {
      const entry = log[position] as (typeof log)[number]
      if (tags.every((tag) => entry.tags.includes(tag))) yield entry.event
    }
  }

  const found = (query: Query, after: number): number[] => {
    const hits = new Set<number>()
    for (const item of query) {
      const candidates = positions(item.tags) ?? log.keys()
      for (const position of candidates) {
        const { event, tags } = log[position] as (typeof log)[number]
        if (position >= after && matches([item], event.type, tags)) hits.add(position)
      }
    }
    return [...hits].sort((a, b) => a - b)
  }

  return {
    size: () => log.length,
    events: (after = 0) => log.slice(after).map(({ event }) => event),
    read: (query) => ({
      events: found(query, 0).map((position) => (log[position] as (typeof log)[number]).event),
      condition: { failIfEventsMatch: query, after: log.length },
    }),
    append: (events, condition) => {
      if (condition !== undefined && found(condition.failIfEventsMatch, condition.after).length > 0)
        return false
      for (const event of events) {
        const tags = [...new Set(tagsOf(event))]
        for (const tag of tags) {
          const list = at.get(tag)
          if (list === undefined) at.set(tag, [log.length])
          else list.push(log.length)
        }
        log.push({ event, tags })
      }
      return true
    },
    tagged,
    ofCommand: (commandId) =>
      (at.get(`command:${commandId}`) ?? nowhere).map(
        (position) => (log[position] as (typeof log)[number]).event,
      ),
  }
}
