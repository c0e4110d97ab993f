/** What `training-ops/host` asks of a host, on PostgreSQL: the log, deadlines, what is set aside, checkpoints, the clock. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import type {
  BallotBox,
  BallotsPort,
  Checkpoint,
  CheckpointsPort,
  DeadlinesPort,
  Ports,
  QuarantinePort,
  SetAside,
} from 'training-ops/host'
import { isAway } from './database.ts'
import { openStore } from './store.ts'

/** What is kept beside the log. All but the ballots can be worked out again from the log. */
const tables = `
  CREATE TABLE IF NOT EXISTS host_deadlines (
    command_id text PRIMARY KEY, due_at text COLLATE "C" NOT NULL, command text NOT NULL, answer text,
    tries int NOT NULL DEFAULT 0, try_again_at text COLLATE "C" NOT NULL DEFAULT '', reason text
  );
  CREATE INDEX IF NOT EXISTS host_deadlines_open ON host_deadlines (due_at) WHERE answer IS NULL;
  CREATE TABLE IF NOT EXISTS host_set_aside (
    position bigint PRIMARY KEY, type text NOT NULL, reason text NOT NULL, tries int NOT NULL,
    try_again_at text COLLATE "C" NOT NULL
  );
  CREATE TABLE IF NOT EXISTS host_checkpoints (
    name text PRIMARY KEY, fingerprint text NOT NULL, position bigint NOT NULL, state text NOT NULL
  );
  CREATE TABLE IF NOT EXISTS host_ballots (box text PRIMARY KEY, held text NOT NULL)`

/** Services that start together make the tables one after the other. Several statements sent at once are one transaction. */
const installing = 7_304_211

const deadlinesOn = (pool: Pool): DeadlinesPort => ({
  plan: async (deadlines) => {
    for (const { dueAt, command } of deadlines)
      await pool.query(
        'INSERT INTO host_deadlines (command_id, due_at, command) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [command.metadata.commandId, dueAt, JSON.stringify(command)],
      )
  },
  due: async (now, limit) => {
    const { rows } = await pool.query(
      `SELECT command, tries FROM host_deadlines WHERE answer IS NULL AND due_at <= $1 AND try_again_at <= $1
       ORDER BY due_at, command_id LIMIT $2`,
      [now, limit],
    )
    return rows.map(({ command, tries }) => ({ command: JSON.parse(command), tries }))
  },
  answered: async (commandId, answer) => {
    // Another host may answer before this one has planned it.
    await pool.query(
      `INSERT INTO host_deadlines (command_id, due_at, command, answer) VALUES ($1, '', '', $2)
       ON CONFLICT (command_id) DO UPDATE SET answer = EXCLUDED.answer, reason = NULL`,
      [commandId, answer],
    )
  },
  failed: async (commandId, reason, tryAgainAt) => {
    await pool.query(
      'UPDATE host_deadlines SET tries = tries + 1, reason = $2, try_again_at = $3 WHERE command_id = $1',
      [commandId, reason, tryAgainAt],
    )
  },
  failing: async () => {
    const { rows } = await pool.query(
      `SELECT command_id AS "commandId", reason, tries FROM host_deadlines
       WHERE answer IS NULL AND tries > 0 ORDER BY due_at LIMIT 100`,
    )
    return rows
  },
})

const quarantineOn = (pool: Pool): QuarantinePort => {
  const select = async (where: string, values: readonly unknown[]): Promise<readonly SetAside[]> => {
    const { rows } = await pool.query(`SELECT position, type, reason, tries FROM host_set_aside ${where}`, [
      ...values,
    ])
    return rows.map((row) => ({ ...row, position: Number(row.position) }))
  }
  return {
    put: async ({ position, type, reason, tries }, tryAgainAt) => {
      await pool.query(
        `INSERT INTO host_set_aside VALUES ($1, $2, $3, $4, $5) ON CONFLICT (position) DO UPDATE
           SET reason = excluded.reason, tries = excluded.tries, try_again_at = excluded.try_again_at`,
        [position, type, reason, tries, tryAgainAt],
      )
    },
    done: async (position) => {
      await pool.query('DELETE FROM host_set_aside WHERE position = $1', [position])
    },
    due: (now, limit) => select('WHERE try_again_at <= $1 ORDER BY position LIMIT $2', [now, limit]),
    all: () => select('ORDER BY position LIMIT 1000', []),
  }
}

const checkpointsOn = (pool: Pool): CheckpointsPort => ({
  load: async (name) => {
    const { rows } = await pool.query(
      'SELECT fingerprint, position, state FROM host_checkpoints WHERE name = $1',
      [name],
    )
    const [row] = rows
    if (row === undefined) return undefined
    const { fingerprint, position, state } = row
    return { fingerprint, position: Number(position), state: JSON.parse(state) } satisfies Checkpoint
  },
  save: async (name, { fingerprint, position, state }) => {
    await pool.query(
      `INSERT INTO host_checkpoints VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO UPDATE
         SET fingerprint = excluded.fingerprint, position = excluded.position, state = excluded.state
         WHERE host_checkpoints.fingerprint <> excluded.fingerprint OR host_checkpoints.position < excluded.position`,
      [name, fingerprint, position, JSON.stringify(state)],
    )
  },
})

/** A box is one row, written whole: rows of their own would lie in the order in which they came. */
const ballotsOn = (pool: Pool): BallotsPort => ({
  change: async (box, change) => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      // the lock is held before anybody reads: of two who make the box, one waits
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [box])
      const { rows } = await client.query('SELECT held FROM host_ballots WHERE box = $1', [box])
      const after = change(rows[0] === undefined ? undefined : (JSON.parse(rows[0].held) as BallotBox))
      if (after !== undefined)
        await client.query(
          'INSERT INTO host_ballots VALUES ($1, $2) ON CONFLICT (box) DO UPDATE SET held = excluded.held',
          [box, JSON.stringify(after)],
        )
      await client.query('COMMIT')
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined)
      throw error
    } finally {
      client.release()
    }
  },
  holding: async () => {
    const { rows } = await pool.query('SELECT box, held FROM host_ballots ORDER BY box')
    return rows
      .map(({ box, held }) => ({ box: box as string, ...(JSON.parse(held) as BallotBox) }))
      .filter(({ waiting, leaving }) => waiting.length + leaving.length > 0)
  },
})

export const openPorts = async (
  pool: Pool,
  {
    eventTypes,
    unkeyed,
    now = () => new Date().toISOString(),
  }: Parameters<typeof openStore>[1] & { readonly now?: () => string },
): Promise<Ports> => {
  await pool.query(`SELECT pg_advisory_xact_lock(${installing}); ${tables}`)
  return {
    store: await openStore(pool, { eventTypes, unkeyed }),
    deadlines: deadlinesOn(pool),
    quarantine: quarantineOn(pool),
    checkpoints: checkpointsOn(pool),
    ballots: ballotsOn(pool),
    clock: { now, pause: (milliseconds) => pause(milliseconds) },
    chance: Math.random,
    isAway,
  }
}
