import { guarded, needsAt, needsFlag, needsList, needsSameLength } from '../guard.ts'
import { type MetricResult, measured, type Note, notMeasurable } from '../result.ts'
import { studentTQuantile } from '../statistics/student-t.ts'

/** Answers, and how many people of the whole group each stands for. */
export type WeightedAnswers<Answer> = {
  /** One per person; `null` where the question was left out. */
  readonly answers: readonly (Answer | null)[]
  /** One per person, in the same order: a number > 0. */
  readonly weights: readonly number[]
}

const isWeight = (weight: unknown): boolean =>
  Number.isFinite(weight) && (weight as number) > 0 && (weight as number) < 1e140

/** The weighted mean, with the standard error of a sample with these weights, and how many equal answers would be as good. */
const weighted = (
  calculator: string,
  { answers, weights }: WeightedAnswers<number>,
  isAnswer: (answer: number) => boolean,
) => {
  needsList(calculator, 'answers', answers)
  needsList(calculator, 'weights', weights)
  needsSameLength(calculator, ['answers', answers], ['weights', weights])
  let [n, all, squares, total] = [0, 0, 0, 0]
  for (const [at, answer] of answers.entries()) {
    const weight = weights[at] as number
    needsAt(isWeight(weight), calculator, 'a number > 0', 'weights', weight, at)
    needsAt(answer === null || isAnswer(answer), calculator, 'null or an answer', 'answers', answer, at)
    if (answer === null) continue
    n += 1
    all += weight
    squares += weight * weight
    total += weight * answer
  }
  const mean = total / all
  let [spread, ofErrors] = [0, 0]
  for (const [at, answer] of answers.entries()) {
    if (answer === null) continue
    const weight = weights[at] as number
    spread += weight * (answer - mean) ** 2
    ofErrors += (weight * (answer - mean)) ** 2
  }
  const variance = ((n / (n - 1)) * ofErrors) / all ** 2
  // Of a sample of n with the same spread and no weights.
  const unweighted = spread / all / (n - 1)
  return { n, mean, variance, effect: variance / unweighted, kish: all ** 2 / squares }
}

type Weighted = ReturnType<typeof weighted>

const notesOf = ({ effect, kish, n }: Weighted): Note => ({
  code: 'Weighted',
  designEffect: effect,
  effectiveAnswers: n / effect,
  kish,
})

/**
 * Weighted mean (加权均值): the mean of a group from a sample in which people stand for different numbers of others.
 *
 * Formula: Σ wᵢ yᵢ / Σ wᵢ. Its variance: n / (n − 1) × Σ (wᵢ (yᵢ − mean))² / (Σ wᵢ)² (linearised, sampled with replacement).
 *
 * When to use: where some segments answered more often than others, with weights from how many were asked or are there.
 * When not: to make up for people who would have answered differently from those of their segment who did: no weight can.
 *
 * Result: in the unit of the answers, with the 95 % t interval for n − 1 degrees of freedom, or a note that says why there is none; the note
 * `Weighted` tells the design effect (this variance over that of as many people without weights), the effective number of
 * answers (n over it), and Kish's (Σ w)² / Σ w², which asks the weights alone. `undefined` (`TooFewObservations`) when
 * nobody answered. Throws when a weight is no number > 0, an answer neither null nor finite, or the lists differ in length.
 * There is no accumulator: the variance is taken around the weighted mean of all.
 *
 * Source: Lumley (2010), Complex Surveys, and `svymean` of the R package survey; Kish (1965), Survey Sampling.
 *
 * @example
 * ```ts
 * import { weightedMean } from 'training-ops/metrics'
 * const mean = weightedMean({ answers: [4, 5, 3, 2, null], weights: [1, 1, 2, 4, 1] })
 * mean.status === 'ok' && mean.value // => 2.875
 * mean.status === 'ok' && mean.interval?.low.toFixed(3) // => '0.921'
 * ```
 */
export const weightedMean = /* @__PURE__ */ guarded(
  'weightedMean',
  (input: WeightedAnswers<number>): MetricResult => {
    const found = weighted(
      'weightedMean',
      input,
      (answer) => Number.isFinite(answer) && Math.abs(answer) < 1e140,
    )
    const { n, mean, variance } = found
    if (n === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    const figure = { value: mean, n, unit: 'scale' } as const
    if (n < 2) return measured({ ...figure, notes: [{ code: 'NoIntervalFromOne', smallestGroup: n }] })
    if (!(Math.sqrt(variance) > 1e-13 * Math.abs(mean)))
      return measured({ ...figure, notes: [{ code: 'NoIntervalWithoutSpread' }] })
    const half = studentTQuantile({ probability: 0.975, df: n - 1 }) * Math.sqrt(variance)
    return measured({
      ...figure,
      interval: { low: mean - half, high: mean + half, confidence: 0.95, method: 't' },
      notes: [notesOf(found)],
    })
  },
)

/**
 * Weighted share (加权比例): the share of a group that says yes, from a sample in which people stand for different numbers
 * of others.
 *
 * Formula: weights of those who said yes / weights of all who answered; its variance as `weightedMean`.
 *
 * When to use and when not: as `weightedMean`, for a question with two answers, or a share of satisfied.
 *
 * Result: a ratio with the 95 % interval on the logit scale, for n − 1 degrees of freedom, which stays between 0 and 1; or a note that says
 * why there is none; the note `Weighted` as `weightedMean`. `undefined` (`TooFewObservations`) when nobody answered.
 * Throws when a weight is no number > 0, an answer is not true, false or null, or the lists differ in length.
 * There is no accumulator, as of `weightedMean`.
 *
 * Source: Lumley (2010), Complex Surveys, and `svyciprop(method = "logit")` of the R package survey.
 *
 * @example
 * ```ts
 * import { weightedShare } from 'training-ops/metrics'
 * const share = weightedShare({ answers: [true, true, false, false, true], weights: [1, 1, 2, 4, 2] })
 * share.status === 'ok' && share.value // => 0.4
 * share.status === 'ok' && share.interval?.high.toFixed(3) // => '0.930'
 * ```
 */
export const weightedShare = /* @__PURE__ */ guarded(
  'weightedShare',
  ({ answers, weights }: WeightedAnswers<boolean>): MetricResult => {
    needsList('weightedShare', 'answers', answers)
    answers.forEach((answer, at) => {
      if (answer !== null) needsFlag('weightedShare', `answers[${at}]`, answer)
    })
    const found = weighted(
      'weightedShare',
      { answers: answers.map((answer) => (answer === null ? null : Number(answer))), weights },
      () => true,
    )
    const { n, mean: share, variance } = found
    if (n === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    const figure = { value: share, n, unit: 'ratio' } as const
    if (n < 2) return measured({ ...figure, notes: [{ code: 'NoIntervalFromOne', smallestGroup: n }] })
    if (share === 0 || share === 1) return measured({ ...figure, notes: [{ code: 'NoIntervalAllAlike' }] })
    const middle = Math.log(share / (1 - share))
    const half =
      (studentTQuantile({ probability: 0.975, df: n - 1 }) * Math.sqrt(variance)) / (share * (1 - share))
    const [low, high] = [middle - half, middle + half].map((logit) => 1 / (1 + Math.exp(-logit))) as [
      number,
      number,
    ]
    return measured({
      ...figure,
      interval: { low, high, confidence: 0.95, method: 't' },
      notes: [notesOf(found)],
    })
  },
)
