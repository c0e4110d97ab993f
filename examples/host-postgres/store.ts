/** The store: the log in PostgreSQL, through `@dcb-es/event-store-postgres`. `read` and `append` are all a decision needs. */
import * as dcb from '@dcb-es/event-store'
import { PostgresEventStore } from '@dcb-es/event-store-postgres'
import type { Pool, PoolClient } from 'pg'
import {
  type AnyEvent,
  type AppendCondition,
  type Command,
  isLeft,
  matches,
  type Query,
  type TrainingSystem,
} from 'training-ops'

export type Found<E> = { readonly events: readonly E[]; readonly condition: AppendCondition }
export type Entry<E> = { readonly position: number; readonly event: E }

/** An event of the log that this version cannot read: a newer one wrote it. Its tags are as the store holds them. */
export type Unread = {
  readonly position: number
  readonly type: string
  readonly tags: readonly string[]
  readonly reason: string
}

/** Some of the log, in order: what this version reads, what it does not, and where it goes on. */
export type Page<E> = {
  readonly entries: readonly Entry<E>[]
  readonly unread: readonly Unread[]
  readonly reached: number
  readonly isLast: boolean
}

export type Store<E> = {
  /** What a query finds, and the condition under which what was decided from it may be appended. */
  readonly read: (query: Query) => Promise<Found<E>>
  /** All or nothing; `false` when the condition no longer holds. */
  readonly append: (events: readonly E[], condition?: AppendCondition) => Promise<boolean>
  /** The next of the log after a position, at most `page` of them. */
  readonly after: (position: number, page?: number) => Promise<Page<E>>
}

const newer = Symbol('newer')
type Newer = Error & { readonly cause: typeof newer; readonly events: readonly Unread[] }

/** Thrown where a command cannot be decided here: its boundary holds what only a newer version can read. */
export const writtenByNewer = (events: readonly Unread[]): Error => {
  const told = [...new Set(events.map(({ type, position }) => `${type} at ${position}`))].join(', ')
  const error = new Error(`host: a newer version wrote what this one cannot read: ${told}`, { cause: newer })
  return Object.assign(error, { events })
}
export const isWrittenByNewer = (error: unknown): error is Newer =>
  error instanceof Error && error.cause === newer

/** Carried by events that some decision reads without a key: this store wants a tag in every condition. */
const wholeLog = 'log:whole'

