import type { OfferingRecord } from '../records/offering/record.ts'
import { minutesBetween } from '../vocabulary/index.ts'

/** One session, as planned and as held, in minutes; what was not held yet has no second half. */
export type PlannedAndActual = {
  readonly sessionId: string
  readonly plannedMinutes: number
  readonly actualMinutes?: number
  /** Minutes it began after its hour; below zero before it. */
  readonly beganLate?: number
}

/**
 * Each session of a class as planned and as held (计划与实际对比), without those that were called off.
 *
 * @example
 * ```ts
 * import { offeringRecord, plannedAndActual } from 'training-ops'
 * plannedAndActual(offeringRecord.initial()) // => []
 * ```
 */
export const plannedAndActual = ({
  calendar,
}: Pick<OfferingRecord, 'calendar'>): readonly PlannedAndActual[] =>
  Object.values(calendar)
    .filter(({ status }) => status !== 'cancelled')
    .map(({ sessionId, start, end, actualStart, actualEnd }) => ({
      sessionId,
      plannedMinutes: minutesBetween(start, end),
      ...(actualStart !== undefined &&
        actualEnd !== undefined && {
          actualMinutes: minutesBetween(actualStart, actualEnd),
          beganLate: minutesBetween(start, actualStart),
        }),
    }))
