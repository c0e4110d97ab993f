import { type DataOf, projections } from '../../kernel/index.ts'
import { given, type Segment } from '../../vocabulary/index.ts'
import type { NeedsEvent } from '../events.ts'
import { roleStatusAfter as after, type RoleStatus } from './status.ts'

type Assessed = DataOf<NeedsEvent, 'CompetencyAssessed'>
type Stated = DataOf<NeedsEvent, 'DevelopmentAspirationStated'>

export type RecordedAssessment = Pick<
  Assessed,
  'frameworkId' | 'competency' | 'level' | 'source' | 'assessedAt' | 'validUntil'
> & { withdrawn: boolean }

export type HeldRole = { frameworkId: string; role: string; segment: Segment; status: RoleStatus }

export type CompetenceRecordState = {
  /** By framework and role. */
  roles: Record<string, HeldRole>
  /** By the id of the assessment. */
  assessments: Record<string, RecordedAssessment>
  aspirations: Record<string, Pick<Stated, 'role' | 'competencies' | 'horizon'>>
}

/** Two codes as one key: neither holds a space. */
export const roleKey = (frameworkId: string, role: string): string => `${frameworkId} ${role}`

/** The levels of one person, with source and validity; the roles they hold, and where they want to go. */
export const competenceRecord = projections<NeedsEvent>()({
  name: 'competenceRecord',
  by: ['learnerId'],
  initial: (): CompetenceRecordState => ({ roles: {}, assessments: {}, aspirations: {} }),
  on: {
    RoleAssigned: (record, { frameworkId, role, segment }) => {
      record.roles[roleKey(frameworkId, role)] = { frameworkId, role, segment, status: after.RoleAssigned }
    },
    RoleEnded: (record, { frameworkId, role }) => {
      const held = record.roles[roleKey(frameworkId, role)]
      if (held !== undefined) held.status = after.RoleEnded
    },
    CompetencyAssessed: (record, assessed) => {
      const { frameworkId, competency, level, source, assessedAt, validUntil } = assessed
      record.assessments[assessed.competencyAssessmentId] = {
        frameworkId,
        competency,
        level,
        source,
        assessedAt,
        ...given({ validUntil }),
        withdrawn: false,
      }
    },
    AssessmentWithdrawn: (record, { competencyAssessmentId }) => {
      const assessment = record.assessments[competencyAssessmentId]
      if (assessment !== undefined) assessment.withdrawn = true
    },
    DevelopmentAspirationStated: (record, { aspirationId, role, competencies, horizon }) => {
      record.aspirations[aspirationId] = { competencies, horizon, ...given({ role }) }
    },
  },
})
