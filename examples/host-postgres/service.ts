/** The service without its door: commands carried out, views kept, deadlines met, and all of it put down in the end. */
import type { CommandOf, EventOf, RejectionOf } from 'training-ops'
import { isRejected } from 'training-ops'
import { createAgenda, type Failing } from './agenda.ts'
import { type Database, isAway } from './database.ts'
import { isBusy } from './execute.ts'
import { follow } from './followed.ts'
import { type Aside, openSetAside, reasonOf } from './set-aside.ts'
import { openStore } from './store.ts'
import { installTables, moveOn, positionOf } from './tables.ts'
import { views as kept, training } from './training.ts'
import { keepViews, type Views } from './views.ts'
import { type Carried, whatFollows } from './what-follows.ts'

export type C = CommandOf<typeof training>
export type E = EventOf<typeof training>
export type R = RejectionOf<typeof training>

/** How the service stands, in figures. */
export type HostStatus = {
  /** How much of the log is seen, and up to where what follows has been carried out or set aside. */
  readonly seenTo: number
  readonly followedTo: number
  /** Events whose policies could not be followed, and deadlines that failed: each is tried again now and then. */
  readonly setAside: number
  readonly failingDeadlines: number
  /** Events that a newer version wrote, and this one cannot read. */
  readonly unread: number
  readonly database: 'here' | 'away'
}

export type Service = {
  readonly executeWithPolicies: (command: C) => Promise<Carried<C, E, R>>
  readonly views: Views
  readonly status: () => HostStatus
  /** Whether it can answer now: the database does. */
  readonly isReady: () => Promise<boolean>
  /** What could not be carried out, and why. */
  readonly setAside: () => Promise<{
    readonly events: readonly Aside[]
    readonly deadlines: readonly Failing[]
  }>
  /** Sees what others have appended; after it a view holds all that was there when it was asked. */
  readonly catchUp: () => Promise<void>
  /** Ends what is going on in the background, and puts the views down. */
  readonly close: () => Promise<void>
}

export type ServiceOptions = {
  readonly now?: () => string
  /** How often the log and the deadlines are looked at, in milliseconds. */
  readonly everyMs?: number
  /** How often views are put down, in milliseconds. */
  readonly putDownEveryMs?: number
  readonly complain?: (error: unknown) => void
}

const name = 'what follows'

export const startService = async (
  { pool }: Pick<Database, 'pool'>,
  {
    now = () => new Date().toISOString(),
    everyMs = 250,
    putDownEveryMs = 5000,
    complain = (error) => console.error('host:', error),
  }: ServiceOptions = {},
): Promise<Service> => {
  await installTables(pool)
  const log = follow(training, await openStore(training, pool))
  await log.catchUp()
  const views = await keepViews(kept, log, pool)
  const agenda = createAgenda<C>(pool)
  const aside = await openSetAside(pool)
  const follows = whatFollows<C, E, R>(training, log, agenda, aside, complain)

  let [position, closed] = [await positionOf(pool, name), false]
  let [asideNow, failingNow, database] = [0, 0, 'here' as HostStatus['database']]
  const goOn = async (): Promise<void> => {
    await log.catchUp()
    const keep = (reached: number) => moveOn(pool, name, reached)
    position = await follows.goOn(position, keep, () => closed)
    await follows.tryAgain(() => closed)
    asideNow = (await aside.all()).length
  }
  const meetDeadlines = async (): Promise<void> => {
    for (const command of await agenda.due(now())) {
      if (closed) return
      try {
        const [own] = await follows.meet(command)
        const verdict = own?.verdict
        if (verdict === undefined) continue
        await agenda.answered(command, isRejected(verdict) ? verdict.left.code : 'Accepted')
      } catch (error) {
        if (isAway(error)) throw error
        if (!isBusy(error)) complain(error)
        await agenda.failed(command, reasonOf(error))
      }
    }
    failingNow = (await agenda.failing()).length
  }
  let putDownAt = Date.now()
  const putDown = async (): Promise<void> => {
    if (Date.now() - putDownAt < putDownEveryMs) return
    putDownAt = Date.now()
    await views.putDown()
  }

  const wakes = new Set<() => void>()
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        wakes.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      wakes.add(wake)
    })
  /** Again and again; what goes wrong is told, and the database's absence once. */
  const rounds = async (work: () => Promise<void>): Promise<void> => {
    while (!closed) {
      try {
        await work()
        database = 'here'
      } catch (error) {
        if (!isAway(error)) complain(error)
        else if (database === 'here') {
          database = 'away'
          complain(new Error(`the database is away: ${reasonOf(error)}`))
        }
      }
      if (!closed) await sleep(database === 'away' ? Math.max(everyMs, 500) : everyMs)
    }
  }
  // Side by side: what one waits for holds up none of the others.
  const running = [goOn, meetDeadlines, putDown].map(rounds)

  return {
    executeWithPolicies: follows.executeWithPolicies,
    views,
    catchUp: log.catchUp,
    status: () => ({
      seenTo: log.position(),
      followedTo: position,
      setAside: asideNow,
      failingDeadlines: failingNow,
      unread: log.unreadSince(0).length,
      database,
    }),
    isReady: () =>
      pool.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    setAside: async () => ({ events: await aside.all(), deadlines: await agenda.failing() }),
    close: async () => {
      closed = true
      for (const wake of wakes) wake()
      await Promise.all(running)
      try {
        await log.catchUp()
        await views.putDown()
      } catch (error) {
        complain(error) // the log holds all of it
      }
    },
  }
}
