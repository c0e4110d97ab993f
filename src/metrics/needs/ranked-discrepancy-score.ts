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

const calculator = 'rankedDiscrepancyScore'

const scoreOf = (sums: RatedSums): MetricResult => {
  const { pairs, moreImportantThanAble, moreAbleThanImportant } = sums
  if (pairs === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  const inFavourOfAbility = moreAbleThanImportant - moreImportantThanAble
  return measured({ value: (100 * inFavourOfAbility) / pairs, n: pairs, unit: 'points', ...leftOut(sums) })
}

/**
 * Ranked discrepancy score (排序差异分), M93: whether people are abler than they need to be, or less able, from
 * the order of the two ratings alone.
 *
 * Formula: 100 × (share whose ability rating exceeds their importance rating − share whose importance rating
 * exceeds their ability rating).
 *
 * When to use: instead of the Borich score (M92) where ratings are ranks and not amounts; it ranks nearly alike.
 * When not: to tell a small gap from a large one: both count once.
 *
 * Result: points from −100 (everybody less able than needed) to +100; `IncompleteLeftOut` counts those who rated
 * only one; `undefined` (`TooFewObservations`) when nobody rated both. Throws when a rating is off the scale or
 * the two lists differ in length.
 *
 * Source: Narine & Harder (2021), Advancements in Agricultural Development.
 *
 * @example
 * ```ts
 * import { rankedDiscrepancyScore } from 'training-ops/metrics'
 * const scale = { min: 1, max: 5 }
 * rankedDiscrepancyScore({ importance: [5, 4, 5, 3, 4], ability: [2, 3, 4, 3, 5], scale }) // => { status: 'ok', value: -40, n: 5, unit: 'points' }
 * ```
 */
export const rankedDiscrepancyScore = /* @__PURE__ */ guarded(
  'rankedDiscrepancyScore',
  (ratings: ImportanceAndAbility): MetricResult => scoreOf(sumRated(calculator, ratings)),
)

/** The score over respondents that arrive one by one. */
export const rankedDiscrepancyScoreAccumulator = /* @__PURE__ */ guardedAccumulator(
  'rankedDiscrepancyScoreAccumulator',
  (scale: AnswerScale): Accumulator<RatedPair, RatedSums, MetricResult> => ({
    empty: noRatings,
    lift: liftRatedOn(calculator, scale),
    combine: addRated,
    extract: scoreOf,
  }),
)

export const rankedDiscrepancyScoreEntry: MetricEntry = {
  id: 'M93',
  calculator: 'rankedDiscrepancyScore',
  unit: 'points',
  quantity: 'people',
  level: 'TNA',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Narine & Harder 2021'],
}
