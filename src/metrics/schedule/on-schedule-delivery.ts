import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAtMost, needsCounts } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { share } from '../share.ts'
import { summing } from '../summing.ts'

export type MilestoneCounts = {
  /** Programs delivered on or before the day of their milestone. */
  readonly byMilestone: number
  /** Programs whose milestone has passed. */
  readonly due: number
  /** `true` when these are a sample. */
  readonly sampled?: boolean
}

/**
 * On-schedule delivery (按时交付率), M15: of the programs due by now, the share delivered by their milestone.
 *
 * Formula: programs delivered by their milestone / programs due.
 *
 * When to use: to follow a portfolio of programs.
 * When not: for how much of a plan was delivered at all, late or not (M14).
 *
 * Result: a ratio from 0 to 1; `n` is the programs due; Wilson 95 % interval when `sampled`; `undefined`
 * (`ZeroDenominator`) when none is due. Throws when a count is not a whole number ≥ 0 or `byMilestone` exceeds `due`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { onScheduleDelivery } from 'training-ops/metrics'
 * onScheduleDelivery({ byMilestone: 9, due: 12 }) // => { status: 'ok', value: 0.75, n: 12, unit: 'ratio' }
 * ```
 */
export const onScheduleDelivery = /* @__PURE__ */ guarded(
  'onScheduleDelivery',
  ({ byMilestone, due, sampled = false }: MilestoneCounts): MetricResult => {
    needsCounts('onScheduleDelivery', { byMilestone, due })
    needsAtMost('onScheduleDelivery', 'byMilestone', byMilestone, due, 'due')
    return share({ part: byMilestone, whole: due, what: 'due', sampled })
  },
)

export const onScheduleDeliveryAccumulator = /* @__PURE__ */ guardedAccumulator(
  'onScheduleDeliveryAccumulator',
  /* @__PURE__ */ summing<MilestoneCounts, MetricResult>(
    'onScheduleDelivery',
    { byMilestone: 0, due: 0, sampled: false },
    onScheduleDelivery,
  ),
)

export const onScheduleDeliveryEntry: MetricEntry = {
  id: 'M15',
  calculator: 'onScheduleDelivery',
  unit: 'ratio',
  quantity: 'milestones',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
