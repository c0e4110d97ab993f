import type { TrainingSystem } from './assemble.ts'
import type { Command } from './command.ts'
import { isLeft } from './either.ts'
import type { AnyEvent } from './event.ts'
import { frozen } from './immutable.ts'
import { type AppendCondition, createLog } from './log.ts'
import type { Deadline } from './policy.ts'
import type { AnyProjection } from './projection.ts'
import type { Query } from './query.ts'
import type { InvalidCommand } from './rejection.ts'
import type { Verdict } from './verdict.ts'
import { isInstant, project, type View } from './views.ts'
import { createWarmStates } from './warm-states.ts'

/** A command and what came of it. */
export type Outcome<C, E, R> = { readonly command: C; readonly verdict: Verdict<R, E> }

/** The embedded default: the contract of any store, in memory. */
export interface Ledger<
  in out C extends Command = Command,
  in out E extends AnyEvent = AnyEvent,
  out R = unknown,
> {
  /** Decides and appends. A command sent again appends nothing and answers with the events of the first time. */
  readonly execute: (command: C) => Verdict<R | InvalidCommand, E>
  /** Executes, then everything that follows by policy; what is for later joins the agenda. The command comes first. */
  readonly carryOut: (command: C) => readonly Outcome<C, E, R | InvalidCommand>[]
  /** Carries out what has become due, in order of its instant. */
  readonly advanceTo: (instant: string) => readonly Outcome<C, E, R | InvalidCommand>[]
  /** What is due later, the soonest first. */
  readonly agenda: () => readonly Deadline<C>[]
  /** The events a query finds, and the condition under which what was decided from them may be appended. */
  readonly read: (query: Query) => { readonly events: readonly E[]; readonly condition: AppendCondition }
  /** Appends all or nothing; `false` when the condition no longer holds. */
  readonly append: (events: readonly E[], condition?: AppendCondition) => boolean
  /** The whole log, or what came after a position. */
  readonly events: (after?: number) => readonly E[]
  /** A view, kept up to date between calls; folded afresh when asked `asOf` an instant. */
  readonly project: <P extends AnyProjection>(projection: P, options?: { readonly asOf?: string }) => View<P>
}

/** A chain of policies longer than this answers itself. */
const longestChain = 100

/**
 * A ledger in memory, indexed by tag, its decision states kept warm: a command costs what it touches and not what
 * the log weighs. Give it the events of an earlier day to go on from there; the agenda is worked out again.
 *
 * Throws `training-ops: createLedger needs …` when handed an event the system does not know, or one twice, and
 * `training-ops: carryOut needs …` when policies answer each other without end.
 */
export const createLedger = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  options: { readonly events?: Iterable<unknown> } = {},
): Ledger<C, E, R> => {
  const log = createLog<E>(training.tagsOf)
  const stateOf = createWarmStates(log)
  const views = new Map<AnyProjection, { upTo: number; view: unknown }>()
  let agenda: readonly Deadline<C>[] = []

  const plan = (deadlines: readonly Deadline<C>[]): void => {
    if (deadlines.length === 0) return
    const ids = new Set(agenda.map(({ command }) => command.metadata.commandId))
    const fresh = deadlines.filter(({ command }) => !ids.has(command.metadata.commandId))
    agenda = [...agenda, ...fresh].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
  }

  const execute = (command: C): Verdict<R | InvalidCommand, E> => {
    const verdict = training.warm.decide(command, log.ofCommand, stateOf)
    if (isLeft(verdict)) return verdict
    if (verdict.resent) return frozen({ ...verdict, right: verdict.earlier ?? [] })
    log.append(verdict.right)
    return verdict
  }

  const carryOut = (command: C): readonly Outcome<C, E, R | InvalidCommand>[] => {
    const outcomes: Outcome<C, E, R | InvalidCommand>[] = []
    const pending: { readonly command: C; readonly depth: number }[] = [{ command, depth: 0 }]
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      const { depth } = next
      if (depth > longestChain)
        throw new RangeError(
          `training-ops: carryOut needs policies that come to rest, got a chain of ${depth} after ${command.type}`,
        )
      const verdict = execute(next.command)
      outcomes.push({ command: next.command, verdict })
      if (isLeft(verdict) || verdict.resent) continue
      for (const event of verdict.right) {
        const { commands, deadlines } = training.warm.react(event, stateOf)
        pending.push(...commands.map((following) => ({ command: following, depth: depth + 1 })))
        plan(deadlines)
      }
    }
    return outcomes
  }

  const advanceTo = (instant: string): readonly Outcome<C, E, R | InvalidCommand>[] => {
    if (!isInstant(instant))
      throw new TypeError(`training-ops: advanceTo needs an instant in UTC, got ${JSON.stringify(instant)}`)
    const outcomes: Outcome<C, E, R | InvalidCommand>[] = []
    for (let soonest = agenda[0]; soonest !== undefined && soonest.dueAt <= instant; soonest = agenda[0]) {
      agenda = agenda.slice(1)
      outcomes.push(...carryOut(soonest.command))
    }
    return outcomes
  }

  /** Events of a host, checked and frozen: nobody changes the log from outside. */
  const read = (stored: Iterable<unknown>, asker: string): readonly E[] => {
    const events: E[] = []
    for (const one of stored) {
      const decoded = training.decode(one)
      if (isLeft(decoded))
        throw new TypeError(
          `training-ops: ${asker} needs events of its system, got ${JSON.stringify(decoded.left.issues[0])} at events[${events.length}]`,
        )
      events.push(decoded.right)
    }
    return events
  }

  const resume = (stored: Iterable<unknown>): void => {
    const events = read(stored, 'createLedger')
    const ids = new Set<string>()
    for (const [at, { metadata }] of events.entries()) {
      if (metadata?.eventId === undefined) continue
      if (ids.has(metadata.eventId))
        throw new TypeError(
          `training-ops: createLedger needs every event once, got ${JSON.stringify(metadata.eventId)} again at events[${at}]`,
        )
      ids.add(metadata.eventId)
    }
    log.append(events)
    for (const event of events)
      plan(
        training.warm
          .react(event, stateOf)
          .deadlines.filter(({ command }) => log.ofCommand(command.metadata.commandId).length === 0),
      )
  }
  if (options.events !== undefined) resume(options.events)

  return Object.freeze({
    execute,
    carryOut,
    advanceTo,
    agenda: () => agenda,
    read: log.read,
    append: (events: readonly E[], condition?: AppendCondition) =>
      log.append(read(events, 'append'), condition),
    events: log.events,
    project: <P extends AnyProjection>(projection: P, { asOf }: { readonly asOf?: string } = {}): View<P> => {
      if (asOf !== undefined) return project(projection, log.events(), { asOf })
      const kept = views.get(projection)
      if (kept?.upTo === log.size()) return kept.view as View<P>
      const view =
        kept === undefined
          ? project(projection, log.events())
          : project(projection, log.events(kept.upTo), { from: kept.view as View<P> })
      views.set(projection, { upTo: log.size(), view })
      return view
    },
  })
}
