/**
 * Free text is marked where its type is declared: `personal` may say something of a person, and goes when that person is to
 * be forgotten; `public` is the name or the description of a thing, and stays. A mark holds wherever the type is used.
 */
import type { AnyEvent } from './event.ts'
import type { AnySchema, Field, Shape, TakenBy, ValueOf } from './schema.ts'

export type TextMark = 'personal' | 'public'

/** On the schema itself and under one name everywhere: two copies of this file, in two bundles, read each other's marks. */
const markName = Symbol.for('training-ops.text')
const markOf = (schema: object): TextMark | undefined => Reflect.get(schema, markName)

const marked =
  (mark: TextMark) =>
  <S extends AnySchema>(schema: S): Field<ValueOf<S>, TakenBy<S>> => {
    Object.defineProperty(schema, markName, { value: mark, configurable: true })
    return schema as never
  }

/**
 * Marks a text that people write about people: a reason, a note, a trainer's name. Mark the finished schema: a rule added to
 * it afterwards (`refine`) makes another schema, without the mark.
 *
 * @example
 * ```ts
 * import * as z from 'zod'
 * import { event, personalText } from 'training-ops'
 * const note = personalText(z.string().max(500))
 * event({ pairId: z.string(), note: note.optional() }).personal // => ['note']
 * ```
 */
export const personalText = marked('personal')

/**
 * Marks a text that names or describes a thing: a course title, the description of a level.
 *
 * @example
 * ```ts
 * import { publicText } from 'training-ops'
 * import * as z from 'zod'
 * const title = publicText(z.string().max(200))
 * ```
 */
export const publicText = marked('public')

/**
 * The mark of a string schema; nothing where it has none.
 *
 * @example
 * ```ts
 * import { publicText, textMarkOf } from 'training-ops'
 * import * as z from 'zod'
 * textMarkOf(publicText(z.string())) // => 'public'
 * textMarkOf(z.string()) // => undefined
 * ```
 */
export const textMarkOf = (schema: AnySchema): TextMark | undefined => markOf(schema)

type Parts = {
  readonly innerType?: AnySchema
  readonly in?: AnySchema
  readonly shape?: Shape
  readonly element?: AnySchema
  readonly valueType?: AnySchema
  readonly options?: readonly AnySchema[]
  readonly items?: readonly AnySchema[]
}
const partsOf = (schema: AnySchema): Parts => (schema._zod as unknown as { readonly def: Parts }).def

/** Asked of each schema once: commands are many. */
const holds = new WeakMap<object, boolean>()
const holdsPersonalText = (schema: AnySchema): boolean => {
  const answered = holds.get(schema)
  if (answered !== undefined) return answered
  const answer = markOf(schema) === 'personal' || partsHoldPersonalText(schema)
  holds.set(schema, answer)
  return answer
}
const partsHoldPersonalText = (schema: AnySchema): boolean => {
  const { shape = {}, options = [], items = [], ...one } = partsOf(schema)
  return [
    one.innerType,
    one.in,
    one.element,
    one.valueType,
    ...options,
    ...items,
    ...Object.values(shape),
  ].some((part) => part !== undefined && holdsPersonalText(part))
}

/** The fields of a shape in which personal text stands, itself or deeper inside. */
export const fieldsWithPersonalText = (shape: Shape): readonly string[] =>
  Object.keys(shape).filter((name) => holdsPersonalText(shape[name] as AnySchema))

type Replace = (text: string) => string | undefined

/** The value with each personal text replaced, or left out where the replacement is `undefined`. */
const replaced = (schema: AnySchema, value: unknown, by: Replace): unknown => {
  if (value === undefined || value === null || !holdsPersonalText(schema)) return value
  if (markOf(schema) === 'personal') return typeof value === 'string' ? by(value) : value
  const { innerType, in: taken, shape, element, valueType, options, items } = partsOf(schema)
  const inner = innerType ?? taken
  if (inner !== undefined) return replaced(inner, value, by)
  if (Array.isArray(value)) {
    if (element !== undefined) return value.map((item) => replaced(element, item, by))
    return value.map((item, at) => (items?.[at] === undefined ? item : replaced(items[at], item, by)))
  }
  if (shape !== undefined) return replacedIn(shape, value as object, by)
  if (valueType !== undefined)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, replaced(valueType, item, by)]),
    )
  const fits = options?.find((one) => (one as Field).safeParse(value).success)
  return fits === undefined ? value : replaced(fits, value, by)
}

const replacedIn = (shape: Shape, value: object, by: Replace): object =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      const field = Object.hasOwn(shape, name) ? shape[name] : undefined
      const now = field === undefined ? item : replaced(field, item, by)
      return now === undefined ? [] : [[name, now]]
    }),
  )

const personalFields = new WeakMap<Shape, readonly string[]>()
/** Data without the words people wrote: what a fingerprint is taken of, so that nobody can guess them from it. */
export const withoutPersonalText = (shape: Shape, data: object): object => {
  const fields = personalFields.get(shape) ?? fieldsWithPersonalText(shape)
  personalFields.set(shape, fields)
  return fields.length === 0 ? data : replacedIn(shape, data, () => undefined)
}

type Declared = { readonly personal: readonly string[]; readonly schema: { readonly shape: object } }
type Vocabulary = { readonly declarations: object }
type System = { readonly modules: readonly { readonly events: Vocabulary }[] }

/**
 * The event with every personal text in it replaced, wherever it stands: what a host writes back when a person is to be
 * forgotten. `of` is an assembled system, or the events of one room. Everything else stays, metadata and tags too; rules and figures come out as before. An event that is not
 * declared here, or holds no personal text, is answered as it is.
 *
 * @example
 * ```ts
 * import { deliveryEvents, redacted } from 'training-ops'
 * const cancelled = deliveryEvents.make.OfferingCancelled({
 *   at: '2026-03-01T09:00:00.000Z', offeringId: 'o-1', cause: 'trainerUnavailable', reason: 'Dana is ill',
 * })
 * redacted(deliveryEvents, cancelled).data.reason // => '(removed)'
 * ```
 */
export const redacted = <Event extends AnyEvent>(
  of: Vocabulary | System,
  event: Event,
  replacement = '(removed)',
): Event => {
  const vocabularies = 'modules' in of ? of.modules.map(({ events }) => events) : [of]
  const vocabulary = vocabularies.find(({ declarations }) => Object.hasOwn(declarations, event.type))
  const declared = (vocabulary?.declarations as Readonly<Record<string, Declared>> | undefined)?.[event.type]
  if (declared === undefined || declared.personal.length === 0) return event
  const data = replacedIn(declared.schema.shape as Shape, event.data as object, () => replacement)
  return { ...event, data }
}
