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

const needsRows = (
  calculator: string,
  rows: ItemRows,
  isScore: (score: number) => boolean,
  what: string,
): void => {
  const items = rows[0]?.length
  rows.forEach((row, person) => {
    needsAt(row.length === items, calculator, `a row of ${items} items`, 'scores', row.length, person)
    row.forEach((score, item) => {
      needsAt(score === null || isScore(score), calculator, what, `scores[][${item}]`, score, person)
    })
  })
}

const isComplete = (row: readonly (number | null)[]): row is readonly number[] => !row.includes(null)

export const exactItemSpread = ({
  people,
  incomplete,
  sums,
  squares,
  totalSquares,
}: ItemSums): ItemSpread => {
  const count = BigInt(people)
  let total = 0n
  let ofItems = 0n
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
  needsRows(calculator, rows, Number.isSafeInteger, 'a whole number')
  const sums = Array.from(rows[0] ?? [], () => 0n)
  const squares = [...sums]
  let totalSquares = 0n
  const complete = rows.filter(isComplete)
  for (const row of complete) {
    let total = 0n
    row.forEach((score, item) => {
      const whole = BigInt(score)
      total += whole
      sums[item] = (sums[item] as bigint) + whole
      squares[item] = (squares[item] as bigint) + whole * whole
    })
    totalSquares += total * total
  }
  return { people: complete.length, incomplete: rows.length - complete.length, sums, squares, totalSquares }
}

const spreadAround = (means: Float64Array, rows: ItemRows, people: number): ItemSpread => {
  let ofItems = 0
  let ofTotals = 0
  for (const row of rows.filter(isComplete)) {
    let total = 0
    row.forEach((score, item) => {
      const distance = score - (means[item] as number)
      total += distance
      ofItems += distance * distance
    })
    ofTotals += total * total
  }
  return {
    people,
    incomplete: rows.length - people,
    items: means.length,
    ofTotals: ofTotals * people,
    shared: (ofTotals - ofItems) * people,
  }
}

/** How far items and totals spread over the complete rows, in one pass when scores are whole. */
export const itemSpread = (calculator: string, rows: ItemRows): ItemSpread => {
  const items = rows[0]?.length ?? 0
  const sums = new Float64Array(items)
  const squares = new Float64Array(items)
  let totalSquares = 0
  let people = 0
  let whole = true
  for (const row of rows) {
    let total = 0
    let item = 0
    if (row.length !== items) whole = false
    for (; item < items; item += 1) {
      const score = row[item] as number | null
      if (score === null) break
      total += score
      if (whole && Math.floor(score) !== score) whole = false
      sums[item] = (sums[item] as number) + score
      squares[item] = (squares[item] as number) + score * score
    }
    if (item === items) {
      totalSquares += total * total
      people += 1
    } else
      while (item-- > 0) {
        const score = row[item] as number
        sums[item] = (sums[item] as number) - score
        squares[item] = (squares[item] as number) - score * score
      }
  }
  if (!whole) {
    needsRows(calculator, rows, Number.isFinite, 'a finite number')
    return spreadAround(
      sums.map((sum) => sum / people),
      rows,
      people,
    )
  }
  return exactItemSpread(
    Math.max(totalSquares, ...squares) <= Number.MAX_SAFE_INTEGER
      ? {
          people,
          incomplete: rows.length - people,
          sums: Array.from(sums, BigInt),
          squares: Array.from(squares, BigInt),
          totalSquares: BigInt(totalSquares),
        }
      : wholeItemSums(calculator, rows),
  )
}
