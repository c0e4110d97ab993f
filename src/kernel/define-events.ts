import * as z from 'zod'
import type { AnyEvent, DomainEvent, Tag } from './event.ts'
import { fieldsWithPersonalText } from './free-text.ts'
import { mistake } from './mistake.ts'
import type { DataOfShape, InputOfShape, ObjectSchema, Shape } from './schema.ts'

/** Turns data written by one version of a declaration into data of the next. */
// biome-ignore lint/suspicious/noExplicitAny: old data has the old shape, which no type of today describes
export type Upcaster = (data: any) => unknown

/** Everything the library knows about one event type, said once. */
// biome-ignore lint/suspicious/noExplicitAny: the default is the bound of every generic over declarations
export interface EventDeclaration<out Data = any, out Input = any> {
  readonly schema: ObjectSchema<Data, Input>
  /** Counted up when the data changes shape; 1 at first. */
  readonly version: number
  /** From each earlier version to the one after it: `{ 1: (data) => … }` leads from 1 to 2. */
  readonly upcasters: Readonly<Record<number, Upcaster>>
  /** Fields that tag beside those whose names end in `Id` or `Ids`: a serial, an invoice number. */
  readonly taggedBy: readonly string[]
  /** Tags that every event of the type has: `catalog:courses`, for who reads all of them (a projection's `tag`). */
  readonly tags: readonly Tag[]
  /** Fields with text that goes when a person is to be forgotten (`personalText`): never what a decision needs. */
  readonly personal: readonly string[]
}

export type EventOptions<Field extends string> = {
  readonly version?: number
  readonly upcasters?: Readonly<Record<number, Upcaster>>
  readonly taggedBy?: readonly Field[]
  readonly tags?: readonly Tag[]
}

/**
 * Declares one event type: its fields, and what is special about them.
 *
 * @example
 * ```ts
 * import { defineEvents, event } from 'training-ops'
 * import * as z from 'zod'
 * const events = defineEvents({ PairMatched: event({ at: z.iso.datetime(), pairId: z.string(), mentorId: z.string() }) })
 * events.make.PairMatched({ at: '2026-03-01T01:00:00.000Z', pairId: 'p-1', mentorId: 'bob' }).type // => 'PairMatched'
 * ```
 */
export const event = <const S extends Shape>(
  shape: S,
  options: EventOptions<keyof S & string> = {},
): EventDeclaration<DataOfShape<S>, InputOfShape<S>> => ({
  schema: z.strictObject(shape) as never,
  version: options.version ?? 1,
  upcasters: options.upcasters ?? {},
  taggedBy: options.taggedBy ?? [],
  tags: options.tags ?? [],
  personal: fieldsWithPersonalText(shape),
})

/** The events of a context: by type, the data each has and the data it is made of. */
export type EventVocabulary<Data, Input extends { readonly [Type in keyof Data]: unknown }> = {
  readonly declarations: { readonly [Type in keyof Data]: EventDeclaration<Data[Type], Input[Type]> }
  /** One constructor an event type. */
  readonly make: {
    readonly [Type in keyof Data]: (data: Input[Type]) => DomainEvent<Type & string, Data[Type]>
  }
}

/**
 * The union of the events a vocabulary declares. `type MentoringEvent = EventsOf<typeof events> | never` is the same union
 * under a name of its own: declarations then say `MentoringEvent`, where without it they spell every event out.
 */
export type EventsOf<Vocabulary> =
  Vocabulary extends EventVocabulary<infer Data, infer _>
    ? unknown extends Data
      ? AnyEvent
      : { [Type in keyof Data & string]: DomainEvent<Type, Data[Type]> }[keyof Data & string]
    : never

type DataDeclared<D> = D extends EventDeclaration<infer Data, infer _> ? Data : never
type InputDeclared<D> = D extends EventDeclaration<infer _, infer Input> ? Input : never

/**
 * Declares what can have happened. Names are storage: add, never rename.
 *
 * Throws `training-ops: defineEvents needs …` when a later version lacks the upcaster that leads to it.
 *
 * @example
 * ```ts
 * import * as z from 'zod'
 * import { defineEvents, event, tagsOf } from 'training-ops'
 * const events = defineEvents({ MentorAsked: event({ at: z.iso.datetime(), menteeId: z.string() }) })
 * const asked = events.make.MentorAsked({ at: '2026-03-01T09:00:00.000Z', menteeId: 'ada' })
 * tagsOf(events, asked) // => ['mentee:ada']
 * ```
 */
export const defineEvents = <const Declarations extends Record<string, EventDeclaration>>(
  declarations: Declarations,
): EventVocabulary<
  { readonly [Type in keyof Declarations]: DataDeclared<Declarations[Type]> },
  { readonly [Type in keyof Declarations]: InputDeclared<Declarations[Type]> }
> => {
  for (const [type, { version, upcasters }] of Object.entries(declarations))
    for (let from = 1; from < version; from++)
      if (upcasters[from] === undefined)
        throw mistake('defineEvents', `an upcaster from version ${from} of ${type}`, 'none')
  const make = Object.fromEntries(
    Object.keys(declarations).map((type) => [type, (data: unknown) => ({ type, data })]),
  )
  return { declarations, make } as never
}

type Subject = {
  readonly type: string
  readonly data: unknown
  readonly metadata?: { readonly commandId?: string }
}

/** The tag a field gives: `offeringId` → `offering:<id>`, `serial` → `serial:<value>`. */
export const tagOf = (field: string, value: string): Tag =>
  `${field.endsWith('Id') ? field.slice(0, -2) : field}:${value}`

/**
 * Which subjects an event is about: every `…Id` and every `…Ids` of its data, and what is declared beside.
 *
 * @example
 * ```ts
 * import { defineEvents, event, tagsOf } from 'training-ops'
 * import * as z from 'zod'
 * const events = defineEvents({ PairMatched: event({ at: z.iso.datetime(), pairId: z.string(), mentorIds: z.array(z.string()) }) })
 * tagsOf(events, { type: 'PairMatched', data: { at: '2026-03-01T01:00:00.000Z', pairId: 'p-1', mentorIds: ['bob'] } }) // => ['pair:p-1', 'mentor:bob']
 * ```
 */
export const tagsOf = (
  { declarations }: { readonly declarations: Readonly<Record<string, EventDeclaration>> },
  happened: Subject,
): readonly Tag[] => {
  const { taggedBy = [], tags: always = [] } = declarations[happened.type] ?? {}
  const tags: Tag[] = [...always]
  for (const [field, value] of Object.entries(happened.data as object)) {
    if (typeof value === 'string' && (field.endsWith('Id') || taggedBy.includes(field)))
      tags.push(tagOf(field, value))
    else if (Array.isArray(value) && field.endsWith('Ids'))
      for (const id of value) tags.push(tagOf(field.slice(0, -1), String(id)))
  }
  if (happened.metadata?.commandId !== undefined) tags.push(`command:${happened.metadata.commandId}`)
  return tags
}
