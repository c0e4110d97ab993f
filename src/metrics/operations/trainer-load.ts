import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { eachRecord, guarded, guardedAccumulator, needsCount, needsText } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** Minutes one trainer taught, once for each session; 0 for a trainer who taught nothing and counts. */
export type TrainerMinutes = { readonly trainer: string; readonly minutes: number }

type Taught = { readonly minutes: number; readonly trainers: ReadonlySet<string> }

const gather = (records: Iterable<TrainerMinutes>): Taught => {
  const trainers = new Set<string>()
  let [sum, index] = [0, 0]
  for (const { trainer, minutes } of eachRecord('trainerLoad', 'records', records)) {
    needsText('trainerLoad', 'records[].trainer', trainer, index)
    needsCount('trainerLoad', 'records[].minutes', minutes, index++)
    trainers.add(trainer)
    sum += minutes
  }
  return { minutes: sum, trainers }
}

const loadOf = ({ minutes, trainers }: Taught): MetricResult =>
  trainers.size === 0
    ? notMeasurable({ code: 'ZeroDenominator', what: 'trainers' })
    : measured({ value: minutes / 60 / trainers.size, n: trainers.size, unit: 'hours' })

/**
 * Trainer load (讲师人均课时), M22: hours taught for each trainer.
 *
 * Formula: Σ minutes taught / 60 / distinct trainers.
 *
 * When to use: to see how work is spread and when to qualify more trainers.
 * When not: as a share of what they could teach: that is `trainerUtilisation`.
 *
 * Result: hours; `n` is the trainers; `undefined` (`ZeroDenominator`) without trainers. Throws when a trainer is
 * not named or minutes are not a whole number ≥ 0.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { trainerLoad } from 'training-ops/metrics'
 * const records = [{ trainer: 'li', minutes: 240 }, { trainer: 'li', minutes: 120 }, { trainer: 'wu', minutes: 0 }]
 * trainerLoad(records) // => { status: 'ok', value: 3, n: 2, unit: 'hours' }
 * ```
 */
export const trainerLoad = /* @__PURE__ */ guarded(
  'trainerLoad',
  (records: readonly TrainerMinutes[]): MetricResult => loadOf(gather(records)),
)

export const trainerLoadAccumulator: Accumulator<TrainerMinutes, Taught, MetricResult> =
  /* @__PURE__ */ guardedAccumulator('trainerLoadAccumulator', {
    empty: { minutes: 0, trainers: new Set() },
    lift: (record) => gather([record]),
    combine: (a, b) => ({
      minutes: a.minutes + b.minutes,
      trainers: new Set([...a.trainers, ...b.trainers]),
    }),
    extract: loadOf,
    gather,
  })

export const trainerLoadEntry: MetricEntry = {
  id: 'M22',
  calculator: 'trainerLoad',
  unit: 'hours',
  quantity: 'trainers',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
