import { accepted, defineDecision, onlyFrom, refusedBy, rejected, Unknown } from '../../kernel/index.ts'
import { type Segment, segmentParts } from '../../vocabulary/index.ts'
import { needsEvents } from '../events.ts'
import { mustBeOnScale, mustBePublished } from '../framework/rules.ts'
import { publishedFramework } from '../framework/state.ts'
import { needsRejections } from '../rejections.ts'
import { recordCommands as commands } from './commands.ts'
import type { AssessmentSource } from './shapes.ts'
import { competenceRecord, type HeldRole, roleKey } from './state.ts'

const events = needsEvents.make
const { AssessmentInFuture, AssessorMissing, SelfAsSupervisor, ValidityInverted } = needsRejections

const isAlreadySo = (held: HeldRole | undefined, segment: Segment) =>
  held?.status === 'held' && segmentParts.every((part) => held.segment[part] === segment[part])

export const assignRole = defineDecision({
  command: commands.AssignRole,
  reads: { publishedFramework, competenceRecord },
  decide: (command, { publishedFramework, competenceRecord: { roles } }) => {
    const { frameworkId, role } = command
    const profile = publishedFramework.roles[role]
    const refused = refusedBy(
      mustBePublished(publishedFramework, frameworkId),
      profile === undefined && Unknown({ what: 'role', id: role }),
    )
    if (refused !== undefined) return refused
    const segment = { ...profile?.segment, ...command.segment }
    if (isAlreadySo(roles[roleKey(frameworkId, role)], segment)) return accepted()
    return accepted(
      events.RoleAssigned({ ...command, segment, frameworkVersion: publishedFramework.version }),
    )
  },
})

export const endRole = defineDecision({
  command: commands.EndRole,
  reads: { competenceRecord },
  decide: (command, { competenceRecord: { roles } }) => {
    const held = roles[roleKey(command.frameworkId, command.role)]
    if (held?.status === 'ended') return accepted()
    return (
      refusedBy(held === undefined && Unknown({ what: 'roleOfLearner', id: command.role })) ??
      accepted(events.RoleEnded(command))
    )
  },
})

/** A supervisor or observer who rates is named, and is somebody else. */
const theWordIsAnothers = (source: AssessmentSource, learnerId: string, assessedBy: string | undefined) => {
  if (source !== 'supervisor' && source !== 'observation') return false
  if (assessedBy === undefined) return AssessorMissing({ source })
  return assessedBy === learnerId && SelfAsSupervisor({ learnerId })
}

export const assessCompetency = defineDecision({
  command: commands.AssessCompetency,
  reads: { publishedFramework, competenceRecord },
  decide: (command, { publishedFramework, competenceRecord: { assessments } }) => {
    const { at, learnerId, frameworkId, competency, level, source, assessedBy, validUntil } = command
    const { assessedAt = at, competencyAssessmentId } = command
    const { scale = '', levels = [] } = publishedFramework.competencies[competency] ?? {}
    const stands = assessments[competencyAssessmentId]?.withdrawn === false
    return (
      refusedBy(
        mustBePublished(publishedFramework, frameworkId),
        scale === '' && Unknown({ what: 'competency', id: competency }),
        onlyFrom(stands ? 'recorded' : 'unknown', ['unknown'], 'AssessCompetency'),
        mustBeOnScale(competency, level, levels),
        assessedAt > at && AssessmentInFuture({ assessedAt, at }),
        theWordIsAnothers(source, learnerId, assessedBy),
        validUntil !== undefined &&
          validUntil <= assessedAt &&
          ValidityInverted({ validFrom: assessedAt, validUntil }),
      ) ??
      accepted(
        events.CompetencyAssessed({
          ...command,
          assessedAt,
          scale,
          frameworkVersion: publishedFramework.version,
        }),
      )
    )
  },
})

export const withdrawAssessment = defineDecision({
  command: commands.WithdrawAssessment,
  reads: { competenceRecord },
  decide: (command, { competenceRecord: { assessments } }) => {
    const assessment = assessments[command.competencyAssessmentId]
    if (assessment === undefined)
      return rejected(Unknown({ what: 'competencyAssessment', id: command.competencyAssessmentId }))
    if (assessment.withdrawn) return accepted()
    const { frameworkId, competency } = assessment
    return accepted(events.AssessmentWithdrawn({ ...command, frameworkId, competency }))
  },
})

export const stateAspiration = defineDecision({
  command: commands.StateAspiration,
  reads: { competenceRecord },
  decide: (command, { competenceRecord: { aspirations } }) =>
    refusedBy(
      onlyFrom(
        aspirations[command.aspirationId] === undefined ? 'unknown' : 'recorded',
        ['unknown'],
        'StateAspiration',
      ),
    ) ?? accepted(events.DevelopmentAspirationStated(command)),
})
