import { dayNumber, needsDay } from '../days.ts'
import { guarded, needsAt, needsCount, needsText } from '../guard.ts'

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

/** `obligationState`, of an obligation that was looked at already. @internal */
export const stateOf = (obligation: Obligation, asOf: string): ObligationState => {
  const { due, graceDays = 0, completedOn, validUntil, waived } = obligation
  if (waived === true) return 'waived' // a spreadsheet's 'no' is not yes
  const isDone = completedOn !== undefined && completedOn <= asOf
  if (isDone && (validUntil === undefined || asOf <= validUntil)) return 'current'

  const lastDay = due ?? (isDone ? validUntil : undefined)
  if (lastDay === undefined || asOf <= lastDay) return 'notYetDue'
  if (dayNumber(asOf) <= dayNumber(lastDay) + graceDays) return 'inGrace'
  return isDone ? 'expired' : 'overdue'
}

/** @internal */
export const needsObligation = (
  calculator: string,
  obligation: Obligation,
  index?: number,
  path = 'obligations[].',
): void => {
  const { person, graceDays = 0 } = obligation
  needsText(calculator, `${path}person`, person, index)
  needsCount(calculator, `${path}graceDays`, graceDays, index)
  for (const day of ['due', 'completedOn', 'validUntil'] as const)
    if (obligation[day] !== undefined) needsDay(calculator, path + day, obligation[day], index)
}

/**
 * How an obligation stands at the end of a day. A lapsed validity without a due date of its own is due on the day it
 * lapsed.
 *
 * Result: one of the states. Throws when a date is not `YYYY-MM-DD`, person or item are no text, the days of grace are
 * not a whole number ≥ 0, or `waived` is neither true nor false. It is the state of one obligation, which adds up to
 * nothing: `obligationCountsAccumulator` counts many.
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
export const obligationState = /* @__PURE__ */ guarded(
  'obligationState',
  (obligation: Obligation, asOf: string): ObligationState => {
    const { item, waived = false } = obligation
    needsObligation('obligationState', obligation, undefined, '')
    needsText('obligationState', 'item', item)
    needsAt(typeof waived === 'boolean', 'obligationState', 'true or false', 'waived', waived)
    needsDay('obligationState', 'asOf', asOf)
    return stateOf(obligation, asOf)
  },
)
