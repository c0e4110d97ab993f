import type { CommandsOf } from './command.ts'
import type { AnyDecision, Decision } from './decision.ts'
import type { EventDeclaration, EventsOf, EventVocabulary } from './define-events.ts'
import type { AnyEvent } from './event.ts'
import type { Permissions, Permits } from './permission.ts'
import type { Policy } from './policy.ts'
import type { AnyProjection } from './projection.ts'
import type { IllegalTransition, RejectionsOf, Unknown } from './rejection.ts'
import type { AnySchema } from './schema.ts'

type AnyVocabulary = { readonly declarations: Readonly<Record<string, EventDeclaration>> }

/** A context: what can happen in it, what may be asked, what follows, what may be looked at. */
export interface Module<
  out Name extends string = string,
  out Vocabulary extends AnyVocabulary = AnyVocabulary,
  out Decisions extends readonly AnyDecision[] = readonly AnyDecision[],
  out Settings extends object = object,
  out Needed extends string = string,
> {
  readonly name: Name
  /** The names of the other modules whose events its decisions and policies read: `assemble` needs them too. */
  readonly dependsOn: readonly Needed[]
  readonly events: Vocabulary
  readonly decisions: Decisions
  readonly policies: readonly Policy[]
  /** By the name of another module: policies that hold only where that one is assembled too. */
  readonly withModules: Readonly<Record<string, readonly Policy[]>>
  /** Views others may look at; what decisions read need not be listed. */
  readonly projections: readonly AnyProjection[]
  /** Kinds of subjects of which two may turn out to be one: `learner`. The module declares `IdentitiesMerged` and `IdentitiesUnmerged`. */
  readonly mergeable: readonly string[]
  /** The codes its decisions may refuse with. */
  readonly rejections: Readonly<Record<string, unknown>>
  /** The settings, with their defaults. */
  readonly settings: Settings
  /** The field that a setting has to fit, by its name: a zone that there is, a day of a year. `assemble` throws where it does not. */
  readonly settingFields: Readonly<Record<string, AnySchema>>
  /** The permissions: who may send each command. One that is not named is open to every role. */
  readonly permissions: Permissions
}

/**
 * The decisions of a context, by what it declares and not one by one: each answers a command of its own with its
 * rejections, or with some of these events. Written on a module, it keeps declarations short.
 */
export type DecisionsOn<Commands, Rejections, Event extends AnyEvent> = readonly Decision<
  CommandsOf<Commands>,
  RejectionsOf<Rejections> | IllegalTransition | Unknown,
  Event
>[]

type AnswersOf<D extends AnyDecision> = NonNullable<D['answers']>
type TypeIn<D extends AnyDecision> = AnswersOf<D>['command']['type']

/**
 * Defines a context, the library's own or a host's.
 *
 * @example
 * ```ts
 * import { assemble, defineEvents, defineModule, event } from 'training-ops'
 * import * as z from 'zod'
 * const mentoring = defineModule({
 *   name: 'mentoring',
 *   events: defineEvents({ PairMatched: event({ at: z.iso.datetime(), pairId: z.string() }) }),
 *   decisions: [],
 * })
 * assemble([mentoring]).modules.map(({ name }) => name) // => ['mentoring']
 * ```
 */
export const defineModule = <
  const Name extends string,
  Data,
  Input extends { readonly [Type in keyof Data]: unknown },
  const Decisions extends readonly AnyDecision[],
  Settings extends object = Readonly<Record<never, never>>,
  const Needed extends string = never,
>(module: {
  readonly name: Name
  readonly dependsOn?: readonly Needed[]
  readonly events: EventVocabulary<Data, Input>
  readonly decisions: Decisions
  readonly policies?: readonly Policy[]
  readonly withModules?: Readonly<Record<string, readonly Policy[]>>
  readonly projections?: readonly AnyProjection[]
  readonly mergeable?: readonly string[]
  readonly rejections?: Readonly<Record<string, unknown>>
  readonly settings?: Settings
  readonly settingFields?: Readonly<Record<string, AnySchema>>
  readonly permissions?: { readonly [Type in TypeIn<Decisions[number]>]?: Permits }
}): Module<Name, EventVocabulary<Data, Input>, Decisions, Settings, Needed> => ({
  dependsOn: [],
  policies: [],
  withModules: {},
  projections: [],
  mergeable: [],
  rejections: {},
  settingFields: {},
  ...module,
  permissions: (module.permissions ?? {}) as Permissions,
  settings: module.settings ?? ({} as Settings),
})

// biome-ignore lint/suspicious/noExplicitAny: the bound of every generic over modules
export type AnyModule = Module<string, any, readonly AnyDecision[], any, string>

type NeededBy<Modules extends readonly AnyModule[]> = Modules[number]['dependsOn'][number]

/** The modules that others of the list depend on and that are not in it; `never` where it is complete, or its names are not known. */
export type MissingModules<Modules extends readonly AnyModule[]> =
  string extends NeededBy<Modules> ? never : Exclude<NeededBy<Modules>, Modules[number]['name']>

export type EventOfModules<Modules extends readonly AnyModule[]> = EventsOf<Modules[number]['events']>
export type CommandOfModules<Modules extends readonly AnyModule[]> = AnswersOf<
  Modules[number]['decisions'][number]
>['command']
export type RejectionOfModules<Modules extends readonly AnyModule[]> = AnswersOf<
  Modules[number]['decisions'][number]
>['rejection']
export type PermissionsOfModules<Modules extends readonly AnyModule[]> = {
  readonly [Type in TypeIn<Modules[number]['decisions'][number]>]?: Permits
}
export type SettingsOfModules<Modules extends readonly AnyModule[]> = {
  readonly [Name in Modules[number]['name']]?: Partial<Extract<Modules[number], { name: Name }>['settings']>
}
