import type { MetricEntry } from '../entry.ts'
import { guarded, needsFlag } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { momentsOf, sampleVariance } from '../statistics/moments.ts'
import { meanInterval } from '../statistics/t-interval.ts'

/** The answers to a question for a number in a unit. */
export type NumberAnswers = {
  /** One per person, in the unit of the question; `null` where it was left out. */
  readonly answers: readonly (number | null)[]
  /** `true` when those who answered are a sample of a larger group: only then is there an interval. */
  readonly sampled?: boolean
}

/**
 * Mean of a number asked for (数值题均值), M39: hours, years, people, in the unit of the question.
 *
 * Formula: sum of the numbers / people who gave one.
 *
 * When to use: for a question that takes a number: years of service, hours a week that could be saved.
 * When not: where one answer outweighs all others: the mean is then that person's. The smallest and the greatest answer
 * are one person's too, and are not told here.
 *
 * Result: the mean in the question's own unit, with the 95 % t interval when `sampled` (or a note that says why there is none); n is the people;
 * `undefined` (`TooFewObservations`) when nobody answered. Throws when an answer is neither null nor a finite number.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { meanNumber } from 'training-ops/metrics'
 * meanNumber({ answers: [2, 3.5, null, 5] }) // => { status: 'ok', value: 3.5, n: 3, unit: 'scale' }
 * ```
 */
export const meanNumber = /* @__PURE__ */ guarded(
  'meanNumber',
  ({ answers, sampled = false }: NumberAnswers): MetricResult => {
    needsFlag('meanNumber', 'sampled', sampled)
    const moments = momentsOf('meanNumber', 'answers', answers)
    const { n, mean } = moments
    if (n === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    const { notes, ...interval } = meanInterval(mean, sampleVariance(moments), n)
    return measured({
      value: mean,
      n,
      unit: 'scale',
      ...(sampled && { ...interval, ...(notes.length > 0 && { notes }) }),
    })
  },
)

export const meanNumberEntry: MetricEntry = {
  id: 'M39',
  calculator: 'meanNumber',
  unit: 'scale',
  quantity: 'people',
  level: 'L1',
  class: 'effectiveness',
  options: {},
  companions: { weightedMean: {}, weightedShare: {} },
  accumulates: {
    no: 'The numbers may have decimals, whose sums round; those of one question are given together.',
  },
  sources: ['No published standard: defined here'],
}
