/** What the generated pages and the table of meanings say of a command or an event, field by field. */
import {
  assemble,
  code,
  currency,
  day,
  instant,
  lifecycle,
  type Module,
  type Permit,
  type Permits,
  statistics,
  zone,
} from 'training-ops'
import { type JsonSchema, jsonSchemas } from 'training-ops/interop'
import * as z from 'zod'
import { type Declared, type DeclaredField, declarations } from './fields.ts'

const modules: readonly Module[] = [...lifecycle, statistics]
export const training = assemble([...lifecycle, statistics], {}, { trusted: true })
export const declared = declarations()
const schemas = jsonSchemas(training)

/** The rooms, with the commands and events of each in their order. */
export const rooms = modules.map((module) => ({
  name: module.name,
  commands: module.decisions.map(({ command }) => command.type as string),
  events: Object.keys(module.events.declarations),
  declarations: module.events.declarations,
}))

type Row = {
  readonly name: string
  readonly optional: boolean
  readonly value: string
  readonly meaning: string
  readonly inside: readonly Row[]
}

/** What tells the pieces of the vocabulary apart in a schema. */
const formOf = ({ pattern, allOf, maxLength }: JsonSchema): string =>
  JSON.stringify([pattern, allOf, maxLength])
const named = new Map(
  Object.entries({ id: code, currency, instant, day, 'time zone': zone }).map(
    ([name, piece]) => [formOf(z.toJSONSchema(piece as never) as JsonSchema), name] as const,
  ),
)

const grouped = (value: unknown): string => {
  const [whole = '', fraction] = String(value).split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return (fraction === undefined ? digits : `${digits}.${fraction}`).replace('-', '−')
}
/** Bounds that every JSON number has are no bounds of the field. */
const bound = (value: unknown): string | undefined =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? grouped(value) : undefined
const between = (least: string | undefined, most: string | undefined): string =>
  least !== undefined && most !== undefined
    ? `, ${least} to ${most}`
    : least !== undefined
      ? `, ${least} or more`
      : most !== undefined
        ? `, up to ${most}`
        : ''

/** The values a field takes, in words. */
const wordsOf = (schema: JsonSchema): string => {
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => `\`${one}\``).join(' ')
  const variants = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined
  if (variants !== undefined) return [...new Set(variants.map(wordsOf))].join(' or ')
  switch (schema.type) {
    case 'string':
      return named.get(formOf(schema)) ?? `text${between(undefined, bound(schema.maxLength))}`
    case 'integer':
      return `whole number${between(bound(schema.minimum), bound(schema.maximum))}`
    case 'number':
      return `number${between(bound(schema.minimum), bound(schema.maximum))}`
    case 'boolean':
      return 'true or false'
    case 'null':
      return '`null`'
    case 'array':
      return `list of ${wordsOf(schema.items as JsonSchema)}${between(bound(schema.minItems), bound(schema.maxItems))}`
    case 'object':
      return schema.additionalProperties !== false && schema.properties === undefined
        ? `by code: ${wordsOf(schema.additionalProperties as JsonSchema)}`
        : 'object'
    default:
      return 'any'
  }
}

/** The objects inside a schema: of a list, of a record, of each variant. */
const objectsIn = (schema: JsonSchema): readonly JsonSchema[] => [
  ...(schema.properties === undefined ? [] : [schema]),
  ...((schema.anyOf ?? schema.oneOf ?? []) as readonly JsonSchema[]).flatMap(objectsIn),
  ...(schema.items === undefined ? [] : objectsIn(schema.items as JsonSchema)),
  ...(typeof schema.additionalProperties === 'object'
    ? objectsIn(schema.additionalProperties as JsonSchema)
    : []),
]

/** The meanings of a field, of each variant of it, each said once. */
export const meaningsOf = (fields: readonly DeclaredField[], name: string): readonly string[] => [
  ...new Set(fields.filter((one) => one.name === name).flatMap(({ meaning }) => meaning ?? [])),
]

const propertiesOf = ({ properties }: JsonSchema) => properties as Readonly<Record<string, JsonSchema>>

/** The variants that have a field which others have not, by the value that tells variants apart: `choice`, `number`. */
const variantsWith = (name: string, objects: readonly JsonSchema[]): string => {
  const having = objects.filter((object) => Object.hasOwn(propertiesOf(object), name))
  if (having.length === objects.length) return ''
  const discriminator = Object.keys(propertiesOf(objects[0] as JsonSchema)).find((field) =>
    objects.every((object) => propertiesOf(object)[field]?.const !== undefined),
  )
  if (discriminator === undefined) return ''
  const values = having.map((object) => `\`${propertiesOf(object)[discriminator]?.const}\``)
  return `, of \`${discriminator}\` ${[...new Set(values)].join(' ')}`
}

