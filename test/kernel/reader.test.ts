/** Values read by generated code come to what zod makes of them. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as kernel from 'training-ops'
import { assemble, lifecycle } from 'training-ops'
import { afterEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readerOf } from '../../src/kernel/reader.ts'
import type { AnySchema, Field } from '../../src/kernel/schema.ts'

/** As text, so that −0, a key that holds nothing, and the order of keys are seen. */
const shown = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => {
    if (inner === undefined || typeof inner === 'bigint') return `${typeof inner}`
    return Object.is(inner, -0) ? 'minus 0' : inner
  }) ?? 'nothing'
const asZod = (schema: AnySchema, value: unknown): string => {
  const read = (schema as Field).safeParse(value)
  // A −0 becomes 0: JSON does not keep the difference.
  return read.success ? shown(read.data).replaceAll('"minus 0"', '0') : 'refused'
}
const asRead = (schema: AnySchema, value: unknown): string => {
  const read = readerOf(schema).parse(value)
  return read.success ? shown(read.data) : 'refused'
}

const odd: readonly unknown[] = [
  ...[
    undefined,
    null,
    -0,
    1.5,
    -1,
    1e300,
    10 ** 9,
    Number.NaN,
    '',
    'x',
    '2026-01-01',
    '2026-01-01T00:00:00.000Z',
  ],
  ...['\u0000', '\ud800', true, [], {}, [1], ['a', 'a'], { a: 1 }, new Date(0), 3n],
]
/** A value with one thing in it changed, added or taken away. */
const spoilt = (value: unknown, pick: (below: number) => number): unknown => {
  if (value === null || typeof value !== 'object' || pick(6) === 0) return odd[pick(odd.length)]
  if (Array.isArray(value)) {
    const items = [...value]
    const at = pick(items.length + 1)
    if (at === items.length || pick(5) === 0) return [...items, items[0] ?? odd[pick(odd.length)]]
    if (pick(5) === 0) return items.slice(1)
    return items.with(at, spoilt(items[at], pick))
  }
  const record: Record<string, unknown> = { ...value }
  const keys = Object.keys(record)
  const key = keys[pick(keys.length)] ?? 'more'
  const what = pick(6)
  if (what === 0) delete record[key]
  else if (what === 1) record.more = odd[pick(odd.length)]
  else record[key] = spoilt(record[key], pick)
  return record
}

const schemas: Readonly<Record<string, readonly [AnySchema, unknown]>> = {
  'optional, default and nothing': [
    z.strictObject({
      a: z.string().optional(),
      b: z.int().default(3),
      c: z.number().nullable(),
      d: z.boolean().default(true).optional(),
      e: z.literal(['x', 1]),
    }),
    { a: 'a', b: 1, c: 2, d: false, e: 1 },
  ],
  'other keys left out': [z.object({ a: z.string() }), { a: 'x', b: 1 }],
  'other keys kept': [z.looseObject({ a: z.string() }), { a: 'x', b: 1 }],
  'lists with rules': [
    z.strictObject({
      list: z
        .array(z.string().max(3))
        .min(1)
        .max(3)
        .refine((list) => new Set(list).size === list.length),
    }),
    { list: ['a', 'b'] },
  ],
  'a rule that writes': [
    z.strictObject({ list: z.array(z.int()).refine((list) => list.sort() !== undefined) }),
    { list: [3, 1] },
  ],
  'transforms, pipes, catches': [
    z.strictObject({
      trimmed: z.string().trim(),
      size: z.string().transform((value) => value.length),
      caught: z.int().catch(7),
      piped: z.string().pipe(z.string().min(1)),
    }),
    { trimmed: ' a ', size: 'abc', caught: 1, piped: 'x' },
  ],
  'unions, told apart by a field or not': [
    z.strictObject({
      one: z.union([z.string(), z.strictObject({ a: z.int() }), z.array(z.int())]),
      other: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('a'), n: z.int() }),
        z.strictObject({ kind: z.enum(['b', 'c']), s: z.string() }),
      ]),
    }),
    { one: { a: 1 }, other: { kind: 'b', s: 'x' } },
  ],
  'records, tuples, anything': [
    z.strictObject({
      record: z.record(z.string().max(2), z.int()),
      tuple: z.tuple([z.string(), z.int()]),
      any: z.unknown(),
    }),
    { record: { a: 1, b: 2 }, tuple: ['a', 1], any: { deep: [1] } },
  ],
  'a number as an option': [z.strictObject({ n: z.number().gt(-2).lt(2).multipleOf(0.5) }), { n: 1.5 }],
}
type Tree = { readonly name: string; readonly parts: readonly Tree[] }
const tree: z.ZodType<Tree> = z.strictObject({
  name: z.string(),
  get parts() {
    return z.array(tree)
  },
})

