/** Corrections of recorded facts: by whom, why and when, by somebody else, and only where it changes something. */
import { canonical, defineRejections, payload } from '../kernel/index.ts'
import { personId } from './ids.ts'
import { reason } from './text.ts'

/** The fields of every correction beside the corrected value. */
export const correction = {
  /** The person who puts it right; never who it is about. */
  correctedBy: personId,
  reason,
}

/**
 * Whether what was recorded says the same as what is said now: then there is nothing to put right.
 *
 * @example
 * ```ts
 * import { saysTheSame } from 'training-ops'
 * saysTheSame({ minutes: 60, day: '2026-03-01' }, { day: '2026-03-01', minutes: 60 }) // => true
 * ```
 */
export const saysTheSame = (recorded: unknown, now: unknown): boolean =>
  canonical(recorded) === canonical(now)

/** Somebody else has to say so: in every room where facts about people are recorded. */
export const byAnother = { ApprovalRequired: payload<{ readonly learnerId: string }>() }
const { ApprovalRequired } = defineRejections(byAnother)

/**
 * A recorded fact about somebody is put right by somebody else: the rejection where `correctedBy` is one of those it is about.
 *
 * @example
 * ```ts
 * import { nobodyCorrectsTheirOwn } from 'training-ops'
 * nobodyCorrectsTheirOwn({ correctedBy: 'ada' }, 'bo') // => false
 * ```
 */
export const nobodyCorrectsTheirOwn = (
  { correctedBy }: { readonly correctedBy?: string | undefined },
  ...about: readonly (string | undefined)[]
) => correctedBy !== undefined && about.includes(correctedBy) && ApprovalRequired({ learnerId: correctedBy })
