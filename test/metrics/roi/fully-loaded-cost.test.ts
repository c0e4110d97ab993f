import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accumulate,
  type CostLine,
  costCategories,
  fullyLoadedCost,
  fullyLoadedCostAccumulator,
} from '../../../src/metrics/index.ts'
import { figure } from '../results/figure.ts'

const currency = 'CNY'
const oneOfEach = costCategories.map((category): CostLine => ({ category, amount: 100, currency }))

test('nine categories, all known: the sum, and no note', () => {
  const cost = figure(fullyLoadedCost({ lines: oneOfEach }))
  expect(cost.value).toBe(900)
  expect(cost.n).toBe(9)
  expect(cost.notes).toBeUndefined()
  expect(cost.variant).toEqual({ participantTime: 'included' })
})

test('needs analysis and design are spread over the life of the program, the rest is not', () => {
  const cost = fullyLoadedCost({ lines: oneOfEach, life: { offerings: 8, costedHere: 2 } })
  expect(figure(cost).value).toBe(700 + 200 / 4)
})

test('a category nobody entered is a note; one that is known to be free is not', () => {
  const withoutTime = oneOfEach.filter((line) => line.category !== 'participantTime')
  const cost = figure(fullyLoadedCost({ lines: withoutTime }))
  expect(cost.value).toBe(800)
  expect(cost.notes).toEqual([{ code: 'CostCategoryMissing', category: 'participantTime' }])
  expect(cost.variant).toEqual({ participantTime: 'missing' })
  const free = { category: 'participantTime', amount: 0, currency } as const
  expect(figure(fullyLoadedCost({ lines: [...withoutTime, free] })).notes).toBeUndefined()
})

test('lines in two currencies have no sum, and no lines have none either', () => {
  const mixed = [...oneOfEach, { category: 'travel', amount: 5, currency: 'EUR' } as const]
  expect(fullyLoadedCost({ lines: mixed })).toEqual({
    status: 'undefined',
    reason: { code: 'MixedCurrency', currencies: ['CNY', 'EUR'] },
  })
  expect(fullyLoadedCost({ lines: [] })).toMatchObject({ reason: { code: 'TooFewObservations' } })
})

test('a wrong line is named by its index, a life shorter than what is costed is refused', () => {
  const lines = [...oneOfEach, { category: 'travel', amount: 1.5, currency } as const]
  expect(() => fullyLoadedCost({ lines })).toThrow('a whole number ≥ 0 at lines[9].amount, got 1.5')
  expect(() => fullyLoadedCost({ lines: oneOfEach, life: { offerings: 2, costedHere: 3 } })).toThrow(
    /a part of life.offerings at life.costedHere, got 3/,
  )
})

test('a life of no offerings is none', () => {
  const life = { offerings: 0, costedHere: 0 }
  expect(() => fullyLoadedCost({ lines: [], life })).toThrow(
    'training-ops: fullyLoadedCost needs a part of life.offerings at life.costedHere, got 0',
  )
})

test('lines in any order and any split cost the same', () => {
  const line: fc.Arbitrary<CostLine> = fc.record({
    category: fc.constantFrom(...costCategories),
    amount: fc.nat({ max: 1e9 }),
    currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'EUR'),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 10 }), fc.nat({ max: 10 }), (lines, cut) => {
      const life = { offerings: 3, costedHere: 1 }
      const accumulator = fullyLoadedCostAccumulator(life)
      const parts = [lines.slice(cut), lines.slice(0, cut)].map((part) => accumulate(accumulator, part))
      expect(accumulator.extract(parts.reduce(accumulator.combine))).toEqual(fullyLoadedCost({ lines, life }))
    }),
  )
})