const runs = { numRuns: 300 }
const picks = fc.infiniteStream(fc.nat(1_000_000))
const picking = (stream: Iterator<number>) => (below: number) => (stream.next().value ?? 0) % below

describe('what is read is what zod makes of it', () => {
  test.each(
    Object.entries({
      ...schemas,
      'a schema that holds itself': [tree, { name: 'a', parts: [{ name: 'b', parts: [] }] }] as const,
    }),
  )('%s', (_, [schema, value]) => {
    expect(asRead(schema, value)).toBe(asZod(schema, value))
    expect(asZod(schema, value)).not.toBe('refused')
    fc.assert(
      fc.property(picks, (stream) => {
        const other = spoilt(value, picking(stream))
        expect(asRead(schema, other)).toBe(asZod(schema, other))
      }),
      runs,
    )
  })

  const log = readFileSync('test/house/golden-log.jsonl', 'utf8').trim().split('\n')
  const declared = Object.assign({}, ...lifecycle.map(({ events }) => events.declarations)) as Readonly<
    Record<string, { readonly schema: AnySchema } | undefined>
  >
  test('every kind of event of the golden log, and each with one thing wrong', () => {
    const picked = new Map(log.map((line) => JSON.parse(line)).map((event) => [event.type, event.data]))
    fc.assert(
      fc.property(picks, (stream) => {
        for (const [type, data] of picked) {
          const schema = declared[type]?.schema
          if (schema === undefined) continue
          const other = spoilt(data, picking(stream))
          for (const value of [data, other]) expect(asRead(schema, value)).toBe(asZod(schema, value))
        }
      }),
      { numRuns: 10 },
    )
  })
})

describe('where no code may be generated', () => {
  afterEach(() => {
    z.config({ jitless: false })
  })
  test('zod reads, to the same end', () => {
    z.config({ jitless: true })
    for (const [schema, value] of Object.values(schemas))
      expect(asRead(schema, value)).toBe(asZod(schema, value))
  })
})

test('what is given is frozen, and no part of it is what came in', () => {
  const [schema] = schemas['records, tuples, anything'] as (typeof schemas)[string]
  const came = { record: { a: 1 }, tuple: ['a', 1], any: { deep: [1] } }
  const read = readerOf(schema).parse(came)
  const data = read.data as typeof came
  for (const part of [data, data.record, data.tuple, data.any, data.any.deep])
    expect(Object.isFrozen(part)).toBe(true)
  for (const part of [came, came.record, came.tuple, came.any, came.any.deep])
    expect(Object.isFrozen(part)).toBe(false)
})

describe('a command that was looked at', () => {
  const training = assemble(lifecycle, {}, { trusted: true })
  const asking = () => ({
    type: 'OpenEnrolment' as const,
    data: { at: '2026-03-01T01:00:00.000Z', offeringId: 'o-1' },
    metadata: { commandId: 'c-1' },
  })
  test('and is another by now, is checked again', () => {
    const command = asking()
    expect(training.boundaryOf(command)).not.toHaveLength(0)
    expect(training.decide(command, [])).toMatchObject({ left: { code: 'Unknown' } })
    command.data.offeringId = 'o 1'
    expect(training.decide(command, [])).toMatchObject({ left: { code: 'InvalidCommand' } })
    command.data.offeringId = 'o-2'
    expect(training.decide(command, [])).toMatchObject({ left: { code: 'Unknown', id: 'o-2' } })
  })
  test('and gained or lost a key, is checked again', () => {
    const command: { data: Record<string, unknown> } = asking()
    training.boundaryOf(command as never)
    command.data.more = 1
    expect(training.decide(command as never, [])).toMatchObject({ left: { code: 'InvalidCommand' } })
    delete command.data.more
    delete command.data.at
    expect(training.decide(command as never, [])).toMatchObject({ left: { code: 'InvalidCommand' } })
  })
  test('is checked once on its way from its boundary to its decision', () => {
    let times = 0
    const { defineCommands, defineDecision, defineModule, defineEvents, accepted } = kernel
    const counted = z.string().refine(() => ++times > 0)
    const own = assemble(
      [
        defineModule({
          name: 'counting',
          events: defineEvents({}),
          decisions: [
            defineDecision({
              command: defineCommands({ Count: { what: counted } }).Count,
              reads: {},
              decide: () => accepted(),
            }),
          ],
        }),
      ],
      {},
      { trusted: true },
    )
    const command = { type: 'Count' as const, data: { what: 'x' }, metadata: { commandId: 'c-1' } }
    own.boundaryOf(command)
    own.decide(command, [])
    expect(times).toBe(1)
  })
})
