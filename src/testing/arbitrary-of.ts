import fc, { type Arbitrary } from 'fast-check'
import * as z from 'zod'
import { mistake } from '../kernel/index.ts'

/**
 * How a field is made where its schema alone would not do: `undefined` leaves it to the schema. Asked with the
 * path of field names: `['ScheduleOffering', 'sessions', 'sessionId']`.
 */
export type Overrides = (path: readonly string[], schema: z.core.$ZodType) => Arbitrary<unknown> | undefined

const nobodyOverrides: Overrides = () => undefined
const mostMisses = 1000
const moderate = 1_000_000

/** Short texts in several scripts: what people type, and what breaks a careless pattern. */
const texts = ['a', 'plain', '两个字', 'Ünïcödé', "O'Brien", 'a 😀', 'CNY', 'UTC', 'Asia/Shanghai', '']

/**
 * Values of a schema, from its public description alone. A filter that keeps missing its own schema throws
 * `training-ops: arbitraryOf needs …`, naming the path, what was tried and why it was refused.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import * as z from 'zod'
 * import { arbitraryOf } from 'training-ops/testing'
 * const seats = z.strictObject({ min: z.int().min(0), max: z.int().min(1).optional() })
 * fc.sample(arbitraryOf(seats), 20).every((value) => seats.safeParse(value).success) // => true
 * ```
 */
export const arbitraryOf = (
  schema: z.core.$ZodType,
  overrides: Overrides = nobodyOverrides,
  path: readonly string[] = [],
): Arbitrary<unknown> => made(schema, { overrides, depth: 0 }, path)

/** How deep a schema that refers to itself is followed. */
const deepest = 3
type Making = { readonly overrides: Overrides; readonly depth: number }

const made = (schema: z.core.$ZodType, making: Making, path: readonly string[]): Arbitrary<unknown> => {
  const own = making.overrides(path, schema)
  if (own === undefined && isWholeByItsParts(schema)) return derived(schema, making, path)
  return satisfying(schema, own ?? derived(schema, making, path), path)
}

const tooDeep = new RangeError(
  'training-ops: arbitraryOf needs a schema that comes to an end, got one that refers to itself without',
)

/** The value made, or nothing where it would go too deep. */
const unlessTooDeep = (make: () => Arbitrary<unknown>): Arbitrary<unknown> | undefined => {
  try {
    return make()
  } catch (error) {
    if (error === tooDeep) return undefined
    throw error
  }
}

const ofItsParts = [
  'object',
  'array',
  'tuple',
  'union',
  'optional',
  'nullable',
  'default',
  'prefault',
  'readonly',
]
const heeded = ['min_length', 'max_length', 'length_equals']

/** Whether values fit as soon as their parts do, so that nothing need be filtered. */
const isWholeByItsParts = (schema: z.core.$ZodType): boolean => {
  const { def } = schema._zod
  return (
    ofItsParts.includes(def.type) &&
    (def.checks ?? []).every((check) => heeded.includes(check._zod.def.check))
  )
}

/** One of these, of which only those that fit are kept. */
export const oneOf = (
  schema: z.core.$ZodType,
  values: readonly unknown[],
  path: readonly string[],
): Arbitrary<unknown> => {
  const fitting = values.filter((value) => z.safeParse(schema, value).success)
  if (fitting.length > 0) return fc.constantFrom(...fitting)
  throw mistake('arbitraryOf', `values that fit ${path.join('.')}`, JSON.stringify(values))
}

const satisfying = (
  schema: z.core.$ZodType,
  values: Arbitrary<unknown>,
  path: readonly string[],
): Arbitrary<unknown> => {
  let misses = 0
  return values.filter((value) => {
    const read = z.safeParse(schema, value)
    if (read.success) {
      misses = 0
      return true
    }
    misses++
    if (misses < mostMisses) return false
    const [issue] = read.error.issues
    throw mistake(
      'arbitraryOf',
      `values that fit ${path.join('.') || 'the schema'}`,
      `${mostMisses} in a row that do not; say how it is made. Last: ${JSON.stringify(value)}, refused at [${issue?.path.join('.')}] as ${issue?.code}`,
    )
  })
}

type Described = {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly allOf?: readonly Described[]
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly required?: readonly string[]
}

/** A leaf's limits, through the JSON Schema that zod exports: its inner bookkeeping changes between minors. */
const described = (schema: z.core.$ZodType): Described =>
  z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Described

