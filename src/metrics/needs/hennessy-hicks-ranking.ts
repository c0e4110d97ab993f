import type { MetricEntry } from '../entry.ts'
import { guarded, needsAt, needsText, recordsOf } from '../guard.ts'
import { type Answer, needsAnswersOnScale } from '../reaction/answer-scale.ts'
import type { MetricResult } from '../result.ts'

/** A task of the questionnaire with everybody's two ratings of it, 1 to 7. */
export type RatedTask = {
  readonly task: string
  /** How critical it is to the job, one rating per respondent; `null` where none was given. */
  readonly importance: readonly Answer[]
  /** How well it is performed, in the same order. */
  readonly performance: readonly Answer[]
}

/** A task in its place; tasks without a score stand last and have no rank. */
export type RankedTask = { readonly task: string; readonly rank: number | null; readonly score: MetricResult }

const sevenPoints = { min: 1, max: 7 }

const needsRatings = (
  calculator: string,
  { task, importance, performance }: RatedTask,
  index: number,
): void => {
  needsText(calculator, 'tasks[].task', task, index)
  needsAnswersOnScale(calculator, `tasks[${index}].importance`, importance, sevenPoints)
  needsAnswersOnScale(calculator, `tasks[${index}].performance`, performance, sevenPoints)
  const alike = importance.length === performance.length
  needsAt(
    alike,
    calculator,
    'two lists of one length',
    'tasks',
    `${importance.length}, ${performance.length}`,
    index,
  )
}

const lagsOf = ({ importance, performance }: RatedTask): readonly number[] =>
  importance.flatMap((important, person) => {
    const performed = performance[person] ?? null
    return important === null || performed === null ? [] : [important - performed]
  })

const meanOf = (lags: readonly number[]): number => lags.reduce((sum, lag) => sum + lag, 0) / lags.length

const ranked = (
  calculator: string,
  tasks: readonly RatedTask[],
  averageOf: (lags: readonly number[]) => number,
): readonly RankedTask[] => {
  recordsOf(calculator, 'tasks', tasks).forEach((rated, index) => {
    needsRatings(calculator, rated, index)
  })
  return tasks
    .map((rated) => {
      const lags = lagsOf(rated)
      const n = lags.length
      const count = rated.importance.length - n
      const value = averageOf(lags)
      const score: MetricResult =
        n === 0
          ? { status: 'undefined', reason: { code: 'TooFewObservations', need: 1, have: 0 } }
          : {
              status: 'ok',
              value,
              n,
              unit: 'points',
              ...(count > 0 && { notes: [{ code: 'IncompleteLeftOut', count }] }),
            }
      return { task: rated.task, size: n === 0 ? -9 : value, mean: meanOf(lags), score }
    })
    .sort((a, b) => b.size - a.size || b.mean - a.mean || (a.task < b.task ? -1 : 1))
    .map(({ task, size, score }, place) => ({ task, rank: size < -6 ? null : place + 1, score }))
}

/**
 * Hennessy–Hicks ranking (轩尼诗—希克斯需求排序), M94: tasks by how far their performance lags behind their
 * importance.
 *
 * Formula: for each task, mean of (importance − performance) over those who rated both on the 7-point scale; largest
 * first, ties by name. `hennessyHicksMedians` takes the median of these differences.
 *
 * When to use: to score answers to the Hennessy–Hicks questionnaire, for which you need a licence: only the
 * scoring is here, no item of it.
 * When not: on other scales, or to weight by importance (`meanWeightedDiscrepancyScore`).
 *
 * Result: tasks in order with rank and score, points from −6 to 6; a task nobody rated twice has the score
 * `undefined` (`TooFewObservations`) and no rank. Throws when a rating is not a whole number from 1 to 7, the two
 * lists differ in length, or a task has no name.
 *
 * Source: Hennessy & Hicks (2011), training needs analysis questionnaire and manual, WHO Europe.
 *
 * @example
 * ```ts
 * import { hennessyHicksRanking } from 'training-ops/metrics'
 * const ranked = hennessyHicksRanking([
 *   { task: 'planning', importance: [5, 6], performance: [5, 5] },
 *   { task: 'coaching', importance: [7, 6], performance: [3, 4] },
 * ])
 * ranked[0] // => { task: 'coaching', rank: 1, score: { status: 'ok', value: 3, n: 2, unit: 'points' } }
 * ```
 */
export const hennessyHicksRanking = /* @__PURE__ */ guarded(
  'hennessyHicksRanking',
  (tasks: readonly RatedTask[]): readonly RankedTask[] => ranked('hennessyHicksRanking', tasks, meanOf),
)

/**
 * Hennessy–Hicks ranking by medians (中位数需求排序): the same tasks by the median of (importance − performance).
 *
 * Formula: the middle difference of those who rated both; of an even number of people the mean of the middle two. Largest
 * first; tasks of one median by the mean of the differences, then by name.
 *
 * When to use: where a few people rate everything with 1 or with 7, who move a mean and not a median.
 * When not: to tell many tasks apart: medians of seven points are often equal, and the means decide then.
 *
 * Result: as `hennessyHicksRanking`, and throws as it. There is no accumulator: a median is taken when all ratings are known.
 *
 * Source: Hennessy & Hicks (2011), WHO Europe, for the ratings; the tie-break is ours.
 *
 * @example
 * ```ts
 * import { hennessyHicksMedians } from 'training-ops/metrics'
 * const ranked = hennessyHicksMedians([
 *   { task: 'planning', importance: [5, 6, 7], performance: [5, 5, 1] },
 *   { task: 'coaching', importance: [7, 6, 5], performance: [5, 4, 5] },
 * ])
 * ranked.map(({ task, score }) => [task, score.status === 'ok' && score.value]) // => [['coaching', 2], ['planning', 1]]
 * ```
 */
export const hennessyHicksMedians = /* @__PURE__ */ guarded(
  'hennessyHicksMedians',
  (tasks: readonly RatedTask[]): readonly RankedTask[] =>
    ranked('hennessyHicksMedians', tasks, (lags) => {
      const sorted = [...lags].sort((a, b) => a - b)
      return ((sorted[sorted.length >> 1] as number) + (sorted[(sorted.length - 1) >> 1] as number)) / 2
    }),
)

export const hennessyHicksRankingEntry: MetricEntry = {
  id: 'M94',
  calculator: 'hennessyHicksRanking',
  unit: 'points',
  quantity: 'people',
  level: 'TNA',
  class: 'effectiveness',
  options: {},
  companions: { hennessyHicksMedians: {}, rescaledRating: {} },
  accumulates: { no: 'a rank compares every task with every other; it is taken when all are rated' },
  sources: ['Hennessy & Hicks 2011'],
}
