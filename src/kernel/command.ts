import * as z from 'zod'

/** Who asks: an id and the role they ask in. */
export type Actor = { readonly id: string; readonly role: string }

/** What travels with a command. Its id makes asking twice the same as asking once. */
export type CommandMetadata = {
  readonly commandId: string
  readonly correlationId?: string
  readonly causationId?: string
  readonly actor?: Actor
}

/** What is asked for, in the imperative. */
export type Command<Type extends string = string, Data = unknown> = {
  readonly kind?: 'Command'
  readonly type: Type
  readonly data: Data
  readonly metadata: CommandMetadata
}

/** A command without an envelope yet: what a policy answers with. */
export type Intent<Type extends string = string, Data = unknown> = {
  readonly type: Type
  readonly data: Data
}

export type CommandDeclaration<Type extends string = string, Schema extends z.ZodObject = z.ZodObject> = {
  readonly type: Type
  readonly schema: Schema
}

export type CommandVocabulary<Shapes extends Record<string, z.ZodRawShape>> = {
  readonly [Type in keyof Shapes & string]: CommandDeclaration<
    Type,
    z.ZodObject<Shapes[Type], z.core.$strict>
  >
}

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
export const defineCommands = <const Shapes extends Record<string, z.ZodRawShape>>(
  shapes: Shapes,
): CommandVocabulary<Shapes> =>
  Object.fromEntries(
    Object.entries(shapes).map(([type, shape]) => [type, { type, schema: z.strictObject(shape) }]),
  ) as unknown as CommandVocabulary<Shapes>

/** What a host writes: plain strings for ids. */
export type InputOf<Declaration> =
  Declaration extends CommandDeclaration<string, infer Schema> ? z.input<Schema> : never

/** What a decision reads, once checked. */
export type DataOfCommand<Declaration> =
  Declaration extends CommandDeclaration<string, infer Schema> ? z.output<Schema> : never

/** A command to be issued by a policy. */
export const intent = <Type extends string, Schema extends z.ZodObject>(
  declaration: CommandDeclaration<Type, Schema>,
  data: z.input<Schema>,
): Intent<Type, z.input<Schema>> => ({ type: declaration.type, data })
