export { type CompetencyLevels, competencyGap, competencyGapEntry } from './competency-gap.ts'
export {
  dynamicNeed,
  dynamicNeedAccumulator,
  dynamicNeedEntry,
  needFulfilment,
  needFulfilmentAccumulator,
  type RoleNeeds,
} from './dynamic-need.ts'
export {
  gapPrevalence,
  gapPrevalenceAccumulator,
  gapPrevalenceEntry,
  meanGap,
  meanGapAccumulator,
  type RoleHolders,
} from './gap-prevalence.ts'
export {
  hennessyHicksRanking,
  hennessyHicksRankingEntry,
  type RankedTask,
  type RatedTask,
} from './hennessy-hicks-ranking.ts'
export type { ImportanceAndAbility, RatedPair } from './importance-and-ability.ts'
export {
  type ImportanceAndPerformance,
  type ImportancePerformanceMatrix,
  importancePerformanceQuadrants,
  importancePerformanceQuadrantsEntry,
  type PlacedItem,
  type Quadrant,
} from './importance-performance-quadrants.ts'
export {
  meanWeightedDiscrepancyScore,
  meanWeightedDiscrepancyScoreAccumulator,
  meanWeightedDiscrepancyScoreEntry,
} from './mean-weighted-discrepancy-score.ts'
export type { FactorRange } from './need-priority.ts'
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
export {
  exampleTaskSelectionTree,
  type TaskRating,
  type TaskRatings,
  type TaskSelection,
  type TaskSelectionTree,
  type TrainingDecision,
  taskSelection,
  taskSelectionEntry,
  trainingDecisions,
} from './task-selection.ts'
