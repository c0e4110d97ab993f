import {
  type AnyProjection,
  assemble,
  type EventOf,
  enrolmentRecord,
  lifecycle,
  offeringRecord,
  resourceRecord,
  seatAllocation,
} from 'training-ops'

export const training = assemble(lifecycle, {}, { trusted: true })
export type E = EventOf<typeof training>

/**
 * The views that are folded in parts, each by the field that deals out its events. Not by a person's own id: once two people turn out to
 * be one, what happened to them lies in two parts.
 */
export const views: readonly AnyProjection[] = [
  enrolmentRecord,
  seatAllocation,
  offeringRecord,
  resourceRecord,
]

/** The field by whose value a view may be split: `offeringId`. */
export const fieldOf = ({ shardBy, by }: AnyProjection): string => shardBy ?? (by[0] as string)
export const fields = [...new Set(views.map(fieldOf))].sort()

/** Parts of each field. More than there will ever be processes: a part is what moves from one to another. */
export const partsOfField = 8

/** One part of the events: those whose field has a value that falls to this number. */
export type Part = { readonly field: string; readonly number: number }
export const parts: readonly Part[] = fields.flatMap((field) =>
  Array.from({ length: partsOfField }, (_, number) => ({ field, number })),
)
export const viewsOf = ({ field }: Part): readonly AnyProjection[] =>
  views.filter((view) => fieldOf(view) === field)
