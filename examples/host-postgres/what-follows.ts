/**
 * What follows by policy. Whoever asked is told at once; and the log is gone through behind it, from a position that is
 * kept, so that what a crash cut off is carried out after the restart. Commands that follow have ids of their own, so
 * that twice is once. What cannot be followed is set aside, and the log goes on.
 */
import type { AnyEvent, Command, InvalidCommand, Outcome, TrainingSystem, Verdict } from 'training-ops'
import { isRejected } from 'training-ops'
import type { Agenda } from './agenda.ts'
import { isAway } from './database.ts'
import { executing, isBusy } from './execute.ts'
import type { Followed } from './followed.ts'
import { reasonOf, type SetAside } from './set-aside.ts'

/** The command, and what followed it. `isUnfinished`: something of that failed, and is carried out behind the log. */
export type Carried<C, E, R> = readonly Outcome<C, E, R | InvalidCommand>[] & { readonly isUnfinished?: true }

export type WhatFollows<C, E, R> = {
  /** The command, and everything that follows it. The command comes first. */
  readonly executeWithPolicies: (command: C) => Promise<Carried<C, E, R>>
  /** The same for a command that a policy planned for later. */
  readonly meet: (command: C) => Promise<Carried<C, E, R>>
  /** Goes on through the log from a position to its end as seen, and has kept how far it has come. */
  readonly goOn: (
    position: number,
    keep: (position: number) => Promise<void>,
    isEnding?: () => boolean,
  ) => Promise<number>
  /** Tries again what was set aside and has waited long enough. */
  readonly tryAgain: (isEnding?: () => boolean) => Promise<void>
}

const longestChain = 100
const keptEvery = 50
/** Overtaken in so many rounds, an event is set aside as well. */
const mostBusyRounds = 5

export const whatFollows = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  log: Followed<E>,
  agenda: Agenda<C>,
  aside: SetAside,
  complain: (error: unknown) => void,
): WhatFollows<C, E, R> => {
  /** By event id: what this process is at, or has done, since the log was last gone through. */
  const ours = new Map<string, { readonly done: Promise<void>; readonly settle: (error?: unknown) => void }>()

  /** Before they are appended, so that nobody else takes them up; answers with what to do when they were not. */
  const expect = (events: readonly E[]) => {
    // Nothing follows the event that remembers an answer.
    const followed = events.filter(({ type }) => type !== 'PolicyCommandAnswered')
    const ids = followed.map(({ metadata }) => metadata?.eventId ?? '')
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

  const execute = executing(training, log, { beforeAppend: expect })

  /** Behind the log most of what follows has been carried out: seen without a trip to the store. */
  const isDone = (command: C): boolean =>
    training.decideForPolicy(command, log.seen(training.boundaryOf(command))).events.length === 0

  const reactTo = async (event: E): Promise<readonly C[]> => {
    const query = training.reactionBoundaryOf(event)
    const events = query.length === 0 ? [] : (await log.read(query)).events
    const { commands, deadlines } = training.react(event, events)
    await agenda.plan(deadlines)
    return commands
  }

  /** The events of one command, and all that follows them. */
  const follow = async (events: readonly E[], depth = 0): Promise<Carried<C, E, R>> => {
    if (depth > longestChain) throw new RangeError('host: policies answer each other without end')
    const outcomes: Outcome<C, E, R | InvalidCommand>[] = []
    for (const [at, event] of events.entries()) {
      const mine = ours.get(event.metadata?.eventId ?? '')
      try {
        for (const command of await reactTo(event)) {
          if (mine === undefined && isDone(command)) continue
          const verdict: Verdict<R | InvalidCommand, E> = await execute(command, 'policy')
          outcomes.push({ command, verdict })
          if (!isRejected(verdict)) outcomes.push(...(await follow(verdict.right, depth + 1)))
        }
        mine?.settle()
      } catch (error) {
        // Those after it were not reached: whoever goes through the log must not take them for done.
        for (const { metadata } of events.slice(at)) ours.get(metadata?.eventId ?? '')?.settle(error)
        throw error
      }
    }
    return outcomes
  }

  const executeWithPolicies = async (command: C, asked: 'client' | 'policy'): Promise<Carried<C, E, R>> => {
    const verdict = await execute(command, asked)
    const own = { command, verdict }
    if (isRejected(verdict)) return [own]
    try {
      return [own, ...(await follow(verdict.right))]
    } catch (error) {
      // The command itself is in the log: it is not undone by what could not follow at once.
      if (!isAway(error) && !isBusy(error)) complain(error)
      return Object.assign([own], { isUnfinished: true as const })
    }
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

  return {
    executeWithPolicies: (command) => executeWithPolicies(command, 'client'),
    meet: (command) => executeWithPolicies(command, 'policy'),
    goOn: async (position, keep, isEnding = () => false) => {
      let [reached, kept] = [position, position]
      const end = log.position()
      // Before the position moves past them: a version that can read them follows them.
      for (const { position: at, type, reason } of log.unreadSince(position))
        await aside.put(at, type, reason)
      for (const { event, position: at } of log.since(position)) {
        if (at > end || isEnding()) break
        const id = event.metadata?.eventId ?? ''
        const mine = ours.get(id)
        try {
          if (mine === undefined) await follow([event])
          else await mine.done.catch(() => follow([event]))
        } catch (error) {
          if (isPassing(error, at)) {
            if (reached > kept) await keep(reached)
            throw error
          }
          complain(error)
          await aside.put(at, event.type, reasonOf(error))
        }
        busyRounds.delete(at)
        ours.delete(id)
        reached = at
        // Now and then, so that a service that is killed again and again gets on all the same.
        if (reached - kept < keptEvery) continue
        await keep(reached)
        kept = reached
      }
      if (!isEnding()) reached = Math.max(reached, end)
      if (reached > kept) await keep(reached)
      return reached
    },
    tryAgain: async (isEnding = () => false) => {
      for (const position of await aside.due()) {
        if (isEnding()) return
        const unread = log.unreadSince(position - 1)[0]
        const [entry] = log.since(position - 1)
        try {
          if (unread?.position === position) await aside.put(position, unread.type, unread.reason)
          else if (entry?.position === position) {
            await follow([entry.event])
            await aside.done(position)
          }
        } catch (error) {
          if (isAway(error)) throw error
          await aside.put(position, entry?.event.type ?? '', reasonOf(error))
        }
      }
    },
  }
}
