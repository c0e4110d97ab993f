import * as z from 'zod'
import {
  courseId,
  day,
  instant,
  programId,
  resourceId,
  sessionId,
  trainerId,
  zone,
} from '../../vocabulary/index.ts'

export const session = z.strictObject({
  sessionId,
  start: instant,
  end: instant,
  /** The zone the class lives in: attendance belongs to the session's local day. */
  zone,
  trainerId: trainerId.optional(),
  venueId: resourceId.optional(),
})
export type Session = z.infer<typeof session>

/** No `max` is no limit. */
export const capacity = z.strictObject({ min: z.int().min(0), max: z.int().min(1).max(1_000_000).optional() })

/** What only the host knows about a learner on the day: recorded as the basis of the decision. */
export const employment = z.strictObject({ hiredOn: day, leftOn: day.optional() })
export type Employment = z.infer<typeof employment>

/** What a class is of, copied so that a fold over classes or enrolments needs no other event. */
export const ofCourse = { courseId, courseVersion: z.int().min(1), programId: programId.optional() }
/** Where a learner has to be, and when. */
export const hours = {
  sessions: z.array(z.strictObject({ sessionId, start: instant, end: instant })).max(500),
}
