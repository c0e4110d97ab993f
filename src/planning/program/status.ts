/** How a program's status moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { PlanningEvent } from '../events.ts'

/** Where a program (培训项目) stands. `unknown`: it was never proposed. */
export type ProgramStatus =
  | 'unknown'
  | 'proposed'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'launched'
  | 'suspended'
  | 'completed'
  | 'archived'
  | 'cancelled'

/** The status each event leads to. */
export const programStatusAfter = {
  ProgramProposed: 'proposed',
  ProgramSubmitted: 'submitted',
  ProgramReturned: 'returned',
  ProgramApproved: 'approved',
  ProgramLaunched: 'launched',
  ProgramSuspended: 'suspended',
  ProgramResumed: 'launched',
  ProgramCancelled: 'cancelled',
  ProgramCompleted: 'completed',
  ProgramArchived: 'archived',
} as const satisfies StatusTable<PlanningEvent, ProgramStatus>

/** The recipes of the table, for every fold that holds the status of one program. */
export const programMoves = statusRecipes<PlanningEvent, ProgramStatus>(programStatusAfter)

/** Over, whether it was held to its end or not. */
export const isOver = (status: ProgramStatus): boolean =>
  status === 'cancelled' || status === 'completed' || status === 'archived'
