import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { share } from '../share.ts'
import {
  type Answer,
  type AnswerScale,
  needsAnswersOnScale,
  needsOnScale,
  needsScale,
} from './answer-scale.ts'

/** The answers to one satisfaction question. */
export type SatisfactionAnswers = {
  /** One per questionnaire; `null` where the question was left out. */
  readonly answers: readonly Answer[]
  readonly scale: AnswerScale
  /** `true` when these answers are a sample of a larger group: only then is there an interval. */
  readonly sampled?: boolean
}

/** How many answered, and how many of those in the top boxes. */
export type BoxCounts = { readonly satisfied: number; readonly answered: number }

const boxesIn = ({ min, max }: AnswerScale): number => Math.max(0, Math.min(2, max - min - 2))

/**
 * How many of the highest categories count as satisfied: two, or one of a scale of four.
 *
 * @example
 * ```ts
 * import { boxesOf } from 'training-ops/metrics'
 * boxesOf({ min: 1, max: 5 }) // => 2
 * boxesOf({ min: 1, max: 4 }) // => 1
 * ```
 */
export const boxesOf = /* @__PURE__ */ guarded('boxesOf', boxesIn)

const countBoxes = (answers: readonly Answer[], scale: AnswerScale): BoxCounts => {
  const belowSatisfied = scale.max - boxesIn(scale)
  const counts = { satisfied: 0, answered: 0 }
  for (const answer of answers)
    if (answer !== null) {
      counts.answered += 1
      if (answer > belowSatisfied) counts.satisfied += 1
    }
  return counts
}

const shareSatisfied = (
  { satisfied, answered }: BoxCounts,
  { scale, sampled }: Omit<SatisfactionAnswers, 'answers'>,
): MetricResult => {
  const boxes = boxesIn(scale)
  return boxes === 0
    ? {
        status: 'undefined',
        reason: { code: 'ScaleMismatch', expected: 'at least 4 points', got: `${scale.min} to ${scale.max}` },
      }
    : share({ part: satisfied, whole: answered, what: 'answers', sampled, variant: { boxes } })
}

/** `topTwoBox`, for a calculator of another name. @internal */
export const topTwoBoxFor = (
  calculator: string,
  argument: string,
  answers: readonly Answer[],
  options: Omit<SatisfactionAnswers, 'answers'>,
): MetricResult => {
  needsAnswersOnScale(calculator, argument, answers, options.scale)
  return shareSatisfied(countBoxes(answers, options.scale), options)
}

/**
 * Top-two-box satisfaction (满意率), M32: the share of answers in the two highest categories.
 *
 * Formula: answers in the two highest categories / answers. On a scale of four points only the highest counts,
 * for the third of four is no praise; the result says which (`variant.boxes`).
 *
 * When to use: as the satisfaction figure, together with the histogram of `itemDistribution`.
 * When not: to compare a five-point with a seven-point questionnaire; nor as evidence of learning.
 *
 * Result: a ratio from 0 to 1 with the Wilson 95 % interval when `sampled`; `undefined`
 * (`ScaleMismatch`) on fewer than four points, (`ZeroDenominator`) when nobody answered. Throws when an answer is
 * off the scale.
 *
 * Source: default D10 of the project's metric catalog; Wilson (1927) for the interval.
 *
 * @example
 * ```ts
 * import { topTwoBox } from 'training-ops/metrics'
 * const satisfied = topTwoBox({ answers: [5, 4, 3, 5, null], scale: { min: 1, max: 5 } })
 * satisfied.status === 'ok' && satisfied.value // => 0.75
 * topTwoBox({ answers: [1, 0], scale: { min: 0, max: 1 } }) // => { status: 'undefined', reason: { code: 'ScaleMismatch', expected: 'at least 4 points', got: '0 to 1' } }
 * ```
 */
export const topTwoBox = /* @__PURE__ */ guarded(
  'topTwoBox',
  ({ answers, ...options }: SatisfactionAnswers): MetricResult =>
    topTwoBoxFor('topTwoBox', 'answers', answers, options),
)

/** Top-two-box over questionnaires, one answer at a time. */
export const topTwoBoxAccumulator = /* @__PURE__ */ guardedAccumulator(
  'topTwoBoxAccumulator',
  (options: Omit<SatisfactionAnswers, 'answers'>): Accumulator<Answer, BoxCounts, MetricResult> => {
    needsScale('topTwoBoxAccumulator', options.scale)
    return {
      empty: { satisfied: 0, answered: 0 },
      lift: (answer) => {
        needsOnScale('topTwoBoxAccumulator', 'answer', answer, options.scale)
        return countBoxes([answer], options.scale)
      },
      combine: (a, b) => ({ satisfied: a.satisfied + b.satisfied, answered: a.answered + b.answered }),
      extract: (counts) => shareSatisfied(counts, options),
    }
  },
)

export const topTwoBoxEntry: MetricEntry = {
  id: 'M32',
  calculator: 'topTwoBox',
  unit: 'ratio',
  quantity: 'answers',
  better: 'more',
  level: 'L1',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Metric catalog D10', 'Wilson 1927'],
}
