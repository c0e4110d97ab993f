import fc from 'fast-check'
import {
  cronbachAlpha,
  fleissKappa,
  krippendorffAlpha,
  type Measured,
  type MetricResult,
  pooledEffect,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { manyRaters, observers, psychiatrists, vaccine } from '../../scripts/validate/many-raters.ts'
import { figureOf } from './figures.ts'

const measuredOf = (result: MetricResult): Measured => {
  if (result.status !== 'ok') throw new Error(JSON.stringify(result))
  return result
}
const noteOf = (result: MetricResult, code: string) =>
  measuredOf(result).notes?.find((note) => note.code === code)

it('the published figures are reproduced', () => {
  expect(manyRaters().filter(({ verdict }) => verdict !== 'agrees')).toEqual([])
})

describe('many raters', () => {
  it('κ of Fleiss: the interval by Gwet’s variance, none where all agree, and errors by their place', () => {
    const { interval, n } = measuredOf(fleissKappa({ counts: psychiatrists }))
    expect(n).toBe(30)
    expect(interval?.low).toBeCloseTo(0.3193952506, 9)
    expect(interval?.high).toBeCloseTo(0.5410937895, 9)
    const alike = measuredOf(
      fleissKappa({
        counts: [
          [3, 0],
          [0, 3],
          [3, 0],
        ],
      }),
    )
    expect(alike).toMatchObject({ value: 1, notes: [{ code: 'NoIntervalFullAgreement' }] })
    expect(alike.interval).toBeUndefined()
    expect(
      fleissKappa({
        counts: [
          [3, 0],
          [3, 0],
        ],
      }),
    ).toMatchObject({ reason: { code: 'ZeroDenominator' } })
    expect(fleissKappa({ counts: [[3, 0]] })).toMatchObject({ reason: { code: 'TooFewObservations' } })
    expect(() =>
      fleissKappa({
        counts: [
          [3, 0],
          [1, 1],
        ],
      }),
    ).toThrow('fleissKappa needs 3 ratings at counts[1], got 2')
    expect(() => fleissKappa({ counts: [[3, 0], [3]] })).toThrow('needs 2 categories at counts[1], got 1')
  })

  it('α of Krippendorff of whole numbers without gaps is not changed by the order of raters or by a case rated once', () => {
    const rating = fc.integer({ min: 1, max: 4 })
    const rows = fc.array(fc.tuple(rating, rating, rating), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(rows, fc.constantFrom('nominal', 'ordinal', 'interval', 'ratio'), (ratings, level) => {
        const alpha = krippendorffAlpha({ ratings, level })
        const other = [...ratings.map(([a, b, c]) => [c, a, b]), [1, null, null]]
        const again = krippendorffAlpha({ ratings: other, level })
        expect(again.status).toBe(alpha.status)
        if (alpha.status === 'ok') expect(figureOf(again)).toBeCloseTo(alpha.value, 12)
      }),
      { numRuns: 60 },
    )
    expect(noteOf(krippendorffAlpha({ ratings: observers }), 'NoIntervalNeedsResampling')).toBeDefined()
    expect(krippendorffAlpha({ ratings: [[1, null]] })).toMatchObject({
      reason: { code: 'TooFewObservations' },
    })
    expect(
      krippendorffAlpha({
        ratings: [
          [1, 1],
          [1, 1],
        ],
      }),
    ).toMatchObject({ reason: { code: 'NoVariance' } })
    expect(() => krippendorffAlpha({ ratings: [[1, -1]], level: 'ratio' })).toThrow(
      'a number ≥ 0 at ratings[0][1]',
    )
  })
})

describe('α of answers with gaps', () => {
  const scores = [
    [1, 2, 2],
    [3, 4, null],
    [5, 5, 6],
    [2, null, 3],
    [4, 4, 4],
    [2, 3, 1],
  ]

  it('is of the people without a gap, or of all answers, as is said', () => {
    const complete = scores.filter((row) => !row.includes(null))
    const listwise = measuredOf(cronbachAlpha({ scores }))
    expect(listwise.value).toBe(figureOf(cronbachAlpha({ scores: complete })))
    expect(listwise).toMatchObject({ n: 4, variant: { missing: 'listwise' } })
    const pairwise = measuredOf(cronbachAlpha({ scores, missing: 'pairwise' }))
    // R: C <- cov(scores, use = "pairwise"); 3 / 2 * (1 - sum(diag(C)) / sum(C)).
    expect(pairwise.value).toBeCloseTo(0.9945141066, 9)
    expect(pairwise).toMatchObject({ n: 4, variant: { missing: 'pairwise' } })
    expect(noteOf(pairwise, 'PairwiseAnswers')).toMatchObject({ people: 6, fewest: 4 })
    expect(figureOf(cronbachAlpha({ scores: complete, missing: 'pairwise' }))).toBe(listwise.value)
  })

  it('needs two people for each pair of items', () => {
    expect(
      cronbachAlpha({
        scores: [
          [1, null],
          [null, 2],
          [3, 4],
        ],
        missing: 'pairwise',
      }),
    ).toEqual({
      status: 'undefined',
      reason: { code: 'TooFewObservations', need: 2, have: 1 },
    })
  })
})

describe('a pooled effect', () => {
  it.each([
    ['reml', 'hartungKnapp', -0.714532342158, -1.108443713686, -0.320620970631, -1.996016834, 0.56695215],
    ['reml', 'normal', -0.714532342158, -1.06689763881, -0.362167045506, -1.866692218, 0.437627534],
    [
      'dersimonianLaird',
      'hartungKnapp',
      -0.714117222073,
      -1.107821354168,
      -0.320413089978,
      -1.987206963,
      0.558972519,
    ],
    [
      'dersimonianLaird',
      'normal',
      -0.714117222073,
      -1.06444528008,
      -0.363789164062,
      -1.858153753,
      0.429919309,
    ],
  ] as const)(
    'of the BCG trials by %s and %s is metafor’s',
    (spread, interval, value, low, high, from, to) => {
      const pooled = measuredOf(pooledEffect({ studies: vaccine, spread, interval }))
      expect(pooled.value).toBeCloseTo(value, 9)
      expect(pooled.interval?.low).toBeCloseTo(low, 9)
      expect(pooled.interval?.high).toBeCloseTo(high, 9)
      const prediction = noteOf(pooled, 'PredictionInterval') as unknown as { low: number; high: number }
      expect(prediction.low).toBeCloseTo(from, 7)
      expect(prediction.high).toBeCloseTo(to, 7)
      expect(noteOf(pooled, 'Heterogeneity')).toMatchObject({ degreesOfFreedom: 12 })
    },
  )

  it('of programs that are all alike has no interval, of two no prediction, of one nothing', () => {
    const one = { effect: 0.5, variance: 0.1 }
    expect(noteOf(pooledEffect({ studies: [one, one] }), 'NoIntervalWithoutSpread')).toBeDefined()
    const two = pooledEffect({ studies: [one, { effect: 0.7, variance: 0.2 }] })
    expect(noteOf(two, 'PredictionInterval')).toBeUndefined()
    expect(pooledEffect({ studies: [one] })).toMatchObject({
      reason: { code: 'TooFewObservations', need: 2 },
    })
    expect(() => pooledEffect({ studies: [one, { effect: 1, variance: 0 }] })).toThrow(
      'pooledEffect needs a number > 0 at studies[1].variance, got 0',
    )
  })
})
