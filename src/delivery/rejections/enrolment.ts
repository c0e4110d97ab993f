import { carrying } from '../../kernel/index.ts'
import type { Segment } from '../../vocabulary/index.ts'

/** Why something may not be asked about a learner in it. */
export const enrolmentRejections = {
  EnrolmentWindowClosed: carrying<{ readonly closed: string }>(),
  AlreadyEnrolled: carrying<{ readonly learnerId: string; readonly status: string }>(),
  NotEmployed: carrying<{
    readonly learnerId: string
    readonly on: string
    readonly when: 'beforeHire' | 'afterExit'
    readonly hiredOn: string
    readonly leftOn?: string
  }>(),
  ScheduleConflict: carrying<{ readonly learnerId: string; readonly with: string }>(),
  /** `missing`: ids of courses, codes of competencies. */
  PrerequisiteNotMet: carrying<{ readonly learnerId: string; readonly missing: readonly string[] }>(),
  StagePrerequisiteNotMet: carrying<{
    readonly learnerId: string
    readonly stage: string
    readonly missing: readonly string[]
  }>(),
  AnnualLimitExceeded: carrying<{
    readonly learnerId: string
    readonly year: string
    readonly what: 'hours' | 'cost' | 'count'
    /** In minutes, minor units of the currency, or seats. */
    readonly limit: number
    readonly would: number
  }>(),
  ApprovalRequired: carrying<{ readonly learnerId: string }>(),
  SeatsExhausted: carrying<{ readonly offeringId: string; readonly capacity: number }>(),
  QuotaExhausted: carrying<{
    readonly offeringId: string
    readonly segment: Segment
    readonly max: number
  }>(),
  WithdrawalDeadlinePassed: carrying<{ readonly deadline: string }>(),
  NotALottery: carrying<{ readonly offeringId: string; readonly waitlist: string }>(),
  CourseDiffers: carrying<{ readonly courseId: string; readonly toCourseId: string }>(),
  CapacityBelowEnrolled: carrying<{ readonly enrolled: number; readonly max: number }>(),
  AttendanceExceedsSession: carrying<{ readonly minutes: number; readonly scheduled: number }>(),
  AttendanceBeforeStart: carrying<{ readonly start: string }>(),
  AbsentWithMinutes: carrying<{ readonly minutes: number }>(),
  AttendanceAlreadyRecorded: carrying<{ readonly sessionId: string }>(),
  AttendanceNotRecorded: carrying<{ readonly sessionId: string }>(),
  ResultNotRecorded: carrying<{ readonly instrumentId: string; readonly attempt: number }>(),
  ScoreOutOfRange: carrying<{ readonly scaled: number; readonly from: number; readonly to: number }>(),
  AttemptsExhausted: carrying<{ readonly instrumentId: string; readonly maxAttempts: number }>(),
  RetakeTooSoon: carrying<{ readonly until: string }>(),
  RequirementUnmet: carrying<{ readonly open: readonly string[] }>(),
  AttemptOutOfOrder: carrying<{ readonly attempt: number; readonly next: number }>(),
}
