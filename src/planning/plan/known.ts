import { type DataOf, projections } from '../../kernel/index.ts'
import type { Money } from '../../vocabulary/index.ts'
import type { PlanningEvent } from '../events.ts'
import type { SpentOn } from '../shapes.ts'
import { spentOnOf } from './spent-on.ts'

type LineAdded = DataOf<PlanningEvent, 'PlanLineAdded'>
/** Whole minor units by currency. */
export type ByCurrency = Record<string, number>

export type PlanLine = Pick<LineAdded, 'needIds' | 'audience' | 'headcount' | 'budget'> & {
  /** What each program takes from it, in minor units. */
  programs: Record<string, number>
}

export type TrainingPlanState = {
  status: 'unknown' | 'draft' | 'submitted' | 'approved' | 'closed'
  draftedBy: string
  submittedBy: string
  lines: Record<string, PlanLine>
  approved: ByCurrency
  /** In basis points of what was approved. */
  tolerance: number
  /** What is promised and not yet spent. */
  committed: ByCurrency
  posted: ByCurrency
  /** What is open of each commitment, and what it is for. */
  commitments: Record<string, { lineId: string; open: Money; for: SpentOn }>
}

const add = (sums: ByCurrency, currency: string, minor: number) => {
  sums[currency] = (sums[currency] ?? 0) + minor
}

const settle = (plan: TrainingPlanState, commitmentId: string, currency: string, minor: number) => {
  const commitment = plan.commitments[commitmentId]
  if (commitment === undefined) return
  commitment.open = { currency, minor: commitment.open.minor - minor }
  add(plan.committed, currency, -minor)
}

/** A plan: its lines, what was approved, promised and spent. */
export const trainingPlan = projections<PlanningEvent>()({
  name: 'trainingPlan',
  by: ['planId'],
  initial: (): TrainingPlanState => ({
    status: 'unknown',
    draftedBy: '',
    submittedBy: '',
    lines: {},
    approved: {},
    tolerance: 0,
    committed: {},
    posted: {},
    commitments: {},
  }),
  on: {
    PlanDrafted: (plan, { draftedBy }) => {
      plan.status = 'draft'
      plan.draftedBy = draftedBy
    },
    PlanLineAdded: (plan, { lineId, needIds, audience, headcount, budget }) => {
      plan.lines[lineId] = { needIds, audience, headcount, budget, programs: {} }
    },
    PlanSubmitted: (plan, { submittedBy }) => {
      plan.status = 'submitted'
      plan.submittedBy = submittedBy
    },
    PlanApproved: (plan, { approved, tolerance }) => {
      plan.status = 'approved'
      plan.tolerance = tolerance
      for (const { currency, minor } of approved) plan.approved[currency] = minor
    },
    FundsCommitted: (plan, { commitmentId, lineId, amount, ...named }) => {
      plan.commitments[commitmentId] = { lineId, open: { ...amount }, for: spentOnOf(named) }
      add(plan.committed, amount.currency, amount.minor)
    },
    CostPosted: (plan, { amount, commitmentId, settled }) => {
      add(plan.posted, amount.currency, amount.minor)
      if (commitmentId !== undefined) settle(plan, commitmentId, amount.currency, settled)
    },
    CommitmentReleased: (plan, { commitmentId, amount }) => {
      settle(plan, commitmentId, amount.currency, amount.minor)
    },
    PlanClosed: (plan) => {
      plan.status = 'closed'
    },
    ProgramBudgetPlanned: (plan, { lineId, programId, amount }) => {
      const line = plan.lines[lineId]
      if (line !== undefined) line.programs[programId] = amount.minor
    },
    ProgramBudgetReleased: (plan, { lineId, programId }) => {
      delete plan.lines[lineId]?.programs[programId]
    },
  },
})

/** Whether an invoice was posted, in whichever plan. */
export const postedInvoice = projections<PlanningEvent>()({
  name: 'postedInvoice',
  by: ['invoice'],
  initial: (): { planId?: string } => ({}),
  on: {
    CostPosted: (invoice, { planId }) => {
      invoice.planId = planId
    },
  },
})
