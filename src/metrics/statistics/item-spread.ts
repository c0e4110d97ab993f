import { needsAt } from '../guard.ts'

/** Rows of people, columns of items; `null` is no answer. */
export type ItemRows = readonly (readonly (number | null)[])[]

/** Sums of whole scores over complete rows. */
export type ItemSums = {
  readonly people: number
  /** Rows left out because an answer is missing. */
  readonly incomplete: number
  readonly sums: readonly bigint[]
  readonly squares: readonly bigint[]
  readonly totalSquares: bigint
}

/** Spreads are people × sums of squared distances from the mean: whole where scores are. */
export type ItemSpread = {
  readonly people: number
  readonly incomplete: number
  readonly items: number
  readonly ofTotals: number
  /** `ofTotals` less those of the items: what the items have in common. */
  readonly shared: number
}

const needsRows = (calculator: string, rows: ItemRows, isScore: (score: number) => boolean): void => {
  const items = rows[0]?.length
  rows.forEach((row, person) => {
    needsAt(row.length === items, calculator, `${items} items`, 'scores', row.length, person)
    row.forEach((score, item) => {
      const holds = score === null || isScore(score)
      needsAt(holds, calculator, 'a number', `scores[][${item}]`, score, person)
    })
  })
}

const isComplete = (row: readonly (number | null)[]): row is readonly number[] => !row.includes(null)

export const spreadFromSums = ({ people, incomplete, sums, squares, totalSquares }: ItemSums): ItemSpread => {
  const nothing = totalSquares - totalSquares
  const count = (typeof nothing === 'bigint' ? BigInt(people) : people) as bigint
  let total = nothing
  let ofItems = nothing
  sums.forEach((sum, item) => {
    total += sum
    ofItems += count * (squares[item] as bigint) - sum * sum
  })
  const ofTotals = count * totalSquares - total * total
  return {
    people,
    incomplete,
    items: sums.length,
    ofTotals: Number(ofTotals),
    shared: Number(ofTotals - ofItems),
  }
}

export const wholeItemSums = (calculator: string, rows: ItemRows): ItemSums => {
  needsRows(calculator, rows, Number.isSafeInteger)
  const sums = Array.from(rows[0] ?? [], () => 0n)
  const squares = [...sums]
  let totalSquares = 0n
  const complete = rows.filter(isComplete)
  for (const row of complete) {
    let total = 0n
    row.forEach((score, item) => {
      const whole = BigInt(score)
      total += whole
      ;(sums[item] as bigint) += whole
      ;(squares[item] as bigint) += whole * whole
    })
    totalSquares += total * total
  }
  return { people: complete.length, incomplete: rows.length - complete.length, sums, squares, totalSquares }
}

/**
 * How far items and totals spread over the complete rows, in one pass around the first of them. Whole scores are
 * added exactly, as long as a sum of squared distances is below 2⁵³.
 */
export const itemSpread = (calculator: string, rows: ItemRows): ItemSpread => {
  const origin = Float64Array.from(rows.find(isComplete) ?? [])
  const items = rows[0]?.length ?? 0
  const sums = new Float64Array(items)
  const squares = new Float64Array(items)
  let totalSquares = 0
  let people = 0
  let whole = true
  for (const row of rows) {
    if (row.length !== items) needsRows(calculator, rows, Number.isFinite)
    let total = 0
    let item = 0
    for (; item < items; item += 1) {
      const score = row[item] as number | null
      if (score === null) break
      const distance = score - (origin[item] as number)
      total += distance
      if (whole && Math.floor(distance) !== distance) whole = false
      ;(sums[item] as number) += distance
      ;(squares[item] as number) += distance * distance
    }
    if (item === items) {
      totalSquares += total * total
      people += 1
    } else
      while (item-- > 0) {
        const distance = (row[item] as number) - (origin[item] as number)
        ;(sums[item] as number) -= distance
        ;(squares[item] as number) -= distance * distance
      }
  }
  const largest = Math.max(totalSquares, ...squares)
  if (!Number.isFinite(largest)) needsRows(calculator, rows, Number.isFinite)
  const added = (whole && largest <= Number.MAX_SAFE_INTEGER ? BigInt : Number) as typeof BigInt
  return spreadFromSums({
    people,
    incomplete: rows.length - people,
    sums: Array.from(sums, added),
    squares: Array.from(squares, added),
    totalSquares: added(totalSquares),
  })
}
