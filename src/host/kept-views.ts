/**
 * Views kept up to date, each with the position it has come to. A view is kept in memory, put down now and then, and goes on
 * after a restart from where it was put down.
 */
import {
  type AnyEvent,
  type AnyProjection,
  fingerprintOf,
  identitiesIn,
  isIdentityEvent,
  mistake,
  readAs,
  sourceOf,
  type TrainingSystem,
  type View,
} from '../kernel/index.ts'
import { recipeFor, subjectOf } from '../kernel/projection.ts'
import { type Viewing, viewing } from '../kernel/views.ts'
import type { Entry, FollowedLog } from './followed-log.ts'
import type { Checkpoint, Ports } from './ports.ts'

/** A view, or one subject of it, as of a position of the log. */
export type Seen<State = unknown> = { readonly position: number; readonly state: State }

/** The subjects of a view that have changed, up to a position; `anew`: it was folded anew, and any of them may have. */
export type ChangedSubjects = { readonly position: number; readonly subjects: ReadonlySet<string> | 'anew' }

export type HostViews = {
  readonly names: () => readonly string[]
  /** Nothing when there is no such view, or no such subject in it. */
  readonly look: (name: string, subject?: string) => Seen | undefined
  readonly of: <P extends AnyProjection>(projection: P) => View<P>
  readonly isKeyed: (name: string) => boolean
  /** Told whenever what `look` answers has changed; answers with the end of it. */
  readonly watch: (name: string, subject: string | undefined, listener: (seen: Seen) => void) => () => void
  /** Told which subjects of a view have changed, whenever some have; none of them is read for it. Answers with the end of it. */
  readonly watchSubjects: (name: string, listener: (changed: ChangedSubjects) => void) => () => void
}

type Live = {
  readonly projection: AnyProjection
  readonly fingerprint: string
  viewing: Viewing
  position: number
  savedAt: number
  /** Where it was when it was last looked at, to be put down or not. */
  lookedAt: number
  /** Somebody was merged since it was folded, or a recipe failed on the way: it is folded anew, from the whole log. */
  isStale: boolean
  /** Since the watchers were last told. */
  changed: Set<string> | 'anew'
}
type Watcher = {
  readonly name: string
  readonly subject: string | undefined
  state: unknown
  readonly tell: (seen: Seen) => void
}

/**
 * The fingerprint of a checkpoint: the projection's name, keys, first state and recipes, and the versions of the events it listens
 * to. Functions that a recipe calls elsewhere are not seen: `release` names the release of the host, so that a new one folds afresh.
 *
 * @example
 * ```ts
 * import { assemble, lifecycle, offeringRecord, resourceRecord } from 'training-ops'
 * import { projectionFingerprint } from 'training-ops/host'
 * const training = assemble(lifecycle)
 * projectionFingerprint(training, offeringRecord) === projectionFingerprint(training, resourceRecord) // => false
 * ```
 */
export const projectionFingerprint = (
  training: Pick<TrainingSystem, 'modules'>,
  projection: AnyProjection,
  release = '',
): string => {
  const versions = training.modules.flatMap(({ events }) =>
    Object.entries(events.declarations as Readonly<Record<string, { readonly version: number }>>).flatMap(
      ([type, { version }]) => (Object.hasOwn(projection.on, type) ? [[type, version]] : []),
    ),
  )
  const { name, by, shardBy = '' } = projection
  return fingerprintOf([
    name,
    [...by],
    shardBy,
    JSON.stringify(projection.initial()),
    sourceOf(projection),
    versions,
    release,
  ])
}

