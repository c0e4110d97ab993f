import fc from 'fast-check'
import { type SignedRankTest, wilcoxonSignedRank } from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { without } from '../figures.ts'
import { studentsSleep } from './students-sleep.ts'

const gains = (differences: readonly number[], zeros: 'drop' | 'pratt' = 'drop') =>
  wilcoxonSignedRank({ before: differences.map(() => 0), after: differences, zeros })

const tested = (result: ReturnType<typeof wilcoxonSignedRank>): SignedRankTest => {
  if (result.status !== 'ok') throw new Error(`no test: ${JSON.stringify(result)}`)
  return result
}

/** All 2ⁿ ways to give the ranks their signs, one by one. */
const byEnumeration = (differences: readonly number[]): number => {
  const changed = differences.filter((difference) => difference !== 0)
  const rankOf = (size: number) => {
    const smaller = changed.filter((other) => Math.abs(other) < size).length
    const same = changed.filter((other) => Math.abs(other) === size).length
    return smaller + (same + 1) / 2
  }
  const ranks = changed.map((difference) => rankOf(Math.abs(difference)))
  const centre = ranks.reduce((sum, rank) => sum + rank, 0) / 2
  const seen = ranks.reduce((sum, rank, at) => sum + ((changed[at] ?? 0) > 0 ? rank : 0), 0)
  let asUneven = 0
  for (let signs = 0; signs < 2 ** ranks.length; signs += 1) {
    const plus = ranks.reduce((sum, rank, at) => sum + ((signs >> at) & 1 ? rank : 0), 0)
    if (Math.abs(plus - centre) >= Math.abs(seen - centre)) asUneven += 1
  }
  return asUneven / 2 ** ranks.length
}

const smallDifferences = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 11 })

describe('signed ranks', () => {
  const tieHeavy = [1, -1, 2, 2, -3, 4, 0, 5, 5, -2]

  it('give the golden values, ties and zeros included', () => {
    expect(wilcoxonSignedRank(studentsSleep)).toMatchObject({
      plus: 45,
      minus: 0,
      n: 9,
      p: 0.00390625,
      value: 1,
    })
    expect(wilcoxonSignedRank({ ...studentsSleep, zeros: 'pratt' })).toMatchObject({
      plus: 54,
      minus: 0,
      p: 0.00390625,
      variant: { zeros: 'pratt', p: 'exact' },
    })
    expect(gains(tieHeavy)).toMatchObject({ plus: 33.5, minus: 11.5, n: 9, p: 0.21875 })
    expect(gains(tieHeavy, 'pratt')).toMatchObject({ plus: 39.5, minus: 14.5, p: 0.23046875 })
  })

  it('give a p of .0039 where the normal approximation says .0076 and R says .0091', () => {
    expect(tested(wilcoxonSignedRank(studentsSleep)).p).toBe(2 / 2 ** 9)
  })

  it('have no answer when nobody changed', () => {
    expect(gains([0, 0])).toEqual(without('NoVariance'))
    expect(wilcoxonSignedRank({ before: [null], after: [1] })).toEqual(
      without('TooFewObservations', { need: 1, have: 0 }),
    )
  })

  it('see a tie where floating point sees none', () => {
    expect(wilcoxonSignedRank({ before: [0.1, 0.2, 0], after: [0.3, 0, 0.5] })).toMatchObject({
      plus: 4.5,
      minus: 1.5,
    })
  })

  it('count exactly up to fifty, and are near the normal beyond', () => {
    const differences = (n: number) => Array.from({ length: n }, (_, at) => (at % 3 === 0 ? -1 - at : 1 + at))
    const [fifty, fiftyOne] = [tested(gains(differences(50))), tested(gains(differences(51)))]
    expect([fifty.variant?.p, fiftyOne.variant?.p]).toEqual(['exact', 'normal'])
    const sciPyNormalWithoutContinuity = 0.02568873999366418
    expect(fiftyOne.p).toBeCloseTo(sciPyNormalWithoutContinuity, 12)
    expect(tested(gains(Array.from({ length: 50 }, (_, at) => at + 1))).p).toBe(2 / 2 ** 50)
  })

  it('agree with counting every way to give the signs', () => {
    fc.assert(
      fc.property(smallDifferences, (differences) => {
        fc.pre(differences.some((difference) => difference !== 0))
        expect(tested(gains(differences)).p).toBe(byEnumeration(differences))
      }),
    )
  })

  it('depend on the order of sizes only, and turn with the direction', () => {
    fc.assert(
      fc.property(smallDifferences, (differences) => {
        fc.pre(differences.some((difference) => difference !== 0))
        const stretched = differences.map((difference) => Math.sign(difference) * Math.abs(difference) ** 3)
        expect(gains(stretched)).toEqual(gains(differences))
        const turned = tested(gains(differences.map((difference) => (difference === 0 ? 0 : -difference))))
        const { p, value, plus, minus } = tested(gains(differences))
        expect([turned.p, turned.plus, turned.minus]).toEqual([p, minus, plus])
        expect(turned.value + value).toBe(0)
      }),
    )
  })
})

it('finds ties among amounts of money, and none among whole numbers that differ', () => {
  // Gains of 0.1, −0.1, 0.1 and 0.3, whose last bits differ by where they are.
  const before = [1_000_000.1, 2_500_000.3, 8_000_000.7, 5_000_000.2]
  const after = [1_000_000.2, 2_500_000.2, 8_000_000.8, 5_000_000.5]
  expect(wilcoxonSignedRank({ before, after })).toMatchObject({ plus: 8, minus: 2 })
  const large = wilcoxonSignedRank({ before: [0, 0, 0], after: [9e15, 9e15 - 1, -(9e15 - 2)] })
  expect(large).toMatchObject({ plus: 5, minus: 1 })
})
