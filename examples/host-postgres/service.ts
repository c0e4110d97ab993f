/** The service without its door: commands carried out, views kept, deadlines met, and all of it put down in the end. */
import type { CommandOf, EventOf, RejectionOf } from 'training-ops'
import { isRejected } from 'training-ops'
import { createAgenda } from './agenda.ts'
import type { Database } from './database.ts'
import { follow } from './followed.ts'
import { openStore } from './store.ts'
import { installTables, moveOn, positionOf } from './tables.ts'
import { views as kept, training } from './training.ts'
import { keepViews, type Views } from './views.ts'
import { type Carried, whatFollows } from './what-follows.ts'

export type C = CommandOf<typeof training>
export type E = EventOf<typeof training>
export type R = RejectionOf<typeof training>

export type Service = {
  readonly carryOut: (command: C) => Promise<Carried<C, E, R>>
  readonly views: Views
  /** How much of the log is seen, and up to where everything that follows has been carried out. */
  readonly standing: () => { readonly seenTo: number; readonly followedTo: number }
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
  const follows = whatFollows<C, E, R>(training, log, agenda)

  let [position, closed] = [await positionOf(pool, name), false]
  const goOn = async (): Promise<void> => {
    const keep = (reached: number) => moveOn(pool, name, reached)
    position = await follows.goOn(position, keep, () => closed)
  }
  const meetDeadlines = async (): Promise<void> => {
    for (const command of await agenda.due(now()))
      try {
        const [own] = await follows.meet(command)
        const verdict = own?.verdict
        if (verdict === undefined) continue
        await agenda.answered(command, isRejected(verdict) ? verdict.left.code : 'Accepted')
      } catch (error) {
        complain(error)
      }
  }

  let putDownAt = Date.now()
  let wake = () => {}
  const rounds = async (): Promise<void> => {
    while (!closed) {
      try {
        await log.catchUp()
        await goOn()
        await meetDeadlines()
        if (Date.now() - putDownAt >= putDownEveryMs) {
          putDownAt = Date.now()
          await views.putDown()
        }
      } catch (error) {
        complain(error)
      }
      if (!closed)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, everyMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
    }
  }
  const running = rounds()

  return {
    carryOut: follows.carryOut,
    views,
    catchUp: log.catchUp,
    standing: () => ({ seenTo: log.position(), followedTo: position }),
    close: async () => {
      closed = true
      wake()
      await running
      await log.catchUp()
      await views.putDown()
    },
  }
}
