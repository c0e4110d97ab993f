import { type DataOf, projections } from '../../kernel/index.ts'
import type { AssessmentSource, NeedsEvent } from '../../needs/events.ts'
import type { Segment } from '../../vocabulary/index.ts'
import { given } from '../../vocabulary/index.ts'

type Published = DataOf<NeedsEvent, 'FrameworkPublished'>

/** An assessment of one competency, as a view keeps it. */
export type SeenAssessment = {
  competency: string
  level: number
  source: AssessmentSource
  assessedAt: string
  validUntil?: string | undefined
}

export type LearnerLevels = {
  /** Where each role is held; `null` where it has ended. */
  roles: Record<string, Segment | null>
  /** By the id of the assessment. */
  assessments: Record<string, SeenAssessment>
  /** Ids of assessments that should not have been said, and were not said again since. */
  withdrawn: Record<string, true>
}

export type GapHeatmapState = {
  /** 0: no version is published. */
  version: number
  /** The requirements of each role, by the version that holds. */
  roles: Record<string, Published['roles'][number]['requirements']>
  learners: Record<string, LearnerLevels>
}

const noLevels = (): LearnerLevels => ({ roles: {}, assessments: {}, withdrawn: {} })

const levelsOf = (map: GapHeatmapState, learnerId: string): LearnerLevels => {
  map.learners[learnerId] ??= noLevels()
  return map.learners[learnerId]
}

const bothLevels = (a: LearnerLevels, b: LearnerLevels): LearnerLevels => {
  const stillWithdrawn = Object.entries(a.withdrawn).filter(([id]) => b.assessments[id] === undefined)
  return {
    roles: { ...a.roles, ...b.roles },
    assessments: { ...a.assessments, ...b.assessments },
    withdrawn: { ...Object.fromEntries(stillWithdrawn), ...b.withdrawn },
  }
}

/**
 * The requirements of everybody's roles and their assessments, in one framework; read it with `gapCells`. Any split of the
 * log merges, the later half second.
 */
export const gapHeatmap = projections<NeedsEvent>()({
  name: 'gapHeatmap',
  by: ['frameworkId'],
  initial: (): GapHeatmapState => ({ version: 0, roles: {}, learners: {} }),
  on: {
    FrameworkPublished: (map, { version, roles }) => {
      map.version = version
      map.roles = Object.fromEntries(roles.map(({ role, requirements }) => [role, requirements]))
    },
    RoleAssigned: (map, { learnerId, role, segment }) => {
      levelsOf(map, learnerId).roles[role] = segment
    },
    RoleEnded: (map, { learnerId, role }) => {
      levelsOf(map, learnerId).roles[role] = null
    },
    CompetencyAssessed: (map, assessed) => {
      const { learnerId, competencyAssessmentId, competency, level, source, assessedAt, validUntil } =
        assessed
      const levels = levelsOf(map, learnerId)
      delete levels.withdrawn[competencyAssessmentId]
      levels.assessments[competencyAssessmentId] = {
        competency,
        level,
        source,
        assessedAt,
        ...given({ validUntil }),
      }
    },
    AssessmentWithdrawn: (map, { learnerId, competencyAssessmentId }) => {
      levelsOf(map, learnerId).withdrawn[competencyAssessmentId] = true
    },
  },
  merge: (a, b) => {
    const later = b.version > a.version ? b : a
    const learners = { ...a.learners }
    for (const [learnerId, levels] of Object.entries(b.learners)) {
      const earlier = learners[learnerId]
      learners[learnerId] = earlier === undefined ? levels : bothLevels(earlier, levels)
    }
    return { version: later.version, roles: later.roles, learners }
  },
})
