/** How the status of a role that somebody holds moves: said here once. */
import type { StatusTable } from '../../kernel/index.ts'
import type { NeedsEvent } from '../events.ts'

export type RoleStatus = 'held' | 'ended'

/** The status each event leads to. */
export const roleStatusAfter = {
  RoleAssigned: 'held',
  RoleEnded: 'ended',
} as const satisfies StatusTable<NeedsEvent, RoleStatus>
