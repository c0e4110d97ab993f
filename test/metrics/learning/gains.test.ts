import {
  classNormalisedGain,
  controlledEffectSize,
  effectSize,
  hedgesCorrection,
  meanGain,
  normalisedChange,
  oneWayAnova,
  pairedT,
  passRate,
  retention,
  spacedReview,
  summary,
  tTestOf,
  wilcoxonSignedRank,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { figureOf, without, zero } from '../figures.ts'
import { studentsSleep } from './students-sleep.ts'

describe("Student's sleep data give the golden values", () => {
  it('mean gain with its t interval', () => {
    const gain = meanGain(studentsSleep)
    expect(figureOf(gain)).toBeCloseTo(1.58, 12)
    if (gain.status !== 'ok') throw new Error('no gain')
    expect(gain.interval?.low).toBeCloseTo(0.7001142367230175, 12)
    expect(gain.interval?.high).toBeCloseTo(2.459885763276983, 12)
    expect(gain.interval?.method).toBe('t')
  })

  it('paired t', () => {
    const test = pairedT(studentsSleep)
    expect(figureOf(test)).toBeCloseTo(4.062127683382037, 12)
    expect(tTestOf(test)?.t).toBe(figureOf(test))
    expect(tTestOf(test)?.degreesOfFreedom).toBe(9)
    expect(tTestOf(test)?.p).toBeCloseTo(0.002832890197384273, 14)
    expect(tTestOf(meanGain(studentsSleep))).toBeUndefined()
  })

  it.each([
    ['average', 'none', 0.8334963413127043],
    ['gains', 'none', 1.2845575625910546],
    ['repeatedMeasures', 'none', 0.8221766383863097],
    ['before', 'none', 0.8831701903605378],
    ['average', 'hedges', 0.775267166665703], // for 2 × 9 / (1 + r²) degrees of freedom: mpmath
    ['gains', 'hedges', 1.173924903514205],
  ] as const)('effect size over %s, correction %s', (standardiser, correction, golden) => {
    const size = effectSize({ ...studentsSleep, standardiser, correction })
    expect(figureOf(size)).toBeCloseTo(golden, 12)
    expect(size).toMatchObject({ variant: { standardiser, correction } })
    if (size.status !== 'ok') throw new Error('no size')
    expect(size.correlation).toBeCloseTo(0.7951702058335777, 12)
    expect(size.dz).toBeCloseTo(1.2845575625910546, 12)
  })

  it('the small-sample correction, whose neighbours multiply to (ν − 1) / √(ν(ν + 1))', () => {
    for (const df of [1.01, 1.5, 2, 3, 9, 38, 120, 397, 398.5, 399, 400, 1001, 1e6]) {
      const product = hedgesCorrection({ df }) * hedgesCorrection({ df: df + 1 })
      expect(product / ((df - 1) / Math.sqrt(df * (df + 1)))).toBeCloseTo(1, 13)
    }
    expect(hedgesCorrection({ df: 2 })).toBeCloseTo(1 / Math.sqrt(Math.PI), 14)
    expect(() => hedgesCorrection({ df: 1 })).toThrow(
      'hedgesCorrection needs a finite number > 1 at df, got 1',
    )
  })

  it('both forms of the small-sample correction, which differ in the fourth digit', () => {
    expect(hedgesCorrection({ df: 9 })).toBeCloseTo(0.9138748917925524, 14)
    expect(hedgesCorrection({ df: 9, form: 'approximate' })).toBeCloseTo(0.9142857142857143, 14)
  })
})

describe('gains', () => {
  it('report those who sat one test only as attrition', () => {
    expect(meanGain({ before: [1, null, 3], after: [2, 5, null] })).toMatchObject({
      value: 1,
      n: 1,
      notes: [
        { code: 'NoIntervalFromOne', smallestGroup: 1 },
        { code: 'UnpairedLeftOut', onlyBefore: 1, onlyAfter: 1 },
      ],
    })
  })

  it('of one person have a value and no interval; of nobody, neither', () => {
    expect(meanGain({ before: [1], after: [4] })).toEqual({
      status: 'ok',
      value: 3,
      n: 1,
      unit: 'points',
      notes: [{ code: 'NoIntervalFromOne', smallestGroup: 1 }],
    })
    expect(meanGain({ before: [null], after: [4] })).toEqual(
      without('TooFewObservations', { need: 1, have: 0 }),
    )
  })

  it('cannot be tested when everybody gained the same', () => {
    expect(pairedT({ before: [1, 2, 3], after: [2, 3, 4] })).toEqual(without('NoVariance'))
    expect(effectSize({ before: [1, 2, 3], after: [2, 3, 4] })).toEqual(without('NoVariance'))
    expect(effectSize({ before: [1, 2], after: [2, 4] })).toEqual(
      without('TooFewObservations', { need: 3, have: 2 }),
    )
  })

  it('that differ in the last bit only are the same', () => {
    expect(0.3 - 0.1).not.toBe(0.4 - 0.2)
    expect(pairedT({ before: [0.1, 0.2, 0.4], after: [0.3, 0.4, 0.6] })).toEqual(without('NoVariance'))
    expect(effectSize({ before: [0.1, 0.2, 0.4], after: [0.3, 0.4, 0.6] })).toEqual(without('NoVariance'))
    const high = { before: [10000.1, 10000.2, 10000.4], after: [10000.3, 10000.4, 10000.6] }
    expect(effectSize(high)).toEqual(without('NoVariance'))
  })

  it('name the score that is none and the list that is short', () => {
    expect(() => meanGain({ before: [1, Number.NaN], after: [1, 2] })).toThrow(
      'training-ops: meanGain needs a finite number at before[1], got NaN',
    )
    expect(() => meanGain({ before: [1, 2], after: [1] })).toThrow(
      'training-ops: meanGain needs a list as long as before (2) at after, got 1',
    )
    expect(() => pairedT({ before: [1, 2], after: [1, Number.POSITIVE_INFINITY] })).toThrow('after[1]')
  })

  it('name the score that is none of a person who sat one test only', () => {
    expect(() => meanGain({ before: [1, 2, null], after: [2, 3, Number.NaN] })).toThrow('after[2], got NaN')
    expect(() => pairedT({ before: [1, Number.POSITIVE_INFINITY], after: [1, null] })).toThrow('before[1]')
  })

  it('refuse the texts of a spreadsheet, where + joins and does not add', () => {
    const texts = ['20', '40'] as unknown as number[]
    expect(() => meanGain({ before: texts, after: [30, 50] })).toThrow('before[0], got "20"')
    expect(() => meanGain({ before: [30, 50], after: texts })).toThrow('after[0], got "20"')
    const later = [20, 40, '50', null] as unknown as number[]
    for (const figure of [meanGain, pairedT, effectSize, wilcoxonSignedRank]) {
      expect(() => figure({ before: [1, 2, 3, 4], after: later })).toThrow('after[2], got "50"')
      expect(() => figure({ before: later, after: [1, 2, 3, 4] })).toThrow('before[2], got "50"')
      expect(() => figure({ before: [1, 2, null, 4], after: later })).toThrow('after[2], got "50"')
    }
    for (const gain of [classNormalisedGain, normalisedChange])
      expect(() => gain({ before: [10, 20, 30, 40], after: later, max: 50 })).toThrow('after[2], got "50"')
    expect(() => retention({ after: [10, 20, 30, 40], delayed: later })).toThrow('delayed[2], got "50"')
    expect(() => summary(later)).toThrow('numbers[2], got "50"')
    expect(() => oneWayAnova({ groups: [[1, 2], later] })).toThrow('groups[1][2], got "50"')
    expect(() =>
      oneWayAnova({
        groups: [
          [1, 2],
          [3, null as never],
        ],
      }),
    ).toThrow('groups[1][1], got null')
    for (const gain of [classNormalisedGain, normalisedChange])
      expect(() => gain({ before: [10, 20], after: texts, max: 50 })).toThrow('after[0], got "20"')
    expect(() => normalisedChange({ before: [1], after: [2], max: Number.POSITIVE_INFINITY })).toThrow(
      'normalisedChange needs a finite number > 0 at max, got Infinity',
    )
  })
})

describe('the effect of whole scores', () => {
  it('is the same far from 0, to the last bit', () => {
    const near = effectSize({ before: [1, 2, 3, 7], after: [2, 4, 3, 9] })
    const far = 1e13
    expect(
      effectSize({
        before: [1, 2, 3, 7].map((score) => score + far),
        after: [2, 4, 3, 9].map((score) => score + far),
      }),
    ).toEqual(near)
  })

  it('has a correlation of at most 1, so that no standardiser is the root of a negative', () => {
    for (let spread = 1; spread < 200; spread += 1) {
      const before = [1, 2, 4, spread]
      const size = effectSize({
        before,
        after: before.map((score) => 3 * score),
        standardiser: 'repeatedMeasures',
      })
      if (size.status !== 'ok') throw new Error('no size')
      expect(size.correlation).toBeLessThanOrEqual(1)
      expect(size.value).toBeGreaterThanOrEqual(0)
    }
  })

  it('names the score that is missing where one list is shorter', () => {
    expect(() => effectSize({ before: [1, 2], after: [1] })).toThrow(
      'training-ops: effectSize needs a finite number at after[1], got undefined',
    )
    expect(() => effectSize({ before: [1], after: [1, 2] })).toThrow('before[1], got undefined')
    expect(() => effectSize({ before: [1], after: [1], standardiser: 'pooled' as 'before' })).toThrow(
      'effectSize needs one of average, gains, repeatedMeasures, before at standardiser, got "pooled"',
    )
  })
})

describe('normalised gains of the golden class', () => {
  const scores = { before: [20, 40, 60, 90, 100], after: [60, 70, 60, 80, 100], max: 100 }

  it('is .316 for the class and .222 as the mean of individual changes', () => {
    expect(figureOf(classNormalisedGain(scores))).toBeCloseTo(0.3157894736842105, 14)
    expect(normalisedChange(scores)).toMatchObject({ individual: [0.5, 0.5, 0, -1 / 9, null], n: 4 })
    expect(figureOf(normalisedChange(scores))).toBeCloseTo(2 / 9, 14)
  })

  it('has no room above full marks', () => {
    expect(classNormalisedGain({ before: [10, 10], after: [9, 10], max: 10 })).toEqual(
      without('CeilingBaseline'),
    )
  })

  it('may be negative, and says so', () => {
    expect(classNormalisedGain({ before: [50], after: [25], max: 100 })).toEqual({
      status: 'ok',
      value: -0.5,
      n: 1,
      unit: 'ratio',
      variant: { gain: 'ofClass' },
      notes: [{ code: 'NegativeGain' }],
    })
    expect(classNormalisedGain({ before: [50], after: [50], max: 100 })).toEqual({
      status: 'ok',
      value: 0,
      n: 1,
      unit: 'ratio',
      variant: { gain: 'ofClass' },
    })
  })

  it('is of pairs: who lacks a score is left out, of a class or of persons', () => {
    const scores = { before: [20, null, 60, null], after: [60, 70, null, null], max: 100 }
    expect(classNormalisedGain(scores)).toMatchObject({ value: 0.5, n: 1 })
    expect(normalisedChange(scores)).toEqual({
      status: 'ok',
      value: 0.5,
      n: 1,
      unit: 'ratio',
      variant: { gain: 'ofPersons' },
      individual: [0.5, null, null, null],
    })
    const nobody = { before: [null, 3], after: [4, null], max: 10 }
    for (const gain of [classNormalisedGain, normalisedChange])
      expect(gain(nobody)).toEqual(without('TooFewObservations', { need: 1, have: 0 }))
  })

  it('of persons: nothing for 0 or full marks twice, and how many those were', () => {
    expect(normalisedChange({ before: [0, 100, 50], after: [0, 100, 50], max: 100 })).toEqual({
      status: 'ok',
      value: 0,
      n: 1,
      unit: 'ratio',
      variant: { gain: 'ofPersons' },
      notes: [{ code: 'DroppedAtLimits', count: 2 }],
      individual: [null, null, 0],
    })
    expect(normalisedChange({ before: [0, 100], after: [50, 0], max: 100 })).toMatchObject({
      individual: [0.5, -1],
    })
  })

  it('needs marks that can be had', () => {
    for (const gain of [classNormalisedGain, normalisedChange])
      for (const max of [0, -1])
        expect(() => gain({ before: [0], after: [0], max })).toThrow(`a finite number > 0 at max, got ${max}`)
    expect(() => classNormalisedGain({ before: [0, 1], after: [0], max: 1 })).toThrow(
      'training-ops: classNormalisedGain needs a list as long as before (2) at after, got 1',
    )
  })

  it('refuses a score above the maximum', () => {
    expect(() => classNormalisedGain({ before: [5], after: [11], max: 10 })).toThrow(
      'training-ops: classNormalisedGain needs null or 0 to max (10) at after[0], got 11',
    )
    expect(() => normalisedChange({ before: [-1], after: [1], max: 10 })).toThrow('before[0], got -1')
  })
})

describe('pass rate', () => {
  const people = [[true], [false, true], [false], []]

  it('says whether the first or the best attempt counted', () => {
    expect(passRate({ people })).toMatchObject({ value: 1 / 3, n: 3, variant: { attempt: 'first' } })
    expect(passRate({ people, attempt: 'best' })).toMatchObject({ value: 2 / 3, n: 3 })
  })

  it('counts who was absent neither as failed nor as assessed', () => {
    expect(passRate({ people: [[], []] })).toEqual(zero('assessed'))
  })
})

describe('retention', () => {
  it('leaves out who had nothing to keep', () => {
    expect(retention({ after: [80, 0], delayed: [40, 10] })).toEqual({
      status: 'ok',
      value: 0.5,
      n: 1,
      unit: 'ratio',
      notes: [{ code: 'ZeroBaselineLeftOut', count: 1 }],
    })
  })

  it('is of pairs, and counts who sat one test only', () => {
    expect(retention({ after: [80, null, 60, null, 50], delayed: [40, 10, null, null, null] })).toEqual({
      status: 'ok',
      value: 0.5,
      n: 1,
      unit: 'ratio',
      notes: [{ code: 'UnpairedLeftOut', onlyBefore: 2, onlyAfter: 1 }],
    })
    expect(retention({ after: [80], delayed: [40] })).toEqual({
      status: 'ok',
      value: 0.5,
      n: 1,
      unit: 'ratio',
    })
    expect(retention({ after: [null, 3], delayed: [4, null] })).toEqual(
      without('TooFewObservations', { need: 1, have: 0 }),
    )
  })

  it('refuses lists of different length and a score below 0', () => {
    expect(() => retention({ after: [1, 2], delayed: [1] })).toThrow(
      'training-ops: retention needs a list as long as after (2) at delayed, got 1',
    )
    expect(() => retention({ after: [1, 2], delayed: [1, -1] })).toThrow(
      'training-ops: retention needs a number ≥ 0 at delayed[1], got -1',
    )
  })
})

describe('spaced review', () => {
  it('meets the anchors of the study and falls between them', () => {
    expect(spacedReview({ horizonDays: 7 })).toMatchObject({ earliest: 7 * 0.2, latest: 7 * 0.4 })
    expect(spacedReview({ horizonDays: 365 })).toMatchObject({ earliest: 18.25, latest: 36.5 })
    const share = (days: number) => spacedReview({ horizonDays: days }).value / days
    expect(share(30)).toBeLessThan(share(7))
    expect(share(30)).toBeGreaterThan(share(365))
  })

  it('says when it goes beyond them', () => {
    for (const horizonDays of [1000, 365.1, 6.9])
      expect(spacedReview({ horizonDays }).notes).toEqual([{ code: 'Extrapolated' }])
    for (const horizonDays of [7, 100, 365]) expect(spacedReview({ horizonDays })).not.toHaveProperty('notes')
  })

  it('lies half way between earliest and latest', () => {
    const { value, earliest, latest } = spacedReview({ horizonDays: 365 })
    expect(value).toBe((earliest + latest) / 2)
  })

  it('has a horizon that comes', () => {
    for (const horizonDays of [0, -7, Number.POSITIVE_INFINITY])
      expect(() => spacedReview({ horizonDays })).toThrow(
        `training-ops: spacedReview needs a finite number > 0 at horizonDays, got ${horizonDays}`,
      )
  })
})

describe('who lacks a score', () => {
  it('is left out of an effect size, and counted', () => {
    const size = effectSize({ before: [1, 3, 5, null, 9], after: [2, 5, 9, 4, null] })
    expect(size).toMatchObject({
      n: 3,
      notes: [{ code: 'UnpairedLeftOut', onlyBefore: 1, onlyAfter: 1 }],
    })
    expect(effectSize({ before: [1, 3, 5], after: [2, 5, 9] })).not.toHaveProperty('notes')
  })
})

describe('effect size with a control group', () => {
  it('has no unit where nobody differed, and needs two people in a group', () => {
    const alike = { n: 20, meanBefore: 30, meanAfter: 38, deviationBefore: 0 }
    expect(controlledEffectSize({ trained: alike, control: alike })).toEqual(without('NoVariance'))
    const two = { n: 2, meanBefore: 30, meanAfter: 38, deviationBefore: 2 }
    expect(controlledEffectSize({ trained: two, control: { ...two, meanAfter: 30 } })).toMatchObject({
      n: 4,
      variant: { standardiser: 'pooledBefore', correction: 'exact' },
    })
    expect(() => controlledEffectSize({ trained: two, control: { ...two, n: 1 } })).toThrow(
      'controlledEffectSize needs two people at control.n, got 1',
    )
  })

  it('names the field of the group that is wrong', () => {
    const group = { n: 20, meanBefore: 30.6, meanAfter: 38.5, deviationBefore: 15 }
    const of = (wrong: object) => () =>
      controlledEffectSize({ trained: group, control: { ...group, ...wrong } })
    expect(of({ meanBefore: Number.NaN })).toThrow(
      'training-ops: controlledEffectSize needs a finite number at control.meanBefore, got NaN',
    )
    expect(of({ meanAfter: '38.5' })).toThrow('at control.meanAfter, got "38.5"')
    expect(of({ deviationBefore: -1 })).toThrow('a number ≥ 0 at control.deviationBefore, got -1')
    expect(of({ n: 1 })).toThrow('two people at control.n, got 1')
  })

  it('does not look at the spread after the course', () => {
    const trained = { n: 20, meanBefore: 30.6, meanAfter: 38.5, deviationBefore: 15 }
    const control = { n: 20, meanBefore: 23.1, meanAfter: 19.7, deviationBefore: 13.8 }
    expect(figureOf(controlledEffectSize({ trained, control }))).toBeCloseTo(0.7684, 4)
    expect(figureOf(controlledEffectSize({ trained, control, correction: 'approximate' }))).not.toBe(
      figureOf(controlledEffectSize({ trained, control })),
    )
  })
})
