import { payload } from '../../kernel/index.ts'

/** Why something may not be asked of an offering. */
export const offeringRejections = {
  SessionOverlap: payload<{ readonly sessionId: string; readonly with: string }>(),
  SessionEndsBeforeItStarts: payload<{ readonly sessionId: string }>(),
  WindowInverted: payload<{
    readonly window: 'enrolmentOpens' | 'enrolmentCloses' | 'withdrawalDeadline'
    readonly latest: string
  }>(),
  CapacityInverted: payload<{ readonly min: number; readonly max: number }>(),
  /** The room, with the platform for those who join from elsewhere, holds fewer than the class takes. */
  PlaceTooSmall: payload<{
    readonly sessionId: string
    readonly capacity: number
    readonly people: number
  }>(),
  /** Nothing new is taught of a course that is retired. */
  CourseIsRetired: payload<{ readonly courseId: string }>(),
  CourseVersionUnknown: payload<{
    readonly courseId: string
    readonly courseVersion: number
    readonly latest: number
  }>(),
  EnrolmentStillOpen: payload<{ readonly closes: string }>(),
  MinimumNotReached: payload<{ readonly have: number; readonly need: number }>(),
  SessionAlreadyDelivered: payload<{ readonly sessionId: string }>(),
  SessionNotOver: payload<{ readonly actualEnd: string }>(),
  SessionsRemain: payload<{ readonly sessionIds: readonly string[] }>(),
  /** `with` is the slot in the way, the resource's buffer counted in. */
  TrainerUnavailable: payload<{
    readonly trainerId: string
    readonly sessionId: string
    readonly with: string
  }>(),
  VenueUnavailable: payload<{
    readonly venueId: string
    readonly sessionId: string
    readonly with: string
  }>(),
  EquipmentUnavailable: payload<{
    readonly equipmentId: string
    readonly sessionId: string
    readonly with: string
  }>(),
  /** Not qualified for the course, or not until the session ends. */
  TrainerNotQualified: payload<{
    readonly trainerId: string
    readonly courseId: string
    readonly validUntil?: string
  }>(),
  TrainerNotAssigned: payload<{ readonly trainerId: string }>(),
  /** A room does not teach, and a trainer is no room. */
  WrongResourceKind: payload<{
    readonly resourceId: string
    readonly kind: string
    readonly as: 'trainer' | 'venue' | 'equipment'
  }>(),
  ResourceNotInUse: payload<{ readonly resourceId: string; readonly status: 'suspended' | 'retired' }>(),
  ReadinessIncomplete: payload<{ readonly tasks: readonly string[] }>(),
  SessionAlreadyPlanned: payload<{ readonly sessionId: string }>(),
  /** The only session that remains: cancel the offering, or hold another. */
  OnlySession: payload<{ readonly sessionId: string }>(),
  /** The last class was held: attempts are about to be closed. */
  LastSessionHeld: payload<{ readonly offeringId: string }>(),
  SessionNotStarted: payload<{ readonly start: string }>(),
  ResolvedBeforeReported: payload<{ readonly reportedAt: string }>(),
  OfferingStarted: payload<{ readonly offeringId: string }>(),
  /** Its last class is over: who had a seat took part, or did not come. */
  OfferingEnded: payload<{ readonly offeringId: string; readonly ended: string }>(),
}
