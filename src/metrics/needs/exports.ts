export { type CompetencyLevels, competencyGap } from './competency-gap.ts'
export {
  dynamicNeed,
  dynamicNeedAccumulator,
  needFulfilment,
  needFulfilmentAccumulator,
  type RoleNeeds,
} from './dynamic-need.ts'
export {
  gapPrevalence,
  gapPrevalenceAccumulator,
  meanGap,
  meanGapAccumulator,
  type RoleHolders,
} from './gap-prevalence.ts'
export {
  hennessyHicksRanking,
  type RankedTask,
  type RatedTask,
} from './hennessy-hicks-ranking.ts'
export type { ImportanceAndAbility, RatedPair } from './importance-and-ability.ts'
export {
  type ImportanceAndPerformance,
  type ImportancePerformanceMatrix,
  importancePerformanceQuadrants,
  type PlacedItem,
  type Quadrant,
} from './importance-performance-quadrants.ts'
export {
  meanWeightedDiscrepancyScore,
  meanWeightedDiscrepancyScoreAccumulator,
} from './mean-weighted-discrepancy-score.ts'
export type { FactorRange } from './need-priority.ts'
export {
  type NeedPriorities,
  needPriority,
  type RankedNeed,
  type RatedNeed,
} from './need-priority.ts'
export {
  rankedDiscrepancyScore,
  rankedDiscrepancyScoreAccumulator,
} from './ranked-discrepancy-score.ts'
export {
  exampleTaskSelectionTree,
  type TaskRating,
  type TaskRatings,
  type TaskSelection,
  type TaskSelectionTree,
  type TrainingDecision,
  taskSelection,
  trainingDecisions,
} from './task-selection.ts'
