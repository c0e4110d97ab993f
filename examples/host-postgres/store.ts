/** The store: the log in PostgreSQL, through `@dcb-es/event-store-postgres`. `read` and `append` are all a decision needs. */
import * as dcb from '@dcb-es/event-store'
import { PostgresEventStore } from '@dcb-es/event-store-postgres'
import type { Pool } from 'pg'
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

export type Store<E> = {
  /** What a query finds, and the condition under which what was decided from it may be appended. */
  readonly read: (query: Query) => Promise<Found<E>>
  /** All or nothing; `false` when the condition no longer holds. */
  readonly append: (events: readonly E[], condition?: AppendCondition) => Promise<boolean>
  /** The next of the log after a position, at most `page` of them. */
  readonly after: (position: number, page?: number) => Promise<readonly Entry<E>[]>
}

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

  const decoded = ({ event, position }: dcb.SequencedEvent): E => {
    const read = training.decode({ type: event.type, data: event.data, metadata: event.metadata })
    if (!isLeft(read)) return read.right
    throw new TypeError(
      `host: event ${position} of the log is none this version knows: ${JSON.stringify(read.left.issues[0])}`,
    )
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
  const toFailOn = (query: Query): dcb.Query =>
    dcb.Query.fromItems(
      query.map(({ types, tags }) => {
        if (tags.length > 0) return itemOf(types, tags)
        if (types.length > 0 && types.every((type) => unkeyed.has(type))) return itemOf(types, [wholeLog])
        throw new TypeError('host: a condition without tags needs types that a decision reads without a key')
      }),
    )
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
      return {
        events: hits.map(decoded),
        condition: { failIfEventsMatch: query, after: positionOf(hits.at(-1)) },
      }
    },
    append: async (events, condition) => {
      if (events.length === 0) return true
      try {
        await log.append({
          events: events.map((event) => ({
            type: event.type,
            tags: dcb.Tags.from(tagsOf(event)),
            data: event.data,
            metadata: event.metadata ?? null,
          })),
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
      return found.map((one) => ({ position: positionOf(one), event: decoded(one) }))
    },
  }
}

const positionOf = (one: dcb.SequencedEvent | undefined): number =>
  one === undefined ? 0 : Number(one.position.toString())

/** The store takes no white space in a tag, keeps tags apart by U+001F, and PostgreSQL has no U+0000. */
const written = (tag: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
  return tag.replace(/[\s%\u0000\u001f]/gu, (character) => encodeURIComponent(character))
}
