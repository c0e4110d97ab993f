import { projections } from '../../kernel/index.ts'
import type { Money } from '../../vocabulary/index.ts'
import type { PlanningEvent } from '../events.ts'
import type { SpentOn } from '../shapes.ts'
import { spentOnOf } from './spent-on.ts'

export type OpenCommitment = { lineId: string; open: Money; for: SpentOn }
/** By plan, then by commitment: each plan numbers its own. */
export type ProgramFunds = Record<string, Record<string, OpenCommitment>>

const use = (funds: ProgramFunds, planId: string, commitmentId: string, minor: number) => {
  const commitments = funds[planId]
  const commitment = commitments?.[commitmentId]
  if (commitments === undefined || commitment === undefined) return
  if (commitment.open.minor <= minor) delete commitments[commitmentId]
  else commitment.open = { ...commitment.open, minor: commitment.open.minor - minor }
}

/** The open commitments of a program, in all plans. */
export const programFunds = projections<PlanningEvent>()({
  name: 'programFunds',
  by: ['programId'],
  initial: (): ProgramFunds => ({}),
  on: {
    FundsCommitted: (funds, { planId, commitmentId, lineId, amount, ...named }) => {
      funds[planId] ??= {}
      funds[planId][commitmentId] = { lineId, open: { ...amount }, for: spentOnOf(named) }
    },
    CostPosted: (funds, { planId, commitmentId, settled }) => {
      if (commitmentId !== undefined) use(funds, planId, commitmentId, settled)
    },
    CommitmentReleased: (funds, { planId, commitmentId, amount }) => {
      use(funds, planId, commitmentId, amount.minor)
    },
  },
})
