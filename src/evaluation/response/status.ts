/** How the status of a response moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { EvaluationEvent } from '../events.ts'

/** Where a response stands. `redeemed`: an anonymous invitation that was used. `none`: nobody was asked. */
export type ResponseStatus = 'none' | 'invited' | 'redeemed' | 'submitted' | 'invalidated'

/** The status each event leads to. */
export const responseStatusAfter = {
  RespondentInvited: 'invited',
  InvitationRedeemed: 'redeemed',
  ResponseSubmitted: 'submitted',
  ResponseInvalidated: 'invalidated',
} as const satisfies StatusTable<EvaluationEvent, ResponseStatus>

/** The recipes of the table, for every fold that holds the status of one. */
export const responseMoves = statusRecipes<EvaluationEvent, ResponseStatus>(responseStatusAfter)

/** The ends of an anonymous response: who was asked is not in it. */
export type AnonymousResponseStatus = Extract<ResponseStatus, 'none' | 'submitted' | 'invalidated'>

const { ResponseSubmitted, ResponseInvalidated } = responseStatusAfter

export const anonymousResponseMoves = statusRecipes<EvaluationEvent, AnonymousResponseStatus>({
  ResponseSubmitted,
  ResponseInvalidated,
})
