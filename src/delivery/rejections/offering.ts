import { carrying } from '../../kernel/index.ts'

/** Why something may not be asked of an offering. */
export const offeringRejections = {
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
}
