import { createAgenda } from './agenda.ts'
import type { TrainingSystem } from './assemble.ts'
import type { Command } from './command.ts'
import { isLeft } from './either.ts'
import { type AnyEvent, recorded } from './event.ts'
import { conditionGiven, eachGiven, queryGiven, shown } from './given-events.ts'
import { identitiesIn, readAs } from './identities.ts'
import { frozen } from './immutable.ts'
import { type AppendCondition, createLog } from './log.ts'
import { mistake } from './mistake.ts'
import type { Deadline } from './policy.ts'
import { eventIdOf } from './policy-command.ts'
import type { AnyProjection, StateOf } from './projection.ts'
import type { Query } from './query.ts'
import type { InvalidCommand } from './rejection.ts'
import type { Verdict } from './verdict.ts'
import { isInstant, project, type View, type Viewing, viewing } from './views.ts'
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
  /** The same for a command that followed by policy. It is answered once, and remembered as answered whatever the verdict. */
  readonly executeForPolicy: (command: C) => Verdict<R | InvalidCommand, E>
  /** Executes, then everything that follows by policy; what is for later joins the agenda. The command comes first. */
  readonly executeWithPolicies: (command: C) => readonly Outcome<C, E, R | InvalidCommand>[]
  /**
   * Carries out what follows from the log and has no answer yet: commands that policies asked for and nobody carried out
   * (a crash came between), in the order of the log; then what has become due, in order of its instant.
   */
  readonly advanceTo: (instant: string) => readonly Outcome<C, E, R | InvalidCommand>[]
  /** Commands of policies that are not executed yet, in the order of the log. */
  readonly unanswered: () => readonly C[]
  /** Deadlines that have no answer yet, the soonest first. */
  readonly agenda: () => readonly Deadline<C>[]
  /** The events a query finds, and the condition under which what was decided from them may be appended. */
  readonly read: (query: Query) => { readonly events: readonly E[]; readonly condition: AppendCondition }
  /** Appends all or nothing; `false` when the condition no longer holds. */
  readonly append: (events: readonly E[], condition?: AppendCondition) => boolean
  /** The whole log, or what came after a position. */
  readonly events: (after?: number) => readonly E[]
  /** A view, kept up to date between calls; folded afresh when asked `asOf` an instant, or `asKnownAt` one. */
  readonly project: <P extends AnyProjection>(projection: P, at?: Moment) => View<P>
  /** One subject of a keyed view, kept up to date between calls: what it costs does not grow with the others. */
  readonly at: <P extends AnyProjection>(projection: P, subject: string) => StateOf<P> | undefined
}

export type LedgerOptions = {
  /** The log of an earlier day, to go on from. */
  readonly events?: Iterable<unknown>
  /** The host's clock. With it events are stamped `recordedAt`, and a command's `at` is held against it. */
  readonly now?: () => string
  /**
   * For development and tests: what decisions and policies know is frozen, so that one that changes it throws. Otherwise it is
   * changed in place by the ledger, which is faster, and a decision that changes it is wrong from then on.
   */
  readonly strict?: boolean
}

/** As it was at an instant, or as it was known then. */
type Moment = { readonly asOf?: string; readonly asKnownAt?: string }

/** A chain of policies longer than this answers itself. */
const longestChain = 100

/**
 * A ledger in memory, indexed by tag, its decision states kept warm: a command costs what it touches and not what
 * the log weighs. Give it the events of an earlier day to go on from there: what is due, and what nobody has carried out
 * yet, is a function of the log, the same after a restart as before it.
 *
 * Throws `training-ops: createLedger needs …` when handed an event the system does not know, or one twice, and
 * `training-ops: executeWithPolicies needs …` or `training-ops: advanceTo needs …` when policies answer each other without end.
 *
 * @example
 * ```ts
 * import { assemble, createLedger, isAccepted, lifecycle } from 'training-ops'
 * const training = assemble(lifecycle, {}, { trusted: true })
 * const ledger = createLedger(training)
 * const { RegisterResource } = training.command
 * isAccepted(ledger.execute(RegisterResource({ at: '2026-03-01T01:00:00.000Z', resourceId: 'room-1', kind: 'venue', title: 'Room 1' }, { commandId: 'c-1' }))) // => true
 * createLedger(training, { events: ledger.events() }).events().length // => 1
 * ```
 */
