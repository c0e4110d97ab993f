/** How the status of a plan, and of what is asked of its money, moves: said here once. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { PlanningEvent } from '../events.ts'

/** Where a plan (培训计划) stands. `unknown`: it was never drafted. */
export type PlanStatus = 'unknown' | 'draft' | 'submitted' | 'returned' | 'approved' | 'revising' | 'closed'

/** The status each event leads to. */
export const planStatusAfter = {
  PlanDrafted: 'draft',
  PlanSubmitted: 'submitted',
  PlanReturned: 'returned',
  PlanApproved: 'approved',
  PlanRevised: 'revising',
  PlanClosed: 'closed',
} as const satisfies StatusTable<PlanningEvent, PlanStatus>

/** The recipes of the table, for every fold that holds the status of one plan. */
export const planMoves = statusRecipes<PlanningEvent, PlanStatus>(planStatusAfter)

/** Where an expense claim (报销) stands. */
export type ClaimStatus = 'unknown' | 'claimed' | 'reimbursed' | 'refused'

/** The status of an expense claim that each event leads to. */
export const claimStatusAfter = {
  ExpenseClaimed: 'claimed',
  ExpenseReimbursed: 'reimbursed',
  ExpenseRefused: 'refused',
} as const satisfies StatusTable<PlanningEvent, ClaimStatus>

/** Where a request for more money (追加预算) stands. */
export type IncreaseStatus = 'unknown' | 'requested' | 'granted' | 'refused'

/** The status of a request for more money that each event leads to. */
export const increaseStatusAfter = {
  BudgetIncreaseRequested: 'requested',
  BudgetIncreaseGranted: 'granted',
  BudgetIncreaseRefused: 'refused',
} as const satisfies StatusTable<PlanningEvent, IncreaseStatus>
