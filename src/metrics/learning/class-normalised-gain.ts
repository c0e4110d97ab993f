import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, listOf, needsAt, needsSameLength } from '../guard.ts'
import { type MetricResult, measured, type Note, notMeasurable } from '../result.ts'
import { meanOf } from '../statistics/mean.ts'
import { type PairedScore, type PairedScores, pairsOf, unpairedNote, withNotes } from './paired-scores.ts'

/** Paired scores on a test, and the most one can score on it. */
export type ScoresOutOf = PairedScores & { readonly max: number }

/** Sums over people with both scores. */
export type ClassSums = {
  readonly pairs: number
  readonly onlyBefore: number
  readonly onlyAfter: number
  readonly before: bigint
  readonly after: bigint
}

type ClassMeans = {
  readonly pairs: number
  readonly before: number
  readonly after: number
  readonly unpaired: readonly Note[]
}

const gainOf = ({ pairs, before, after, unpaired }: ClassMeans, max: number): MetricResult => {
  if (pairs === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  if (before === max) return notMeasurable({ code: 'CeilingBaseline' })
  const gain = (after - before) / (max - before)
  return measured({
    value: gain,
    n: pairs,
    unit: 'ratio',
    variant: { gain: 'ofClass' },
    ...withNotes(gain < 0 ? [...unpaired, { code: 'NegativeGain' }] : unpaired),
  })
}

/** @internal */
export const needsWithin = (calculator: string, { before, after, max }: ScoresOutOf): void => {
  needsAt(Number.isFinite(max) && max > 0, calculator, 'a finite number > 0', 'max', max)
  for (const [argument, scores] of Object.entries({ before, after })) {
    listOf(calculator, argument, scores).forEach((score, person) => {
      if (score !== null)
        needsAt(
          Number.isFinite(score) && score >= 0 && score <= max,
          calculator,
          `null or 0 to max (${max})`,
          argument,
          score,
          person,
        )
    })
  }
  needsSameLength(calculator, ['before', before], ['after', after])
}

/**
 * Class normalised gain (归一化增益), M44: of what the class could still learn, the share it learnt.
 *
 * Formula: (mean after − mean before) / (max − mean before), over people with both scores.
 *
 * When to use: to compare classes that started at different levels.
 * When not: as the mean of individual gains, a different statistic that measurement error biases: one class may
 * have .316 by this and .000 by that. The bands "high" from .7 and "low" under .3 are conventions of physics teaching.
 *
 * Result: a ratio up to 1, negative (note `NegativeGain`) when the class lost; `undefined` (`CeilingBaseline`) when
 * everybody had full marks before, (`TooFewObservations`) when nobody has both scores. Throws when a score is
 * outside 0 to `max` or the lists differ in length.
 *
 * Source: Hake (1998), American Journal of Physics 66, 64–74; default D14 of the project's metric catalog.
 *
 * @example
 * ```ts
 * import { classNormalisedGain } from 'training-ops/metrics'
 * classNormalisedGain({ before: [20, 40, 60], after: [60, 70, 80], max: 100 }) // => { status: 'ok', value: 0.5, n: 3, unit: 'ratio', variant: { gain: 'ofClass' } }
 * ```
 */
export const classNormalisedGain = /* @__PURE__ */ guarded(
  'classNormalisedGain',
  (scores: ScoresOutOf): MetricResult => {
    needsWithin('classNormalisedGain', scores)
    const pairs = pairsOf(scores)
    const sat = (list: PairedScores['before']): number => list.filter((score) => score !== null).length
    return gainOf(
      {
        pairs: pairs.length,
        before: meanOf(pairs.map(([before]) => before)).mean,
        after: meanOf(pairs.map(([, after]) => after)).mean,
        unpaired: unpairedNote(sat(scores.before) - pairs.length, sat(scores.after) - pairs.length),
      },
      scores.max,
    )
  },
)

/** Class normalised gain over people, one at a time; whole scores only. */
export const classNormalisedGainAccumulator = /* @__PURE__ */ guardedAccumulator(
  'classNormalisedGainAccumulator',
  ({ max }: { readonly max: number }): Accumulator<PairedScore, ClassSums, MetricResult> => ({
    empty: { pairs: 0, onlyBefore: 0, onlyAfter: 0, before: 0n, after: 0n },
    lift: ({ before, after }) => {
      needsWithin('classNormalisedGainAccumulator', { before: [before], after: [after], max })
      const whole = Number.isSafeInteger(before ?? 0) && Number.isSafeInteger(after ?? 0)
      needsAt(
        whole,
        'classNormalisedGainAccumulator',
        'whole numbers',
        'before and after',
        `${before}, ${after}`,
      )
      const both = before !== null && after !== null
      return {
        pairs: both ? 1 : 0,
        onlyBefore: before !== null && !both ? 1 : 0,
        onlyAfter: after !== null && !both ? 1 : 0,
        before: both ? BigInt(before) : 0n,
        after: both ? BigInt(after) : 0n,
      }
    },
    combine: (a, b) => ({
      pairs: a.pairs + b.pairs,
      onlyBefore: a.onlyBefore + b.onlyBefore,
      onlyAfter: a.onlyAfter + b.onlyAfter,
      before: a.before + b.before,
      after: a.after + b.after,
    }),
    extract: ({ pairs, onlyBefore, onlyAfter, before, after }) =>
      gainOf(
        {
          pairs,
          before: Number(before) / pairs,
          after: Number(after) / pairs,
          unpaired: unpairedNote(onlyBefore, onlyAfter),
        },
        max,
      ),
  }),
)

export const classNormalisedGainEntry: MetricEntry = {
  id: 'M44',
  calculator: 'classNormalisedGain',
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L2',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Hake 1998', 'arXiv 2407.07730', 'Metric catalog D14'],
}
