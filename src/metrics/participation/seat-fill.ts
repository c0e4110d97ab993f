import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCount } from '../guard.ts'
import { type MetricResult, type Note, notMeasurable } from '../result.ts'
import { censusShare } from '../share.ts'

/** One offering's seats. */
export type Seats = {
  readonly confirmed: number
  readonly capacity: number | 'unlimited'
}

type SeatSums = { confirmed: number; capacity: number; limited: number; unlimited: number }

const lift = ({ confirmed, capacity }: Seats): SeatSums => {
  needsCount('seatFill', 'confirmed', confirmed)
  if (capacity === 'unlimited') return { confirmed: 0, capacity: 0, limited: 0, unlimited: 1 }
  needsCount('seatFill', 'capacity', capacity)
  return { confirmed, capacity, limited: 1, unlimited: 0 }
}

/**
 * Seat fill (满班率), M11: how many of the seats on offer were taken.
 *
 * Formula: confirmed enrolments / capacity.
 *
 * When to use: to size classes and to decide which to repeat. Over many offerings, add the seats up
 * (`seatFillAccumulator`): the mean of the offerings' rates is another figure.
 * When not: where there is no limit of seats.
 *
 * Result: a ratio, above 1 with a note `OverCapacity` when more were confirmed than seats; `n` is the seats;
 * `undefined` (`Unlimited`) without a limit, (`ZeroDenominator`) with no seat at all. Throws when a count is not
 * a whole number ≥ 0.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { seatFill } from 'training-ops/metrics'
 * seatFill({ confirmed: 18, capacity: 24 }) // => { status: 'ok', value: 0.75, n: 24, unit: 'ratio' }
 * seatFill({ confirmed: 300, capacity: 'unlimited' }) // => { status: 'undefined', reason: { code: 'Unlimited' } }
 * ```
 */
export const seatFill = /* @__PURE__ */ guarded(
  'seatFill',
  (seats: Seats): MetricResult => fillOf(lift(seats)),
)

const fillOf = ({ confirmed, capacity, limited, unlimited }: SeatSums): MetricResult => {
  if (limited === 0 && unlimited > 0) return notMeasurable({ code: 'Unlimited' })
  const notes: Note[] = [
    ...(unlimited > 0 ? [{ code: 'UnlimitedLeftOut', offerings: unlimited }] : []),
    ...(confirmed > capacity ? [{ code: 'OverCapacity', seats: confirmed - capacity }] : []),
  ]
  return censusShare({
    part: confirmed,
    whole: capacity,
    what: 'capacity',
    ...(notes.length > 0 && { notes }),
  })
}

/** Adds up the seats of many offerings; those without a limit are left out, and a note counts them. */
export const seatFillAccumulator: Accumulator<Seats, SeatSums, MetricResult> =
  /* @__PURE__ */ guardedAccumulator('seatFillAccumulator', {
    empty: { confirmed: 0, capacity: 0, limited: 0, unlimited: 0 },
    lift,
    combine: (a, b) => ({
      confirmed: a.confirmed + b.confirmed,
      capacity: a.capacity + b.capacity,
      limited: a.limited + b.limited,
      unlimited: a.unlimited + b.unlimited,
    }),
    extract: fillOf,
  })

export const seatFillEntry: MetricEntry = {
  id: 'M11',
  calculator: 'seatFill',
  unit: 'ratio',
  quantity: 'seats',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
