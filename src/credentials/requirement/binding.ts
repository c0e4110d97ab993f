import {
  daysAway,
  daysLater,
  type Employee,
  heldSince,
  isOnLeave,
  isWithin,
  laterOf,
  rolesOn,
  segmentOn,
  segmentSince,
} from '../../vocabulary/index.ts'
import type { LearnerRecordState } from '../learner-record.ts'
import { isMeantFor } from './audience.ts'
import { fixedDateFor } from './due.ts'
import { type Asked, bestEvidence, type Now } from './evidence.ts'
import { coursesAsked, type RequirementState, type TermsFrom } from './state.ts'

/** That somebody has to do it: by when at first, and since when it counts. */
export type Binding = {
  readonly terms: TermsFrom
  readonly asked: Asked
  /** None where only a credential that they hold binds them. */
  readonly firstDue?: string
  /** Since when it binds them: nothing is due before. */
  readonly from: string
  /** Only what is done since then counts. */
  readonly since?: string
}

const isInAudience = ({ audience, trigger }: TermsFrom, person: Employee, today: string): boolean =>
  isMeantFor(
    audience,
    segmentOn(person, today),
    rolesOn(trigger.on === 'promotion' ? person.candidateFor : person.roles, today),
  )

/** The terms in force today, and since when terms without a break have bound this person. */
const termsFor = (
  { versions, withdrawnFrom }: RequirementState,
  person: Employee,
  today: string,
): { readonly terms: TermsFrom; readonly boundSince: string } | undefined => {
  if (withdrawnFrom !== undefined && withdrawnFrom <= today) return undefined
  const inForce = versions.filter(({ effectiveFrom }) => effectiveFrom <= today)
  const lastWithout = inForce.findLastIndex((terms) => !isInAudience(terms, person, today))
  const terms = inForce.at(-1)
  const boundSince = inForce[lastWithout + 1]?.effectiveFrom
  return terms === undefined || boundSince === undefined ? undefined : { terms, boundSince }
}

/** The first incident after which nothing was done. */
const openIncident = (
  person: Employee,
  wanted: string | undefined,
  from: string,
  now: Now,
  doneSince: (day: string) => boolean,
): string | undefined => {
  const incidents = (person.incidents ?? [])
    .filter(
      ({ incident, on }) => (wanted === undefined || incident === wanted) && on >= from && on <= now.today,
    )
    .map(({ on }) => on)
    .sort()
  return incidents.find((on) => !doneSince(on)) ?? incidents.at(-1)
}

/** Whether they hold what is to be kept valid: whose ran out before it was asked of them holds nothing. */
const holdsWhatEnds = (
  record: LearnerRecordState | undefined,
  asked: Asked,
  from: string,
  now: Now,
  since?: string,
): boolean => {
  const held = bestEvidence(record, asked, { kind: 'once' }, now, since)
  return held !== undefined && (held.until === undefined || held.until >= from)
}

/** Whether and how a requirement binds somebody today. */
export const bindingOn = (
  requirement: RequirementState,
  person: Employee,
  record: LearnerRecordState | undefined,
  now: Now,
): Binding | undefined => {
  const found = isOnLeave(person, now.today) ? undefined : termsFor(requirement, person, now.today)
  if (found === undefined) return undefined
  const { terms, boundSince } = found
  const { trigger, audience, recurrence, startsAnewAfterDays } = terms
  const { today } = now
  const asked = { ...coursesAsked(requirement.courseId, terms), requires: requirement.requires }
  const moved = segmentSince(
    person,
    today,
    (segment) =>
      audience.segments.length === 0 || audience.segments.some((wider) => isWithin(segment, wider)),
  )
  const isByRole = trigger.on === 'roleAssigned' || trigger.on === 'promotion' || audience.roles.length > 0
  const held = heldSince(
    trigger.on === 'promotion' ? person.candidateFor : person.roles,
    audience.roles,
    today,
  )
  if (isByRole && held === undefined) return undefined
  const from = [person.hiredOn, moved ?? '', isByRole ? (held ?? '') : ''].reduce(laterOf, boundSince)
  const startsAnew = startsAnewAfterDays !== undefined && (daysAway(person) ?? 0) > startsAnewAfterDays
  const bound = { terms, asked, from, ...(startsAnew ? { since: person.hiredOn } : {}) }
  switch (trigger.on) {
    case 'fixedDate': {
      const firstDue = fixedDateFor(trigger.due, from, recurrence)
      return firstDue === undefined ? undefined : { ...bound, firstDue }
    }
    case 'expiry':
      return holdsWhatEnds(record, asked, from, now, bound.since) ? bound : undefined
    case 'incident': {
      const on = openIncident(
        person,
        trigger.incident,
        from,
        now,
        (day) => bestEvidence(record, asked, { kind: 'once' }, now, day) !== undefined,
      )
      return on === undefined
        ? undefined
        : { ...bound, firstDue: daysLater(on, trigger.dueWithinDays), since: on }
    }
    default:
      return { ...bound, firstDue: daysLater(from, trigger.dueWithinDays) }
  }
}
