import { needsAt, needsList } from '../guard.ts'

/** Rows of people, columns of items; `null` is no answer. @public */
export type ItemRows = readonly (readonly (number | null)[])[]

/** Sums over complete rows: in bigint where scores are whole, so that nothing is rounded. @public */
export type ItemSums = {
  readonly people: bigint
  /** Rows left out because an answer is missing. */
  readonly incomplete: number
  readonly sums: readonly bigint[]
  readonly squares: readonly bigint[]
  readonly totalSquares: bigint
}

/** Beyond 10¹⁴⁰ the squares of totals are no longer numbers. */
const isSmallEnough = (score: unknown): boolean => Number.isFinite(score) && Math.abs(score as number) < 1e140

/** The error of a row, unless only an answer is missing. */
const needsRow = (
  calculator: string,
  row: ItemRows[number],
  items: number,
  person: number | undefined,
  isScore: (score: unknown) => boolean,
): void => {
  needsAt(row?.length === items, calculator, `${items} items`, 'scores', row?.length, person)
  needsList(calculator, 'scores[]', row)
  row.forEach((score, item) => {
    needsAt(score === null || isScore(score), calculator, 'a number', `scores[][${item}]`, score, person)
  })
}

export const wholeItemSums = (calculator: string, row: ItemRows[number], items: number): ItemSums => {
  needsRow(calculator, row, items, undefined, Number.isSafeInteger)
  const nothing = row.map(() => 0n)
  if (row.includes(null))
    return { people: 0n, incomplete: 1, sums: nothing, squares: nothing, totalSquares: 0n }
  const sums = (row as readonly number[]).map(BigInt)
  const total = sums.reduce((sum, score) => sum + score, 0n)
  return {
    people: 1n,
    incomplete: 0,
    sums,
    squares: sums.map((score) => score * score),
    totalSquares: total * total,
  }
}

/**
 * Sums over the complete rows, in one pass around the first of them. Whole scores are added exactly, as long as a sum
 * of squared distances is below 2⁵³. Where an answer is missing, the pass begins again with the rows that lack none, so
 * that nothing of the others is in any sum.
 */
export const itemSums = (calculator: string, rows: ItemRows): ItemSums => {
  needsList(calculator, 'scores', rows)
  if (rows.length > 0) needsList(calculator, 'scores[0]', rows[0])
  const origin = Float64Array.from((rows[0] ?? []) as readonly number[])
  const items = origin.length
  const sums = new Float64Array(items)
  const squares = new Float64Array(items)
  let totalSquares = 0
  let fractions = 0
  let areAllComplete = true
  for (const row of rows) {
    let total = 0
    let item = 0
    for (; item < items; item += 1) {
      const score = row[item] as number
      if (typeof score !== 'number') break
      const distance = score - (origin[item] as number)
      total += distance
      fractions += distance - Math.floor(distance)
      ;(sums[item] as number) += distance
      ;(squares[item] as number) += distance * distance
    }
    totalSquares += total * total
    if (item < items || row.length > items) {
      areAllComplete = false
      break
    }
  }
  if (!areAllComplete || !(totalSquares < 1e280))
    rows.forEach((row, person) => {
      needsRow(calculator, row, items, person, row?.includes?.(null) ? Number.isFinite : isSmallEnough)
    })
  if (!areAllComplete) {
    const complete = rows.filter((row) => !row.includes(null))
    return { ...itemSums(calculator, complete), incomplete: rows.length - complete.length }
  }
  const isExact = fractions === 0 && Math.max(totalSquares, ...squares) < 2 ** 53
  const added = (isExact ? BigInt : Number) as typeof BigInt
  return {
    people: added(rows.length),
    incomplete: 0,
    sums: Array.from(sums, added),
    squares: Array.from(squares, added),
    totalSquares: added(totalSquares),
  }
}
