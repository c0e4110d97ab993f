import fc from 'fast-check'
import {
  accumulate,
  cronbachAlpha,
  itemDifficulty,
  itemDifficultyAccumulator,
  itemDiscrimination,
  itemDiscriminationAccumulator,
  standardErrorOfMeasurement,
  testReliability,
  upperLowerDiscrimination,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { figureOf, without } from '../figures.ts'

/** Eight people, five items: the golden test. */
const scores = [
  [1, 1, 1, 1, 1],
  [1, 1, 1, 1, 0],
  [1, 1, 1, 0, 0],
  [1, 1, 0, 1, 0],
  [1, 0, 1, 0, 0],
  [0, 1, 0, 0, 0],
  [1, 0, 0, 0, 1],
  [0, 0, 0, 0, 0],
]
const items = [0, 1, 2, 3, 4]

describe('item difficulty', () => {
  it('gives the golden values', () => {
    const difficulties = items.map((item) =>
      figureOf(itemDifficulty({ scores: scores.map((row) => row[item] ?? null), max: 1 })),
    )
    expect(difficulties).toEqual([0.75, 0.625, 0.5, 0.375, 0.25])
  })

  it('treats an item not reached as told', () => {
    const input = { scores: [1, 0, null, null], max: 1 }
    expect(itemDifficulty(input)).toMatchObject({ value: 0.5, n: 2, variant: { notReached: 'leftOut' } })
    expect(itemDifficulty({ ...input, notReached: 'wrong' })).toMatchObject({ value: 0.25, n: 4 })
    expect(itemDifficulty({ scores: [null], max: 1 })).toEqual(
      without('TooFewObservations', { need: 1, have: 0 }),
    )
  })

  it('is a share of the points of the item, of a list as of a stream', () => {
    const points = [0, 2, 4, null]
    for (const [notReached, value, n] of [
      ['leftOut', 0.5, 3],
      ['wrong', 0.375, 4],
    ] as const) {
      const whole = itemDifficulty({ scores: points, max: 4, notReached })
      expect(whole).toMatchObject({ value, n })
      const stream = itemDifficultyAccumulator({ max: 4, notReached })
      expect(stream.extract(accumulate(stream, points))).toEqual(whole)
    }
  })

  it('refuses a maximum that is none, points below 0, and in a stream a fraction', () => {
    for (const max of [0, -1, Number.POSITIVE_INFINITY])
      expect(() => itemDifficulty({ scores: [], max })).toThrow(`a finite number > 0 at max, got ${max}`)
    expect(() => itemDifficulty({ scores: [-1], max: 1 })).toThrow('0 to max (1) at scores[0], got -1')
    expect(() => itemDifficultyAccumulator({ max: 4 }).lift(1.5)).toThrow(
      'training-ops: itemDifficultyAccumulator needs a whole number at score, got 1.5',
    )
  })

  it('refuses more points than the item has', () => {
    expect(() => itemDifficulty({ scores: [0, 2], max: 1 })).toThrow(
      'training-ops: itemDifficulty needs null or 0 to max (1) at scores[1], got 2',
    )
  })
})

describe('item discrimination', () => {
  it.each([
    ['itemRest', [0.601929, 0.330734, 0.408248, 0.581318, 0.103695]],
    ['itemTotal', [0.7698, 0.602464, 0.666667, 0.774597, 0.3849]],
  ] as const)('gives the golden values: %s', (index, golden) => {
    for (const item of items)
      expect(figureOf(itemDiscrimination({ scores, item, index }))).toBeCloseTo(golden[item] ?? Number.NaN, 6)
  })

  it('of an item everybody solves is undefined, not 0', () => {
    const everybodySolvesTheFirst = scores.map(([, ...rest]) => [1, ...rest])
    expect(itemDiscrimination({ scores: everybodySolvesTheFirst, item: 0 })).toEqual(without('NoVariance'))
  })

  it('of an item worth a tenth to everybody is undefined too, whatever its last bit', () => {
    const tenths = scores.map(([, ...rest]) => [0.1, ...rest])
    expect(itemDiscrimination({ scores: tenths, item: 0 })).toEqual(without('NoVariance'))
  })

  it('names the score that is none and the item that is not there', () => {
    expect(() => itemDiscrimination({ scores: [[1, Number.NaN]], item: 0 })).toThrow('scores[0][1], got NaN')
    expect(() => itemDiscrimination({ scores, item: 5 })).toThrow(
      'training-ops: itemDiscrimination needs a column from 0 to 4 at item, got 5',
    )
  })

  it('is corrected because an item always correlates with a total that contains it', () => {
    for (const item of items)
      expect(figureOf(itemDiscrimination({ scores, item }))).toBeLessThan(
        figureOf(itemDiscrimination({ scores, item, index: 'itemTotal' })),
      )
  })
})

describe('item discrimination at its edges', () => {
  it('needs two people, who differ in the item and in the rest', () => {
    expect(itemDiscrimination({ scores: [[1, 0]], item: 0 })).toEqual(
      without('TooFewObservations', { need: 2, have: 1 }),
    )
    const [right, wrong] = [
      [1, 3],
      [0, 2],
    ]
    expect(itemDiscrimination({ scores: [right, wrong] as number[][], item: 0 })).toEqual({
      status: 'ok',
      value: 1,
      n: 2,
      unit: 'coefficient',
      variant: { index: 'itemRest' },
    })
    const alikeInTheRest = [
      [1, 3],
      [0, 3],
    ]
    expect(itemDiscrimination({ scores: alikeInTheRest, item: 0 })).toEqual(without('NoVariance'))
  })

  it('says the same of a stream, with the item in the total or without', () => {
    for (const index of ['itemRest', 'itemTotal'] as const) {
      const stream = itemDiscriminationAccumulator({ item: 1, items: 5, index })
      expect(stream.extract(accumulate(stream, scores))).toEqual(
        itemDiscrimination({ scores, item: 1, index }),
      )
    }
  })
})

describe('upper–lower discrimination', () => {
  it('looks at thirty people, whatever the order they are in', () => {
    const thirty = Array.from({ length: 30 }, (_, rank) => [rank >= 15 ? 1 : 0, rank])
    const shuffled = thirty.map((_, at) => thirty[(at * 7) % 30] as number[])
    for (const some of [thirty, shuffled])
      expect(upperLowerDiscrimination({ scores: some, item: 0 })).toMatchObject({ value: 1, n: 30 })
  })

  const hundred = Array.from({ length: 100 }, (_, rank) => [rank >= 50 ? 1 : 0, rank])

  it('compares best and worst from thirty people on', () => {
    expect(upperLowerDiscrimination({ scores, item: 0 })).toEqual(
      without('TooFewObservations', { need: 30, have: 8 }),
    )
    expect(upperLowerDiscrimination({ scores: hundred, item: 0 })).toEqual({
      status: 'ok',
      value: 1,
      n: 100,
      unit: 'coefficient',
      variant: { index: 'upperLower' },
    })
    expect(figureOf(upperLowerDiscrimination({ scores: hundred, item: 0, max: 4 }))).toBe(0.25)
    expect(upperLowerDiscrimination({ scores: hundred.map(([, rank]) => [1, rank ?? 0]), item: 0 })).toEqual(
      without('NoVariance'),
    )
  })

  it('counts people tied at a cut in proportion', () => {
    const allTied = Array.from({ length: 40 }, (_, person) => (person % 2 === 0 ? [1, 0] : [0, 1]))
    expect(figureOf(upperLowerDiscrimination({ scores: allTied, item: 0 }))).toBeCloseTo(0, 12)
    // 27 % of 40 are 10.8: 5 people at the top and 5.8 of the 30 in the middle, a third of whom solved it
    const some = Array.from({ length: 40 }, (_, person) =>
      person < 5 ? [0, 0] : person < 35 ? [person % 3 === 0 ? 1 : 0, person % 3 === 0 ? 4 : 5] : [1, 9],
    )
    const [best, worst] = [5 + 5.8 / 3, 5.8 / 3]
    expect(figureOf(upperLowerDiscrimination({ scores: some, item: 0 }))).toBeCloseTo(
      (best - worst) / 10.8,
      12,
    )
  })

  it('names the maximum that is none, and the score', () => {
    expect(() => upperLowerDiscrimination({ scores: hundred, item: 0, max: 0 })).toThrow('at max, got 0')
    expect(() => upperLowerDiscrimination({ scores: [[1, Number.NaN]], item: 0 })).toThrow(
      'scores[0][1], got NaN',
    )
  })
})

describe('reliability of a test', () => {
  it('is .642 and not the .718 of mixed divisors', () => {
    const reliability = testReliability({ scores })
    expect(figureOf(reliability)).toBeCloseTo(0.642361111111111, 12)
    expect(reliability).toMatchObject({ variant: { form: 'kr20' } })
  })

  it('has a standard error of measurement unless it is negative', () => {
    const totals = scores.map((row) => row.reduce((sum, score) => sum + score, 0))
    const mean = totals.reduce((sum, total) => sum + total, 0) / 8
    const deviation = Math.sqrt(totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / 7)
    const reliability = figureOf(testReliability({ scores }))
    const error = standardErrorOfMeasurement({ scores })
    expect(figureOf(error)).toBeCloseTo(deviation * Math.sqrt(1 - reliability), 12)
    expect(error).toMatchObject({ n: 8, unit: 'points' })
    const contrary = [
      [1, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
    ]
    expect(testReliability({ scores: contrary })).toMatchObject({ notes: [{ code: 'NegativeReliability' }] })
    expect(standardErrorOfMeasurement({ scores: contrary })).toEqual(
      without('NegativeReliability', { reliability: figureOf(testReliability({ scores: contrary })) }),
    )
    expect(standardErrorOfMeasurement({ scores: [[1, 1]] })).toEqual(
      without('TooFewObservations', { need: 2, have: 1 }),
    )
  })

  it('is KR-20 on right/wrong scores with one divisor, whichever', () => {
    const rightOrWrong = fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 20,
    })
    fc.assert(
      fc.property(rightOrWrong, (answers) => {
        const alpha = cronbachAlpha({ scores: answers })
        if (alpha.status !== 'ok') return
        const n = answers.length
        const populationVariance = (values: readonly number[]) => {
          const mean = values.reduce((sum, value) => sum + value, 0) / n
          return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n
        }
        const ofItems = [0, 1, 2, 3].map((item) => {
          const right = answers.filter((row) => row[item] === 1).length / n
          return right * (1 - right)
        })
        const ofTotals = populationVariance(answers.map((row) => row.reduce((sum, score) => sum + score, 0)))
        const kr20 = (4 / 3) * (1 - ofItems.reduce((sum, variance) => sum + variance, 0) / ofTotals)
        expect(alpha.value).toBeCloseTo(kr20, 9)
      }),
    )
  })
})

