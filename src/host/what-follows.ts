/**
 * Commands of policies. The client is answered at once; and the log is gone through behind it, from a position that is
 * kept, so that what a crash cut off is carried out after the restart. Commands that follow have ids of their own, so
 * that twice is once. An event that cannot be followed is set aside, and the log goes on.
 */
import {
  type AnyEvent,
  type Command,
  type InvalidCommand,
  isRejected,
  type Outcome,
  type TrainingSystem,
} from '../kernel/index.ts'
import { type Asking, type Entrance, executing, type RelationsOfActor, type Retries } from './execute.ts'
import { isBusy, reasonOf, tryAgainAt } from './failures.ts'
import type { FollowedLog } from './followed-log.ts'
import type { Ports } from './ports.ts'

/** The command, and what followed it. `isUnfinished`: something of that failed, and is carried out behind the log. */
export type Carried<C, E, R> = readonly Outcome<C, E, R | InvalidCommand>[] & { readonly isUnfinished?: true }

export type WhatFollows<C, E, R> = {
  /** The command, and everything that follows it. The command comes first. */
  readonly executeWithPolicies: (command: C, entrance: Entrance, asking?: Asking) => Promise<Carried<C, E, R>>
  /** Goes on through the log from a position to its end as seen, and has kept how far it has come. */
  readonly goOn: (
    position: number,
    keep: (position: number) => Promise<void>,
    isEnding: () => boolean,
  ) => Promise<number>
  /** Tries again what was set aside and has waited long enough. */
  readonly tryAgain: (isEnding: () => boolean) => Promise<void>
}

const longestChain = 100
const keptEvery = 50
/** Overtaken in so many rounds, an event is set aside as well. */
const mostBusyRounds = 5

export const whatFollows = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  log: FollowedLog<E, C>,
  ports: Ports,
  {
    complain,
    ...options
  }: {
    readonly complain: (error: unknown) => void
    readonly relations?: RelationsOfActor
    readonly retries?: Retries
  },
): WhatFollows<C, E, R> => {
  const { deadlines, quarantine, clock, isAway = () => false } = ports
  /** By event id: what this process is at, or has done, since the log was last gone through. */
  const ours = new Map<string, { readonly done: Promise<void>; readonly settle: (error?: unknown) => void }>()
  const idOf = ({ metadata }: E): string => metadata?.eventId ?? ''

  /** Before they are appended, so that nobody else takes them up; answers with what to do when they were not. */
  const expect = (events: readonly E[]) => {
    // Nothing follows the event that remembers an answer.
    const ids = events.filter(({ type }) => type !== 'PolicyCommandAnswered').map(idOf)
    for (const id of ids) {
      let settle: (error?: unknown) => void = () => {}
      const done = new Promise<void>((resolve, reject) => {
        settle = (error) => (error === undefined ? resolve() : reject(error))
      })
      done.catch(() => {})
      ours.set(id, { done, settle })
    }
    return () => {
      for (const id of ids) ours.delete(id)
    }
  }

  const execute = executing(training, log, ports, { ...options, beforeAppend: expect })

  /** Behind the log most of what follows has been carried out: seen without a try at it. */
  const isDone = async (command: C): Promise<boolean> => {
    const { earlier, stateOf } = await log.knownTo((found) => training.boundaryOf(command, found))
    return training.warm.decideForPolicy(command, earlier, stateOf).events.length === 0
  }

  const reactTo = async (event: E): Promise<readonly C[]> => {
    const { commands, deadlines: planned } = await log.react(event)
    if (planned.length > 0) await deadlines.plan(planned)
    return commands
  }

  /** The events of one command, and all that follows them. */
  const follow = async (events: readonly E[], depth = 0): Promise<Carried<C, E, R>> => {
    if (depth > longestChain)
      throw new RangeError(
        'training-ops: a host needs policies that come to rest, got some that answer each other without end',
      )
    const outcomes: Outcome<C, E, R | InvalidCommand>[] = []
    await log.catchUp()
    for (const [at, event] of events.entries()) {
      const mine = ours.get(idOf(event))
      try {
        for (const command of await reactTo(event)) {
          if (mine === undefined && (await isDone(command))) continue
          const verdict = await execute(command, 'policy')
          outcomes.push({ command, verdict })
          if (!isRejected(verdict)) outcomes.push(...(await follow(verdict.right, depth + 1)))
        }
        mine?.settle()
      } catch (error) {
        // Those after it were not reached: whoever goes through the log must not take them for done.
        for (const one of events.slice(at)) ours.get(idOf(one))?.settle(error)
        throw error
      }
    }
    return outcomes
  }

  /** By position, the rounds in which it was overtaken. */
  const busyRounds = new Map<number, number>()
  const isPassing = (error: unknown, position: number): boolean => {
    if (isAway(error)) return true
    if (!isBusy(error)) return false
    const rounds = (busyRounds.get(position) ?? 0) + 1
    busyRounds.set(position, rounds)
    return rounds < mostBusyRounds
  }
  const setAside = (position: number, type: string, reason: string, tries: number) =>
    quarantine.put({ position, type, reason, tries }, tryAgainAt(clock.now(), tries))

  return {
    executeWithPolicies: async (command, entrance, asking) => {
      const verdict = await execute(command, entrance, asking)
      const own = { command, verdict }
      if (isRejected(verdict)) return [own]
      try {
        return [own, ...(await follow(verdict.right))]
      } catch (error) {
        // The command itself is in the log: it is not undone by what could not follow at once.
        if (!isAway(error) && !isBusy(error)) complain(error)
        return Object.assign([own], { isUnfinished: true as const })
      }
    },
    goOn: async (position, keep, isEnding) => {
      let [reached, kept] = [position, position]
      const end = log.position()
      for await (const one of log.since(position)) {
        const at = 'unread' in one ? one.unread.position : one.position
        if (at > end || isEnding()) break
        if ('unread' in one) {
          // Before the position moves past it: a version that can read it follows it.
          await setAside(at, one.unread.type, one.unread.reason, 1)
          continue
        }
        const { event } = one
        const mine = ours.get(idOf(event))
        try {
          if (mine === undefined) await follow([event])
          else await mine.done.catch(() => follow([event]))
        } catch (error) {
          if (isPassing(error, at)) {
            if (reached > kept) await keep(reached)
            throw error
          }
          complain(error)
          await setAside(at, event.type, reasonOf(error), 1)
        }
        busyRounds.delete(at)
        ours.delete(idOf(event))
        reached = at
        // Now and then, so that a host that is killed again and again gets on all the same.
        if (reached - kept < keptEvery) continue
        await keep(reached)
        kept = reached
      }
      if (!isEnding()) reached = Math.max(reached, end)
      if (reached > kept) await keep(reached)
      return reached
    },
    tryAgain: async (isEnding) => {
      for (const { position, type, tries, reason } of await quarantine.due(clock.now(), 100)) {
        if (isEnding()) return
        const one = await log.at(position)
        try {
          if (one === undefined) await quarantine.done(position)
          else if ('unread' in one) await setAside(position, type, reason, tries + 1)
          else {
            await follow([one.event])
            await quarantine.done(position)
          }
        } catch (error) {
          if (isAway(error)) throw error
          await setAside(position, type, reasonOf(error), tries + 1)
        }
      }
    },
  }
}
