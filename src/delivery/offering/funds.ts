import { projections } from '../../kernel/index.ts'
import type { PlanningEvent } from '../../planning/events.ts'

/** The commitments of an offering that are not spent or released: minor units by plan and commitment. */
export const offeringFunds = projections<PlanningEvent>()({
  name: 'offeringFunds',
  by: ['offeringId'],
  initial: (): Record<string, Record<string, number>> => ({}),
  on: {
    FundsCommitted: (funds, { planId, commitmentId, amount }) => {
      funds[planId] = { ...funds[planId], [commitmentId]: amount.minor }
    },
    CostPosted: (funds, { planId, commitmentId, settled }) => {
      const promised = funds[planId]
      if (commitmentId === undefined || promised?.[commitmentId] === undefined) return
      promised[commitmentId] -= settled
    },
    CommitmentReleased: (funds, { planId, commitmentId }) => {
      delete funds[planId]?.[commitmentId]
    },
  },
})
