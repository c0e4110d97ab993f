import { projections } from '../../kernel/index.ts'
import type { EvaluationEvent } from '../events.ts'

const projection = projections<EvaluationEvent>()

export type ResponseState = {
  status: 'none' | 'invited' | 'redeemed' | 'submitted' | 'invalidated'
  role: string
}

/** One respondent's answer about one learner; where answers are anonymous, whether they took part. */
export const response = projection({
  name: 'response',
  by: ['administrationId', 'respondentId', 'learnerId'],
  initial: (): ResponseState => ({ status: 'none', role: '' }),
  on: {
    RespondentInvited: (response, { role }) => {
      response.status = 'invited'
      response.role = role
    },
    InvitationRedeemed: (response) => {
      response.status = 'redeemed'
    },
    ResponseSubmitted: (response) => {
      response.status = 'submitted'
    },
    ResponseInvalidated: (response) => {
      response.status = 'invalidated'
    },
  },
})

export type AnonymousResponseState = { status: 'none' | 'submitted' | 'invalidated' }

/** The answers under one random key. */
export const anonymousResponse = projection({
  name: 'anonymousResponse',
  by: ['administrationId', 'responseId'],
  initial: (): AnonymousResponseState => ({ status: 'none' }),
  on: {
    ResponseSubmitted: (response) => {
      response.status = 'submitted'
    },
    ResponseInvalidated: (response) => {
      response.status = 'invalidated'
    },
  },
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
