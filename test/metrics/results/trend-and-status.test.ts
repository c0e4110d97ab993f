import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accumulate,
  leadingIndicatorStatus,
  trendLineIsolation,
  turnoverRate,
  turnoverRateAccumulator,
} from '../../../src/metrics/index.ts'
import { figure, noteOf } from './figure.ts'

const before = [100, 102, 103, 105, 106, 108]
const after = [118, 120, 121]

test('the golden trend: 8.72 above where it was going, not the 15.67 of after less before', () => {
  const effect = figure(
    trendLineIsolation({ before, after, nothingElseChanged: true, independentPeriods: true }),
  )
  const line = noteOf(effect, 'TrendLine')
  expect(effect.n).toBe(before.length + after.length)
  expect(effect.interval?.low).toBeLessThan(effect.value)
  expect((effect.interval?.low ?? 0) + (effect.interval?.high ?? 0)).toBeCloseTo(2 * effect.value, 10)
  expect(effect.value).toBeCloseTo(8.723809523809535, 10)
  expect(line.naive).toBeCloseTo(15.666666666666671, 10)
  expect(line.slope).toBeCloseTo(1.5428571428571427, 12)
  expect(line.intercept).toBeCloseTo(100.14285714285714, 10)
  expect(line.residualStandardError).toBeCloseTo(0.29277002188456064, 10)
  const predicted = effect.notes?.filter(({ code }) => code === 'Predicted') ?? []
  expect(predicted.map((note) => (note.predicted as number).toFixed(8))).toEqual([
    '109.40000000',
    '110.94285714',
    '112.48571429',
  ])
  expect(predicted.map((note) => (note.half as number).toFixed(6))).toEqual([
    '1.110578',
    '1.239127',
    '1.383114',
  ])
})

test('the interval of the mean effect is that of one prediction where there is one period after', () => {
  const effect = figure(
    trendLineIsolation({ before, after: [118], nothingElseChanged: true, independentPeriods: true }),
  )
  expect((effect.interval?.high ?? 0) - effect.value).toBeCloseTo(noteOf(effect, 'Predicted').half ?? 0, 10)
  expect(effect.interval?.method).toBe('prediction')
})

test('a perfect line leaves no scatter to make an interval of', () => {
  const effect = figure(
    trendLineIsolation({
      before: [1, 2, 3, 4],
      after: [7],
      nothingElseChanged: true,
      independentPeriods: true,
    }),
  )
  expect(effect.value).toBe(2)
  expect(effect.interval).toBeUndefined()
})

test('three periods are no trend, and a trend isolates nothing when something else changed', () => {
  const nothingElseChanged = true
  expect(trendLineIsolation({ before: [1, 2, 3], after, nothingElseChanged })).toEqual({
    status: 'undefined',
    reason: { code: 'TooFewObservations', need: 4, have: 3 },
  })
  expect(trendLineIsolation({ before, after: [], nothingElseChanged })).toEqual({
    status: 'undefined',
    reason: { code: 'TooFewObservations', need: 1, have: 0 },
  })
  expect(trendLineIsolation({ before, after, nothingElseChanged: false })).toMatchObject({
    reason: { code: 'IsolationMissing' },
  })
  expect(() => trendLineIsolation({ before: [1, Number.NaN], after, nothingElseChanged })).toThrow(
    /a finite number at before\[1\], got NaN/,
  )
})

test('a measure that only goes on as before has an effect of nothing', () => {
  const whole = fc.integer({ min: -100, max: 100 })
  fc.assert(
    fc.property(
      whole,
      whole,
      fc.integer({ min: 4, max: 12 }),
      fc.integer({ min: 1, max: 6 }),
      (start, step, n, m) => {
        const readings = Array.from({ length: n + m }, (_, period) => start + step * period)
        const effect = trendLineIsolation({
          before: readings.slice(0, n),
          after: readings.slice(n),
          nothingElseChanged: true,
        })
        expect(figure(effect).value).toBeCloseTo(0, 8)
      },
    ),
  )
})

const halfway = { baseline: 40, target: 80, elapsed: 0.5 }

test.each([
  [60, 'onTrack'],
  [59, 'atRisk'],
  [56, 'atRisk'],
  [55, 'offTrack'],
] as const)('half-way from 40 to 80, an indicator at %d is %s', (actual, status) => {
  expect(figure(leadingIndicatorStatus({ ...halfway, actual })).variant).toMatchObject({ status })
})

test('thresholds may be one, and may not cross', () => {
  const halfway = { baseline: 40, target: 80, actual: 58, elapsed: 0.5 }
  expect(leadingIndicatorStatus({ ...halfway, onTrackFrom: 0.9, atRiskFrom: 0.9 })).toMatchObject({
    variant: { status: 'onTrack' },
  })
  expect(() => leadingIndicatorStatus({ ...halfway, onTrackFrom: 0.7 })).toThrow(
    'leadingIndicatorStatus needs at most onTrackFrom at atRiskFrom, got 0.8',
  )
})

test('an indicator that should fall is on track when it falls', () => {
  const falling = leadingIndicatorStatus({ baseline: 20, target: 10, actual: 14, elapsed: 0.5 })
  expect(figure(falling)).toMatchObject({ value: 1.2, variant: { status: 'onTrack' } })
})

test('nothing expected yet, or no baseline: no status', () => {
  expect(leadingIndicatorStatus({ ...halfway, actual: 50, elapsed: 0 })).toMatchObject({
    reason: { code: 'ZeroDenominator', what: 'expected progress' },
  })
  expect(leadingIndicatorStatus({ ...halfway, actual: 50, baseline: null })).toMatchObject({
    reason: { code: 'MissingBaseline' },
  })
  expect(() => leadingIndicatorStatus({ ...halfway, actual: 50, elapsed: 50 })).toThrow(/at elapsed, got 50/)
  expect(() => leadingIndicatorStatus({ ...halfway, actual: 50, atRiskFrom: 1.1 })).toThrow(/atRiskFrom/)
})

test('turnover says whether those who were let go are counted', () => {
  const separations = { voluntary: 6, involuntary: 4, averageHeadcount: 80 }
  expect(figure(turnoverRate(separations))).toMatchObject({ value: 0.125, variant: { counted: 'total' } })
  expect(figure(turnoverRate({ ...separations, counted: 'voluntary' })).value).toBe(0.075)
  expect(turnoverRate({ ...separations, averageHeadcount: 0 })).toMatchObject({
    reason: { code: 'ZeroDenominator' },
  })
})

test('sites add up; sites that counted differently do not', () => {
  const site = { voluntary: 1, involuntary: 0, averageHeadcount: 10.1 }
  const { extract } = turnoverRateAccumulator
  const together = extract(accumulate(turnoverRateAccumulator, [site, { ...site, averageHeadcount: 9.9 }]))
  expect(together).toEqual(turnoverRate({ voluntary: 2, involuntary: 0, averageHeadcount: 20 }))
  const mixed = extract(accumulate(turnoverRateAccumulator, [site, { ...site, counted: 'voluntary' }]))
  expect(mixed).toMatchObject({ status: 'undefined' })
})
