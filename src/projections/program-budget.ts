import { projections } from '../kernel/index.ts'
import type { PlanningEvent } from '../planning/events.ts'
import type { ProgramStatusState } from './program-status.ts'

export type CommittedFunds = { programId?: string; currency: string; promised: number; used: number }

/** One promise of money, by plan and commitment (each plan numbers its own): for which program, how much, and how much of it was spent or given back since. */
export const committedFunds = projections<PlanningEvent>()({
  name: 'committedFunds',
  by: ['planId', 'commitmentId'],
  initial: (): CommittedFunds => ({ currency: '', promised: 0, used: 0 }),
  on: {
    FundsCommitted: (commitment, { amount, programId }) => {
      commitment.currency = amount.currency
      commitment.promised += amount.minor
      if (programId !== undefined) commitment.programId = programId
    },
    CostPosted: (commitment, { settled }) => {
      commitment.used += settled
    },
    CommitmentReleased: (commitment, { amount }) => {
      commitment.used += amount.minor
    },
  },
  merge: (a, b) => ({
    ...a,
    ...b,
    currency: b.currency === '' ? a.currency : b.currency,
    promised: a.promised + b.promised,
    used: a.used + b.used,
  }),
})

/** Minor units of one currency. */
export type ProgramBudget = { planned: number; committed: number; posted: number }

/**
 * A program's money by currency: taken from the plan, promised and not yet spent, spent.
 *
 * @example
 * ```ts
 * import { budgetOf, programStatus } from 'training-ops'
 * const program = { ...programStatus.initial(), posted: { CNY: 30_000 } }
 * const commitments = { 'plan-1 c-1': { programId: 'p-1', currency: 'CNY', promised: 50_000, used: 30_000 } }
 * budgetOf('p-1', program, commitments) // => { CNY: { planned: 0, committed: 20_000, posted: 30_000 } }
 * ```
 */
export const budgetOf = (
  programId: string,
  { budget, posted }: ProgramStatusState,
  commitments: Readonly<Record<string, CommittedFunds>>,
): Readonly<Record<string, ProgramBudget>> => {
  const money: Record<string, ProgramBudget> = {}
  const add = (currency: string, part: keyof ProgramBudget, minor: number): void => {
    money[currency] ??= { planned: 0, committed: 0, posted: 0 }
    money[currency][part] += minor
  }
  for (const { minor, currency } of Object.values(budget)) add(currency, 'planned', minor)
  for (const [currency, minor] of Object.entries(posted)) add(currency, 'posted', minor)
  for (const commitment of Object.values(commitments))
    if (commitment.programId === programId)
      add(commitment.currency, 'committed', commitment.promised - commitment.used)
  return money
}
