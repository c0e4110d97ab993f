import { defineRejections, payload } from '../kernel/index.ts'

/** Something that one person cannot have lived, and two have. */
export type IdentityConflict =
  | { readonly kind: 'sameClass'; readonly offeringId: string }
  | { readonly kind: 'overlappingSessions'; readonly offeringId: string; readonly with: string }
  /** Both answered one questionnaire about the same person, or one person answered it about both. */
  | { readonly kind: 'sameAdministration'; readonly administrationId: string }
  /** One answered about the other. */
  | { readonly kind: 'ratedThemselves'; readonly administrationId: string }

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const peopleRejections = defineRejections({
  SameIdentity: payload<{ readonly learnerId: string }>(),
  /** That id is read as another one already: name that one. */
  AlreadyMerged: payload<{ readonly learnerId: string; readonly into: string }>(),
  /** These two were not merged, or are parted already. */
  NotMerged: payload<{ readonly survivorId: string; readonly mergedId: string }>(),
  /** One person cannot have lived both lives: in these classes, at these hours. */
  IdentitiesConflict: payload<{
    readonly kinds: readonly string[]
    readonly conflicts: readonly IdentityConflict[]
  }>(),
})
