import type { MetricEntry } from '../entry.ts'
import { guarded, needsAt, needsText, recordsOf } from '../guard.ts'
import { type Answer, needsAnswersOnScale } from '../reaction/answer-scale.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

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

const calculator = 'hennessyHicksRanking'
const sevenPoints = { min: 1, max: 7 }

const needsRatings = ({ task, importance, performance }: RatedTask, index: number): void => {
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

const scoreOf = ({ importance, performance }: RatedTask): MetricResult => {
  let [respondents, lag] = [0, 0]
  importance.forEach((important, person) => {
    const performed = performance[person] ?? null
    if (important === null || performed === null) return
    respondents += 1
    lag += important - performed
  })
  if (respondents === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  const count = importance.length - respondents
  return measured({
    value: lag / respondents,
    n: respondents,
    unit: 'points',
    ...(count > 0 && { notes: [{ code: 'IncompleteLeftOut', count }] }),
  })
}

const sizeOf = ({ score }: { readonly score: MetricResult }): number =>
  score.status === 'ok' ? score.value : Number.NEGATIVE_INFINITY

/**
 * Hennessy–Hicks ranking (轩尼诗—希克斯需求排序), M94: tasks by how far their performance lags behind their
 * importance.
 *
 * Formula: for each task, mean of (importance − performance) over those who rated both on the 7-point scale; largest
 * first, ties by name.
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
  (tasks: readonly RatedTask[]): readonly RankedTask[] => {
    recordsOf(calculator, 'tasks', tasks).forEach(needsRatings)
    const scored = tasks.map((rated) => ({ task: rated.task, score: scoreOf(rated) }))
    return scored
      .sort((a, b) => (sizeOf(a) === sizeOf(b) ? (a.task < b.task ? -1 : 1) : sizeOf(b) - sizeOf(a)))
      .map(({ task, score }, place) => ({ task, rank: score.status === 'ok' ? place + 1 : null, score }))
  },
)

export const hennessyHicksRankingEntry: MetricEntry = {
  id: 'M94',
  calculator: 'hennessyHicksRanking',
  unit: 'points',
  quantity: 'people',
  level: 'TNA',
  class: 'effectiveness',
  options: {},
  accumulates: { no: 'a rank compares every task with every other; it is taken when all are rated' },
  sources: ['Hennessy & Hicks 2011'],
}
