/** The door as OpenAPI 3.1, from the JSON Schemas of the declarations: never behind what is answered. */
import { type JsonSchema, jsonSchemas } from 'training-ops/interop'
import { largestPage, pageSize } from './changes.ts'
import { training, views } from './training.ts'

type Answers = Readonly<Record<string, string>>

const answers = (told: Answers) =>
  Object.fromEntries(Object.entries(told).map(([status, description]) => [status, { description }]))
const parameter = (name: string, description: string, schema: JsonSchema = { type: 'string' }) => ({
  ...{ name, in: 'path', required: true, description, schema },
})

/** A schema stands under `components`, and what it refers to in itself is looked for there. OpenAPI has `x-` before words of one's own. */
const placed = (schema: JsonSchema, name: string): JsonSchema => {
  const { $schema: _, version, ...own } = schema
  return JSON.parse(
    JSON.stringify({ ...own, 'x-version': version }).replaceAll(
      '"#/$defs/',
      `"#/components/schemas/${name}/$defs/`,
    ),
  ) as JsonSchema
}

/** Who asks comes with the request, and an id is given where the command has none. */
const asSent = (schema: JsonSchema): JsonSchema => {
  const { properties, required } = schema as {
    readonly properties: Readonly<Record<string, { readonly properties: Readonly<Record<string, unknown>> }>>
    readonly required: readonly string[]
  }
  const { actor: _, ...known } = properties.metadata?.properties ?? {}
  return {
    ...schema,
    properties: {
      ...properties,
      metadata: { type: 'object', properties: known, additionalProperties: false },
    },
    required: required.filter((name) => name !== 'metadata'),
  }
}

export const openApi = (): JsonSchema => {
  const { commands, events } = jsonSchemas(training)
  const named = (schemas: Readonly<Record<string, JsonSchema>>, of = (one: JsonSchema) => one) =>
    Object.entries(schemas).map(([type, schema]) => [type, placed(of(schema), type)])
  const references = (types: readonly string[]) =>
    types.map((type) => ({ $ref: `#/components/schemas/${type}` }))
  const view = parameter('view', 'The name of a view.', {
    enum: views.map(({ name }) => name),
  })
  const subject = parameter('subject', 'The id of one subject of the view.')
  const seen = { 200: 'Its state, and the position of the log it has come to.' }
  const rejections = {
    401: 'Nobody asks.',
    403: 'Not for this role.',
    404: 'There is no such view or subject.',
  }
  const asked = (place: 'query' | 'header', name: string, description: string, schema: JsonSchema) => ({
    ...{ name, in: place, description, schema },
  })
  const paged = [
    asked(
      'query',
      'limit',
      `Subjects of a page: a view of many is answered page by page, ${pageSize} unless said.`,
      {
        ...{ type: 'integer', minimum: 1, maximum: largestPage },
      },
    ),
    asked('query', 'after', 'The subject after which the page begins: `next` of the page before.', {
      type: 'string',
    }),
  ]
  const cameBack = asked(
    'header',
    'Last-Event-ID',
    'The position that was last told: what was missed is told.',
    {
      type: 'string',
    },
  )
  const looked = (
    summary: string,
    parameters: readonly object[],
    told: Answers = { ...seen, ...rejections },
  ) => ({
    get: { summary, parameters, responses: answers(told) },
  })
  const streamed = (description: string) => ({
    get: {
      summary: 'As it is, and as it changes.',
      responses: {
        ...answers({ ...rejections, 503: 'Too many subscriptions are open.' }),
        200: { description, content: { 'text/event-stream': { schema: { type: 'string' } } } },
      },
    },
  })
  return {
    openapi: '3.1.0',
    info: { title: 'A host of training-ops', version: '1' },
    security: [{ system: [] }, { actorId: [], actorRole: [] }],
    paths: {
      '/commands': {
        post: {
          summary: 'Asks for a command; it is decided, and what follows by policy is carried out.',
          parameters: [
            {
              name: 'Idempotency-Key',
              in: 'header',
              description: 'The id of a command that has none.',
              schema: { type: 'string' },
            },
            {
              name: 'Accept-Language',
              in: 'header',
              description: 'English or Chinese.',
              schema: { type: 'string' },
            },
          ],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { oneOf: references(Object.keys(commands)), discriminator: { propertyName: 'type' } },
              },
            },
          },
          responses: {
            ...answers({
              400: 'InvalidCommand: each issue with its path, and in words.',
              401: 'Nobody asks.',
              403: 'Not for this role.',
              409: 'Refused by a rule: the rejection as data, and in words.',
              413: 'Too large.',
              415: 'Not JSON.',
              503: 'Nothing was appended: busy, the database is away, or a newer version wrote what it rests on.',
            }),
            200: {
              description: 'Accepted.',
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    required: ['accepted', 'commandId', 'events', 'followed'],
                    properties: {
                      accepted: { const: true },
                      commandId: { type: 'string' },
                      events: { type: 'array', items: { anyOf: references(Object.keys(events)) } },
                      resent: { const: true, description: 'It was accepted before; nothing was appended.' },
                      followsLater: { const: true },
                      advisories: { type: 'array', items: { type: 'object' } },
                      followed: { type: 'array', items: { type: 'object' } },
                    },
                  },
                },
              },
            },
          },
        },
      },
      '/views/{view}': looked('A view, whole or page by page.', [view, ...paged], {
        ...{ ...seen, ...rejections },
        400: 'A limit that is none.',
      }),
      '/views/{view}/subjects/{subject}': looked('One subject of a view.', [view, subject]),
      '/views/{view}/changes': {
        parameters: [view, cameBack],
        ...streamed(
          'Server-sent events. `anew`: forget what was told before. `states`: these subjects, as they are now; the whole comes in several, ' +
            'then only what has changed. A view without subjects: `state`, each time it has changed.',
        ),
      },
      '/views/{view}/subjects/{subject}/changes': {
        parameters: [view, subject],
        ...streamed('Server-sent events: `state`, and again each time it has changed.'),
      },
      '/set-aside': looked('What could not be carried out, and why; for the system.', [], {
        200: 'Events whose policies could not be followed, and deadlines that failed.',
        403: 'Not for this role.',
      }),
      '/health': {
        get: { summary: 'How it stands, in figures.', security: [], responses: answers({ 200: 'Figures.' }) },
      },
      '/ready': {
        get: {
          summary: 'Whether it can answer now.',
          security: [],
          responses: answers({ 200: 'It can.', 503: 'The database does not answer.' }),
        },
      },
    },
    components: {
      securitySchemes: {
        system: { type: 'http', scheme: 'bearer', description: 'The key of the system.' },
        actorId: { type: 'apiKey', in: 'header', name: 'x-actor-id', description: 'Set by the proxy.' },
        actorRole: { type: 'apiKey', in: 'header', name: 'x-actor-role', description: 'Set by the proxy.' },
      },
      schemas: Object.fromEntries([...named(commands, asSent), ...named(events)]),
    },
  }
}
