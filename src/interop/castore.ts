import type { AnyEvent, Intent } from '../kernel/index.ts'
import type { Decider } from './decider.ts'

/** A decider's state as Castore keeps it: which stream, and how many events it is past. */
export type CastoreAggregate<State> = {
  readonly aggregateId: string
  readonly version: number
  readonly state: State
}

/** An event as Castore hands it to a reducer. */
export type CastoreEvent = {
  readonly aggregateId: string
  readonly version: number
  readonly type: string
  readonly payload?: unknown
}

/** An event as Castore is asked to push it; it adds the timestamp. */
export type CastorePush<Event extends AnyEvent> = Event extends AnyEvent
  ? { aggregateId: string; version: number; type: Event['type']; payload: Event['data'] }
  : never

export type Castore<State, Asked, Event extends AnyEvent> = {
  /** The `reducer` of an `EventStore`. */
  readonly reducer: (
    aggregate: CastoreAggregate<State> | undefined,
    event: CastoreEvent,
  ) => CastoreAggregate<State>
  /** The events to push for a command: event details numbered on from the aggregate. */
  readonly decide: (
    aggregateId: string,
    command: Asked,
    aggregate: CastoreAggregate<State> | undefined,
  ) => CastorePush<Event>[]
}

/**
 * A throwing decider in the words of Castore (`@castore/core`): a reducer over
 * `{ aggregateId, version, type, timestamp, payload }`, and the details of the events to push.
 *
 * @example
 * ```ts
 * import { delivery } from 'training-ops'
 * import { toCastore, toDecider } from 'training-ops/interop'
 * const opening = delivery.decisions.filter(({ command }) => command.type === 'OpenEnrolment')
 * const { reducer } = toCastore(toDecider(opening, { rejections: 'throw' }))
 * const payload = { at: '2026-03-01T00:00:00.000Z', offeringId: 'o-1' }
 * reducer(undefined, { aggregateId: 'o-1', version: 1, type: 'EnrolmentOpened', payload }).version // => 1
 * ```
 */
export const toCastore = <State, Asked extends Intent, Event extends AnyEvent>({
  decide,
  evolve,
  initialState,
}: Decider<State, Event[], Asked, Event>): Castore<State, Asked, Event> => ({
  reducer: (aggregate, { aggregateId, version, type, payload }) => ({
    aggregateId,
    version,
    state: evolve(aggregate?.state ?? initialState(), { type, data: payload } as Event),
  }),
  decide: (aggregateId, command, aggregate) =>
    decide(command, aggregate?.state ?? initialState()).map(
      ({ type, data }, at) =>
        ({
          aggregateId,
          version: (aggregate?.version ?? 0) + at + 1,
          type,
          payload: data,
        }) as CastorePush<Event>,
    ),
})
