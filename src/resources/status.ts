/** How the status of a resource moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../kernel/index.ts'
import type { ResourceEvent } from './events.ts'

/** Whether a resource (资源) may be used. `unknown`: it was never registered. */
export type ResourceStatus = 'unknown' | 'active' | 'suspended' | 'retired'

/** The status each event leads to. */
export const resourceStatusAfter = {
  ResourceRegistered: 'active',
  ResourceSuspended: 'suspended',
  ResourceReinstated: 'active',
  ResourceRetired: 'retired',
} as const satisfies StatusTable<ResourceEvent, ResourceStatus>

/** The recipes of the table, for every fold that holds the status of one. */
export const resourceMoves = statusRecipes<ResourceEvent, ResourceStatus>(resourceStatusAfter)
