import * as z from 'zod'
import { field, type ValueOf } from '../../kernel/index.ts'
import {
  amount,
  code,
  courseId,
  frameworkId,
  idList,
  segment,
  title,
  uniqueBy,
} from '../../vocabulary/index.ts'

/** How seats are given once there are too few (候补规则); `none` keeps no waitlist. */
export const waitlistOrder = field(z.enum(['firstCome', 'priority', 'lottery', 'none']))
export type WaitlistOrder = ValueOf<typeof waitlistOrder>

/** At most so many seats for a part of the people (名额配额). */
export const quota = field(z.strictObject({ segment, max: z.int().min(0).max(1_000_000) }))
export type Quota = ValueOf<typeof quota>

/** On which terms seats are given. */
export const enrolmentTerms = {
  waitlist: waitlistOrder,
  quotas: z.array(quota).max(50),
  /** What a seat costs whoever's allowance it counts against. */
  price: amount.optional(),
  /** Whether a seat may still be given up after the deadline. */
  lateWithdrawal: z.enum(['recorded', 'refused']),
  /** What is to be read before the class, and how many days before it is sent. */
  prework: z
    .strictObject({
      materials: uniqueBy(z.array(title).min(1).max(50), (one) => one),
      daysBefore: z.int().min(0).max(365),
    })
    .optional(),
}

/** A level of a competency, in its framework. */
export const competence = field(
  z.strictObject({ frameworkId, competency: code, level: z.int().min(0).max(100) }),
)
export type Competence = ValueOf<typeof competence>

/** Of the courses asked for, the first version that counts, where earlier ones do not. */
export const versions = z.array(z.strictObject({ courseId, fromVersion: z.int().min(1) })).max(50)

/** A stage of a curriculum and its courses. */
export const stage = field(z.strictObject({ stage: code, courses: idList(courseId, 500) }))

/** Who somebody is to a quota, as they asked. */
export const whoAsks = {
  department: code.optional(),
  position: code.optional(),
  level: code.optional(),
  jobFamily: code.optional(),
}