export const keepViews = async <E extends AnyEvent>(
  projections: readonly AnyProjection[],
  checkpoints: Ports['checkpoints'],
  fingerprint: (projection: AnyProjection) => string,
  complain: (error: unknown) => void,
): Promise<{
  readonly views: HostViews
  /** The position from which the log has to be read for all of them. */
  readonly from: number
  readonly follow: (log: FollowedLog<E>) => void
  /**
   * Folds anew a view that could not be when somebody was merged, and puts all of them down. Without `isLast` a view that is
   * growing fast waits, until it has come a tenth further or stands still: what it costs to put down grows with what it knows.
   */
  readonly save: (log: FollowedLog<E>, isLast?: boolean) => Promise<void>
}> => {
  const views = new Map<string, Live>()
  const watchers = new Set<Watcher>()
  const subjectWatchers = new Set<{
    readonly name: string
    readonly tell: (changed: ChangedSubjects) => void
  }>()
  for (const projection of projections) {
    const own = fingerprint(projection)
    const before: Checkpoint | undefined = await checkpoints.load(projection.name)
    const { position, state } = before?.fingerprint === own ? before : { position: 0, state: undefined }
    views.set(projection.name, {
      projection,
      fingerprint: own,
      viewing: viewing(projection, state as never),
      position,
      savedAt: position,
      lookedAt: position,
      isStale: false,
      changed: new Set(),
    })
  }

  const look = (name: string, subject?: string): Seen | undefined => {
    const live = views.get(name)
    if (live === undefined) return undefined
    const { viewing, position } = live
    if (subject === undefined) return { position, state: viewing.snapshot() }
    const state = live.projection.by.length === 0 ? undefined : viewing.at(subject)
    return state === undefined ? undefined : { position, state }
  }

  /** The merged identities, as the log said so far; of checkpoints from before, their log says it again. */
  let said: readonly E[] = []
  const goOn = (live: Live, entries: readonly Entry<E>[]): void => {
    const known = identitiesIn(said)
    try {
      for (const { event, position } of entries) {
        if (position <= live.position) continue
        live.isStale ||= isIdentityEvent(event)
        if (live.isStale) continue
        const read = readAs(known, event)
        live.viewing.push(read)
        if (live.changed === 'anew' || recipeFor(live.projection, read.type) === undefined) continue
        const subject = subjectOf(live.projection, read.data)
        if (subject !== undefined) live.changed.add(subject)
      }
      // A checkpoint may lie beyond the page that is read.
      if (!live.isStale) live.position = Math.max(live.position, entries.at(-1)?.position ?? 0)
    } catch (error) {
      // Half changed: it shows nothing until it is folded anew.
      Object.assign(live, { viewing: viewing(live.projection), position: 0, isStale: true })
      complain(error)
    }
  }

  const isAnyStale = () => [...views.values()].some(({ isStale }) => isStale)
  const tellWatchers = (): void => {
    for (const watcher of watchers) {
      const { name, subject } = watcher
      const changed = views.get(name)?.changed
      if (changed === undefined || (subject !== undefined && changed !== 'anew' && !changed.has(subject)))
        continue
      const seen = look(name, subject)
      if (seen === undefined || seen.state === watcher.state) continue
      watcher.state = seen.state
      watcher.tell(seen)
    }
    for (const { name, tell } of subjectWatchers) {
      const live = views.get(name)
      if (live === undefined || (live.changed !== 'anew' && live.changed.size === 0)) continue
      tell({ position: live.position, subjects: live.changed })
    }
    for (const live of views.values()) live.changed = new Set()
  }

  const foldAnew = async (log: FollowedLog<E>): Promise<void> => {
    const all: Entry<E>[] = []
    for await (const one of log.since(0)) if ('event' in one) all.push(one)
    said = all.map(({ event }) => event).filter(isIdentityEvent)
    const known = identitiesIn(said)
    for (const live of views.values()) {
      const afresh = viewing(live.projection)
      for (const { event } of all) afresh.push(readAs(known, event))
      live.viewing = afresh as Viewing
      live.position = all.at(-1)?.position ?? live.position
      live.isStale = false
      live.changed = 'anew'
    }
    tellWatchers()
  }

  return {
    from: Math.min(...[...views.values()].map(({ position }) => position), Number.POSITIVE_INFINITY),
    follow: (log) =>
      log.onNew((entries) => {
        for (const live of views.values()) goOn(live, entries)
        if (isAnyStale()) foldAnew(log).catch(complain)
        else tellWatchers()
      }),
    save: async (log, isLast = false) => {
      if (isAnyStale()) await foldAnew(log)
      // A newer version would go on from here, and miss what this one could not read.
      if (log.unread().length > 0) return
      // Once somebody was merged a view is folded from the whole log, which a checkpoint does not hold.
      if (said.length > 0) return
      for (const live of views.values()) {
        const { projection, position, savedAt, viewing } = live
        const isGrowing = position !== live.lookedAt && (position - savedAt) * 10 < savedAt
        live.lookedAt = position
        if (position === savedAt || (isGrowing && !isLast)) continue
        await checkpoints.save(projection.name, {
          fingerprint: live.fingerprint,
          position,
          state: viewing.snapshot(),
        })
        live.savedAt = position
      }
    },
    views: {
      names: () => [...views.keys()],
      look,
      of: (projection) => {
        const live = views.get(projection.name)
        if (live === undefined) throw mistake('a host', 'the views it is asked for', projection.name)
        return live.viewing.snapshot() as never
      },
      isKeyed: (name) => (views.get(name)?.projection.by.length ?? 0) > 0,
      watch: (name, subject, tell) => {
        const watcher: Watcher = { name, subject, state: look(name, subject)?.state, tell }
        watchers.add(watcher)
        return () => void watchers.delete(watcher)
      },
      watchSubjects: (name, tell) => {
        const watcher = { name, tell }
        subjectWatchers.add(watcher)
        return () => void subjectWatchers.delete(watcher)
      },
    },
  }
}
