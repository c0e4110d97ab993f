import { carrying, defineRejections } from '../kernel/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const deliveryRejections = defineRejections({
  SessionOverlap: carrying<{ readonly sessionId: string; readonly with: string }>(),
  SessionEndsBeforeItStarts: carrying<{ readonly sessionId: string }>(),
  WindowInverted: carrying<{
    readonly window: 'enrolmentCloses' | 'withdrawalDeadline'
    readonly latest: string
  }>(),
  CapacityInverted: carrying<{ readonly min: number; readonly max: number }>(),
  MinimumNotReached: carrying<{ readonly have: number; readonly need: number }>(),
  SessionAlreadyDelivered: carrying<{ readonly sessionId: string }>(),
  SessionNotOver: carrying<{ readonly actualEnd: string }>(),
  SessionsRemain: carrying<{ readonly sessionIds: readonly string[] }>(),
  OfferingStarted: carrying<{ readonly offeringId: string }>(),
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
})
