import {
  accepted,
  advised,
  canonical,
  defineDecision,
  onlyFrom,
  refusedBy,
  Unknown,
} from '../../kernel/index.ts'
import { dayIn } from '../../vocabulary/index.ts'
import { certificateOfVersion } from '../certificate/state.ts'
import { credentialCommands as commands } from '../commands.ts'
import { credentialEvents } from '../events.ts'
import { credentialRejections } from '../rejections.ts'
import { credentialSettings } from '../settings.ts'
import { isMeantFor } from './audience.ts'
import {
  obligationWaiver,
  type RequirementState,
  requirement,
  requirementsInForce,
  type TermsFrom,
  trainingSuggested,
} from './state.ts'

const events = credentialEvents.make
const { EffectBeforeLast, NotWaived, PromotionWithoutRole } = credentialRejections

const mustBeEstablished = ({ status }: RequirementState, requirementId: string) =>
  status === 'none' && Unknown({ what: 'requirement', id: requirementId })

const promotionNamesItsRoles = (
  requirementId: string,
  { trigger, audience }: Pick<TermsFrom, 'trigger' | 'audience'>,
) => trigger.on === 'promotion' && audience.roles.length === 0 && PromotionWithoutRole({ requirementId })

const changesComeInOrder = ({ versions }: RequirementState, effectiveFrom: string) => {
  const last = versions.at(-1)?.effectiveFrom
  return last !== undefined && effectiveFrom < last && EffectBeforeLast({ effectiveFrom, last })
}

/** A credential that no version of the course gives has to be issued by hand. */
const isGrantedByTheCourse = (
  { requires, courseId }: { readonly requires: string; readonly courseId: string },
  granted: Readonly<Record<string, object>>,
) =>
  requires === 'credential' &&
  Object.keys(granted).length === 0 && { code: 'CourseGrantsNoCertificate', courseId }

export const establishRequirement = defineDecision({
  command: commands.EstablishRequirement,
  reads: { requirement, certificateOfVersion },
  decide: (command, { requirement, certificateOfVersion }) =>
    refusedBy(
      onlyFrom(requirement.status, ['none'], 'EstablishRequirement'),
      promotionNamesItsRoles(command.requirementId, command),
    ) ??
    advised(
      accepted(events.RequirementEstablished(command)),
      isGrantedByTheCourse(command, certificateOfVersion.granted),
    ),
})

export const amendRequirement = defineDecision({
  command: commands.AmendRequirement,
  reads: { requirement },
  decide: (command, { requirement }) => {
    const { requirementId, effectiveFrom, at, ...terms } = command
    const { effectiveFrom: _, ...before } = requirement.versions.at(-1) ?? { effectiveFrom }
    return (
      refusedBy(
        mustBeEstablished(requirement, requirementId),
        onlyFrom(requirement.status, ['established'], 'AmendRequirement'),
        promotionNamesItsRoles(requirementId, command),
        changesComeInOrder(requirement, effectiveFrom),
      ) ??
      (canonical(terms) === canonical(before) ? accepted() : accepted(events.RequirementAmended(command)))
    )
  },
})

export const withdrawRequirement = defineDecision({
  command: commands.WithdrawRequirement,
  reads: { requirement },
  decide: (command, { requirement }) =>
    refusedBy(
      mustBeEstablished(requirement, command.requirementId),
      onlyFrom(requirement.status, ['established'], 'WithdrawRequirement'),
      changesComeInOrder(requirement, command.effectiveFrom),
    ) ?? accepted(events.RequirementWithdrawn(command)),
})

export const waiveObligation = defineDecision({
  command: commands.WaiveObligation,
  reads: { requirement, obligationWaiver },
  decide: (command, { requirement, obligationWaiver }) =>
    refusedBy(
      mustBeEstablished(requirement, command.requirementId),
      onlyFrom(requirement.status, ['established'], 'WaiveObligation'),
    ) ??
    (obligationWaiver.waived && obligationWaiver.until === command.until
      ? accepted()
      : accepted(events.ObligationWaived(command))),
})

export const restoreObligation = defineDecision({
  command: commands.RestoreObligation,
  reads: { requirement, obligationWaiver },
  decide: (command, { requirement, obligationWaiver }) => {
    const { requirementId, learnerId } = command
    return (
      refusedBy(
        mustBeEstablished(requirement, requirementId),
        !obligationWaiver.waived && NotWaived({ requirementId, learnerId }),
      ) ?? accepted(events.ObligationRestored(command))
    )
  },
})

/** What the new job asks for, and nothing where that was said already. */
export const suggestTraining = defineDecision({
  command: commands.SuggestTraining,
  reads: { requirementsInForce, trainingSuggested },
  settings: credentialSettings,
  decide: (command, { requirementsInForce, trainingSuggested }, { zone }) => {
    const { at, learnerId, cause, segment, roles } = command
    const today = dayIn(at, zone)
    const asked = Object.entries(requirementsInForce.requirements).filter(([, { versions }]) => {
      const terms = versions.findLast(({ effectiveFrom }) => effectiveFrom <= today)
      return (
        (terms?.trigger.on === cause || (cause === 'hired' && terms?.trigger.on === 'roleAssigned')) &&
        terms !== undefined &&
        isMeantFor(terms.audience, segment, roles)
      )
    })
    const requirementIds = asked.map(([requirementId]) => requirementId).sort()
    if (
      requirementIds.length === 0 ||
      canonical(requirementIds) === canonical(trainingSuggested.requirementIds)
    )
      return accepted()
    const courseIds = [...new Set(asked.map(([, { courseId }]) => courseId))].sort()
    return accepted(
      events.TrainingSuggested({ at, learnerId, cause, segment, roles, requirementIds, courseIds }),
    )
  },
})
