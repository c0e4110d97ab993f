import type { Segment } from './segment.ts'

/** A role a person holds, or is a candidate for, since a day. */
export type RoleSince = { readonly role: string; readonly since: string }

/** What only the host knows about a person: from its HR master, as it stands. */
export type Employee = {
  readonly learnerId: string
  readonly hiredOn: string
  /** Their last day. */
  readonly leftOn?: string
  readonly segment: Segment
  readonly roles?: readonly RoleSince[]
  /** Roles they are to be promoted to. */
  readonly candidateFor?: readonly RoleSince[]
  /** Incidents after which they have to be trained again. */
  readonly incidents?: readonly { readonly incident: string; readonly on: string }[]
}

export const isEmployedOn = ({ hiredOn, leftOn }: Employee, day: string): boolean =>
  hiredOn <= day && (leftOn === undefined || day <= leftOn)

export const rolesOn = (roles: readonly RoleSince[] | undefined, day: string): readonly string[] =>
  (roles ?? []).filter(({ since }) => since <= day).map(({ role }) => role)

/** Since when they hold one of these roles, or any where none is named. */
export const heldSince = (
  held: readonly RoleSince[] | undefined,
  roles: readonly string[],
): string | undefined =>
  (held ?? [])
    .filter(({ role }) => roles.length === 0 || roles.includes(role))
    .map(({ since }) => since)
    .sort()[0]
