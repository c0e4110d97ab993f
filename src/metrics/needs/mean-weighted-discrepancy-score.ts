import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import type { AnswerScale } from '../reaction/answer-scale.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import {
  addRated,
  type ImportanceAndAbility,
  leftOut,
  liftRatedOn,
  noRatings,
  type RatedPair,
  type RatedSums,
  sumRated,
} from './importance-and-ability.ts'

const calculator = 'meanWeightedDiscrepancyScore'

const scoreOf = (sums: RatedSums): MetricResult => {
  const { pairs, importance, ability } = sums
  if (pairs === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  const weightedDiscrepancy = importance * (importance - ability)
  return measured({
    value: weightedDiscrepancy / (pairs * pairs),
    n: pairs,
    unit: 'points',
    ...leftOut(sums),
  })
}

/**
 * Mean weighted discrepancy score (加权差异均值), M92, the Borich score: how much a competency needs training,
 * the more so the more it matters.
 *
 * Formula: mean over respondents of (importance − ability) × mean importance, which is mean importance × (mean
 * importance − mean ability); over those who rated both.
 *
 * When to use: to rank competencies that the same people rated for importance and for ability.
 * When not: as an absolute size, or across scales; and as ratings are ranks rather than amounts, compare with the
 * ranked discrepancy score (M93).
 *
 * Result: points, at most highest × (highest − lowest) rating, 20 on a scale of 1 to 5; negative where people are
 * abler than needed; `IncompleteLeftOut` counts those who rated only one; `undefined` (`TooFewObservations`) when nobody rated both.
 * Throws when a rating is off the scale or the two lists differ in length.
 *
 * Source: Borich (1980), Journal of Teacher Education 31; McKim & Saucier (2011), Journal of Extension 49(2).
 *
 * @example
 * ```ts
 * import { meanWeightedDiscrepancyScore } from 'training-ops/metrics'
 * const scale = { min: 1, max: 5 }
 * meanWeightedDiscrepancyScore({ importance: [5, 4, 5, 3, 4], ability: [2, 3, 4, 3, 5], scale }) // => { status: 'ok', value: 3.36, n: 5, unit: 'points' }
 * ```
 */
export const meanWeightedDiscrepancyScore = /* @__PURE__ */ guarded(
  'meanWeightedDiscrepancyScore',
  (ratings: ImportanceAndAbility): MetricResult => scoreOf(sumRated(calculator, ratings)),
)

/** The score over respondents that arrive one by one. */
export const meanWeightedDiscrepancyScoreAccumulator = /* @__PURE__ */ guardedAccumulator(
  'meanWeightedDiscrepancyScoreAccumulator',
  (scale: AnswerScale): Accumulator<RatedPair, RatedSums, MetricResult> => ({
    empty: noRatings,
    lift: liftRatedOn(calculator, scale),
    combine: addRated,
    extract: scoreOf,
  }),
)

export const meanWeightedDiscrepancyScoreEntry: MetricEntry = {
  id: 'M92',
  calculator: 'meanWeightedDiscrepancyScore',
  unit: 'points',
  quantity: 'people',
  level: 'TNA',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Borich 1980', 'McKim & Saucier 2011'],
}
