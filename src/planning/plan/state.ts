import { type DataOf, projections } from '../../kernel/index.ts'
import { given, type Money } from '../../vocabulary/index.ts'
import type { PlanningEvent } from '../events.ts'
import type { SpentOn } from '../shapes.ts'
import { spentOnOf } from './spent-on.ts'
import { type PlanStatus, planMoves } from './status.ts'

type LineAdded = DataOf<PlanningEvent, 'PlanLineAdded'>
/** Whole minor units by currency. */
export type ByCurrency = Record<string, number>

export type PlanLine = Pick<LineAdded, 'needIds' | 'audience' | 'headcount' | 'budget'> & {
  /** The amount that each program takes from it, in minor units. */
  programs: Record<string, number>
  /** Whether it was part of the plan when the plan was last approved. */
  approved: boolean
  /** Minor units promised and not yet spent, and spent. */
  committed: number
  posted: number
}

export type TrainingPlanState = {
  status: PlanStatus
  /** Whether it was approved and is not closed: while a revision is written, what was approved goes on. */
  holds: boolean
  revision: number
  draftedBy: string
  submittedBy: string
  lines: Record<string, PlanLine>
  approved: ByCurrency
  /** In basis points of what was approved. */
  tolerance: number
  /** The open commitments. */
  committed: ByCurrency
  posted: ByCurrency
  /** The open amount of each commitment, and its purpose. */
  commitments: Record<string, { lineId: string; open: Money; for: SpentOn }>
  /** The line of each expense claim nobody has decided. */
  claims: Record<string, string>
  /** The shares of the budget, in basis points, whose being spent was told; by currency. */
  alerted: Record<string, number[]>
}

const add = (sums: ByCurrency, currency: string, minor: number) => {
  sums[currency] = (sums[currency] ?? 0) + minor
}

const settle = (plan: TrainingPlanState, commitmentId: string, currency: string, minor: number) => {
  const commitment = plan.commitments[commitmentId]
  if (commitment === undefined) return
  commitment.open = { currency, minor: commitment.open.minor - minor }
  add(plan.committed, currency, -minor)
  const line = plan.lines[commitment.lineId]
  if (line !== undefined) line.committed -= minor
}

/** Whether so much of what was approved is spent. */
export const isReached = (threshold: number, posted: number, approved: number): boolean =>
  approved > 0 && BigInt(posted) * 10_000n >= BigInt(approved) * BigInt(threshold)

/** Where more money makes a share of the budget open again, its being spent is told again. */
const forgetAlerts = (plan: TrainingPlanState) => {
  for (const [currency, thresholds] of Object.entries(plan.alerted))
    plan.alerted[currency] = thresholds.filter((threshold) =>
      isReached(threshold, plan.posted[currency] ?? 0, plan.approved[currency] ?? 0),
    )
}

