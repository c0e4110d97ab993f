import { type ClockRule, offClock } from './clock-rule.ts'
import { type Command, type CommandMakers, commandMakers } from './command.ts'
import type { AnyDecision } from './decision.ts'
import { type Decoder, decoderOf, type InvalidEvent, type Readers, readersOf } from './decode.ts'
import { type EventDeclaration, tagsOf } from './define-events.ts'
import { type Either, isLeft, type Left, left, right } from './either.ts'
import type { AnyEvent, EventMetadata, Tag } from './event.ts'
import { fingerprintOf } from './fingerprint.ts'
import { withoutPersonalText } from './free-text.ts'
import { given } from './given.ts'
import { eventGiven, eventsGiven, shown } from './given-events.ts'
import { dataAs, type Identities, identitiesIn, noIdentities, readAs, widened } from './identities.ts'
import { frozenCopy } from './immutable.ts'
import { issuesOf } from './issues.ts'
import { mistake } from './mistake.ts'
import type {
  AnyModule,
  CommandOfModules,
  EventOfModules,
  MissingModules,
  PermissionsOfModules,
  RejectionOfModules,
  SettingsOfModules,
} from './module.ts'
import { offenceOf, type Permissions, permissionsOf } from './permission.ts'
import { type Deadline, isDeadline, type Policy } from './policy.ts'
import {
  answeredWithout,
  eachOnce,
  followingFrom,
  type PolicyCommandAnswered,
  policyCommandEvents,
} from './policy-command.ts'
import type { AnyProjection } from './projection.ts'
import type { Query, QueryItem } from './query.ts'
import { foldedFrom, knowledge, planOf, queryOf, type StateKey } from './reads.ts'
import { entranceOf, envelopeOf, receiverOf } from './receive.ts'
import {
  type InstantAhead,
  type InstantPast,
  type InvalidCommand,
  NotAuthorized,
  type Rejection,
} from './rejection.ts'
import type { Field } from './schema.ts'
import type { Accepted, Verdict } from './verdict.ts'
import { project, type View } from './views.ts'

/** The consequences of an event: commands for now, and commands for later. */
export type Consequences<C = Command> = {
  readonly commands: readonly C[]
  readonly deadlines: readonly Deadline<C>[]
}

/** The answer to a command that followed by policy. */
export type PolicyAnswer<R = unknown, E extends AnyEvent = AnyEvent> = {
  readonly verdict: Verdict<R | InvalidCommand, E>
  /**
   * To be appended, whatever the verdict: the events it led to, or the one event that remembers that it was refused or had
   * no effect. Empty only for a command that was answered before.
   */
  readonly events: readonly E[]
}

/** The instant of the host's clock when a client sends a command; the core has no clock. */
export type AskedAt = {
  /** The host's clock: the command's `at` is held against it. A command that was answered before is answered all the same. */
  readonly now?: string
  /** The host itself set the command's `at`: it is no part of what makes two commands the same, so that asking again is one. */
  readonly isStamped?: boolean
}

/** A look-up of one state: folded from events, or kept warm by a ledger. */
export type StateLookup = ((key: StateKey) => unknown) & {
  /** The merged identities up to now. */
  readonly identities?: () => Identities
}

/** A training system: pure functions, and nothing that stores. */
export interface TrainingSystem<
  in out C extends Command = Command,
  in out E extends AnyEvent = AnyEvent,
  out R = unknown,
