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
  readonly ofEachItem: readonly number[]
  readonly ofTotals: number
  /** `ofTotals` less all of `ofEachItem`: what the items have in common. */
  readonly shared: number
}

export const exactItemSpread = ({
  people,
  incomplete,
  sums,
  squares,
  totalSquares,
}: ItemSums): ItemSpread => {
  const count = BigInt(people)
  const ofEachItem = sums.map((sum, item) => count * (squares[item] ?? 0n) - sum * sum)
  const total = sums.reduce((all, sum) => all + sum, 0n)
  const ofTotals = count * totalSquares - total * total
  return {
    people,
    incomplete,
    items: sums.length,
    ofEachItem: ofEachItem.map(Number),
    ofTotals: Number(ofTotals),
    shared: Number(ofEachItem.reduce((left, spread) => left - spread, ofTotals)),
  }
}

export const wholeItemSums = (calculator: string, rows: ItemRows): ItemSums => {
  const items = rows[0]?.length ?? 0
  const sums = Array.from({ length: items }, () => 0n)
  const squares = [...sums]
  let totalSquares = 0n
  let people = 0
  rows.forEach((row, person) => {
    row.forEach((score, item) => {
      if (score !== null)
        needsAt(Number.isSafeInteger(score), calculator, 'a whole number', `scores[][${item}]`, score, person)
    })
    if (row.includes(null)) return
    people += 1
    let total = 0n
    row.forEach((score, item) => {
      const whole = BigInt(score as number)
      total += whole
      sums[item] = (sums[item] ?? 0n) + whole
      squares[item] = (squares[item] ?? 0n) + whole * whole
    })
    totalSquares += total * total
  })
  return { people, incomplete: rows.length - people, sums, squares, totalSquares }
}

const needsRows = (calculator: string, rows: ItemRows, items: number): void => {
  rows.forEach((row, person) => {
    needsAt(row.length === items, calculator, `a row of ${items} items`, 'scores', row.length, person)
    row.forEach((score, item) => {
      if (score !== null)
        needsAt(Number.isFinite(score), calculator, 'a finite number', `scores[][${item}]`, score, person)
    })
  })
}

const spreadAroundMeans = (rows: ItemRows, means: Float64Array, people: number): ItemSpread => {
  const items = means.length
  const ofEachItem = new Float64Array(items)
  let ofTotals = 0
  for (const row of rows) {
    if (row.includes(null)) continue
    let fromMean = 0
    for (let item = 0; item < items; item += 1) {
      const distance = (row[item] as number) - (means[item] as number)
      fromMean += distance
      ofEachItem[item] = (ofEachItem[item] as number) + distance * distance
    }
    ofTotals += fromMean * fromMean
  }
  const scaled = Array.from(ofEachItem, (spread) => spread * people)
  return {
    people,
    incomplete: rows.length - people,
    items,
    ofEachItem: scaled,
    ofTotals: ofTotals * people,
    shared: scaled.reduce((left, spread) => left - spread, ofTotals * people),
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
  for (let person = 0; person < rows.length; person += 1) {
    const row = rows[person] as readonly (number | null)[]
    if (row.length !== items) needsRows(calculator, rows, items)
    let total = 0
    let item = 0
    for (; item < items; item += 1) {
      const score = row[item] as number | null
      if (score === null) break
      total += score
      whole = whole && Math.floor(score) === score
      sums[item] = (sums[item] as number) + score
      squares[item] = (squares[item] as number) + score * score
    }
    if (item === items) {
      totalSquares += total * total
      people += 1
    } else
      while (item > 0) {
        item -= 1
        const score = row[item] as number
        sums[item] = (sums[item] as number) - score
        squares[item] = (squares[item] as number) - score * score
      }
  }
  if (!whole) {
    needsRows(calculator, rows, items)
    const complete = rows.filter((row) => !row.includes(null))
    const means = new Float64Array(items)
    means.forEach((_, item) => {
      means[item] = complete.reduce((sum, row) => sum + (row[item] as number), 0) / complete.length
    })
    return spreadAroundMeans(rows, means, people)
  }
  const largest = Math.max(totalSquares, ...squares)
  return exactItemSpread(
    largest <= Number.MAX_SAFE_INTEGER
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
