/** What the service keeps beside the log. All of it can be worked out again from the log: drop it, and start. */
import type { Pool } from 'pg'

export const installTables = async (pool: Pool): Promise<void> => {
  await pool.query(`
    CREATE TABLE IF NOT EXISTS host_positions (name text PRIMARY KEY, position bigint NOT NULL);
    CREATE TABLE IF NOT EXISTS host_deadlines (
      command_id text PRIMARY KEY, due_at text COLLATE "C" NOT NULL, command text NOT NULL, answer text
    );
    CREATE INDEX IF NOT EXISTS host_deadlines_open ON host_deadlines (due_at) WHERE answer IS NULL;
    CREATE TABLE IF NOT EXISTS host_views (
      name text PRIMARY KEY, version int NOT NULL, position bigint NOT NULL, state text NOT NULL
    )`)
}

export const positionOf = async (pool: Pool, name: string): Promise<number> => {
  const { rows } = await pool.query('SELECT position FROM host_positions WHERE name = $1', [name])
  return Number(rows[0]?.position ?? 0)
}

/** Never back: of two services the one that is further on is believed. */
export const moveOn = async (pool: Pool, name: string, position: number): Promise<void> => {
  await pool.query(
    `INSERT INTO host_positions VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET position = greatest(host_positions.position, excluded.position)`,
    [name, position],
  )
}
