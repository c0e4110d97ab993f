import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accumulate,
  type BenefitEstimate,
  estimateBasedIsolation,
  estimateBasedIsolationAccumulator,
} from '../../../src/metrics/index.ts'
import { figure } from './figure.ts'
import { phillipsEstimates } from './golden.ts'

const currency = 'CNY'
const folder = process.env.TRAINING_OPS_DATA

test('the golden three estimates are worth 55,800', () => {
  expect(estimateBasedIsolation({ estimates: phillipsEstimates, currency })).toEqual({
    status: 'ok',
    value: 55_800,
    n: 3,
    unit: 'minorUnits',
    currency,
  })
})

test('who did not answer counts as nothing, and is counted', () => {
  const silent = { amount: null, attribution: 0, confidence: 0 }
  const result = figure(estimateBasedIsolation({ estimates: [...phillipsEstimates, silent], currency }))
  expect(result.value).toBe(55_800)
  expect(result.n).toBe(3)
  expect(result.notes).toEqual([{ code: 'SilentCountedAsZero', count: 1 }])
})

test('extreme and unsupported claims are removed before anything is added up', () => {
  const extreme = { amount: 90_000_000, attribution: 1, confidence: 1, setAside: 'extreme' as const }
  const result = figure(estimateBasedIsolation({ estimates: [extreme, ...phillipsEstimates], currency }))
  expect(result.value).toBe(55_800)
  expect(result.notes).toEqual([{ code: 'EstimatesSetAside', count: 1 }])
})

test('one estimator cannot hand out more than the whole improvement', () => {
  const estimates = [...phillipsEstimates, { amount: 1, attribution: 0.6, otherFactors: 0.5, confidence: 1 }]
  expect(() => estimateBasedIsolation({ estimates, currency })).toThrow(
    /needs attributions of at most 1 together at estimates\[3\]\.attribution \+ otherFactors, got 1\.1/,
  )
})

test('nobody answered: no benefit rather than a benefit of nothing', () => {
  const estimates = [{ amount: null, attribution: 0, confidence: 0 }]
  expect(estimateBasedIsolation({ estimates, currency })).toEqual({
    status: 'undefined',
    reason: { code: 'TooFewObservations', need: 1, have: 0 },
  })
})

const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6)
const estimate: fc.Arbitrary<BenefitEstimate> = fc.record({
  amount: fc.option(fc.nat({ max: 1e9 })),
  attribution: share,
  confidence: share,
})

test('estimates in any order and any split give the same benefit to the last bit, never above what was claimed', () => {
  fc.assert(
    fc.property(fc.array(estimate, { maxLength: 10 }), fc.nat({ max: 10 }), (estimates, cut) => {
      const accumulator = estimateBasedIsolationAccumulator(currency)
      const parts = [estimates.slice(cut), estimates.slice(0, cut)].map((part) =>
        accumulate(accumulator, part),
      )
      const together = accumulator.extract(parts.reduce(accumulator.combine))
      expect(together).toEqual(estimateBasedIsolation({ estimates, currency }))
      const claimed = estimates.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
      if (together.status === 'ok') expect(together.value).toBeLessThanOrEqual(claimed)
    }),
  )
})

test.skipIf(!folder)(
  `training-roi: a textbook's 336,000 at 70 % confidence is 235,200, and 11,760 for each of 20${folder ? '' : ' (skipped: TRAINING_OPS_DATA is not set)'}`,
  () => {
    const [example] = JSON.parse(readFileSync(`${folder}/training-roi/worked_examples.json`, 'utf8'))
    const { monthly_benefit: amount, confidence, trainees } = example.input
    const { value } = figure(
      estimateBasedIsolation({ estimates: [{ amount, attribution: 1, confidence }], currency: 'USD' }),
    )
    expect(value).toBeCloseTo(example.published.adjusted, 9)
    expect(value / trainees).toBeCloseTo(example.published.per_trainee, 9)
  },
)
