import { type Command, systemRole } from './command.ts'
import { InstantAhead, InstantPast } from './rejection.ts'

/** How far the `at` of a client's command may be from the host's clock. */
export type ClockRule = {
  /** Minutes by which it may be ahead, for clocks that differ. 5 where nothing is said. */
  readonly aheadMinutes?: number
  /** Minutes by which it may be behind. A day (1,440) where nothing is said. */
  readonly behindMinutes?: number
  /** Roles that may tell of what was longer ago. The system itself may, always. */
  readonly mayBackdate?: readonly string[]
}

/** Why a command may not be asked at this hour of the host's clock; nothing where it may, or has no instant. */
export const offClock = (
  { aheadMinutes = 5, behindMinutes = 1440, mayBackdate = [] }: ClockRule,
  { data, metadata: { actor } }: Command,
  now: string,
) => {
  const { at } = data as { readonly at?: unknown }
  if (typeof at !== 'string') return undefined
  const behind = Date.parse(now) - Date.parse(at)
  if (behind < -aheadMinutes * 60_000) return InstantAhead({ at, now })
  const mayTell = actor === undefined || [systemRole, ...mayBackdate].includes(actor.role)
  return !mayTell && behind > behindMinutes * 60_000 ? InstantPast({ at, now }) : undefined
}
