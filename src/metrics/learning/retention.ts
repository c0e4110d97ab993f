import type { MetricEntry } from '../entry.ts'
import { guarded, listOf, needsAmount, needsSameLength } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { meanOf } from '../statistics/mean.ts'
import { type Score, unpairedNote, withNotes } from './paired-scores.ts'

/** The same people, in the same order, right after the course and later. */
export type DelayedScores = {
  readonly after: readonly Score[]
  readonly delayed: readonly Score[]
}

/**
 * Retention (保持率), M50: of what people knew at the end, the share they still know.
 *
 * Formula: mean over people of (delayed score / score after the course), people with both. A person who had 0 after the
 * course has nothing to keep and is left out.
 *
 * When to use: with the same test, or an equal one, some weeks later.
 * When not: to foretell forgetting: two points in time make no curve. Above 1 people have learnt on.
 *
 * Result: a ratio ≥ 0, with the notes `UnpairedLeftOut` and `ZeroBaselineLeftOut`; `undefined`
 * (`TooFewObservations`) when nobody is left. Throws when a score is negative or not finite, or the lists differ in
 * length.
 *
 * Source: Kirkpatrick level 2, delayed post-test.
 *
 * @example
 * ```ts
 * import { retention } from 'training-ops/metrics'
 * const kept = retention({ after: [80, 60, 0, 90], delayed: [60, 45, 10, null] })
 * kept.status === 'ok' && [kept.value, kept.n] // => [0.75, 2]
 * ```
 */
export const retention = /* @__PURE__ */ guarded(
  'retention',
  ({ after, delayed }: DelayedScores): MetricResult => {
    for (const [argument, scores] of [
      ['after', after],
      ['delayed', delayed],
    ] as const)
      listOf('retention', argument, scores).forEach((score, person) => {
        if (score !== null) needsAmount('retention', argument, score, person)
      })
    needsSameLength('retention', ['after', after], ['delayed', delayed])
    let onlyAfter = 0
    let onlyDelayed = 0
    let nothingToKeep = 0
    const kept = after.map((score, person) => {
      const later = delayed[person] ?? null
      if (score === null || later === null) {
        if (score !== null) onlyAfter += 1
        if (later !== null) onlyDelayed += 1
        return null
      }
      if (score === 0) nothingToKeep += 1
      return score === 0 ? null : later / score
    })
    const { n, mean } = meanOf(kept)
    if (n === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    return measured({
      value: mean,
      n,
      unit: 'ratio',
      ...withNotes([
        ...unpairedNote(onlyAfter, onlyDelayed),
        ...(nothingToKeep > 0 ? [{ code: 'ZeroBaselineLeftOut', count: nothingToKeep }] : []),
      ]),
    })
  },
)

export const retentionEntry: MetricEntry = {
  id: 'M50',
  calculator: 'retention',
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L2',
  class: 'effectiveness',
  options: {},
  accumulates: {
    no: 'It is a mean of fractions with a denominator for each person, and sums of those are rounded.',
  },
  sources: ['Kirkpatrick level 2'],
}
