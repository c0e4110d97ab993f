import { daysLater } from './calendar.ts'
import type { Segment } from './segment.ts'

/** A role a person holds, or is a candidate for: since a day, and to another, both included. */
export type RoleSince = { readonly role: string; readonly since: string; readonly until?: string }
/** Where a person was in the organisation: since a day, and to another, both included. */
export type SegmentSince = { readonly segment: Segment; readonly since: string; readonly until?: string }

/** What only the host knows about a person: from its HR master, as it stands. */
export type Employee = {
  readonly learnerId: string
  readonly hiredOn: string
  /** Their last day. */
  readonly leftOn?: string
  readonly segment: Segment
  /** Where they were and are, with the days: a move starts its own clock. Without it, `segment` holds since they came. */
  readonly segments?: readonly SegmentSince[]
  /** Leaves of absence, first and last day: nothing is asked meanwhile, and what fell due is due after the return. */
  readonly leaves?: readonly { readonly since: string; readonly until?: string }[]
  readonly roles?: readonly RoleSince[]
  /** Roles they are to be promoted to. */
  readonly candidateFor?: readonly RoleSince[]
  /** Incidents after which they have to be trained again. */
  readonly incidents?: readonly { readonly incident: string; readonly on: string }[]
}

export const isEmployedOn = ({ hiredOn, leftOn }: Employee, day: string): boolean =>
  hiredOn <= day && (leftOn === undefined || day <= leftOn)

const holdsOn = ({ since, until }: { since: string; until?: string }, day: string): boolean =>
  since <= day && (until === undefined || day <= until)

/** Where they are on a day. */
export const segmentOn = ({ segment, segments = [] }: Employee, day: string): Segment =>
  [...segments].reverse().find((one) => holdsOn(one, day))?.segment ?? segment

/** Whether they are on leave on a day. */
export const isOnLeave = ({ leaves = [] }: Employee, day: string): boolean =>
  leaves.some((one) => holdsOn(one, day))

/**
 * Since when they have been, without a break, where something holds; nothing where the list of segments does not say.
 */
export const segmentSince = (
  { segments = [] }: Employee,
  day: string,
  holds: (segment: Segment) => boolean,
): string | undefined => {
  const before = segments
    .filter(({ since }) => since <= day)
    .sort((one, other) => (one.since < other.since ? 1 : -1))
  let came: string | undefined
  for (const one of before) {
    const joins = one.until === undefined || one.until >= (came === undefined ? day : daysLater(came, -1))
    if (!joins || !holds(one.segment)) break
    came = one.since
  }
  return came
}

export const rolesOn = (roles: readonly RoleSince[] | undefined, day: string): readonly string[] =>
  (roles ?? []).filter((one) => holdsOn(one, day)).map(({ role }) => role)

/** Since when they hold one of these roles, or any where none is named. */
export const heldSince = (
  held: readonly RoleSince[] | undefined,
  roles: readonly string[],
): string | undefined =>
  (held ?? [])
    .filter(({ role }) => roles.length === 0 || roles.includes(role))
    .map(({ since }) => since)
    .sort()[0]
