import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAmount, needsCount, needsCurrency, needsOneOf } from '../guard.ts'
import type { HeadcountBasis } from '../hours/training-hours-per-employee.ts'
import { moneyPer } from '../money.ts'
import type { MetricResult } from '../result.ts'
import { summing } from '../summing.ts'

export type EmployeeCost = {
  /** Direct spending on training, in minor units, without the pay of participants. */
  readonly directCost: number
  readonly currency: string
  /** All employees; an average need not be whole. */
  readonly headcount: number
  /** `average` unless said otherwise. */
  readonly headcountBasis?: HeadcountBasis
  /** Pay of participants while in training, in minor units. Counted only when `participantSalaries` says so. */
  readonly participantSalaryCost?: number
  /** `excluded` (ATD, the default) or `included` (closer to Phillips' fully loaded cost, M80). */
  readonly participantSalaries?: 'excluded' | 'included'
}

/**
 * Direct cost per employee (人均培训费用), M17: what is spent on training for each employee, trained or not.
 *
 * Formula: direct cost / headcount; with `participantSalaries: 'included'`, (direct cost + pay of participants) /
 * headcount.
 *
 * When to use: to compare with benchmarks, which leave participants' pay out.
 * When not: for a return on investment, which needs the fully loaded cost (M80), or per participant (M18).
 *
 * Result: minor units of the currency, not rounded; `n` is the headcount; the variant names both choices;
 * `undefined` (`ZeroDenominator`) without employees. Throws when money is not a whole number ≥ 0, the headcount
 * not a number ≥ 0, or the currency not three capital letters.
 *
 * Source: ATD, State of the Industry (direct learning expenditure per employee); defaults D2 and D20 of the
 * project's metric catalog.
 *
 * @example
 * ```ts
 * import { directCostPerEmployee } from 'training-ops/metrics'
 * const cost = directCostPerEmployee({ directCost: 5_000_000, currency: 'EUR', headcount: 62.5 })
 * cost // => { status: 'ok', value: 80_000, n: 62.5, unit: 'minorUnits', currency: 'EUR', variant: { headcount: 'average', participantSalaries: 'excluded' } }
 * ```
 */
export const directCostPerEmployee = /* @__PURE__ */ guarded(
  'directCostPerEmployee',
  (given: EmployeeCost): MetricResult => {
    const { directCost, currency, headcount, headcountBasis = 'average' } = given
    const { participantSalaryCost = 0, participantSalaries = 'excluded' } = given
    const calculator = 'directCostPerEmployee'
    needsCount(calculator, 'directCost', directCost)
    needsCount(calculator, 'participantSalaryCost', participantSalaryCost)
    needsCurrency(calculator, 'currency', currency)
    needsAmount(calculator, 'headcount', headcount)
    needsOneOf(calculator, 'headcountBasis', headcountBasis, ['average', 'end', 'fte'])
    needsOneOf(calculator, 'participantSalaries', participantSalaries, ['excluded', 'included'])

    return moneyPer({
      amount: directCost + (participantSalaries === 'included' ? participantSalaryCost : 0),
      currency,
      per: headcount,
      n: headcount,
      what: 'headcount',
      variant: { headcount: headcountBasis, participantSalaries },
    })
  },
)

export const directCostPerEmployeeAccumulator = /* @__PURE__ */ guardedAccumulator(
  'directCostPerEmployeeAccumulator',
  /* @__PURE__ */ summing<EmployeeCost, MetricResult>(
    'directCostPerEmployee',
    {
      directCost: 0,
      currency: '',
      headcount: 0n,
      headcountBasis: 'average',
      participantSalaryCost: 0,
      participantSalaries: 'excluded',
    },
    directCostPerEmployee,
  ),
)

export const directCostPerEmployeeEntry: MetricEntry = {
  id: 'M17',
  calculator: 'directCostPerEmployee',
  unit: 'minorUnits',
  quantity: 'people',
  level: 'L0',
  class: 'efficiency',
  options: {
    headcountBasis: ['average', 'end', 'fte'],
    participantSalaries: ['excluded', 'included'],
  },
  accumulates: 'exact',
  sources: ['ATD State of the Industry', 'Project defaults D2, D20'],
}
