/** The half of an anonymous answer that has no name: what was said, on which day, under a random key. */
import {
  type AnyEvent,
  accepted,
  type Command,
  defineDecision,
  type InputOf,
  intent,
  onlyFrom,
  project,
  refusedBy,
  sha256Of,
} from '../../kernel/index.ts'
import { dayIn, derivedId } from '../../vocabulary/index.ts'
import {
  aboutOf,
  asWasPromised,
  isLateByDay,
  mustBeKnown,
  onADayOfTheWindow,
} from '../administration/rules.ts'
import { administration, turnout } from '../administration/state.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { type EvaluationEvent, evaluationEvents } from '../events.ts'
import { evaluationRejections } from '../rejections.ts'
import type { GivenAnswer } from '../shapes.ts'
import { answered } from './decisions.ts'
import { somethingWasWritten, theAnswersFit } from './rules.ts'
import { anonymousResponse } from './state.ts'
import { anonymousWrittenAnswers, isCodedSo } from './written.ts'

const events = evaluationEvents.make
const { AlreadySubmitted, MoreAnswersThanRespondents, NotInvited } = evaluationRejections

export const submitAnonymousResponse = defineDecision({
  command: commands.SubmitAnonymousResponse,
  reads: { administration, turnout, anonymousResponse },
  unlinked: true,
  decide: (command, { administration, turnout, anonymousResponse }) => {
    const { at, administrationId, responseId } = command
    return (
      refusedBy(
        mustBeKnown(administration, administrationId),
        asWasPromised(administration, 'anonymous'),
        onlyFrom(anonymousResponse.status, ['none'], 'SubmitAnonymousResponse'),
        onADayOfTheWindow(administration, at),
        turnout.answered >= turnout.redeemed && MoreAnswersThanRespondents({ redeemed: turnout.redeemed }),
        theAnswersFit(administration.items, command),
      ) ??
      accepted(
        events.ResponseSubmitted({
          at,
          administrationId,
          responseId,
          ...answered(administration, command, isLateByDay(administration, at)),
        }),
      )
    )
  },
})

export const invalidateAnonymousResponse = defineDecision({
  command: commands.InvalidateAnonymousResponse,
  reads: { administration, anonymousResponse },
  decide: (command, { administration, anonymousResponse }) =>
    refusedBy(
      mustBeKnown(administration, command.administrationId),
      onlyFrom(anonymousResponse.status, ['submitted'], 'InvalidateAnonymousResponse'),
    ) ?? accepted(events.ResponseInvalidated({ ...command, ...aboutOf(administration) })),
})

/** The same of words under a key: who codes them does not learn whose they are. */
export const codeAnonymousAnswer = defineDecision({
  command: commands.CodeAnonymousAnswer,
  reads: { administration, anonymousResponse, anonymousWrittenAnswers },
  decide: (command, { administration, anonymousResponse, anonymousWrittenAnswers }) =>
    refusedBy(
      mustBeKnown(administration, command.administrationId),
      onlyFrom(anonymousResponse.status, ['submitted'], 'CodeAnonymousAnswer'),
      somethingWasWritten(administration.items, anonymousWrittenAnswers, command.itemId),
    ) ??
    (isCodedSo(anonymousWrittenAnswers, command)
      ? accepted()
      : accepted(events.AnswerCoded({ ...command, ...aboutOf(administration) }))),
})

/** One anonymous answer as a host holds it until the batch is appended. */
export type AnonymousAnswer = {
  readonly at: string
  readonly administrationId: string
  /** Random, from the host: at least 16 characters. */
  readonly responseId: string
  readonly answers: readonly GivenAnswer[]
  readonly brokenOff?: boolean
  readonly notAsked?: readonly string[]
}

