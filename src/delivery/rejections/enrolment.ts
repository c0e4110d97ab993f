import { payload } from '../../kernel/index.ts'
import { byAnother, type Segment } from '../../vocabulary/index.ts'

/** Why something may not be asked about a learner in it. */
export const enrolmentRejections = {
  EnrolmentWindowClosed: payload<{ readonly closed: string }>(),
  AlreadyEnrolled: payload<{ readonly learnerId: string; readonly status: string }>(),
  NotEmployed: payload<{
    readonly learnerId: string
    readonly on: string
    readonly when: 'beforeHire' | 'afterExit'
    readonly hiredOn: string
    readonly leftOn?: string
  }>(),
  /** It is held online alone, or in a room alone. */
  NotHeldThere: payload<{ readonly offeringId: string; readonly joins: string }>(),
  ScheduleConflict: payload<{ readonly learnerId: string; readonly with: string }>(),
  /** `missing`: ids of courses, codes of competencies. */
  /** Of these courses so many come first, and fewer were completed. */
  AlternativesNotMet: payload<{
    readonly learnerId: string
    readonly atLeast: number
    readonly have: number
    readonly of: readonly string[]
  }>(),
  /** Of so many courses, more are asked for. */
  AlternativesTooFew: payload<{ readonly atLeast: number; readonly of: readonly string[] }>(),
  PrerequisiteNotMet: payload<{ readonly learnerId: string; readonly missing: readonly string[] }>(),
  StagePrerequisiteNotMet: payload<{
    readonly learnerId: string
    readonly stage: string
    readonly missing: readonly string[]
  }>(),
  AnnualLimitExceeded: payload<{
    readonly learnerId: string
    readonly year: string
    readonly what: 'hours' | 'cost' | 'count'
    /** In minutes, minor units of the currency, or seats. */
    readonly limit: number
    readonly would: number
  }>(),
  ...byAnother,
  SeatsExhausted: payload<{ readonly offeringId: string; readonly capacity: number }>(),
  QuotaExhausted: payload<{
    readonly offeringId: string
    readonly segment: Segment
    readonly max: number
  }>(),
  WithdrawalDeadlinePassed: payload<{ readonly deadline: string }>(),
  /** The time to answer is over: the seat goes to the next. */
  SeatOfferEnded: payload<{ readonly until: string }>(),
  /** The class is not over yet: a seat may still come free. */
  OfferingNotOver: payload<{ readonly ends: string }>(),
  SeatOfferStillOpen: payload<{ readonly until: string }>(),
  NotALottery: payload<{ readonly offeringId: string; readonly waitlist: string }>(),
  CourseDiffers: payload<{ readonly courseId: string; readonly toCourseId: string }>(),
  CapacityBelowEnrolled: payload<{ readonly enrolled: number; readonly max: number }>(),
  AttendanceExceedsSession: payload<{ readonly minutes: number; readonly scheduled: number }>(),
  AttendanceBeforeStart: payload<{ readonly start: string }>(),
  AbsentWithMinutes: payload<{ readonly minutes: number }>(),
  AttendanceAlreadyRecorded: payload<{ readonly sessionId: string }>(),
  AttendanceNotRecorded: payload<{ readonly sessionId: string }>(),
  ResultNotRecorded: payload<{ readonly instrumentId: string; readonly attempt: number }>(),
  ScoreOutOfRange: payload<{ readonly scaled: number; readonly from: number; readonly to: number }>(),
  AttemptsExhausted: payload<{ readonly instrumentId: string; readonly maxAttempts: number }>(),
  RetakeTooSoon: payload<{ readonly until: string }>(),
  RequirementUnmet: payload<{ readonly open: readonly string[] }>(),
  LaterAttemptStands: payload<{ readonly attempt: number; readonly last: number }>(),
  AttemptOutOfOrder: payload<{ readonly attempt: number; readonly next: number }>(),
}
