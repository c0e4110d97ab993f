/** A PostgreSQL: yours, by its URL; or one embedded in a folder, for a laptop. */
import pg from 'pg'
import { openEmbedded } from './embedded.ts'

export type Database = {
  readonly pool: pg.Pool
  readonly told: string
  readonly close: () => Promise<void>
}

export type Where = {
  readonly url?: string
  /** Where the embedded one keeps its files when no URL is given. */
  readonly folder: string
  /** A schema of its own inside the database, made when it is not there. */
  readonly schema?: string
  readonly connections?: number
}

/** What one connection may take: to be made, to answer one statement, to sit in a transaction and say nothing. */
const limits = {
  connectionTimeoutMillis: 10_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 30_000,
  keepAlive: true,
}

export const openDatabase = ({ url, folder, schema, connections = 8 }: Where): Promise<Database> =>
  url === undefined ? embedded(folder) : server(url, schema, connections)

const server = async (url: string, schema: string | undefined, max: number): Promise<Database> => {
  if (schema !== undefined && !/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new TypeError(`host: a schema is named with a-z, 0-9 and _, got ${schema}`)
  const pool = heard(
    new pg.Pool({
      connectionString: url,
      max,
      ...limits,
      application_name: `training-ops ${schema ?? ''}`.trim(),
      ...(schema === undefined ? {} : { options: `-c search_path=${schema}` }),
    }),
  )
  try {
    if (schema !== undefined) await pool.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  } catch (error) {
    await pool.end()
    throw error
  }
  const { host, port, pathname } = new URL(url)
  return { pool, told: `PostgreSQL at ${host || port}${pathname}`, close: () => pool.end() }
}

/** PGlite has one session, so there is one connection to it: whoever wants it waits for it. */
const embedded = async (folder: string): Promise<Database> => {
  const { connect, close } = await openEmbedded(folder)
  const pool = heard(
    new pg.Pool({ stream: connect as never, user: 'postgres', max: 1, idleTimeoutMillis: 0 }),
  )
  return {
    pool,
    told: `an embedded PostgreSQL in ${folder}`,
    close: async () => {
      await pool.end()
      await close()
    },
  }
}

/**
 * A connection that the server ends while a query uses it tells its client, and not the pool: without a listener on
 * each client the process ends. The query fails by itself, and the pool makes a new connection when one is asked for.
 */
const heard = (pool: pg.Pool): pg.Pool => {
  const lost = (error: Error) => console.error(`host: a connection was lost (${error.message})`)
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', lost)
  return pool
}

const lostConnection =
  /^(08...|57P0[1-5]|53300|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/

/** Whether the database was away, or overloaded: the same may be asked again later, and nothing is wrong with it. */
export const isAway = (error: unknown): boolean => {
  if (error instanceof AggregateError) return error.errors.some(isAway)
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  if (code !== undefined && lostConnection.test(code)) return true
  return (
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    ) || isAway(error.cause)
  )
}
