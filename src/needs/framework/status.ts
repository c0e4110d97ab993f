/** How the status of a competency framework moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { NeedsEvent } from '../events.ts'

/** Where a framework (能力框架) stands. `unknown`: nothing of it was written. A published framework may be written on. */
export type FrameworkStatus = 'unknown' | 'drafted' | 'published'

/** The status each event leads to. */
export const frameworkStatusAfter = {
  ProficiencyScaleDefined: (_, before) => (before === 'unknown' ? 'drafted' : before),
  FrameworkPublished: 'published',
} as const satisfies StatusTable<NeedsEvent, FrameworkStatus>

/** The recipes of the table, for every fold that holds the status of one. */
export const frameworkMoves = statusRecipes<NeedsEvent, FrameworkStatus>(frameworkStatusAfter)
