import {
  type AnyEvent,
  type AnyProjection,
  type Command,
  given,
  isRejected,
  mistake,
  type TrainingSystem,
} from '../kernel/index.ts'
import { type HeldBack, holdingBack } from './ballots.ts'
import type { Asking, RelationsOfActor, Retries } from './execute.ts'
import { isBusy, reasonOf, tryAgainAt } from './failures.ts'
import { followLog } from './followed-log.ts'
import { type HostViews, keepViews, projectionFingerprint } from './kept-views.ts'
import type { FailingDeadline, Ports, SetAside } from './ports.ts'
import { type Carried, whatFollows } from './what-follows.ts'

/** How a host stands, in figures. */
export type HostStatus = {
  /** How much of the log is seen, and up to where what follows has been carried out or set aside. */
  readonly seenTo: number
  readonly followedTo: number
  /** Events whose policies could not be followed, and deadlines that failed: each is tried again now and then. */
  readonly setAside: number
  readonly failingDeadlines: number
  /** Events that a newer version wrote, and this one cannot read. */
  readonly unread: number
  readonly store: 'here' | 'away'
}

export type Host<C extends Command = Command, E extends AnyEvent = AnyEvent, R = unknown> = {
  /**
   * Decides and appends, again when others were first, and carries out everything that follows. A command sent again
   * answers as before. Throws what the store throws, and where `isBusy` or `isWrittenByNewer` say why; nothing was
   * appended then.
   */
  readonly execute: (command: C, asking?: Asking) => Promise<Carried<C, E, R>>
  readonly views: HostViews
  /** Sees what others have appended; after it a view holds all that was there when it was asked. */
  readonly catchUp: () => Promise<void>
  /** One round of all that goes on behind: the log followed, what was set aside tried again, deadlines met, views put down. */
  readonly round: () => Promise<void>
  /** Rounds without end, until `close`; what goes wrong is told to `complain`. Each of the works waits for none of the others. */
  readonly run: () => Promise<void>
  readonly status: () => HostStatus
  /** The commands that could not be executed, with the reason. */
  readonly troubles: () => Promise<{
    readonly events: readonly SetAside[]
    readonly deadlines: readonly FailingDeadline[]
  }>
  /** Ends what is going on behind, and puts the views down. */
  readonly close: () => Promise<void>
}

export type HostOptions = {
  /** The views to keep up to date. */
  readonly views?: readonly AnyProjection[]
  /**
   * Whether the log is followed in memory (it is, unless said): a decision then costs what it touches. Otherwise each command
   * reads what it rests on from the store, and a restart reads no more of the log than came after the checkpoints.
   */
  readonly inMemory?: boolean
  /** Which relations of an actor hold. None, unless you answer. */
  readonly relations?: RelationsOfActor
  /**
   * Answers that are held back and appended in batches: `anonymousAnswers`. A person who asks is answered at once, without
   * events. Needs the port `ballots`.
   */
  readonly heldBack?: HeldBack
  /** The release of your host: checkpoints of another one are folded afresh. */
  readonly release?: string
  readonly retries?: Retries
  /** How often the log and the deadlines are looked at, in milliseconds. */
  readonly everyMs?: number
  /** Rounds from one putting down of the views to the next. */
  readonly saveEvery?: number
  readonly complain?: (error: unknown) => void
}

const followed = 'what follows'

/**
 * Starts a host on your ports: retries that end, policies carried out at once and again behind the log for what a crash cut
 * off, deadlines each asked once, views that go on from their checkpoints, and what cannot be followed set aside and told.
 *
 * @example
 * ```ts
 * import { assemble, lifecycle, offeringRecord } from 'training-ops'
 * import { memoryPorts, startHost } from 'training-ops/host'
 * const host = await startHost(assemble(lifecycle), memoryPorts({ now: () => '2026-03-01T01:00:00.000Z' }), {
 *   views: [offeringRecord],
 * })
 * await host.round()
 * host.status().followedTo // => 0
 * host.views.of(offeringRecord) // => {}
 * await host.close()
 * ```
 */
