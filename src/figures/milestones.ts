import type { OfferingRecord } from '../records/offering/record.ts'
import type { ProgramRecord } from '../records/program/record.ts'
import { dayIn } from '../vocabulary/index.ts'

/** A class, as far as it shows that a milestone was reached. */
export type ClassHeld = Pick<OfferingRecord, 'status' | 'endedAt'>

/**
 * The day on which the facts reached a milestone that nobody has confirmed: the last class of its program was held.
 *
 * @example
 * ```ts
 * import { shownReachedOn } from 'training-ops'
 * const milestone = { title: 'First wave held', due: '2026-06-30', reachedWhen: 'classesHeld' as const, done: false }
 * const held = [{ status: 'completed' as const, endedAt: '2026-06-12T09:00:00.000Z' }]
 * shownReachedOn(milestone, 'Asia/Shanghai', held) // => '2026-06-12'
 * ```
 */
export const shownReachedOn = (
  { reachedWhen }: ProgramRecord['milestones'][string],
  zone: string,
  classes: readonly ClassHeld[],
): string | undefined => {
  const held = classes.filter(({ status }) => status !== 'cancelled')
  if (reachedWhen === undefined || held.length === 0) return undefined
  if (held.some(({ status }) => status !== 'completed')) return undefined
  const last = held
    .map(({ endedAt = '' }) => endedAt)
    .sort()
    .at(-1)
  return last === undefined || last === '' ? undefined : dayIn(last, zone)
}
