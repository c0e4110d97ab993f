import type { Accumulator } from '../accumulator.ts'
import { needsCount } from '../guard.ts'
import { type ItemSums, wholeItemSums } from './item-spread.ts'

/** Sums of whole scores over people, one row at a time, whatever is read from them in the end. */
export const itemSumsAccumulator = <Figure>(
  calculator: string,
  items: number,
  extract: (sums: ItemSums) => Figure,
): Accumulator<readonly (number | null)[], ItemSums, Figure> => {
  needsCount(calculator, 'items', items)
  const zeros = Array.from({ length: items }, () => 0n)
  return {
    empty: { people: 0n, incomplete: 0, sums: zeros, squares: zeros, totalSquares: 0n },
    lift: (row) => wholeItemSums(calculator, row, items),
    combine: (a, b) => ({
      people: a.people + b.people,
      incomplete: a.incomplete + b.incomplete,
      sums: a.sums.map((sum, item) => sum + (b.sums[item] ?? 0n)),
      squares: a.squares.map((square, item) => square + (b.squares[item] ?? 0n)),
      totalSquares: a.totalSquares + b.totalSquares,
    }),
    extract,
  }
}
