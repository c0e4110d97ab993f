import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import {
  aboutOf,
  asWasPromised,
  beforeTheWindowCloses,
  mustBeKnown,
  withinTheWindow,
} from '../administration/rules.ts'
import { type AdministrationState, administration } from '../administration/state.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { evaluationEvents } from '../events.ts'
import { evaluationRejections } from '../rejections.ts'
import type { GivenAnswer } from '../shapes.ts'
import { classesOfLearner, onlyThoseWhoCameAreAsked } from './attendance.ts'
import { somethingWasWritten, theAnswersFit, theRaterIsWhoTheyShouldBe } from './rules.ts'
import { scaledOf } from './scoring.ts'
import { type ResponseState, response } from './state.ts'
import { isCodedSo, writtenAnswers } from './written.ts'

const events = evaluationEvents.make
const { AlreadySubmitted, NotInvited } = evaluationRejections

type Invitation = { readonly respondentId: string; readonly learnerId: string }

const mustBeInvited = ({ status }: ResponseState, { respondentId, learnerId }: Invitation) =>
  status === 'none' && NotInvited({ respondentId, learnerId })

const onlyOnce = ({ status }: ResponseState, { respondentId, learnerId }: Invitation) =>
  status !== 'none' && status !== 'invited' && AlreadySubmitted({ respondentId, learnerId })

/** The properties of a response: whether it is whole, whether it came in time, and what a test makes of it. */
export const answered = (
  { asked, items }: AdministrationState,
  { answers, notAsked }: { readonly answers: GivenAnswer[]; readonly notAsked: string[] },
  isLate: boolean,
) => {
  const scaled = scaledOf(items, answers)
  return {
    ...asked,
    answers,
    ...(notAsked.length > 0 ? { notAsked } : {}),
    ...(answers.length + notAsked.length < items.length ? { partial: true as const } : {}),
    ...(isLate ? { late: true as const } : {}),
    ...given({ scaled }),
  }
}

export const inviteRespondent = defineDecision({
  command: commands.InviteRespondent,
  reads: { administration, response, classesOfLearner },
  decide: (command, { administration, response, classesOfLearner }) =>
    refusedBy(
      mustBeKnown(administration, command.administrationId),
      beforeTheWindowCloses(administration, command.at),
      theRaterIsWhoTheyShouldBe(command, administration.asked.purpose),
      onlyThoseWhoCameAreAsked(classesOfLearner, administration.asked, command.learnerId),
    ) ??
    (response.status === 'none'
      ? accepted(events.RespondentInvited({ ...command, ...aboutOf(administration) }))
      : accepted()),
})

/** A person who has answered is not reminded, and nothing is wrong with having wanted to. */
export const sendReminder = defineDecision({
  command: commands.SendReminder,
  reads: { administration, response },
  decide: ({ ifItCloses, ...command }, { administration, response }) =>
    refusedBy(mustBeKnown(administration, command.administrationId), mustBeInvited(response, command)) ??
    (ifItCloses !== undefined &&
    (administration.status === 'closed' || ifItCloses !== administration.window.closes)
      ? accepted()
      : refusedBy(withinTheWindow(administration, command.at))) ??
    (response.status === 'invited'
      ? accepted(events.ReminderSent({ ...command, ...aboutOf(administration) }))
      : accepted()),
})

export const submitResponse = defineDecision({
  command: commands.SubmitResponse,
  reads: { administration, response },
  decide: (command, { administration, response }) => {
    const { at, administrationId, respondentId, learnerId } = command
    return (
      refusedBy(
        mustBeKnown(administration, administrationId),
        asWasPromised(administration, 'identified', 'confidential'),
        mustBeInvited(response, command),
        onlyOnce(response, command),
        withinTheWindow(administration, at),
        theAnswersFit(administration.items, command),
      ) ??
      accepted(
        events.ResponseSubmitted({
          at,
          administrationId,
          respondentId,
          learnerId,
          role: response.role,
          ...answered(administration, command, at >= administration.window.closes),
        }),
      )
    )
  },
})

export const invalidateResponse = defineDecision({
  command: commands.InvalidateResponse,
  reads: { administration, response },
  decide: (command, { administration, response }) =>
    refusedBy(
      mustBeKnown(administration, command.administrationId),
      onlyFrom(response.status, ['submitted'], 'InvalidateResponse'),
    ) ?? accepted(events.ResponseInvalidated({ ...command, ...aboutOf(administration) })),
})

/** Coded again, the last coding stands; the same again changes nothing. */
export const codeAnswer = defineDecision({
  command: commands.CodeAnswer,
  reads: { administration, response, writtenAnswers },
  decide: (command, { administration, response, writtenAnswers }) =>
    refusedBy(
      mustBeKnown(administration, command.administrationId),
      onlyFrom(response.status, ['submitted'], 'CodeAnswer'),
      somethingWasWritten(administration.items, writtenAnswers, command.itemId),
    ) ??
    (isCodedSo(writtenAnswers, command)
      ? accepted()
      : accepted(events.AnswerCoded({ ...command, ...aboutOf(administration) }))),
})

/** That somebody took part: the half of an anonymous answer that has a name. */
export const redeemInvitation = defineDecision({
  command: commands.RedeemInvitation,
  reads: { administration, response },
  decide: (command, { administration, response }) =>
    refusedBy(
      mustBeKnown(administration, command.administrationId),
      asWasPromised(administration, 'anonymous'),
      mustBeInvited(response, command),
      onlyOnce(response, command),
      withinTheWindow(administration, command.at),
    ) ?? accepted(events.InvitationRedeemed({ ...command, ...aboutOf(administration), role: response.role })),
})
