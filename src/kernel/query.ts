import type { Tag } from './event.ts'

/** Events of any of these types (none named: any type) that carry all of these tags. */
export type QueryItem = { readonly types: readonly string[]; readonly tags: readonly Tag[] }

/** Events that match any of the items: the shape DCB stores ask for. */
export type Query = readonly QueryItem[]

/**
 * Whether an event of this type, with these tags, is one the query asks for.
 *
 * @example
 * ```ts
 * import { matches } from 'training-ops'
 * const query = [{ types: ['EnrolmentRequested'], tags: ['offering:o-1' as const] }]
 * matches(query, 'EnrolmentRequested', ['offering:o-1', 'learner:ada']) // => true
 * matches(query, 'OfferingConfirmed', ['offering:o-1']) // => false
 * ```
 */
export const matches = (query: Query, type: string, tags: readonly Tag[]): boolean =>
  query.some(
    (item) =>
      (item.types.length === 0 || item.types.includes(type)) && item.tags.every((tag) => tags.includes(tag)),
  )
