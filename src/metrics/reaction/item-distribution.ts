import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import { type Measured, measured, type NotMeasurable, notMeasurable } from '../result.ts'
import { exactMoments, sampleVariance } from '../statistics/moments.ts'
import { meanInterval } from '../statistics/t-interval.ts'
import {
  type Answer,
  type AnswerScale,
  needsAnswersOnScale,
  needsOnScale,
  needsScale,
} from './answer-scale.ts'

/** The answers to one question. */
export type ItemAnswers = {
  /** One per questionnaire; `null` where the question was left out or does not apply. */
  readonly answers: readonly Answer[]
  readonly scale: AnswerScale
  /** `true` when these answers are a sample of a larger group: only then is there an interval. */
  readonly sampled?: boolean
}

/** A mean that brings its histogram along. */
export type ItemDistribution = Measured & {
  /** How many gave each answer, every step of the scale, ascending. */
  readonly histogram: readonly { readonly answer: number; readonly count: number }[]
  /** How many gave no answer. They are in neither the histogram nor the mean. */
  readonly unanswered: number
}

/** Counts per step of the scale, ascending, and how many gave no answer. */
export type ItemHistogram = { readonly counts: readonly number[]; readonly unanswered: number }

const histogramOf = ({ answers, scale }: Omit<ItemAnswers, 'sampled'>): ItemHistogram => {
  const counts = Array.from({ length: scale.max - scale.min + 1 }, () => 0)
  let unanswered = 0
  for (const answer of answers)
    if (answer === null) unanswered += 1
    else counts[answer - scale.min] = (counts[answer - scale.min] ?? 0) + 1
  return { counts, unanswered }
}

const distributionOf = (
  { counts, unanswered }: ItemHistogram,
  scale: AnswerScale,
  sampled: boolean,
): ItemDistribution | NotMeasurable => {
  const histogram = counts.map((count, step) => ({ answer: scale.min + step, count }))
  const answered = counts.reduce((sum, count) => sum + count, 0)
  if (answered === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  const points = histogram.reduce((sum, { answer, count }) => sum + answer * count, 0)
  const squares = histogram.reduce((sum, { answer, count }) => sum + answer * answer * count, 0)
  const moments = exactMoments(answered, BigInt(points), BigInt(squares))
  const { notes, ...interval } = sampled
    ? meanInterval(moments.mean, sampleVariance(moments), answered)
    : { notes: [] }
  return {
    ...measured({
      value: points / answered,
      n: answered,
      unit: 'scale',
      ...interval,
      notes: [...notes, { code: 'OrdinalScale', min: scale.min, max: scale.max }],
    }),
    histogram,
    unanswered,
  }
}

/**
 * Distribution and mean of a question (分布与均值), M31: how many gave each answer, and their mean.
 *
 * Formula: mean = sum over the scale of (answer × how many gave it) / how many answered. No answer is not a zero:
 * it is left out, and counted beside.
 *
 * When to use: for every rating question; print the histogram, for the mean alone hides a divided room.
 * When not: to claim that 4 is twice as good as 2. The steps are in order and not equally far apart, which the
 * note `OrdinalScale` says. Nor as effectiveness: satisfaction hardly correlates with learning (Alliger et al.
 * 1997; Sitzmann et al. 2008).
 *
 * Result: the mean on the scale, with `histogram` and `unanswered`; the 95 % t interval when `sampled`
 * (or a note that says why there is none), which takes the steps as equally far apart; `undefined` (`TooFewObservations`) when nobody answered. Throws when the scale is not upwards between whole
 * numbers, or an answer is neither null nor a step of the scale.
 *
 * Source: Kirkpatrick level 1; Alliger et al. (1997), Personnel Psychology 50, 341–358.
 *
 * @example
 * ```ts
 * import { itemDistribution } from 'training-ops/metrics'
 * const item = itemDistribution({ answers: [5, 4, 4, null, 1], scale: { min: 1, max: 5 } })
 * item.status === 'ok' && item.value // => 3.5
 * item.status === 'ok' && item.histogram.map(({ count }) => count) // => [1, 0, 0, 2, 1]
 * ```
 */
export const itemDistribution = /* @__PURE__ */ guarded(
  'itemDistribution',
  (item: ItemAnswers): ItemDistribution | NotMeasurable => {
    needsAnswersOnScale('itemDistribution', 'answers', item.answers, item.scale)
    return distributionOf(histogramOf(item), item.scale, item.sampled ?? false)
  },
)

/** The histogram of one question over questionnaires, one answer at a time. */
export const itemDistributionAccumulator = /* @__PURE__ */ guardedAccumulator(
  'itemDistributionAccumulator',
  (
    scale: AnswerScale,
    { sampled = false }: Pick<ItemAnswers, 'sampled'> = {},
  ): Accumulator<Answer, ItemHistogram, ItemDistribution | NotMeasurable> => {
    needsScale('itemDistributionAccumulator', scale)
    return {
      empty: histogramOf({ answers: [], scale }),
      lift: (answer) => {
        needsOnScale('itemDistributionAccumulator', 'answer', answer, scale)
        return histogramOf({ answers: [answer], scale })
      },
      combine: (a, b) => ({
        counts: a.counts.map((count, step) => count + (b.counts[step] ?? 0)),
        unanswered: a.unanswered + b.unanswered,
      }),
      extract: (histogram) => distributionOf(histogram, scale, sampled),
    }
  },
)

export const itemDistributionEntry: MetricEntry = {
  id: 'M31',
  calculator: 'itemDistribution',
  unit: 'scale',
  quantity: 'answers',
  level: 'L1',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Kirkpatrick level 1', 'Alliger et al. 1997'],
}
