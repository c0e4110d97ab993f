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
  /** Earlier employments, where they were hired again: `hiredOn` is then the day they came back. A contract that goes on the next day is one employment. */
  readonly employedBefore?: readonly { readonly hiredOn: string; readonly leftOn: string }[]
  readonly segment: Segment
  /** Where they were and are, with the days, in any order: a move starts its own clock. After the last day told, `segment` holds; without this list, since they came. */
  readonly segments?: readonly SegmentSince[]
  /** Leaves of absence, first and last day: nothing is asked meanwhile, and what fell due is due after the return. */
  readonly leaves?: readonly { readonly since: string; readonly until?: string }[]
  readonly roles?: readonly RoleSince[]
  /** Roles they are to be promoted to. */
  readonly candidateFor?: readonly RoleSince[]
  /** Incidents after which they have to be trained again. */
  readonly incidents?: readonly { readonly incident: string; readonly on: string }[]
}

type Span = { readonly since: string; readonly until?: string }

const inOrder = <S extends Span>(spans: readonly S[]): readonly S[] =>
  spans.length < 2 ? spans : [...spans].sort((one, other) => (one.since < other.since ? -1 : 1))

/** The spans in order; those that touch or overlap are one. */
const joined = (spans: readonly Span[]): readonly Span[] => {
  const all: Span[] = []
  for (const one of inOrder(spans)) {
    const before = all.at(-1)
    const goesOn =
      before !== undefined && (before.until === undefined || one.since <= daysLater(before.until, 1))
    if (!goesOn) all.push(one)
    else if (before.until !== undefined && (one.until === undefined || one.until > before.until))
      all[all.length - 1] = { since: before.since, ...given({ until: one.until }) }
  }
  return all
}

type Employment = Pick<Employee, 'hiredOn' | 'leftOn'>

/** Every employment, in order; a contract that goes on from the one before is the same employment. */
const employmentsOf = ({ hiredOn, leftOn, employedBefore = [] }: Employee): readonly Employment[] =>
  employedBefore.length === 0
    ? [{ hiredOn, ...given({ leftOn }) }]
    : joined(
        [...employedBefore, { hiredOn, leftOn }].map((one) => ({
          since: one.hiredOn,
          ...given({ until: one.leftOn }),
        })),
      ).map(({ since, until }) => ({ hiredOn: since, ...given({ leftOn: until }) }))

const isDuring = (day: string, { hiredOn, leftOn }: Employment): boolean =>
  hiredOn <= day && (leftOn === undefined || day <= leftOn)

/**
 * The person as employed on a day: that employment, and those before it. Nothing where they were not employed.
 *
 * @example
 * ```ts
 * import { employedOn } from 'training-ops'
 * const ada = { learnerId: 'ada', hiredOn: '2024-01-08', leftOn: '2026-06-30', segment: {} }
 * employedOn(ada, '2026-06-30')?.hiredOn // => '2024-01-08'
 * employedOn(ada, '2026-07-01') // => undefined
 * ```
 */
export const employedOn = (person: Employee, day: string): Employee | undefined => {
  if (person.employedBefore === undefined) return isDuring(day, person) ? person : undefined
  const all = employmentsOf(person)
  const at = all.findIndex((one) => isDuring(day, one))
  if (at < 0) return undefined
  const { hiredOn: _, leftOn: __, ...same } = person
  return { ...same, ...(all[at] as Employment), employedBefore: all.slice(0, at) as Required<Employment>[] }
}

/**
 * Whether they were employed on a day; their last day counts.
 *
 * @example
 * ```ts
 * import { isEmployedOn } from 'training-ops'
 * isEmployedOn({ learnerId: 'ada', hiredOn: '2024-01-08', leftOn: '2026-06-30', segment: {} }, '2026-07-01') // => false
 * ```
 */
export const isEmployedOn = (person: Employee, day: string): boolean => employedOn(person, day) !== undefined

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
  const employed = people.reduce(
    (sum, person) =>
      employmentsOf(person).reduce((all, { hiredOn, leftOn = last }) => {
        const first = laterOf(hiredOn, from)
        const end = earlierOf(leftOn, last)
        return end < first ? all : all + daysBetween(first, end) + 1
      }, sum),
    0,
  )
  return employed / days
}

const holdsOn = ({ since, until }: { since: string; until?: string }, day: string): boolean =>
  since <= day && (until === undefined || day <= until)

/** Where they were and are, in order, each to the day before the next; `segment` is where they are after the last one that ended. */
const placesOf = ({ segment, segments = [] }: Employee): readonly SegmentSince[] => {
  const sorted = inOrder(segments)
  const places = sorted.map(({ until, ...one }, at): SegmentSince => {
    const next = sorted[at + 1]?.since
    const ends = until ?? (next === undefined ? undefined : daysLater(next, -1))
    return { ...one, ...given({ until: ends }) }
  })
  const left = places.at(-1)?.until
  return left === undefined ? places : [...places, { segment, since: daysLater(left, 1) }]
}