/**
 * The commands of a batch of anonymous answers, in the order of their random keys: the same batch whoever answered
 * first, for the order of a log is itself a clue. No command carries an actor, a correlation or a cause, and its id
 * is made of the key. Redeem the invitations as they are used; hold the answers back until there are several (`k` of
 * them at least) and send them together. An answer is dated by its local day: give the `zone` of the administration.
 *
 * @example
 * ```ts
 * import { anonymousBatch } from 'training-ops'
 * const answer = (responseId: string) => ({ at: '2026-03-03T08:41:00.000Z', administrationId: 'a-1', responseId, answers: [] })
 * const batch = anonymousBatch([answer('f3b1c09a77e24d51'), answer('07cc2ab94e1f8a36')])
 * batch.map(({ metadata }) => metadata) // => [{ commandId: 'a-1.07cc2ab94e1f8a36' }, { commandId: 'a-1.f3b1c09a77e24d51' }]
 * ```
 */
export const anonymousBatch = (
  answers: readonly AnonymousAnswer[],
  { zone = 'UTC' }: { readonly zone?: string } = {},
): readonly Command<'SubmitAnonymousResponse', InputOf<typeof commands.SubmitAnonymousResponse>>[] =>
  [...answers]
    .sort((a, b) => (a.responseId < b.responseId ? -1 : a.responseId > b.responseId ? 1 : 0))
    .map(({ at, answers: given, brokenOff = false, notAsked = [], ...answer }) => ({
      ...intent(commands.SubmitAnonymousResponse, {
        ...answer,
        at: `${dayIn(at, zone)}T00:00:00.000Z`,
        answers: [...given],
        brokenOff,
        notAsked: [...notAsked],
      }),
      metadata: { commandId: derivedId(answer.administrationId, answer.responseId) },
    }))

type Asked = Command<'SubmitAnonymousResponse', InputOf<typeof commands.SubmitAnonymousResponse>>
const asked = ({ data }: Command) => data as Asked['data']
const stateOf = (command: Command, events: readonly AnyEvent[]) =>
  project(administration, events as readonly EvaluationEvent[])[asked(command).administrationId]

/**
 * How a host holds anonymous answers back, for its option `heldBack`: one for each invitation that the person who asks has redeemed,
 * dated by the local day of the host's clock, under a digest of the key that the client chose (a client's key may tell the
 * hour, as those of UUID version 7 do), at least `k` at one time, and all that wait before the administration closes.
 *
 * @example
 * ```ts
 * import { anonymousAnswers } from 'training-ops'
 * anonymousAnswers.closedBy // => ['CloseAdministration']
 * ```
 */
export const anonymousAnswers = {
  type: 'SubmitAnonymousResponse',
  closedBy: ['CloseAdministration'] as readonly string[],
  boxOf: (command: Command): string => asked(command).administrationId,
  slotsOf: (command: Command, events: readonly AnyEvent[], person: string): number =>
    (events as readonly EvaluationEvent[]).filter(
      ({ type, data }) =>
        type === 'InvitationRedeemed' &&
        data.administrationId === asked(command).administrationId &&
        data.respondentId === person,
    ).length,
  least: (command: Command, events: readonly AnyEvent[], now: string): number => {
    const {
      k,
      window,
      lateUntil = '',
    } = stateOf(command, events) ?? { k: Number.POSITIVE_INFINITY, window: { closes: now } }
    return Number.isFinite(k) && now >= window.closes && now >= lateUntil ? 0 : k
  },
  asHeld: (command: Command, events: readonly AnyEvent[], now: string): Command => {
    const { responseId, ...answer } = asked(command)
    const zone = stateOf(command, events)?.zone ?? 'UTC'
    const held = { ...answer, at: now, responseId: sha256Of(responseId).slice(0, 32) }
    return anonymousBatch([held as AnonymousAnswer], { zone })[0] as Command
  },
  refused: (respondentId: string, slots: number) =>
    (slots === 0 ? NotInvited : AlreadySubmitted)({ respondentId, learnerId: respondentId }),
}
