import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { type Alternatives, isChoice } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { mustBeScheduled } from '../offering/rules.ts'
import { offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'

const events = deliveryEvents.make
const { AlternativesTooFew } = deliveryRejections

/** Of the alternatives no more is asked for than there are. */
const choicesCanBeMade = (all: readonly Alternatives[]) => {
  const impossible = all.find((one) => !isChoice(one))
  return (
    impossible !== undefined && AlternativesTooFew({ atLeast: impossible.atLeast, of: impossible.courseIds })
  )
}

/** The rules are known before anybody asks, and stay. */
export const setEnrolmentTerms = defineDecision({
  command: commands.SetEnrolmentTerms,
  reads: { offering },
  decide: (command, { offering }) =>
    refusedBy(
      mustBeScheduled(offering, command.offeringId),
      onlyFrom(offering.status, ['scheduled', 'announced'], 'SetEnrolmentTerms'),
    ) ?? accepted(events.EnrolmentTermsSet(command)),
})

export const setPrerequisites = defineDecision({
  command: commands.SetPrerequisites,
  reads: { offering },
  decide: (command, { offering }) =>
    refusedBy(
      mustBeScheduled(offering, command.offeringId),
      onlyFrom(offering.status, ['scheduled', 'announced'], 'SetPrerequisites'),
      choicesCanBeMade(command.alternatives ?? []),
    ) ?? accepted(events.PrerequisitesSet(command)),
})

export const setStagePrerequisites = defineDecision({
  command: commands.SetStagePrerequisites,
  reads: { offering },
  decide: (command, { offering }) =>
    refusedBy(
      mustBeScheduled(offering, command.offeringId),
      onlyFrom(offering.status, ['scheduled', 'announced'], 'SetStagePrerequisites'),
    ) ?? accepted(events.StagePrerequisitesSet(command)),
})