/** A plan: its lines, what was approved, promised and spent. */
export const trainingPlan = projections<PlanningEvent>()({
  name: 'trainingPlan',
  by: ['planId'],
  initial: (): TrainingPlanState => ({
    status: 'unknown',
    holds: false,
    revision: 0,
    draftedBy: '',
    submittedBy: '',
    lines: {},
    approved: {},
    tolerance: 0,
    committed: {},
    posted: {},
    commitments: {},
    claims: {},
    alerted: {},
  }),
  on: [
    planMoves,
    {
      PlanDrafted: (plan, { draftedBy }) => {
        plan.draftedBy = draftedBy
      },
      PlanLineAdded: (plan, { lineId, needIds, audience, headcount, budget }) => {
        const untouched = { programs: {}, approved: false, committed: 0, posted: 0 }
        plan.lines[lineId] = { needIds, audience, headcount, budget: { ...budget }, ...untouched }
      },
      PlanLineAmended: (plan, { lineId, needIds, audience, headcount, budget }) => {
        const line = plan.lines[lineId]
        if (line !== undefined) Object.assign(line, { needIds, audience, headcount, budget: { ...budget } })
      },
      PlanLineRemoved: (plan, { lineId }) => {
        delete plan.lines[lineId]
      },
      PlanSubmitted: (plan, { submittedBy }) => {
        plan.submittedBy = submittedBy
      },
      PlanApproved: (plan, { approved, tolerance }) => {
        plan.holds = true
        plan.tolerance = tolerance
        plan.approved = Object.fromEntries(approved.map(({ currency, minor }) => [currency, minor]))
        for (const line of Object.values(plan.lines)) line.approved = true
        forgetAlerts(plan)
      },
      PlanRevised: (plan, { revision, revisedBy }) => {
        plan.revision = revision
        plan.draftedBy = revisedBy
      },
      PlanClosed: (plan) => {
        plan.holds = false
      },
      FundsCommitted: (plan, { commitmentId, lineId, amount, ...named }) => {
        plan.commitments[commitmentId] = { lineId, open: { ...amount }, for: spentOnOf(named) }
        add(plan.committed, amount.currency, amount.minor)
        const line = plan.lines[lineId]
        if (line !== undefined) line.committed += amount.minor
      },
      CostPosted: (plan, { lineId, amount, commitmentId, settled }) => {
        add(plan.posted, amount.currency, amount.minor)
        const line = plan.lines[lineId]
        if (line !== undefined) line.posted += amount.minor
        if (commitmentId !== undefined) settle(plan, commitmentId, amount.currency, settled)
        if (amount.minor < 0) forgetAlerts(plan)
      },
      CommitmentReleased: (plan, { commitmentId, amount }) => {
        settle(plan, commitmentId, amount.currency, amount.minor)
      },
      BudgetAlertRaised: (plan, { currency, threshold }) => {
        plan.alerted[currency] = [...(plan.alerted[currency] ?? []), threshold]
      },
      BudgetIncreaseGranted: (plan, { lineId, amount }) => {
        add(plan.approved, amount.currency, amount.minor)
        const line = plan.lines[lineId]
        if (line !== undefined) line.budget.minor += amount.minor
        forgetAlerts(plan)
      },
      ExpenseClaimed: (plan, { claimId, lineId }) => {
        plan.claims[claimId] = lineId
      },
      ExpenseReimbursed: (plan, { claimId }) => {
        delete plan.claims[claimId]
      },
      ExpenseRefused: (plan, { claimId }) => {
        delete plan.claims[claimId]
      },
      ProgramBudgetPlanned: (plan, { lineId, programId, amount }) => {
        const line = plan.lines[lineId]
        if (line !== undefined) line.programs[programId] = amount.minor
      },
      ProgramBudgetReleased: (plan, { lineId, programId }) => {
        delete plan.lines[lineId]?.programs[programId]
      },
    },
  ],
})

type Posted = DataOf<PlanningEvent, 'CostPosted'>
/** The purpose of a cost: all that its credit note repeats. */
type CostOf = Pick<Posted, 'lineId' | 'category' | 'payeeId' | 'creditsInvoice' | 'claimantId'> &
  SpentOn & { currency: string }

/** Whether a paper was posted or is claimed, in whichever plan; how much was posted under its number, and what for. */
export const postedInvoice = projections<PlanningEvent>()({
  name: 'postedInvoice',
  by: ['invoice'],
  initial: (): { planId?: string; minor: number; cost?: CostOf } => ({ minor: 0 }),
  on: {
    CostPosted: (
      invoice,
      { planId, lineId, category, payeeId, creditsInvoice, claimantId, amount, ...named },
    ) => {
      invoice.planId = planId
      invoice.minor += amount.minor
      invoice.cost = {
        ...{ lineId, category, currency: amount.currency },
        ...given({ payeeId, creditsInvoice, claimantId }),
        ...spentOnOf(named),
      }
    },
    ExpenseClaimed: (invoice, { planId }) => {
      invoice.planId = planId
    },
    ExpenseRefused: (invoice) => {
      delete invoice.planId
    },
  },
})

/** How much of a cost was taken back, by credit notes that stand. */
export const creditsOfInvoice = projections<PlanningEvent>()({
  name: 'creditsOfInvoice',
  by: ['creditsInvoice'],
  initial: () => ({ minor: 0 }),
  on: {
    CostPosted: (credits, { amount }) => {
      credits.minor -= amount.minor
    },
  },
})

/** How much of a credit note was taken back. */
export const takenBackOfNote = projections<PlanningEvent>()({
  name: 'takenBackOfNote',
  by: ['takesBackNote'],
  initial: () => ({ minor: 0 }),
  on: {
    CostPosted: (note, { amount }) => {
      note.minor += amount.minor
    },
  },
})
