import { carrying, defineRejections } from '../kernel/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const resourceRejections = defineRejections({
  /** Only trainers and experts are nominated, qualified, appointed and developed. */
  NotATrainer: carrying<{ readonly resourceId: string; readonly kind: string }>(),
  /** Where the organisation asks for it: nobody nominated them. */
  NotNominated: carrying<{ readonly resourceId: string }>(),
  NotQualified: carrying<{ readonly resourceId: string; readonly courseId: string }>(),
  QualificationExpired: carrying<{
    readonly resourceId: string
    readonly courseId: string
    readonly validUntil: string
  }>(),
  NotAProvider: carrying<{ readonly resourceId: string; readonly kind: string }>(),
  NotScreened: carrying<{ readonly resourceId: string }>(),
  /** `sum`: of the weights, in basis points; it must be 10,000. */
  WeightsNotNormalized: carrying<{ readonly sum: number }>(),
  ScoreOffScale: carrying<{
    readonly criterion: string
    readonly score: number
    readonly min: number
    readonly max: number
  }>(),
  DuplicateTerms: carrying<{ readonly termsId: string }>(),
  ValidityInverted: carrying<{ readonly validFrom: string; readonly validUntil: string }>(),
  RatingOffScale: carrying<{ readonly rating: number; readonly min: number; readonly max: number }>(),
  SelfRating: carrying<{ readonly resourceId: string }>(),
  /** One person rates one aspect of one class once. */
  AlreadyRated: carrying<{ readonly resourceId: string; readonly ratedBy: string }>(),
  ResourceSuspended: carrying<{ readonly resourceId: string }>(),
  SlotInverted: carrying<{ readonly start: string; readonly end: string }>(),
  CapacityExceeded: carrying<{
    readonly resourceId: string
    readonly capacity: number
    readonly people: number
  }>(),
  /** `by` is the slot in the way, with the buffer counted in; whose it is, where it is an offering's. */
  SlotTaken: carrying<{
    readonly by: string
    readonly start: string
    readonly end: string
    readonly offeringId?: string
    readonly sessionId?: string
  }>(),
  /** The slot comes and goes with a session of an offering: whoever runs the class moves or frees it. */
  SlotHeldByOffering: carrying<{
    readonly slotId: string
    readonly offeringId: string
    readonly sessionId: string
  }>(),
})
