import { exactlySigned } from '../exact.ts'
import { needsAt, needsList } from '../guard.ts'

/** Exact sums over complete rows: by rater, of squares, and of the squares of each person's total. */
export type RatingSums = {
  readonly people: number
  readonly incomplete: number
  readonly byRater: readonly bigint[]
  readonly squares: bigint
  readonly squaredTotals: bigint
}

export const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n)
export const sumOfSquares = (values: readonly bigint[]): bigint => sumOf(values.map((value) => value * value))

export const ratingSums = (
  calculator: string,
  raterCount: number,
  ratings: readonly (readonly (number | null)[])[],
): RatingSums => {
  needsList(calculator, 'ratings', ratings)
  const byRater = Array.from({ length: raterCount }, () => 0n)
  let people = 0
  let squares = 0n
  let squaredTotals = 0n
  ratings.forEach((row, person) => {
    needsList(calculator, `ratings[${person}]`, row)
    needsAt(row.length === raterCount, calculator, `${raterCount} ratings`, 'ratings', row.length, person)
    const exact = Array.from(row, (rating, rater) =>
      exactlySigned(calculator, `ratings[${person}]`, rating === null ? 0 : rating, rater),
    )
    if (row.includes(null)) return
    people += 1
    exact.forEach((rating, rater) => {
      ;(byRater[rater] as bigint) += rating
    })
    squares += sumOfSquares(exact)
    squaredTotals += sumOf(exact) ** 2n
  })
  return { people, incomplete: ratings.length - people, byRater, squares, squaredTotals }
}

export const addRatings = (a: RatingSums, b: RatingSums): RatingSums => ({
  people: a.people + b.people,
  incomplete: a.incomplete + b.incomplete,
  byRater: a.byRater.map((sum, rater) => sum + (b.byRater[rater] ?? 0n)),
  squares: a.squares + b.squares,
  squaredTotals: a.squaredTotals + b.squaredTotals,
})
