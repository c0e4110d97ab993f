/** The service without its door: a host of `training-ops/host` on a database, running. */
import { anonymousAnswers, type CommandOf, type EventOf, type RejectionOf } from 'training-ops'
import { type Host, type HostOptions, startHost } from 'training-ops/host'
import type { Database } from './database.ts'
import { openPorts } from './ports.ts'
import { shapeOf } from './store.ts'
import { views as kept, relations, training } from './training.ts'

export type C = CommandOf<typeof training>
export type E = EventOf<typeof training>
export type R = RejectionOf<typeof training>

export type Service = Host<C, E, R> & {
  /** Whether it can answer now: the database does. */
  readonly isReady: () => Promise<boolean>
}

export type ServiceOptions = HostOptions & { readonly now?: () => string }

/** Starts it and leaves it running: what goes on behind is looked at every quarter of a second, unless said. */
export const startService = async (
  { pool }: Pick<Database, 'pool'>,
  { now, complain = (error) => console.error('host:', error), ...options }: ServiceOptions = {},
): Promise<Service> => {
  const ports = await openPorts(pool, { ...shapeOf(training), ...(now === undefined ? {} : { now }) })
  const host = await startHost<C, E, R>(training, ports, {
    views: kept,
    complain,
    relations,
    heldBack: anonymousAnswers,
    ...options,
  })
  host.run().catch(complain)
  return {
    ...host,
    isReady: () =>
      pool.query('SELECT 1').then(
        () => true,
        () => false,
      ),
  }
}
