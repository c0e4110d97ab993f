export { type CompetencyLevels, competencyGap, competencyGapEntry } from './competency-gap.ts'
export type { FactorRange } from './factor-range.ts'
export type { ImportanceAndAbility, RatedPair } from './importance-and-ability.ts'
export {
  meanWeightedDiscrepancyScore,
  meanWeightedDiscrepancyScoreAccumulator,
  meanWeightedDiscrepancyScoreEntry,
} from './mean-weighted-discrepancy-score.ts'
export {
  type NeedPriorities,
  needPriority,
  needPriorityEntry,
  type RankedNeed,
  type RatedNeed,
} from './need-priority.ts'
export {
  rankedDiscrepancyScore,
  rankedDiscrepancyScoreAccumulator,
  rankedDiscrepancyScoreEntry,
} from './ranked-discrepancy-score.ts'
