/** The log in one SQLite file, through Node's own `node:sqlite`: the store port of `training-ops/host`. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Query } from 'training-ops'
import type { StoredEvent, StorePort } from 'training-ops/host'

/**
 * SQLite has one writer at a time: from `BEGIN IMMEDIATE` to `COMMIT` nobody else writes, in this process or another. So the
 * condition is looked at and the events are written as one step, and positions are drawn in the order of the commits.
 */
const tables = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY AUTOINCREMENT, type TEXT NOT NULL, tags TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS event_tags (
    tag TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (tag, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS events_by_type ON events (type, position);`

type Row = {
  readonly position: number
  readonly type: string
  readonly tags: string
  readonly data: string
  readonly metadata: string | null
}

export const openStore = (database: DatabaseSync): Required<StorePort> => {
  database.exec(tables)

  /** As JSON a tag may hold any character: SQLite's text ends at U+0000 and knows no lone surrogate. */
  const written = (tag: string): string => JSON.stringify(tag)
  const read = ({ position, type, tags, data, metadata }: Row): StoredEvent => ({
    position,
    type,
    data: JSON.parse(data),
    ...(metadata === null ? {} : { metadata: JSON.parse(metadata) }),
    tags: JSON.parse(tags),
  })

  /** The positions after one that an item finds: any of its types, all of its tags. */
  const positionsOf = (
    { types, tags }: Query[number],
    after: number,
    limit: number,
  ): readonly { readonly position: number }[] => {
    const wanted: string[] = []
    const values: SQLInputValue[] = []
    for (const tag of tags) {
      wanted.push('EXISTS (SELECT 1 FROM event_tags AS t WHERE t.tag = ? AND t.position = e.position)')
      values.push(written(tag))
    }
    if (types.length > 0) {
      wanted.push('e.type IN (SELECT value FROM json_each(?))')
      values.push(JSON.stringify(types))
    }
    // The first tag leads: SQLite walks its positions, and looks at nothing else.
    const [lead] = tags
    const from =
      lead === undefined
        ? 'events AS e WHERE e.position > ?'
        : 'event_tags AS l CROSS JOIN events AS e ON e.position = l.position WHERE l.tag = ? AND l.position > ?'
    const text = [`SELECT e.position FROM ${from}`, ...wanted].join(' AND ')
    return database
      .prepare(`${text} ORDER BY e.position LIMIT ?`)
      .all(...(lead === undefined ? [] : [written(lead)]), after, ...values, limit) as never
  }
  const isBroken = (query: Query, after: number): boolean =>
    query.some((item) => positionsOf(item, after, 1).length > 0)

  const insertEvent = database.prepare(
    'INSERT INTO events (type, tags, data, metadata) VALUES (?, ?, ?, ?) RETURNING position',
  )
  const insertTag = database.prepare('INSERT OR IGNORE INTO event_tags (tag, position) VALUES (?, ?)')
  const selectOne = database.prepare('SELECT * FROM events WHERE position = ?')
  const selectAfter = database.prepare('SELECT * FROM events WHERE position > ? ORDER BY position LIMIT ?')
  const selectLast = database.prepare('SELECT coalesce(max(position), 0) AS position FROM events')

  return {
    append: async (events, { failIfEventsMatch, after }) =>
      inOneStep(database, 'IMMEDIATE', () => {
        if (isBroken(failIfEventsMatch, after)) return false
        for (const { event, tags } of events) {
          const { type, data, metadata } = event
          const { position } = insertEvent.get(
            type,
            JSON.stringify(tags),
            JSON.stringify(data),
            metadata === undefined ? null : JSON.stringify(metadata),
          ) as { readonly position: number }
          for (const tag of tags) insertTag.run(written(tag), position)
        }
        return true
      }),
    after: async (position, limit) => (selectAfter.all(position, limit) as unknown as Row[]).map(read),
    read: async (query) =>
      inOneStep(database, 'DEFERRED', () => {
        const { position: upTo } = selectLast.get() as { readonly position: number }
        const found = new Set<number>()
        for (const item of query) for (const { position } of positionsOf(item, 0, -1)) found.add(position)
        const positions = [...found].sort((a, b) => a - b)
        return { events: positions.map((one) => read(selectOne.get(one) as unknown as Row)), upTo }
      }),
  }
}

/** One transaction; nothing else of this process comes between, because no function of `node:sqlite` waits. */
export const inOneStep = <T>(database: DatabaseSync, how: 'IMMEDIATE' | 'DEFERRED', work: () => T): T => {
  database.exec(`BEGIN ${how}`)
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction !== false) database.exec('ROLLBACK')
    throw error
  }
}
