import fc from 'fast-check'
import {
  classNormalisedGain,
  classNormalisedGainAccumulator,
  effectSize,
  effectSizeAccumulator,
  itemDifficultyAccumulator,
  itemDiscrimination,
  itemDiscriminationAccumulator,
  meanGain,
  meanGainAccumulator,
  type PairedScore,
  pairedT,
  pairedTAccumulator,
  passRate,
  passRateAccumulator,
  raterReliabilityAccumulator,
  standardErrorOfMeasurement,
  standardErrorOfMeasurementAccumulator,
  testReliability,
  testReliabilityAccumulator,
  tTestOf,
  wilcoxonSignedRank,
  wilcoxonSignedRankAccumulator,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { obeysTheLawsOfAccumulators } from '../accumulator-laws.ts'

const score = fc.option(fc.integer({ min: 0, max: 100 }))
const person = fc.record({ before: score, after: score })
const attempts = fc.array(fc.boolean(), { maxLength: 3 })
const listsOf = (people: readonly PairedScore[]) => ({
  before: people.map(({ before }) => before),
  after: people.map(({ after }) => after),
})

describe('figures of level 2 add up across sites', () => {
  obeysTheLawsOfAccumulators('mean gain', meanGainAccumulator, person, (people) => meanGain(listsOf(people)))
  obeysTheLawsOfAccumulators('paired t', pairedTAccumulator, person, (people) => pairedT(listsOf(people)))
  obeysTheLawsOfAccumulators(
    'effect size',
    () => effectSizeAccumulator(),
    person,
    (people) => effectSize(listsOf(people)),
  )
  const half = fc.option(fc.integer({ min: 0, max: 200 }).map((points) => points / 10))
  obeysTheLawsOfAccumulators(
    'effect size of decimals',
    () => effectSizeAccumulator({ standardiser: 'gains', correction: 'none' }),
    fc.record({ before: half, after: half }),
    (people) => effectSize({ ...listsOf(people), standardiser: 'gains', correction: 'none' }),
  )
  obeysTheLawsOfAccumulators(
    'signed ranks',
    () => wilcoxonSignedRankAccumulator(),
    person,
    (people) => wilcoxonSignedRank(listsOf(people)),
  )
  obeysTheLawsOfAccumulators(
    'reliability of a test',
    () => testReliabilityAccumulator({ items: 3 }),
    fc.array(fc.option(fc.integer({ min: 0, max: 2 })), { minLength: 3, maxLength: 3 }),
  )
  obeysTheLawsOfAccumulators(
    'standard error of measurement',
    () => standardErrorOfMeasurementAccumulator({ items: 3 }),
    fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
    (scores) => standardErrorOfMeasurement({ scores }),
  )
  obeysTheLawsOfAccumulators(
    'item discrimination',
    () => itemDiscriminationAccumulator({ item: 1, items: 3 }),
    fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { freq: 9 }), { minLength: 3, maxLength: 3 }),
    (scores) => itemDiscrimination({ scores, item: 1 }),
  )
  obeysTheLawsOfAccumulators(
    'class normalised gain',
    () => classNormalisedGainAccumulator({ max: 100 }),
    person,
    (people) => classNormalisedGain({ ...listsOf(people), max: 100 }),
  )
  obeysTheLawsOfAccumulators(
    'pass rate',
    () => passRateAccumulator({ attempt: 'best' }),
    attempts,
    (people) => passRate({ people, attempt: 'best' }),
  )
  obeysTheLawsOfAccumulators('item difficulty', () => itemDifficultyAccumulator({ max: 100 }), score)
})

it('how many items or raters there are is a whole number', () => {
  expect(() => testReliabilityAccumulator({ items: '3' as never })).toThrow(
    'testReliabilityAccumulator needs a whole number ≥ 0 at items, got "3"',
  )
  expect(() => raterReliabilityAccumulator({ raterCount: 2.5 })).toThrow('at raterCount, got 2.5')
})

it('an item discriminates among a stream of people only by whole scores, and rows of the test', () => {
  const { lift } = itemDiscriminationAccumulator({ item: 1, items: 3 })
  expect(() => lift([1, 0.5, 2])).toThrow('null or a whole number at row[1], got 0.5')
  expect(() => lift([1, 2])).toThrow('3 items at row, got 2')
  expect(() => effectSizeAccumulator({ correction: 'some' as 'none' })).toThrow('correction, got "some"')
})

it('a test is as reliable by a stream of people as by all of them, KR-20 or not', () => {
  const { combine, empty, extract, lift } = testReliabilityAccumulator({ items: 3 })
  const row = (most: number) => fc.array(fc.integer({ min: 0, max: most }), { minLength: 3, maxLength: 3 })
  const test = fc.oneof(fc.array(row(1), { minLength: 2 }), fc.array(row(2), { minLength: 2 }))
  fc.assert(
    fc.property(test, (scores) => {
      expect(extract(scores.map(lift).reduce(combine, empty))).toStrictEqual(testReliability({ scores }))
    }),
  )
})

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
  minLength: 3,
  maxLength: 12,
})
const scoresOf = (people: readonly (readonly [number, number])[], scale = 1) => ({
  before: people.map(([before]) => before * scale),
  after: people.map(([, after]) => after * scale),
})

describe('what must hold of gains, whatever the scores', () => {
  it('d_rm is d_z × √(2(1 − r))', () => {
    fc.assert(
      fc.property(pairs, (people) => {
        const input = { ...scoresOf(people), correction: 'none' } as const
        const size = effectSize({ ...input, standardiser: 'repeatedMeasures' })
        if (size.status !== 'ok') return
        expect(size.value).toBeCloseTo(size.dz * Math.sqrt(2 * (1 - size.correlation)), 9)
        expect(Math.abs(size.correlation)).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  it('the class gain does not care whether marks are out of 50 or out of 150', () => {
    fc.assert(
      fc.property(pairs, (people) => {
        const of50 = classNormalisedGain({ ...scoresOf(people), max: 50 })
        const of150 = classNormalisedGain({ ...scoresOf(people, 3), max: 150 })
        if (of50.status !== 'ok' || of150.status !== 'ok') return expect(of150).toEqual(of50)
        expect(of150.value).toBeCloseTo(of50.value, 12)
      }),
    )
  })

  it('the interval of a mean gain holds it, and t turns with the direction', () => {
    fc.assert(
      fc.property(pairs, (people) => {
        const scores = scoresOf(people)
        const gain = meanGain(scores)
        if (gain.status !== 'ok' || gain.interval === undefined) throw new Error('no interval')
        expect(gain.interval.low).toBeLessThanOrEqual(gain.value)
        expect(gain.interval.high).toBeGreaterThanOrEqual(gain.value)
        const [there, back] = [pairedT(scores), pairedT({ before: scores.after, after: scores.before })]
        if (there.status !== 'ok' || back.status !== 'ok') return
        expect(back.value + there.value).toBe(0)
        expect(tTestOf(there)?.p).toBeGreaterThanOrEqual(0)
        expect(tTestOf(back)?.p).toBe(tTestOf(there)?.p)
      }),
    )
  })

  it('adding a constant to everybody changes no test', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -1000, max: 1_000_000_000 }), (people, constant) => {
        const moved = people.map(([before, after]) => [before + constant, after + constant] as const)
        expect(pairedT(scoresOf(moved))).toEqual(pairedT(scoresOf(people)))
      }),
    )
  })
})
