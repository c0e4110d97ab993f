import {
  decideTask,
  importancePerformanceQuadrants,
  type MetricResult,
  meanWeightedDiscrepancyScoreAccumulator,
  needPriority,
  rankedDiscrepancyScoreAccumulator,
  type TaskSelectionTree,
} from '../../metrics/index.ts'
import { given } from '../../vocabulary/index.ts'
import type { Horizon } from '../assessment/shapes.ts'
import { meanRating, repeated } from './mean-rating.ts'
import type { MethodOf, PriorityMethod, RankedNeed, RatingScale } from './shapes.ts'

/** A need with its value in the method's own unit, and what it is ordered by: the larger number first. */
type Placed = {
  readonly needId: string
  readonly value: number
  readonly by: readonly number[]
  readonly reading?: RankedNeed['reading']
}

/** A figure that the rules have made sure of: every need is rated. */
const figureOf = (result: MetricResult): number => (result.status === 'ok' ? result.value : 0)

const weighted = (
  { weights, futureDiscount, ratings }: MethodOf<'weightedFactors'>,
  horizonOf: (needId: string) => Horizon,
): readonly Placed[] => {
  const shares = Object.entries(weights).map(([factor, weight]) => [factor, weight / 10_000] as const)
  return needPriority({
    needs: ratings.map(({ needId, factors }) => ({ id: needId, factors, horizon: horizonOf(needId) })),
    weights: Object.fromEntries(shares),
    ranges: Object.fromEntries(shares.map(([factor]) => [factor, { low: 0, high: 10_000 }])),
    futureDiscount: futureDiscount / 10_000,
  }).map(({ id, rank, score }) => ({ needId: id, value: figureOf(score), by: [-(rank ?? ratings.length)] }))
}

/** A scale of one rating tells nothing apart, and is no scale for the calculators: it is read as if it had a second one. */
const wide = ({ min, max }: RatingScale): RatingScale => ({ min, max: Math.max(max, min + 1) })

/** Borich's score, or the ranked discrepancy, turned round: here, too, more is needier. */
const byDiscrepancy = ({
  kind,
  scale,
  ratings,
}: MethodOf<'borich'> | MethodOf<'rankedDiscrepancy'>): readonly Placed[] => {
  const { empty, lift, combine, extract } = (
    kind === 'borich' ? meanWeightedDiscrepancyScoreAccumulator : rankedDiscrepancyScoreAccumulator
  )(wide(scale))
  const sign = kind === 'borich' ? 1 : -1
  return ratings.map(({ needId, answers }) => {
    const sums = answers.map((answer) => repeated(combine, lift(answer), answer.respondents))
    const value = sign * figureOf(extract(sums.reduce(combine, empty))) + 0 // no -0
    return { needId, value, by: [value] }
  })
}

/** By quadrant, and within one by how far performance lags behind importance. */
const byQuadrant = ({
  scale,
  split,
  onSplit,
  order,
  ratings,
}: MethodOf<'importancePerformance'>): readonly Placed[] => {
  const items = ratings.map(({ needId, answers }) => ({
    item: needId,
    importance: meanRating(answers, 'importance') ?? 0,
    performance: meanRating(answers, 'performance') ?? 0,
  }))
  return importancePerformanceQuadrants({ items, scale: wide(scale), split, onSplit }).items.map(
    ({ item, importance, performance, quadrant }) => {
      const value = importance - performance
      return { needId: item, value, by: [-order.indexOf(quadrant), value], reading: quadrant }
    },
  )
}

type Task = MethodOf<'dif'>['ratings'][number]

const meansOf = ({ answers }: Task) => ({
  difficulty: meanRating(answers, 'difficulty') ?? null,
  importance: meanRating(answers, 'importance') ?? null,
  frequency: meanRating(answers, 'frequency') ?? null,
})

/** The rating that the tree asks for and nobody gave, if there is one. */
export const ratingMissing = ({ tree }: MethodOf<'dif'>, rating: Task): string | undefined => {
  const { decision, path } = decideTask(tree, meansOf(rating))
  if (decision !== null) return undefined
  const asked = path.reduce<TaskSelectionTree>(
    (at, { answer }) => (typeof at === 'string' ? at : at[answer]),
    tree,
  )
  return typeof asked === 'string' ? undefined : asked.ask
}

/** By what was decided, and then by importance, difficulty and frequency. */
const byTask = ({ tree, order, ratings }: MethodOf<'dif'>): readonly Placed[] =>
  ratings.flatMap((rating) => {
    const means = meansOf(rating)
    const { decision } = decideTask(tree, means)
    if (decision === null) return []
    const { importance, difficulty, frequency } = means
    const by = [-order.indexOf(decision), importance ?? 0, difficulty ?? 0, frequency ?? 0]
    return [{ needId: rating.needId, value: importance ?? 0, by, reading: decision }]
  })

const placedBy = (method: PriorityMethod, horizonOf: (needId: string) => Horizon): readonly Placed[] => {
  switch (method.kind) {
    case 'weightedFactors':
      return weighted(method, horizonOf)
    case 'borich':
    case 'rankedDiscrepancy':
      return byDiscrepancy(method)
    case 'importancePerformance':
      return byQuadrant(method)
    case 'dif':
      return byTask(method)
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

/** The neediest first. The figures are those of `training-ops/metrics`. */
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
