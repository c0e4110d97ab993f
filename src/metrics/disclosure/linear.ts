/** Exact elimination on whole numbers. */

const gcd = (a: number, b: number): number => {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y > 0) [x, y] = [y, x % y]
  return x
}

const shortened = (row: number[]): number[] => {
  const common = row.reduce(gcd, 0)
  return common > 1 ? row.map((one) => one / common) : row
}

export type Echelon = { readonly rows: readonly (readonly number[])[]; readonly pivots: readonly number[] }

/** The reduced row echelon form, its rows whole numbers; `undefined` where they become too large to be exact. */
export const echelonOf = (given: readonly (readonly number[])[]): Echelon | undefined => {
  const rows = given.map((row) => [...row])
  const columns = rows[0]?.length ?? 0
  const pivots: number[] = []
  for (let column = 0; column < columns && pivots.length < rows.length; column += 1) {
    const found = rows.findIndex((row, at) => at >= pivots.length && row[column] !== 0)
    if (found < 0) continue
    const pivot = rows[found] as number[]
    rows[found] = rows[pivots.length] as number[]
    rows[pivots.length] = pivot
    const by = pivot[column] as number
    for (const [at, row] of rows.entries()) {
      const times = row[column] as number
      if (at === pivots.length || times === 0) continue
      const less = row.map((one, index) => one * by - (pivot[index] as number) * times)
      if (!less.every(Number.isSafeInteger)) return undefined
      rows[at] = shortened(less)
    }
    pivots.push(column)
  }
  return { rows: rows.slice(0, pivots.length), pivots }
}

/** One whole vector for each free column, which every row answers with 0. */
export const kernelOf = ({ rows, pivots }: Echelon, columns: number): readonly (readonly number[])[] =>
  Array.from({ length: columns }, (_, column) => column)
    .filter((column) => !pivots.includes(column))
    .map((free) => {
      const common = rows.reduce((least, row, at) => {
        const by = Math.abs(row[pivots[at] as number] as number)
        return row[free] === 0 ? least : (least / gcd(least, by)) * by
      }, 1)
      const vector = new Array<number>(columns).fill(0)
      vector[free] = common
      for (const [at, row] of rows.entries()) {
        const pivot = pivots[at] as number
        vector[pivot] = (-(row[free] as number) * common) / (row[pivot] as number)
      }
      return shortened(vector)
    })
