import fc from 'fast-check'
import { wilson } from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'

/** SciPy 1.17.1, `proportion_confint(method='wilson')`: the project's golden values. */
const reference = [
  { successes: 81, n: 263, low: 0.2552885198782742, high: 0.36620957698280004 },
  { successes: 15, n: 148, low: 0.06238639953073629, high: 0.16048724172330803 },
  { successes: 0, n: 20, low: 0, high: 0.16112515805281935 },
  { successes: 1, n: 29, low: 0.006113214292762667, high: 0.17175521879320282 },
  { successes: 0, n: 1, low: 0, high: 0.7934506856227626 },
  { successes: 1, n: 1, low: 0.20654931437723745, high: 1 },
  { successes: 5, n: 5, low: 0.5655175352168251, high: 1 },
]

describe('the Wilson interval', () => {
  it.each(reference)('of $successes in $n is that of SciPy', ({ low, high, ...counts }) => {
    const ours = wilson(counts)
    expect(Math.abs(ours.low - low)).toBeLessThan(1e-12)
    expect(Math.abs(ours.high - high)).toBeLessThan(1e-12)
  })

  const counts = fc
    .tuple(fc.integer({ min: 1, max: 100_000 }), fc.nat({ max: 100_000 }))
    .map(([n, some]) => ({ n, successes: some % (n + 1) }))

  it('holds the share and stays inside 0 and 1', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { low, high } = wilson(given)
        const share = given.successes / given.n
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(share)
        expect(high).toBeGreaterThanOrEqual(share)
      }),
    )
  })

  it('grows narrower as more are asked', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 50 }), ({ n, successes }, times) => {
        const few = wilson({ n, successes })
        const many = wilson({ n: n * times, successes: successes * times })
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })

  it('is not to be had of nobody, or of more successes than people', () => {
    expect(() => wilson({ successes: 0, n: 0 })).toThrow(
      'training-ops: wilson needs at least one observation at n, got 0',
    )
    expect(() => wilson({ successes: 0.31, n: 263 })).toThrow(
      'training-ops: wilson needs a whole number ≥ 0 at successes, got 0.31',
    )
    expect(() => wilson({ successes: 3, n: 2 })).toThrow(
      'training-ops: wilson needs at most n (2) at successes, got 3',
    )
  })
})
