/** Money that was approved, committed and spent: of a plan, and of a program. */
import type { CommitmentRecord } from '../records/plan/commitment.ts'
import type { PlanRecord } from '../records/plan/record.ts'
import type { ProgramRecord } from '../records/program/record.ts'
import { figureOf, type MetricFigure } from './figure.ts'
import { budgetExecutionFigure, budgetVarianceFigure } from './plan.ts'
import { wagesIn } from './return/fully-loaded.ts'

/** One currency of a plan, in minor units, with how much of it is spent. */
export type BudgetInCurrency = {
  readonly currency: string
  readonly approved: number
  readonly committed: number
  readonly posted: number
  /** The part of what was posted that is wages of participants (学员工时): no money that left the budget's purse. */
  readonly wages: number
  /** The amount that may still be committed or spent without the tolerance; below zero where the tolerance is used. */
  readonly available: number
  /** Minor units spent, by category of cost. */
  readonly categories: Readonly<Record<string, number>>
  /** M13 and M13b. */
  readonly execution: MetricFigure
  readonly variance: MetricFigure
}

/** The sums of a budget, with its two figures. */
const inCurrency = (sums: Omit<BudgetInCurrency, 'execution' | 'variance' | 'wages'>): BudgetInCurrency => {
  const { approved, posted: actual, currency } = sums
  const line = { approved, actual, currency }
  return {
    ...sums,
    wages: wagesIn(sums.categories),
    execution: figureOf(budgetExecutionFigure, line),
    variance: figureOf(budgetVarianceFigure, line),
  }
}

/** Several budgets together, by currency. */
export const budgetsTogether = (budgets: readonly BudgetInCurrency[]): readonly BudgetInCurrency[] =>
  [...new Set(budgets.map(({ currency }) => currency))].sort().map((currency) => {
    const own = budgets.filter((one) => one.currency === currency)
    const sum = (of: 'approved' | 'committed' | 'posted' | 'available') =>
      own.reduce((total, one) => total + one[of], 0)
    const categories: Record<string, number> = {}
    for (const one of own)
      for (const [category, minor] of Object.entries(one.categories))
        categories[category] = (categories[category] ?? 0) + minor
    return inCurrency({
      currency,
      approved: sum('approved'),
      committed: sum('committed'),
      posted: sum('posted'),
      available: sum('available'),
      categories,
    })
  })

/**
 * A plan's money in each currency: approved, promised, spent, left, by category, with `budgetExecution` (M13).
 *
 * @example
 * ```ts
 * import { budgetByCurrencyOf, planRecord } from 'training-ops'
 * const line = {
 *   ...{ needIds: [], audience: {}, headcount: 40, budget: { minor: 100_000, currency: 'CNY' } },
 *   ...{ programs: {}, approved: true },
 * }
 * const plan = {
 *   ...planRecord.initial(),
 *   approved: { CNY: 100_000 },
 *   lines: { 'l-1': { ...line, committed: 20_000, posted: 50_000, categories: { trainer: 50_000 } } },
 * }
 * budgetByCurrencyOf(plan)[0]?.available // => 30_000
 * budgetByCurrencyOf(plan)[0]?.execution.metric // => 'M13'
 * ```
 */
export const budgetByCurrencyOf = ({
  approved,
  lines,
}: Pick<PlanRecord, 'approved' | 'lines'>): readonly BudgetInCurrency[] => {
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
    return inCurrency({
      currency,
      approved: may,
      committed,
      posted,
      available: may - committed - posted,
      categories,
    })
  })
}

const sumOf = (parts: Readonly<Record<string, number>>): number =>
  Object.values(parts).reduce((sum, part) => sum + part, 0)

/** Minor units of one currency. `wages` are in `posted`: the wages of participants. */
export type ProgramBudget = { planned: number; committed: number; posted: number; wages: number }

/**
 * A program's money by currency: taken from the plan, promised and not yet spent, spent.
 *
 * @example
 * ```ts
 * import { budgetOf, programRecord } from 'training-ops'
 * const program = { ...programRecord.initial(), costs: { CNY: { trainerFee: 30_000 } } }
 * const commitments = { 'plan-1 c-1': { programId: 'p-1', currency: 'CNY', promised: 50_000, used: 30_000 } }
 * budgetOf('p-1', program, commitments) // => { CNY: { planned: 0, committed: 20_000, posted: 30_000, wages: 0 } }
 * ```
 */
export const budgetOf = (
  programId: string,
  { planned, costs }: Pick<ProgramRecord, 'planned' | 'costs'>,
  commitments: Readonly<Record<string, CommitmentRecord>>,
): Readonly<Record<string, ProgramBudget>> => {
  const money: Record<string, ProgramBudget> = {}
  const add = (currency: string, part: keyof ProgramBudget, minor: number): void => {
    money[currency] ??= { planned: 0, committed: 0, posted: 0, wages: 0 }
    money[currency][part] += minor
  }
  for (const { minor, currency } of Object.values(planned)) add(currency, 'planned', minor)
  for (const [currency, categories] of Object.entries(costs)) {
    add(currency, 'posted', sumOf(categories))
    add(currency, 'wages', wagesIn(categories))
  }
  for (const commitment of Object.values(commitments))
    if (commitment.programId === programId)
      add(commitment.currency, 'committed', commitment.promised - commitment.used)
  return money
}
