import fc from 'fast-check'
import {
  measured,
  notMeasurable,
  suppressSmallCells,
  type TableCell,
  type TableTotal,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'

const mean = (segment: string, sum: number, n: number, question = 'q1'): TableCell => ({
  question,
  segment,
  n,
  result:
    n === 0
      ? notMeasurable({ code: 'ZeroDenominator', what: 'answers' })
      : measured({ value: sum / n, n, unit: 'scale' }),
})

const totalOf = (cells: readonly TableCell[], sums: readonly number[], question = 'q1'): TableTotal => {
  const n = cells.reduce((people, cell) => people + cell.n, 0)
  const { result } = mean(
    'everybody',
    sums.reduce((a, b) => a + b, 0),
    n,
  )
  return { question, n, result }
}

const statuses = (cells: readonly TableCell[], k?: number) =>
  suppressSmallCells({ cells, ...(k === undefined ? {} : { k }) }).cells.map((cell) => cell.result.status)

describe('hiding small cells', () => {
  it('shows a table in which every segment has five people or more', () => {
    expect(statuses([mean('a', 20, 5), mean('b', 30, 8)])).toEqual(['ok', 'ok'])
  })

  it('hides the next smallest when one hidden cell could be taken from the total', () => {
    const cells = [mean('a', 90, 20), mean('b', 6, 3), mean('c', 30, 8)]
    expect(suppressSmallCells({ cells }).cells.map(({ result }) => result)).toEqual([
      cells[0]?.result,
      { status: 'suppressed', n: 3, k: 5 },
      { status: 'suppressed', n: 8, k: 5, because: 'protectsAnother' },
    ])
  })

  it('hides a third cell when two hidden ones are fewer than k people together', () => {
    expect(statuses([mean('a', 90, 20), mean('b', 6, 2), mean('c', 5, 1), mean('d', 40, 9)])).toEqual([
      'ok',
      'suppressed',
      'suppressed',
      'suppressed',
    ])
  })

  it('hides no third cell when two hidden ones are enough together', () => {
    expect(statuses([mean('a', 90, 20), mean('b', 6, 4), mean('c', 5, 4)])).toEqual([
      'ok',
      'suppressed',
      'suppressed',
    ])
  })

  it('never lets a segment of nobody stand in as protection', () => {
    expect(statuses([mean('a', 90, 20), mean('b', 6, 3), mean('c', 0, 0)])).toEqual([
      'suppressed',
      'suppressed',
      'undefined',
    ])
  })

  it('hides by question: a small segment of one question leaves another question alone', () => {
    const cells = [mean('a', 9, 3), mean('b', 40, 9), mean('a', 25, 6, 'q2'), mean('b', 40, 9, 'q2')]
    expect(statuses(cells)).toEqual(['suppressed', 'suppressed', 'ok', 'ok'])
  })

  it('hides why a figure of few people cannot be computed, for that tells their answers too', () => {
    const cell = { question: 'q1', segment: 'a', n: 3, result: notMeasurable({ code: 'NoVariance' }) }
    expect(statuses([cell])).toEqual(['suppressed'])
  })

  it('hides the total of fewer than k people', () => {
    const cells = [mean('a', 9, 2), mean('b', 8, 2)]
    const { totals } = suppressSmallCells({ cells, totals: [totalOf(cells, [9, 8])] })
    expect(totals[0]?.result).toEqual({ status: 'suppressed', n: 4, k: 5 })
  })

  it('lets people of no segment protect a hidden cell when there are enough of them', () => {
    const cells = [mean('a', 90, 20), mean('b', 6, 3)]
    const withTotal = (n: number) =>
      suppressSmallCells({
        cells,
        totals: [{ question: 'q1', n, result: measured({ value: 4, n, unit: 'scale' }) }],
      }).cells.map(({ result }) => result.status)
    expect(withTotal(25)).toEqual(['ok', 'suppressed'])
    expect(withTotal(24)).toEqual(['suppressed', 'suppressed'])
  })

  it('hides the smallest cell where a few people are in no segment: the total less the others would be theirs', () => {
    const cells = [mean('a', 40, 10), mean('b', 30, 9)]
    const withTotal = (n: number) =>
      suppressSmallCells({
        cells,
        totals: [{ question: 'q1', n, result: measured({ value: 4, n, unit: 'scale' }) }],
      }).cells.map(({ result }) => result.status)
    expect(withTotal(20)).toEqual(['ok', 'suppressed'])
    expect(withTotal(24)).toEqual(['ok', 'ok'])
  })

  it('hides a small group that all said the same, and who could be told from the rest', () => {
    const said = (segment: string, n: number, lowest: number, highest: number): TableCell => ({
      ...mean(segment, n * lowest, n),
      range: [lowest, highest],
    })
    expect(statuses([said('a', 20, 1, 5), said('b', 6, 1, 1), said('c', 8, 2, 4)])).toEqual([
      'ok',
      'suppressed',
      'suppressed',
    ])
    // b and c together would all have said 1
    expect(statuses([said('a', 20, 1, 5), said('b', 4, 1, 1), said('c', 5, 1, 1)])).toEqual([
      'suppressed',
      'suppressed',
      'suppressed',
    ])
    expect(statuses([said('a', 20, 1, 5), said('b', 10, 1, 1)])).toEqual(['ok', 'ok'])
  })

  it('takes another k', () => {
    expect(statuses([mean('a', 90, 20), mean('b', 30, 9)], 10)).toEqual(['suppressed', 'suppressed'])
    expect(statuses([mean('a', 90, 20), mean('b', 3, 1)], 1)).toEqual(['ok', 'ok'])
  })

  it('names the argument that is wrong', () => {
    expect(() => suppressSmallCells({ cells: [], k: 0 })).toThrow(
      'training-ops: suppressSmallCells needs a whole number ≥ 1 at k, got 0',
    )
    expect(() => suppressSmallCells({ cells: [mean('a', 9, 9), mean('a', 9, 9)] })).toThrow(
      'training-ops: suppressSmallCells needs each segment once at cells[1].segment, got "a"',
    )
    const total = { question: 'q1', n: 8, result: measured({ value: 1, n: 8, unit: 'scale' }) }
    expect(() => suppressSmallCells({ cells: [mean('a', 9, 9)], totals: [total] })).toThrow(
      'training-ops: suppressSmallCells needs at least the people of its cells (9) at totals[0].n, got 8',
    )
  })
})

describe('what a reader of the printed table can work out', () => {
  const people = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 7 })
  const publish = (sizes: readonly number[], sums: readonly number[], k: number) => {
    const cells = sizes.map((n, index) => mean(`s${index}`, sums[index] as number, n))
    return suppressSmallCells({ cells, totals: [totalOf(cells, sums)], k })
  }
  const sumsOf = (sizes: readonly number[]) => sizes.map((n, index) => n * (2 + (index % 3)))

  it('no figure of fewer than k people is printed', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 8 }), (sizes, k) => {
        const { cells, totals } = publish(sizes, sumsOf(sizes), k)
        for (const { n, result } of [...cells, ...totals])
          if (n > 0 && n < k) expect(result.status).toBe('suppressed')
      }),
    )
  })

  it('the total less everything printed is nothing, or at least two cells and k people', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 2, max: 8 }), (sizes, k) => {
        const { cells, totals } = publish(sizes, sumsOf(sizes), k)
        if (totals[0]?.result.status !== 'ok') return
        const hidden = cells.filter(({ result }) => result.status === 'suppressed')
        if (hidden.length === 0) return
        expect(hidden.length).toBeGreaterThanOrEqual(2)
        expect(hidden.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(k)
      }),
    )
  })

  it('moving points from one hidden cell to another prints the same table, so no hidden cell can be recovered', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 2, max: 8 }), (sizes, k) => {
        const sums = sumsOf(sizes)
        const printed = publish(sizes, sums, k)
        const hidden = printed.cells.flatMap(({ result }, index) =>
          result.status === 'suppressed' ? [index] : [],
        )
        for (const from of hidden)
          for (const to of hidden) {
            if (from === to) continue
            const moved = sums.map((sum, index) => sum + (index === to ? 1 : 0) - (index === from ? 1 : 0))
            expect(publish(sizes, moved, k)).toEqual(printed)
          }
        expect(hidden.length === 1 && printed.totals[0]?.result.status === 'ok').toBe(false)
      }),
    )
  })

  it('no more is hidden than what is small and what protects it', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 2, max: 8 }), (sizes, k) => {
        const { cells } = publish(sizes, sumsOf(sizes), k)
        if (cells.every(({ n }) => n === 0 || n >= k))
          expect(cells.some(({ result }) => result.status === 'suppressed')).toBe(false)
      }),
    )
  })
})
