import type { Command, CommandDeclaration } from './command.ts'
import type { AnyEvent } from './event.ts'
import type { FieldsOf, InvalidReadFields, KnowledgeOf, Reads } from './reads.ts'
import type { Verdict } from './verdict.ts'

/** A rule: what is asked, what must be known to answer, and the answer. */
export interface Decision<
  out Asked extends Command = Command,
  out Rejected = unknown,
  out Event extends AnyEvent = AnyEvent,
> {
  readonly command: CommandDeclaration<Asked['type'], unknown, Asked['data']>
  readonly reads: Reads
  readonly settings: Readonly<Record<string, unknown>>
  /** Its events carry no actor, correlation or causation: nothing beside the data leads to who asked. */
  readonly unlinked?: true
  /** Its events are of the past: no command follows them, and no deadline that was due before the command's `at`. */
  readonly history?: true
  // biome-ignore lint/suspicious/noExplicitAny: what is known is inferred where a decision is defined, and opaque after
  readonly decide: (command: any, state: any, settings: any) => Verdict<Rejected, Event>
  /** For the compiler only: what it answers, and with what, to be looked up and not inferred. */
  readonly answers?: { readonly command: Asked; readonly rejection: Rejected; readonly event: Event }
}

// biome-ignore lint/suspicious/noExplicitAny: the bound of every generic over decisions
export type AnyDecision = Decision<any, any, any>

type Refused<V> = V extends { readonly _tag: 'Left'; readonly left: infer Rejected } ? Rejected : never
type Happened<V> = V extends { readonly _tag: 'Right'; readonly right: readonly (infer Event)[] }
  ? Event
  : never

/** A command must carry the fields of what its decision reads; forgetting one does not compile. */
type RequireKeys<Data, R extends Reads> =
  Exclude<FieldsOf<R>, keyof Data> extends never
    ? InvalidReadFields<R, Data> extends never
      ? unknown
      : { readonly 'the command carries no such ids under': InvalidReadFields<R, Data> }
    : { readonly 'the command lacks a key its decision reads': Exclude<FieldsOf<R>, keyof Data> }

/**
 * Defines a rule. `reads` names the projections it must know: they are its consistency boundary. `decide` answers
 * events or a typed rejection, from the command and what is known, and from nothing else. `unlinked: true` keeps the
 * actor, correlation and causation of the command out of the events, for answers nobody may trace to a person. `history: true`
 * brings in what happened long ago: its events say `importedAt`, policies ask for nothing on them, and plan only what is due after that.
 *
 * @example
 * ```ts
 * import * as z from 'zod'
 * import { accepted, payload, defineCommands, defineDecision, defineEvents, defineRejections, event, projections, refusedBy, type EventsOf } from 'training-ops'
 * const events = defineEvents({ RoomBooked: event({ roomId: z.string() }) })
 * const booked = projections<EventsOf<typeof events>>()({
 *   name: 'booked', by: ['roomId'], initial: () => ({ is: false }), on: { RoomBooked: (room) => { room.is = true } },
 * })
 * const { RoomTaken } = defineRejections({ RoomTaken: payload<{ roomId: string }>() })
 * const bookRoom = defineDecision({
 *   command: defineCommands({ BookRoom: { roomId: z.string() } }).BookRoom,
 *   reads: { booked },
 *   decide: ({ roomId }, { booked }) =>
 *     refusedBy(booked.is && RoomTaken({ roomId })) ?? accepted(events.make.RoomBooked({ roomId })),
 * })
 * bookRoom.decide({ roomId: 'r' }, { booked: { is: true } }, {}) // => { _tag: 'Left', left: { code: 'RoomTaken', roomId: 'r' } }
 * ```
 */
export const defineDecision = <
  const Type extends string,
  Data,
  Input,
  const R extends Reads,
  // biome-ignore lint/suspicious/noExplicitAny: inferred from what `decide` answers
  V extends Verdict<any, AnyEvent>,
  Settings extends Readonly<Record<string, unknown>> = Readonly<Record<string, never>>,
>(decision: {
  readonly command: CommandDeclaration<Type, Data, Input> & RequireKeys<Data, R>
  readonly reads: R
  readonly settings?: Settings
  readonly unlinked?: true
  readonly history?: true
  readonly decide: (command: Data, state: KnowledgeOf<R>, settings: Settings) => V
}): Decision<Command<Type, Input>, Refused<V>, Happened<V>> => ({ settings: {}, ...decision }) as never
