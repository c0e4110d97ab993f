/** From the first proposal to the pool of trainers (讲师库): chosen, qualified, appointed, developed. */
import { accepted, advised, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { resourceCommands as commands } from '../commands.ts'
import { trainerStatus } from '../events/trainer-status.ts'
import { resourceEvents } from '../events.ts'
import { resourceRejections } from '../rejections.ts'
import { mustBeRegistered, onlyPeopleTeach } from '../rules.ts'
import { resourceSettings } from '../settings.ts'
import { type ResourceState, resource } from '../state.ts'

const events = resourceEvents.make
const { NotNominated, NotQualified, QualificationExpired } = resourceRejections

/** The organisation's own trainers are proposed by somebody first; experts from outside are not. */
const nobodyNominated = ({ kind, nominated }: ResourceState) => kind === 'trainer' && !nominated

export const nominateTrainer = defineDecision({
  command: commands.NominateTrainer,
  reads: { resource },
  decide: (command, { resource }) =>
    refusedBy(
      mustBeRegistered(resource, command.resourceId),
      onlyPeopleTeach(resource, command.resourceId),
      onlyFrom(resource.status, ['active', 'suspended'], 'NominateTrainer'),
    ) ?? accepted(events.TrainerNominated(command)),
})

export const qualifyTrainer = defineDecision({
  command: commands.QualifyTrainer,
  reads: { resource },
  settings: resourceSettings,
  decide: (command, { resource }, { nomination }) => {
    const { resourceId, courseIds, validUntil, at } = command
    const lapsed = validUntil !== undefined && validUntil <= at
    const unasked = nobodyNominated(resource)
    return (
      refusedBy(
        mustBeRegistered(resource, resourceId),
        onlyPeopleTeach(resource, resourceId),
        onlyFrom(resource.status, ['active', 'suspended'], 'QualifyTrainer'),
        unasked && nomination === 'required' && NotNominated({ resourceId }),
        lapsed && QualificationExpired({ resourceId, courseId: courseIds[0] as string, validUntil }),
      ) ??
      advised(accepted(events.TrainerQualified(command)), unasked && { code: 'NobodyNominated', resourceId })
    )
  },
})

export const withdrawQualification = defineDecision({
  command: commands.WithdrawQualification,
  reads: { resource },
  decide: (command, { resource }) => {
    const { resourceId, courseIds } = command
    const never = courseIds.find((courseId) => resource.qualifiedFor[courseId] === undefined)
    return (
      refusedBy(
        mustBeRegistered(resource, resourceId),
        onlyFrom(resource.status, ['active', 'suspended'], 'WithdrawQualification'),
        never !== undefined && NotQualified({ resourceId, courseId: never }),
      ) ?? accepted(events.QualificationWithdrawn(command))
    )
  },
})

export const appointTrainer = defineDecision({
  command: commands.AppointTrainer,
  reads: { resource },
  decide: (command, { resource }) =>
    refusedBy(
      mustBeRegistered(resource, command.resourceId),
      onlyPeopleTeach(resource, command.resourceId),
      onlyFrom(trainerStatus(resource), ['qualified', 'active'], 'AppointTrainer'),
    ) ?? accepted(events.TrainerAppointed(command)),
})

export const developTrainer = defineDecision({
  command: commands.DevelopTrainer,
  reads: { resource },
  decide: (command, { resource }) =>
    refusedBy(
      mustBeRegistered(resource, command.resourceId),
      onlyPeopleTeach(resource, command.resourceId),
      onlyFrom(resource.status, ['active', 'suspended'], 'DevelopTrainer'),
      onlyFrom(resource.developments[command.developmentId] ?? 'none', ['none'], 'DevelopTrainer'),
    ) ?? accepted(events.TrainerDevelopmentPlanned(command)),
})

export const completeTrainerDevelopment = defineDecision({
  command: commands.CompleteTrainerDevelopment,
  reads: { resource },
  decide: (command, { resource }) => {
    const { resourceId, developmentId } = command
    const stage = resource.developments[developmentId]
    return (
      refusedBy(
        mustBeRegistered(resource, resourceId),
        onlyFrom(resource.status, ['active', 'suspended'], 'CompleteTrainerDevelopment'),
        stage === undefined && Unknown({ what: 'development', id: developmentId }),
        onlyFrom(stage ?? 'none', ['planned'], 'CompleteTrainerDevelopment'),
      ) ?? accepted(events.TrainerDevelopmentCompleted(command))
    )
  },
})
