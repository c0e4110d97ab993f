import type { MetricEntry } from '../entry.ts'
import { guarded } from '../guard.ts'
import { type Measured, measured, type NotMeasurable, notMeasurable } from '../result.ts'
import { meanOf } from '../statistics/mean.ts'
import { needsWithin, type ScoresOutOf } from './class-normalised-gain.ts'
import { pairsOf, withNotes } from './paired-scores.ts'

/** The mean of the individual changes, with each of them in the order of the people. */
export type NormalisedChange = Measured & {
  /** `null` where a person has no change that could be computed. */
  readonly individual: readonly (number | null)[]
}

const changeOf = (before: number, after: number, max: number): number | null => {
  if (before === after) return before === 0 || before === max ? null : 0
  return after > before ? (after - before) / (max - before) : (after - before) / before
}

/**
 * Individual normalised change (个体归一化变化), M45: what each person gained of what they could, or lost of what they had.
 *
 * Formula: gained: (after − before) / (max − before); lost: (after − before) / before; equal: 0, but nothing for
 * people who had 0 or full marks both times. The figure is the mean over people.
 *
 * When to use: to look at people one by one, where a loss must not weigh more than a gain.
 * When not: as the class's normalised gain (`classNormalisedGain`), which is the default: the mean of individual
 * figures is biased by measurement error.
 *
 * Result: a ratio from −1 to 1 with each person's in `individual`, the note `DroppedAtLimits` counting those at 0 or
 * full marks twice; `undefined` (`TooFewObservations`) when nobody is left. Throws when a score is outside 0 to
 * `max` or the lists differ in length.
 *
 * Source: Marx & Cummings (2007), American Journal of Physics 75, 87–91.
 *
 * @example
 * ```ts
 * import { normalisedChange } from 'training-ops/metrics'
 * const change = normalisedChange({ before: [20, 90, 100], after: [60, 45, 100], max: 100 })
 * change.status === 'ok' && change.individual // => [0.5, -0.5, null]
 * change.status === 'ok' && change.value // => 0
 * ```
 */
export const normalisedChange = /* @__PURE__ */ guarded(
  'normalisedChange',
  (scores: ScoresOutOf): NormalisedChange | NotMeasurable => {
    const { before, after, max } = scores
    needsWithin('normalisedChange', scores)
    const individual = before.map((score, person) => {
      const later = after[person] ?? null
      return score === null || later === null ? null : changeOf(score, later, max)
    })
    const { n, mean } = meanOf(individual)
    if (n === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    const dropped = pairsOf(scores).length - n
    return {
      ...measured({
        value: mean,
        n,
        unit: 'ratio',
        variant: { gain: 'ofPersons' },
        ...withNotes(dropped > 0 ? [{ code: 'DroppedAtLimits', count: dropped }] : []),
      }),
      individual,
    }
  },
)

export const normalisedChangeEntry: MetricEntry = {
  id: 'M45',
  calculator: 'normalisedChange',
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L2',
  class: 'effectiveness',
  options: {},
  accumulates: {
    no: 'It is a mean of fractions with a denominator for each person, and sums of those are rounded.',
  },
  sources: ['Marx & Cummings 2007'],
}
