import { defineRejections, payload } from '../kernel/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const resourceRejections = defineRejections({
  /** Only trainers and experts are nominated, qualified, appointed and developed. */
  NotATrainer: payload<{ readonly resourceId: string; readonly kind: string }>(),
  /** Where the organisation asks for it: nobody nominated them. */
  NotNominated: payload<{ readonly resourceId: string }>(),
  NotQualified: payload<{ readonly resourceId: string; readonly courseId: string }>(),
  QualificationExpired: payload<{
    readonly resourceId: string
    readonly courseId: string
    readonly validUntil: string
  }>(),
  NotAProvider: payload<{ readonly resourceId: string; readonly kind: string }>(),
  NotScreened: payload<{ readonly resourceId: string }>(),
  /** `sum`: of the weights, in basis points; it must be 10,000. */
  WeightsNotNormalized: payload<{ readonly sum: number }>(),
  ScoreOffScale: payload<{
    readonly criterion: string
    readonly score: number
    readonly min: number
    readonly max: number
  }>(),
  DuplicateTerms: payload<{ readonly termsId: string }>(),
  ValidityInverted: payload<{ readonly validFrom: string; readonly validUntil: string }>(),
  RatingOffScale: payload<{ readonly rating: number; readonly min: number; readonly max: number }>(),
  SelfRating: payload<{ readonly resourceId: string }>(),
  /** One person rates one aspect of one class once. */
  AlreadyRated: payload<{ readonly resourceId: string; readonly ratedBy: string }>(),
  ResourceSuspended: payload<{ readonly resourceId: string }>(),
  SlotInverted: payload<{ readonly start: string; readonly end: string }>(),
  CapacityExceeded: payload<{
    readonly resourceId: string
    readonly capacity: number
    readonly people: number
  }>(),
  /** `by` is the slot in the way, with the buffer counted in; whose it is, where it is an offering's. */
  SlotTaken: payload<{
    readonly by: string
    readonly start: string
    readonly end: string
    readonly offeringId?: string
    readonly sessionId?: string
  }>(),
  /** The slot comes and goes with a session of an offering: whoever runs the class moves or frees it. */
  SlotHeldByOffering: payload<{
    readonly slotId: string
    readonly offeringId: string
    readonly sessionId: string
  }>(),
})
