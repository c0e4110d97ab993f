import { readFileSync } from 'node:fs'
import {
  classNormalisedGain,
  controlGroupDifference,
  cronbachAlpha,
  hedgesCorrection,
  itemDistribution,
  meanGain,
  responseRate,
  subscaleScores,
  summary,
  testReliability,
  topTwoBox,
  tTestOf,
} from 'training-ops/metrics'
import { describe, expect, it, test } from 'vitest'
import { column, groupedBy, readCsv, readNumbers } from '../../scripts/validate/read.ts'
import { digitsRight, publishedIsOff, rounded, significant } from '../../scripts/validate/row.ts'
import { validation } from '../../scripts/validate/sets.ts'
import { tableOf } from '../../scripts/validate/table.ts'
import { figureOf } from './figures.ts'

const folder = process.env.TRAINING_OPS_DATA ?? ''
const published = test.skipIf(folder === '')
const unset = folder === '' ? ' (skipped: TRAINING_OPS_DATA is not set)' : ''
const fivePoints = { min: 1, max: 5 }

describe('a row of the validation', () => {
  it('compares as far as the print goes', () => {
    expect(rounded('x', 'y', '0.77', 0.7684).verdict).toBe('agrees')
    expect(rounded('x', 'y', '0.77', 0.7649).verdict).toBe('MISS')
    expect(rounded('x', 'y', '1,794', 1794.3).verdict).toBe('agrees')
    expect(rounded('x', 'y', '0.77', null).verdict).toBe('MISS')
  })

  it('misses when a figure said to be off is not, or when ours is', () => {
    expect(publishedIsOff('x', 'y', '2.76', 2.7536, '2.7536', 'why').verdict).toBe('published is off')
    expect(publishedIsOff('x', 'y', '2.75', 2.7536, '2.7536', 'why').verdict).toBe('MISS')
    expect(publishedIsOff('x', 'y', '2.76', 2.8, '2.7536', 'why').verdict).toBe('MISS')
  })

  it('counts significant digits', () => {
    expect(digitsRight(1.0000001, 1)).toBeCloseTo(7, 6)
    expect(significant('x', 'y', '0.1', 0.1000001, 13).verdict).toBe('MISS')
    expect(significant('x', 'y', '0.1', 0.1, 13).verdict).toBe('agrees')
  })

  it('is printed with its verdict', () => {
    expect(tableOf([rounded('sleep', 'paired t', '4.06', 5)])).toMatch(/sleep +paired t +4\.06 +5 +MISS/)
  })
})

