import { given } from '../kernel/index.ts'
import { daysBetween, daysLater, earlierOf, laterOf } from './calendar.ts'
import type { Segment } from './segment.ts'

/** A role a person holds, or is a candidate for: since a day, and to another, both included. */
export type RoleSince = { readonly role: string; readonly since: string; readonly until?: string }
/** Where a person was in the organisation: since a day, and to another, both included. */
export type SegmentSince = { readonly segment: Segment; readonly since: string; readonly until?: string }

/** The facts about a person that only the host knows: from its HR master, as it is now. */
export type Employee = {
  readonly learnerId: string
  readonly hiredOn: string
  /** Their last day. */
  readonly leftOn?: string
  /** Earlier employments, where they were hired again: `hiredOn` is then the day they came back. */
  readonly employedBefore?: readonly { readonly hiredOn: string; readonly leftOn: string }[]
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

/**
 * The average headcount (平均人数) of local days `[from, to)`: those employed on each day, added up and divided by the days.
 *
 * @example
 * ```ts
 * import { averageHeadcount } from 'training-ops'
 * const person = (learnerId: string, hiredOn: string) => ({ learnerId, hiredOn, segment: {} })
 * const people = [person('ada', '2020-01-01'), person('bo', '2026-04-16')]
 * averageHeadcount(people, { from: '2026-04-01', to: '2026-05-01' }) // => 1.5
 * ```
 */
export const averageHeadcount = (
  people: readonly Employee[],
  { from, to }: { readonly from: string; readonly to: string },
): number => {
  const days = daysBetween(from, to)
  if (days <= 0) return people.filter((one) => isEmployedOn(one, from)).length
  const last = daysLater(to, -1)
  const employed = people.reduce((sum, { hiredOn, leftOn = last, employedBefore = [] }) => {
    const spells = [...employedBefore, { hiredOn, leftOn }]
    return spells.reduce((all, spell) => {
      const first = laterOf(spell.hiredOn, from)
      const end = earlierOf(spell.leftOn, last)
      return end < first ? all : all + daysBetween(first, end) + 1
    }, sum)
  }, 0)
  return employed / days
}

const holdsOn = ({ since, until }: { since: string; until?: string }, day: string): boolean =>
  since <= day && (until === undefined || day <= until)

/** Where they are on a day. */
export const segmentOn = ({ segment, segments = [] }: Employee, day: string): Segment =>
  [...segments].reverse().find((one) => holdsOn(one, day))?.segment ?? segment

/** Whether they are on leave on a day. */
export const isOnLeave = ({ leaves = [] }: Employee, day: string): boolean =>
  leaves.some((one) => holdsOn(one, day))

type Span = { readonly since: string; readonly until?: string }

/** Since when, without a break, one of these spans has held on a day; nothing where none does. */
const unbrokenSince = (spans: readonly Span[], day: string): string | undefined => {
  let came: string | undefined
  const begun = spans.filter(({ since }) => since <= day)
  for (const { since, until } of begun.sort((one, other) => (one.since < other.since ? 1 : -1)))
    if (until === undefined || until >= (came === undefined ? day : daysLater(came, -1))) came = since
  return came
}

/**
 * Since when they have been, without a break, where something holds; nothing where the list of segments does not say.
 */
export const segmentSince = (
  { segments = [] }: Employee,
  day: string,
  holds: (segment: Segment) => boolean,
): string | undefined => {
  const inOrder = [...segments].sort((one, other) => (one.since < other.since ? -1 : 1))
  const spans = inOrder.map(({ until, ...one }, at): SegmentSince => {
    const next = inOrder[at + 1]?.since
    const ends = until ?? (next === undefined ? undefined : daysLater(next, -1))
    return { ...one, ...given({ until: ends }) }
  })
  return unbrokenSince(
    spans.filter(({ segment }) => holds(segment)),
    day,
  )
}

/** When they were away, first and last day: leaves of absence, and the time between two employments. */
export const absencesOf = ({ leaves = [], employedBefore = [], hiredOn }: Employee): readonly Span[] =>
  employedBefore.length === 0
    ? leaves
    : [
        ...leaves,
        ...employedBefore
          .filter(({ leftOn }) => leftOn < daysLater(hiredOn, -1))
          .map(({ leftOn }) => ({ since: daysLater(leftOn, 1), until: daysLater(hiredOn, -1) })),
      ]

/** How many days they were no employees before they were hired again; nothing where they were not. */
export const daysAway = ({ hiredOn, employedBefore = [] }: Employee): number | undefined => {
  const left = employedBefore
    .map(({ leftOn }) => leftOn)
    .filter((day) => day < hiredOn)
    .sort()
    .at(-1)
  return left === undefined ? undefined : daysBetween(left, hiredOn) - 1
}

export const rolesOn = (roles: readonly RoleSince[] | undefined, day: string): readonly string[] =>
  (roles ?? []).filter((one) => holdsOn(one, day)).map(({ role }) => role)

/** Since when they have held one of these roles, or any where none is named, without a break; nothing where they do not on that day. */
export const heldSince = (
  held: readonly RoleSince[] | undefined,
  roles: readonly string[],
  day: string,
): string | undefined =>
  unbrokenSince(
    (held ?? []).filter(({ role }) => roles.length === 0 || roles.includes(role)),
    day,
  )
