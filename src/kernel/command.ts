import * as z from 'zod'
import { given } from './given.ts'
import type { DataOfShape, InputOfShape, ObjectSchema, Shape } from './schema.ts'

/**
 * The actor: an id and a role; and what the host found them to be to the subjects they ask about
 * (`teaches:o-1`), where the permission table asks for it.
 */
export type Actor = { readonly id: string; readonly role: string; readonly relations?: readonly string[] }

/**
 * The role of the host's own credential: what it asks as `{ id, role: systemRole }` is the system's own, and no row binds it. Give it to
 * nobody who comes from outside.
 */
export const systemRole = 'system'

/** The metadata of a command. Its id makes asking twice the same as asking once. */
export type CommandMetadata = {
  readonly commandId: string
  readonly correlationId?: string
  readonly causationId?: string
  readonly actor?: Actor
}

/** The type of the command, in the imperative. */
export type Command<Type extends string = string, Data = unknown> = {
  readonly kind?: 'Command'
  readonly type: Type
  readonly data: Data
  readonly metadata: CommandMetadata
}

/** One function a command: its data, and the envelope it travels in. */
export type CommandMakers<C extends Command> = {
  readonly [Type in C['type']]: (
    data: Extract<C, { readonly type: Type }>['data'],
    metadata: CommandMetadata,
  ) => Extract<C, { readonly type: Type }>
}

export const commandMakers = (types: readonly string[]): CommandMakers<Command> =>
  Object.freeze(
    Object.fromEntries(
      types.map((type) => [
        type,
        (data: unknown, metadata: CommandMetadata): Command => ({ type, data, metadata }),
      ]),
    ),
  )

/** A command without an envelope yet: what a policy answers with. */
export type Intent<Type extends string = string, Data = unknown> = {
  readonly type: Type
  readonly data: Data
  /**
   * Tells a command from others of its type that the same policy asks for on the same event. Needed only where the ids in
   * their data do not tell them apart: two reminders of one task. Part of the command's id, so it is for ever.
   */
  readonly key?: string
}

/** A declared command: the data it is decided on, and the data that a host writes. */
export interface CommandDeclaration<
  out Type extends string = string,
  out Data = unknown,
  out Input = unknown,
> {
  readonly type: Type
  readonly schema: ObjectSchema<Data, Input>
}

/** The commands of a context: by type, the data each is decided on and the data a host writes. */
export type CommandVocabulary<Data, Input extends { readonly [Type in keyof Data]: unknown }> = {
  readonly [Type in keyof Data]: CommandDeclaration<Type & string, Data[Type], Input[Type]>
}

/** The union of the commands a vocabulary declares, as a host writes them. */
export type CommandsOf<Vocabulary> =
  Vocabulary extends CommandVocabulary<infer _, infer Input>
    ? unknown extends Input[keyof Input]
      ? AskedBy<Vocabulary[keyof Vocabulary]> // several vocabularies, spread into one: their inputs are not told apart
      : { [Type in keyof Input & string]: Command<Type, Input[Type]> }[keyof Input & string]
    : never
type AskedBy<Declaration> =
  Declaration extends CommandDeclaration<infer Type, infer _, infer Input> ? Command<Type, Input> : never

/**
 * Declares what may be asked: the name of each command and the shape of its data.
 *
 * @example
 * ```ts
 * import * as z from 'zod'
 * import { defineCommands } from 'training-ops'
 * const commands = defineCommands({ AskForMentor: { at: z.iso.datetime(), menteeId: z.string() } })
 * commands.AskForMentor.type // => 'AskForMentor'
 * ```
 */
export const defineCommands = <const Shapes extends Readonly<Record<string, Shape>>>(
  shapes: Shapes,
): CommandVocabulary<
  { readonly [Type in keyof Shapes]: DataOfShape<Shapes[Type]> },
  { readonly [Type in keyof Shapes]: InputOfShape<Shapes[Type]> }
> =>
  Object.fromEntries(
    Object.entries(shapes).map(([type, shape]) => [type, { type, schema: z.strictObject(shape) }]),
  ) as never

/** The data that a host writes: plain strings for ids. */
export type InputOf<Declaration> =
  Declaration extends CommandDeclaration<string, unknown, infer Input> ? Input : never

/** The data that a decision reads, once checked. */
export type DataOfCommand<Declaration> =
  Declaration extends CommandDeclaration<string, infer Data> ? Data : never

/**
 * A command to be issued by a policy; with a `key` where the ids in its data do not tell it from another.
 *
 * @example
 * ```ts
 * import { defineCommands, intent } from 'training-ops'
 * import * as z from 'zod'
 * const { RemindMentor } = defineCommands({ RemindMentor: { at: z.iso.datetime(), mentorId: z.string() } })
 * intent(RemindMentor, { at: '2026-03-01T01:00:00.000Z', mentorId: 'bob' }) // => { type: 'RemindMentor', data: { at: '2026-03-01T01:00:00.000Z', mentorId: 'bob' } }
 * ```
 */
export const intent = <Type extends string, Input>(
  declaration: CommandDeclaration<Type, unknown, Input>,
  data: NoInfer<Input>,
  key?: string,
): Intent<Type, Input> => ({ type: declaration.type, data, ...given({ key }) })
