import { given } from '../../vocabulary/index.ts'
import type { Horizon } from '../assessment/shapes.ts'
import { discrepancyOf } from './discrepancy.ts'
import { placedByQuadrant } from './importance-performance.ts'
import type { Placed } from './placed.ts'
import type { PriorityMethod, RankedNeed } from './shapes.ts'
import { placedByTask } from './task-selection.ts'
import { weightedScoreOf } from './weighted-factors.ts'

const placedBy = (method: PriorityMethod, horizonOf: (needId: string) => Horizon): readonly Placed[] => {
  switch (method.kind) {
    case 'weightedFactors':
      return method.ratings.map((rating) => weightedScoreOf(method, rating, horizonOf(rating.needId)))
    case 'borich':
    case 'rankedDiscrepancy':
      return method.ratings.map((rating) => discrepancyOf(method.kind, rating))
    case 'importancePerformance':
      return placedByQuadrant(method)
    case 'dif':
      return placedByTask(method)
  }
}

/** The first entry in `by` counts first; ties in the order of ids. */
const inOrder = (a: Placed, b: Placed): number => {
  for (const [at, one] of a.by.entries()) {
    const other = b.by[at] ?? 0
    if (one !== other) return other - one
  }
  return a.needId < b.needId ? -1 : 1
}

/** The neediest first. */
export const ranked = (
  method: PriorityMethod,
  horizonOf: (needId: string) => Horizon,
): readonly RankedNeed[] =>
  [...placedBy(method, horizonOf)].sort(inOrder).map(({ needId, value, reading }, at) => ({
    needId: needId as RankedNeed['needId'],
    score: Math.round(value * 100_000_000),
    rank: at + 1,
    ...given({ reading }),
  }))
