import * as z from 'zod'
import { field, type ValueOf } from '../../kernel/index.ts'
import {
  code,
  courseId,
  day,
  idList,
  instant,
  personalTitle,
  programId,
  resourceId,
  sessionId,
  sopId,
  taskId,
  trainerId,
  zone,
} from '../../vocabulary/index.ts'

export const sessionFields = {
  sessionId,
  start: instant,
  end: instant,
  /** The zone the class lives in: attendance belongs to the session's local day. */
  zone,
  /** Who teaches it, together where they are several. Each is a resource of kind `trainer` or `expert`. */
  trainerIds: idList(trainerId, 20).optional(),
  /** A resource of kind `venue`, or `platform` where it meets online. */
  venueId: resourceId.optional(),
  /** Projectors, cameras, kits: resources of kind `equipment` or `platform`. */
  equipmentIds: idList(resourceId, 50).optional(),
}
export const session = field(z.strictObject(sessionFields))
export type Session = ValueOf<typeof session>

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

/** How far a trainer is with preparing, from 0 to 100. */
export const percent = z.int().min(0).max(100)

/** Something to prepare: what, whose, until when, and which step waits for it. */
export const task = {
  taskId,
  /**
   * `manual`, `slides`, `questionnaire`, `certificate`, `projector`, `seating`, `refreshments`, `platformRehearsal`,
   * `travel`, `accommodation`, or an organisation's own.
   */
  artefact: code,
  title: personalTitle.optional(),
  /** The department that sees to it: `operations`, `administration`, `it`, `finance`, or an organisation's own. */
  owner: code,
  dueAt: instant,
  neededFor: z.enum(['confirmation', 'delivery', 'completion']),
  /** The procedure it comes from (标准作业程序), and its version. */
  sopId: sopId.optional(),
  sopVersion: z.int().min(1).optional(),
}

/** What was seen of learners taking part: how often, or how well on a scale of five. */
export const observed = z.union([
  z.strictObject({ count: z.int().min(0).max(100_000) }),
  z.strictObject({ rating: z.int().min(1).max(5) }),
])
export type Observed = z.infer<typeof observed>
