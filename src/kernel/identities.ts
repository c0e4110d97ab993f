/**
 * Two identities that turn out to be one. The log keeps both; whatever is folded reads the survivor. A kind is what a tag
 * begins with: `learner` is every field `learnerId` and `learnerIds`, at any depth.
 */
import { canonical } from './canonical.ts'
import type { AnyEvent, Tag } from './event.ts'
import type { Query } from './query.ts'

/** The data of an event that merges or unmerges: `IdentitiesMerged`, `IdentitiesUnmerged`. A module declares and makes them. */
export type IdentityData = {
  /** The kind of subject: `learner`. */
  readonly kind: string
  /** Other kinds of fields that hold ids of the same subjects: `respondent` is `respondentId`, `by` every field that ends so. */
  readonly alsoAs?: readonly string[]
  /** Merged: every id of the subject, the survivor first. Unmerged: every id of both. */
  readonly identityIds: readonly string[]
  /** Unmerged: of these, the ids that are the merged one's own again. */
  readonly releasedIds?: readonly string[]
}

const types: readonly string[] = ['IdentitiesMerged', 'IdentitiesUnmerged']
/**
 * Whether it merges two identities or takes them apart again.
 *
 * @example
 * ```ts
 * import { isIdentityEvent } from 'training-ops'
 * isIdentityEvent({ type: 'IdentitiesMerged' }) // => true
 * ```
 */
export const isIdentityEvent = ({ type }: { readonly type: string }): boolean => types.includes(type)

/** The tag of every event that says who is who: a module that declares such events gives them this tag. */
export const identitiesTag = 'catalog:identities'

/**
 * By kind and id, the ids that are one subject: the survivor first. An id that stands alone is not in it. By each kind alone, the
 * kind whose ids it has: `respondent` has those of `learner`.
 */
export type Identities = ReadonlyMap<string, readonly string[]>

export const noIdentities: Identities = new Map()
const named = (kind: string, one: string): string => `${kind}:${one}`

/**
 * The merged identities, from their events, in the order of the log.
 *
 * @example
 * ```ts
 * import { identitiesIn } from 'training-ops'
 * identitiesIn([]).size // => 0
 * ```
 */
export const identitiesIn = (events: Iterable<AnyEvent>): Identities => {
  const found = new Map<string, readonly string[]>()
  for (const event of events) {
    if (!isIdentityEvent(event)) continue
    const { kind, alsoAs = [], identityIds, releasedIds = [] } = event.data as IdentityData
    for (const as of [kind, ...alsoAs]) if (!found.has(as)) found.set(as, [kind])
    const kept = identityIds.filter((one) => !releasedIds.includes(one))
    for (const group of [kept, releasedIds])
      for (const one of group)
        if (group.length > 1) found.set(named(kind, one), group)
        else found.delete(named(kind, one))
  }
  return found
}

/** Every id of a subject, where it has several. */
const idsOf = (identities: Identities, as: string, one: string): readonly string[] | undefined =>
  identities.get(named(identities.get(as)?.[0] ?? '', one))

/** The kind whose ids a field holds: `learnerId` and `learnerIds` hold learners, `approvedBy` who acts. */
const kindOf = (field: string): string | undefined =>
  field.endsWith('By') ? 'by' : /^(.+)Ids?$/.exec(field)?.[1]

/** The id in a field, as the survivor's. */
export const idAs = (identities: Identities, field: string, one: string): string =>
  idsOf(identities, kindOf(field) ?? '', one)?.[0] ?? one

/** The same data with every id read as its survivor's; the very same object where nothing of it was merged. */
const resolved = (value: unknown, identities: Identities, field = ''): unknown => {
  if (typeof value === 'string') return idAs(identities, field, value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    let changed = false
    const list = value.map((one) => {
      const same = resolved(one, identities, field)
      changed ||= same !== one
      return same
    })
    return changed ? [...new Set(list)] : value
  }
  let copy: Record<string, unknown> | undefined
  for (const [field, one] of Object.entries(value)) {
    const same = resolved(one, identities, field)
    if (same === one) continue
    copy ??= { ...value }
    copy[field] = same
  }
  return copy ?? value
}

export const dataAs = <Data>(identities: Identities, data: Data): Data =>
  identities.size === 0 ? data : (resolved(data, identities) as Data)

