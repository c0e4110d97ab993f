import { type DataOf, projections } from '../../kernel/index.ts'
import type { NeedsEvent } from '../events.ts'
import { type LiaisonReviewStatus, liaisonReviewMoves } from './status.ts'

export type LiaisonReview = Omit<DataOf<NeedsEvent, 'LiaisonReviewScheduled'>, 'at' | 'liaisonReviewId'>

export type LiaisonReviewState = {
  status: LiaisonReviewStatus
  /** Absent while nobody scheduled it. */
  review?: LiaisonReview
}

/** One talk with a business unit: when it is due, and whether it was held. */
export const liaisonReview = projections<NeedsEvent>()({
  name: 'liaisonReview',
  by: ['liaisonReviewId'],
  initial: (): LiaisonReviewState => ({ status: 'unknown' }),
  on: [
    liaisonReviewMoves,
    {
      LiaisonReviewScheduled: (talk, { at, liaisonReviewId, ...review }) => {
        talk.review = review
      },
      LiaisonReviewRescheduled: (talk, { at, liaisonReviewId, ...review }) => {
        talk.review = review
      },
    },
  ],
})
