import type { AnyEvent, Command, Either, InvalidEvent, Query, TrainingSystem } from '../kernel/index.ts'

/** The two classes of a DCB store's package that a query is made with: `import { Query, Tags } from '@dcb-es/event-store'`. */
export type DcbWords<DcbQuery, DcbTags> = {
  readonly Query: { readonly fromItems: (items: { types: string[]; tags: DcbTags }[]) => DcbQuery }
  readonly Tags: { readonly from: (values: string[]) => DcbTags }
}

/** An event as a DCB store keeps it. */
export type DcbEvent<DcbTags> = {
  type: string
  tags: DcbTags
  data: unknown
  metadata: unknown
}

/** The adapter between a training system and a DCB store. */
export type Dcb<C, E, DcbQuery, DcbTags> = {
  /** The query to read before a command is decided, which is also the condition of the append. */
  /** With what it found, it asks again for everything under the ids of those who were merged: see `wholeBoundary`. */
  readonly boundaryOf: (command: C, found?: readonly E[]) => DcbQuery
  /** The query to read before the policies on an event are asked; nothing when none of them reads anything. */
  readonly reactionBoundaryOf: (event: E, found?: readonly E[]) => DcbQuery | undefined
  /** Events to append, with the tags by which they are found. */
  readonly toStore: (events: readonly E[]) => DcbEvent<DcbTags>[]
  /** A stored event, brought up to date and checked. */
  readonly fromStore: (stored: { readonly type: string; readonly data: unknown }) => Either<InvalidEvent, E>
}

/**
 * A training system in the words of a DCB event store (`@dcb-es/event-store` and its PostgreSQL sibling): queries of
 * types and tags, events with tags. The store's own classes are handed in, so that nothing is imported here.
 *
 * Such a store wants the types of every item named, so where our query asks for any type, all types of the system are
 * named. It also wants tags in a condition: a decision that reads a projection without keys can be read for, and its
 * append is refused by the store.
 *
 * @example
 * ```ts
 * import { assemble, deliveryEvents, lifecycle } from 'training-ops'
 * import { toDcb } from 'training-ops/interop'
 * // In a host: import { Query, Tags } from '@dcb-es/event-store'
 * const [Query, Tags] = [{ fromItems: (items: object[]) => items }, { from: (values: string[]) => values }]
 * const dcb = toDcb(assemble(lifecycle), { Query, Tags })
 * const opened = deliveryEvents.make.EnrolmentOpened({ at: '2026-03-01T09:00:00.000Z', offeringId: 'o-1' })
 * dcb.toStore([opened])[0]?.tags // => ['offering:o-1']
 * ```
 */
export const toDcb = <C extends Command, E extends AnyEvent, R, DcbQuery, DcbTags>(
  training: TrainingSystem<C, E, R>,
  { Query: queries, Tags: tags }: DcbWords<DcbQuery, DcbTags>,
): Dcb<C, E, DcbQuery, DcbTags> => {
  const queryOf = (query: Query): DcbQuery =>
    queries.fromItems(
      query.map((item) => ({
        types: [...(item.types.length === 0 ? training.eventTypes : item.types)],
        tags: tags.from([...item.tags]),
      })),
    )
  return {
    boundaryOf: (command, found) => queryOf(training.boundaryOf(command, found)),
    reactionBoundaryOf: (event, found) => {
      const query = training.reactionBoundaryOf(event, found)
      return query.length === 0 ? undefined : queryOf(query)
    },
    toStore: (events) =>
      events.map((event) => ({
        type: event.type,
        tags: tags.from([...new Set(training.tagsOf(event))]),
        data: event.data,
        metadata: event.metadata,
      })),
    fromStore: training.decode,
  }
}