> {
  readonly modules: readonly AnyModule[]
  /** The types of all events it may append: those of its modules, and the kernel's own `PolicyCommandAnswered`. */
  readonly eventTypes: readonly string[]
  /** The permissions: the tables of the modules, with the rows that the host replaced. */
  readonly permissions: Permissions
  /**
   * Makes commands as `make` makes events: `training.command.OpenEnrolment({ at, offeringId }, { commandId })`. The compiler
   * names the field that is missing in that command; a command of unknown origin is checked by `receive`.
   */
  readonly command: CommandMakers<C>
  /** Checks any input: it is a command of this system, or `InvalidCommand` with paths and codes. */
  readonly receive: (input: unknown) => Either<InvalidCommand, C>
  /**
   * The query that finds every event this command's decision rests on, and the command's own earlier events. It also finds who
   * of them was merged with whom (`IdentitiesMerged`): hand those events in again, and it asks for everything under every id
   * they had. `wholeBoundary` does so.
   */
  readonly boundaryOf: (command: C, found?: Iterable<E>) => Query
  /** The answer, from the events that query finds (or any log that holds them). */
  readonly decide: (command: C, events: Iterable<E>, asked?: AskedAt) => Verdict<R | InvalidCommand, E>
  /**
   * The answer to a command that followed by policy (`react` gave it), from the events that `boundaryOf` finds. Policies ask
   * under no actor: this is no entrance for clients. Append `events`, whatever the verdict; a command that was answered
   * before, be it refused or without effect, is not decided again.
   */
  readonly decideForPolicy: (command: C, events: Iterable<E>) => PolicyAnswer<R, E>
  /** The query that finds every event the policies on this event read, and the events it was appended with; nothing where none reads. */
  readonly reactionBoundaryOf: (event: E, found?: Iterable<E>) => Query
  /**
   * Commands and deadlines that follow by policy, from the events that `reactionBoundaryOf` finds, in the order of the log
   * (or from any log that holds them). Events appended after those of the same command are left aside: whenever the
   * policies are asked again, they answer the same under the same ids. An event without metadata is not known to belong to a
   * command: hand in what was appended up to it.
   */
  readonly react: (event: E, events: Iterable<E>) => Consequences<C>
  /** A view: what is known, of everything or `asOf` an instant. */
  readonly project: <P extends AnyProjection>(
    projection: P,
    events: Iterable<E>,
    options?: { readonly asOf?: string; readonly asKnownAt?: string; readonly from?: View<P> },
  ) => View<P>
  /** A stored event, brought up to date and checked. */
  readonly decode: (stored: unknown) => Either<InvalidEvent, E>
  readonly tagsOf: (event: E) => readonly Tag[]
  /** For stores that keep states warm: the same rules, with the knowledge looked up by the caller. */
  readonly warm: {
    readonly projections: readonly AnyProjection[]
    readonly decide: (
      command: C,
      earlier: (commandId: string) => readonly E[],
      stateOf: StateLookup,
      asked?: AskedAt,
    ) => Verdict<R | InvalidCommand, E>
    readonly decideForPolicy: (
      command: C,
      earlier: (commandId: string) => readonly E[],
      stateOf: StateLookup,
    ) => PolicyAnswer<R, E>
    /** `stateOf` tells the states as of the append that the event belongs to. */
    readonly react: (event: E, stateOf: StateLookup) => Consequences<C>
  }
}

export type SystemOptions<Modules extends readonly AnyModule[]> = {
  /** Rows of the permission table that take the place of the modules' own, command by command. */
  readonly permissions?: PermissionsOfModules<Modules>
  /** How far the `at` of a client's command may be from the `now` that is handed to `decide`. */
  readonly clock?: ClockRule
  /** Commands without an actor are taken for the system's own: for tests, scripts and whoever is alone with the log. */
  readonly trusted?: boolean
}

/**
 * Makes a training system of modules, the library's own and yours, of an organisation's settings, and of who may ask what.
 *
 * A command is answered `NotAuthorized { role }` and changes nothing where its row of the permission table does not name the role
 * of its `metadata.actor`; one without an actor is no command (`InvalidCommand`), unless the system is `trusted`. The host's own
 * credential has the role `systemRole`. `permissions` replaces rows of the modules' tables, command by command: roles, `[]` for
 * nobody but the system, or `'anyone'`. A command without a row is open. A field that says who acts (`approvedBy`) holds the
 * actor's own id, unless the row lets the role name others.
 *
 * The compiler names a module that is missing, because another one depends on it (`missingModules: 'catalog'`).
 *
 * Throws `training-ops: assemble needs …` when two modules declare the same event, command or policy, when a module that
 * another depends on is missing, when a projection or policy speaks of an event nobody declares, or when settings or permissions name what is not there.
 *
 * @example
 * ```ts
 * import { assemble, lifecycle } from 'training-ops'
 * const training = assemble(lifecycle, {}, { permissions: { CancelOffering: ['manager'] } })
 * const command = {
 *   type: 'CancelOffering',
 *   data: { at: '2026-03-01T00:00:00.000Z', offeringId: 'o-1', cause: 'other' },
 *   metadata: { commandId: 'c-1', actor: { id: 'li', role: 'trainer' } },
 * } as const
 * training.decide(command, []) // => { _tag: 'Left', left: { code: 'NotAuthorized', role: 'trainer' } }
 * ```
 */
