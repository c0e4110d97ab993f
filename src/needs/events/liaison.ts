/** Regular talks between training operations and a business unit (定期沟通机制), in which needs are seen coming. */
import { event } from '../../kernel/index.ts'
import { assessmentId, at, idList, liaisonReviewId, personId, reason } from '../../vocabulary/index.ts'
import { observations, review } from '../liaison/shapes.ts'

const talk = { at, liaisonReviewId, ...review }

export const liaisonEvents = {
  /** A talk is due: a task for operations and for the unit, until it is held. */
  LiaisonReviewScheduled: event(talk),
  /** It is due on another day; the line stays where it was. */
  LiaisonReviewRescheduled: event(talk),
  /** They talked. */
  LiaisonReviewHeld: event({
    ...talk,
    /** The people who took part in the review. */
    attendeeIds: idList(personId, 100),
    /** The needs assessment that the observations are evidence for. */
    assessmentId: assessmentId.optional(),
    /** Observations that point to a need. */
    observations,
  }),
  /** They did not, in all the time they had. */
  LiaisonReviewMissed: event(talk),
  /** They will not, and no more after it. */
  LiaisonReviewCancelled: event({ ...talk, reason }),
}
