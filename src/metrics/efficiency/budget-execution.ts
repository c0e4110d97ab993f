import type { CatalogueEntry } from '../catalogue-entry.ts'
import { needsCount, needsCurrency } from '../guard.ts'
import { type MetricResult, measured } from '../result.ts'
import { censusShare } from '../share.ts'
import { summing } from '../summing.ts'

/** What was approved and what was spent, in minor units of one currency. */
export type BudgetLine = {
  readonly approved: number
  readonly actual: number
  readonly currency: string
}

const needsLine = (calculator: string, { approved, actual, currency }: BudgetLine, index?: number) => {
  needsCount(calculator, 'approved', approved, index)
  needsCount(calculator, 'actual', actual, index)
  needsCurrency(calculator, 'currency', currency, index)
}

/**
 * Budget execution (预算执行率), M13: how much of an approved budget was spent.
 *
 * Formula: actual / approved, in one currency.
 *
 * When to use: to follow a plan's or a program's money.
 * When not: across currencies: there is no such figure. `budgetByCurrency` gives one for each.
 *
 * Result: a ratio, above 1 when overspent; `n` is the approved amount in minor units; `undefined`
 * (`ZeroDenominator`) when nothing was approved. Throws when an amount is not a whole number ≥ 0 or the currency
 * is not three capital letters. The difference in money: `budgetVariance`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { budgetExecution } from 'training-ops/metrics'
 * budgetExecution({ approved: 80_000, actual: 60_000, currency: 'EUR' }) // => { status: 'ok', value: 0.75, n: 80_000, unit: 'ratio', currency: 'EUR' }
 * budgetExecution({ approved: 0, actual: 500, currency: 'EUR' }) // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'approved' } }
 * ```
 */
export const budgetExecution = (line: BudgetLine): MetricResult => {
  needsLine('budgetExecution', line)
  return censusShare({ part: line.actual, whole: line.approved, what: 'approved', currency: line.currency })
}

/**
 * Budget variance (预算差异), beside M13: what was spent beyond (+) or below (−) what was approved.
 *
 * Formula: actual − approved.
 *
 * @example
 * ```ts
 * import { budgetVariance } from 'training-ops/metrics'
 * budgetVariance({ approved: 80_000, actual: 60_000, currency: 'EUR' }) // => { status: 'ok', value: -20_000, n: 1, unit: 'minorUnits', currency: 'EUR' }
 * ```
 */
export const budgetVariance = (line: BudgetLine): MetricResult => {
  needsLine('budgetVariance', line)
  const { approved, actual, currency } = line
  return measured({ value: actual - approved, n: 1, unit: 'minorUnits', currency })
}

/** A budget's two figures. */
export type BudgetFigures = { readonly execution: MetricResult; readonly variance: MetricResult }

/**
 * Budget execution and variance of many lines, M13: one pair of figures for each currency, in the currencies'
 * alphabetical order.
 *
 * @example
 * ```ts
 * import { budgetByCurrency } from 'training-ops/metrics'
 * const figures = budgetByCurrency([
 *   { approved: 50_000, actual: 40_000, currency: 'EUR' },
 *   { approved: 300_000, actual: 90_000, currency: 'CNY' },
 *   { approved: 30_000, actual: 20_000, currency: 'EUR' },
 * ])
 * Object.keys(figures) // => ['CNY', 'EUR']
 * figures.EUR?.execution // => { status: 'ok', value: 0.75, n: 80_000, unit: 'ratio', currency: 'EUR' }
 * ```
 */
export const budgetByCurrency = (lines: readonly BudgetLine[]): Readonly<Record<string, BudgetFigures>> => {
  const sums = new Map<string, BudgetLine>()
  for (const [index, line] of lines.entries()) {
    needsLine('budgetByCurrency', line, index)
    const { approved = 0, actual = 0 } = sums.get(line.currency) ?? {}
    sums.set(line.currency, {
      approved: approved + line.approved,
      actual: actual + line.actual,
      currency: line.currency,
    })
  }
  const inOrder = [...sums].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    inOrder.map(([currency, sum]) => [
      currency,
      { execution: budgetExecution(sum), variance: budgetVariance(sum) },
    ]),
  )
}

export const budgetExecutionAccumulator = /* @__PURE__ */ summing<BudgetLine, MetricResult>(
  'budgetExecution',
  { approved: 0, actual: 0, currency: '' },
  budgetExecution,
)

export const budgetExecutionEntry: CatalogueEntry = {
  id: 'M13',
  calculator: 'budgetExecution',
  companions: ['budgetVariance', 'budgetByCurrency'],
  name: { en: 'Budget execution', 'zh-CN': '预算执行率' },
  unit: 'ratio',
  level: 'L0',
  class: 'efficiency',
  variants: {},
  accumulates: 'exact',
  references: ['No published standard: defined here'],
}