export const assemble = <const Modules extends readonly AnyModule[]>(
  modules: Modules &
    ([MissingModules<Modules>] extends [never]
      ? unknown
      : { readonly missingModules: MissingModules<Modules> }),
  settings: SettingsOfModules<Modules> = {},
  options: SystemOptions<Modules> = {},
): TrainingSystem<
  CommandOfModules<Modules>,
  EventOfModules<Modules> | PolicyCommandAnswered,
  RejectionOfModules<Modules> | NotAuthorized | InstantAhead | InstantPast
> => {
  const declarations: Record<string, EventDeclaration> = declaredOnce(modules)
  const decisions = modules.flatMap((module) =>
    module.decisions.map((decision) => ({
      ...decision,
      plan: planOf(decision.reads),
      settings: set(module, decision.settings, settings),
    })),
  )
  const policies = modules.flatMap((module) =>
    policiesOf(module, modules).map((policy) => ({
      ...policy,
      plan: planOf(policy.reads),
      settings: set(module, policy.settings, settings),
    })),
  )
  once(
    'command',
    decisions.map(({ command }) => command.type as string),
  )
  once(
    'policy',
    policies.map(({ name }) => name),
  )
  once(
    'module',
    modules.map(({ name }) => name),
  )
  for (const [name, theirs] of Object.entries(settings as Readonly<Record<string, object>>)) {
    const module = modules.find((one) => one.name === name)
    if (module === undefined) throw mistake('assemble', 'settings of its own modules', name)
    for (const [setting, value] of Object.entries(theirs))
      if ((module.settingFields[setting] as Field | undefined)?.safeParse(value).success === false)
        throw mistake('assemble', `a ${setting} for ${name} that there is`, shown(value))
  }
  for (const { name, dependsOn } of modules)
    for (const needed of dependsOn)
      if (!modules.some((module) => module.name === needed))
        throw mistake('assemble', `the module ${needed}`, `${name} without it`)
  const projections = readBy([...decisions, ...policies])
  for (const projection of projections)
    speaksOf(declarations, `projection ${projection.name}`, Object.keys(projection.on))
  for (const policy of policies) speaksOf(declarations, `policy ${policy.name}`, [policy.when])

  const permissions = permissionsOf(
    decisions,
    ...modules.map((module) => module.permissions),
    (options.permissions ?? {}) as Permissions,
  )
  const { receive, remember } = receiverOf(decisions, options.trusted)
  const readers = readersOf(declarations)
  const decode: Decoder = decoderOf(readers)
  const tagsOfEvent = (event: AnyEvent) => {
    eventGiven('tagsOf', event)
    return tagsOf({ declarations }, event)
  }
  const policiesOn = grouped(policies)
  const mergeable = modules.some((module) => module.mergeable.length > 0)

  type EarlierOf = (commandId: string) => readonly AnyEvent[]

  const decideKnowing = (
    input: unknown,
    earlierOf: EarlierOf,
    stateOf: StateLookup,
    { now, isStamped = false }: AskedAt = {},
  ): Verdict<unknown, AnyEvent> => {
    const received = receive(input, 'client')
    if (isLeft(received)) return frozenCopy(received)
    const { decision, command } = received.right
    const { actor } = command.metadata
    const known = stateOf.identities?.()
    const offence = actor === undefined ? undefined : offenceOf(permissions, command, actor, known)
    if (offence !== undefined)
      return frozenCopy(left(NotAuthorized({ role: actor?.role as string, ...offence })))
    const earlier = earlierOf(command.metadata.commandId)
    if (earlier.length > 0)
      return answeredBefore(earlier, fingerprintOf(askedBy(decision, command, isStamped)))
    const off = now === undefined ? undefined : offClock(options.clock ?? {}, command, now)
    return off === undefined ? decided(decision, command, stateOf, isStamped) : frozenCopy(left(off))
  }

  const decideForPolicyKnowing = (
    input: unknown,
    earlierOf: EarlierOf,
    stateOf: StateLookup,
  ): PolicyAnswer => {
    const received = receive(input, 'policy')
    const asked = isLeft(received) ? envelopeOf(input) : received.right.command
    // Not even an envelope of a policy's command: there is nothing to remember an answer under.
    if (asked === undefined) return frozenCopy({ verdict: received as Left<InvalidCommand>, events: [] })
    const earlier = earlierOf(asked.metadata.commandId)
    if (earlier.length > 0)
      return frozenCopy({ verdict: { _tag: 'Right', right: [], resent: true, earlier }, events: [] })
    const verdict = isLeft(received)
      ? frozenCopy(received)
      : decided(received.right.decision, received.right.command, stateOf)
    if (!isLeft(verdict) && verdict.right.length > 0) return frozenCopy({ verdict, events: verdict.right })
    const answered = answeredWithout(asked, isLeft(verdict) ? (verdict.left as Rejection) : undefined)
    const fingerprint = fingerprintOf([asked.type])
    return frozenCopy({ verdict, events: [stamped(answered, 0, asked, fingerprint, readers)] })
  }

  const decided = (
    decision: (typeof decisions)[number],
    command: Command,
    stateOf: StateLookup,
    isStamped = false,
  ): Verdict<unknown, AnyEvent> => {
    const data = dataAs(stateOf.identities?.() ?? noIdentities, command.data)
    const state = knowledge(decision.plan, data, stateOf)
    const verdict = decision.decide(data, state, decision.settings) as Verdict<unknown, AnyEvent>
    if (isLeft(verdict) || verdict.right.length === 0) return frozenCopy(verdict)
    const storable = checked(readers, verdict.right)
    if (isLeft(storable)) return frozenCopy(storable)
    const fingerprint = fingerprintOf(askedBy(decision, command, isStamped))
    const envelope = decision.unlinked === true ? withoutLinks(command) : command
    const right = Object.freeze(
      storable.right.map((event, at) =>
        stamped(event, at, envelope, fingerprint, readers, decision.history && (data as Past).at),
      ),
    )
    return frozenCopy(verdict.advisories === undefined ? { _tag: 'Right', right } : { ...verdict, right })
  }

  const reactKnowing = (event: AnyEvent, stateOf: StateLookup): Consequences => {
    const commands: Command[] = []
    const deadlines: Deadline<Command>[] = []
    const happened = readAs(stateOf.identities?.() ?? noIdentities, event)
    const past = event.metadata?.importedAt ?? ''
    for (const policy of policiesOn.get(event.type) ?? []) {
      const state = knowledge(policy.plan, happened.data, stateOf)
      const asked = consequencesOf(policy, happened, state).map((one) =>
        isDeadline(one)
          ? { dueAt: one.dueAt, command: followingFrom(event, policy, one.command) }
          : { command: followingFrom(event, policy, one) },
      )
      for (const { dueAt, command } of eachOnce(asked, policy))
        if (past > (dueAt ?? '')) continue
        else if (dueAt === undefined) commands.push(command)
        else deadlines.push({ dueAt, command })
    }
    return frozenCopy({ commands, deadlines })
  }

  const isReading = (event: AnyEvent) =>
    (policiesOn.get(event.type) ?? []).some(({ plan }) => plan.length > 0)

  const system: TrainingSystem = {
    modules,
    eventTypes: Object.keys(declarations),
    permissions,
    command: commandMakers(decisions.map(({ command }) => command.type as string)),
    receive: (input) => {
      const received = remember(input, 'client')
      return isLeft(received) ? received : right(received.right.command)
    },
    boundaryOf: (command, found = []) => {
      const received = remember(command, entranceOf(command))
      if (isLeft(received)) return [ofCommand(envelopeOf(command)?.metadata.commandId ?? '')]
      const { decision, command: checked } = received.right
      const known = identitiesIn(found)
      const own = ofCommand(checked.metadata.commandId)
      return [...widened(queryOf(decision.plan, dataAs(known, checked.data)), mergeable, known), own]
    },
    decide: (command, events, asked) => {
      const found = eventsGiven('decide', events)
      return decideKnowing(command, earlierIn(found), foldedFrom(found), asked)
    },
    decideForPolicy: (command, events) => {
      const found = eventsGiven('decideForPolicy', events)
      return decideForPolicyKnowing(command, earlierIn(found), foldedFrom(found))
    },
    reactionBoundaryOf: (event, found = []) => {
      eventGiven('reactionBoundaryOf', event)
      if (!isReading(event)) return []
      const { commandId } = event.metadata ?? {}
      const known = identitiesIn(found)
      const { data } = readAs(known, event)
      const read = (policiesOn.get(event.type) ?? []).flatMap(({ plan }) => queryOf(plan, data))
      return [...widened(read, mergeable, known), ...(commandId === undefined ? [] : [ofCommand(commandId)])]
    },
    react: (event, events) => {
      eventGiven('react', event)
      const found = isReading(event) ? upToAppendOf(event, eventsGiven('react', events)) : []
      return reactKnowing(event, foldedFrom(found))
    },
    project,
    decode,
    tagsOf: tagsOfEvent,
    warm: {
      projections,
      decide: decideKnowing,
      decideForPolicy: decideForPolicyKnowing,
      react: reactKnowing,
    },
  }
  return Object.freeze(system) as never
}

