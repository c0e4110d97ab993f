import type { ItemRows } from './item-spread.ts'

/** Covariances of items over the people who answered both, and the least number of them. */
export type PairwiseSpread = {
  readonly ofItems: number
  readonly ofTotals: number
  readonly fewest: number
}

/** Of each pair of items, around a first value of each; a pair that nobody answered counts as no people. */
export const pairwiseSpread = (rows: ItemRows): PairwiseSpread => {
  const items = rows[0]?.length ?? 0
  const origins = Array.from(
    { length: items },
    (_, item) => rows.find((row) => row[item] !== null)?.[item] ?? 0,
  )
  let [ofItems, ofTotals, fewest] = [0, 0, rows.length]
  for (let a = 0; a < items; a += 1)
    for (let b = 0; b <= a; b += 1) {
      let [n, sumA, sumB, products] = [0, 0, 0, 0]
      for (const row of rows) {
        const [x, y] = [row[a], row[b]]
        if (typeof x !== 'number' || typeof y !== 'number') continue
        const [left, right] = [x - (origins[a] as number), y - (origins[b] as number)]
        n += 1
        sumA += left
        sumB += right
        products += left * right
      }
      const covariance = (products - (sumA * sumB) / n) / (n - 1)
      fewest = Math.min(fewest, n)
      if (a === b) ofItems += covariance
      ofTotals += a === b ? covariance : 2 * covariance
    }
  return { ofItems, ofTotals, fewest }
}
