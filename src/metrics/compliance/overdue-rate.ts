import type { Accumulator } from '../accumulator.ts'
import { dayNumber, needsDay } from '../days.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCount } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { censusShare } from '../share.ts'
import { needsObligation, type Obligation, type ObligationState, stateOf } from './obligation.ts'

/** How many obligations are in each state. `expiring` of the `current` lapse within the days asked for. */
export type ObligationCounts = Readonly<Record<ObligationState | 'expiring', number>>

export type ObligationWindow = {
  readonly asOf: string
  /** Current ones that lapse within so many days are expiring: 30 unless said otherwise. */
  readonly expiringWithinDays?: number
}

const counted = (
  calculator: string,
  obligations: Iterable<Obligation>,
  { asOf, expiringWithinDays = 30 }: ObligationWindow,
): ObligationCounts => {
  needsDay(calculator, 'asOf', asOf)
  needsCount(calculator, 'expiringWithinDays', expiringWithinDays)
  const counts = { current: 0, expiring: 0, waived: 0, notYetDue: 0, inGrace: 0, overdue: 0, expired: 0 }
  let index = 0
  for (const obligation of obligations) {
    needsObligation(calculator, obligation, index++)
    const state = stateOf(obligation, asOf)
    counts[state] += 1
    const daysLeft = dayNumber(obligation.validUntil ?? '') - dayNumber(asOf)
    if (state === 'current' && daysLeft <= expiringWithinDays) counts.expiring += 1
  }
  return counts
}

/**
 * Obligations by state (逾期与即将到期), M27: how many are current, expiring, waived, not yet due, in grace, overdue
 * and expired.
 *
 * Result: how many obligations are in each state; `expiring` are some of the `current`. Throws as `overdueRate`.
 *
 * @example
 * ```ts
 * import { obligationCounts } from 'training-ops/metrics'
 * const obligations = [
 *   { person: 'an', item: 'fire', completedOn: '2025-04-10', validUntil: '2026-04-09' },
 *   { person: 'bo', item: 'fire', due: '2026-01-31' },
 * ]
 * const { current, expiring, overdue } = obligationCounts({ obligations, asOf: '2026-03-15' })
 * const figures = [current, expiring, overdue]
 * figures // => [1, 1, 1]
 * ```
 */
export const obligationCounts = /* @__PURE__ */ guarded(
  'obligationCounts',
  ({
    obligations,
    ...window
  }: { readonly obligations: readonly Obligation[] } & ObligationWindow): ObligationCounts =>
    counted('obligationCounts', obligations, window),
)

const add = (a: ObligationCounts, b: ObligationCounts): ObligationCounts => ({
  current: a.current + b.current,
  expiring: a.expiring + b.expiring,
  waived: a.waived + b.waived,
  notYetDue: a.notYetDue + b.notYetDue,
  inGrace: a.inGrace + b.inGrace,
  overdue: a.overdue + b.overdue,
  expired: a.expired + b.expired,
})

const counting = <Figure>(
  calculator: string,
  window: ObligationWindow,
  extract: (counts: ObligationCounts) => Figure,
): Accumulator<Obligation, ObligationCounts, Figure> => {
  const gather = (obligations: Iterable<Obligation>) => counted(calculator, obligations, window)
  return { empty: gather([]), lift: (obligation) => gather([obligation]), combine: add, extract, gather }
}

/** The counts over obligations that arrive one by one. */
export const obligationCountsAccumulator = /* @__PURE__ */ guardedAccumulator(
  'obligationCountsAccumulator',
  (window: ObligationWindow): Accumulator<Obligation, ObligationCounts, ObligationCounts> =>
    counting('obligationCounts', window, (counts) => counts),
)

/**
 * Overdue rate (逾期率), M27: of the items that bind somebody today, the share that is late.
 *
 * Formula: (overdue + expired) / (current + waived + in grace + overdue + expired). An obligation that is not yet due counts
 * nowhere.
 *
 * When to use: to see how much is late, item by item.
 * When not: for the share of people who are all right (M26): one person may be late with several items.
 *
 * Result: a ratio from 0 to 1; `n` is the items that bind; notes count those in grace and those expiring;
 * `undefined` (`ZeroDenominator`) when nothing binds. A census, so no interval. Throws when a date is not
 * `YYYY-MM-DD`. The counts themselves: `obligationCounts`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { overdueRate } from 'training-ops/metrics'
 * const obligations = [
 *   { person: 'an', item: 'fire', completedOn: '2025-04-10', validUntil: '2026-04-09' },
 *   { person: 'bo', item: 'fire', due: '2026-01-31' },
 *   { person: 'cy', item: 'fire', due: '2026-12-31' },
 * ]
 * const rate = overdueRate({ obligations, asOf: '2026-03-15' })
 * rate // => { status: 'ok', value: 0.5, n: 2, unit: 'ratio', variant: { expiringWithinDays: 30 }, notes: [{ code: 'Expiring', items: 1 }] }
 * ```
 */
export const overdueRate = /* @__PURE__ */ guarded(
  'overdueRate',
  ({
    obligations,
    ...window
  }: { readonly obligations: readonly Obligation[] } & ObligationWindow): MetricResult =>
    rateOf(counted('overdueRate', obligations, window), window),
)

const rateOf = (counts: ObligationCounts, { expiringWithinDays = 30 }: ObligationWindow): MetricResult => {
  const late = counts.overdue + counts.expired
  const notes = [
    ...(counts.inGrace > 0 ? [{ code: 'InGrace', items: counts.inGrace }] : []),
    ...(counts.expiring > 0 ? [{ code: 'Expiring', items: counts.expiring }] : []),
  ]
  return censusShare({
    part: late,
    whole: late + counts.current + counts.waived + counts.inGrace,
    what: 'binding obligations',
    variant: { expiringWithinDays },
    ...(notes.length > 0 && { notes }),
  })
}

export const overdueRateAccumulator = /* @__PURE__ */ guardedAccumulator(
  'overdueRateAccumulator',
  (window: ObligationWindow): Accumulator<Obligation, ObligationCounts, MetricResult> =>
    counting('overdueRate', window, (counts) => rateOf(counts, window)),
)

export const overdueRateEntry: MetricEntry = {
  id: 'M27',
  calculator: 'overdueRate',
  companions: { obligationCounts: {} },
  unit: 'ratio',
  quantity: 'obligations',
  better: 'less',
  level: 'L0',
  class: 'efficiency',
  options: { expiringWithinDays: ['30', 'any whole number'] },
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