/** The earlier events of a command; of the empty id, which no command has: nothing. */
const ofCommand = (commandId: string): QueryItem => ({ types: [], tags: [`command:${commandId}`] })

/**
 * Two commands are the same if all their data is, except the words a person wrote, which nobody may guess from a log, and the
 * instant where the host set it.
 */
const askedBy = (
  { command }: Pick<AnyDecision, 'command'>,
  { type, data }: Command,
  isStamped = false,
): readonly unknown[] => {
  const asked = withoutPersonalText(command.schema.shape, data as object) as Readonly<Record<string, unknown>>
  return [type, isStamped ? { ...asked, at: null } : asked]
}

/** The same command, answered before: nothing to append, and what it led to then. */
const answeredBefore = (
  earlier: readonly AnyEvent[],
  fingerprint: string,
): Verdict<InvalidCommand, AnyEvent> =>
  earlier[0]?.metadata?.commandFingerprint === fingerprint
    ? frozenCopy<Accepted<AnyEvent>>({ _tag: 'Right', right: [], resent: true, earlier })
    : frozenCopy(
        left({
          code: 'InvalidCommand',
          issues: [{ path: ['metadata', 'commandId'], code: 'CommandIdReused' }],
        }),
      )

/**
 * The decided events, as they will be stored. A command whose events do not fit their declarations (sums that outgrow every
 * bound, say) is refused like any other input nobody can store: what is appended can always be read again.
 */
