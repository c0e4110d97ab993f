/** Everything the library is, in a world described in a dozen lines: for the suite, and for the long run of `scripts/under-fire.ts`. */
import { assemble, lifecycle } from 'training-ops'
import { stories, universe } from 'training-ops/testing'
import { monday, offeringId } from '../delivery/an-offering.ts'

export const training = assemble(lifecycle, {}, { trusted: true })
/** One of most kinds, and a class whose sessions end after they start; all else comes from the schemas alone. */
const world = universe({
  offeringId: [offeringId],
  'ScheduleOffering.sessions': [[monday]],
  learnerId: ['ada', 'bob'],
  courseId: 1,
  programId: 1,
  needId: 1,
  planId: 1,
  instrumentId: 1,
  administrationId: 1,
  resourceId: 2,
  version: [1],
  courseVersion: [1],
})
export const lives = stories(training, { in: world, upTo: 40, often: { ScheduleOffering: 10 } })
