import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAmount, needsCount, needsOneOf } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { summing } from '../summing.ts'

/** How heads were counted. Published figures must say which, and keep to it. */
export type HeadcountBasis = 'average' | 'end' | 'fte'

/** Which minutes were counted: those attended, or only those of trainings that were completed. */
export type HoursBasis = 'attended' | 'completed'

export type TrainingHours = {
  /** Counted training minutes of the period. */
  readonly minutes: number
  /** Employees, of whom those who had no training are just as many. Full-time equivalents need not be whole. */
  readonly headcount: number
  /** `average` unless said otherwise. */
  readonly headcountBasis?: HeadcountBasis
  /** `attended` unless said otherwise. */
  readonly hours?: HoursBasis
}

/**
 * Average training hours per employee (人均学时, 人均培训小时), M03: hours of training divided by all employees.
 *
 * Formula: counted minutes / 60 / headcount.
 *
 * When to use: to report how much training a workforce had, in one figure or by gender and category.
 * When not: to say what a participant had (M04); dividing by participants is a different figure and a larger one.
 *
 * Result: hours, 0 or more; `n` is the headcount; the variant says how heads and hours were counted; `undefined`
 * (`ZeroDenominator`) without employees. A census, so no interval. Throws when minutes are not a whole number
 * ≥ 0 or the headcount is not a number ≥ 0.
 * With the rules of GRI 404-1 or ESRS S1-13 and by segment: `trainingHoursBySegment`.
 *
 * Source: GRI 404-1 (2016): hours of employees in a category / employees in it, head count or full-time
 * equivalents, disclosed and applied consistently; defaults D2, D3 and D4 of the project's metric catalog.
 *
 * @example
 * ```ts
 * import { trainingHoursPerEmployee } from 'training-ops/metrics'
 * const hours = trainingHoursPerEmployee({ minutes: 36_000, headcount: 50 })
 * hours // => { status: 'ok', value: 12, n: 50, unit: 'hours', variant: { headcount: 'average', hours: 'attended' } }
 * ```
 */
export const trainingHoursPerEmployee = /* @__PURE__ */ guarded(
  'trainingHoursPerEmployee',
  (given: TrainingHours): MetricResult => {
    const { minutes, headcount, headcountBasis = 'average', hours = 'attended' } = given
    needsCount('trainingHoursPerEmployee', 'minutes', minutes)
    needsAmount('trainingHoursPerEmployee', 'headcount', headcount)
    needsOneOf('trainingHoursPerEmployee', 'headcountBasis', headcountBasis, ['average', 'end', 'fte'])
    needsOneOf('trainingHoursPerEmployee', 'hours', hours, ['attended', 'completed'])

    if (headcount === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'headcount' })
    return measured({
      value: minutes / 60 / headcount,
      n: headcount,
      unit: 'hours',
      variant: { headcount: headcountBasis, hours },
    })
  },
)

/** Adds minutes and headcounts of parts counted in the same way. */
export const trainingHoursPerEmployeeAccumulator = /* @__PURE__ */ guardedAccumulator(
  'trainingHoursPerEmployeeAccumulator',
  /* @__PURE__ */ summing<TrainingHours, MetricResult>(
    'trainingHoursPerEmployee',
    { minutes: 0, headcount: 0n, headcountBasis: 'average', hours: 'attended' },
    trainingHoursPerEmployee,
  ),
)

export const trainingHoursPerEmployeeEntry: MetricEntry = {
  id: 'M03',
  calculator: 'trainingHoursPerEmployee',
  companions: {
    trainingHoursBySegment: {
      headcountBasis: ['average', 'end', 'fte'],
      profile: ['general', 'GRI 404-1', 'ESRS S1-13'],
    },
  },
  unit: 'hours',
  quantity: 'people',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {
    headcountBasis: ['average', 'end', 'fte'],
    hours: ['attended', 'completed'],
  },
  accumulates: 'exact',
  sources: ['GRI 404-1:2016', 'ESRS S1-13 (AR 78)', 'Project defaults D2, D3, D4'],
}
