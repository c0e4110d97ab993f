/** How the status of a liaison review moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { NeedsEvent } from '../events.ts'

/** Where a liaison review stands. `unknown`: it was never scheduled. */
export type LiaisonReviewStatus = 'unknown' | 'scheduled' | 'held' | 'missed' | 'cancelled'

/** The status each event leads to. */
export const liaisonReviewStatusAfter = {
  LiaisonReviewScheduled: 'scheduled',
  LiaisonReviewHeld: 'held',
  LiaisonReviewMissed: 'missed',
  LiaisonReviewCancelled: 'cancelled',
} as const satisfies StatusTable<NeedsEvent, LiaisonReviewStatus>

/** The recipes of the table, for every fold that holds the status of one. */
export const liaisonReviewMoves = statusRecipes<NeedsEvent, LiaisonReviewStatus>(liaisonReviewStatusAfter)
