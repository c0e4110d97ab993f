import { carrying } from '../../kernel/index.ts'

/** Why something may not be asked of an offering. */
export const offeringRejections = {
  SessionOverlap: carrying<{ readonly sessionId: string; readonly with: string }>(),
  SessionEndsBeforeItStarts: carrying<{ readonly sessionId: string }>(),
  WindowInverted: carrying<{
    readonly window: 'enrolmentOpens' | 'enrolmentCloses' | 'withdrawalDeadline'
    readonly latest: string
  }>(),
  CapacityInverted: carrying<{ readonly min: number; readonly max: number }>(),
  EnrolmentStillOpen: carrying<{ readonly closes: string }>(),
  MinimumNotReached: carrying<{ readonly have: number; readonly need: number }>(),
  SessionAlreadyDelivered: carrying<{ readonly sessionId: string }>(),
  SessionNotOver: carrying<{ readonly actualEnd: string }>(),
  SessionsRemain: carrying<{ readonly sessionIds: readonly string[] }>(),
  /** `with` is the slot in the way, the resource's buffer counted in. */
  TrainerUnavailable: carrying<{
    readonly trainerId: string
    readonly sessionId: string
    readonly with: string
  }>(),
  VenueUnavailable: carrying<{
    readonly venueId: string
    readonly sessionId: string
    readonly with: string
  }>(),
  EquipmentUnavailable: carrying<{
    readonly equipmentId: string
    readonly sessionId: string
    readonly with: string
  }>(),
  /** Not qualified for the course, or not until the session ends. */
  TrainerNotQualified: carrying<{
    readonly trainerId: string
    readonly courseId: string
    readonly validUntil?: string
  }>(),
  TrainerNotAssigned: carrying<{ readonly trainerId: string }>(),
  /** A room does not teach, and a trainer is no room. */
  WrongResourceKind: carrying<{
    readonly resourceId: string
    readonly kind: string
    readonly as: 'trainer' | 'venue' | 'equipment'
  }>(),
  ResourceNotInUse: carrying<{ readonly resourceId: string; readonly status: 'suspended' | 'retired' }>(),
  ReadinessIncomplete: carrying<{ readonly tasks: readonly string[] }>(),
  SessionAlreadyPlanned: carrying<{ readonly sessionId: string }>(),
  /** The only session that remains: cancel the offering, or hold another. */
  OnlySession: carrying<{ readonly sessionId: string }>(),
  /** The last class was held: attempts are about to be closed. */
  LastSessionHeld: carrying<{ readonly offeringId: string }>(),
  SessionNotStarted: carrying<{ readonly start: string }>(),
  ResolvedBeforeReported: carrying<{ readonly reportedAt: string }>(),
  OfferingStarted: carrying<{ readonly offeringId: string }>(),
  /** Its last class is over: who had a seat took part, or did not come. */
  OfferingEnded: carrying<{ readonly offeringId: string; readonly ended: string }>(),
}