const checked = (
  readers: Readers,
  events: readonly AnyEvent[],
): Either<InvalidCommand, readonly AnyEvent[]> => {
  const storable: AnyEvent[] = []
  for (const [at, { type, data }] of events.entries()) {
    const reader = readers.get(type)
    if (reader === undefined) throw mistake('decide', 'events that a module declares', type)
    const read = reader.parse(data)
    if (!read.success)
      return left({
        code: 'InvalidCommand',
        issues: issuesOf(read.error.issues, data, ['events', at, 'data']),
      })
    storable.push({ type, data: read.data })
  }
  return right(storable)
}

/** Of who asked, and in which course of things, nothing is kept. */
const withoutLinks = (command: Command): Command => ({
  ...command,
  metadata: { commandId: command.metadata.commandId },
})

type Past = { readonly at?: string }

const stamped = (
  { type, data }: AnyEvent,
  at: number,
  { metadata }: Command,
  commandFingerprint: string,
  readers: Readers,
  importedAt?: string,
): AnyEvent => {
  const { commandId, correlationId, causationId, actor } = metadata
  const stamp: EventMetadata = {
    eventId: `${commandId}/${at}`,
    commandId,
    commandFingerprint,
    schemaVersion: readers.get(type)?.declaration.version ?? 1,
    ...given({ correlationId, causationId, actor, importedAt }),
  }
  return frozenCopy({ type, data, metadata: stamp })
}

