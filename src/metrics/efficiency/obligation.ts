import { dayNumber, needsDay } from '../days.ts'
import { needsCount, needsText } from '../guard.ts'

/** One person's duty to hold one item: a course, a certificate. Days are `YYYY-MM-DD`. */
export type Obligation = {
  readonly person: string
  readonly item: string
  /** Until when it is to be done. Left out where there is no date. */
  readonly due?: string
  /** Days after `due` that are tolerated: 0 unless said otherwise. */
  readonly graceDays?: number
  readonly completedOn?: string
  /** The last day a completion is good for. Left out where it never expires. */
  readonly validUntil?: string
  readonly waived?: boolean
}

export type ObligationState =
  | 'current'
  | 'waived'
  /** Not done, and its day has not passed. */
  | 'notYetDue'
  /** Not done, its day has passed, and the days of grace have not. */
  | 'inGrace'
  /** Not done, and late. */
  | 'overdue'
  /** Done once, no longer valid, and late. */
  | 'expired'

/**
 * How an obligation stands at the end of a day. A lapsed validity without a due date of its own is due on the day it
 * lapsed.
 *
 * @example
 * ```ts
 * import { obligationState } from 'training-ops/metrics'
 * const fireDrill = { person: 'an', item: 'fire', completedOn: '2025-03-01', validUntil: '2026-02-28', graceDays: 30 }
 * obligationState(fireDrill, '2026-02-28') // => 'current'
 * obligationState(fireDrill, '2026-03-15') // => 'inGrace'
 * obligationState(fireDrill, '2026-04-15') // => 'expired'
 * ```
 */
export const obligationState = (obligation: Obligation, asOf: string): ObligationState => {
  const { due, graceDays = 0, completedOn, validUntil, waived } = obligation
  if (waived) return 'waived'
  const isDone = completedOn !== undefined && completedOn <= asOf
  if (isDone && (validUntil === undefined || asOf <= validUntil)) return 'current'

  const lastDay = due ?? (isDone ? validUntil : undefined)
  if (lastDay === undefined || asOf <= lastDay) return 'notYetDue'
  if (dayNumber(asOf) <= dayNumber(lastDay) + graceDays) return 'inGrace'
  return isDone ? 'expired' : 'overdue'
}

export const needsObligation = (calculator: string, obligation: Obligation, index?: number): void => {
  const { person, graceDays = 0 } = obligation
  needsText(calculator, 'obligations[].person', person, index)
  needsCount(calculator, 'obligations[].graceDays', graceDays, index)
  for (const day of ['due', 'completedOn', 'validUntil'] as const)
    if (obligation[day] !== undefined) needsDay(calculator, `obligations[].${day}`, obligation[day], index)
}
