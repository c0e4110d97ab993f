import type { MetricEntry } from '../entry.ts'
import { guarded, listOf, needsNumber } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/**
 * Mean of the teams or units (团队均值), M70b: where a group of units stands on a measure, each unit counting once.
 *
 * Formula: sum of the units' values / units.
 *
 * When to use: to show where the trained and the others stood, before and after.
 * When not: where units differ much in size and the question is about people: a mean of units is not a mean of people.
 *
 * Result: in the measure's own unit; `n` is the units; `undefined` (`TooFewObservations`) without any. Throws when a
 * value is not a finite number.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { meanOfUnits } from 'training-ops/metrics'
 * meanOfUnits({ values: [18, 22, 23] }) // => { status: 'ok', value: 21, n: 3, unit: 'scale' }
 * ```
 */
export const meanOfUnits = /* @__PURE__ */ guarded(
  'meanOfUnits',
  ({ values }: { readonly values: readonly number[] }): MetricResult => {
    const units = listOf('meanOfUnits', 'values', values)
    units.forEach((value, index) => {
      needsNumber('meanOfUnits', 'values', value, index)
    })
    const n = units.length
    return n === 0
      ? notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
      : measured({ value: units.reduce((sum, value) => sum + value / n, 0), n, unit: 'scale' })
  },
)

export const meanOfUnitsEntry: MetricEntry = {
  id: 'M70b',
  calculator: 'meanOfUnits',
  unit: 'scale',
  quantity: 'units',
  level: 'L4',
  class: 'outcome',
  options: {},
  accumulates: { no: 'The units of a group are few and are given together.' },
  sources: ['No published standard: defined here'],
}
