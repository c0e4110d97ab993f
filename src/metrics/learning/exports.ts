export {
  type ClassSums,
  classNormalisedGain,
  classNormalisedGainAccumulator,
  classNormalisedGainEntry,
  type ScoresOutOf,
} from './class-normalised-gain.ts'
export { type EffectSize, type EffectSizeInput, effectSize, effectSizeEntry } from './effect-size.ts'
export type { GainSums } from './gain-sums.ts'
export { meanGain, meanGainAccumulator, meanGainEntry } from './mean-gain.ts'
export type { PairedScore, PairedScores, Score } from './paired-scores.ts'
export { type PairedT, pairedT, pairedTAccumulator, pairedTEntry } from './paired-t.ts'
export {
  type Attempts,
  type PassCounts,
  type PassRateInput,
  passRate,
  passRateAccumulator,
  passRateEntry,
} from './pass-rate.ts'
