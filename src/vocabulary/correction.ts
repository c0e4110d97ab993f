/** Corrections of recorded facts: by whom, why and when, and only where it changes something. */
import { canonical } from '../kernel/index.ts'
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
