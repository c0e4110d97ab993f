/** An enrolment, as evaluation needs it: which questionnaires and tests its completion rule waits for. */
import type { DeliveryEvent } from '../../delivery/events.ts'
import { projections } from '../../kernel/index.ts'
import type { CompletionRule } from '../../vocabulary/index.ts'

const projection = projections<DeliveryEvent>()

export type AnswersAwaited = {
  instrumentIds: string[]
  testIds: string[]
  /** How often each test was tried so far. */
  attempts: Record<string, number>
}

const instrumentsIn = (rule: CompletionRule, kind: 'responseSubmitted' | 'result'): string[] =>
  rule.of.flatMap((one) => (one.kind === kind ? [one.instrumentId as string] : []))

const seated = (awaited: AnswersAwaited, { completionRule }: { completionRule: CompletionRule }): void => {
  awaited.instrumentIds = instrumentsIn(completionRule, 'responseSubmitted')
  awaited.testIds = instrumentsIn(completionRule, 'result')
}
const over = (awaited: AnswersAwaited): void => {
  awaited.instrumentIds = []
  awaited.testIds = []
}

/** The questionnaires and tests a learner's completion waits for, until the attempt is over. */
export const answersAwaited = projection({
  name: 'answersAwaited',
  by: ['offeringId', 'learnerId'],
  initial: (): AnswersAwaited => ({ instrumentIds: [], testIds: [], attempts: {} }),
  on: {
    LearnerEnrolled: seated,
    LearnerPromoted: seated,
    ResultRecorded: ({ attempts }, { instrumentId, attempt }) => {
      attempts[instrumentId] = attempt
    },
    ProgressRetracted: ({ attempts }, { retracted }) => {
      if (retracted.kind === 'result') attempts[retracted.instrumentId] = retracted.attempt - 1
    },
    LearnerWithdrew: over,
    EnrolmentCancelled: over,
    EnrolmentCompleted: over,
    EnrolmentFailed: over,
    NoShowRecorded: over,
  },
})
