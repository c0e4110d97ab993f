/** How the status of an administration moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { EvaluationEvent } from '../events.ts'

/** Whether a questionnaire or a test can be answered. `unknown`: it was never opened. */
export type AdministrationStatus = 'unknown' | 'open' | 'closed'

/** The status each event leads to. */
export const administrationStatusAfter = {
  AdministrationOpened: 'open',
  AdministrationClosed: 'closed',
} as const satisfies StatusTable<EvaluationEvent, AdministrationStatus>

/** The recipes of the table, for every fold that holds the status of one. */
export const administrationMoves = statusRecipes<EvaluationEvent, AdministrationStatus>(
  administrationStatusAfter,
)