const rowsOf = (schema: JsonSchema, fields: readonly DeclaredField[], above = ''): Row[] => {
  const byName = new Map<string, { schemas: JsonSchema[]; optional: boolean }>()
  const objects = objectsIn(schema)
  for (const object of objects)
    for (const [name, one] of Object.entries(propertiesOf(object))) {
      const held = byName.get(name) ?? { schemas: [], optional: false }
      held.schemas.push(one)
      if (!((object.required ?? []) as readonly string[]).includes(name)) held.optional = true
      byName.set(name, held)
    }
  const names = [...byName.keys()].join()
  if (names === above) return [] // a tree of questions: the same again
  return [...byName].map(([name, { schemas: held, optional }]) => {
    const given = held[0]?.default
    const unless =
      given === undefined ? '' : `, \`${JSON.stringify(given).replaceAll('"', "'")}\` unless given`
    return {
      name,
      optional: optional || held.length < objects.length,
      value: `${[...new Set(held.map(wordsOf))].join(' or ')}${unless}${variantsWith(name, objects)}`,
      meaning: meaningsOf(fields, name).join(' '),
      inside: rowsOf(
        { anyOf: held },
        fields.filter((one) => one.name === name).flatMap(({ inside }) => inside),
        names,
      ),
    }
  })
}

const rowsOfType = (kind: 'commands' | 'events', type: string): Row[] => {
  const { data = {} } = (schemas[kind][type]?.properties ?? {}) as Record<string, JsonSchema>
  return rowsOf(data, declared[kind].get(type)?.fields ?? [])
}

const cell = (text: string): string => text.replaceAll('|', '\\|')
const often = 3

/** The tables of a page: of each type, and of the shapes that come several times. */
export const tablesOf = (kind: 'commands' | 'events') => {
  const rows = new Map(
    rooms.flatMap((room) => room[kind]).map((type) => [type, rowsOfType(kind, type)] as const),
  )
  const seen = new Map<string, { name: string; count: number; rows: readonly Row[] }>()
  const count = (row: Row): void => {
    if (row.inside.length < 2) {
      row.inside.forEach(count)
      return
    }
    const key = JSON.stringify(row.inside)
    const held = seen.get(key)
    if (held !== undefined) held.count++
    else {
      seen.set(key, { name: row.name, count: 1, rows: row.inside })
      row.inside.forEach(count)
    }
  }
  for (const one of rows.values()) one.forEach(count)
  const shapes = new Map<string, string>()
  const perName = new Map<string, number>()
  for (const [key, one] of seen) {
    if (one.count < often) continue
    const nth = (perName.get(one.name) ?? 0) + 1
    perName.set(one.name, nth)
    shapes.set(key, `shape ${one.name}${nth === 1 ? '' : ` ${nth}`}`)
  }
  const lines = (some: readonly Row[], path: string, marks: (field: string) => string): string[] =>
    some.flatMap(({ name, optional, value, meaning, inside }) => {
      const shape = shapes.get(JSON.stringify(inside))
      const shown =
        shape === undefined
          ? value
          : value.replace('object', `[${shape}](#${shape.replaceAll(' ', '-').toLowerCase()})`)
      return [
        `| \`${path}${name}\`${optional ? '?' : ''}${path === '' ? marks(name) : ''} | ${cell(shown)} | ${cell(meaning)} |`,
        ...(shape === undefined ? lines(inside, `${path}${name}.`, marks) : []),
      ]
    })
  const table = (some: readonly Row[], marks: (field: string) => string = () => ''): string =>
    ['| field | value | meaning |', '|---|---|---|', ...lines(some, '', marks)].join('\n')
  return {
    of: (type: string, marks?: (field: string) => string): string => table(rows.get(type) ?? [], marks),
    shapes: [...shapes]
      .map(([key, heading]) => `### ${heading}\n\n${table(seen.get(key)?.rows ?? [])}\n`)
      .join('\n'),
  }
}

/** Every field with its path, of one command or event. */
export const pathsOf = (one: Declared): readonly (readonly [string, DeclaredField])[] => {
  const walk = (fields: readonly DeclaredField[], path: string): (readonly [string, DeclaredField])[] =>
    fields.flatMap((field) => [
      [path + field.name, field] as const,
      ...walk(field.inside, `${path}${field.name}.`),
    ])
  return walk(one.fields, '')
}

