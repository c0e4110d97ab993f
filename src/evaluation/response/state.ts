import { projections } from '../../kernel/index.ts'
import type { EvaluationEvent } from '../events.ts'
import {
  type AnonymousResponseStatus,
  anonymousResponseMoves,
  type ResponseStatus,
  responseMoves,
} from './status.ts'

const projection = projections<EvaluationEvent>()

export type ResponseState = { status: ResponseStatus; role: string }

/** One respondent's answer about one learner; where answers are anonymous, whether they took part. */
export const response = projection({
  name: 'response',
  by: ['administrationId', 'respondentId', 'learnerId'],
  initial: (): ResponseState => ({ status: 'none', role: '' }),
  on: [
    responseMoves,
    {
      RespondentInvited: (response, { role }) => {
        response.role = role
      },
    },
  ],
})

export type AnonymousResponseState = { status: AnonymousResponseStatus }

/** The answers under one random key. */
export const anonymousResponse = projection({
  name: 'anonymousResponse',
  by: ['administrationId', 'responseId'],
  initial: (): AnonymousResponseState => ({ status: 'none' }),
  on: [anonymousResponseMoves],
})

type Asked = { respondentId: string; learnerId: string }
const heard = (
  { asked }: { asked: Record<string, Asked> },
  { respondentId, learnerId }: { respondentId?: string | undefined; learnerId?: string | undefined },
): void => {
  delete asked[`${respondentId} ${learnerId}`]
}

/** The people who were asked and have neither answered nor, where answers are anonymous, taken part. */
export const silent = projection({
  name: 'silent',
  by: ['administrationId'],
  initial: (): { asked: Record<string, Asked> } => ({ asked: {} }),
  on: {
    RespondentInvited: ({ asked }, { respondentId, learnerId }) => {
      asked[`${respondentId} ${learnerId}`] = { respondentId, learnerId }
    },
    InvitationRedeemed: heard,
    ResponseSubmitted: heard,
  },
})
