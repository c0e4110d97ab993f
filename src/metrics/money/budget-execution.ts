import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCount, needsCurrency, recordsOf } from '../guard.ts'
import { type MetricResult, measured } from '../result.ts'
import { censusShare } from '../share.ts'
import { summing } from '../summing.ts'

/** The approved and the spent amount, in minor units of one currency. */
export type BudgetLine = {
  readonly approved: number
  readonly actual: number
  readonly currency: string
}

const needsLine = (calculator: string, { approved, actual, currency }: BudgetLine, index?: number) => {
  const path = index === undefined ? '' : 'lines[].'
  needsCount(calculator, `${path}approved`, approved, index)
  needsCount(calculator, `${path}actual`, actual, index)
  needsCurrency(calculator, `${path}currency`, currency, index)
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
export const budgetExecution = /* @__PURE__ */ guarded(
  'budgetExecution',
  (line: BudgetLine): MetricResult => {
    needsLine('budgetExecution', line)
    return censusShare({ part: line.actual, whole: line.approved, what: 'approved', currency: line.currency })
  },
)

/**
 * Budget variance (预算差异), M13b: what was spent beyond (+) or below (−) what was approved.
 *
 * Formula: actual − approved.
 *
 * When to use: beside the execution rate, to say how much money it is.
 * When not: summed over budgets, where what one overspent hides what another left.
 *
 * Result: money in minor units; `n` is the one budget it is of. Throws as `budgetExecution`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { budgetVariance } from 'training-ops/metrics'
 * budgetVariance({ approved: 80_000, actual: 60_000, currency: 'EUR' }) // => { status: 'ok', value: -20_000, n: 1, unit: 'minorUnits', currency: 'EUR' }
 * ```
 */
export const budgetVariance = /* @__PURE__ */ guarded('budgetVariance', (line: BudgetLine): MetricResult => {
  needsLine('budgetVariance', line)
  const { approved, actual, currency } = line
  return measured({ value: actual - approved, n: 1, unit: 'minorUnits', currency })
})

/** A budget's two figures. */
export type BudgetFigures = { readonly execution: MetricResult; readonly variance: MetricResult }

/**
 * Budget execution and variance of many lines, M13: one pair of figures for each currency, in the currencies'
 * alphabetical order.
 *
 * Result: by currency, `execution` as `budgetExecution` and `variance` as `budgetVariance` give them. Throws as
 * `budgetExecution`.
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
export const budgetByCurrency = /* @__PURE__ */ guarded(
  'budgetByCurrency',
  (lines: readonly BudgetLine[]): Readonly<Record<string, BudgetFigures>> =>
    figuresOf(
      recordsOf('budgetByCurrency', 'lines', lines)
        .map((line, index) => sumsOf(line, index))
        .reduce(addSums, {}),
    ),
)

/** The approved and the spent amount in each currency. */
export type BudgetSums = Readonly<Record<string, BudgetLine>>

const sumsOf = (line: BudgetLine, index?: number): BudgetSums => {
  needsLine('budgetByCurrency', line, index)
  return { [line.currency]: line }
}

const addSums = (a: BudgetSums, b: BudgetSums): BudgetSums => {
  const sums: Record<string, BudgetLine> = { ...a }
  for (const [currency, { approved, actual }] of Object.entries(b))
    sums[currency] = {
      approved: approved + (a[currency]?.approved ?? 0),
      actual: actual + (a[currency]?.actual ?? 0),
      currency,
    }
  return sums
}

const figuresOf = (sums: BudgetSums): Readonly<Record<string, BudgetFigures>> =>
  Object.fromEntries(
    Object.entries(sums)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, sum]) => [
        currency,
        { execution: budgetExecution(sum), variance: budgetVariance(sum) },
      ]),
  )

/** The figures of each currency over lines that arrive one by one. */
export const budgetByCurrencyAccumulator: Accumulator<
  BudgetLine,
  BudgetSums,
  Readonly<Record<string, BudgetFigures>>
> = /* @__PURE__ */ guardedAccumulator('budgetByCurrencyAccumulator', {
  empty: {},
  lift: (line) => sumsOf(line),
  combine: addSums,
  extract: figuresOf,
})

export const budgetExecutionAccumulator = /* @__PURE__ */ guardedAccumulator(
  'budgetExecutionAccumulator',
  /* @__PURE__ */ summing<BudgetLine, MetricResult>(
    'budgetExecution',
    { approved: 0, actual: 0, currency: '' },
    budgetExecution,
  ),
)

/** Sums the budgets; the variance is that of the sums. */
export const budgetVarianceAccumulator = /* @__PURE__ */ guardedAccumulator(
  'budgetVarianceAccumulator',
  /* @__PURE__ */ summing<BudgetLine, MetricResult>(
    'budgetVariance',
    { approved: 0, actual: 0, currency: '' },
    budgetVariance,
  ),
)

export const budgetExecutionEntry: MetricEntry = {
  id: 'M13',
  calculator: 'budgetExecution',
  companions: { budgetByCurrency: {} },
  unit: 'ratio',
  quantity: 'minorUnits',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}

export const budgetVarianceEntry: MetricEntry = {
  id: 'M13b',
  calculator: 'budgetVariance',
  unit: 'minorUnits',
  quantity: 'budgets',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
