const groupShare = 0.27

/** Mean score of those among the first `size` in order, people tied at the cut counting in proportion. */
const meanOfFirst = (
  people: readonly { readonly total: number; readonly score: number }[],
  size: number,
): number => {
  let left = size
  let points = 0
  for (let first = 0; left > 0 && first < people.length; ) {
    const total = people[first]?.total
    const tied = people.filter((person) => person.total === total)
    const counted = Math.min(left, tied.length)
    points += (counted / tied.length) * tied.reduce((sum, { score }) => sum + score, 0)
    left -= counted
    first += tied.length
  }
  return points / size
}

/** Share of the item's points in the best 27 % of people by total, less that in the worst 27 %. */
export const upperLowerDifference = (
  scores: readonly number[],
  totals: readonly number[],
  max: number,
): number | null => {
  const ascending = scores
    .map((score, person) => ({ score, total: totals[person] as number }))
    .sort((a, b) => a.total - b.total)
  if (scores.every((score) => score === scores[0])) return null
  const size = groupShare * scores.length
  const best = meanOfFirst([...ascending].reverse(), size)
  return (best - meanOfFirst(ascending, size)) / max
}
