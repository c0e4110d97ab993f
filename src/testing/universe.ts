import fc, { type Arbitrary } from 'fast-check'
import type * as z from 'zod'
import { arbitraryOf, type Overrides, oneOf } from './arbitrary-of.ts'
import { same } from './same.ts'

/** The values of a field: these, or so many made-up names, or an arbitrary. */
export type ValuePool = readonly unknown[] | number | Arbitrary<unknown>

/** A small world: few names of each kind and few instants, so that paths cross. */
export type Universe = {
  /** Values of a schema, as this world has them; `name` is what an override may call it by. */
  readonly valuesOf: (schema: z.core.$ZodType, name?: string) => Arbitrary<unknown>
  /** Whether a value may stand in a field, by its path: one of those named for it, and any where none are. */
  readonly allows: (path: readonly string[], value: unknown) => boolean
  /** Whether only some days were named: then nothing else is made up about time, beside what the workflow itself plans. */
  readonly days: 'named' | 'any'
}

/**
 * A small world for stories to happen in. Fields are named as in commands and events: `learnerId` stands for every
 * field of that name (and `learnerIds` for lists of them), `'ScheduleOffering.sessions'` for that one. Ids nobody
 * mentions get three names each. Instants fall at nine and at five on `days`.
 *
 * With ids that never meet, no rule about two people is ever put to the test.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import * as z from 'zod'
 * import { universe } from 'training-ops/testing'
 * const world = universe({ learnerId: ['ada', 'bob'], offeringId: 1 })
 * const seat = z.strictObject({ learnerId: z.string(), offeringId: z.string() })
 * fc.sample(world.valuesOf(seat), 30).every((value) =>
 *   ['{"learnerId":"ada","offeringId":"offering-1"}', '{"learnerId":"bob","offeringId":"offering-1"}'].includes(JSON.stringify(value)),
 * ) // => true
 * ```
 */
export const universe = (
  fields: Readonly<Record<string, ValuePool>> = {},
  { days: named }: { readonly days?: readonly string[] } = {},
): Universe => {
  const days = named ?? ['2026-03-02', '2026-03-03', '2026-03-09']
  const instants = days.flatMap((day) => [`${day}T09:00:00.000Z`, `${day}T17:00:00.000Z`])
  const overrides: Overrides = (path, schema) => {
    const field = path.at(-1)
    if (field === undefined) return undefined
    for (const name of namesFor(path)) {
      const few = fields[name]
      if (few !== undefined) return fewOf(few, path, schema)
    }
    const { def } = (schema as z.core.$ZodTypes)._zod
    if (def.type === 'array' && field.endsWith('Ids')) {
      const few = fields[field.slice(0, -1)] ?? 3
      return Array.isArray(few) || typeof few === 'number'
        ? fc.subarray([...namesOf(few, field.slice(0, -1))])
        : undefined
    }
    if (def.type !== 'string') return undefined
    if (field.endsWith('Id')) {
      const least = (schema as { readonly minLength?: number | null }).minLength ?? 0
      return fc.constantFrom(...namesOf(3, field).map((name) => String(name).padEnd(least, '-')))
    }
    const format = (def as { readonly format?: string }).format
    if (format === 'datetime') return fc.constantFrom(...instants)
    if (format === 'date') return fc.constantFrom(...days)
    return undefined
  }
  return {
    valuesOf: (schema, name) => arbitraryOf(schema, overrides, name === undefined ? [] : [name]),
    allows: (path, value) => {
      const pool = namesFor(path)
        .map((name) => fields[name])
        .find((one) => one !== undefined)
      if (typeof pool === 'number') return namesOf(pool, path.at(-1) ?? '').includes(value)
      return !Array.isArray(pool) || pool.some((one) => same(one, value))
    },
    days: named === undefined ? 'any' : 'named',
  }
}

/** The names a field may be overridden by, the narrowest first: `A.b.c`, `b.c`, `c`. */
const namesFor = (path: readonly string[]): readonly string[] => path.map((_, at) => path.slice(at).join('.'))

const fewOf = (few: ValuePool, path: readonly string[], schema: z.core.$ZodType): Arbitrary<unknown> =>
  typeof few === 'number' || Array.isArray(few)
    ? oneOf(schema, namesOf(few, path.at(-1) ?? ''), path)
    : (few as Arbitrary<unknown>)

const namesOf = (few: number | readonly unknown[], field: string): readonly unknown[] =>
  typeof few === 'number'
    ? Array.from({ length: few }, (_, at) => `${field.replace(/Id$/, '')}-${at + 1}`)
    : few
