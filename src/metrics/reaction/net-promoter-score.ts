import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import type { Interval, Measured, NotMeasurable } from '../result.ts'
import { measured, notMeasurable } from '../result.ts'
import { type Answer, type AnswerScale, needsAnswersOnScale, needsScale } from './answer-scale.ts'

/** The answers to "how likely are you to recommend …?", and to no other question. */
export type RecommendationAnswers = {
  readonly answers: readonly Answer[]
  /** Stated, so that a question on another scale is never scored by accident. */
  readonly scale: AnswerScale
}

/** Everybody who answered, in exactly one of three buckets. */
export type PromoterCounts = {
  readonly promoters: number
  readonly passives: number
  readonly detractors: number
}

/** The score with the buckets it came from; they add up to `n`. */
export type NetPromoterScore = Measured & PromoterCounts

const isZeroToTen = ({ min, max }: AnswerScale): boolean => min === 0 && max === 10

const bucketsOf = (answers: readonly Answer[]): PromoterCounts => {
  let promoters = 0
  let passives = 0
  let detractors = 0
  for (const answer of answers)
    if (answer === null) continue
    else if (answer >= 9) promoters += 1
    else if (answer >= 7) passives += 1
    else detractors += 1
  return { promoters, passives, detractors }
}

const standardNormalQuantile975 = 1.959963984540054

const normalInterval = (score: number, standardError: number): Interval => ({
  low: Math.max(-100, score - standardNormalQuantile975 * standardError),
  high: Math.min(100, score + standardNormalQuantile975 * standardError),
  confidence: 0.95,
  method: 'normal',
})

const scoreOf = (buckets: PromoterCounts): NetPromoterScore | NotMeasurable => {
  const { promoters, passives, detractors } = buckets
  const answered = promoters + passives + detractors
  if (answered === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'answers' })
  const netShare = (promoters - detractors) / answered
  const value = (100 * (promoters - detractors)) / answered
  const variance = (promoters + detractors) / answered - netShare * netShare
  const allAlike = promoters === answered || passives === answered || detractors === answered
  return {
    ...measured({
      value,
      n: answered,
      unit: 'points',
      ...(allAlike
        ? { notes: [{ code: 'NoIntervalAllAlike' }] }
        : { interval: normalInterval(value, 100 * Math.sqrt(variance / answered)) }),
    }),
    ...buckets,
  }
}

/**
 * Learner net promoter score (净推荐值), M34: how many more would recommend than would warn.
 *
 * Formula: 100 × (share of promoters − share of detractors), on the scale 0 to 10: promoters answered 9 or 10,
 * detractors 0 to 6, the rest are passives. Standard error: 100 × √((p + d − (p − d)²) / n).
 *
 * When to use: for the one question "how likely are you to recommend this course to a colleague?".
 * When not: for any other question that happens to run from 0 to 10, or on any other scale: answers from 1 to 4
 * would all be detractors.
 *
 * Result: points from −100 to 100 with the buckets and the normal 95 % interval, cut at ±100; no interval, and
 * the note `NoIntervalAllAlike`, when everybody is in one bucket; `undefined` (`ScaleMismatch`) on another scale,
 * (`ZeroDenominator`) when nobody answered. Throws when an answer is off the scale.
 *
 * Source: Reichheld (2003), Harvard Business Review 81(12); standard error as for a difference of multinomial
 * shares.
 *
 * @example
 * ```ts
 * import { netPromoterScore } from 'training-ops/metrics'
 * const score = netPromoterScore({ answers: [10, 9, 9, 8, 3], scale: { min: 0, max: 10 } })
 * score.status === 'ok' && score.value // => 40
 * netPromoterScore({ answers: [4, 4, 3], scale: { min: 1, max: 4 } }) // => { status: 'undefined', reason: { code: 'ScaleMismatch', expected: '0 to 10', got: '1 to 4' } }
 * ```
 */
export const netPromoterScore = /* @__PURE__ */ guarded(
  'netPromoterScore',
  ({ answers, scale }: RecommendationAnswers): NetPromoterScore | NotMeasurable => {
    needsScale('netPromoterScore', scale)
    if (!isZeroToTen(scale))
      return notMeasurable({
        code: 'ScaleMismatch',
        expected: '0 to 10',
        got: `${scale.min} to ${scale.max}`,
      })
    needsAnswersOnScale('netPromoterScore', 'answers', answers, scale)
    return scoreOf(bucketsOf(answers))
  },
)

/** Net promoter score over answers on the scale 0 to 10, one at a time. */
export const netPromoterScoreAccumulator: Accumulator<
  Answer,
  PromoterCounts,
  NetPromoterScore | NotMeasurable
> = /* @__PURE__ */ guardedAccumulator('netPromoterScoreAccumulator', {
  empty: { promoters: 0, passives: 0, detractors: 0 },
  lift: (answer) => {
    needsAnswersOnScale('netPromoterScoreAccumulator', 'answers', [answer], { min: 0, max: 10 })
    return bucketsOf([answer])
  },
  combine: (a, b) => ({
    promoters: a.promoters + b.promoters,
    passives: a.passives + b.passives,
    detractors: a.detractors + b.detractors,
  }),
  extract: scoreOf,
})

export const netPromoterScoreEntry: MetricEntry = {
  id: 'M34',
  calculator: 'netPromoterScore',
  unit: 'points',
  quantity: 'answers',
  better: 'more',
  level: 'L1',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Reichheld 2003'],
}
