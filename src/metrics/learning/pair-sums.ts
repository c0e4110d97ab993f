import { exactlySigned } from '../exact.ts'
import { needsList } from '../guard.ts'
import { type MomentsAdder, momentsAdder } from '../results/exact-moments.ts'
import type { PairedScores, Score } from './paired-scores.ts'

/** How many have both scores, or one only; and of those with both, exact sums in 2⁻¹²⁸ths, of squares in 2⁻²⁵⁶ths. @public */
export type PairSums = readonly [
  pairs: number,
  onlyBefore: number,
  onlyAfter: number,
  before: bigint,
  after: bigint,
  squaresBefore: bigint,
  squaresAfter: bigint,
  squaredGains: bigint,
]

export const addPairs = (a: PairSums, b: PairSums): PairSums =>
  a.map((sum, at) => (sum as bigint) + (b[at] as bigint)) as unknown as PairSums

/** Of one person; of nobody, `null` and `null`, nothing. */
export const liftPair = (calculator: string, before: Score, after: Score, person?: number): PairSums => {
  const x = exactlySigned(calculator, 'before', before === null ? 0 : before, person)
  const y = exactlySigned(calculator, 'after', after === null ? 0 : after, person)
  return before === null || after === null
    ? [0, Number(before !== null), Number(after !== null), 0n, 0n, 0n, 0n, 0n]
    : [1, 0, 0, x, y, x * x, y * y, (y - x) ** 2n]
}

/** Of all; where one list ends before the other, its next score is `undefined` and no number. */
export const pairSums = (calculator: string, { before, after }: PairedScores): PairSums => {
  needsList(calculator, 'before', before)
  needsList(calculator, 'after', after)
  const [befores, afters, gains] = [0, 1, 2].map(momentsAdder) as [MomentsAdder, MomentsAdder, MomentsAdder]
  let others = liftPair(calculator, null, null)
  const people = Math.max(before.length, after.length)
  for (let person = 0; person < people; person += 1) {
    const [then, now] = [before[person] as Score, after[person] as Score]
    if (gains.addDifference(now, then)) {
      befores.addDifference(then, 0)
      afters.addDifference(now, 0)
    } else others = addPairs(others, liftPair(calculator, then, now, person))
  }
  const [b, a, g] = [befores.moments(), afters.moments(), gains.moments()]
  return addPairs(others, [b.count, 0, 0, b.sum, a.sum, b.squares, a.squares, g.squares])
}
