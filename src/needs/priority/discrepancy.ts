import type { Placed } from './placed.ts'
import type { DiscrepancyRating } from './shapes.ts'

/** Over those who rated both: sums, and how the two ratings compare. */
const sumsOf = ({ answers }: DiscrepancyRating) => {
  const sums = { pairs: 0, importance: 0, ability: 0, needier: 0, abler: 0 }
  for (const { importance, ability, respondents } of answers) {
    if (importance === null || ability === null) continue
    sums.pairs += respondents
    sums.importance += importance * respondents
    sums.ability += ability * respondents
    if (importance > ability) sums.needier += respondents
    if (ability > importance) sums.abler += respondents
  }
  return sums
}

/**
 * Borich: mean importance · (mean importance − mean ability). Ranked: 100 · (share that finds it more important than
 * they are able − share that is abler than important), so that here, too, more is needier.
 */
export const discrepancyOf = (kind: 'borich' | 'rankedDiscrepancy', rating: DiscrepancyRating): Placed => {
  const { pairs, importance, ability, needier, abler } = sumsOf(rating)
  const value =
    kind === 'borich'
      ? (importance * (importance - ability)) / (pairs * pairs)
      : (100 * (needier - abler)) / pairs
  return { needId: rating.needId, value, by: [value] }
}
