import {
  adjustedDifference,
  type MetricResult,
  minimumDetectableEffect,
  priorTrendDifference,
  studyPower,
  tTestOf,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { figureOf } from './figures.ts'

const intervalOf = (result: MetricResult) => (result.status === 'ok' ? result.interval : undefined)

describe('the difference at the same baseline', () => {
  const treated = [
    { before: 10, after: 14 },
    { before: 12, after: 17 },
    { before: 9, after: 14 },
  ]
  const control = [
    { before: 10, after: 11 },
    { before: 11, after: 12 },
    { before: 9, after: 10 },
    { before: 8, after: 10 },
  ]

  it('is that of R: lm(after ~ group + before)', () => {
    const effect = adjustedDifference({ treated, control, assigned: 'units' })
    expect(figureOf(effect)).toBeCloseTo(3.5172413793, 9)
    expect(tTestOf(effect)?.standardError).toBeCloseTo(0.4571404684, 9)
    expect(tTestOf(effect)?.p).toBeCloseTo(0.001535144276, 10)
    expect(intervalOf(effect)?.low).toBeCloseTo(2.248015963, 8)
    expect(intervalOf(effect)?.high).toBeCloseTo(4.786466795, 8)
  })

  it('has neither an interval nor a test until it is said what was assigned, and none without enough people', () => {
    const unsaid = adjustedDifference({ treated, control })
    expect(unsaid).toMatchObject({ notes: [{ code: 'NoIntervalUntilAssigned' }, { code: 'BaselineSlope' }] })
    expect(intervalOf(unsaid) ?? tTestOf(unsaid)).toBeUndefined()
    expect(adjustedDifference({ treated, control: [] })).toMatchObject({ reason: { need: 1, have: 0 } })
    expect(adjustedDifference({ treated: treated.slice(1), control: control.slice(3) })).toMatchObject({
      reason: { need: 4, have: 3 },
    })
    const alike = [
      { before: 1, after: 2 },
      { before: 1, after: 3 },
    ]
    expect(adjustedDifference({ treated: alike, control: alike })).toMatchObject({
      reason: { code: 'NoVariance' },
    })
  })
})

describe('before a study', () => {
  it('power and the effect that will be found are those of R: power.t.test(strict = TRUE)', () => {
    expect(figureOf(studyPower({ treated: 30, control: 30, effect: 0.5 }))).toBeCloseTo(0.4778965208, 9)
    expect(figureOf(minimumDetectableEffect({ treated: 30, control: 30 }))).toBeCloseTo(0.7356210696, 8)
  })

  it('of teams is that of their means: ten of ten that correlate by .2 are worth 33 people, teams of one are people', () => {
    const teams = figureOf(
      minimumDetectableEffect({ treated: 10, control: 10, teams: { size: 10, correlation: 0.2 } }),
    )
    const people = [32, 33].map((each) => figureOf(minimumDetectableEffect({ treated: each, control: each })))
    expect(teams).toBeLessThan(people[0] ?? 0)
    expect(teams).toBeGreaterThan(people[1] ?? 1)
    const ofOne = { treated: 12, control: 9, teams: { size: 1, correlation: 0.7 } }
    expect(figureOf(minimumDetectableEffect(ofOne))).toBe(
      figureOf(minimumDetectableEffect({ treated: 12, control: 9 })),
    )
  })

  it('finds the effect with the power it was asked for, and refuses a power that is none', () => {
    const study = { treated: 14, control: 22, teams: { size: 6, correlation: 0.1 } }
    const effect = figureOf(minimumDetectableEffect({ ...study, power: 0.9 }))
    expect(figureOf(studyPower({ ...study, effect }))).toBeCloseTo(0.9, 10)
    expect(studyPower({ treated: 1, control: 9, effect: 1 })).toMatchObject({
      reason: { code: 'TooFewObservations' },
    })
    expect(() => minimumDetectableEffect({ ...study, power: 1 })).toThrow('at power, got 1')
    expect(() => studyPower({ ...study, teams: { size: 0.5, correlation: 0 }, effect: 1 })).toThrow(
      'studyPower needs a whole number ≥ 1 at teams.size, got 0.5',
    )
  })
})

describe('the trends before the training', () => {
  const treated = [
    [1, 2, 4],
    [2, 4, 5],
  ]
  const control = [
    [3, 4, 5],
    [1, 2, 2],
  ]

  it('differ by the mean slopes, 1.5 and 0.75, and are compared as changes are', () => {
    const trend = priorTrendDifference({ treated, control, assigned: 'units' })
    expect(figureOf(trend)).toBe(0.75)
    // The slopes are 1.5 and 1.5, 1 and 0.5: one group varies, by .125, of two.
    expect(tTestOf(trend)?.standardError).toBeCloseTo(Math.sqrt(0.125 / 2), 12)
    expect(trend).toMatchObject({
      n: 4,
      notes: [
        { code: 'TTest' },
        { code: 'PeriodDifference', period: -3, difference: -0.5 - 1 },
        { code: 'PeriodDifference', period: -2, difference: 0 - 1 },
      ],
    })
  })

  it('are not tested until it is said what was assigned, nor with two periods; an uneven unit is named', () => {
    const unsaid = priorTrendDifference({ treated, control })
    expect(intervalOf(unsaid) ?? tTestOf(unsaid)).toBeUndefined()
    expect(priorTrendDifference({ treated: [[1, 2]], control: [[1, 2]] })).toMatchObject({
      reason: { need: 3, have: 2 },
    })
    expect(priorTrendDifference({ treated: [], control })).toMatchObject({
      reason: { code: 'TooFewObservations' },
    })
    expect(() => priorTrendDifference({ treated, control: [[1, 2]] })).toThrow(
      'priorTrendDifference needs 3 periods at control[0], got 2',
    )
  })
})
