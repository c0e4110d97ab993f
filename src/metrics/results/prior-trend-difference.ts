import { guarded, listOf, needsAt, needsNumber } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { type ComparisonOptions, compareGroups, needsComparison } from './compare-groups.ts'
import { momentsOfAll } from './exact-moments.ts'

/** Readings of each unit in the periods before the training, oldest first; as many of each. */
export type PriorPeriods = {
  readonly treated: readonly (readonly number[])[]
  readonly control: readonly (readonly number[])[]
} & Omit<ComparisonOptions, 'weigh'>

const calculator = 'priorTrendDifference'
const fewestPeriods = 3

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Least squares through one unit's readings: its change per period. */
const slopeOf = (readings: readonly number[]): number => {
  const middle = (readings.length - 1) / 2
  const level = meanOf(readings)
  let [together, spread] = [0, 0]
  readings.forEach((reading, period) => {
    together += (period - middle) * (reading - level)
    spread += (period - middle) ** 2
  })
  return together / spread
}

/**
 * Difference of the trends before (平行趋势检验), beside M72: were the trained and the others moving apart already?
 *
 * Formula: each unit's slope over the periods before, by least squares; mean slope of the treated − mean slope of the control
 * group, with the standard error of `differenceInDifferences`. As an event study has it, the difference in each period, less
 * that in the last one before the training, is in the notes.
 *
 * When to use: before `differenceInDifferences`, with three periods or more before the training: near 0 with a narrow interval
 * speaks for parallel trends.
 * When not: as proof: a wide interval around 0 finds nothing because it sees nothing, and trends may part later for other reasons.
 *
 * Result: in the outcome's own unit per period, with the t interval (95 %) and the `TTest` note where `assigned: 'units'` (else
 * `NoIntervalUntilAssigned`), and a note `PeriodDifference` (period, of which −1 is the last before the training; difference) for each earlier period;
 * `undefined` (`TooFewObservations`) when a group is empty or under three periods. It takes all units at once, and does not add
 * up. Throws when a reading is not finite or a unit has more or fewer periods.
 *
 * Source: Angrist & Pischke (2009), Mostly Harmless Econometrics, 5.2; Roth (2022) on pre-tests, on what it does not prove.
 *
 * @example
 * ```ts
 * import { priorTrendDifference } from 'training-ops/metrics'
 * const trend = priorTrendDifference({ treated: [[1, 2, 4], [2, 4, 5]], control: [[3, 4, 5], [1, 2, 2]], assigned: 'units' })
 * trend.status === 'ok' && trend.value // => 0.75
 * ```
 */
export const priorTrendDifference = /* @__PURE__ */ guarded(
  'priorTrendDifference',
  ({ treated, control, ...options }: PriorPeriods): MetricResult => {
    needsComparison(calculator, options)
    const arms = {
      treated: listOf(calculator, 'treated', treated),
      control: listOf(calculator, 'control', control),
    }
    const [first] = [...arms.treated, ...arms.control]
    const periods = Array.isArray(first) ? first.length : 0
    for (const [name, units] of Object.entries(arms))
      units.forEach((unit, index) => {
        const readings = listOf(calculator, name, unit, index)
        readings.forEach((reading, period) => {
          needsNumber(calculator, `${name}[${index}]`, reading, period)
        })
        needsAt(readings.length === periods, calculator, `${periods} periods`, name, readings.length, index)
      })
    if (Math.min(treated.length, control.length) === 0)
      return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    if (periods < fewestPeriods)
      return notMeasurable({ code: 'TooFewObservations', need: fewestPeriods, have: periods })
    const slopes = (units: readonly (readonly number[])[]) => ({
      all: momentsOfAll(calculator, 'slopes', units.map(slopeOf)),
      teams: new Map(),
    })
    const differenceIn = (period: number): number => {
      const [a, b] = [treated, control].map((units) => meanOf(units.map((unit) => unit[period] as number)))
      return (a as number) - (b as number)
    }
    const compared = compareGroups({ treated: slopes(treated), control: slopes(control) }, options)
    const ofPeriods = Array.from({ length: periods - 1 }, (_, period) => ({
      code: 'PeriodDifference',
      period: period - periods,
      difference: differenceIn(period) - differenceIn(periods - 1),
    }))
    return measured({
      ...compared,
      n: treated.length + control.length,
      unit: 'scale',
      notes: [...compared.notes, ...ofPeriods],
    })
  },
)
