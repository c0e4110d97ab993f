import * as z from 'zod'
import { outOfBounds } from './bounds.ts'
import type { EventDeclaration } from './define-events.ts'
import { type Either, left, right } from './either.ts'
import type { AnyEvent, EventMetadata } from './event.ts'
import { longestEventId, longestId } from './ids.ts'
import { issuesOf } from './issues.ts'
import { type Reader, readerOf } from './reader.ts'
import { actorSchema, upTo } from './receive.ts'
import type { Issue, Rejection } from './rejection.ts'
import type { Parsed } from './schema.ts'

/** The stored value is not an event of this system. */
export type InvalidEvent = Rejection<'InvalidEvent', { readonly issues: readonly Issue[] }>

type Stored = { readonly type: string; readonly data: unknown; readonly metadata?: unknown }
type EventReader = Reader & { readonly declaration: EventDeclaration }
export type Readers = ReadonlyMap<string, EventReader>
export type Decoder = (stored: unknown) => Either<InvalidEvent, AnyEvent>

/** A reader for each declared event, made when the first of its type is read. */
export const readersOf = (declarations: Readonly<Record<string, EventDeclaration>>): Readers =>
  new Map(
    Object.entries(declarations).map(([type, declaration]) => [
      type,
      { declaration, ...readerOf(declaration.schema) },
    ]),
  )

const [id, commandId] = [upTo(longestEventId), upTo(longestId)]
const ownMetadata = readerOf(
  z
    .object({
      eventId: id,
      commandId,
      commandFingerprint: z.string().max(100),
      schemaVersion: z.int().min(1),
      correlationId: commandId,
      causationId: id,
      actor: actorSchema,
      importedAt: z.string().max(30),
      recordedAt: z.string().max(30),
    })
    .partial(),
)

const metadataOf = (metadata: unknown): Parsed<unknown> => {
  const data = ownMetadata.ordinary(metadata)
  return data === undefined ? ownMetadata.parse(metadata) : { success: true, data }
}

/**
 * Reads stored events: brings old versions up to date and checks the result against its declaration. Dates and
 * bigints that a store's JSON reviver made of strings and numbers are turned back. Fields that a store wrote beside our own
 * metadata is left behind.
 */
export const decoderOf = (readers: Readers): Decoder => {
  const decode = decodingWith(readers)
  return (stored) => {
    try {
      return decode(stored)
    } catch {
      // A getter or a proxy that throws: whatever it is, no store keeps it.
      return invalid([{ path: [], code: 'NotAnObject' }])
    }
  }
}

const decodingWith =
  (readers: Readers): Decoder =>
  (stored) => {
    if (!isStored(stored)) return invalid([{ path: [], code: 'NotAnObject' }])
    const reader = readers.get(stored.type)
    if (reader === undefined) return invalid([{ path: ['type'], code: 'UnknownEvent' }])
    const enveloped = stored.metadata == null ? undefined : metadataOf(stored.metadata)
    if (enveloped?.success === false)
      return invalid(issuesOf(enveloped.error.issues, stored.metadata, ['metadata']))
    const metadata = enveloped?.data as EventMetadata | undefined
    const { version } = reader.declaration
    const written = metadata?.schemaVersion ?? version
    if (written > version)
      return invalid([{ path: ['metadata', 'schemaVersion'], code: 'TooBig', limit: version }])
    const ordinary = written === version ? reader.ordinary(stored.data) : undefined
    if (ordinary !== undefined) return eventOf(stored.type, ordinary, metadata, version)
    const beyond = outOfBounds(stored.data)
    if (beyond !== undefined) return invalid([{ ...beyond, path: ['data', ...beyond.path] }])
    const upToDate = broughtUp(reader.declaration, stored.data, written)
    if (upToDate === undefined && stored.data !== undefined)
      return invalid([{ path: ['data'], code: 'RuleBroken' }])
    const read = reader.parse(upToDate)
    const checked = read.success ? read : unrevived(reader, upToDate, read)
    if (!checked.success) return invalid(issuesOf(checked.error.issues, upToDate, ['data']))
    return eventOf(stored.type, checked.data, metadata, version)
  }

const eventOf = (
  type: string,
  data: unknown,
  metadata: EventMetadata | undefined,
  version: number,
): Either<InvalidEvent, AnyEvent> => {
  const event =
    metadata === undefined ? { type, data } : { type, data, metadata: stampedWith(metadata, version) }
  return Object.freeze(right(Object.freeze(event)))
}

const stampedWith = (metadata: EventMetadata, schemaVersion: number): EventMetadata =>
  metadata.schemaVersion === schemaVersion ? metadata : Object.freeze({ ...metadata, schemaVersion })

const invalid = (issues: readonly Issue[]): Either<InvalidEvent, never> =>
  left({ code: 'InvalidEvent', issues })

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/**
 * Data brought from the version that wrote it to today's, one step at a time.
 *
 * @example
 * ```ts
 * import { event, upcast } from 'training-ops'
 * import * as z from 'zod'
 * const matched = event(
 *   { at: z.iso.datetime(), pairId: z.string(), weeks: z.int() },
 *   { version: 2, upcasters: { 1: (data) => ({ ...(data as object), weeks: 12 }) } },
 * )
 * upcast(matched, { at: '2026-03-01T01:00:00.000Z', pairId: 'p-1' }, 1) // => { at: '2026-03-01T01:00:00.000Z', pairId: 'p-1', weeks: 12 }
 * ```
 */
export const upcast = ({ version, upcasters }: EventDeclaration, data: unknown, written: number): unknown => {
  let current = data
  for (let from = written; from < version; from++) current = upcasters[from]?.(current) ?? current
  return current
}

/** The same, of whatever a store held; `undefined` for what no version ever wrote, on which an upcaster fails. */
const broughtUp = (declaration: EventDeclaration, data: unknown, written: number): unknown => {
  if (written === declaration.version) return data
  for (const attempt of [() => data, () => mapped(data, asStored)])
    try {
      return upcast(declaration, attempt(), written) ?? undefined
    } catch {}
  return undefined
}

const asStored = (value: unknown): unknown =>
  isDate(value) ? value.toISOString() : typeof value === 'bigint' ? value.toString() : value

const isDate = (value: unknown): value is Date => value instanceof Date && !Number.isNaN(value.getTime())

/** Read with revived dates and bigints as the strings and numbers they were stored as; as it was read where there are none. */
const unrevived = ({ parse }: Reader, data: unknown, read: Parsed<unknown>): Parsed<unknown> => {
  let isRevived = false
  const plain = mapped(data, (value) => {
    const stored = asStored(value)
    isRevived ||= stored !== value
    return stored
  })
  if (!isRevived) return read
  const still = parse(plain)
  if (still.success) return still
  const wrong = new Set(still.error.issues.map(({ path }) => path.join('\n')))
  const asDeclared = mapped(data, (value, path) => {
    const refused = wrong.has(path.join('\n'))
    if (isDate(value)) return refused ? value.toISOString().slice(0, 10) : value.toISOString()
    if (typeof value === 'bigint') return refused ? Number(value) : value.toString()
    return value
  })
  return parse(asDeclared)
}

type Leaf = (value: unknown, path: readonly (string | number)[]) => unknown
const mapped = (value: unknown, leaf: Leaf, path: readonly (string | number)[] = []): unknown => {
  if (Array.isArray(value)) return value.map((inner, at) => mapped(inner, leaf, [...path, at]))
  if (value === null || typeof value !== 'object' || value instanceof Date) return leaf(value, path)
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, mapped(inner, leaf, [...path, key])]),
  )
}
