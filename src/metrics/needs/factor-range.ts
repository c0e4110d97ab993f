/** Where a factor begins (0) and ends (1). */
export type FactorRange = { readonly low: number; readonly high: number }

/** The lowest and the highest known value of each factor. */
export const rangesAmong = (
  factors: readonly string[],
  rated: readonly { readonly factors: Readonly<Record<string, number | null>> }[],
): Readonly<Record<string, FactorRange>> =>
  Object.fromEntries(
    factors.map((factor) => {
      const known = rated
        .map(({ factors: values }) => values[factor] ?? null)
        .filter((value): value is number => value !== null)
      return [factor, { low: Math.min(...known), high: Math.max(...known) }]
    }),
  )

/** A value as a share of its range, held between 0 and 1; 0 in a range without width, where all are alike. */
export const normalise = (value: number, range: FactorRange | undefined): number => {
  if (range === undefined || range.low === range.high) return 0
  return Math.min(1, Math.max(0, (value - range.low) / (range.high - range.low)))
}
