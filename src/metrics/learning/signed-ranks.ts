import type { PairedScores } from './paired-scores.ts'

/** Up to so many changes p is exact. */
export const mostForExact = 50

/** Doubled ranks are whole numbers even where ties share a rank. */
export type SignedRanks = {
  /** How many differences are not zero. */
  readonly changed: number
  /** Twice the rank of each of them, while they are few enough for an exact p. */
  readonly doubledRanks: readonly number[]
  /** The sum of the squares of the doubled ranks. */
  readonly squares: number
  /** Twice the sum of the ranks of the positive and of the negative differences. */
  readonly doubledPlus: number
  readonly doubledMinus: number
}

/**
 * Gains rounded so that 0.3 − 0.1 and 0.2 are a tie although their last bits differ: to ten decimals where scores are below
 * 100, to fewer where they are larger (amounts of money), for twelve digits are what a difference of them keeps. Whole
 * gains stay as they are.
 */
export const roundedGains = ({ before, after }: PairedScores): Float64Array => {
  const gains = new Float64Array(before.length)
  let [pairs, largest, areWhole] = [0, 1, true]
  for (let person = 0; person < before.length; person += 1) {
    const [earlier, later] = [before[person] ?? null, after[person] ?? null]
    if (earlier === null || later === null) continue
    gains[pairs] = later - earlier
    pairs += 1
    largest = Math.max(largest, Math.abs(earlier), Math.abs(later))
    areWhole = areWhole && Number.isInteger(earlier) && Number.isInteger(later)
  }
  const all = gains.subarray(0, pairs)
  if (areWhole) return all
  const scale = 10 ** Math.min(10, 12 - Math.ceil(Math.log10(largest)))
  return all.map((gain) => Math.round(gain * scale) / scale)
}

const sizesOf = (gains: Float64Array, sign: 1 | -1): Float64Array =>
  gains
    .filter((gain) => gain * sign > 0)
    .map(Math.abs)
    .sort()

/**
 * Ranks the gains by size. `drop`: zeros are left out first; `pratt`: they take part in the ranking and their
 * ranks are then left out. Gains and losses are sorted apart and walked together, so that a million takes a moment.
 */
export const signedRanks = (gains: Float64Array, zeros: 'drop' | 'pratt'): SignedRanks => {
  const [plus, minus] = [sizesOf(gains, 1), sizesOf(gains, -1)]
  const changed = plus.length + minus.length
  const doubledRanks: number[] = []
  let squares = 0
  let [ofPlus, ofMinus, doubledPlus, doubledMinus] = [0, 0, 0, 0]
  let before = zeros === 'pratt' ? gains.length - changed : 0
  while (ofPlus < plus.length || ofMinus < minus.length) {
    const size = Math.min(
      plus[ofPlus] ?? Number.POSITIVE_INFINITY,
      minus[ofMinus] ?? Number.POSITIVE_INFINITY,
    )
    const [plusFrom, minusFrom] = [ofPlus, ofMinus]
    while (plus[ofPlus] === size) ofPlus += 1
    while (minus[ofMinus] === size) ofMinus += 1
    const tied = ofPlus - plusFrom + ofMinus - minusFrom
    const doubledRank = 2 * before + tied + 1
    squares += tied * doubledRank ** 2
    if (changed <= mostForExact) for (let one = 0; one < tied; one += 1) doubledRanks.push(doubledRank)
    doubledPlus += (ofPlus - plusFrom) * doubledRank
    doubledMinus += (ofMinus - minusFrom) * doubledRank
    before += tied
  }
  return { changed, doubledRanks, squares, doubledPlus, doubledMinus }
}

/**
 * How many of the 2ⁿ ways to give signs to the ranks reach each doubled sum: whole numbers, up to n = 50 all below
 * 2⁵³ and so exact.
 */
const waysToReach = (doubledRanks: readonly number[]): readonly number[] => {
  const ways = [1]
  for (const rank of doubledRanks)
    for (let sum = ways.length - 1 + rank; sum >= rank; sum -= 1)
      ways[sum] = (ways[sum] ?? 0) + (ways[sum - rank] ?? 0)
  return Array.from(ways, (count) => count ?? 0)
}

/** The two-sided chance of rank sums at least this uneven, over all ways to give the ranks their signs. */
export const exactTwoSided = ({ doubledRanks, doubledPlus, doubledMinus }: SignedRanks): number => {
  const smaller = Math.min(doubledPlus, doubledMinus)
  const atMost = waysToReach(doubledRanks)
    .slice(0, smaller + 1)
    .reduce((sum, count) => sum + count, 0)
  return Math.min(1, (2 * atMost) / 2 ** doubledRanks.length)
}

/** The standard normal score of the positive rank sum; ties are in the variance. */
export const normalScore = ({ squares, doubledPlus, doubledMinus }: SignedRanks): number =>
  (doubledPlus - doubledMinus) / Math.sqrt(squares)
