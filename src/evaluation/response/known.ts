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

/** What was answered under one random key. */
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
