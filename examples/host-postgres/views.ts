/**
 * Views kept up to date, each with the position it has come to. A view is kept in memory, put down now and then, and goes
 * on after a restart from where it was put down.
 */
import type { Pool } from 'pg'
import { type AnyEvent, type AnyProjection, project, type View } from 'training-ops'
import type { Followed } from './followed.ts'
import type { Entry } from './store.ts'

export type KeptView = {
  readonly projection: AnyProjection
  readonly version: number
}

/** A view, or one subject of it, as of a position of the log. */
export type Seen = { readonly position: number; readonly state: unknown }

export type Views = {
  readonly names: () => readonly string[]
  readonly isKeyed: (name: string) => boolean
  /** Nothing when there is no such view, or no such subject in it. */
  readonly look: (name: string, subject?: string) => Seen | undefined
  /** Told whenever what `look` answers has changed; answers with the end of it. */
  readonly watch: (name: string, subject: string | undefined, listener: (seen: Seen) => void) => () => void
  /** Puts down every view that has gone on since it was last put down. */
  readonly putDown: () => Promise<void>
}

type Live = KeptView & { view: unknown; position: number; putDownAt: number }
type Watcher = {
  readonly name: string
  readonly subject: string | undefined
  state: unknown
  readonly tell: (seen: Seen) => void
}

/** Call it when the log has been caught up with: views that were put down go on from there. */
export const keepViews = async <E extends AnyEvent>(
  kept: readonly KeptView[],
  log: Followed<E>,
  pool: Pool,
): Promise<Views> => {
  const views = new Map<string, Live>()
  const watchers = new Set<Watcher>()

  const goOn = (live: Live, entries: readonly Entry<E>[]): void => {
    if (entries.length === 0) return
    const events = entries.map(({ event }) => event)
    live.view = project(live.projection, events, { from: live.view as View<AnyProjection> })
    live.position = entries.at(-1)?.position ?? live.position
  }

  const stored = await pool.query('SELECT name, version, position, state FROM host_views')
  for (const { projection, version } of kept) {
    const before = stored.rows.find((row) => row.name === projection.name && row.version === version)
    const position = Number(before?.position ?? 0)
    const view = before === undefined ? project(projection, []) : JSON.parse(before.state)
    const live: Live = { projection, version, view, position, putDownAt: position }
    goOn(live, log.since(position))
    views.set(projection.name, live)
  }

  const look = (name: string, subject?: string): Seen | undefined => {
    const live = views.get(name)
    if (live === undefined) return undefined
    const { view, position } = live
    if (subject === undefined) return { position, state: view }
    const states = view as Readonly<Record<string, unknown>>
    return Object.hasOwn(states, subject) ? { position, state: states[subject] } : undefined
  }

  log.onNew((entries) => {
    for (const live of views.values())
      goOn(
        live,
        entries.filter(({ position }) => position > live.position),
      )
    for (const watcher of watchers) {
      const seen = look(watcher.name, watcher.subject)
      if (seen === undefined || seen.state === watcher.state) continue
      watcher.state = seen.state
      watcher.tell(seen)
    }
  })

  return {
    names: () => [...views.keys()],
    isKeyed: (name) => (views.get(name)?.projection.by.length ?? 0) > 0,
    look,
    watch: (name, subject, tell) => {
      const watcher: Watcher = { name, subject, state: look(name, subject)?.state, tell }
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    putDown: async () => {
      // A newer version would go on from here, and miss what this one could not read.
      if (log.unreadSince(0).length > 0) return
      for (const live of views.values()) {
        const { projection, version, position, view } = live
        if (position === live.putDownAt) continue
        await pool.query(
          `INSERT INTO host_views VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO UPDATE
             SET version = excluded.version, position = excluded.position, state = excluded.state
             WHERE (host_views.version, host_views.position) < (excluded.version, excluded.position)`,
          [projection.name, version, position, JSON.stringify(view)],
        )
        live.putDownAt = position
      }
    },
  }
}
