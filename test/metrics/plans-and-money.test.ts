import {
  accumulate,
  budgetByCurrency,
  budgetExecution,
  budgetExecutionAccumulator,
  budgetVariance,
  costPerHour,
  costPerLearner,
  directCostPerEmployee,
  directCostPerEmployeeAccumulator,
  onScheduleDelivery,
  payrollShare,
  payrollShareAccumulator,
  planCompletion,
  planStability,
  reuseRatio,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { figureOf, without, zero } from './figures.ts'

describe('a budget', () => {
  it('has an execution and a variance in its own currency', () => {
    const line = { approved: 1_000, actual: 1_250, currency: 'EUR' }
    expect(budgetExecution(line)).toMatchObject({ value: 1.25, currency: 'EUR' })
    expect(budgetVariance(line)).toMatchObject({ value: 250, unit: 'minorUnits', currency: 'EUR' })
    expect(figureOf(budgetVariance({ ...line, actual: 900 }))).toBe(-100)
  })

  it('of nothing has no execution, and a variance all the same', () => {
    const line = { approved: 0, actual: 5, currency: 'EUR' }
    expect(budgetExecution(line)).toEqual(zero('approved'))
    expect(figureOf(budgetVariance(line))).toBe(5)
  })

  it('in two currencies has two executions and no common one', () => {
    const lines = [
      { approved: 100, actual: 50, currency: 'EUR' },
      { approved: 900, actual: 900, currency: 'CNY' },
      { approved: 100, actual: 150, currency: 'EUR' },
    ]
    const byCurrency = budgetByCurrency(lines)
    expect(figureOf(byCurrency.EUR?.execution)).toBe(1)
    expect(figureOf(byCurrency.CNY?.variance)).toBe(0)
    expect(budgetExecutionAccumulator.extract(accumulate(budgetExecutionAccumulator, lines))).toEqual(
      without('MixedCurrency', { currencies: ['CNY', 'EUR'] }),
    )
  })

  it('of no line at all has no answer', () => {
    expect(budgetByCurrency([])).toEqual({})
    expect(budgetExecutionAccumulator.extract(budgetExecutionAccumulator.empty)).toEqual(zero('records'))
  })

  it('is in whole minor units of a currency with a code', () => {
    expect(() => budgetExecution({ approved: 10.5, actual: 1, currency: 'EUR' })).toThrow(
      'training-ops: budgetExecution needs a whole number ≥ 0 at approved, got 10.5',
    )
    expect(() => budgetExecution({ approved: 10, actual: 1, currency: 'euro' })).toThrow(
      'training-ops: budgetExecution needs an ISO 4217 currency at currency, got "euro"',
    )
  })
})

describe('the cost of training', () => {
  it('per employee leaves the pay of participants out, unless asked', () => {
    const cost = { directCost: 600, participantSalaryCost: 400, currency: 'EUR', headcount: 10 }
    expect(directCostPerEmployee(cost)).toMatchObject({
      value: 60,
      variant: { participantSalaries: 'excluded', headcount: 'average' },
    })
    expect(directCostPerEmployee({ ...cost, participantSalaries: 'included' })).toMatchObject({
      value: 100,
      variant: { participantSalaries: 'included' },
    })
    expect(directCostPerEmployee({ ...cost, headcount: 0 })).toEqual(zero('headcount'))
  })

  it('of sites that counted heads differently is not added up', () => {
    const site = { directCost: 600, currency: 'EUR', headcount: 10 }
    const sites = [site, { ...site, headcountBasis: 'fte' as const }]
    const { extract } = directCostPerEmployeeAccumulator
    expect(extract(accumulate(directCostPerEmployeeAccumulator, sites))).toEqual(
      without('ScaleMismatch', { expected: 'one headcountBasis', got: 'average, fte' }),
    )
  })

  it('adds fractional headcounts exactly: ten tenths are one', () => {
    const tenths = Array.from({ length: 10 }, () => ({ directCost: 1, currency: 'EUR', headcount: 0.1 }))
    const { extract } = directCostPerEmployeeAccumulator
    expect(figureOf(extract(accumulate(directCostPerEmployeeAccumulator, tenths)))).toBe(10)
  })

  it('per learner and per hour is not rounded', () => {
    expect(figureOf(costPerLearner({ cost: 100, currency: 'EUR', learners: 3 }))).toBe(100 / 3)
    expect(costPerHour({ cost: 100, currency: 'EUR', minutes: 90, hours: 'available' })).toMatchObject({
      value: 100 / 1.5,
      n: 90,
      variant: { hours: 'available' },
    })
    expect(costPerLearner({ cost: 100, currency: 'EUR', learners: 0 })).toEqual(zero('learners'))
    expect(costPerHour({ cost: 100, currency: 'EUR', minutes: 0 })).toEqual(zero('minutes'))
  })

  it('as a share of payroll is a ratio of two amounts in one currency', () => {
    const share = { cost: 2, payroll: 100, currency: 'EUR' }
    expect(figureOf(payrollShare(share))).toBe(0.02)
    expect(payrollShare({ ...share, payroll: 0 })).toEqual(zero('payroll'))
    const mixed = accumulate(payrollShareAccumulator, [share, { ...share, currency: 'USD' }])
    expect(payrollShareAccumulator.extract(mixed)).toEqual(
      without('MixedCurrency', { currencies: ['EUR', 'USD'] }),
    )
  })

  it('is spread by reuse, in hours or in offerings', () => {
    expect(reuseRatio({ minutesUsed: 600, minutesAvailable: 60 })).toMatchObject({
      value: 10,
      variant: { basis: 'hours' },
    })
    expect(reuseRatio({ offerings: 3, courseVersions: 2 })).toMatchObject({
      value: 1.5,
      variant: { basis: 'offerings' },
    })
    expect(reuseRatio({ minutesUsed: 600, minutesAvailable: 0 })).toEqual(zero('minutesAvailable'))
    expect(reuseRatio({ offerings: 1, courseVersions: 0 })).toEqual(zero('courseVersions'))
  })
})

describe('a plan', () => {
  it('is completed by what was planned; the unplanned stands beside it', () => {
    expect(planCompletion({ delivered: 3, plannedDue: 4, unplanned: 9, countedBy: 'heads' })).toMatchObject({
      value: 0.75,
      n: 4,
      variant: { countedBy: 'heads' },
      notes: [{ code: 'Unplanned', delivered: 9 }],
    })
    expect(planCompletion({ delivered: 0, plannedDue: 0, unplanned: 9 })).toEqual(zero('plannedDue'))
    expect(() => planCompletion({ delivered: 5, plannedDue: 4 })).toThrow(
      'training-ops: planCompletion needs at most plannedDue (4) at delivered, got 5',
    )
  })

  it('is on schedule by its milestones', () => {
    expect(figureOf(onScheduleDelivery({ byMilestone: 1, due: 4 }))).toBe(0.25)
    expect(onScheduleDelivery({ byMilestone: 0, due: 0 })).toEqual(zero('due'))
    expect(() => onScheduleDelivery({ byMilestone: 2, due: 1 })).toThrow(
      'training-ops: onScheduleDelivery needs at most due (1) at byMilestone, got 2',
    )
  })

  it('is unsettled by a change seven days before the start, not by one eight days before', () => {
    const changed = (on: string) =>
      figureOf(planStability({ sessions: [{ changes: [{ on, start: '2026-03-10' }] }] }))
    expect([changed('2026-03-02'), changed('2026-03-03'), changed('2026-03-10')]).toEqual([1, 0, 0])
  })

  it('counts a session moved twice once, and takes another number of days', () => {
    const moved = [
      { on: '2026-03-01', start: '2026-03-10' },
      { on: '2026-03-02', start: '2026-03-11' },
    ]
    expect(planStability({ sessions: [{ changes: moved }, {}], withinDays: 10 })).toMatchObject({
      value: 0.5,
      variant: { withinDays: 10 },
    })
    expect(figureOf(planStability({ sessions: [{ changes: moved }, {}] }))).toBe(1)
    expect(planStability({ sessions: [] })).toEqual(zero('sessions'))
  })

  it('names the session whose day is none', () => {
    expect(() =>
      planStability({ sessions: [{}, { changes: [{ on: 'soon', start: '2026-03-10' }] }] }),
    ).toThrow('training-ops: planStability needs a date YYYY-MM-DD at sessions[1].changes[0].on, got "soon"')
  })
})
