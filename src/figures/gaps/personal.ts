import { competencyGap, competencyGapEntry } from '../../metrics/index.ts'
import type { CurrentLevel } from '../../needs/events.ts'
import type { GapHeatmapState } from '../../records/needs/levels.ts'
import { type MetricFigure, underMetric } from '../figure.ts'
import { type GapReading, levelIn } from './cells.ts'

/** The requirements of one role of a person, and the levels of the person. */
export type PersonalGap = {
  readonly role: string
  readonly competency: string
  readonly requiredLevel: number
  readonly current: CurrentLevel
  /** Required − current; of a stale level with the note `StaleAssessment`; `undefined` where nobody looked. */
  readonly gap: MetricFigure
}

/**
 * One person's gaps (个人能力差距), role by role: the basis of a development plan. Nobody known by that id has none.
 *
 * @example
 * ```ts
 * import { gapHeatmap, personalGaps } from 'training-ops'
 * personalGaps(gapHeatmap.initial(), 'ada', { asOf: '2026-06-01T00:00:00.000Z' }) // => []
 * ```
 */
export const personalGaps = (
  map: GapHeatmapState,
  learnerId: string,
  reading: Pick<GapReading, 'asOf' | 'precedence'>,
): readonly PersonalGap[] => {
  const levels = Object.hasOwn(map.learners, learnerId) ? map.learners[learnerId] : undefined
  if (levels === undefined) return []
  const held = Object.keys(levels.roles).filter((role) => levels.roles[role] !== null)
  return held.flatMap((role) =>
    (map.roles[role] ?? []).map(({ competency, requiredLevel }) => {
      const current = levelIn(levels, competency, reading)
      const missing = competencyGap({
        required: requiredLevel,
        current: current.status === 'unassessed' ? null : current.level,
        stale: current.status === 'stale',
      })
      return { role, competency, requiredLevel, current, gap: underMetric(competencyGapEntry, missing) }
    }),
  )
}
