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
const actor = z.strictObject({ id, role: id })

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
        })
        .partial()
        .optional(),
    })
    .meta({ title: type, version })

const written = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema =>
  z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as JsonSchema

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
 */
export const jsonSchemas = ({ modules }: Pick<TrainingSystem, 'modules'>): MessageSchemas => {
  const commands: Record<string, JsonSchema> = {}
  const events: Record<string, JsonSchema> = {}
  for (const module of modules)
    for (const { command } of module.decisions)
      commands[command.type as string] = written(
        commandOf(command.type as string, command.schema as unknown as z.ZodObject),
        'input',
      )
  for (const { declarations } of [...modules.map((module) => module.events), policyCommandEvents])
    for (const [type, { schema, version }] of Object.entries(declarations as Declarations))
      events[type] = written(eventOf(type, schema, version), 'output')
  return { commands, events }
}

type Declarations = Readonly<Record<string, { readonly schema: z.ZodObject; readonly version: number }>>
