/** A row of another system's records: how somebody's enrolment ended, the certificate they hold, or both. */
import * as z from 'zod'
import { field, type ValueOf } from '../../kernel/index.ts'
import {
  certificateId,
  code,
  courseId,
  instant,
  instrumentId,
  learnerId,
  minutes,
  offeringId,
  scaledScore,
} from '../../vocabulary/index.ts'

/** A number of a row: the first row of the table is 1. */
const rowNumber = z.int().min(1).max(1_000_000_000)

const result = z.strictObject({
  instrumentId,
  /** The number of the attempt; 1 is the first. */
  attempt: z.int().min(1).max(1000),
  /** The score, in thousandths of full marks: 700 is 70 %. */
  scaled: scaledScore,
  /** The instant at which the attempt was made. Left out, the enrolment's end. */
  at: instant.optional(),
})

const enrolmentOfRow = z.strictObject({
  /** The offering. Another system's class, or an id of one's own where it knew none: one learner has one enrolment in it. */
  offeringId,
  /** The instant at which the learner had the seat. Left out, the end. */
  enrolledAt: instant.optional(),
  /** The instant at which the enrolment ended. */
  endedAt: instant,
  /** The end of the enrolment. */
  ended: z.enum(['completed', 'failed', 'noShow', 'withdrawn']),
  /** The minutes that the learner attended. Left out, nobody knows, and no hours are counted. */
  attendedMinutes: minutes.optional(),
  /** The minutes of all sessions. */
  scheduledMinutes: minutes.optional(),
  /** The results of tests, each attempt once. */
  results: z.array(result).max(50).optional(),
})

const certificateOfRow = z.strictObject({
  certificateId,
  /** The serial number printed on the certificate, unique everywhere. */
  serial: code,
  /** The instant from which the certificate is valid. */
  validFrom: instant,
  /** The first instant at which the certificate is no longer valid. Left out, it never expires. */
  validUntil: instant.optional(),
})

export const historyRow = field(
  z.strictObject({
    /** The number of the row in the table it comes from. */
    row: rowNumber,
    learnerId,
    courseId,
    /** The version of the course: 1, then 2. */
    courseVersion: z.int().min(1).default(1),
    /** The enrolment and its end. */
    enrolment: enrolmentOfRow.optional(),
    /** The certificate that was awarded: for the completion, where the row tells of one. */
    certificate: certificateOfRow.optional(),
  }),
)
export type HistoryRow = ValueOf<typeof historyRow>

/** Why a row is refused, and the field it is for: `AlreadyRecorded` at `offeringId`. */
export const refusedRow = z.strictObject({
  /** The number of the row in the table it comes from. */
  row: rowNumber,
  /** The field: `endedAt`, `serial`. */
  field: code,
  /** The reason: `AlreadyRecorded`, `InFuture`, `EndsBeforeItStarts`, `AttendedTooLong`, `AttemptTwice`, `SerialTaken`, `NothingInIt`. */
  reason: code,
})
