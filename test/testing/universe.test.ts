import fc from 'fast-check'
import { deliveryCommands, deliveryEvents } from 'training-ops'
import { arbitraryOf, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const world = universe({ offeringId: 1, learnerId: ['ada', 'bob'] })

describe('every command and event of the delivery room can be made from its schema alone', () => {
  test.each(Object.values(deliveryCommands).map(({ type, schema }) => [type, schema] as const))(
    '%s',
    (type, schema) => {
      const values = fc.sample(world.valuesOf(schema, type), { numRuns: 20, seed: 1 })
      expect(values.every((value) => schema.safeParse(value).success)).toBe(true)
    },
  )
  test.each(Object.entries(deliveryEvents.declarations).map(([type, { schema }]) => [type, schema] as const))(
    '%s',
    (type, schema) => {
      const values = fc.sample(world.valuesOf(schema, type), { numRuns: 20, seed: 1 })
      expect(values.every((value) => schema.safeParse(value).success)).toBe(true)
    },
  )
})

type Tree = { readonly name: string; readonly parts: readonly Tree[]; readonly twin?: Tree | undefined }
const tree: z.ZodType<Tree> = z.strictObject({
  name: z.string(),
  parts: z.array(z.lazy(() => tree)),
  twin: z.lazy(() => tree).optional(),
})
const endless: z.ZodType = z.strictObject({ next: z.lazy(() => endless) })

describe('values of a schema', () => {
  const made = (schema: z.ZodType, runs = 200) => fc.sample(arbitraryOf(schema), { numRuns: runs, seed: 3 })
  test.each([
    ['a record', z.record(z.string(), z.int().min(0))],
    ['a tuple', z.tuple([z.int(), z.boolean()])],
    ['a union', z.union([z.literal('a'), z.null()])],
    ['what may be null', z.int().min(1).max(9).nullable()],
    ['what has a default', z.strictObject({ a: z.string().default('b'), c: z.int().optional() })],
    ['what is at least, more than, and in steps', z.tuple([z.number().gt(3).lt(4), z.int().multipleOf(5)])],
    ['a pattern', z.string().regex(/^[A-Z]{3}-\d{2}$/)],
    [
      'a list that allows no doubles',
      z.array(z.int().min(0)).check((one) => {
        if (new Set(one.value).size < one.value.length) one.issues.push({ code: 'custom', input: one.value })
      }),
    ],
    ['what is read through a transform', z.string().transform((text) => text.length)],
    ['what refers to itself later', z.lazy(() => z.int())],
    ['a tree', tree],
    ['any JSON', z.json()],
    ['anything', z.unknown()],
    ['a record that names all its keys', z.record(z.enum(['a', 'b', 'c', 'd', 'e']), z.int())],
    ['a record that may leave some out', z.partialRecord(z.enum(['a', 'b']), z.int())],
  ])('%s', (_name, schema) => {
    expect(made(schema).every((value) => z.safeParse(schema, value).success)).toBe(true)
  })
  test('optional fields are there and not there', () => {
    const values = made(z.strictObject({ a: z.int().optional() })) as { a?: number }[]
    expect(values.some((value) => 'a' in value)).toBe(true)
    expect(values.some((value) => !('a' in value))).toBe(true)
    expect(values.some((value) => 'a' in value && value.a === undefined)).toBe(false)
  })
  test('small numbers come often, and large ones come', () => {
    const values = made(z.int().min(0)) as number[]
    expect(values.filter((value) => value <= 5).length).toBeGreaterThan(50)
    expect(values.some((value) => value > 1000)).toBe(true)
  })
  test('a filter that misses is loud, and says where', () => {
    const impossible = z.strictObject({
      a: z.strictObject({ b: z.string().refine((text) => text === 'no one would guess') }),
    })
    expect(() => made(impossible)).toThrow(
      /training-ops: arbitraryOf needs values that fit a\.b, got 1000 in a row/,
    )
  })
  test('a tree has parts of parts, and an end', () => {
    const depth = ({ parts }: Tree): number => 1 + Math.max(0, ...parts.map(depth))
    const depths = (made(tree) as Tree[]).map(depth)
    expect(Math.max(...depths)).toBe(4)
    expect(depths).toContain(1)
  })
  test('a schema without an end is loud', () => {
    expect(() => made(endless)).toThrow('arbitraryOf needs a schema that comes to an end')
  })
  test('a kind of schema it cannot read is loud, and says where', () => {
    expect(() => made(z.strictObject({ when: z.date() }))).toThrow(
      'arbitraryOf needs a schema it can read, got "date" at when',
    )
  })
  test('an id that must be long and may not be a word of the language is made', () => {
    const key = z
      .string()
      .min(16)
      .regex(/^(?!constructor$)[a-z-]+$/u)
    expect((made(key) as string[]).every((text) => key.safeParse(text).success)).toBe(true)
  })
  test('a pattern it cannot write texts of is loud, and says where', () => {
    expect(() => made(z.strictObject({ serial: z.string().regex(/^(?=A)[A-Z]\d{3}$/) }))).toThrow(
      'arbitraryOf needs a pattern it can write texts of, got /^(?=A)[A-Z]\\d{3}$/u at serial; say how it is made',
    )
  })
})

describe('a small world', () => {
  const seat = z.strictObject({
    learnerId: z.string(),
    sessionId: z.string(),
    at: z.iso.datetime(),
    learnerIds: z.array(z.string()),
  })
  const values = fc.sample(
    universe({ learnerId: ['ada', 'bob'], 'seat.at': fc.constant('2026-01-01T00:00:00Z') }).valuesOf(
      seat,
      'seat',
    ),
    {
      numRuns: 200,
      seed: 1,
    },
  ) as z.infer<typeof seat>[]
  const distinct = (field: (one: z.infer<typeof seat>) => string) => [...new Set(values.map(field))].sort()
  test('has few names of each kind', () => {
    expect(distinct(({ learnerId }) => learnerId)).toEqual(['ada', 'bob'])
    expect(distinct(({ sessionId }) => sessionId)).toEqual(['session-1', 'session-2', 'session-3'])
    expect(distinct(({ learnerIds }) => learnerIds.join())).toEqual(['', 'ada', 'ada,bob', 'bob'])
  })
  test('takes a field of one command from where it is told', () => {
    expect(distinct(({ at }) => at)).toEqual(['2026-01-01T00:00:00Z'])
  })
  test('has few instants', () => {
    const at = fc.sample(universe({}, { days: ['2026-05-01'] }).valuesOf(seat.shape.at, 'at'), {
      numRuns: 50,
      seed: 1,
    })
    expect([...new Set(at)].sort()).toEqual(['2026-05-01T09:00:00.000Z', '2026-05-01T17:00:00.000Z'])
  })
})