export const openStore = async <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  pool: Pool,
): Promise<Store<E>> => {
  // Its cache would let a reader lag behind other processes; a condition that fails would then fail again at once.
  const log = new PostgresEventStore({ pool, hwmCacheTtlMs: 0 })
  await log.ensureInstalled()
  const unkeyed = new Set(
    training.warm.projections.flatMap(({ by, on }) => (by.length === 0 ? Object.keys(on) : [])),
  )

  const decoded = (one: dcb.SequencedEvent): { readonly event: E } | { readonly unread: Unread } => {
    const { type, data, metadata, tags } = one.event
    const read = training.decode({ type, data, metadata })
    if (!isLeft(read)) return { event: read.right }
    const [issue] = read.left.issues
    const reason = `${issue?.code ?? 'Unknown'} at ${issue?.path.join('.') || 'the event'}`
    return { unread: { position: positionOf(one), type, tags: tags.values, reason } }
  }
  const tagsOf = (event: E): string[] => {
    const tags = new Set(training.tagsOf(event).map(written))
    if (unkeyed.has(event.type)) tags.add(wholeLog)
    return [...tags]
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
  const toStore = (event: E) => ({
    type: event.type,
    tags: dcb.Tags.from(tagsOf(event)),
    data: event.data,
    metadata: event.metadata ?? null,
  })
  const itemOf = (types: readonly string[], tags: readonly string[]): dcb.QueryItem => ({
    types: [...(types.length === 0 ? training.eventTypes : types)],
    tags: dcb.Tags.from(tags.map(written)),
  })

  return {
    read: async (query) => {
      const found = await dcb.streamAllEventsToArray(log.read(toRead(query)))
      // The store finds what carries any of an item's tags; a query asks for all of them.
      const asked = query.map(({ types, tags }) => ({ types, tags: tags.map(written) as never }))
      const hits = found.filter(({ event }) => matches(asked, event.type, event.tags.values as never))
      const events = hits.map(decoded)
      const unread = events.flatMap((one) => ('unread' in one ? [one.unread] : []))
      if (unread.length > 0) throw writtenByNewer(unread)
      return {
        events: events.flatMap((one) => ('event' in one ? [one.event] : [])),
        condition: { failIfEventsMatch: query, after: positionOf(hits.at(-1)) },
      }
    },
    append: async (events, condition) => {
      if (events.length === 0) return true
      // Below its threshold the store asks nothing of a pool but `query`, which a client in a transaction answers too.
      if (condition?.failIfEventsMatch.some((item) => !isTagged(item)))
        return appendAlone(pool, condition, (client) =>
          new PostgresEventStore({
            pool: client as unknown as Pool,
            hwmCacheTtlMs: 0,
            copyThreshold: 100_000,
          }).append({ events: events.map(toStore) }),
        )
      try {
        await log.append({
          events: events.map(toStore),
          ...(condition === undefined
            ? {}
            : {
                condition: {
                  failIfEventsMatch: toFailOn(condition.failIfEventsMatch),
                  after: dcb.SequencePosition.fromString(String(condition.after)),
                },
              }),
        })
        return true
      } catch (error) {
        if (error instanceof dcb.AppendConditionError) return false
        throw error
      }
    },
    after: async (position, page = 5000) => {
      const from = { after: dcb.SequencePosition.fromString(String(position)), limit: page }
      const found = await dcb.streamAllEventsToArray(log.read(dcb.Query.all(), from))
      const read = found.map((one) => ({ position: positionOf(one), ...decoded(one) }))
      return {
        entries: read.filter((one) => 'event' in one),
        unread: read.flatMap((one) => ('unread' in one ? [one.unread] : [])),
        reached: read.at(-1)?.position ?? position,
        isLast: read.length < page,
      }
    },
  }
}

/**
 * Under a condition on whole types, or on the whole log, nobody else writes meanwhile. No decision of the library needs it;
 * a host's own may, at the price that all others wait.
 */
const appendAlone = async (
  pool: Pool,
  { after, failIfEventsMatch }: AppendCondition,
  append: (client: PoolClient) => Promise<unknown>,
): Promise<boolean> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    await client.query('LOCK TABLE events IN SHARE ROW EXCLUSIVE MODE')
    for (const { types, tags } of failIfEventsMatch) {
      const { rows } = await client.query(
        `SELECT FROM events WHERE sequence_position > $1 AND tags @> $2::text[]
           AND (cardinality($3::text[]) = 0 OR type = ANY($3)) LIMIT 1`,
        [after, tags.map(written), types],
      )
      if (rows.length > 0) return false
    }
    await append(client)
    await client.query('COMMIT')
    return true
  } catch (error) {
    if ((error as { readonly code?: string }).code === deadlocked) return false
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

/** Whoever writes under tags held some of them, and waited for this one: it is decided again. */
const deadlocked = '40P01'

const positionOf = (one: dcb.SequencedEvent | undefined): number =>
  one === undefined ? 0 : Number(one.position.toString())

/**
 * Whether a boundary may hold an event this version cannot read. A type it does not know belongs to everybody who reads
 * the subject; where a query names no subject, only a type it names.
 */
export const mayHold = (query: Query, { type, tags }: Unread, isKnown: (type: string) => boolean): boolean =>
  query.some(
    (item) =>
      item.tags.every((tag) => tags.includes(written(tag))) &&
      (item.types.includes(type) || (item.tags.length > 0 && (item.types.length === 0 || !isKnown(type)))),
  )

/** The store takes no white space in a tag, keeps tags apart by U+001F, and PostgreSQL has no U+0000. */
const written = (tag: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
  return tag.replace(/[\s%\u0000\u001f]/gu, (character) => encodeURIComponent(character))
}
