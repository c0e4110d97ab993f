export type Rating = { readonly needId: string; readonly factors: Readonly<Record<string, number>> }
export type Ranked<R extends Rating> = R & { readonly score: number; readonly rank: number }

const scoreOf = (weights: Readonly<Record<string, number>>, { factors }: Rating): number =>
  Object.entries(weights).reduce((sum, [factor, weight]) => sum + weight * (factors[factor] ?? 0), 0)

const byScoreThenId = (
  a: { readonly needId: string; readonly score: number },
  b: { readonly needId: string; readonly score: number },
): number => b.score - a.score || (a.needId < b.needId ? -1 : 1)

/** The highest score first: Σ weight · factor, whole numbers throughout; ties in the order of ids. */
export const ranked = <R extends Rating>(
  weights: Readonly<Record<string, number>>,
  ratings: readonly R[],
): readonly Ranked<R>[] =>
  ratings
    .map((rating) => ({ ...rating, score: scoreOf(weights, rating) }))
    .sort(byScoreThenId)
    .map((scored, at) => ({ ...scored, rank: at + 1 }))
