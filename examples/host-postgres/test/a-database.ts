/** Where the tests find a PostgreSQL, and a schema of their own in it. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'

export const url = process.env.TRAINING_OPS_PG || undefined

/** A title that says why a suite is skipped. */
export const whyNot = (title: string): string =>
  url === undefined ? `${title} (skipped: TRAINING_OPS_PG names no server)` : title

export const ownSchema = (): string => `host_${randomBytes(6).toString('hex')}`

export const dropSchema = async (schema: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
  await client.end()
}
