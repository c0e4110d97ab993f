/** How the status of a requirement moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { CredentialEvent } from '../events.ts'

/** Whether a requirement binds. `none`: it was never established. */
export type RequirementStatus = 'none' | 'established' | 'withdrawn'

/** The status each event leads to. */
export const requirementStatusAfter = {
  RequirementEstablished: 'established',
  RequirementWithdrawn: 'withdrawn',
} as const satisfies StatusTable<CredentialEvent, RequirementStatus>

/** The recipes of the table, for every fold that holds the status of one. */
export const requirementMoves = statusRecipes<CredentialEvent, RequirementStatus>(requirementStatusAfter)