const permitInWords = (permit: Permit): string => {
  if (typeof permit === 'string') return permit
  const { role, as, notAs, relation, to, only = {}, names = [] } = permit
  const fields = (list: readonly string[]) => list.map((name) => `\`${name}\``).join(', ')
  const without = Object.keys(only).filter((name) => only[name]?.length === 0)
  const limited = Object.entries(only).filter(([, values]) => values.length > 0)
  const bounds = [
    ...(as === undefined ? [] : [`own \`${as}\``]),
    ...(notAs === undefined ? [] : [`not own \`${notAs}\``]),
    ...(relation === undefined ? [] : [`who \`${relation}\` the \`${to}\``]),
    ...limited.map(([name, values]) => `\`${name}\` only ${values.join(' or ')}`),
    ...(without.length === 0 ? [] : [`without ${fields(without)}`]),
    ...(names.length === 0 ? [] : [`may name others in ${fields(names)}`]),
  ]
  return bounds.length === 0 ? role : `${role} (${bounds.join('; ')})`
}

/** Who may ask a command, in words. */
export const permitsOf = (type: string): string => {
  return permitsInWords(training.permissions[type] ?? 'anyone')
}

/** A row of the table, in words. */
export const permitsInWords = (permits: Permits): string => {
  return permits === 'anyone' ? 'anyone' : permits.map(permitInWords).join(', ') || 'the system alone'
}

/** The table of meanings as source text: by path, each as widely as it holds. */
export const meaningsTable = (): string => {
  type Said = {
    readonly room: string
    readonly type: string
    readonly path: string
    readonly meaning: string
  }
  const said = [...declared.commands.values(), ...declared.events.values()].flatMap((one): Said[] => {
    const byPath = new Map<string, Set<string>>()
    for (const [path, { meaning }] of pathsOf(one))
      if (meaning !== undefined) byPath.set(path, (byPath.get(path) ?? new Set()).add(meaning))
    return [...byPath].map(([path, meanings]) => ({
      room: one.context,
      type: one.type,
      path,
      meaning: [...meanings].join(' '),
    }))
  })
  /** The meaning most of them share, by a key. */
  const commonest = (some: readonly Said[], keyOf: (one: Said) => string): ReadonlyMap<string, string> => {
    const counts = new Map<string, Map<string, number>>()
    for (const one of some) {
      const held = counts.get(keyOf(one)) ?? new Map<string, number>()
      counts.set(keyOf(one), held.set(one.meaning, (held.get(one.meaning) ?? 0) + 1))
    }
    return new Map(
      [...counts].map(([key, held]) => [
        key,
        [...held].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '',
      ]),
    )
  }
  const wide = commonest(said, ({ path }) => path)
  const inRooms = commonest(said, ({ room, path }) => `${room} ${path}`)
  const grouped = (entries: readonly (readonly [string, string, string])[]): string =>
    [...new Set(entries.map(([group]) => group))]
      .sort()
      .map(
        (group) =>
          `  ${group}: {\n${lines(
            entries.filter(([one]) => one === group).map(([, path, words]) => [path, words] as const),
            '    ',
          )}\n  },`,
      )
      .join('\n')
  const lines = (entries: readonly (readonly [string, string])[], indent: string): string =>
    [...new Map(entries)]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([path, words]) => `${indent}${JSON.stringify(path)}: ${JSON.stringify(words)},`)
      .join('\n')
  const room = [...inRooms].flatMap(([key, words]) => {
    const [group = '', path = ''] = key.split(' ')
    return wide.get(path) === words ? [] : [[group, path, words] as const]
  })
  const type = said.flatMap((one) =>
    (inRooms.get(`${one.room} ${one.path}`) ?? '') === one.meaning
      ? []
      : [[one.type, one.path, one.meaning] as const],
  )
  return [
    '// Written by `npx vitest run test/house/events.test.ts -u` from the comments of the declarations.',
    "import type { FieldMeanings } from './json-schema.ts'",
    '',
    'const everywhere = {',
    lines([...wide], '  '),
    '}',
    'const inRoom = {',
    grouped(room),
    '}',
    'const ofType = {',
    grouped(type),
    '}',
    '',
    '/** What every field of the library means: the comments of its declarations, for `jsonSchemas`. */',
    'export const fieldMeanings: FieldMeanings = { everywhere, inRoom, ofType }',
    '',
  ].join('\n')
}
