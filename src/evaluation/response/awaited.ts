/** What the evaluation room must know of an attempt: which questionnaires its completion rule waits for. */
import type { DeliveryEvent } from '../../delivery/events.ts'
import { projections } from '../../kernel/index.ts'
import type { CompletionRule } from '../../vocabulary/index.ts'

const projection = projections<DeliveryEvent>()

export type AnswersAwaited = { instrumentIds: string[] }

const instrumentsIn = (rule: CompletionRule): string[] =>
  rule.of.flatMap((one) => (one.kind === 'responseSubmitted' ? [one.instrumentId as string] : []))

const seated = (awaited: AnswersAwaited, { completionRule }: { completionRule: CompletionRule }): void => {
  awaited.instrumentIds = instrumentsIn(completionRule)
}
const over = (awaited: AnswersAwaited): void => {
  awaited.instrumentIds = []
}

/** The questionnaires whose return a learner's completion waits for, until the attempt is over. */
export const answersAwaited = projection({
  name: 'answersAwaited',
  by: ['offeringId', 'learnerId'],
  initial: (): AnswersAwaited => ({ instrumentIds: [] }),
  on: {
    LearnerEnrolled: seated,
    LearnerPromoted: seated,
    LearnerWithdrew: over,
    EnrolmentCancelled: over,
    EnrolmentCompleted: over,
    EnrolmentFailed: over,
    NoShowRecorded: over,
  },
})
