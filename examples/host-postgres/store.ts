/** The log in PostgreSQL, through `@dcb-es/event-store-postgres`: the store port of `training-ops/host`. */
import * as dcb from '@dcb-es/event-store'
import { advisoryLocks, type LockStrategy, PostgresEventStore } from '@dcb-es/event-store-postgres'
import type { Pool } from 'pg'
import { type AppendCondition, matches, type Query, type Tag, type TrainingSystem } from 'training-ops'
import type { StoredEvent, StorePort, TaggedEvent } from 'training-ops/host'

/** Carried by events that some decision reads without a key: this store wants a tag in every condition. */
const wholeLog = 'log:whole'

/** What this store has to know of a system: its event types, and those that some decision reads without a key. */
export type Shape = { readonly eventTypes: readonly string[]; readonly unkeyed: ReadonlySet<string> }

type Folding = { readonly warm: Pick<TrainingSystem['warm'], 'projections'> }

export const shapeOf = ({ eventTypes, warm }: Pick<TrainingSystem, 'eventTypes'> & Folding): Shape => ({
  eventTypes,
  unkeyed: new Set(warm.projections.flatMap(({ by, on }) => (by.length === 0 ? Object.keys(on) : []))),
})

export const openStore = async (pool: Pool, { eventTypes, unkeyed }: Shape): Promise<Required<StorePort>> => {
  // Its cache would let a reader lag behind other processes; a condition that fails would then fail again at once.
  const log = new PostgresEventStore({ pool, lockStrategy: locksOf({ isAlone: false }), hwmCacheTtlMs: 0 })
  await log.ensureInstalled()

  const stored = (one: dcb.SequencedEvent): StoredEvent => {
    const { type, data, metadata, tags } = one.event
    return { position: positionOf(one), type, data, metadata, tags: tags.values.map(unwritten) }
  }
  const tagsOf = ({ event, tags }: TaggedEvent): string[] => {
    const all = new Set(tags.map(written))
    if (unkeyed.has(event.type)) all.add(wholeLog)
    return [...all]
  }
  const toRead = (query: Query): dcb.Query =>
    query.some(({ types, tags }) => types.length === 0 && tags.length === 0)
      ? dcb.Query.all()
      : dcb.Query.fromItems(query.map(({ types, tags }) => itemOf(types, tags)))
  /** Whether the store can look for it: an item of a condition needs a tag there. */
  const isTagged = ({ types, tags }: Query[number]): boolean =>
    tags.length > 0 || (types.length > 0 && types.every((type) => unkeyed.has(type)))
  const toFailOn = (query: Query): dcb.Query =>
    dcb.Query.fromItems(query.map(({ types, tags }) => itemOf(types, tags.length > 0 ? tags : [wholeLog])))
  const toStore = (one: TaggedEvent) => ({
    type: one.event.type,
    tags: dcb.Tags.from(tagsOf(one)),
    data: one.event.data,
    metadata: one.event.metadata ?? null,
  })
  const itemOf = (types: readonly string[], tags: readonly string[]): dcb.QueryItem => ({
    types: [...(types.length === 0 ? eventTypes : types)],
    tags: dcb.Tags.from(tags.map(written)),
  })

  return {
    read: async (query) => {
      const found = (await dcb.streamAllEventsToArray(log.read(toRead(query)))).map(stored)
      // The store finds what carries any of an item's tags; a query asks for all of them.
      const events = found.filter(({ type, tags }) => matches(query, type, tags as readonly Tag[]))
      return { events, upTo: events.at(-1)?.position ?? 0 }
    },
    append: async (events, condition) => {
      if (events.length === 0) return true
      const items = condition.failIfEventsMatch
      if (items.length > manyItems || items.some((item) => !isTagged(item)))
        return appendAlone(pool, condition, events.map(toStore))
      const after = dcb.SequencePosition.fromString(String(condition.after))
      try {
        await log.append({
          events: events.map(toStore),
          ...(items.length === 0 ? {} : { condition: { failIfEventsMatch: toFailOn(items), after } }),
        })
        return true
      } catch (error) {
        if (error instanceof dcb.AppendConditionError) return false
        throw error
      }
    },
    after: async (position, limit) => {
      const from = { after: dcb.SequencePosition.fromString(String(position)), limit }
      return (await dcb.streamAllEventsToArray(log.read(dcb.Query.all(), from))).map(stored)
    },
  }
}

/** Held together by all who write or read, and alone by who writes under a condition on very much. */
const everything = 7_304_212n

/**
 * A lock for each type and tag, as the store has them, or one for all of them. What is only asked about is held together with others who
 * ask: every command asks who was merged, and only a merge has to be alone with that.
 */
const locksOf = ({ isAlone }: { readonly isAlone: boolean }): LockStrategy => {
  const locks = advisoryLocks()
  return {
    ...locks,
    computeWriterKeys: (events, condition) => {
      if (!isAlone) {
        const { leafX, intentS } = locks.computeWriterKeys(events)
        const written = new Set(leafX)
        const asked = locks.computeWriterKeys([], condition).leafX.filter((key) => !written.has(key))
        return { leafX, intentS: [...intentS, ...asked, everything] }
      }
      const ofEachType = new Map(events.map((one) => [one.type, { ...one, tags: dcb.Tags.createEmpty() }]))
      return { ...locks.computeWriterKeys([...ofEachType.values()]), leafX: [everything] }
    },
    computeReaderKeys: (query) => {
      const { leafS, intentX } = locks.computeReaderKeys(query)
      return { leafS: [...leafS, everything], intentX }
    },
  }
}

/** Items of a condition from which one look at what came since is cheaper than a search for each. */
const manyItems = 50

/**
 * Under a condition on very many subjects (a block of an import), on whole types or on the whole log, nobody else writes meanwhile:
 * what has come since is read once, and held against the condition here.
 */
const appendAlone = async (
  pool: Pool,
  { after, failIfEventsMatch: query }: AppendCondition,
  events: readonly dcb.DcbEvent[],
): Promise<boolean> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const lockStrategy = locksOf({ isAlone: true })
    await client.query('BEGIN')
    await lockStrategy.acquireWriter(client, lockStrategy.computeWriterKeys([...events]), 'events')
    const asked = query.every(({ tags }) => tags.length > 0)
      ? [...new Set(query.flatMap(({ tags }) => tags.map(written)))]
      : null
    const { rows } = await client.query(
      'SELECT type, tags FROM events WHERE sequence_position > $1 AND ($2::text[] IS NULL OR tags && $2)',
      [after, asked],
    )
    if (rows.some(({ type, tags }) => matches(query, type, tags.map(unwritten)))) return false
    // Below its threshold the store asks nothing of a pool but `query`, which a client in a transaction answers too.
    const store = new PostgresEventStore({
      ...{ pool: client as unknown as Pool, lockStrategy, hwmCacheTtlMs: 0, copyThreshold: 100_000 },
    })
    await store.append({ events: [...events] })
    await client.query('COMMIT')
    return true
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    // Where it was committed there is nothing to take back.
    await client.query('ROLLBACK').catch((error) => {
      broken ??= error
    })
    client.release(broken)
  }
}

const positionOf = (one: dcb.SequencedEvent | undefined): number =>
  one === undefined ? 0 : Number(one.position.toString())

/** The store takes no white space in a tag, keeps tags apart by U+001F, and PostgreSQL has no U+0000. */
const written = (tag: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
  return tag.replace(/[\s%\u0000\u001f]/gu, (character) => encodeURIComponent(character))
}
const unwritten = (tag: string): string => decodeURIComponent(tag)
