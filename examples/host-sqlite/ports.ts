/** What `training-ops/host` asks of a host, in one SQLite file: the log, deadlines, what is set aside, checkpoints, the clock. */
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type {
  BallotBox,
  BallotsPort,
  Checkpoint,
  CheckpointsPort,
  DeadlinesPort,
  DueCommand,
  FailingDeadline,
  Ports,
  QuarantinePort,
  SetAside,
} from 'training-ops/host'
import { inOneStep, openStore } from './store.ts'

/** Node's own SQLite, where it has one (22.13 and later). Answers with nothing where it has none. */
export const sqlite = (): typeof import('node:sqlite') | undefined =>
  process.getBuiltinModule?.('node:sqlite')

/** What is kept beside the log. All but the ballots can be worked out again from the log. */
const tables = `
  CREATE TABLE IF NOT EXISTS host_deadlines (
    commandId TEXT PRIMARY KEY, dueAt TEXT NOT NULL, command TEXT NOT NULL, answer TEXT, tries INTEGER NOT NULL DEFAULT 0,
    tryAgainAt TEXT NOT NULL DEFAULT '', reason TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS host_deadlines_open ON host_deadlines (dueAt) WHERE answer IS NULL;
  CREATE TABLE IF NOT EXISTS host_set_aside (
    position INTEGER PRIMARY KEY, type TEXT NOT NULL, reason TEXT NOT NULL, tries INTEGER NOT NULL, tryAgainAt TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS host_checkpoints (
    name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, position INTEGER NOT NULL, state TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS host_ballots (box TEXT PRIMARY KEY, held TEXT NOT NULL) STRICT;`

const deadlinesOn = (database: DatabaseSync): DeadlinesPort => {
  const plan = database.prepare(
    'INSERT INTO host_deadlines (commandId, dueAt, command) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const due = database.prepare(
    `SELECT command, tries FROM host_deadlines WHERE answer IS NULL AND dueAt <= ?1 AND tryAgainAt <= ?1
     ORDER BY dueAt, commandId LIMIT ?2`,
  )
  // Another host may answer before this one has planned it.
  const answered = database.prepare(
    `INSERT INTO host_deadlines (commandId, dueAt, command, answer) VALUES (?, '', '', ?)
     ON CONFLICT (commandId) DO UPDATE SET answer = excluded.answer, reason = NULL`,
  )
  const failed = database.prepare(
    'UPDATE host_deadlines SET tries = tries + 1, reason = ?, tryAgainAt = ? WHERE commandId = ?',
  )
  const failing = database.prepare(
    `SELECT commandId, reason, tries FROM host_deadlines WHERE answer IS NULL AND tries > 0 ORDER BY dueAt LIMIT 100`,
  )
  return {
    plan: async (deadlines) =>
      inOneStep(database, 'IMMEDIATE', () => {
        for (const { dueAt, command } of deadlines)
          plan.run(command.metadata.commandId, dueAt, JSON.stringify(command))
      }),
    due: async (now, limit) =>
      due
        .all(now, limit)
        .map(({ command, tries }) => ({ command: JSON.parse(command as string), tries }) as DueCommand),
    answered: async (commandId, answer) => void answered.run(commandId, answer),
    failed: async (commandId, reason, tryAgainAt) => void failed.run(reason, tryAgainAt, commandId),
    failing: async () => failing.all() as unknown as readonly FailingDeadline[],
  }
}

const quarantineOn = (database: DatabaseSync): QuarantinePort => {
  const put = database.prepare(
    `INSERT INTO host_set_aside VALUES (?, ?, ?, ?, ?) ON CONFLICT (position) DO UPDATE
       SET reason = excluded.reason, tries = excluded.tries, tryAgainAt = excluded.tryAgainAt`,
  )
  const done = database.prepare('DELETE FROM host_set_aside WHERE position = ?')
  const select = 'SELECT position, type, reason, tries FROM host_set_aside'
  const due = database.prepare(`${select} WHERE tryAgainAt <= ? ORDER BY position LIMIT ?`)
  const all = database.prepare(`${select} ORDER BY position LIMIT 1000`)
  return {
    put: async ({ position, type, reason, tries }, tryAgainAt) =>
      void put.run(position, type, reason, tries, tryAgainAt),
    done: async (position) => void done.run(position),
    due: async (now, limit) => due.all(now, limit) as unknown as readonly SetAside[],
    all: async () => all.all() as unknown as readonly SetAside[],
  }
}

const checkpointsOn = (database: DatabaseSync): CheckpointsPort => {
  const load = database.prepare('SELECT fingerprint, position, state FROM host_checkpoints WHERE name = ?')
  const save = database.prepare(
    `INSERT INTO host_checkpoints VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE
       SET fingerprint = excluded.fingerprint, position = excluded.position, state = excluded.state
       WHERE host_checkpoints.fingerprint <> excluded.fingerprint OR host_checkpoints.position < excluded.position`,
  )
  return {
    load: async (name) => {
      const row = load.get(name) as (Omit<Checkpoint, 'state'> & { readonly state: string }) | undefined
      return row && { ...row, state: JSON.parse(row.state) }
    },
    save: async (name, { fingerprint, position, state }) =>
      void save.run(name, fingerprint, position, JSON.stringify(state)),
  }
}

/** A box is one row, written whole at each answer. */
const ballotsOn = (database: DatabaseSync): BallotsPort => {
  const load = database.prepare('SELECT held FROM host_ballots WHERE box = ?')
  const save = database.prepare(
    'INSERT INTO host_ballots VALUES (?, ?) ON CONFLICT (box) DO UPDATE SET held = excluded.held',
  )
  const all = database.prepare('SELECT box, held FROM host_ballots ORDER BY box')
  return {
    change: async (box, change) =>
      inOneStep(database, 'IMMEDIATE', () => {
        const row = load.get(box) as { readonly held: string } | undefined
        const after = change(row === undefined ? undefined : (JSON.parse(row.held) as BallotBox))
        if (after !== undefined) save.run(box, JSON.stringify(after))
      }),
    holding: async () =>
      all
        .all()
        .map(({ box, held }) => ({ box: box as string, ...(JSON.parse(held as string) as BallotBox) }))
        .filter(({ waiting, leaving }) => waiting.length + leaving.length > 0),
  }
}

/** Another process held the file for longer than the patience of `openDatabase`. */
const isBusyFile = (error: unknown): boolean =>
  error instanceof Error && (error as { readonly errcode?: number }).errcode === 5

/** The file, made when it is not there. Who finds it held by another process waits, at most five seconds. */
export const openDatabase = ({ DatabaseSync }: typeof import('node:sqlite'), file: string): DatabaseSync => {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA busy_timeout = 5000')
  return database
}

export const openPorts = (
  database: DatabaseSync,
  { now = () => new Date().toISOString() }: { readonly now?: () => string } = {},
): Ports => {
  const store = openStore(database)
  database.exec(tables)
  return {
    store,
    deadlines: deadlinesOn(database),
    quarantine: quarantineOn(database),
    checkpoints: checkpointsOn(database),
    ballots: ballotsOn(database),
    clock: { now, pause: (milliseconds) => pause(milliseconds) },
    chance: Math.random,
    isAway: isBusyFile,
  }
}