const derived = (schema: z.core.$ZodType, making: Making, path: readonly string[]): Arbitrary<unknown> => {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const inner = (one: z.core.$ZodType) => made(one, making, path)
  const innerOr = (one: z.core.$ZodType, otherwise: unknown) =>
    unlessTooDeep(() => fc.option(inner(one), { nil: otherwise })) ?? fc.constant(otherwise)
  switch (def.type) {
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'number':
      return numbers(described(schema))
    case 'string':
      return strings(schema, described(schema), path)
    case 'object': {
      const fields = Object.entries(def.shape).flatMap(([name, field]) => {
        const make = () => made(insideOptional(field), making, [...path, name])
        const value = isOptional(field) ? unlessTooDeep(make) : make()
        return value === undefined ? [] : [{ name, field, value }]
      })
      return fc.record(Object.fromEntries(fields.map(({ name, value }) => [name, value])), {
        requiredKeys: fields.filter(({ field }) => !isOptional(field)).map(({ name }) => name),
      })
    }
    case 'record': {
      const { required = [] } = described(schema)
      if (required.length > 0)
        return fc.record(Object.fromEntries(required.map((name) => [name, inner(def.valueType)])))
      const keys = inner(def.keyType) as Arbitrary<string>
      return unlessTooDeep(() => fc.dictionary(keys, inner(def.valueType), { maxKeys: 3 })) ?? fc.constant({})
    }
    case 'array': {
      const { minItems = 0, maxItems = minItems + 3 } = described(schema)
      const many = () =>
        fc.array(inner(def.element), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) })
      return minItems > 0 ? many() : (unlessTooDeep(many) ?? fc.constant([]))
    }
    case 'tuple':
      return fc.tuple(...def.items.map(inner))
    case 'union':
      return oneOfThese(def.options.flatMap((option) => unlessTooDeep(() => inner(option)) ?? []))
    case 'nullable':
      return innerOr(def.innerType, null)
    case 'optional':
    case 'default':
    case 'prefault':
      return innerOr(def.innerType, undefined)
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return inner(def.innerType)
    case 'pipe':
      return inner(def.in)
    case 'lazy':
      if (making.depth >= deepest) throw tooDeep
      return made(def.getter(), { ...making, depth: making.depth + 1 }, path)
    case 'unknown':
    case 'any':
      return fc.jsonValue({ maxDepth: 1 })
    default:
      throw mistake(
        'arbitraryOf',
        'a schema it can read',
        `"${def.type}" at ${path.join('.') || 'the top'}; say how it is made`,
      )
  }
}

const oneOfThese = (options: readonly Arbitrary<unknown>[]): Arbitrary<unknown> => {
  if (options.length === 0) throw tooDeep
  return fc.oneof(...options)
}

const isOptional = (schema: z.core.$ZodType): boolean => schema._zod.optin === 'optional'

/** The schema of a value that is there; that it may be absent is the record's affair. */
const insideOptional = (schema: z.core.$ZodType): z.core.$ZodType => {
  const { def } = (schema as z.core.$ZodTypes)._zod
  return def.type === 'optional' || def.type === 'default' || def.type === 'prefault'
    ? insideOptional(def.innerType)
    : schema
}

const numbers = ({ type, multipleOf, ...described }: Described): Arbitrary<number> => {
  // a measured value that only has to add up: the largest are no ordinary ones
  const isAny = type === 'number' && described.maximum === Number.MAX_SAFE_INTEGER
  const limits = isAny ? {} : described
  const min = Math.max(limits.minimum ?? limits.exclusiveMinimum ?? -moderate, -Number.MAX_SAFE_INTEGER)
  const max = Math.min(
    limits.maximum ?? limits.exclusiveMaximum ?? Math.max(moderate, min),
    Number.MAX_SAFE_INTEGER,
  )
  const least = Math.ceil(min)
  const most = Math.floor(max)
  if (multipleOf !== undefined)
    return fc
      .integer({ min: Math.ceil(min / multipleOf), max: Math.floor(max / multipleOf) })
      .map((times) => times * multipleOf)
  const small = fc.integer({ min: least, max: Math.max(least, Math.min(most, Math.max(least, 0) + 5)) })
  const whole = least <= most ? fc.oneof(small, fc.integer({ min: least, max: most })) : fc.constant(least)
  if (type === 'integer') return whole
  // people write fractions with few decimals, and sums of those go wrong first
  const from = Math.ceil(Math.max(min, Math.min(0, max)) * 100)
  const to = Math.floor(Math.min(max, from / 100 + 10) * 100)
  return fc.oneof(
    whole,
    ...(from <= to ? [fc.integer({ min: from, max: to }).map((one) => one / 100)] : []),
    fc.double({ min, max, noNaN: true }),
  )
}

const someDays = fc.integer({ min: 0, max: 3652 }).map((days) => Date.UTC(2024, 0, 1 + days))

const strings = (schema: z.core.$ZodType, wanted: Described, path: readonly string[]): Arbitrary<string> => {
  const { format, minLength = 0, maxLength = minLength + 12 } = wanted
  if (format === 'date') return someDays.map((day) => new Date(day).toISOString().slice(0, 10))
  if (format === 'date-time') return someDays.map((day) => new Date(day + 32_400_000).toISOString())
  if (format === 'uuid') return fc.uuid()
  if (format === 'email') return fc.emailAddress()
  if (format === 'uri') return fc.webUrl()
  const patterns = [wanted, ...(wanted.allOf ?? [])].flatMap(({ pattern }) =>
    pattern === undefined ? [] : [new RegExp(pattern, 'u')],
  )
  const longEnough = texts.map((text) => text.padEnd(minLength, 'and-again-'))
  const fitting = longEnough.filter((text) => z.safeParse(schema, text).success)
  const [pattern] = patterns
  if (pattern === undefined)
    return fc.oneof(
      ...(fitting.length === 0 ? [] : [fc.constantFrom(...fitting)]),
      fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 12) }),
    )
  return fitting.length === 0 ? matching(pattern, path) : fc.constantFrom(...fitting)
}

const matching = (pattern: RegExp, path: readonly string[]): Arbitrary<string> => {
  try {
    return fc.stringMatching(pattern)
  } catch (cause) {
    throw mistake(
      'arbitraryOf',
      'a pattern it can write texts of',
      `${pattern} at ${path.join('.') || 'the top'}; say how it is made`,
      { cause },
    )
  }
}
