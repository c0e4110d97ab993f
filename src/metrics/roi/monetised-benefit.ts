import type { MetricEntry } from '../entry.ts'
import { guarded, listOf, needsCount, needsCurrency, needsNumber, needsOneOf } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** The improvement by training itself, month by month, and the value that a unit of it is worth. */
export type IsolatedBenefit = {
  /** Units gained in each month after the training, the effect of everything else already taken off. */
  readonly unitsByMonth: readonly number[]
  /** Worth of one unit in minor units; `null` for what is not put into money (an intangible). */
  readonly unitValue: number | null
  readonly currency: string
  /** `short`, the default: only the first twelve months count. */
  readonly program?: 'short' | 'long'
}

const firstYear = 12

/**
 * Monetised benefit (货币化收益), M81: what the isolated improvement is worth.
 *
 * Formula: sum of the isolated units of each month × value of a unit; of a short program, the first twelve months
 * only.
 *
 * When to use: after isolation (M72–M74), with a unit value that finance accepts.
 * When not: for intangibles such as morale or reputation. They are reported as they are: `unitValue: null`
 * answers that no money figure exists.
 *
 * Result: minor units of the currency, not rounded, negative when things got worse; `n` is the months counted;
 * a `MonthsNotCounted` note for those beyond the first year; `undefined`: `NotMonetised` without a unit value,
 * `TooFewObservations` without months. Throws when units are not finite or the value is not a whole number ≥ 0.
 *
 * Source: Phillips & Phillips, ROI methodology, guiding principles 9 and 11.
 *
 * @example
 * ```ts
 * import { monetisedBenefit } from 'training-ops/metrics'
 * monetisedBenefit({ unitsByMonth: [10, 12, 14], unitValue: 2_500, currency: 'CNY' }) // => { status: 'ok', value: 90_000, n: 3, unit: 'minorUnits', currency: 'CNY', variant: { program: 'short' } }
 * monetisedBenefit({ unitsByMonth: [3], unitValue: null, currency: 'CNY' }) // => { status: 'undefined', reason: { code: 'NotMonetised' } }
 * ```
 */
export const monetisedBenefit = /* @__PURE__ */ guarded(
  'monetisedBenefit',
  (benefit: IsolatedBenefit): MetricResult => {
    const { unitsByMonth, unitValue, currency, program = 'short' } = benefit
    const calculator = 'monetisedBenefit'
    listOf(calculator, 'unitsByMonth', unitsByMonth).forEach((units, month) => {
      needsNumber(calculator, 'unitsByMonth', units, month)
    })
    if (unitValue !== null) needsCount(calculator, 'unitValue', unitValue)
    needsCurrency(calculator, 'currency', currency)
    needsOneOf(calculator, 'program', program, ['short', 'long'])

    if (unitValue === null) return notMeasurable({ code: 'NotMonetised' })
    if (unitsByMonth.length === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    const counted = program === 'short' ? unitsByMonth.slice(0, firstYear) : unitsByMonth
    const notCounted = unitsByMonth.length - counted.length
    return measured({
      value: counted.reduce((sum, units) => sum + units, 0) * unitValue,
      n: counted.length,
      unit: 'minorUnits',
      currency,
      variant: { program },
      ...(notCounted > 0 && { notes: [{ code: 'MonthsNotCounted', count: notCounted }] }),
    })
  },
)

export const monetisedBenefitEntry: MetricEntry = {
  id: 'M81',
  calculator: 'monetisedBenefit',
  unit: 'minorUnits',
  quantity: 'months',
  better: 'more',
  level: 'L5',
  class: 'outcome',
  options: { program: ['short', 'long'] },
  accumulates: {
    no: 'which months count depends on their order within one program; add the figures instead',
  },
  sources: ['Phillips guiding principles 9, 11'],
}
