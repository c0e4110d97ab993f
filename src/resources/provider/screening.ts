import type { ScoredCriterion, ScoreScale } from '../events/shapes.ts'

export type Screening = {
  /** The weighted mean of the scores as a share of the scale, in basis points, rounded half up. */
  readonly score: number
  /** The criteria on which it stayed below what each asks at least. */
  readonly below: string[]
  readonly outcome: 'recommended' | 'notRecommended'
}

/**
 * The result of a screening, as `ScreenProvider` decides it: recommended where the weighted mean reaches the
 * threshold and no criterion stays below its own least. Weights are basis points and 10,000 together.
 *
 * @example
 * ```ts
 * import { screeningOf } from 'training-ops'
 * const criteria = [
 *   { criterion: 'content', weight: 6000, score: 80 },
 *   { criterion: 'dataProtection', weight: 4000, score: 50, atLeast: 60 },
 * ]
 * screeningOf(criteria, { min: 0, max: 100 }, 6000) // => { score: 6800, below: ['dataProtection'], outcome: 'notRecommended' }
 * ```
 */
export const screeningOf = (
  criteria: readonly ScoredCriterion[],
  { min, max }: ScoreScale,
  threshold: number,
): Screening => {
  const above = criteria.reduce((sum, { weight, score }) => sum + weight * (score - min), 0)
  const score = Math.floor((2 * above + (max - min)) / (2 * (max - min)))
  const below = criteria
    .filter(({ score, atLeast }) => atLeast !== undefined && score < atLeast)
    .map(({ criterion }) => criterion)
  const recommended = score >= threshold && below.length === 0
  return { score, below, outcome: recommended ? 'recommended' : 'notRecommended' }
}
