import { tagOf } from './define-events.ts'
import type { AnyEvent } from './event.ts'
import {
  type AnyProjection,
  fold,
  type KeysOf,
  recipeFor,
  type StateOf,
  subjectNamed,
  subjectOf,
} from './projection.ts'
import type { Query, QueryItem } from './query.ts'

/** A projection read under keys that the command or event spells differently. */
export type Keyed<P extends AnyProjection, Fields extends string> = {
  readonly projection: P
  readonly fieldOf: Readonly<Record<string, Fields>>
}

/** A projection read once for each id in a list, or for each that is found in a field. */
export type Each<P extends AnyProjection, Field extends string, Value = readonly string[]> = {
  readonly projection: P
  readonly eachOf: Field
  readonly idsIn?: (value: Value) => readonly string[]
}

/** What a decision or policy may read. */
// biome-ignore lint/suspicious/noExplicitAny: the bound of every generic over reads
export type Read = AnyProjection | Keyed<any, any> | Each<any, any, any>
export type Reads = Readonly<Record<string, Read>>

/**
 * Reads a projection under other field names: `keyedBy(seats, { offeringId: 'toOfferingId' })`.
 */
export const keyedBy = <P extends AnyProjection, const Mapping extends Readonly<Record<KeysOf<P>, string>>>(
  projection: P,
  mapping: Mapping,
): Keyed<P, Mapping[keyof Mapping] & string> => ({ projection, fieldOf: mapping as never })

/**
 * Reads a projection of one key once for every id in a list field: `eachOf(needState, 'needIds')`. Where the ids lie
 * deeper, say which a value of the field names: `eachOf(resource, 'sessions', trainersOf)`. That function sees the
 * field and nothing else, so what a command may read is known before anything is.
 */
export const eachOf = <P extends AnyProjection, const Field extends string, Value = readonly string[]>(
  projection: P,
  field: Field,
  idsIn?: (value: Value) => readonly string[],
): Each<P, Field, Value> => ({
  projection,
  eachOf: field,
  ...(idsIn === undefined ? {} : { idsIn }),
})

/** The state a read gives. */
export type KnownOf<R> =
  R extends Each<infer P, string, never>
    ? { readonly [subject: string]: StateOf<P> }
    : R extends Keyed<infer P, string>
      ? StateOf<P>
      : StateOf<R>

export type KnowledgeOf<R extends Reads> = { readonly [Name in keyof R]: KnownOf<R[Name]> }

/** Fields whose values are not what `eachOf` was told to look for ids in. */
export type MisfitsOf<R extends Reads, Data> = {
  [Name in keyof R]: R[Name] extends Each<AnyProjection, infer Field, infer Value>
    ? Field extends keyof Data
      ? Data[Field] extends Value
        ? never
        : Field
      : never
    : never
}[keyof R]

/** The fields a command must carry for its reads. */
export type FieldsOf<R extends Reads> = {
  [Name in keyof R]: R[Name] extends Each<AnyProjection, infer Field, never>
    ? Field
    : R[Name] extends Keyed<AnyProjection, infer Fields>
      ? Fields
      : KeysOf<R[Name]>
}[keyof R]

/** One state to be known: a projection, and the keys under which it is asked. */
export type Asked = {
  readonly projection: AnyProjection
  /** In the order of the projection's `by`. */
  readonly keys: readonly string[]
}

export const subjectOfAsked = ({ keys }: Asked): string => subjectNamed(keys)

const eachIdOf = (read: Each<AnyProjection, string, unknown>, value: unknown): readonly string[] =>
  read.idsIn === undefined ? (value as readonly string[]) : [...new Set(read.idsIn(value))]

const askedOf = (read: Read, data: Readonly<Record<string, unknown>>): readonly Asked[] => {
  if ('eachOf' in read)
    return eachIdOf(read, data[read.eachOf]).map((id) => ({ projection: read.projection, keys: [id] }))
  if ('fieldOf' in read) {
    const projection = read.projection as AnyProjection
    return [
      { projection, keys: projection.by.map((key: string) => data[read.fieldOf[key] as string] as string) },
    ]
  }
  return [{ projection: read, keys: read.by.map((key: string) => data[key] as string) }]
}

/** What must be known, read by read. */
export const plan = (reads: Reads, data: unknown): ReadonlyMap<string, readonly Asked[]> =>
  new Map(Object.entries(reads).map(([name, read]) => [name, askedOf(read, data as Record<string, unknown>)]))

/** The knowledge, from a way to look each state up. */
export const knowledge = (
  reads: Reads,
  planned: ReadonlyMap<string, readonly Asked[]>,
  stateOf: (asked: Asked) => unknown,
): Readonly<Record<string, unknown>> => {
  const known: Record<string, unknown> = {}
  for (const [name, asked] of planned)
    known[name] =
      'eachOf' in (reads[name] as Read)
        ? Object.fromEntries(asked.map((one) => [subjectOfAsked(one), stateOf(one)]))
        : stateOf(asked[0] as Asked)
  return known
}

/** The query that finds every event a planned read needs. */
export const queryOf = (planned: ReadonlyMap<string, readonly Asked[]>): Query =>
  [...planned.values()].flat().map(itemOf)

const itemOf = ({ projection, keys }: Asked): QueryItem => ({
  types: Object.keys(projection.on),
  tags: projection.by.map((key: string, at: number) => tagOf(key, keys[at] as string)),
})

/** A look-up that folds each state from the given events, which may hold more than is needed. */
export const foldedFrom =
  (events: readonly AnyEvent[]) =>
  (asked: Asked): unknown => {
    const subject = subjectOfAsked(asked)
    const { projection } = asked
    return fold(
      projection,
      events.filter(
        (event) =>
          recipeFor(projection, event.type) !== undefined && subjectOf(projection, event.data) === subject,
      ),
    )
  }
