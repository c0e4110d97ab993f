import * as z from 'zod'
import { field, type ValueOf } from '../../kernel/index.ts'
import {
  amount,
  code,
  courseId,
  frameworkId,
  idList,
  segment,
  text,
  title,
  uniqueBy,
} from '../../vocabulary/index.ts'
import { employment } from './shapes.ts'

/** How seats are given once there are too few (候补规则); `none` keeps no waitlist. */
export const waitlistOrder = field(z.enum(['firstCome', 'priority', 'lottery', 'none']))
export type WaitlistOrder = ValueOf<typeof waitlistOrder>

/** At most so many seats for a part of the people (名额配额). */
export const quota = field(
  z.strictObject({
    segment,
    /** The most seats for the segment. */
    max: z.int().min(0).max(1_000_000),
  }),
)
export type Quota = ValueOf<typeof quota>

/** On which terms seats are given. */
export const enrolmentTerms = {
  /** The order of the waitlist (候补规则): first come, by priority, by lottery; `none` keeps no waitlist. */
  waitlist: waitlistOrder,
  /** The quotas (名额配额): the most seats for a segment. */
  quotas: z.array(quota).max(50),
  /** The price of a seat, counted against the learner's allowance. */
  price: amount.optional(),
  /** Whether a withdrawal after the deadline is recorded as late, or refused. */
  lateWithdrawal: z.enum(['recorded', 'refused']),
  /** The hours in which somebody who moves up accepts the seat (候补录取确认). Left out, the seat is theirs at once. */
  seatOfferHours: z.int().min(1).max(8760).optional(),
  /** The prework (预习资料): reading before the first session. */
  prework: z
    .strictObject({
      /** The titles of the materials. */
      materials: uniqueBy(z.array(title).min(1).max(50), (one) => one),
      /** The days before the first session on which the prework is sent. */
      daysBefore: z.int().min(0).max(365),
    })
    .optional(),
}

/** A level of a competency, in its framework. */
export const competence = field(
  z.strictObject({
    frameworkId,
    /** The competency, by its code in the framework. */
    competency: code,
    /** The level, on the scale of the competency. */
    level: z.int().min(0).max(100),
  }),
)
export type Competence = ValueOf<typeof competence>

/** Of the courses asked for, the first version that counts, where earlier ones do not. */
export const versions = z
  .array(
    z.strictObject({
      courseId,
      /** The first version of the course that counts. */
      fromVersion: z.int().min(1),
    }),
  )
  .max(50)

/** A stage of a curriculum and its courses. */
export const stage = field(
  z.strictObject({
    /** The stage, by its code in the program. */
    stage: code,
    /** The courses of the stage. */
    courses: idList(courseId, 500),
  }),
)

/** Where somebody sits: in the room, or on the platform. */
export const joins = field(z.enum(['onSite', 'online']))
export type Joins = ValueOf<typeof joins>

/** How somebody came to ask for a seat. */
export const enrolmentSources = ['assigned', 'manager', 'self', 'walkIn', 'lateJoiner'] as const
export const enrolmentSource = field(z.enum(enrolmentSources))
export type EnrolmentSource = ValueOf<typeof enrolmentSource>

/** The learner who asks for a seat, as the host describes them on that day. */
export const whoAsks = {
  /** The department of the learner at the time of the request, by its code. */
  department: code.optional(),
  /** The position of the learner at the time of the request, by its code. */
  position: code.optional(),
  /** The level of the learner at the time of the request, by its code. */
  level: code.optional(),
  /** The job family of the learner at the time of the request, by its code. */
  jobFamily: code.optional(),
  /** The place of work of the learner at the time of the request, by its code. */
  place: code.optional(),
  /** Where the learner sits in a class that is held in a room and online at once. Left out, where there is a place. */
  joins: joins.optional(),
  /** The learner's expectations, in words. */
  expectations: text.optional(),
  /** The priority on a waitlist by priority; the higher, the sooner. Left out, it is 0. */
  priority: z.int().min(0).max(1000).optional(),
}

/** How somebody asks for a seat: what travels with the request wherever it goes. */
export const request = {
  /**
   * The source of the request: `assigned` by the organisation, by a `manager`, or by the learner (`self`); `walkIn` sat in
   * the room without a seat, `lateJoiner` came when the class was under way.
   */
  source: enrolmentSource,
  ...whoAsks,
}

/** The facts about the learner that only the host knows: the request is decided on them. */
export const basis = {
  /** Courses completed elsewhere, as the host's records say. They count like courses completed here. */
  completedCourses: idList(courseId, 500).optional(),
  /** The learner's current levels, read from the competence record. */
  competencies: z.array(competence).max(500).optional(),
  /** The employment of the learner, as the host's staff records say. Left out, employment is not checked. */
  employment: employment.optional(),
}