/**
 * An event as it is read: about the survivors.
 *
 * @example
 * ```ts
 * import { identitiesIn, peopleEvents, readAs } from 'training-ops'
 * const merged = peopleEvents.make.IdentitiesMerged({ at: '2026-03-01T01:00:00.000Z', kind: 'learner', identityIds: ['ada', 'ada-2'], survivorId: 'ada', mergedId: 'ada-2' })
 * readAs(identitiesIn([merged]), { type: 'CaseRead', data: { at: '2026-03-02T01:00:00.000Z', learnerId: 'ada-2' } }).data.learnerId // => 'ada'
 * ```
 */
export const readAs = <E extends AnyEvent>(identities: Identities, event: E): E => {
  if (identities.size === 0 || isIdentityEvent(event)) return event
  const data = resolved(event.data, identities)
  return data === event.data ? event : { ...event, data }
}

/** The tags under which a subject's events are found: its own, and those of every id it had. */
const aliasesOf = (identities: Identities, tag: Tag): readonly Tag[] => {
  const kind = tag.slice(0, tag.indexOf(':'))
  const group = idsOf(identities, kind, tag.slice(kind.length + 1))
  return group?.map((one): Tag => `${kind}:${one}`) ?? [tag]
}

/** Every list of tags that one list of tags stands for. */
export const tagsAs = (identities: Identities, tags: readonly Tag[]): readonly (readonly Tag[])[] => {
  let all: readonly (readonly Tag[])[] = [[]]
  for (const tag of tags)
    all = all.flatMap((before) => aliasesOf(identities, tag).map((alias) => [...before, alias]))
  return all
}

/**
 * A query, widened to everybody in it, by all the ids they are known to have had, and to every event that says who is who: a
 * class is read by its own id, and the people in it may have been merged. So an append fails where somebody was merged meanwhile.
 */
export const widened = (query: Query, mergeable: boolean, identities: Identities): Query =>
  mergeable
    ? [
        ...query.flatMap(({ types, tags }) => tagsAs(identities, tags).map((tags) => ({ types, tags }))),
        { types, tags: [identitiesTag] },
      ]
    : query

/** `found` holds events of the system that the boundary is of. */
type Boundary = (found?: readonly never[]) => Query
type Found<E> = { readonly events: readonly E[] }

/** The queries that are left, after the events found; nothing where that was all. */
const stillToAsk = <E extends AnyEvent>(
  boundary: Boundary,
  query: Query,
  { events }: Found<E>,
): Query | undefined => {
  if (!events.some(isIdentityEvent)) return undefined
  const wider = boundary(events as readonly never[])
  return canonical(wider) === canonical(query) ? undefined : wider
}

/**
 * Reads what a boundary asks for, and again under every id that somebody in it had, until nobody more is found. Where nobody
 * was merged, a store is read once.
 *
 * @example
 * ```ts
 * import { assemble, createLedger, lifecycle, wholeBoundary } from 'training-ops'
 * const training = assemble(lifecycle, {}, { trusted: true })
 * const ledger = createLedger(training)
 * const asked = training.command.OpenEnrolment({ at: '2026-03-01T09:00:00.000Z', offeringId: 'o-1' }, { commandId: 'c-1' })
 * const { events } = await wholeBoundary((found) => training.boundaryOf(asked, found), async (query) => ledger.read(query))
 * events // => []
 * ```
 */
export const wholeBoundary = async <E extends AnyEvent, Read extends Found<E>>(
  boundary: Boundary,
  read: (query: Query) => Promise<Read>,
): Promise<Read> => {
  let query = boundary()
  for (;;) {
    const found = await read(query)
    const wider = stillToAsk(boundary, query, found)
    if (wider === undefined) return found
    query = wider
  }
}

/**
 * The same of a store that answers at once.
 *
 * @example
 * ```ts
 * import { assemble, createLedger, lifecycle, wholeBoundaryNow } from 'training-ops'
 * const training = assemble(lifecycle, {}, { trusted: true })
 * const ledger = createLedger(training)
 * const asked = training.command.OpenEnrolment({ at: '2026-03-01T09:00:00.000Z', offeringId: 'o-1' }, { commandId: 'c-1' })
 * wholeBoundaryNow((found) => training.boundaryOf(asked, found), (query) => ledger.read(query)).events // => []
 * ```
 */
export const wholeBoundaryNow = <E extends AnyEvent, Read extends Found<E>>(
  boundary: Boundary,
  read: (query: Query) => Read,
): Read => {
  let query = boundary()
  for (;;) {
    const found = read(query)
    const wider = stillToAsk(boundary, query, found)
    if (wider === undefined) return found
    query = wider
  }
}
