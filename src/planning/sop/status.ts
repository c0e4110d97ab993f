/** How the status of a procedure moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { PlanningEvent } from '../events.ts'

/** Whether a procedure (标准作业程序) is followed. `unknown`: no version was published. */
export type SopStatus = 'unknown' | 'published' | 'retired'

/** The status each event leads to. */
export const sopStatusAfter = {
  SopVersionPublished: 'published',
  SopRetired: 'retired',
} as const satisfies StatusTable<PlanningEvent, SopStatus>

/** The recipes of the table, for every fold that holds the status of one. */
export const sopMoves = statusRecipes<PlanningEvent, SopStatus>(sopStatusAfter)
