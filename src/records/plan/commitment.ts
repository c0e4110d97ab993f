import { projections } from '../../kernel/index.ts'
import type { PlanningEvent } from '../../planning/events.ts'

export type CommitmentRecord = { programId?: string; currency: string; promised: number; used: number }

/** One promise of money, by plan and commitment (each plan numbers its own): for which program, how much, and how much of it was spent or given back since. */
export const commitmentRecord = projections<PlanningEvent>()({
  name: 'commitmentRecord',
  by: ['planId', 'commitmentId'],
  initial: (): CommitmentRecord => ({ currency: '', promised: 0, used: 0 }),
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
