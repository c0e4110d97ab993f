/**
 * A store on PostgreSQL in forty lines, right or with one thing wrong with it: to see that the kit's suite for stores finds out
 * each of them on a real database.
 */
import type pg from 'pg'
import type { AppendCondition, Query, Tag } from 'training-ops'
import type { Store } from 'training-ops/testing'

type Appended = Parameters<Store['append']>[0]
type Training = { readonly tagsOf: (event: Appended[number]) => readonly Tag[] }

/** Each is wrong. */
export const wrong = {
  serializable: 'SERIALIZABLE and a retry, as it stands: a position is drawn before the commit',
  noLock: 'a transaction, and nothing that keeps others from writing between the look and the write',
  tagLocks: 'locks on the tags alone, and readers not held back from holes',
  twoReads: 'the events and the position they are read up to, asked one after the other',
  anyTag: 'events with any of the tags instead of all',
  twoTransactions: 'the look in one transaction and the write in the next',
  ignoresAfter: 'a condition that is broken by what was there before',
  unordered: 'events in the order in which the index has them',
} as const
export type Wrong = keyof typeof wrong

export const tableOf = (schema: string): string => `
  CREATE SCHEMA ${schema};
  CREATE TABLE ${schema}.events (position bigserial PRIMARY KEY, type text NOT NULL, tags text[] NOT NULL, body jsonb NOT NULL);
  CREATE INDEX ON ${schema}.events USING gin (tags);`

const where = (query: Query, from: number, operator: string) => {
  const values: unknown[] = []
  const put = (value: unknown) => `$${values.push(value) + from}`
  const items = query.map(({ types, tags }) =>
    [
      types.length === 0 ? 'true' : `type = ANY(${put(types)})`,
      tags.length === 0 ? 'true' : `tags ${operator} ${put(tags)}`,
    ].join(' AND '),
  )
  return { sql: items.length === 0 ? 'false' : items.map((item) => `(${item})`).join(' OR '), values }
}

export const smallStore = (pool: pg.Pool, training: Training, schema: string, mistake?: Wrong): Store => {
  const is = (one: Wrong): boolean => mistake === one
  const events = `${schema}.events`
  const operator = is('anyTag') ? '&&' : '@>'
  const last = `SELECT coalesce(max(position), 0) AS after FROM ${events}`
  const read = async (query: Query) => {
    const { sql, values } = where(query, 0, operator)
    const order = is('unordered') ? 'md5(position::text)' : 'position'
    const found = `SELECT coalesce(json_agg(body ORDER BY ${order}), '[]') AS found FROM ${events} WHERE ${sql}`
    const rows = is('twoReads')
      ? [(await pool.query(found, values)).rows[0], (await pool.query(last)).rows[0]]
      : (await pool.query(`SELECT * FROM (${found}) AS f, (${last}) AS l`, values)).rows
    const [one, other] = rows as { found: readonly unknown[]; after: string }[]
    const condition: AppendCondition = { failIfEventsMatch: query, after: Number((other ?? one)?.after) }
    return { events: one?.found ?? [], condition }
  }
  const append = async (all: Appended, condition?: AppendCondition): Promise<boolean> => {
    if (all.length === 0) return true
    const client = await pool.connect()
    try {
      await client.query(is('serializable') ? 'BEGIN ISOLATION LEVEL SERIALIZABLE' : 'BEGIN')
      if (is('tagLocks')) {
        const asked = condition?.failIfEventsMatch.flatMap(({ tags }) => [...tags]) ?? []
        for (const tag of [
          ...new Set([...asked, ...all.flatMap((event) => [...training.tagsOf(event)])]),
        ].sort())
          await client.query('SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))', [schema, tag])
      } else if (
        mistake === undefined ||
        ['twoReads', 'anyTag', 'ignoresAfter', 'unordered'].includes(mistake)
      )
        await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [schema])
      if (condition !== undefined) {
        const { sql, values } = where(condition.failIfEventsMatch, 1, operator)
        const later = is('ignoresAfter') ? '$1::bigint IS NOT NULL' : 'position > $1'
        const broken = await client.query(`SELECT 1 FROM ${events} WHERE ${later} AND (${sql}) LIMIT 1`, [
          condition.after,
          ...values,
        ])
        if (broken.rowCount !== 0) {
          await client.query('ROLLBACK')
          return false
        }
      }
      if (is('twoTransactions')) await client.query('COMMIT; BEGIN')
      for (const event of all)
        await client.query(`INSERT INTO ${events} (type, tags, body) VALUES ($1, $2, $3)`, [
          event.type,
          training.tagsOf(event),
          JSON.stringify(event),
        ])
      await client.query('COMMIT')
      return true
    } catch (error) {
      await client.query('ROLLBACK')
      if (is('serializable') && (error as { readonly code?: string }).code === '40001')
        return append(all, condition)
      throw error
    } finally {
      client.release()
    }
  }
  return { read, append }
}
