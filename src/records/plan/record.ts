import { type DataOf, projections, type RecipesFor, statusRecipes } from '../../kernel/index.ts'
import type { PlanningEvent } from '../../planning/events.ts'
import { type PlanLine, type TrainingPlanState, trainingPlan } from '../../planning/plan/state.ts'
import {
  type ClaimStatus,
  claimStatusAfter,
  type IncreaseStatus,
  increaseStatusAfter,
} from '../../planning/plan/status.ts'
import { given, type Money } from '../../vocabulary/index.ts'
import { named, typesOf } from '../on-each.ts'

type Of<Type extends PlanningEvent['type']> = DataOf<PlanningEvent, Type>

/** A line of a plan: what its decisions must know of it, its title, and minor units spent by category of cost. */
export type PlanLineRecord = PlanLine & { title?: string; categories: Record<string, number> }

/** A request for more money, or for money back, by whom, and what became of it. */
export type MoneyAsked<Status> = {
  lineId: string
  amount: Money
  by: string
  status: Status
  reason?: string
}

/** Everything that happened to one plan (培训计划) and its money. */
export type PlanRecord = Omit<TrainingPlanState, 'lines'> & {
  planId: string
  title: string
  unitId: string
  period?: Of<'PlanDrafted'>['period']
  lines: Record<string, PlanLineRecord>
  increases: Record<string, MoneyAsked<IncreaseStatus>>
  expenses: Record<string, MoneyAsked<ClaimStatus>>
  alerts: { at: string; currency: string; threshold: number }[]
}

const titled = ({ lines }: PlanRecord, { lineId, title }: { lineId: string; title?: string | undefined }) => {
  const line = lines[lineId]
  if (line === undefined) return
  line.categories ??= {}
  delete line.title
  Object.assign(line, given({ title }))
}

const own: RecipesFor<PlanRecord, PlanningEvent, 'planId'> = {
  PlanDrafted: (plan, { title, unitId, period }) => {
    plan.title = title
    plan.unitId = unitId
    plan.period = period
  },
  PlanLineAdded: titled,
  PlanLineAmended: titled,
  CostPosted: ({ lines }, { lineId, category, amount }) => {
    const line = lines[lineId]
    if (line !== undefined) line.categories[category] = (line.categories[category] ?? 0) + amount.minor
  },
  BudgetAlertRaised: ({ alerts }, { at, currency, threshold }) => {
    alerts.push({ at, currency, threshold })
  },
  BudgetIncreaseRequested: ({ increases }, { increaseId, lineId, amount, requestedBy, reason }) => {
    increases[increaseId] = { lineId, amount, by: requestedBy, status: 'requested', reason }
  },
  ExpenseClaimed: ({ expenses }, { claimId, lineId, amount, claimantId }) => {
    expenses[claimId] = { lineId, amount, by: claimantId, status: 'claimed' }
  },
}

/**
 * The record of a plan (计划档案): each line, its costs by category, and what was asked of its money. Its events come in
 * their order.
 */
export const planRecord = projections<PlanningEvent>()({
  name: 'planRecord',
  by: ['planId'],
  initial: (): PlanRecord => ({
    ...trainingPlan.initial(),
    planId: '',
    lines: {},
    title: '',
    unitId: '',
    increases: {},
    expenses: {},
    alerts: [],
  }),
  on: [
    named([...typesOf(trainingPlan.on), ...typesOf(own)], 'planId'),
    trainingPlan.on as RecipesFor<PlanRecord, PlanningEvent, 'planId'>,
    own,
    statusRecipes<PlanningEvent, IncreaseStatus, PlanRecord, typeof increaseStatusAfter>(
      increaseStatusAfter,
      ({ increases }, { increaseId }) => increases[increaseId],
    ),
    statusRecipes<PlanningEvent, ClaimStatus, PlanRecord, typeof claimStatusAfter>(
      claimStatusAfter,
      ({ expenses }, { claimId }) => expenses[claimId],
    ),
  ],
  shardBy: 'planId',
  /** One half has never heard of the plan. */
  merge: (a, b) => (a.planId === '' ? b : a),
})

/** The records of plans, as `project(planRecord, events)` answers them. */
export type PlanRecords = Readonly<Record<string, PlanRecord>>
