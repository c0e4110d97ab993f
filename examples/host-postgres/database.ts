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

export const openDatabase = ({ url, folder, schema, connections = 8 }: Where): Promise<Database> =>
  url === undefined ? embedded(folder) : server(url, schema, connections)

const server = async (url: string, schema: string | undefined, max: number): Promise<Database> => {
  if (schema !== undefined && !/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new TypeError(`host: a schema is named with a-z, 0-9 and _, got ${schema}`)
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    ...(schema === undefined ? {} : { options: `-c search_path=${schema}` }),
  })
  pool.on('error', (error) => console.error(`host: an idle connection was lost (${error.message})`))
  if (schema !== undefined) await pool.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  const { host, port, pathname } = new URL(url)
  return { pool, told: `PostgreSQL at ${host || port}${pathname}`, close: () => pool.end() }
}

/** PGlite has one session, so there is one connection to it: whoever wants it waits for it. */
const embedded = async (folder: string): Promise<Database> => {
  const { port, close } = await openEmbedded(folder)
  const pool = new pg.Pool({ host: '127.0.0.1', port, user: 'postgres', max: 1, idleTimeoutMillis: 0 })
  pool.on('error', (error) => console.error(`host: the connection was lost (${error.message})`))
  return {
    pool,
    told: `an embedded PostgreSQL in ${folder}`,
    close: async () => {
      await pool.end()
      await close()
    },
  }
}
