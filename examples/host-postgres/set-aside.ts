/**
 * Events whose policies cannot be followed: one throws, its command cannot be stored, or only a newer version can read
 * the event. They are written down, told, and tried again now and then; the log goes on without waiting for them.
 */
import type { Pool } from 'pg'
import { retryAt } from './tables.ts'

export type Aside = {
  readonly position: number
  readonly type: string
  readonly reason: string
  readonly tries: number
}

export type SetAside = {
  readonly put: (position: number, type: string, reason: string) => Promise<void>
  readonly done: (position: number) => Promise<void>
  /** The positions of those that may be tried again. */
  readonly due: () => Promise<readonly number[]>
  readonly all: () => Promise<readonly Aside[]>
}

/** A new service tries all of them at once: it may be the version that can. */
export const openSetAside = async (pool: Pool): Promise<SetAside> => {
  await pool.query('UPDATE host_set_aside SET retry_at = now()')
  return {
    put: async (position, type, reason) => {
      await pool.query(
        `INSERT INTO host_set_aside VALUES ($1, $2, $3, 1, ${retryAt('1')})
         ON CONFLICT (position) DO UPDATE
           SET reason = excluded.reason, tries = host_set_aside.tries + 1, retry_at = ${retryAt('host_set_aside.tries')}`,
        [position, type, reason],
      )
    },
    done: async (position) => {
      await pool.query('DELETE FROM host_set_aside WHERE position = $1', [position])
    },
    due: async () => {
      const { rows } = await pool.query(
        'SELECT position FROM host_set_aside WHERE retry_at <= now() ORDER BY position LIMIT 100',
      )
      return rows.map(({ position }) => Number(position))
    },
    all: async () => {
      const { rows } = await pool.query(
        'SELECT position, type, reason, tries FROM host_set_aside ORDER BY position LIMIT 1000',
      )
      return rows.map((row) => ({ ...row, position: Number(row.position) }) as Aside)
    },
  }
}

/** One line, and not too long of one, for a table and a log. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll('\u0000', '').slice(0, 500)