describe(`published figures${unset}`, () => {
  published('are all reproduced, and those that are off are known', () => {
    const rows = validation(folder)
    expect(rows.filter(({ verdict }) => verdict === 'MISS')).toEqual([])
    expect(rows.filter(({ verdict }) => verdict === 'published is off').map(({ figure }) => figure)).toEqual([
      'difference-in-differences',
      'class gain',
      'participants, millions',
    ])
  })

  published('come from every set of the README that publishes one', () => {
    const readme = readFileSync(`${folder}/README.md`, 'utf8')
    const sets = [...readme.matchAll(/^\| `([^`]+)` \|/gm)].map(([, set]) => set as string)
    const onDocuments = ['xapi-1.0.3', 'icalendar', 'openbadges', 'peer-vectors']
    const seen = new Set(validation(folder).map(({ set }) => set.split(' ')[0]))
    const rowsFor = (set: string) => seen.has(set === 'nist-strd' ? 'nist' : set)
    expect(sets.length).toBeGreaterThan(15)
    expect(sets.filter((set) => !onDocuments.includes(set) && !rowsFor(set))).toEqual([])
  })
})

describe(`traps of the published data${unset}`, () => {
  published('sleep: treating the pairs as independent gives t −1.86, and the sign is the direction', () => {
    const rows = readCsv(folder, 'sleep/sleep.csv')
    const first = column(
      rows.filter(({ group }) => group === '1'),
      'extra',
    )
    const second = column(
      rows.filter(({ group }) => group === '2'),
      'extra',
    )
    const independent = controlGroupDifference({ treated: first, control: second, assigned: 'units' })
    expect(tTestOf(independent)?.t).toBeCloseTo(-1.86, 2)
    expect(figureOf(meanGain({ before: first, after: second }))).toBeCloseTo(1.58, 12)
    expect(figureOf(meanGain({ before: second, after: first }))).toBeCloseTo(-1.58, 12)
  })

  published('baumann: tests with different maxima are refused where the maximum is known', () => {
    const rows = readCsv(folder, 'baumann-reading/baumann.csv')
    const [before, after] = [column(rows, 'pretest.1'), column(rows, 'post.test.3')]
    const most = Math.max(...before)
    expect(Math.max(...after)).toBeGreaterThan(2 * most)
    expect(() => classNormalisedGain({ before, after, max: most })).toThrow(
      `null or 0 to max (${most}) at after[0]`,
    )
  })

  published('morris2008: exact and approximate small-sample correction differ in the 4th digit', () => {
    const df = 38
    const difference = Math.abs(hedgesCorrection({ df }) - hedgesCorrection({ df, form: 'approximate' }))
    expect(difference).toBeGreaterThan(1e-5)
    expect(difference).toBeLessThan(1e-4)
    const off = validation(folder).filter(
      ({ set, remark }) => set === 'morris2008' && remark === 'exact correction',
    )
    expect(off).toHaveLength(5)
  })

  published('nsw: the published SE is the pooled one, 633; Welch gives 671', () => {
    const people = readNumbers(folder, 'nsw-dehejia-wahba/nsw_dehejia_wahba_1999_445.csv')
    const earnings = (treated: number) =>
      people.filter(([arm]) => arm === treated).map((row) => row[9] as number)
    const errorOf = (standardError: 'pooled' | 'welch') =>
      tTestOf(
        controlGroupDifference({
          treated: earnings(1),
          control: earnings(0),
          standardError,
          assigned: 'units',
        }),
      )?.standardError
    expect(errorOf('pooled')).toBeCloseTo(632.853, 3)
    expect(errorOf('welch')).toBeCloseTo(670.997, 3)
  })

  published('lsat6: KR-20 equals α only with one variance divisor, and α can be as low as .295', () => {
    const scores = readNumbers(folder, 'lsat6/lsat6.csv')
    const alpha = figureOf(cronbachAlpha({ scores }))
    expect(alpha).toBeLessThan(0.3)
    expect(figureOf(testReliability({ scores }))).toBe(alpha)
    const n = scores.length
    const pq = [0, 1, 2, 3, 4].map((item) => {
      const right = scores.filter((row) => row[item] === 1).length / n
      return right * (1 - right)
    })
    const totals = summary(scores.map((row) => row.reduce((sum, score) => sum + score, 0)))
    const sampleVariance = totals.status === 'ok' ? (totals.standardDeviation ?? 0) ** 2 : 0
    const mixed = (5 / 4) * (1 - pq.reduce((sum, variance) => sum + variance, 0) / sampleVariance)
    const oneDivisor =
      (5 / 4) * (1 - pq.reduce((sum, variance) => sum + variance, 0) / ((sampleVariance * (n - 1)) / n))
    expect(oneDivisor).toBeCloseTo(alpha, 12)
    expect(Math.abs(mixed - alpha)).toBeGreaterThan(5e-4)
  })

  published('normalized-gain: the class gain and the mean of individual gains are two statistics', () => {
    const rows = validation(folder).filter(({ set }) => set === 'normalized-gain')
    expect(rows.map(({ published: printed }) => printed)).toEqual(['0.73', '0.736', '71.01'])
  })

  published('turkiye-eval: the mean of instructor means is not the grand mean', () => {
    const rows = readNumbers(folder, 'turkiye-eval/turkiye-student-evaluation_generic.csv')
    const everyItem = Array.from({ length: 28 }, (_, item) => item)
    const meanOf = (group: readonly (readonly number[])[]) =>
      figureOf(
        subscaleScores({
          answers: group.map((row) => row.slice(5)),
          subscales: { all: everyItem },
          scale: fivePoints,
        }).all,
      )
    const byInstructor = [...groupedBy(rows, ([instructor]) => String(instructor)).values()].map(meanOf)
    expect(byInstructor).toHaveLength(3)
    const meanOfMeans = figureOf(summary(byInstructor))
    expect(Math.abs(meanOfMeans - meanOf(rows))).toBeGreaterThan(0.05)
  })

  published('turkiye-eval: top-two-box and mean are read from one histogram', () => {
    const answers = readNumbers(folder, 'turkiye-eval/turkiye-student-evaluation_generic.csv').map(
      (row) => row[5] ?? null,
    )
    const item = itemDistribution({ answers, scale: fivePoints })
    if (item.status !== 'ok') throw new Error('no distribution')
    const topTwo = item.histogram.slice(-2).reduce((sum, { count }) => sum + count, 0)
    expect(figureOf(topTwoBox({ answers, scale: fivePoints }))).toBe(topTwo / item.n)
  })

  published('teaching-ratings: the mean of rates is not the pooled rate', () => {
    const courses = readCsv(folder, 'teaching-ratings/teaching_ratings.csv')
    const total = (name: string) => column(courses, name).reduce((sum, value) => sum + value, 0)
    const pooled = figureOf(responseRate({ eligible: total('allstudents'), valid: total('students') }))
    expect(Math.abs(100 * pooled - 74.428)).toBeGreaterThan(5)
  })

  published('nist: a one-pass variance fails on NumAcc3 and NumAcc4, ours does not', () => {
    for (const set of ['NumAcc3', 'NumAcc4']) {
      const numbers = (
        readFileSync(`${folder}/nist-strd/${set}.dat`, 'utf8')
          .split(/-{6,}\s*\n/)
          .at(-1) ?? ''
      )
        .trim()
        .split(/\s+/)
        .map(Number)
      const n = numbers.length
      expect(n).toBe(1001)
      const sum = numbers.reduce((all, value) => all + value, 0)
      const squares = numbers.reduce((all, value) => all + value * value, 0)
      const onePass = (squares - (sum * sum) / n) / (n - 1)
      expect(digitsRight(onePass, 0.01)).toBeLessThan(4)
      const tenths = summary(numbers.map((value) => Math.round(value * 10)))
      expect(tenths).toMatchObject({ standardDeviation: 1 })
    }
  })
})
