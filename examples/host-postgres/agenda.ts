/** What is due later. Deadlines are written down as they follow from the log, and each is asked for once. */
import type { Pool } from 'pg'
import type { Command, Deadline } from 'training-ops'

export type Agenda<C> = {
  readonly plan: (deadlines: readonly Deadline<C>[]) => Promise<void>
  /** The soonest that are due and have no answer. */
  readonly due: (instant: string) => Promise<readonly C[]>
  readonly answered: (command: C, answer: string) => Promise<void>
}

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
      'SELECT command FROM host_deadlines WHERE answer IS NULL AND due_at <= $1 ORDER BY due_at, command_id LIMIT 100',
      [instant],
    )
    return rows.map(({ command }) => JSON.parse(command) as C)
  },
  answered: async ({ metadata }, answer) => {
    await pool.query('UPDATE host_deadlines SET answer = $2 WHERE command_id = $1', [
      metadata.commandId,
      answer,
    ])
  },
})
