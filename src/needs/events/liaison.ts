/** Regular talks between training operations and a business unit (定期沟通机制), in which needs are seen coming. */
import { event } from '../../kernel/index.ts'
import { assessmentId, idList, instant, liaisonReviewId, personId, reason } from '../../vocabulary/index.ts'
import { observations, review } from '../liaison/shapes.ts'

const talk = { at: instant, liaisonReviewId, ...review }

export const liaisonEvents = {
  /** A talk is due: a task for operations and for the unit, until it is held. */
  LiaisonReviewScheduled: event(talk),
  /** It is due on another day; the line stays where it was. */
  LiaisonReviewRescheduled: event(talk),
  /** They talked. */
  LiaisonReviewHeld: event({
    ...talk,
    attendeeIds: idList(personId, 100),
    /** The assessment for which what was heard is evidence. */
    assessmentId: assessmentId.optional(),
    observations,
  }),
  /** They did not, in all the time they had. */
  LiaisonReviewMissed: event(talk),
  /** They will not, and no more after it. */
  LiaisonReviewCancelled: event({ ...talk, reason }),
}
