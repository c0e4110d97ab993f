import fc from 'fast-check'
import type { Accumulator } from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { lawsOfAccumulators } from './accumulator-laws.ts'

const tenths = fc.nat({ max: 1_000 }).map((count) => count / 10)

const brokenLaws = <Item, Accumulated, Figure>(
  accumulator: Accumulator<Item, Accumulated, Figure>,
  item: fc.Arbitrary<Item>,
): readonly string[] =>
  Object.entries(lawsOfAccumulators(accumulator, item)).flatMap(([law, holds]) => {
    try {
      holds()
      return []
    } catch {
      return [law]
    }
  })

const sum: Accumulator<number, number, number> = {
  empty: 0,
  lift: (value) => value,
  combine: (a, b) => a + b,
  extract: (value) => value,
}

describe('the laws of accumulators find out', () => {
  it('nothing in a sum of whole numbers', () => {
    expect(brokenLaws(sum, fc.nat())).toEqual([])
  })

  it('a sum of fractions, which depends on the order', () => {
    expect(brokenLaws(sum, tenths)).toContain('adds up the same in any grouping')
  })

  it('a mean of means', () => {
    const meanOfMeans = { ...sum, combine: (a: number, b: number) => (a + b) / 2 }
    expect(brokenLaws(meanOfMeans, fc.nat())).toContain('adds up the same in any grouping')
  })

  it('one that keeps the last', () => {
    expect(brokenLaws({ ...sum, combine: (_: number, b: number) => b }, fc.nat())).toEqual(
      expect.arrayContaining(['adds up the same in any order, to the last bit', 'is not changed by nothing']),
    )
  })

  it('one that writes into what it is given', () => {
    const writing: Accumulator<number, Set<number>, number> = {
      empty: new Set(),
      lift: (value) => new Set([value]),
      combine: (a, b) => {
        for (const value of b) a.add(value)
        return a
      },
      extract: ({ size }) => size,
    }
    expect(brokenLaws(writing, fc.nat({ max: 20 }))).toContain('changes neither its items nor what it has')
  })

  it('one whose short cut is another way', () => {
    const short = { ...sum, gather: (items: Iterable<number>) => [...items].length }
    expect(brokenLaws(short, fc.nat())).toContain('gathers many as it lifts each')
  })
})
