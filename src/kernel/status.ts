import type { AnyEvent, DataOf } from './event.ts'

/** How a status moves: the status each event leads to, or how that follows from its data and the status before. */
export type StatusTable<Event extends AnyEvent, Status extends string> = {
  readonly [Type in Event['type']]?: Status | ((data: DataOf<Event, Type>, before: Status) => Status)
}

type Moves<State, Event extends AnyEvent, Table> = {
  readonly [Type in keyof Table & Event['type']]: (state: State, data: DataOf<Event, Type>) => void
}
/** The part of the state that has the status: nothing, where it is not known. */
type Bearer<State, Event extends AnyEvent, Table, Status> = (
  state: State,
  data: DataOf<Event, keyof Table & Event['type']>,
) => { status: Status } | undefined

/**
 * The recipes of a status table, for every projection whose state has the `status`: the table is written once, beside the
 * union of statuses, and every fold that speaks of the status takes it from there.
 *
 * @example
 * ```ts
 * import { type DomainEvent, fold, projections, type StatusTable, statusRecipes } from 'training-ops'
 * type Event = DomainEvent<'Opened', { id: string }> | DomainEvent<'Closed', { id: string; as: 'done' | 'dropped' }>
 * type Status = 'none' | 'open' | 'done' | 'dropped'
 * const statusAfter: StatusTable<Event, Status> = { Opened: 'open', Closed: ({ as }) => as }
 * const task = projections<Event>()({
 *   name: 'task',
 *   by: ['id'],
 *   initial: (): { status: Status } => ({ status: 'none' }),
 *   on: [statusRecipes<Event, Status>(statusAfter)],
 * })
 * fold(task, [{ type: 'Opened', data: { id: 't-1' } }]) // => { status: 'open' }
 * ```
 */
export const statusRecipes = <
  Event extends AnyEvent,
  Status extends string,
  State = { status: Status },
  const Table extends StatusTable<Event, Status> = StatusTable<Event, Status>,
>(
  table: Table,
  bearer: Bearer<State, Event, Table, Status> = (state) => state as { status: Status },
): Moves<State, Event, Table> =>
  Object.fromEntries(
    Object.entries(
      table as Readonly<Record<string, Status | ((data: unknown, before: Status) => Status)>>,
    ).map(([type, to]) => [
      type,
      (state: State, data: never) => {
        const part = bearer(state, data)
        if (part !== undefined) part.status = typeof to === 'function' ? to(data, part.status) : to
      },
    ]),
  ) as Moves<State, Event, Table>
