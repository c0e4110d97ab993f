import fc from 'fast-check'
import { meanGain, oneWayAnova, pairedT, summary } from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { figureOf, without } from '../figures.ts'

/** Squared distances from the mean × n, in whole numbers without limit. */
const exactSpread = (whole: readonly number[]): bigint => {
  const sum = whole.reduce((all, value) => all + BigInt(value), 0n)
  const squares = whole.reduce((all, value) => all + BigInt(value) ** 2n, 0n)
  return BigInt(whole.length) * squares - sum * sum
}

const deviationOf = (numbers: readonly number[]): number => {
  const result = summary(numbers)
  if (result.status !== 'ok' || result.standardDeviation === null) throw new Error('no deviation')
  return result.standardDeviation
}

describe('means and standard deviations', () => {
  it('of whole numbers are exact, however large', () => {
    const whole = fc.array(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(whole, (numbers) => {
        const n = numbers.length
        expect(deviationOf(numbers)).toBe(Math.sqrt(Number(exactSpread(numbers)) / n / (n - 1)))
        const sum = numbers.reduce((all, value) => all + BigInt(value), 0n)
        expect(figureOf(summary(numbers))).toBe(Number(sum) / n)
      }),
    )
  })

  it('of NumAcc3 and NumAcc4 keep every digit that doubles hold, where the one-pass formula fails', () => {
    const numbers = [
      10000000.2,
      ...Array.from({ length: 1000 }, (_, at) => (at % 2 === 0 ? 10000000.1 : 10000000.3)),
    ]
    const exact = numbers.map((value) => Math.round(value * 2 ** 29))
    const inDoubles = Math.sqrt(Number(exactSpread(exact)) / 1001 / 1000) / 2 ** 29
    expect(Math.abs(deviationOf(numbers) / inDoubles - 1)).toBeLessThan(1e-13)
    const sum = numbers.reduce((all, value) => all + value, 0)
    const squares = numbers.reduce((all, value) => all + value * value, 0)
    const onePass = (squares - (sum * sum) / 1001) / 1000
    expect(Math.abs(onePass / inDoubles ** 2 - 1)).toBeGreaterThan(0.01)
  })

  it('survive a first value far from all others', () => {
    const rest = Array.from({ length: 1000 }, (_, at) => 0.5 + (at % 2) * 1e-3)
    const numbers = [1e9 + 0.5, ...rest]
    const n = numbers.length
    const mean = figureOf(summary(numbers))
    const twoPass = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    expect(deviationOf(numbers)).toBeCloseTo(Math.sqrt(twoPass / (n - 1)), 4)
    expect(deviationOf([...numbers].reverse())).toBeCloseTo(deviationOf(numbers), 4)
  })

  it('of gains do not depend on where the scores lie', () => {
    const before = [1e12 + 1, 1e12 + 2, 1e12 + 3]
    const after = [1e12 + 2, 1e12 + 4, 1e12 + 3]
    expect(pairedT({ before, after })).toEqual(pairedT({ before: [1, 2, 3], after: [2, 4, 3] }))
    expect(meanGain({ before, after })).toEqual(meanGain({ before: [1, 2, 3], after: [2, 4, 3] }))
  })

  it('leave null out and refuse what is no number', () => {
    expect(summary([1, null, 3])).toMatchObject({ value: 2, n: 2 })
    expect(summary([5])).toMatchObject({ value: 5, standardDeviation: null })
    expect(summary([null])).toEqual(without('TooFewObservations', { need: 1, have: 0 }))
    expect(() => summary([1, Number.NaN])).toThrow(
      'training-ops: summary needs a finite number at numbers[1], got NaN',
    )
    expect(() => summary([null, '3', '4'] as unknown as number[])).toThrow('numbers[1], got "3"')
  })
})

describe('one-way analysis of variance', () => {
  it('is the square of t for two groups', () => {
    const anova = oneWayAnova({
      groups: [
        [1, 2, 3, 4],
        [3, 4, 5, 6],
      ],
    })
    expect(figureOf(anova)).toBeCloseTo(2.1908902300206643 ** 2, 12)
  })

  it('needs groups, people and a spread within them', () => {
    expect(oneWayAnova({ groups: [[1, 2]] })).toEqual(without('TooFewObservations', { need: 2, have: 1 }))
    expect(oneWayAnova({ groups: [[1], [2]] })).toEqual(without('TooFewObservations', { need: 3, have: 2 }))
    expect(
      oneWayAnova({
        groups: [
          [1, 1],
          [2, 2],
        ],
      }),
    ).toEqual(without('NoVariance'))
    expect(() => oneWayAnova({ groups: [[1], []] })).toThrow('somebody at groups[1]')
  })
})
