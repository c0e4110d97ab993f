import fc from 'fast-check'
import {
  behaviourChange,
  controlGroupDifference,
  controlledEffectSize,
  cronbachAlpha,
  differenceInDifferences,
  effectSize,
  itemDistribution,
  jointRange,
  type MetricResult,
  meanGain,
  meanNumber,
  netPromoterScore,
  partialResponse,
  raterReliability,
  roiSensitivity,
  standardErrorOfMeasurement,
  targetAttainment,
  timeToCompetence,
  topTwoBox,
  trendLineIsolation,
  weightedKappa,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { studentsSleep } from './learning/students-sleep.ts'

const ends = (result: MetricResult): readonly [(number | undefined)?, (number | undefined)?] =>
  result.status === 'ok' ? [result.interval?.low, result.interval?.high] : []

const expectEnds = (result: MetricResult, low: number, high: number, digits = 9) => {
  expect(ends(result)[0]).toBeCloseTo(low, digits)
  expect(ends(result)[1]).toBeCloseTo(high, digits)
}

const codes = (result: MetricResult) =>
  result.status === 'ok' ? (result.notes ?? []).map(({ code }) => code) : []

const small = fc.integer({ min: 1, max: 3 })
const lists = (length: number) => fc.array(small, { minLength: length, maxLength: length })
const fiveLists = fc.integer({ min: 1, max: 6 }).chain((length) => fc.tuple(lists(length), lists(length)))
const scale = { min: 0, max: 10 }
const pairsOf = (before: readonly number[], after: readonly number[]) =>
  before.map((each, at) => ({ before: each, after: after[at] as number }))

type Lists = readonly [readonly number[], readonly number[]]
const estimates: Readonly<Record<string, (lists: Lists) => MetricResult>> = {
  meanGain: ([before, after]) => meanGain({ before, after }),
  meanNumber: ([answers]) => meanNumber({ answers, sampled: true }),
  itemDistribution: ([answers]) => itemDistribution({ answers, scale, sampled: true }),
  netPromoterScore: ([answers]) => netPromoterScore({ answers: answers.map((each) => each * 3), scale }),
  behaviourChange: ([before, after]) => behaviourChange({ learners: pairsOf(before, after) }),
  differenceInDifferences: ([before, after]) =>
    differenceInDifferences({
      treated: pairsOf(before, after),
      control: pairsOf(after, before),
      assigned: 'units',
    }),
  'differenceInDifferences, unsaid': ([before, after]) =>
    differenceInDifferences({ treated: pairsOf(before, after), control: pairsOf(after, before) }),
  'differenceInDifferences, by team': ([before, after]) =>
    differenceInDifferences({
      treated: pairsOf(before, after).map((unit, at) => ({ ...unit, team: `t${at % 2}` })),
      control: pairsOf(after, before).map((unit, at) => ({ ...unit, team: `c${at % 2}` })),
    }),
  controlGroupDifference: ([treated, control]) =>
    controlGroupDifference({ treated, control, assigned: 'units', standardError: 'pooled' }),
  trendLineIsolation: ([before, after]) =>
    trendLineIsolation({ before, after, nothingElseChanged: true, independentPeriods: true }),
  effectSize: ([before, after]) => effectSize({ before, after }),
  'effectSize, repeatedMeasures': ([before, after]) =>
    effectSize({ before, after, standardiser: 'repeatedMeasures' }),
  cronbachAlpha: ([first, second]) =>
    cronbachAlpha({ scores: first.map((each, at) => [each, second[at] ?? null]) }),
  standardErrorOfMeasurement: ([first, second]) =>
    standardErrorOfMeasurement({ scores: first.map((each, at) => [each, second[at] ?? null]) }),
  raterReliability: ([first, second]) =>
    raterReliability({ ratings: first.map((each, at) => [each, second[at] ?? null]) }),
  'raterReliability, fixed': ([first, second]) =>
    raterReliability({ ratings: first.map((each, at) => [each, second[at] ?? null]), raters: 'fixed' }),
  weightedKappa: ([[a = 0, b = 0], [c = 0, d = 0]]) =>
    weightedKappa({
      table: [
        [a, b > 2 ? b : 0],
        [c > 2 ? c : 0, d],
      ],
    }),
  timeToCompetence: ([days, done]) =>
    timeToCompetence(days.map((each, at) => ({ days: each, completed: (done[at] ?? 0) > 1 }))),
  targetAttainment: ([[a = 0, b = 0], [c = 0, d = 0]]) =>
    targetAttainment({
      baseline: a,
      actual: b,
      target: 5,
      errors: { baseline: Math.max(0, c - 1), actual: Math.max(0, d - 1) },
    }),
  'partialResponse of a share': ([answers, others]) =>
    partialResponse({
      figure: topTwoBox({ answers, scale: { min: 1, max: 4 } }),
      eligible: answers.length + (others[0] ?? 0) - 1,
    }),
}

describe.each(Object.entries(estimates))('%s', (_, estimate) => {
  it('has an interval that is wider than nothing and holds it, or says why there is none', () => {
    fc.assert(
      fc.property(fiveLists, (given) => {
        const result = estimate(given)
        if (result.status !== 'ok') return
        const [low, high] = ends(result)
        const why = codes(result).filter((code) => code.startsWith('NoInterval'))
        if (low === undefined || high === undefined) expect(why).toHaveLength(1)
        else {
          expect(why).toEqual([])
          expect(low).toBeLessThan(high)
          expect(low).toBeLessThanOrEqual(result.value + 1e-9)
          expect(high).toBeGreaterThanOrEqual(result.value - 1e-9)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('an interval is that of R, or of mpmath', () => {
  it('of effect sizes: the noncentralities of t(9) = 4.0621 by pt and uniroot', () => {
    const [low, high] = [1.3111681027311375, 6.69775632781837].map((each) => each / Math.sqrt(10)) as [
      number,
      number,
    ]
    expectEnds(effectSize({ ...studentsSleep, standardiser: 'gains' }), low, high, 7)
    const before = effectSize({ ...studentsSleep, standardiser: 'before' })
    const ratio = 0.8831701903605378 / 1.2845575625910546
    expectEnds(before, low * ratio, high * ratio, 7)
  })

  it('of an effect size with a control group, where the correlation is known', () => {
    const groups = {
      trained: { n: 20, meanBefore: 30.6, meanAfter: 38.5, deviationBefore: 15 },
      control: { n: 20, meanBefore: 23.1, meanAfter: 19.7, deviationBefore: 13.8 },
    }
    expect(codes(controlledEffectSize(groups))).toEqual(['NoIntervalWithoutCorrelation'])
    expectEnds(controlledEffectSize({ ...groups, correlation: 0.5 }), 0.135056769478, 1.423482144526, 8)
    expect(() => controlledEffectSize({ ...groups, correlation: 1 })).toThrow(
      'controlledEffectSize needs a number between −1 and 1 at correlation, got 1',
    )
  })

  const shroutAndFleiss = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ]
  it.each([
    ['raterPerPerson', 'single', -0.132932325, 0.72256006],
    ['interchangeable', 'single', 0.018786513, 0.76108437],
    ['fixed', 'single', 0.342464765, 0.94585826],
    ['raterPerPerson', 'mean', -0.884442155, 0.91241542],
    ['interchangeable', 'mean', 0.071136815, 0.92723204],
    ['fixed', 'mean', 0.675674714, 0.98589168],
  ] as const)('of the intraclass correlation %s, %s (psych 2.2.9)', (raters, of, low, high) => {
    expectEnds(raterReliability({ ratings: shroutAndFleiss, raters, of }), low, high, 7)
  })

  it('of α (psych::alpha.ci), and of the error of measurement, which says the same in points', () => {
    const scores = shroutAndFleiss
    expectEnds(cronbachAlpha({ scores }), 0.675674714, 0.98589168, 7)
    const [low = 0, high = 0] = ends(standardErrorOfMeasurement({ scores }))
    // 15 residual squares of mean 1.01944, times 4 items, over the χ² quantiles 27.48839 and 6.262138.
    expect(low ** 2).toBeCloseTo((4 * 15 * 1.0194444444444442) / 27.4883928634, 7)
    expect(high ** 2).toBeCloseTo((4 * 15 * 1.0194444444444442) / 6.262137795, 7)
  })

  it('of κ (Fleiss, Cohen & Everitt; by numerical differentiation too), with its limit said', () => {
    const table = [
      [11, 3, 1],
      [1, 9, 0],
      [0, 1, 10],
    ]
    expectEnds(weightedKappa({ table }), 0.6391201787, 0.9918593202, 8)
    expectEnds(weightedKappa({ table, weights: 'none' }), 0.569166, 0.931412, 6)
    expect(codes(weightedKappa({ table }))).toEqual([])
    expect(
      codes(
        weightedKappa({
          table: [
            [3, 1],
            [1, 2],
          ],
        }),
      ),
    ).toEqual(['LargeSampleInterval'])
  })

  it('of the Kaplan–Meier median, and the middle of a plateau (survfit of survival 3.5)', () => {
    const people = (days: readonly number[], running: readonly number[] = []) => [
      ...days.map((each) => ({ days: each, completed: true })),
      ...running.map((each) => ({ days: each, completed: false })),
    ]
    expect(timeToCompetence(people([10, 20, 30, 40]))).toMatchObject({ value: 25 })
    const fifteen = people([12, 7, 11, 4, 15, 15, 13, 10, 7, 14, 14, 15, 12], [5, 15])
    expect(timeToCompetence(fifteen)).toMatchObject({
      value: 13,
      interval: { low: 11, high: 15, method: 'greenwood' },
    })
    expect(codes(timeToCompetence(people([3, 5, 9], [9, 9])))).toEqual([
      'NoIntervalOpenAbove',
      'StillInProgress',
    ])
  })

  it('of the way to a target (Fieller), from the ends of which the error reaches the reading', () => {
    const readings = { baseline: 40, actual: 55, target: 60 }
    const errors = { baseline: 2, actual: 3 }
    const [low = 0, high = 0] = ends(targetAttainment({ ...readings, errors }))
    for (const share of [low, high]) {
      const distance = 55 - 40 - share * 20
      expect(Math.abs(distance)).toBeCloseTo(1.959963984540054 * Math.hypot(3, (1 - share) * 2), 9)
    }
    expect(codes(targetAttainment({ ...readings, errors: { baseline: 11, actual: 3 } }))).toEqual([
      'NoIntervalTargetTooNear',
    ])
  })
})

describe('a partial response', () => {
  const figure = topTwoBox({ answers: [5, 4, 3, 5, 4, 4, 2, 5], scale: { min: 1, max: 5 } })
  const of = (eligible: number) => partialResponse({ figure, eligible })

  it('is never said to be outside of what the answers leave possible, and of many is a sample', () => {
    expect(ends(of(10))).toEqual([0.6, 0.8])
    const [low = 0, high = 0] = ends(of(1e9))
    const sample = topTwoBox({ answers: [5, 4, 3, 5, 4, 4, 2, 5], scale: { min: 1, max: 5 }, sampled: true })
    expectEnds(sample, low, high, 6)
  })

  it('of everybody has no interval, and of a mean is narrower', () => {
    expect(codes(of(8))).toEqual(['NoIntervalEverybody'])
    const mean = meanNumber({ answers: [1, 2, 3], sampled: true })
    const [low = 0, high = 0] = ends(mean)
    expectEnds(
      partialResponse({ figure: mean, eligible: 12 }),
      2 - (2 - low) * Math.sqrt(0.75),
      2 + (high - 2) * Math.sqrt(0.75),
    )
    expect(() => of(7)).toThrow('partialResponse needs at most eligible (7) at figure.n, got 8')
    const none = meanNumber({ answers: [] })
    expect(partialResponse({ figure: none, eligible: 7 })).toBe(none)
  })
})

describe('the joint range of estimates', () => {
  const program = {
    benefits: { low: 90, expected: 100, high: 110 },
    attribution: { low: 0.8, expected: 0.9, high: 1 },
    confidence: { low: 0.9, expected: 1, high: 1 },
    costs: { low: 70, expected: 75, high: 80 },
    currency: 'USD',
  }

  it('reverses a return that no single estimate does', () => {
    const { expected, tornado, range } = roiSensitivity(program)
    expect(expected).toMatchObject({ value: 20 })
    for (const { atLow, atHigh } of tornado)
      for (const end of [atLow, atHigh]) expect(end.status === 'ok' && end.value).toBeGreaterThan(0)
    expect(range.low).toMatchObject({ value: ((90 * 0.8 * 0.9 - 80) / 80) * 100 })
    expect(range.high).toMatchObject({ value: ((110 - 70) / 70) * 100 })
  })

  it('is of every combination, whichever way each of them works', () => {
    const of = ({ up, down }: Readonly<Record<'up' | 'down', number>>): MetricResult =>
      meanNumber({ answers: [up - down] })
    const estimates = { up: { low: 1, likely: 2, high: 4 }, down: { low: 0, likely: 1, high: 3 } }
    const { low, likely, high } = jointRange({ estimates, of })
    expect([low, likely, high]).toMatchObject([{ value: -2 }, { value: 1 }, { value: 4 }])
    expect(() => jointRange({ estimates: { up: { low: 3, likely: 2, high: 4 } }, of: of as never })).toThrow(
      'jointRange needs low ≤ likely ≤ high at estimates.up, got 2',
    )
  })
})
