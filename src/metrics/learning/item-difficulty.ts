import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, listOf, needsAt, needsOneOf } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { meanOf } from '../statistics/mean.ts'
import type { Score } from './paired-scores.ts'

const notReachedRules = ['leftOut', 'wrong'] as const

export type ItemDifficultyInput = {
  /** The score of each person on the item; `null` when they did not reach it. */
  readonly scores: readonly Score[]
  /** The most one can score on the item. */
  readonly max: number
  /** Whether an item not reached is `leftOut` (default) or counts as `wrong`. */
  readonly notReached?: (typeof notReachedRules)[number]
}

/** Sums of whole scores on one item. */
export type ItemPoints = {
  readonly reached: number
  readonly notReached: number
  readonly points: bigint
}

const needsScore = (calculator: string, max: number, score: Score, person?: number): void => {
  if (score !== null)
    needsAt(
      Number.isFinite(score) && score >= 0 && score <= max,
      calculator,
      `null or 0 to max (${max})`,
      'scores',
      score,
      person,
    )
}

const needsOptions = (calculator: string, max: number, notReached: string): void => {
  needsAt(Number.isFinite(max) && max > 0, calculator, 'a finite number > 0', 'max', max)
  needsOneOf(calculator, 'notReached', notReached, notReachedRules as readonly string[])
}

const facility = (mean: number, n: number, max: number, notReached: string): MetricResult =>
  n === 0
    ? notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    : measured({ value: mean / max, n, unit: 'ratio', variant: { notReached } })

/**
 * Item difficulty (难度), M47: the share of its points that an item yields. A high figure is an easy item.
 *
 * Formula: mean score on the item / most one can score.
 *
 * When to use: to find items everybody or nobody gets right.
 * When not: across groups of different ability; with a time limit, without saying what an item not reached counts.
 *
 * Result: a ratio from 0 (nobody) to 1 (everybody), the rule for items not reached in `variant`; `undefined`
 * (`TooFewObservations`) when nobody reached it. Throws when a score is outside 0 to `max`.
 *
 * Source: the facility index of Moodle's quiz statistics.
 *
 * @example
 * ```ts
 * import { itemDifficulty } from 'training-ops/metrics'
 * itemDifficulty({ scores: [1, 1, 0, null], max: 1 }) // => { status: 'ok', value: 2 / 3, n: 3, unit: 'ratio', variant: { notReached: 'leftOut' } }
 * itemDifficulty({ scores: [1, 1, 0, null], max: 1, notReached: 'wrong' }) // => { status: 'ok', value: 0.5, n: 4, unit: 'ratio', variant: { notReached: 'wrong' } }
 * ```
 */
export const itemDifficulty = /* @__PURE__ */ guarded(
  'itemDifficulty',
  ({ scores, max, notReached = 'leftOut' }: ItemDifficultyInput): MetricResult => {
    needsOptions('itemDifficulty', max, notReached)
    listOf('itemDifficulty', 'scores', scores).forEach((score, person) => {
      needsScore('itemDifficulty', max, score, person)
    })
    const counted = notReached === 'wrong' ? scores.map((score) => score ?? 0) : scores
    const { n, mean } = meanOf(counted)
    return facility(mean, n, max, notReached)
  },
)

/** Item difficulty over people, one score at a time; whole scores only. */
export const itemDifficultyAccumulator = /* @__PURE__ */ guardedAccumulator(
  'itemDifficultyAccumulator',
  ({
    max,
    notReached = 'leftOut',
  }: Omit<ItemDifficultyInput, 'scores'>): Accumulator<Score, ItemPoints, MetricResult> => {
    needsOptions('itemDifficultyAccumulator', max, notReached)
    return {
      empty: { reached: 0, notReached: 0, points: 0n },
      lift: (score) => {
        needsScore('itemDifficultyAccumulator', max, score)
        needsAt(
          Number.isSafeInteger(score ?? 0),
          'itemDifficultyAccumulator',
          'a whole number',
          'score',
          score,
        )
        return score === null
          ? { reached: 0, notReached: 1, points: 0n }
          : { reached: 1, notReached: 0, points: BigInt(score) }
      },
      combine: (a, b) => ({
        reached: a.reached + b.reached,
        notReached: a.notReached + b.notReached,
        points: a.points + b.points,
      }),
      extract: (sums) => {
        const n = sums.reached + (notReached === 'wrong' ? sums.notReached : 0)
        return facility(Number(sums.points) / n, n, max, notReached)
      },
    }
  },
)

export const itemDifficultyEntry: MetricEntry = {
  id: 'M47',
  calculator: 'itemDifficulty',
  unit: 'ratio',
  quantity: 'people',
  level: 'L2',
  class: 'effectiveness',
  options: { notReached: notReachedRules },
  accumulates: 'exact',
  sources: ['Moodle quiz statistics'],
}
