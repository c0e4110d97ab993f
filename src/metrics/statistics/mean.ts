/**
 * The mean of finite numbers, `null` left out, with what each addition rounds away carried along (Neumaier 1974).
 * Of whole numbers exactly, up to the last division.
 */
export const meanOf = (values: readonly (number | null)[]): { readonly n: number; readonly mean: number } => {
  let n = 0
  let sum = 0
  let lost = 0
  for (const value of values) {
    if (value === null) continue
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
    n += 1
  }
  return { n, mean: n === 0 ? 0 : (sum + lost) / n }
}
