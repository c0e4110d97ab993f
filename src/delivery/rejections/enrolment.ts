import { carrying } from '../../kernel/index.ts'

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
  CapacityBelowEnrolled: carrying<{ readonly enrolled: number; readonly max: number }>(),
  AttendanceExceedsSession: carrying<{ readonly minutes: number; readonly scheduled: number }>(),
  AttendanceBeforeStart: carrying<{ readonly start: string }>(),
  AbsentWithMinutes: carrying<{ readonly minutes: number }>(),
  AttemptOutOfOrder: carrying<{ readonly attempt: number; readonly next: number }>(),
}
