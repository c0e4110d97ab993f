import { type DataOf, projections } from '../kernel/index.ts'
import { type BudgetFigures, budgetExecution, budgetVariance } from '../metrics/index.ts'
import type { PlanningEvent } from '../planning/events.ts'
import type { Money } from '../vocabulary/index.ts'

type Happened<Type extends PlanningEvent['type']> = DataOf<PlanningEvent, Type>

export type BudgetLine = {
  title?: string
  needIds: readonly string[]
  headcount: number
  budget: Money
  /** Minor units promised and not yet spent, and spent, in the line's currency. */
  committed: number
  posted: number
  /** Minor units spent, by category of cost. */
  categories: Record<string, number>
  /** Minor units programs take from it. */
  programs: Record<string, number>
}

/** A request for more money, or for money back. */
export type MoneyAsked = {
  lineId: string
  amount: Money
  by: string
  status: 'open' | 'granted' | 'refused'
}

export type BudgetState = {
  title: string
  unitId: string
  period?: Happened<'PlanDrafted'>['period']
  status: 'unknown' | 'draft' | 'submitted' | 'returned' | 'approved' | 'revising' | 'closed'
  revision: number
  /** Minor units by currency, and the tolerance above them in basis points. */
  approved: Record<string, number>
  tolerance: number
  lines: Record<string, BudgetLine>
  /** The line of each promise. */
  commitments: Record<string, string>
  increases: Record<string, MoneyAsked>
  claims: Record<string, MoneyAsked>
  alerts: { at: string; currency: string; threshold: number }[]
}

const move = (
  { lines }: { lines: Record<string, BudgetLine> },
  lineId: string | undefined,
  by: Partial<Pick<BudgetLine, 'committed' | 'posted'>>,
): void => {
  const line = lineId === undefined ? undefined : lines[lineId]
  if (line === undefined) return
  line.committed += by.committed ?? 0
  line.posted += by.posted ?? 0
}
const at = (status: BudgetState['status']) => (plan: { status: BudgetState['status'] }) => {
  plan.status = status
}
type Claim = { readonly claimId: string }
const decided =
  (status: MoneyAsked['status']) =>
  ({ claims }: { claims: Record<string, MoneyAsked> }, { claimId }: Claim) => {
    const claim = claims[claimId]
    if (claim !== undefined) claim.status = status
  }