export const startHost = async <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  ports: Ports,
  {
    views: projections = [],
    inMemory = true,
    relations,
    heldBack,
    release = '',
    retries,
    everyMs = 250,
    saveEvery = 20,
    complain = () => {},
  }: HostOptions = {},
): Promise<Host<C, E, R>> => {
  const { deadlines, quarantine, checkpoints, clock, isAway = () => false } = ports
  if (heldBack !== undefined && ports.ballots === undefined)
    throw mistake('startHost', 'the port `ballots`', 'none, for answers to be held back')
  const kept = await keepViews<E>(
    projections,
    checkpoints,
    (one) => projectionFingerprint(training, one, release),
    complain,
  )
  let followedTo = (await checkpoints.load(followed))?.position ?? 0
  const log = followLog(training, ports, { from: Math.min(kept.from, followedTo), inMemory })
  kept.follow(log)
  await log.catchUp()
  const follows = whatFollows<C, E, R>(training, log, ports, {
    complain,
    ...given({ relations, retries }),
  })

  const ballots = holdingBack<C, E, R>(training, log, ports, heldBack, {
    complain,
    append: async (command) => {
      const [own] = await follows.executeWithPolicies(command, 'client', { isHistory: true })
      return (own as NonNullable<typeof own>).verdict
    },
  })
  // A new host tries at once what an older one set aside: it may be the version that can.
  for (const one of await quarantine.all()) await quarantine.put(one, clock.now())

  let closed = false
  let closing: () => void = () => {}
  const closes = new Promise<void>((resolve) => {
    closing = resolve
  })
  const isEnding = () => closed
  let [setAside, failing, rounds] = [0, 0, 0]

  const followOn = async (): Promise<void> => {
    await log.catchUp()
    const keep = (position: number) => checkpoints.save(followed, { fingerprint: '', position, state: null })
    followedTo = await follows.goOn(followedTo, keep, isEnding)
    await follows.tryAgain(isEnding)
    setAside = (await quarantine.all()).length
  }
  const meetDeadlines = async (): Promise<void> => {
    for (const { command, tries } of await deadlines.due(clock.now(), 100)) {
      if (closed) return
      const { commandId } = command.metadata
      try {
        const [own] = await ballots.closing(command as C, 'policy', () =>
          follows.executeWithPolicies(command as C, 'policy'),
        )
        if (own === undefined) continue
        await deadlines.answered(commandId, isRejected(own.verdict) ? codeOf(own.verdict.left) : 'Accepted')
      } catch (error) {
        if (isAway(error)) throw error
        if (!isBusy(error)) complain(error)
        await deadlines.failed(commandId, reasonOf(error), tryAgainAt(clock.now(), tries))
      }
    }
    failing = (await deadlines.failing()).length
  }
  const saveNowAndThen = async (): Promise<void> => {
    if (++rounds % saveEvery === 0) await kept.save(log)
  }

  /** Works whose last round found the store away. */
  const away = new Set<unknown>()
  /** Again and again; what goes wrong is told, and the store's absence once. */
  const again = async (work: () => Promise<void>): Promise<void> => {
    while (!closed) {
      try {
        await work()
        away.delete(work)
      } catch (error) {
        if (!isAway(error)) complain(error)
        else {
          if (away.size === 0)
            complain(new Error(`training-ops: the store is away: ${reasonOf(error)}`, { cause: error }))
          away.add(work)
        }
      }
      const pause = away.has(work) ? Math.max(everyMs, 500) : everyMs
      if (!closed) await Promise.race([clock.pause(pause), closes])
    }
  }
  let running: Promise<unknown> = Promise.resolve()

  return Object.freeze({
    execute: async (command: C, asking: Asking = {}): Promise<Carried<C, E, R>> => {
      const verdict = await ballots.take(command)
      if (verdict !== undefined) return [{ command, verdict }]
      return ballots.closing(command, 'client', () => follows.executeWithPolicies(command, 'client', asking))
    },
    views: kept.views,
    catchUp: log.catchUp,
    round: async () => {
      await followOn()
      await ballots.release()
      await meetDeadlines()
      await kept.save(log, true)
    },
    run: async () => {
      running = Promise.all([followOn, ballots.release, meetDeadlines, saveNowAndThen].map(again))
      await running
    },
    status: (): HostStatus => ({
      seenTo: log.position(),
      followedTo,
      setAside,
      failingDeadlines: failing,
      unread: log.unread().length,
      store: away.size === 0 ? 'here' : 'away',
    }),
    troubles: async () => ({ events: await quarantine.all(), deadlines: await deadlines.failing() }),
    close: async () => {
      closed = true
      closing()
      await running
      try {
        await log.catchUp()
        await kept.save(log, true)
      } catch (error) {
        complain(error) // the log holds all of it
      }
    },
  })
}

const codeOf = (rejection: unknown): string => String((rejection as { readonly code?: unknown }).code)
