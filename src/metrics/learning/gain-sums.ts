import { needsAt } from '../guard.ts'
import { exactMoments } from '../statistics/moments.ts'
import { type Gains, type PairedScore, type Score, unpairedNote } from './paired-scores.ts'

/** Sums of whole gains over people, as whole numbers without limit. @public */
export type GainSums = {
  readonly pairs: number
  readonly onlyBefore: number
  readonly onlyAfter: number
  readonly sum: bigint
  readonly squares: bigint
}

export const noGains: GainSums = { pairs: 0, onlyBefore: 0, onlyAfter: 0, sum: 0n, squares: 0n }

const needsWhole = (calculator: string, argument: string, score: Score): void => {
  if (score !== null)
    needsAt(Number.isSafeInteger(score), calculator, 'null or a whole number', argument, score)
}

export const liftGain = (calculator: string, { before, after }: PairedScore): GainSums => {
  needsWhole(calculator, 'before', before)
  needsWhole(calculator, 'after', after)
  if (before === null || after === null)
    return {
      ...noGains,
      onlyBefore: before === null ? 0 : 1,
      onlyAfter: after === null ? 0 : 1,
    }
  const gain = BigInt(after) - BigInt(before)
  return { ...noGains, pairs: 1, sum: gain, squares: gain * gain }
}

export const combineGains = (a: GainSums, b: GainSums): GainSums => ({
  pairs: a.pairs + b.pairs,
  onlyBefore: a.onlyBefore + b.onlyBefore,
  onlyAfter: a.onlyAfter + b.onlyAfter,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
})

export const gainsFromSums = ({ pairs, onlyBefore, onlyAfter, sum, squares }: GainSums): Gains => ({
  moments: pairs === 0 ? { n: 0, mean: 0, squaredDistances: 0 } : exactMoments(pairs, sum, squares),
  notes: unpairedNote(onlyBefore, onlyAfter),
})
