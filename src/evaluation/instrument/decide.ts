import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { evaluationEvents } from '../events.ts'
import { evaluationRejections } from '../rejections.ts'
import type { GivenAnswer, Item } from '../shapes.ts'
import { type AdministrationState, administration, instrument, response, turnout } from './known.ts'
import { scaledOf } from './scoring.ts'

const happened = evaluationEvents.make
const {
  AlreadySubmitted,
  AnswerOffScale,
  NotInvited,
  RaterIsNotSubject,
  RaterIsSubject,
  RequiredItemMissing,
  VersionImmutable,
  WindowClosed,
} = evaluationRejections

const mustBeKnown = ({ status }: AdministrationState, administrationId: string) =>
  status === 'unknown' && Unknown({ what: 'administration', id: administrationId })

const withinTheWindow = ({ status, window }: AdministrationState, at: string) =>
  (status === 'closed' || at < window.opens || at >= window.closes) && WindowClosed(window)

const beforeTheWindowCloses = ({ status, window }: AdministrationState, at: string) =>
  (status === 'closed' || at >= window.closes) && WindowClosed(window)

const everyAnswerIsToAnItem = (items: readonly Item[], answers: readonly GivenAnswer[]) => {
  const stray = answers.find(({ itemId }) => !items.some((item) => item.itemId === itemId))
  return stray !== undefined && Unknown({ what: 'item', id: stray.itemId })
}

const everyAnswerIsOnItsScale = (items: readonly Item[], answers: readonly GivenAnswer[]) => {
  for (const { itemId, value } of answers) {
    const scale = items.find((item) => item.itemId === itemId)?.scale
    if (scale !== undefined && (value < scale.min || value > scale.max))
      return AnswerOffScale({ item: itemId, value, min: scale.min, max: scale.max })
  }
  return false
}

const nothingRequiredIsLeftOut = (items: readonly Item[], answers: readonly GivenAnswer[]) => {
  const given = new Set(answers.map(({ itemId }) => itemId))
  const missing = items.filter(({ required, itemId }) => required && !given.has(itemId))
  return missing.length > 0 && RequiredItemMissing({ items: missing.map(({ itemId }) => itemId) })
}

/** Only an answer about oneself is given by the learner; an observation is always somebody else's. */
const theRaterIsWhoTheyShouldBe = (
  { respondentId, learnerId, role }: { respondentId: string; learnerId: string; role: string },
  purpose: string,
) => {
  const same = respondentId === (learnerId as string)
  if (same && (role !== 'self' || purpose === 'observation')) return RaterIsSubject({ respondentId, role })
  return !same && role === 'self' && RaterIsNotSubject({ respondentId, learnerId })
}

export const publishInstrumentVersion = defineDecision({
  command: commands.PublishInstrumentVersion,
  reads: { instrument },
  decide: (command, { instrument: { latest } }) =>
    refusedBy(
      command.version <= latest &&
        VersionImmutable({ instrumentId: command.instrumentId, version: command.version, latest }),
    ) ?? accepted(happened.InstrumentVersionPublished(command)),
})

export const openAdministration = defineDecision({
  command: commands.OpenAdministration,
  reads: { administration, instrument },
  decide: (command, { administration, instrument }) => {
    const { instrumentId, version } = command
    const items = instrument.itemsOf[version]
    const refused = refusedBy(
      onlyFrom(administration.status, ['unknown'], 'OpenAdministration'),
      items === undefined && Unknown({ what: 'instrumentVersion', id: `${instrumentId}/${version}` }),
      command.at >= command.window.closes && WindowClosed(command.window),
    )
    if (refused !== undefined || items === undefined) return refused ?? accepted()
    return accepted(happened.AdministrationOpened({ ...command, items: [...items] }))
  },
})

export const inviteRespondent = defineDecision({
  command: commands.InviteRespondent,
  reads: { administration, response },
  decide: (command, { administration, response }) => {
    const { instrumentId, version, ...about } = administration.asked
    return (
      refusedBy(
        mustBeKnown(administration, command.administrationId),
        beforeTheWindowCloses(administration, command.at),
        theRaterIsWhoTheyShouldBe(command, administration.asked.purpose),
      ) ??
      (response.status === 'none'
        ? accepted(happened.RespondentInvited({ ...command, ...about, instrumentId }))
        : accepted())
    )
  },
})

export const submitResponse = defineDecision({
  command: commands.SubmitResponse,
  reads: { administration, response },
  decide: (command, { administration, response }) => {
    const { administrationId, respondentId, learnerId, answers } = command
    const { items } = administration
    const refused = refusedBy(
      mustBeKnown(administration, administrationId),
      response.status === 'none' && NotInvited({ respondentId, learnerId }),
      (response.status === 'submitted' || response.status === 'invalidated') &&
        AlreadySubmitted({ respondentId, learnerId }),
      withinTheWindow(administration, command.at),
      everyAnswerIsToAnItem(items, answers),
      everyAnswerIsOnItsScale(items, answers),
      nothingRequiredIsLeftOut(items, answers),
    )
    if (refused !== undefined) return refused
    const scaled = scaledOf(items, answers)
    return accepted(
      happened.ResponseSubmitted({
        ...command,
        ...administration.asked,
        role: response.role,
        ...(scaled === undefined ? {} : { scaled }),
      }),
    )
  },
})

export const invalidateResponse = defineDecision({
  command: commands.InvalidateResponse,
  reads: { administration, response },
  decide: (command, { administration, response }) => {
    const { version, ...about } = administration.asked
    return (
      refusedBy(
        mustBeKnown(administration, command.administrationId),
        onlyFrom(response.status, ['submitted'], 'InvalidateResponse'),
      ) ?? accepted(happened.ResponseInvalidated({ ...command, ...about }))
    )
  },
})

export const closeAdministration = defineDecision({
  command: commands.CloseAdministration,
  reads: { administration, turnout },
  decide: (command, { administration, turnout }) => {
    const { version, ...about } = administration.asked
    return (
      refusedBy(
        mustBeKnown(administration, command.administrationId),
        onlyFrom(administration.status, ['open'], 'CloseAdministration'),
      ) ?? accepted(happened.AdministrationClosed({ ...command, ...about, ...turnout }))
    )
  },
})
