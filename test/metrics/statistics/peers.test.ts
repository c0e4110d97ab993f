import { createRequire } from 'node:module'
import * as simple from 'simple-statistics'
import {
  chiSquaredCdf,
  controlGroupDifference,
  cronbachAlpha,
  fCdf,
  itemDistribution,
  normalCdf,
  normalQuantile,
  oneWayAnova,
  pairedT,
  studentTCdf,
  studentTQuantile,
  studentTUpperTail,
  summary,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { figureOf } from '../figures.ts'
import { noteOf } from '../results/figure.ts'

type Peer = {
  readonly studentt: { cdf: (t: number, df: number) => number; inv: (p: number, df: number) => number }
  readonly normal: {
    cdf: (z: number, mean: number, sd: number) => number
    inv: (p: number, m: number, sd: number) => number
  }
  readonly chisquare: { cdf: (x: number, df: number) => number }
  readonly centralF: { cdf: (f: number, df1: number, df2: number) => number }
  readonly anovafscore: (groups: readonly (readonly number[])[]) => number
  readonly quartiles: (numbers: readonly number[]) => number[]
  readonly stdev: (numbers: readonly number[], sample: boolean) => number
  readonly mean: (numbers: readonly number[]) => number
}
const jstat = createRequire(import.meta.url)('jstat') as Peer

const scores = [52, 61, 70, 48, 83, 77, 90, 65]
const later = [60, 66, 75, 47, 91, 80, 95, 71]
const pairedOf = (x: readonly number[], mu: number) => pairedT({ before: x.map(() => mu), after: x })

describe('where simple-statistics is right we agree', () => {
  it('mean and sample standard deviation', () => {
    const described = summary(scores)
    expect(figureOf(described)).toBeCloseTo(simple.mean(scores), 12)
    expect(described).toMatchObject({
      standardDeviation: expect.closeTo(simple.sampleStandardDeviation(scores), 12),
    })
  })

  it('pooled two-sample t (peer vectors)', () => {
    for (const [x, y, published] of [
      [[1, 2, 3, 4], [3, 4, 5, 6], -2.1908902300206643],
      [[1, 2, 3, 4], [3, 4, 5, 6, 1, 2, 0], -0.4165977904505309],
    ] as const) {
      const difference = controlGroupDifference({
        treated: x,
        control: y,
        standardError: 'pooled',
        assigned: 'units',
      })
      if (difference.status !== 'ok') throw new Error('no difference')
      const { t } = noteOf(difference, 'TTest')
      expect(t).toBeCloseTo(published, 12)
      expect(t).toBeCloseTo(simple.tTestTwoSample([...x], [...y]) ?? Number.NaN, 12)
    }
  })
})

describe('where jstat is right we agree', () => {
  it('one-way analysis of variance (peer vectors)', () => {
    const groups = [
      [433.579, 471.484, 487.407, 518.166, 444.534, 434.615, 447.401, 525.873, 421.322, 425.949],
      [356.139, 315.869, 327.203, 335.308, 332.547, 336.871, 353.809, 333.462, 349.203, 340.051],
    ]
    expect(figureOf(oneWayAnova({ groups }))).toBeCloseTo(94.76896135161758, 10)
    expect(figureOf(oneWayAnova({ groups }))).toBeCloseTo(jstat.anovafscore(groups), 9)
  })

  it('the middle of the distributions', () => {
    expect(normalCdf(1.2)).toBeCloseTo(jstat.normal.cdf(1.2, 0, 1), 12)
    expect(studentTCdf({ t: 1.2, df: 9 })).toBeCloseTo(jstat.studentt.cdf(1.2, 9), 7)
    expect(chiSquaredCdf({ x: 3, df: 4 })).toBeCloseTo(jstat.chisquare.cdf(3, 4), 7)
    expect(fCdf({ f: 1.7, df1: 3, df2: 20 })).toBeCloseTo(jstat.centralF.cdf(1.7, 3, 20), 7)
    expect(normalQuantile({ probability: 0.9 })).toBeCloseTo(jstat.normal.inv(0.9, 0, 1), 9)
    expect(studentTQuantile({ probability: 0.975, df: 9 })).toBeCloseTo(jstat.studentt.inv(0.975, 9), 6)
  })

  it('the sample standard deviation and a paired t made of it', () => {
    const gains = later.map((score, person) => score - (scores[person] ?? 0))
    const t = jstat.mean(gains) / (jstat.stdev(gains, true) / Math.sqrt(gains.length))
    expect(figureOf(pairedT({ before: scores, after: later }))).toBeCloseTo(t, 12)
  })
})

describe('where the peers are wrong, and we do not follow', () => {
  it("simple-statistics' one-sample t divides by n: .1649 where R says .1506", () => {
    const x = [1, 2, 3, 4, 5, 6]
    expect(simple.tTest(x, 3.385)).toBeCloseTo(0.1649415480881466, 12)
    expect(figureOf(pairedOf(x, 3.385))).toBeCloseTo(0.15057, 5)
  })

  it("jstat's median of 1…6 is 3; the mean of our distribution is 3.5, and so is the median", () => {
    expect(jstat.quartiles([1, 2, 3, 4, 5, 6])[1]).toBe(3)
    expect(simple.median([1, 2, 3, 4, 5, 6])).toBe(3.5)
    expect(figureOf(itemDistribution({ answers: [1, 2, 3, 4, 5, 6], scale: { min: 1, max: 6 } }))).toBe(3.5)
  })

  it("simple-statistics' normal is a table of two decimals of z", () => {
    expect(simple.cumulativeStdNormalProbability(0.6745)).toBe(simple.cumulativeStdNormalProbability(0.67))
    expect(normalCdf(0.6745)).toBeGreaterThan(normalCdf(0.67))
  })

  it("jstat's tails end where one minus a probability does", () => {
    expect(1 - jstat.studentt.cdf(100, 9)).not.toBeCloseTo(studentTUpperTail({ t: 100, df: 9 }), 17)
    expect(studentTUpperTail({ t: 100, df: 9 })).toBeGreaterThan(0)
  })
})

describe('what no peer offers', () => {
  it('α keeps its digits when every score is moved by a million', () => {
    const rows = scores.map((score, person) => [score, later[person] ?? 0, score % 7])
    const moved = rows.map((row) => row.map((score) => score + 1_000_000))
    expect(figureOf(cronbachAlpha({ scores: moved }))).toBe(figureOf(cronbachAlpha({ scores: rows })))
  })
})
