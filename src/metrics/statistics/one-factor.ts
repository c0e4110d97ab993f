import { meanOf } from './mean.ts'

/** Loadings of one common factor that leave the least squared residuals of the correlations; `undefined` where there is none. */
export const loadingsOfOneFactor = (
  correlations: readonly (readonly number[])[],
): readonly number[] | undefined => {
  let loadings: number[] = correlations.map((row) => Math.sqrt(Math.abs(meanOf(row).mean)))
  for (let round = 0; round < 20_000; round += 1) {
    const next = [...loadings]
    let moved = 0
    for (const [item, row] of correlations.entries()) {
      let [together, squares] = [0, 0]
      for (const [other, loading] of next.entries()) {
        if (other === item) continue
        together += (row[other] as number) * loading
        squares += loading * loading
      }
      const loading = together / squares
      moved = Math.max(moved, Math.abs(loading - (next[item] as number)))
      next[item] = loading
    }
    loadings = next
    if (moved < 1e-12) return loadings.every((one) => Math.abs(one) < 1) ? loadings : undefined
  }
  return undefined
}
