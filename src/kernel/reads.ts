import { tagOf } from './define-events.ts'
import type { AnyEvent, Tag } from './event.ts'
import { given } from './given.ts'
import { type Identities, idAs, identitiesIn, readAs } from './identities.ts'
import { type AnyProjection, type KeysOf, recipeFor, type StateOf, subjectNamed } from './projection.ts'
import type { Query, QueryItem } from './query.ts'
import { fold } from './views.ts'

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

/** The states that a decision or policy may read. */
// biome-ignore lint/suspicious/noExplicitAny: the bound of every generic over reads
export type Read = AnyProjection | Keyed<any, any> | Each<any, any, any>
export type Reads = Readonly<Record<string, Read>>

/**
 * Reads a projection under other field names: `keyedBy(seats, { offeringId: 'toOfferingId' })`.
 *
 * @example
 * ```ts
 * import { keyedBy, resourceRecord } from 'training-ops'
 * keyedBy(resourceRecord, { resourceId: 'venueId' }).fieldOf // => { resourceId: 'venueId' }
 * ```
 */
export const keyedBy = <P extends AnyProjection, const Mapping extends Readonly<Record<KeysOf<P>, string>>>(
  projection: P,
  mapping: Mapping,
): Keyed<P, Mapping[keyof Mapping] & string> => ({ projection, fieldOf: mapping as never })

/**
 * Reads a projection once for every id in a list field: `eachOf(needState, 'needIds')`. Where the ids lie deeper, say which a
 * value of the field names: `eachOf(resource, 'sessions', trainersOf)`. That function sees the field and nothing else, so
 * what a command may read is known before anything is. Of a projection of two keys the id is the last one; the other is read
 * by its own name.
 *
 * @example
 * ```ts
 * import { eachOf, resourceRecord } from 'training-ops'
 * eachOf(resourceRecord, 'mentorIds').eachOf // => 'mentorIds'
 * ```
 */
export const eachOf = <P extends AnyProjection, const Field extends string, Value = readonly string[]>(
  projection: P,
  field: Field,
  idsIn?: (value: Value) => readonly string[],
): Each<P, Field, Value> => ({
  projection,
  eachOf: field,
  ...given({ idsIn }),
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
export type InvalidReadFields<R extends Reads, Data> = {
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
export type StateKey = {
  readonly projection: AnyProjection
  /** In the order of the projection's `by`. */
  readonly keys: readonly string[]
}

export const subjectOfKey = ({ keys }: StateKey): string => subjectNamed(keys)

const eachIdOf = (read: Each<AnyProjection, string, unknown>, value: unknown): readonly string[] =>
  read.idsIn === undefined ? (value as readonly string[]) : [...new Set(read.idsIn(value))]

/** A read, worked out once: which field of the data gives each key. */
type PlannedRead = {
  readonly name: string
  readonly projection: AnyProjection
  readonly fields: readonly string[]
  /** Once for each id that the one field holds: which. */
  readonly each?: (value: unknown) => readonly string[]
}

/** The reads of a decision or policy, worked out once for all its commands or events. */
export type Plan = readonly PlannedRead[]

export const planOf = (reads: Reads): Plan =>
  Object.entries(reads).map(([name, read]): PlannedRead => {
    if ('eachOf' in read) {
      const each = (value: unknown) => eachIdOf(read, value)
      return { name, projection: read.projection, fields: [read.eachOf], each }
    }
    if (!('fieldOf' in read)) return { name, projection: read, fields: read.by }
    const projection = read.projection as AnyProjection
    const fields = projection.by.map((key: string) => read.fieldOf[key] as string)
    return { name, projection, fields }
  })

type Data = Readonly<Record<string, unknown>>
/** An optional id that was not given leads to no subject: nothing is known of it, and nothing is asked of a store. */
const isSubject = ({ keys }: StateKey): boolean => keys.every((key) => typeof key === 'string')
const keysIn = (data: Data, fields: readonly string[]): readonly string[] => {
  if (fields.length === 1) return [data[fields[0] as string] as string]
  return fields.map((field) => data[field] as string)
}
/** The ids that are read; nothing for a read of one state. */
const eachIn = (data: Data, { projection, fields, each }: PlannedRead): readonly StateKey[] | undefined =>
  each?.(data[fields[0] as string]).map((id) => ({
    projection,
    keys: [...projection.by.slice(0, -1).map((key: string) => data[key] as string), id],
  }))

/** The knowledge, from a way to look each state up. */
export const knowledge = (
  plan: Plan,
  data: unknown,
  stateOf: (asked: StateKey) => unknown,
): Readonly<Record<string, unknown>> => {
  const states: Record<string, unknown> = {}
  for (const read of plan) {
    const each = eachIn(data as Data, read)
    const one = { projection: read.projection, keys: keysIn(data as Data, read.fields) }
    if (each !== undefined)
      states[read.name] = Object.fromEntries(each.map((one) => [one.keys.at(-1), stateOf(one)]))
    else states[read.name] = isSubject(one) ? stateOf(one) : fold(one.projection, [])
  }
  return states
}

/** The query that finds every event the planned reads need. */
export const queryOf = (plan: Plan, data: unknown): Query =>
  plan.flatMap((read) => {
    const one = { projection: read.projection, keys: keysIn(data as Data, read.fields) }
    return (eachIn(data as Data, read) ?? [one].filter(isSubject)).map(itemOf)
  })

const itemOf = ({ projection, keys }: StateKey): QueryItem => ({
  types: Object.keys(projection.on),
  tags: tagsOfKey({ projection, keys }),
})

/** The tags every event of the state carries. */
export const tagsOfKey = ({ projection, keys }: StateKey): readonly Tag[] =>
  projection.tag === undefined
    ? projection.by.map((key: string, at: number) => tagOf(key, keys[at] as string))
    : [projection.tag]

/** Whether the state changes with an event. */
export const isAbout = ({ projection, keys }: StateKey, { type, data }: AnyEvent): boolean => {
  if (recipeFor(projection, type) === undefined) return false
  const { by } = projection
  for (let at = 0; at < by.length; at++) if (keys[at] === undefined || data[by[at]] !== keys[at]) return false
  return true
}

/** The state that is asked for when a merged id is named: the survivor's. */
export const keyAs = (known: Identities, { projection, keys }: StateKey): StateKey =>
  known.size === 0
    ? { projection, keys }
    : { projection, keys: keys.map((key, at) => idAs(known, projection.by[at], key)) }

/** A look-up that folds each state from the given events, which may hold more than is needed. */
export const foldedFrom = (
  events: readonly AnyEvent[],
  known = identitiesIn(events),
): ((asked: StateKey) => unknown) & { readonly identities: () => Identities } => {
  const read = known.size === 0 ? events : events.map((event) => readAs(known, event))
  const stateOf = (asked: StateKey): unknown => {
    const key = keyAs(known, asked)
    return fold(
      key.projection,
      read.filter((event) => isAbout(key, event)),
    )
  }
  return Object.assign(stateOf, { identities: () => known })
}
