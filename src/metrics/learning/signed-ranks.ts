/** Doubled ranks are whole numbers even where ties share a rank. */
export type SignedRanks = {
  /** Twice the rank of each difference that is not zero. */
  readonly doubledRanks: readonly number[]
  /** Twice the sum of the ranks of the positive and of the negative differences. */
  readonly doubledPlus: number
  readonly doubledMinus: number
}

const decimals = 10

/** 0.3 − 0.1 and 0.2 are a tie although their last bits differ. */
const rounded = (difference: number): number => Number(difference.toFixed(decimals))

const doubledRanksOf = (sizes: readonly number[]): Map<number, number> => {
  const ascending = [...sizes].sort((a, b) => a - b)
  const ranks = new Map<number, number>()
  for (let first = 0; first < ascending.length; ) {
    let next = first + 1
    while (ascending[next] === ascending[first]) next += 1
    ranks.set(ascending[first] as number, first + 1 + next)
    first = next
  }
  return ranks
}

/**
 * Ranks the differences by size. `drop`: zeros are left out first; `pratt`: they take part in the ranking and their
 * ranks are then left out.
 */
export const signedRanks = (differences: readonly number[], zeros: 'drop' | 'pratt'): SignedRanks => {
  const all = differences.map(rounded)
  const nonZero = all.filter((difference) => difference !== 0)
  const ranks = doubledRanksOf((zeros === 'pratt' ? all : nonZero).map(Math.abs))
  const rankOf = (difference: number): number => ranks.get(Math.abs(difference)) ?? 0
  const sumOf = (some: readonly number[]): number =>
    some.reduce((sum, difference) => sum + rankOf(difference), 0)
  return {
    doubledRanks: nonZero.map(rankOf),
    doubledPlus: sumOf(nonZero.filter((difference) => difference > 0)),
    doubledMinus: sumOf(nonZero.filter((difference) => difference < 0)),
  }
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
export const normalScore = ({ doubledRanks, doubledPlus, doubledMinus }: SignedRanks): number => {
  const doubledDeviation = Math.sqrt(doubledRanks.reduce((sum, rank) => sum + rank * rank, 0))
  return (doubledPlus - doubledMinus) / doubledDeviation
}
