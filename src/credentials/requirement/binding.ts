import {
  daysLater,
  type Employee,
  heldSince,
  isOnLeave,
  isWithin,
  rolesOn,
  segmentOn,
  segmentSince,
} from '../../vocabulary/index.ts'
import type { LearnerRecordState } from '../learner-record.ts'
import { isMeantFor } from './audience.ts'
import { fixedDateFor } from './due.ts'
import { bestEvidence, type Now } from './evidence.ts'
import type { RequirementState, TermsFrom } from './state.ts'

/** That somebody has to do it: by when at first, and since when it counts. */
export type Binding = {
  readonly terms: TermsFrom
  /** None where only a credential that they hold binds them. */
  readonly firstDue?: string
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

const later = (a: string, b: string): string => (a > b ? a : b)

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
  const { trigger, audience, recurrence } = terms
  const moved = segmentSince(
    person,
    now.today,
    (segment) =>
      audience.segments.length === 0 || audience.segments.some((wider) => isWithin(segment, wider)),
  )
  const came = later(person.hiredOn, moved ?? '')
  switch (trigger.on) {
    case 'hired':
      return { terms, firstDue: daysLater(later(came, boundSince), trigger.dueWithinDays) }
    case 'fixedDate': {
      const firstDue = fixedDateFor(trigger.due, later(came, boundSince), recurrence)
      return firstDue === undefined ? undefined : { terms, firstDue }
    }
    case 'expiry':
      return bestEvidence(record, requirement, recurrence, now) === undefined ? undefined : { terms }
    case 'incident': {
      const on = openIncident(
        person,
        trigger.incident,
        boundSince,
        now,
        (day) => bestEvidence(record, requirement, { kind: 'once' }, now, day) !== undefined,
      )
      return on === undefined
        ? undefined
        : { terms, firstDue: daysLater(on, trigger.dueWithinDays), since: on }
    }
    default: {
      const since = heldSince(trigger.on === 'promotion' ? person.candidateFor : person.roles, audience.roles)
      return since === undefined || since > now.today
        ? undefined
        : { terms, firstDue: daysLater(later(since, boundSince), trigger.dueWithinDays) }
    }
  }
}