/** A plan's money: each line, its costs by category, and what is asked for. Its events come in their order. */
export const budget = projections<PlanningEvent>()({
  name: 'budget',
  by: ['planId'],
  initial: (): BudgetState => ({
    title: '',
    unitId: '',
    status: 'unknown',
    revision: 0,
    approved: {},
    tolerance: 0,
    lines: {},
    commitments: {},
    increases: {},
    claims: {},
    alerts: [],
  }),
  on: {
    PlanDrafted: (plan, { title, unitId, period }) => {
      plan.status = 'draft'
      plan.title = title
      plan.unitId = unitId
      plan.period = period
    },
    PlanLineAdded: (plan, { lineId, title, needIds, headcount, budget }) => {
      plan.lines[lineId] = {
        ...(title === undefined ? {} : { title }),
        needIds,
        headcount,
        budget: { ...budget },
        committed: 0,
        posted: 0,
        categories: {},
        programs: {},
      }
    },
    PlanLineAmended: (plan, { lineId, title, needIds, headcount, budget }) => {
      const line = plan.lines[lineId]
      if (line === undefined) return
      delete line.title
      Object.assign(line, { needIds, headcount, budget: { ...budget } }, title === undefined ? {} : { title })
    },
    PlanLineRemoved: (plan, { lineId }) => {
      delete plan.lines[lineId]
    },
    PlanSubmitted: at('submitted'),
    PlanReturned: at('returned'),
    PlanApproved: (plan, { approved, tolerance }) => {
      plan.status = 'approved'
      plan.tolerance = tolerance
      plan.approved = Object.fromEntries(approved.map(({ currency, minor }) => [currency, minor]))
    },
    PlanRevised: (plan, { revision }) => {
      plan.status = 'revising'
      plan.revision = revision
    },
    PlanClosed: at('closed'),
    FundsCommitted: (plan, { lineId, commitmentId, amount }) => {
      plan.commitments[commitmentId] = lineId
      move(plan, lineId, { committed: amount.minor })
    },
    CostPosted: (plan, { lineId, category, amount, commitmentId, settled }) => {
      move(plan, lineId, { posted: amount.minor })
      if (commitmentId !== undefined) move(plan, plan.commitments[commitmentId], { committed: -settled })
      const line = plan.lines[lineId]
      if (line !== undefined) line.categories[category] = (line.categories[category] ?? 0) + amount.minor
    },
    CommitmentReleased: (plan, { lineId, amount }) => {
      move(plan, lineId, { committed: -amount.minor })
    },
    BudgetAlertRaised: (plan, { at, currency, threshold }) => {
      plan.alerts.push({ at, currency, threshold })
    },
    BudgetIncreaseRequested: (plan, { increaseId, lineId, amount, requestedBy }) => {
      plan.increases[increaseId] = { lineId, amount, by: requestedBy, status: 'open' }
    },
    BudgetIncreaseGranted: (plan, { increaseId, lineId, amount }) => {
      const increase = plan.increases[increaseId]
      if (increase !== undefined) increase.status = 'granted'
      plan.approved[amount.currency] = (plan.approved[amount.currency] ?? 0) + amount.minor
      const line = plan.lines[lineId]
      if (line !== undefined) line.budget.minor += amount.minor
    },
    BudgetIncreaseRefused: (plan, { increaseId }) => {
      const increase = plan.increases[increaseId]
      if (increase !== undefined) increase.status = 'refused'
    },
    ExpenseClaimed: (plan, { claimId, lineId, amount, claimantId }) => {
      plan.claims[claimId] = { lineId, amount, by: claimantId, status: 'open' }
    },
    ExpenseReimbursed: decided('granted'),
    ExpenseRefused: decided('refused'),
    ProgramBudgetPlanned: (plan, { lineId, programId, amount }) => {
      const line = plan.lines[lineId]
      if (line !== undefined) line.programs[programId] = amount.minor
    },
    ProgramBudgetReleased: (plan, { lineId, programId }) => {
      delete plan.lines[lineId]?.programs[programId]
    },
  },
  shardBy: 'planId',
  /** One half has never heard of the plan. */
  merge: (a, b) => (a.status === 'unknown' ? b : a),
})

/** One currency of a plan, in minor units, with how much of it is spent. */
export type BudgetInCurrency = {
  readonly currency: string
  readonly approved: number
  readonly committed: number
  readonly posted: number
  /** What may still be promised or spent without the tolerance; below zero where the tolerance is used. */
  readonly available: number
  /** Minor units spent, by category of cost. */
  readonly categories: Readonly<Record<string, number>>
} & BudgetFigures

/**
 * A plan's money in each currency: approved, promised, spent, left, by category, with `budgetExecution` (M13).
 *
 * @example
 * ```ts
 * import { budget, budgetByCurrencyOf } from 'training-ops'
 * const line = { needIds: [], headcount: 40, budget: { minor: 100_000, currency: 'CNY' }, programs: {} }
 * const plan = {
 *   ...budget.initial(),
 *   approved: { CNY: 100_000 },
 *   lines: { 'l-1': { ...line, committed: 20_000, posted: 50_000, categories: { trainer: 50_000 } } },
 * }
 * budgetByCurrencyOf(plan)[0]?.available // => 30_000
 * budgetByCurrencyOf(plan)[0]?.execution // => { status: 'ok', value: 0.5, n: 100_000, unit: 'ratio', currency: 'CNY' }
 * ```
 */
export const budgetByCurrencyOf = ({ approved, lines }: BudgetState): readonly BudgetInCurrency[] => {
  const all = Object.values(lines)
  const currencies = [
    ...new Set([...Object.keys(approved), ...all.map(({ budget }) => budget.currency)]),
  ].sort()
  return currencies.map((currency) => {
    const own = all.filter(({ budget }) => budget.currency === currency)
    const sum = (of: 'committed' | 'posted') => own.reduce((total, line) => total + line[of], 0)
    const categories: Record<string, number> = {}
    for (const line of own)
      for (const [category, minor] of Object.entries(line.categories))
        categories[category] = (categories[category] ?? 0) + minor
    const may = approved[currency] ?? 0
    const [committed, posted] = [sum('committed'), sum('posted')]
    const figure = { approved: may, actual: posted, currency }
    return {
      currency,
      approved: may,
      committed,
      posted,
      available: may - committed - posted,
      categories,
      execution: budgetExecution(figure),
      variance: budgetVariance(figure),
    }
  })
}