export const createLedger = <C extends Command, E extends AnyEvent, R>(
  training: TrainingSystem<C, E, R>,
  options: LedgerOptions = {},
): Ledger<C, E, R> => {
  if (typeof options !== 'object' || options === null)
    throw mistake('createLedger', 'options', shown(options))
  const { events: before, now, strict = false } = options
  type Outcomes = readonly Outcome<C, E, R | InvalidCommand>[]
  type Due = { readonly dueAt: string; readonly depth: number }

  const log = createLog<E>(training.tagsOf)
  const stateOf = createWarmStates(log, { strict })
  const views = new Map<AnyProjection, { upTo: number; readonly said: number; readonly view: Viewing }>()
  const isAnswered = ({ metadata }: C) => log.hasCommand(metadata.commandId)
  const agenda = createAgenda<C>(isAnswered)
  /** By the id of the event they follow: commands that policies asked for. */
  const pending = new Map<string, readonly C[]>()
  /** Up to where in the log the policies have been asked. */
  let reacted = 0
  /** The deadline being met, and how many before it led to each other with no time between them. */
  let meeting: Due | undefined
  const depths = new Map<string, number>()

  const plan = (deadline: Deadline<C>): void => {
    if (meeting !== undefined && deadline.dueAt <= meeting.dueAt)
      depths.set(deadline.command.metadata.commandId, meeting.depth + 1)
    agenda.plan(deadline)
  }

  /** Where the append that begins here ends: the events of one command. An event of no command stands alone. */
  const endOfAppend = (from: number): number => {
    const commandId = log.at(from)?.metadata?.commandId
    let end = from + 1
    if (commandId !== undefined) while (log.at(end)?.metadata?.commandId === commandId) end++
    return end
  }

  /** Asks the policies on every event since they were asked last, each with what was known when it had been appended. */
  const react = (): void => {
    if (reacted === log.size()) return
    let end = endOfAppend(reacted)
    // Of the last append, what is known now is what was known then. For earlier ones it is folded anew, in one pass.
    const stateThen = end === log.size() ? stateOf : createWarmStates(log, { end: () => end, strict })
    for (; reacted < log.size(); end = endOfAppend(reacted))
      while (reacted < end) {
        // Past it before it is asked: an event whose policy fails is told once, and does not stand in the way of the rest.
        const event = log.at(reacted++) as E
        const { commands, deadlines } = training.warm.react(event, stateThen)
        const asked = commands.filter((command) => !isAnswered(command))
        if (asked.length > 0) pending.set(eventIdOf(event), asked)
        for (const deadline of deadlines) plan(deadline)
      }
  }

  type Answer = Verdict<R | InvalidCommand, E>
  const askedAt = () => (now === undefined ? undefined : { now: now() })
  /** Appends, and answers with what is in the log. */
  const kept = (verdict: Answer, events: readonly E[]): Answer => {
    if (!isLeft(verdict) && verdict.resent) return frozen({ ...verdict, right: verdict.earlier ?? [] })
    const right = now === undefined ? events : Object.freeze(recorded(events, now()))
    log.append(right)
    return now === undefined || isLeft(verdict) || verdict.right.length === 0
      ? verdict
      : Object.freeze({ ...verdict, right })
  }

  const execute = (command: C): Answer => {
    const verdict = training.warm.decide(command, log.ofCommand, stateOf, askedAt())
    return isLeft(verdict) ? verdict : kept(verdict, verdict.right)
  }

  const executeForPolicy = (command: C): Answer => {
    const { verdict, events } = training.warm.decideForPolicy(command, log.ofCommand, stateOf)
    return kept(verdict, events)
  }

  /** Everything that follows the events of these ids, and what follows that, in the order of the log. */
  const followed = (causes: readonly string[], asker: string): Outcomes => {
    const outcomes: Outcome<C, E, R | InvalidCommand>[] = []
    let first = ''
    for (let [depth, these] = [1, causes]; these.length > 0; depth++) {
      const next: string[] = []
      react()
      for (const cause of these) {
        for (const command of pending.get(cause) ?? []) {
          if (isAnswered(command)) continue
          if (depth > longestChain) throw restless(asker, depth, first)
          first ||= command.type
          const verdict = executeForPolicy(command)
          outcomes.push({ command, verdict })
          if (!isLeft(verdict)) next.push(...verdict.right.map(eventIdOf))
        }
        pending.delete(cause)
      }
      these = next
    }
    return outcomes
  }

  const executeWithPolicies = (command: C): Outcomes => {
    react()
    const verdict = execute(command)
    const own = { command, verdict }
    return isLeft(verdict) ? [own] : [own, ...followed(verdict.right.map(eventIdOf), 'executeWithPolicies')]
  }

  const unanswered = (): readonly C[] => {
    react()
    return Object.freeze([...pending.values()].flat().filter((command) => !isAnswered(command)))
  }

  const meet = ({ dueAt, command }: Deadline<C>): Outcomes => {
    const { commandId } = command.metadata
    const depth = depths.get(commandId) ?? 0
    if (depth > longestChain) throw restless('advanceTo', depth, `${command.type} at ${dueAt}`)
    depths.delete(commandId)
    meeting = { dueAt, depth }
    try {
      const verdict = executeForPolicy(command)
      const own = { command, verdict }
      return isLeft(verdict) ? [own] : [own, ...followed(verdict.right.map(eventIdOf), 'advanceTo')]
    } finally {
      meeting = undefined
    }
  }

  const advanceTo = (instant: string): Outcomes => {
    if (!isInstant(instant)) throw mistake('advanceTo', 'an instant in UTC', shown(instant))
    react()
    const outcomes = [...followed([...pending.keys()], 'advanceTo')]
    for (let next = agenda.soonest(); next !== undefined && next.dueAt <= instant; next = agenda.soonest()) {
      agenda.takeSoonest()
      try {
        outcomes.push(...meet(next))
      } catch (error) {
        plan(next) // as it is after a restart
        throw error
      }
    }
    return outcomes
  }

  /** The ids of events that no command led to. */
  const given = new Set<string>()
  /** Events of a host, checked and frozen: nobody changes the log from outside. Each once. */
  const read = (stored: Iterable<unknown>, asker: string): readonly E[] => {
    const events: E[] = []
    const ids = new Set<string>()
    const need = (what: string, got: unknown, again = '') =>
      mistake(asker, what, `${JSON.stringify(got)}${again} at events[${events.length}]`)
    for (const one of eachGiven(asker, stored)) {
      const decoded = training.decode(one)
      if (isLeft(decoded)) throw need('events of its system', decoded.left.issues[0])
      const { eventId, commandId } = decoded.right.metadata ?? {}
      const isThere =
        commandId !== undefined && log.ofCommand(commandId).some((other) => eventIdOf(other) === eventId)
      if (eventId !== undefined && (isThere || ids.has(eventId) || given.has(eventId)))
        throw need('every event once', eventId, ' again')
      if (eventId !== undefined) ids.add(eventId)
      events.push(decoded.right)
    }
    return events
  }

  const append = (stored: Iterable<unknown>, asker: string, condition?: AppendCondition): boolean => {
    const events = read(stored, asker)
    if (!log.append(events, condition)) return false
    for (const { metadata } of events)
      if (metadata?.eventId !== undefined && metadata.commandId === undefined) given.add(metadata.eventId)
    return true
  }

  const viewOf = (projection: AnyProjection): Viewing => {
    const said = log.identities(log.size())
    const before = views.get(projection)
    const kept =
      before?.said === said.length
        ? before
        : { upTo: 0, said: said.length, view: viewing(projection) as Viewing }
    views.delete(projection) // half changed, where a recipe throws: then it is folded anew
    const known = identitiesIn(said)
    for (; kept.upTo < log.size(); kept.upTo++) kept.view.push(readAs(known, log.at(kept.upTo) as E))
    views.set(projection, kept)
    return kept.view
  }

  if (before !== undefined) append(before, 'createLedger')

  return Object.freeze({
    execute,
    executeForPolicy,
    executeWithPolicies,
    advanceTo,
    unanswered,
    agenda: () => {
      react()
      return agenda.all()
    },
    read: (query: Query) => log.read(queryGiven('read', query)),
    append: (events: readonly E[], condition?: AppendCondition) => {
      if (condition !== undefined) conditionGiven(condition)
      return append(events, 'append', condition)
    },
    events: log.events,
    project: <P extends AnyProjection>(projection: P, at: Moment = {}): View<P> =>
      at.asOf === undefined && at.asKnownAt === undefined
        ? (viewOf(projection).snapshot() as View<P>)
        : project(projection, log.events(), at),
    at: <P extends AnyProjection>(projection: P, subject: string) =>
      viewOf(projection).at(subject) as StateOf<P> | undefined,
  })
}

/** Policies that always have one more command. */
const restless = (asker: string, depth: number, after: string): RangeError =>
  new RangeError(
    `training-ops: ${asker} needs policies that come to rest, got a chain of ${depth} after ${after}`,
  )
