import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kpiChange, targetAttainment } from '../../../src/metrics/index.ts'
import { figure } from './figure.ts'

test('"raise the conversion rate of 20 % by 15 %" is two claims, and the figure names which', () => {
  const relative = figure(kpiChange({ before: 0.2, after: 0.23, change: 'relative' }))
  const points = figure(kpiChange({ before: 0.2, after: 0.35, change: 'percentagePoints' }))
  expect(relative.value).toBeCloseTo(0.15, 12)
  expect(relative.unit).toBe('ratio')
  expect(points.value).toBeCloseTo(15, 12)
  expect(points.unit).toBe('points')
})

test('a fall is an improvement where lower is better', () => {
  expect(kpiChange({ before: 8, after: 6, change: 'relative', better: 'lower' })).toEqual({
    status: 'ok',
    value: 0.25,
    n: 2,
    unit: 'ratio',
    variant: { change: 'relative', better: 'lower' },
  })
})

test('a negative baseline keeps the direction of the change', () => {
  expect(figure(kpiChange({ before: -4, after: -2, change: 'relative' })).value).toBe(0.5)
})

test('there is no relative change from zero, and no change without a baseline', () => {
  expect(kpiChange({ before: 0, after: 5, change: 'relative' })).toMatchObject({
    reason: { code: 'ZeroDenominator' },
  })
  expect(figure(kpiChange({ before: 0, after: 5, change: 'absolute' })).value).toBe(5)
  expect(kpiChange({ before: null, after: 5, change: 'absolute' })).toMatchObject({
    reason: { code: 'MissingBaseline' },
  })
})

test('percentage points of something that is not a rate are refused by name', () => {
  expect(() => kpiChange({ before: 20, after: 35, change: 'percentagePoints' })).toThrow(
    'training-ops: kpiChange needs a rate from 0 to 1 at before, got 20',
  )
  expect(() => kpiChange({ before: 0.2, after: -0.1, change: 'percentagePoints' })).toThrow(
    'at after, got -0.1',
  )
  expect(figure(kpiChange({ before: 0, after: 1, change: 'percentagePoints' })).value).toBe(100)
})

test('attainment counts from the baseline, either way, and is not clamped', () => {
  expect(figure(targetAttainment({ baseline: 10, actual: 15, target: 20 })).value).toBe(0.5)
  expect(figure(targetAttainment({ baseline: 10, actual: 5, target: 0 })).value).toBe(0.5)
  expect(figure(targetAttainment({ baseline: 10, actual: 30, target: 20 })).value).toBe(2)
  expect(figure(targetAttainment({ baseline: 10, actual: 8, target: 20 })).value).toBe(-0.2)
})

test('there is no attainment without a baseline', () => {
  expect(targetAttainment({ baseline: null, actual: 12, target: 10 })).toEqual({
    status: 'undefined',
    reason: { code: 'MissingBaseline' },
  })
})

test('a target that is the baseline cannot be attained by degrees', () => {
  expect(targetAttainment({ baseline: 10, actual: 12, target: 10 })).toEqual({
    status: 'undefined',
    reason: { code: 'ZeroDenominator', what: 'target − baseline' },
  })
})

test('attainment is the same on any scale running through the same points', () => {
  const whole = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(
      whole,
      whole,
      whole,
      fc.integer({ min: 1, max: 9 }),
      whole,
      (baseline, actual, target, by, shift) => {
        fc.pre(target !== baseline)
        const rescaled = [baseline, actual, target].map((value) => value * by + shift)
        const [b = 0, a = 0, t = 0] = rescaled
        expect(figure(targetAttainment({ baseline: b, actual: a, target: t })).value).toBeCloseTo(
          figure(targetAttainment({ baseline, actual, target })).value,
          12,
        )
      },
    ),
  )
})
