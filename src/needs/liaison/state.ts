import { type DataOf, projections } from '../../kernel/index.ts'
import type { NeedsEvent } from '../events.ts'

export type LiaisonReview = Omit<DataOf<NeedsEvent, 'LiaisonReviewScheduled'>, 'at' | 'liaisonReviewId'>

export type LiaisonReviewState = {
  status: 'unknown' | 'scheduled' | 'held' | 'missed' | 'cancelled'
  /** Absent while nobody scheduled it. */
  review?: LiaisonReview
}

/** One talk with a business unit: when it is due, and whether it was held. */
export const liaisonReview = projections<NeedsEvent>()({
  name: 'liaisonReview',
  by: ['liaisonReviewId'],
  initial: (): LiaisonReviewState => ({ status: 'unknown' }),
  on: {
    LiaisonReviewScheduled: (talk, { at, liaisonReviewId, ...review }) => {
      talk.status = 'scheduled'
      talk.review = review
    },
    LiaisonReviewRescheduled: (talk, { at, liaisonReviewId, ...review }) => {
      talk.review = review
    },
    LiaisonReviewHeld: (talk) => {
      talk.status = 'held'
    },
    LiaisonReviewMissed: (talk) => {
      talk.status = 'missed'
    },
    LiaisonReviewCancelled: (talk) => {
      talk.status = 'cancelled'
    },
  },
})