/**
 * Where they are on a day.
 *
 * @example
 * ```ts
 * import { segmentOn } from 'training-ops'
 * const ada = { learnerId: 'ada', hiredOn: '2024-01-08', segment: { department: 'plant' }, segments: [
 *   { segment: { department: 'office' }, since: '2024-01-08', until: '2026-02-28' },
 *   { segment: { department: 'plant' }, since: '2026-03-01' },
 * ] }
 * segmentOn(ada, '2026-02-28') // => { department: 'office' }
 * ```
 */
export const segmentOn = (person: Employee, day: string): Segment =>
  (person.segments && placesOf(person).findLast((one) => holdsOn(one, day))?.segment) ?? person.segment

/**
 * Whether they are on leave on a day.
 *
 * @example
 * ```ts
 * import { isOnLeave } from 'training-ops'
 * const ada = { learnerId: 'ada', hiredOn: '2024-01-08', segment: {}, leaves: [{ since: '2026-03-01', until: '2026-05-31' }] }
 * isOnLeave(ada, '2026-05-31') // => true
 * ```
 */
export const isOnLeave = ({ leaves = [] }: Employee, day: string): boolean =>
  leaves.some((one) => holdsOn(one, day))

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
 *
 * @example
 * ```ts
 * import { segmentSince } from 'training-ops'
 * const ada = { learnerId: 'ada', hiredOn: '2024-01-08', segment: { department: 'plant' }, segments: [
 *   { segment: { department: 'office' }, since: '2024-01-08', until: '2026-02-28' },
 *   { segment: { department: 'plant' }, since: '2026-03-01' },
 * ] }
 * segmentSince(ada, '2026-06-01', ({ department }) => department === 'plant') // => '2026-03-01'
 * ```
 */
export const segmentSince = (
  person: Employee,
  day: string,
  holds: (segment: Segment) => boolean,
): string | undefined =>
  person.segments &&
  unbrokenSince(
    placesOf(person).filter(({ segment }) => holds(segment)),
    day,
  )

/**
 * When they were away, first and last day, in order: leaves of absence, and the time between two employments.
 *
 * @example
 * ```ts
 * import { absencesOf } from 'training-ops'
 * absencesOf({ learnerId: 'ada', hiredOn: '2026-03-01', segment: {}, employedBefore: [{ hiredOn: '2024-01-08', leftOn: '2025-12-31' }] }) // => [{ since: '2026-01-01', until: '2026-02-28' }]
 * ```
 */
export const absencesOf = (person: Employee): readonly Span[] => {
  const { leaves = [], employedBefore } = person
  if (employedBefore === undefined) return joined(leaves)
  const employments = employmentsOf(person)
  const between = employments.slice(1).map(({ hiredOn }, at) => ({
    since: daysLater(employments[at]?.leftOn as string, 1),
    until: daysLater(hiredOn, -1),
  }))
  return joined([...leaves, ...between])
}

/**
 * How many days they were no employees before they were hired again; nothing where they were not.
 *
 * @example
 * ```ts
 * import { daysAway } from 'training-ops'
 * daysAway({ learnerId: 'ada', hiredOn: '2026-03-01', segment: {}, employedBefore: [{ hiredOn: '2024-01-08', leftOn: '2025-12-31' }] }) // => 59
 * ```
 */
export const daysAway = (person: Employee): number | undefined => {
  const [before, now] = employmentsOf(person).slice(-2)
  return before?.leftOn === undefined || now === undefined
    ? undefined
    : daysBetween(before.leftOn, now.hiredOn) - 1
}

/**
 * The roles that somebody held on a day.
 *
 * @example
 * ```ts
 * import { rolesOn } from 'training-ops'
 * rolesOn([{ role: 'forkliftDriver', since: '2026-03-01' }], '2026-02-28') // => []
 * ```
 */
export const rolesOn = (roles: readonly RoleSince[] | undefined, day: string): readonly string[] =>
  (roles ?? []).filter((one) => holdsOn(one, day)).map(({ role }) => role)

/**
 * Since when they have held one of these roles, or any where none is named, without a break; nothing where they do not on that day.
 *
 * @example
 * ```ts
 * import { heldSince } from 'training-ops'
 * heldSince([{ role: 'forkliftDriver', since: '2026-03-01' }], ['forkliftDriver'], '2026-06-01') // => '2026-03-01'
 * ```
 */
export const heldSince = (
  held: readonly RoleSince[] | undefined,
  roles: readonly string[],
  day: string,
): string | undefined =>
  unbrokenSince(
    (held ?? []).filter(({ role }) => roles.length === 0 || roles.includes(role)),
    day,
  )
