import { type AppendCondition, matches, type Query, type Tag } from '../kernel/index.ts'
import type { StoredEvent, StorePort, TaggedEvent } from './ports.ts'

type Kept = StoredEvent & { readonly tags: readonly Tag[] }

/** A log in memory that holds what it is given as JSON does, as a database would. */
export const createLog = (): StorePort => {
  const log: Kept[] = []
  const found = (query: Query, after: number): readonly Kept[] =>
    log.slice(after).filter(({ type, tags }) => matches(query, type, tags))
  const isBroken = ({ failIfEventsMatch, after }: AppendCondition) =>
    found(failIfEventsMatch, after).length > 0
  return {
    append: async (events: readonly TaggedEvent[], condition: AppendCondition) => {
      if (isBroken(condition)) return false
      for (const { event, tags } of events)
        log.push({ ...(JSON.parse(JSON.stringify(event)) as Kept), tags, position: log.length + 1 })
      return true
    },
    after: async (position, limit) => log.slice(position, position + limit),
    read: async (query) => ({ events: found(query, 0), upTo: log.length }),
  }
}
