import * as z from 'zod'
import { policyCommandEvents, type TrainingSystem } from '../kernel/index.ts'

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** A schema for every message of a training system, by its type. */
export type MessageSchemas = {
  readonly commands: Readonly<Record<string, JsonSchema>>
  readonly events: Readonly<Record<string, JsonSchema>>
}

const id = z.string().min(1)
const actor = z.strictObject({ id, role: id, relations: z.array(z.string()).max(20).optional() })

const commandOf = (type: string, data: z.ZodObject) =>
  z
    .strictObject({
      kind: z.literal('Command').optional(),
      type: z.literal(type),
      data,
      metadata: z.strictObject({
        commandId: id,
        correlationId: id.optional(),
        causationId: id.optional(),
        actor: actor.optional(),
      }),
    })
    .meta({ title: type })

const eventOf = (type: string, data: z.ZodObject, version: number) =>
  z
    .object({
      type: z.literal(type),
      data,
      metadata: z
        .object({
          eventId: id,
          commandId: id,
          commandFingerprint: z.string(),
          schemaVersion: z.literal(version),
          correlationId: id,
          causationId: id,
          actor,
          recordedAt: z.string(),
        })
        .partial()
        .optional(),
    })
    .meta({ title: type, version })

const written = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema =>
  z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as JsonSchema

/**
 * The meaning of fields, by path (`competencies.level`): everywhere, in the rooms where it is another, and of the types
 * where it is another again. `fieldMeanings` are the library's.
 */
export type FieldMeanings = {
  readonly everywhere: Meanings
  readonly inRoom: Readonly<Record<string, Meanings>>
  readonly ofType: Readonly<Record<string, Meanings>>
}
type Meanings = Readonly<Record<string, string>>

const translated = (meanings: Meanings, words: Meanings): Meanings =>
  Object.fromEntries(Object.entries(meanings).map(([path, meaning]) => [path, words[meaning] ?? meaning]))
const translatedOfEach = (of: Readonly<Record<string, Meanings>>, words: Meanings) =>
  Object.fromEntries(Object.entries(of).map(([name, meanings]) => [name, translated(meanings, words)]))

/**
 * Field meanings in another language, for forms and documents: `words` has the sentence of that language by the English one.
 * A sentence without a translation stays English. `chineseFieldMeanings` are the library's in Chinese; a host adds its own.
 *
 * @example
 * ```ts
 * import { chineseFieldMeanings, fieldMeanings, translatedMeanings } from 'training-ops/interop'
 * translatedMeanings(fieldMeanings, chineseFieldMeanings).everywhere.learnerId // => '所涉及的学员。'
 * translatedMeanings(fieldMeanings, { 'The course (课程).': 'Der Kurs.' }).everywhere.courseId // => 'Der Kurs.'
 * ```
 */
export const translatedMeanings = (
  { everywhere, inRoom, ofType }: FieldMeanings,
  words: Readonly<Record<string, string>>,
): FieldMeanings => ({
  everywhere: translated(everywhere, words),
  inRoom: translatedOfEach(inRoom, words),
  ofType: translatedOfEach(ofType, words),
})

type MeaningOf = (path: string) => string | undefined

const inside = ['items', 'additionalProperties'] as const
const variants = ['anyOf', 'oneOf'] as const

/** The schema with a `description` at each field whose meaning is known. */
const described = (schema: JsonSchema, meaningOf: MeaningOf, path = ''): JsonSchema => {
  const result: { [keyword: string]: unknown } = { ...schema }
  if (schema.properties !== undefined)
    result.properties = Object.fromEntries(
      Object.entries(schema.properties as Readonly<Record<string, JsonSchema>>).map(([name, field]) => {
        const here = `${path}${name}`
        const description = meaningOf(here)
        const within = described(field, meaningOf, `${here}.`)
        return [name, description === undefined ? within : { description, ...within }]
      }),
    )
  for (const key of inside)
    if (typeof schema[key] === 'object') result[key] = described(schema[key] as JsonSchema, meaningOf, path)
  for (const key of variants)
    if (Array.isArray(schema[key]))
      result[key] = (schema[key] as readonly JsonSchema[]).map((one) => described(one, meaningOf, path))
  return result
}

const withMeanings = (message: JsonSchema, meaningOf: MeaningOf): JsonSchema => {
  const { data, ...beside } = message.properties as Readonly<Record<string, JsonSchema>>
  return { ...message, properties: { ...beside, data: described(data ?? {}, meaningOf) } }
}

/**
 * Every command and event of a training system as JSON Schema (draft 2020-12): for an OpenAPI page, a schema registry,
 * or a consumer of the log that is not written in TypeScript. They come from the declarations, so they are never behind.
 *
 * A command's schema is of what may be sent; an event's is of today's version, as `decide` hands it out (what older
 * versions wrote is read by `decode`, not by this). A rule between two fields (an end after its start) and a limit in
 * bytes cannot be said in JSON Schema: `receive` holds those, and answers with the path. Patterns are ECMAScript
 * regular expressions with Unicode property escapes (flag `u`).
 *
 * @example
 * ```ts
 * import { assemble, lifecycle } from 'training-ops'
 * import { jsonSchemas } from 'training-ops/interop'
 * const { commands, events } = jsonSchemas(assemble(lifecycle))
 * commands.OpenEnrolment?.required // => ['type', 'data', 'metadata']
 * events.EnrolmentOpened?.title // => 'EnrolmentOpened'
 * ```
 *
 * With `fieldMeanings` every field of the library has a `description`. They are a table of their own, so that a bundle
 * without them stays small; a host's own fields bring their descriptions with zod's `describe`.
 *
 * @example
 * ```ts
 * import { assemble, lifecycle } from 'training-ops'
 * import { fieldMeanings, jsonSchemas } from 'training-ops/interop'
 * const { commands } = jsonSchemas(assemble(lifecycle), fieldMeanings)
 * const { data } = commands.RecordAttendance?.properties as Record<string, { properties: Record<string, { description: string }> }>
 * data?.properties.sessionId?.description // => 'The session (场次) of the offering.'
 * ```
 */
export const jsonSchemas = (
  { modules }: Pick<TrainingSystem, 'modules'>,
  meanings?: FieldMeanings,
): MessageSchemas => {
  const described = (room: string, type: string, schema: JsonSchema): JsonSchema =>
    meanings === undefined
      ? schema
      : withMeanings(
          schema,
          (path) =>
            meanings.ofType[type]?.[path] ?? meanings.inRoom[room]?.[path] ?? meanings.everywhere[path],
        )
  const commands: Record<string, JsonSchema> = {}
  const events: Record<string, JsonSchema> = {}
  for (const module of modules)
    for (const { command } of module.decisions)
      commands[command.type as string] = described(
        module.name,
        command.type as string,
        written(commandOf(command.type as string, command.schema as unknown as z.ZodObject), 'input'),
      )
  for (const { name, events: declared } of [...modules, { name: 'kernel', events: policyCommandEvents }])
    for (const [type, { schema, version }] of Object.entries(declared.declarations as Declarations))
      events[type] = described(name, type, written(eventOf(type, schema, version), 'output'))
  return { commands, events }
}

type Declarations = Readonly<Record<string, { readonly schema: z.ZodObject; readonly version: number }>>
