import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accumulate,
  type BenefitsAndCosts,
  benefitCostRatio,
  benefitCostRatioAccumulator,
  estimateBasedIsolation,
  monetisedBenefit,
  returnOnInvestment,
  returnOnInvestmentAccumulator,
} from '../../../src/metrics/index.ts'
import { figure } from '../results/figure.ts'
import { phillipsEstimates } from '../results/golden.ts'

const currency = 'USD'
const adjusted = figure(estimateBasedIsolation({ estimates: phillipsEstimates, currency })).value

test('the golden program: benefits 55,800 at costs of 40,000 are a ratio of 1.395 and a return of 39.5 %', () => {
  const program = { benefits: adjusted, costs: 40_000, currency }
  expect(figure(benefitCostRatio(program)).value).toBe(1.395)
  expect(figure(returnOnInvestment(program)).value).toBe(39.5)
})

test('what cost nothing has no return', () => {
  const free = { benefits: 1, costs: 0, currency }
  const reason = { code: 'ZeroDenominator', what: 'costs' }
  expect(benefitCostRatio(free)).toEqual({ status: 'undefined', reason })
  expect(returnOnInvestment(free)).toEqual({ status: 'undefined', reason })
})

const program: fc.Arbitrary<BenefitsAndCosts> = fc.record({
  benefits: fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 8),
  costs: fc.integer({ min: 1, max: 1e9 }).map((value) => value / 8),
  currency: fc.constant(currency),
})

test('the return is a hundred times the ratio less one, for every program', () => {
  fc.assert(
    fc.property(program, (each) => {
      const byRatio = 100 * (figure(benefitCostRatio(each)).value - 1)
      const { value } = figure(returnOnInvestment(each))
      expect(Math.abs(value - byRatio)).toBeLessThanOrEqual(1e-12 * Math.max(100, Math.abs(value)))
    }),
  )
})

test('programs together are their sums, in any order, not the mean of their returns', () => {
  fc.assert(
    fc.property(fc.array(program, { minLength: 1, maxLength: 6 }), (programs) => {
      const { extract } = returnOnInvestmentAccumulator
      const there = extract(accumulate(returnOnInvestmentAccumulator, programs))
      expect(extract(accumulate(returnOnInvestmentAccumulator, programs.toReversed()))).toEqual(there)
      const sum = (name: 'benefits' | 'costs') => programs.reduce((total, each) => total + each[name], 0)
      expect(there).toEqual(returnOnInvestment({ benefits: sum('benefits'), costs: sum('costs'), currency }))
    }),
  )
})

test('programs in two currencies have no ratio together, and none at all has none', () => {
  const { extract, empty } = benefitCostRatioAccumulator
  const both = accumulate(benefitCostRatioAccumulator, [
    { benefits: 1, costs: 1, currency: 'USD' },
    { benefits: 1, costs: 1, currency: 'CNY' },
  ])
  expect(extract(both)).toEqual({
    status: 'undefined',
    reason: { code: 'MixedCurrency', currencies: ['CNY', 'USD'] },
  })
  expect(extract(empty)).toMatchObject({ reason: { code: 'TooFewObservations' } })
})

test('bad arguments are named', () => {
  expect(() => returnOnInvestment({ benefits: 1, costs: -1, currency })).toThrow(
    'training-ops: returnOnInvestment needs a number ≥ 0 at costs, got -1',
  )
  expect(() => benefitCostRatio({ benefits: Number.NaN, costs: 1, currency })).toThrow(/at benefits, got NaN/)
  expect(() => benefitCostRatio({ benefits: 1, costs: 1, currency: 'yuan' })).toThrow(/ISO 4217/)
})

test('of a short program, only the first twelve months count', () => {
  const unitsByMonth = Array.from({ length: 14 }, () => 10)
  const short = figure(monetisedBenefit({ unitsByMonth, unitValue: 100, currency }))
  expect(short.value).toBe(12_000)
  expect(short.notes).toEqual([{ code: 'MonthsNotCounted', count: 2 }])
  const long = figure(monetisedBenefit({ unitsByMonth, unitValue: 100, currency, program: 'long' }))
  expect(long.value).toBe(14_000)
  expect(long.notes).toBeUndefined()
})

test('an intangible refuses money, and no months are no benefit', () => {
  expect(monetisedBenefit({ unitsByMonth: [1], unitValue: null, currency })).toEqual({
    status: 'undefined',
    reason: { code: 'NotMonetised' },
  })
  expect(monetisedBenefit({ unitsByMonth: [], unitValue: 5, currency })).toMatchObject({
    reason: { code: 'TooFewObservations' },
  })
})