describe('a text among the scores', () => {
  const withText = [...scores.slice(0, 6), [1, 0, '1', 0, 1], [0, 0, 0, 0, 0]] as unknown as number[][]

  it.each([
    ['cronbachAlpha', cronbachAlpha],
    ['testReliability', testReliability],
    ['standardErrorOfMeasurement', standardErrorOfMeasurement],
    ['itemDiscrimination', ({ scores: rows }) => itemDiscrimination({ scores: rows, item: 0 })],
    ['upperLowerDiscrimination', ({ scores: rows }) => upperLowerDiscrimination({ scores: rows, item: 0 })],
  ] satisfies [string, (input: { scores: number[][] }) => unknown][])('is named by %s', (name, calculate) => {
    expect(() => calculate({ scores: withText })).toThrow(
      `training-ops: ${name} needs a number at scores[6][2], got "1"`,
    )
    const besideNoAnswer = [...scores, [null, '1', 1, 1, 1]] as unknown as number[][]
    expect(() => calculate({ scores: besideNoAnswer })).toThrow('scores[8][1], got "1"')
  })

  it('is named by difficulty', () => {
    const texts = [1, 0, '1'] as unknown as number[]
    expect(() => itemDifficulty({ scores: texts, max: 1 })).toThrow('scores[2], got "1"')
  })
})

it('a row that is left out leaves the sums of the others alone, however large', () => {
  const withHole = (hole: number) => cronbachAlpha({ scores: [...scores, [hole, hole, 1, 1, null as never]] })
  const left = { ...cronbachAlpha({ scores }), notes: [{ code: 'IncompleteLeftOut', count: 1 }] }
  for (const hole of [1, 0.1, 2 ** 53, 1e300]) expect(withHole(hole)).toEqual(left)
})
