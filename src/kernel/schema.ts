/**
 * The types of schemas that the library takes and gives: structural twins of zod's types. Every zod schema is
 * one, and zod takes ours for its own; but nothing we publish names zod in its types, which alone cost a consumer's
 * compiler a third of what its whole program does. At run time they are zod's.
 */

/** Any zod schema, of any version: all that is read of it is what it takes and what it gives. */
export type AnySchema<Output = unknown, Input = unknown> = {
  readonly _zod: { readonly output: Output; readonly input: Input }
}
/** The output of a schema, once checked. */
export type ValueOf<S extends AnySchema> = S['_zod']['output']
/** The input of a schema. */
export type TakenBy<S extends AnySchema> = S['_zod']['input']

/** A union under a name of its own: whatever holds it says the name, and not every variant again. */
export type Named<Union> = Union extends unknown ? Union : never

/** The fields of an event's or a command's data. */
export type Shape = Readonly<Record<string, AnySchema>>

type MayLack = { readonly _zod: { readonly optout: 'optional' } }
type MayBeLeftOut = { readonly _zod: { readonly optin: 'optional' | 'defaulted' } }
type Flat<T> = { [Key in keyof T]: T[Key] } & {}

/** Data of these fields, once checked. */
export type DataOfShape<S extends Shape> = keyof S extends never
  ? Record<string, never>
  : Flat<
      { -readonly [Key in keyof S as S[Key] extends MayLack ? never : Key]: ValueOf<S[Key]> } & {
        -readonly [Key in keyof S as S[Key] extends MayLack ? Key : never]?: ValueOf<S[Key]>
      }
    >

/** Data of these fields, as a host writes it. */
export type InputOfShape<S extends Shape> = keyof S extends never
  ? Record<string, never>
  : Flat<
      { -readonly [Key in keyof S as S[Key] extends MayBeLeftOut ? never : Key]: TakenBy<S[Key]> } & {
        -readonly [Key in keyof S as S[Key] extends MayBeLeftOut ? Key : never]?: TakenBy<S[Key]>
      }
    >

// biome-ignore-start lint/suspicious/noExplicitAny: zod's own business, which differs from version to version
type Internals<Output, Input> = {
  readonly output: Output
  readonly input: Input
  readonly optin?: 'optional' | 'defaulted' | undefined
  readonly optout?: 'optional' | undefined
  version: any
  def: any
  deferred: any
  run: any
  parse: any
  traits: any
  pattern: any
  constr: any
  bag: any
  isst: any
  values?: any
  propValues?: any
  parent?: any
}
type Validate<Output> = (value: unknown, options?: any) => Validated<Output> | Promise<Validated<Output>>
// biome-ignore-end lint/suspicious/noExplicitAny: as above
type Validated<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path?: readonly Step[] | undefined }[] }
type Step = PropertyKey | { readonly key: PropertyKey }

/** The issues that zod found, in its words; `receive` and `decode` tell it in this library's own codes. */
export type Found = {
  readonly message: string
  readonly path: readonly PropertyKey[]
  readonly code?: string | undefined
}
/** The result of a check. */
export type Parsed<Output> =
  | { readonly success: true; readonly data: Output; readonly error?: undefined }
  | {
      readonly success: false
      readonly data?: undefined
      readonly error: { readonly issues: readonly Found[] }
    }

/** A schema of ours: a Standard Schema, and whatever takes a zod schema takes it. */
export interface Schema<out Output = unknown, out Input = unknown> {
  _zod: Internals<Output, Input>
  '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: Validate<Output>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
  parse(value: unknown): Output
  safeParse(value: unknown): Parsed<Output>
}

/** The schema of an event's or a command's data, field by field in its `shape`. */
export interface ObjectSchema<out Output = unknown, out Input = unknown> extends Schema<Output, Input> {
  readonly shape: { readonly [Key in keyof Output]-?: Schema<Output[Key]> }
}

/** A schema of the vocabulary, to be written into a shape: `offeringId`, `title.optional()`. */
export interface Field<out Output = unknown, out Input = unknown> extends Schema<Output, Input> {
  optional(): OptionalField<Output | undefined, Input | undefined>
  nullable(): Field<Output | null, Input | null>
  default(value: NoInfer<Output>): DefaultedField<Output, Input | undefined>
  /** The same, where a rule between its parts holds as well. */
  refine(holds: (value: Output) => unknown): Field<Output, Input>
}

/** A field that may be left out. */
export interface OptionalField<out Output = unknown, out Input = unknown> extends Schema<Output, Input> {
  _zod: Internals<Output, Input> & { readonly optin: 'optional'; readonly optout: 'optional' }
}

/** A field a host may leave out, and a fold always finds. */
export interface DefaultedField<out Output = unknown, out Input = unknown> extends Schema<Output, Input> {
  _zod: Internals<Output, Input> & { readonly optin: 'defaulted' }
}

/** A field that holds a list. */
export interface ListField<out Item = unknown, out Input = unknown> extends Field<Item[], Input[]> {
  min(least: number): ListField<Item, Input>
  max(most: number): ListField<Item, Input>
  length(exactly: number): ListField<Item, Input>
}

/**
 * A zod schema under our own type, which is shorter to say and to check: `Field<string, string>`. It is the same schema.
 *
 * @example
 * ```ts
 * import * as z from 'zod'
 * import { field } from 'training-ops'
 * const room = field(z.string().max(20))
 * room.optional().safeParse(undefined).success // => true
 * ```
 */
export const field = <S extends AnySchema>(schema: S): Field<ValueOf<S>, TakenBy<S>> => schema as never
