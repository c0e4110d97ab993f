import { deliveryCommands } from '../../delivery/commands.ts'
import type { DeliveryEvent } from '../../delivery/events.ts'
import { intent, policies } from '../../kernel/index.ts'
import { administration } from '../administration/state.ts'
import { type EvaluationEvent, type Item, isOnScale } from '../events.ts'
import { type AnswersAwaited, answersAwaited } from './awaited.ts'
import { worth } from './scoring.ts'

const policy = policies<DeliveryEvent | EvaluationEvent>()

const returned = (
  {
    at,
    offeringId,
    learnerId,
    respondentId,
    instrumentId,
  }: {
    readonly at: string
    readonly offeringId?: string | undefined
    readonly learnerId?: string | undefined
    readonly respondentId?: string | undefined
    readonly instrumentId: string
  },
  { instrumentIds }: AnswersAwaited,
) =>
  offeringId !== undefined &&
  learnerId !== undefined &&
  respondentId === learnerId &&
  instrumentIds.includes(instrumentId)
    ? [intent(deliveryCommands.RecordResponse, { at, offeringId, learnerId, instrumentId })]
    : []

/** A questionnaire that completion waits for counts as returned when the learner answers it. */
export const anAnswerCountsTowardsCompletion = policy({
  name: 'anAnswerCountsTowardsCompletion',
  when: 'ResponseSubmitted',
  reads: { answersAwaited },
  react: (answer, { answersAwaited }) => returned(answer, answersAwaited),
})

/** Where answers are anonymous, that the learner took part counts. */
export const takingPartCountsTowardsCompletion = policy({
  name: 'takingPartCountsTowardsCompletion',
  when: 'InvitationRedeemed',
  reads: { answersAwaited },
  react: (invitation, { answersAwaited }) => returned(invitation, answersAwaited),
})

/** A learner marks nobody's work, least of all their own: marks are an examiner's, right answers speak for themselves. */
const isMarkedBy = (items: readonly Item[], role: string | undefined): boolean =>
  role === 'examiner' ||
  (role === 'self' && items.every((item) => item.key !== undefined || worth(item) === 0))

/** A test that completion waits for is a try at it: scored when the learner hands it in, or an examiner marks it. */
export const aTestCountsTowardsCompletion = policy({
  name: 'aTestCountsTowardsCompletion',
  when: 'ResponseSubmitted',
  reads: { answersAwaited, administration },
  react: (answer, { answersAwaited: { testIds, attempts }, administration: { items } }) => {
    const { at, offeringId, learnerId, instrumentId, purpose, role, scaled, late } = answer
    return offeringId !== undefined &&
      learnerId !== undefined &&
      scaled !== undefined &&
      purpose === 'posttest' &&
      late === undefined &&
      testIds.includes(instrumentId) &&
      isMarkedBy(items.filter(isOnScale), role)
      ? [
          intent(deliveryCommands.RecordResult, {
            at,
            offeringId,
            learnerId,
            instrumentId,
            attempt: (attempts[instrumentId] ?? 0) + 1,
            scaled,
          }),
        ]
      : []
  },
})
