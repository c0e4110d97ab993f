import type { Horizon } from '../assessment/shapes.ts'
import type { Placed } from './placed.ts'
import type { MethodOf } from './shapes.ts'

type Weighted = MethodOf<'weightedFactors'>

/** Σ weight · factor · discount, whole numbers throughout; 10¹² is all there is. */
export const weightedScoreOf = (
  { weights, futureDiscount }: Weighted,
  { needId, factors }: Weighted['ratings'][number],
  horizon: Horizon,
): Placed => {
  const weighed = Object.entries(weights).reduce(
    (sum, [factor, weight]) => sum + weight * (factors[factor] ?? 0),
    0,
  )
  const exact = weighed * (horizon === 'future' ? futureDiscount : 10_000)
  return { needId, value: exact / 1e12, by: [exact] }
}