const earlierIn = (events: readonly AnyEvent[]) => (id: string) =>
  events.filter(({ metadata }) => metadata?.commandId === id)

/** The log up to the append of an event's command: the policies on it know that and no more. */
const upToAppendOf = (event: AnyEvent, events: readonly AnyEvent[]): readonly AnyEvent[] => {
  const { commandId, eventId } = event.metadata ?? {}
  if (commandId === undefined && eventId === undefined) return events
  const last = events.findLastIndex(({ metadata }) =>
    commandId === undefined ? metadata?.eventId === eventId : metadata?.commandId === commandId,
  )
  if (last < 0 && commandId === undefined) return events
  if (last < 0)
    throw mistake('react', 'the events that reactionBoundaryOf finds', `none of command ${commandId}`)
  return events.slice(0, last + 1)
}

/** A policy that fails names itself: from a log that lacks what it reads, or by a mistake of its own. */
const consequencesOf = (policy: Policy, event: AnyEvent, state: unknown): ReturnType<Policy['react']> => {
  try {
    return policy.react(event.data, state, policy.settings)
  } catch (error) {
    const reason = error instanceof Error ? error.message : shown(error)
    throw mistake('react', `a log with all that ${policy.name} reads of ${event.type}`, reason, {
      cause: error,
    })
  }
}

/** A module's own policies, and those that need another module which is there. */
const policiesOf = (module: AnyModule, assembled: readonly AnyModule[]): readonly Policy[] => [
  ...module.policies,
  ...Object.entries(module.withModules).flatMap(([name, policies]) =>
    assembled.some((other) => other.name === name) ? policies : [],
  ),
]

const declaredOnce = (modules: readonly AnyModule[]): Record<string, EventDeclaration> => {
  const all = [{ events: policyCommandEvents }, ...modules].flatMap(({ events }) =>
    Object.entries(events.declarations as Record<string, EventDeclaration>),
  )
  once(
    'event',
    all.map(([type]) => type),
  )
  return Object.fromEntries(all)
}

const once = (what: string, names: readonly string[]): void => {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw mistake('assemble', `every ${what} once`, `${twice} twice`)
}

const speaksOf = (declared: object, who: string, types: readonly string[]): void => {
  const unknown = types.find((type) => !Object.hasOwn(declared, type))
  if (unknown !== undefined) throw mistake('assemble', 'every event to be declared', `${unknown} in ${who}`)
}

const set = (module: AnyModule, defaults: object, settings: Readonly<Record<string, object | undefined>>) =>
  Object.freeze({ ...defaults, ...settings[module.name] })

const readBy = (readers: readonly { readonly reads: object }[]): readonly AnyProjection[] => [
  ...new Set(
    readers.flatMap(({ reads }) =>
      Object.values(reads).map((read): AnyProjection => ('projection' in read ? read.projection : read)),
    ),
  ),
]

const grouped = <P extends Policy>(policies: readonly P[]): ReadonlyMap<string, readonly P[]> => {
  const on = new Map<string, P[]>()
  for (const policy of policies) on.set(policy.when, [...(on.get(policy.when) ?? []), policy])
  return on
}

/** The commands, events and rejections of a system: `CommandOf<typeof training>`. */
export type CommandOf<T> = T extends TrainingSystem<infer C, infer _E, infer _R> ? C : never
export type EventOf<T> = T extends TrainingSystem<infer _C, infer E, infer _R> ? E : never
export type RejectionOf<T> = T extends TrainingSystem<infer _C, infer _E, infer R> ? R : never
