import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCounts } from '../guard.ts'
import type { MetricResult, Note } from '../result.ts'
import { censusShare } from '../share.ts'
import { summing } from '../summing.ts'

export type TrainerTime = { readonly bookedMinutes: number; readonly availableMinutes: number }

/**
 * Trainer utilisation (讲师利用率), M22b: how much of trainers' available time is booked.
 *
 * Formula: booked minutes / available minutes.
 *
 * When to use: to plan capacity.
 * When not: to compare trainers whose available time is not counted alike.
 *
 * Result: a ratio, above 1 with a note `Overbooked`; `n` is the available minutes; `undefined` (`ZeroDenominator`)
 * when none are available. Throws when minutes are not a whole number ≥ 0.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { trainerUtilisation } from 'training-ops/metrics'
 * trainerUtilisation({ bookedMinutes: 1_800, availableMinutes: 2_400 }) // => { status: 'ok', value: 0.75, n: 2_400, unit: 'ratio' }
 * ```
 */
export const trainerUtilisation = /* @__PURE__ */ guarded(
  'trainerUtilisation',
  ({ bookedMinutes, availableMinutes }: TrainerTime): MetricResult => {
    needsCounts('trainerUtilisation', { bookedMinutes, availableMinutes })
    const beyond = bookedMinutes - availableMinutes
    const notes: Note[] = [{ code: 'Overbooked', minutes: beyond }]
    return censusShare({
      part: bookedMinutes,
      whole: availableMinutes,
      what: 'availableMinutes',
      ...(beyond > 0 && { notes }),
    })
  },
)

export const trainerUtilisationAccumulator = /* @__PURE__ */ guardedAccumulator(
  'trainerUtilisationAccumulator',
  /* @__PURE__ */ summing<TrainerTime, MetricResult>(
    'trainerUtilisation',
    { bookedMinutes: 0, availableMinutes: 0 },
    trainerUtilisation,
  ),
)

export const trainerUtilisationEntry: MetricEntry = {
  id: 'M22b',
  calculator: 'trainerUtilisation',
  unit: 'ratio',
  quantity: 'minutes',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
