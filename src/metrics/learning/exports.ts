export {
  type ClassSums,
  classNormalisedGain,
  classNormalisedGainAccumulator,
  type ScoresOutOf,
} from './class-normalised-gain.ts'
export {
  type ControlledEffectInput,
  controlledEffectSize,
  type GroupBeforeAfter,
} from './controlled-effect-size.ts'
export {
  type EffectSize,
  type EffectSizeInput,
  effectSize,
  effectSizeAccumulator,
} from './effect-size.ts'
export type { GainSums } from './gain-sums.ts'
export type { ItemOfTest } from './item-and-totals.ts'
export {
  type ItemDifficultyInput,
  type ItemPoints,
  itemDifficulty,
  itemDifficultyAccumulator,
} from './item-difficulty.ts'
export {
  type DiscriminationInput,
  type DiscriminationSums,
  itemDiscrimination,
  itemDiscriminationAccumulator,
} from './item-discrimination.ts'
export { meanGain, meanGainAccumulator } from './mean-gain.ts'
export { type NormalisedChange, normalisedChange } from './normalised-change.ts'
export type { PairSums } from './pair-sums.ts'
export type { PairedScore, PairedScores, Score } from './paired-scores.ts'
export { pairedT, pairedTAccumulator } from './paired-t.ts'
export {
  type Attempts,
  type PassCounts,
  type PassRateInput,
  passRate,
  passRateAccumulator,
} from './pass-rate.ts'
export { type DelayedScores, retention } from './retention.ts'
export { type SpacedReview, spacedReview } from './spaced-review.ts'
export {
  standardErrorOfMeasurement,
  standardErrorOfMeasurementAccumulator,
} from './standard-error-of-measurement.ts'
export {
  testReliability,
  testReliabilityAccumulator,
} from './test-reliability.ts'
export { type UpperLowerInput, upperLowerDiscrimination } from './upper-lower-discrimination.ts'
export {
  type GainHistogram,
  type SignedRankInput,
  type SignedRankTest,
  wilcoxonSignedRank,
  wilcoxonSignedRankAccumulator,
} from './wilcoxon-signed-rank.ts'
