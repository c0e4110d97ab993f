import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAmount, needsCount, needsOneOf } from '../guard.ts'
import type { HeadcountBasis } from '../hours/training-hours-per-employee.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { summing } from '../summing.ts'

export type Participations = {
  /** Person-times (人次): one for each counted participation, however many a person has. */
  readonly participations: number
  readonly headcount: number
  /** `average` unless said otherwise. */
  readonly headcountBasis?: HeadcountBasis
}

/**
 * Participation ratio (培训人次率), M02: how many participations there were for each employee.
 *
 * Formula: participations / headcount.
 *
 * When to use: to say how busy the training function was.
 * When not: as coverage (M01). Ten participations by one person of ten give 1 here and 0.1 there.
 *
 * Result: a ratio, which may exceed 1; `n` is the headcount; `undefined` (`ZeroDenominator`) without employees.
 * Throws when participations are not a whole number ≥ 0 or the headcount not a number ≥ 0.
 *
 * Source: Chinese practice (人次); default D1 of the project's metric catalog tells it apart from coverage.
 *
 * @example
 * ```ts
 * import { participationRatio } from 'training-ops/metrics'
 * const ratio = participationRatio({ participations: 130, headcount: 52 })
 * ratio // => { status: 'ok', value: 2.5, n: 52, unit: 'ratio', variant: { counted: 'participations', headcount: 'average' } }
 * ```
 */
export const participationRatio = /* @__PURE__ */ guarded(
  'participationRatio',
  (given: Participations): MetricResult => {
    const { participations, headcount, headcountBasis = 'average' } = given
    needsCount('participationRatio', 'participations', participations)
    needsAmount('participationRatio', 'headcount', headcount)
    needsOneOf('participationRatio', 'headcountBasis', headcountBasis, ['average', 'end', 'fte'])

    if (headcount === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'headcount' })
    return measured({
      value: participations / headcount,
      n: headcount,
      unit: 'ratio',
      variant: { counted: 'participations', headcount: headcountBasis },
    })
  },
)

export const participationRatioAccumulator = /* @__PURE__ */ guardedAccumulator(
  'participationRatioAccumulator',
  /* @__PURE__ */ summing<Participations, MetricResult>(
    'participationRatio',
    { participations: 0, headcount: 0n, headcountBasis: 'average' },
    participationRatio,
  ),
)

export const participationRatioEntry: MetricEntry = {
  id: 'M02',
  calculator: 'participationRatio',
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: { headcountBasis: ['average', 'end', 'fte'] },
  accumulates: 'exact',
  sources: ['Project default D1'],
}
