import type { MetricEntry } from '../entry.ts'
import { guarded, needsNumber } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** The level a role requires and the level last assessed, on one scale. */
export type CompetencyLevels = {
  readonly required: number
  /** `null`: never assessed, which is not the same as 0. */
  readonly current: number | null
  /** The assessment's validity has run out. */
  readonly stale?: boolean
}

/**
 * Competency gap (胜任力差距), M90: how far somebody is from what the role requires.
 *
 * Formula: required − current; above 0 a gap, below 0 a surplus.
 *
 * When to use: for one person and one competency, both levels on the same scale.
 * When not: for people never assessed. Counting them as 0 makes those nobody looked at the neediest of all.
 *
 * Result: points of the scale; the variant says `gap`, `surplus` or `met`; a `StaleAssessment` note when the
 * assessment has expired; `undefined` (`TooFewObservations`) when there is none. Throws when a level is not finite.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { competencyGap } from 'training-ops/metrics'
 * competencyGap({ required: 4, current: 2 }) // => { status: 'ok', value: 2, n: 1, unit: 'points', variant: { reading: 'gap' } }
 * competencyGap({ required: 3, current: 4 }) // => { status: 'ok', value: -1, n: 1, unit: 'points', variant: { reading: 'surplus' } }
 * competencyGap({ required: 4, current: null }) // => { status: 'undefined', reason: { code: 'TooFewObservations', need: 1, have: 0 } }
 * ```
 */
export const competencyGap = /* @__PURE__ */ guarded(
  'competencyGap',
  ({ required, current, stale = false }: CompetencyLevels): MetricResult => {
    needsNumber('competencyGap', 'required', required)
    if (current === null) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    needsNumber('competencyGap', 'current', current)

    const missing = required - current
    return measured({
      value: missing,
      n: 1,
      unit: 'points',
      variant: { reading: missing > 0 ? 'gap' : missing < 0 ? 'surplus' : 'met' },
      ...(stale ? { notes: [{ code: 'StaleAssessment' }] } : {}),
    })
  },
)

export const competencyGapEntry: MetricEntry = {
  id: 'M90',
  calculator: 'competencyGap',
  unit: 'points',
  quantity: 'people',
  better: 'less',
  level: 'TNA',
  class: 'effectiveness',
  options: {},
  accumulates: { no: 'one person, one competency; gapPrevalence adds people up' },
  sources: ['No published standard: defined here'],
}
