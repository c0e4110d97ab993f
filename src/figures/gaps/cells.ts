import {
  type CompetencyLevels,
  gapPrevalence,
  gapPrevalenceEntry,
  meanGap,
  meanGapEntry,
} from '../../metrics/index.ts'
import { type AssessmentSource, type CurrentLevel, currentLevelOf } from '../../needs/events.ts'
import type { GapHeatmapState, LearnerLevels } from '../../records/needs/levels.ts'
import { type Segment, segmentParts } from '../../vocabulary/index.ts'
import { figureBy, figureOf, type MetricFigure } from '../figure.ts'

export type GapReading = {
  /** The instant at which validity is judged. */
  readonly asOf: string
  /** Which parts of a segment tell cells apart; none: by role alone. */
  readonly by?: readonly (keyof Segment)[]
  /** The order in which sources count; `sourcePrecedence` unless given. */
  readonly precedence?: readonly AssessmentSource[]
}

/** One role (in one segment) and one competency: required − current, over those whose level is known. */
export type GapCell = {
  readonly role: string
  readonly segment: Segment
  readonly competency: string
  readonly requiredLevel: number
  readonly importance: number
  readonly holders: number
  /** People with a valid level; `withGap` of them are below the required level, by `missingLevels` together. */
  readonly assessed: number
  readonly withGap: number
  readonly missingLevels: number
  /** People whose last assessment has run out, and people who never had one: in neither figure, and never 0. */
  readonly stale: number
  readonly unassessed: number
  /** M91. */
  readonly prevalence: MetricFigure
  /** M91b. */
  readonly meanGap: MetricFigure
}

/** Somebody's level in a competency at an instant; withdrawn assessments do not count. */
export const levelIn = (
  { assessments, withdrawn }: LearnerLevels,
  competency: string,
  { asOf, precedence }: GapReading,
): CurrentLevel =>
  currentLevelOf(
    Object.entries(assessments)
      .filter(([id, one]) => one.competency === competency && withdrawn[id] === undefined)
      .map(([, one]) => one),
    asOf,
    precedence,
  )

type Holders = { readonly role: string; readonly segment: Segment; readonly levels: LearnerLevels[] }

/** The people in each role and segment. */
const holdersIn = ({ learners }: GapHeatmapState, by: readonly (keyof Segment)[]): readonly Holders[] => {
  const groups = new Map<string, Holders>()
  for (const levels of Object.values(learners))
    for (const [role, held] of Object.entries(levels.roles)) {
      if (held === null) continue
      const shown = segmentParts.filter((part) => by.includes(part) && held[part] !== undefined)
      const segment: Segment = Object.fromEntries(shown.map((part) => [part, held[part]]))
      const key = JSON.stringify([role, ...segmentParts.map((part) => segment[part] ?? null)])
      const group = groups.get(key) ?? { role, segment, levels: [] }
      group.levels.push(levels)
      groups.set(key, group)
    }
  return [...groups.keys()].sort().map((key) => groups.get(key) as Holders)
}

const prevalence = figureBy({
  entry: gapPrevalenceEntry,
  measure: (roleHolders: readonly CompetencyLevels[]) => gapPrevalence({ roleHolders }),
})

const mean = figureBy({
  entry: meanGapEntry,
  measure: (roleHolders: readonly CompetencyLevels[]) => meanGap({ roleHolders }),
})

const cellOf = (
  { role, segment, levels }: Holders,
  { competency, requiredLevel, importance }: GapHeatmapState['roles'][string][number],
  reading: GapReading,
): GapCell => {
  const current = levels.map((one) => levelIn(one, competency, reading))
  const known = current.flatMap((one): CompetencyLevels[] =>
    one.status === 'valid' ? [{ required: requiredLevel, current: one.level }] : [],
  )
  const missing = known.map(({ current }) => Math.max(0, requiredLevel - (current ?? requiredLevel)))
  return {
    role,
    segment,
    competency,
    requiredLevel,
    importance,
    holders: levels.length,
    assessed: known.length,
    withGap: missing.filter((levels) => levels > 0).length,
    missingLevels: missing.reduce((sum, levels) => sum + levels, 0),
    stale: current.filter((one) => one.status === 'stale').length,
    unassessed: current.filter((one) => one.status === 'unassessed').length,
    prevalence: figureOf(prevalence, known),
    meanGap: figureOf(mean, known),
  }
}

/**
 * The gap heat map (技能短板热力图): for every role that somebody holds, in every segment asked for, and every competency
 * it asks for, how many fall short and by how much. Cells come by role and segment, competencies in the order of the
 * profile. Where nobody's level is known the figures are `undefined` (`ZeroDenominator`).
 *
 * @example
 * ```ts
 * import { gapCells, gapHeatmap } from 'training-ops'
 * const seller = { roles: { seller: {} }, withdrawn: {} }
 * const said = { competency: 'asking', level: 1, source: 'test', assessedAt: '2026-01-05T00:00:00.000Z' } as const
 * const map = {
 *   ...gapHeatmap.initial(),
 *   roles: { seller: [{ competency: 'asking', requiredLevel: 3, importance: 5 }] },
 *   learners: { ada: { ...seller, assessments: { 'ca-1': said } }, bob: { ...seller, assessments: {} } },
 * }
 * const [cell] = gapCells(map as never, { asOf: '2026-06-01T00:00:00.000Z' })
 * cell?.meanGap // => { status: 'ok', value: 2, n: 1, unit: 'points', metric: 'M91b', options: {} }
 * cell?.unassessed // => 1
 * ```
 */
export const gapCells = (map: GapHeatmapState, reading: GapReading): readonly GapCell[] =>
  holdersIn(map, reading.by ?? []).flatMap((holders) =>
    (map.roles[holders.role] ?? []).map((requirement) => cellOf(holders, requirement, reading)),
  )

/**
 * Cells of a heat map as evidence of a need: what `RecordNeedEvidence` takes as `gaps`.
 *
 * @example
 * ```ts
 * import { gapEvidence } from 'training-ops'
 * gapEvidence('sales-2026', []) // => []
 * ```
 */
export const gapEvidence = (frameworkId: string, cells: readonly GapCell[]) =>
  cells.map(({ role, competency, requiredLevel, assessed, withGap, missingLevels, stale, unassessed }) => ({
    frameworkId,
    role,
    competency,
    requiredLevel,
    assessed,
    withGap,
    missingLevels,
    stale,
    unassessed,
  }))
