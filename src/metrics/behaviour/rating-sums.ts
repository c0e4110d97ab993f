import { inexactly } from '../exact.ts'
import { exactlySigned } from '../results/exact-moments.ts'

/** Exact sums over complete rows: by rater, of squares, and of the squares of each person's total. */
export type RatingSums = {
  readonly people: number
  readonly incomplete: number
  readonly byRater: readonly bigint[]
  readonly squares: bigint
  readonly squaredTotals: bigint
}

export const noRatingSums = (raterCount: number): RatingSums => ({
  people: 0,
  incomplete: 0,
  byRater: Array.from({ length: raterCount }, () => 0n),
  squares: 0n,
  squaredTotals: 0n,
})

const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n)
const sumOfSquares = (values: readonly bigint[]): bigint => sumOf(values.map((value) => value * value))

export const liftRatings = (
  calculator: string,
  row: readonly (number | null)[],
  index?: number,
): RatingSums => {
  const argument = index === undefined ? 'row' : `ratings[${index}]`
  const exact = row.map((rating, rater) => exactlySigned(calculator, argument, rating ?? 0, rater))
  if (row.includes(null)) return { ...noRatingSums(row.length), incomplete: 1 }
  return {
    people: 1,
    incomplete: 0,
    byRater: exact,
    squares: sumOfSquares(exact),
    squaredTotals: sumOf(exact) ** 2n,
  }
}

export const addRatings = (a: RatingSums, b: RatingSums): RatingSums => ({
  people: a.people + b.people,
  incomplete: a.incomplete + b.incomplete,
  byRater: a.byRater.map((sum, rater) => sum + (b.byRater[rater] ?? 0n)),
  squares: a.squares + b.squares,
  squaredTotals: a.squaredTotals + b.squaredTotals,
})

/** What so many people with the same ratings add up to. */
export const repeated = (sums: RatingSums, times: number): RatingSums => {
  const many = BigInt(times)
  return {
    people: sums.people * times,
    incomplete: sums.incomplete * times,
    byRater: sums.byRater.map((sum) => sum * many),
    squares: sums.squares * many,
    squaredTotals: sums.squaredTotals * many,
  }
}

/** The mean squares of a two-way analysis of variance without replication. */
export const meanSquaresOf = ({ people, byRater, squares, squaredTotals }: RatingSums) => {
  const raterCount = byRater.length
  const squaredGrandTotal = sumOf(byRater) ** 2n
  const total = BigInt(people * raterCount) * squares - squaredGrandTotal
  const ofPeople = BigInt(people) * squaredTotals - squaredGrandTotal
  const ofRaters = BigInt(raterCount) * sumOfSquares(byRater) - squaredGrandTotal
  const meanSquare = (sumOfSquaresTimesCells: bigint, degreesOfFreedom: number) =>
    inexactly(sumOfSquaresTimesCells >> 128n) / (people * raterCount) / degreesOfFreedom
  return {
    betweenPeople: meanSquare(ofPeople, people - 1),
    betweenRaters: meanSquare(ofRaters, raterCount - 1),
    withinPeople: meanSquare(total - ofPeople, people * (raterCount - 1)),
    residual: meanSquare(total - ofPeople - ofRaters, (people - 1) * (raterCount - 1)),
  }
}
