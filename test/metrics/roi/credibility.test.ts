import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BenefitSource,
  breakEvenAttribution,
  credibleBenefit,
  paybackPeriod,
  type RoiEvidence,
  returnOnInvestment,
  roiInputs,
  roiSensitivity,
} from '../../../src/metrics/index.ts'
import { figure } from '../results/figure.ts'

const currency = 'USD'

test('the golden program pays back in 8.6 months', () => {
  const { value, unit } = figure(paybackPeriod({ costs: 40_000, annualBenefits: 55_800, currency }))
  expect(value).toBeCloseTo(8.602150537634408, 12)
  expect(unit).toBe('months')
})

test('what brings nothing in is never paid back, and that is no number of months', () => {
  for (const annualBenefits of [0, -5])
    expect(paybackPeriod({ costs: 1, annualBenefits, currency })).toEqual({
      status: 'undefined',
      reason: { code: 'NotReached', what: 'payback' },
    })
})

test('a program whose costs exceed the whole improvement cannot break even', () => {
  expect(figure(breakEvenAttribution({ costs: 30, unisolatedBenefit: 20, currency })).notes).toEqual([
    { code: 'CannotBreakEven' },
  ])
  expect(figure(breakEvenAttribution({ costs: 20, unisolatedBenefit: 20, currency })).notes).toBeUndefined()
  expect(breakEvenAttribution({ costs: 30, unisolatedBenefit: 0, currency })).toMatchObject({
    reason: { code: 'NotReached', what: 'break-even' },
  })
})

test('attributing exactly the break-even share makes a return of nothing', () => {
  const amount = fc.integer({ min: 1, max: 1e9 })
  fc.assert(
    fc.property(amount, amount, (costs, unisolatedBenefit) => {
      const { value } = figure(breakEvenAttribution({ costs, unisolatedBenefit, currency }))
      const benefits = unisolatedBenefit * value
      expect(figure(returnOnInvestment({ benefits, costs, currency })).value).toBeCloseTo(0, 9)
    }),
  )
})

const sources: readonly BenefitSource[] = [
  { source: 'participants', credibilityRank: 2, amount: 10 },
  { source: 'finance', credibilityRank: 1, amount: 90 },
  { source: 'sales system', credibilityRank: 1, amount: 70 },
]
const evidence: RoiEvidence = { levelsCollected: [1, 2, 3, 4], isolation: 'trend', sources, currency }

test('the most credible source is taken, and of two equally credible the more cautious', () => {
  expect(figure(credibleBenefit(evidence))).toMatchObject({
    value: 70,
    variant: { source: 'sales system', isolation: 'trend' },
  })
})

test('no return without the levels below it, without isolation, or without a source', () => {
  expect(credibleBenefit({ ...evidence, levelsCollected: [4, 1] })).toEqual({
    status: 'undefined',
    reason: { code: 'LowerLevelMissing', levels: [2, 3] },
  })
  expect(credibleBenefit({ ...evidence, isolation: 'none' })).toMatchObject({
    reason: { code: 'IsolationMissing' },
  })
  expect(credibleBenefit({ ...evidence, sources: [] })).toMatchObject({
    reason: { code: 'TooFewObservations' },
  })
  const unranked = [{ source: 'somebody', credibilityRank: 0, amount: 5 }]
  expect(() => credibleBenefit({ ...evidence, sources: unranked })).toThrow(
    /sources\[0\]\.credibilityRank, got 0/,
  )
})

const program = {
  benefits: { low: 80_000, expected: 100_000, high: 130_000 },
  attribution: { low: 0.25, expected: 0.5, high: 0.5 },
  confidence: { low: 0.5, expected: 0.75, high: 1 },
  costs: { low: 30_000, expected: 30_000, high: 40_000 },
  currency,
}

test('the tornado has the widest swing on top, equal ones in the order of the inputs; the grid has every combination, exactly', () => {
  const { expected, tornado, grid } = roiSensitivity(program)
  expect(figure(expected).value).toBe(25)
  expect(tornado.map(({ input }) => input)).toEqual(['confidence', 'benefits', 'attribution', 'costs'])
  expect(grid).toHaveLength(81)
  for (const { at, roi } of grid)
    expect(roi).toEqual(
      returnOnInvestment({
        benefits: at.benefits * at.attribution * at.confidence,
        costs: at.costs,
        currency,
      }),
    )
  expect(new Set(grid.map(({ at }) => JSON.stringify(at))).size).toBe(2 * 3 * 3 * 2)
})

test('costs that may be nothing leave a bar without a swing, on top', () => {
  const { tornado } = roiSensitivity({ ...program, costs: { low: 0, expected: 30_000, high: 40_000 } })
  expect(tornado[0]).toMatchObject({ input: 'costs', swing: null, atLow: { status: 'undefined' } })
})

test('an input out of order or a share above one is named', () => {
  expect(() => roiSensitivity({ ...program, costs: { low: 3, expected: 2, high: 4 } })).toThrow(
    /at least low \(3\) at costs\.expected, got 2/,
  )
  expect(() => roiSensitivity({ ...program, confidence: { low: 0, expected: 0.5, high: 75 } })).toThrow(
    /confidence\.high, got 75/,
  )
})

test('no single move leaves the span of the grid', () => {
  const input = fc
    .array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 3 })
    .map((values) => values.toSorted((a, b) => a - b) as [number, number, number])
  const amounts = input.map(([low, expected, high]) => ({ low, expected, high }))
  const shares = input.map(([low, expected, high]) => ({
    low: low / 1000,
    expected: expected / 1000,
    high: high / 1000,
  }))
  fc.assert(
    fc.property(amounts, shares, shares, amounts, (benefits, attribution, confidence, costs) => {
      const result = roiSensitivity({ benefits, attribution, confidence, costs, currency })
      const returns = result.grid.map(({ roi }) => figure(roi).value)
      const [least, most] = [Math.min(...returns), Math.max(...returns)]
      for (const { atLow, atHigh } of result.tornado)
        for (const { value } of [figure(atLow), figure(atHigh)]) {
          expect(value).toBeGreaterThanOrEqual(least)
          expect(value).toBeLessThanOrEqual(most)
        }
      expect(result.tornado.map((bar) => bar.input).toSorted()).toEqual([...roiInputs].toSorted())
    }),
  )
})
