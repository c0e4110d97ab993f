import { courseEquivalents, courseToTake } from '../../catalog/equivalence/status.ts'
import {
  accepted,
  advised,
  canonical,
  defineDecision,
  onlyFrom,
  refusedBy,
  Unknown,
} from '../../kernel/index.ts'
import { dayIn, isChoice } from '../../vocabulary/index.ts'
import { certificateOfVersion } from '../certificate/state.ts'
import { credentialCommands as commands } from '../commands.ts'
import { credentialEvents } from '../events.ts'
import { credentialRejections } from '../rejections.ts'
import { credentialSettings } from '../settings.ts'
import { isMeantFor } from './audience.ts'
import {
  coursesAsked,
  obligationWaiver,
  type RequirementState,
  requirement,
  requirementsInForce,
  type TermsFrom,
  trainingSuggested,
} from './state.ts'

const events = credentialEvents.make
const { AlternativesTooFew, EffectBeforeLast, NotWaived, PromotionWithoutRole } = credentialRejections

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

const choicesCanBeMade = ({ alternatives }: Pick<TermsFrom, 'alternatives'>) =>
  alternatives !== undefined &&
  !isChoice(alternatives) &&
  AlternativesTooFew({ atLeast: alternatives.atLeast, of: alternatives.courseIds })

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
      choicesCanBeMade(command),
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
        choicesCanBeMade(command),
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

/** The requirements of the new job, and nothing where that was said already. */
export const suggestTraining = defineDecision({
  command: commands.SuggestTraining,
  reads: { requirementsInForce, trainingSuggested, courseEquivalents },
  settings: credentialSettings,
  decide: (command, { requirementsInForce, trainingSuggested, courseEquivalents }, { zone }) => {
    const { at, learnerId, cause, segment, roles } = command
    const today = dayIn(at, zone)
    const courses = new Set<string>()
    const requirementIds: string[] = []
    for (const [requirementId, { courseId, versions }] of Object.entries(requirementsInForce.requirements)) {
      const terms = versions.findLast(({ effectiveFrom }) => effectiveFrom <= today)
      const isAsked =
        terms?.trigger.on === cause || (cause === 'hired' && terms?.trigger.on === 'roleAssigned')
      if (terms === undefined || !isAsked || !isMeantFor(terms.audience, segment, roles)) continue
      const offered = coursesAsked(courseId, terms).courseIds.map((one) =>
        courseToTake(courseEquivalents, one),
      )
      const toTake = offered.filter((one) => one !== undefined)
      if (toTake.length > 0) requirementIds.push(requirementId)
      for (const one of toTake) courses.add(one)
    }
    requirementIds.sort()
    if (
      requirementIds.length === 0 ||
      canonical(requirementIds) === canonical(trainingSuggested.requirementIds)
    )
      return accepted()
    const courseIds = [...courses].sort()
    return accepted(
      events.TrainingSuggested({ at, learnerId, cause, segment, roles, requirementIds, courseIds }),
    )
  },
})
