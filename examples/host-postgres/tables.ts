/** What the service keeps beside the log. All of it can be worked out again from the log: drop it, and start. */
import type { Pool } from 'pg'

/** Services that start together make the tables one after the other. Several statements sent at once are one transaction. */
const installing = 7_304_211

export const installTables = async (pool: Pool): Promise<void> => {
  await pool.query(`
    SELECT pg_advisory_xact_lock(${installing});
    CREATE TABLE IF NOT EXISTS host_positions (name text PRIMARY KEY, position bigint NOT NULL);
    CREATE TABLE IF NOT EXISTS host_deadlines (
      command_id text PRIMARY KEY, due_at text COLLATE "C" NOT NULL, command text NOT NULL, answer text
    );
    ALTER TABLE host_deadlines ADD COLUMN IF NOT EXISTS tries int NOT NULL DEFAULT 0;
    ALTER TABLE host_deadlines ADD COLUMN IF NOT EXISTS retry_at timestamptz;
    ALTER TABLE host_deadlines ADD COLUMN IF NOT EXISTS reason text;
    CREATE INDEX IF NOT EXISTS host_deadlines_open ON host_deadlines (due_at) WHERE answer IS NULL;
    CREATE TABLE IF NOT EXISTS host_set_aside (
      position bigint PRIMARY KEY, type text NOT NULL, reason text NOT NULL, tries int NOT NULL, retry_at timestamptz NOT NULL
    );
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

/** What is tried again later is tried after a second, then two, then four, at most an hour. */
export const retryAt = (tries: string): string =>
  `now() + least(3600, power(2, least(${tries}, 12))) * interval '1 second'`
