/** What is due later. Deadlines are written down as they follow from the log, and each is asked for once. */
import type { Pool } from 'pg'
import type { Command, Deadline } from 'training-ops'
import { retryAt } from './tables.ts'

export type Agenda<C> = {
  readonly plan: (deadlines: readonly Deadline<C>[]) => Promise<void>
  /** The soonest that are due and have no answer. One that failed waits, longer each time, and holds up no other. */
  readonly due: (instant: string) => Promise<readonly C[]>
  readonly answered: (command: C, answer: string) => Promise<void>
  readonly failed: (command: C, reason: string) => Promise<void>
  /** Those that failed and have no answer yet. */
  readonly failing: () => Promise<readonly Failing[]>
}

export type Failing = { readonly commandId: string; readonly reason: string; readonly tries: number }

export const createAgenda = <C extends Command>(pool: Pool): Agenda<C> => ({
  plan: async (deadlines) => {
    for (const { dueAt, command } of deadlines)
      await pool.query(
        'INSERT INTO host_deadlines (command_id, due_at, command) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [command.metadata.commandId, dueAt, JSON.stringify(command)],
      )
  },
  due: async (instant) => {
    const { rows } = await pool.query(
      `SELECT command FROM host_deadlines
       WHERE answer IS NULL AND due_at <= $1 AND (retry_at IS NULL OR retry_at <= now())
       ORDER BY due_at, command_id LIMIT 100`,
      [instant],
    )
    return rows.map(({ command }) => JSON.parse(command) as C)
  },
  answered: async ({ metadata }, answer) => {
    await pool.query('UPDATE host_deadlines SET answer = $2, reason = NULL WHERE command_id = $1', [
      metadata.commandId,
      answer,
    ])
  },
  failed: async ({ metadata }, reason) => {
    await pool.query(
      `UPDATE host_deadlines SET tries = tries + 1, retry_at = ${retryAt('tries')}, reason = $2 WHERE command_id = $1`,
      [metadata.commandId, reason],
    )
  },
  failing: async () => {
    const { rows } = await pool.query(
      `SELECT command_id AS "commandId", reason, tries FROM host_deadlines
       WHERE answer IS NULL AND tries > 0 ORDER BY due_at LIMIT 100`,
    )
    return rows as Failing[]
  },
})
