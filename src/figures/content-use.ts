import { hasEnded } from '../delivery/enrolment/status.ts'
import { type MetricResult, reuseRatio, reuseRatioEntry } from '../metrics/index.ts'
import type { CourseRecords } from '../records/course/record.ts'
import type { EnrolmentRecords } from '../records/enrolment/record.ts'
import type { OfferingRecords } from '../records/offering/record.ts'
import { figureBy } from './figure.ts'
import { type Days, within } from './question.ts'

export type ReuseQuestion = {
  readonly courses: CourseRecords
  readonly offerings: OfferingRecords
  readonly enrolments: EnrolmentRecords
  readonly period: Days
}

/**
 * Reuse (资源复用率, M19) in a period: offerings held for each version published by its end, or, with `by: 'minutes'`,
 * minutes attended for each minute of content published by then.
 *
 * @example
 * ```ts
 * import { figureOf, reuseFigure } from 'training-ops'
 * const period = { from: '2026-01-01', to: '2027-01-01' }
 * figureOf(reuseFigure, { courses: {}, offerings: {}, enrolments: {}, period }).status // => 'undefined'
 * ```
 */
export const reuseFigure = figureBy({
  entry: reuseRatioEntry,
  options: { by: 'offerings' as 'offerings' | 'minutes' },
  measure: ({ courses, offerings, enrolments, period }: ReuseQuestion, { by }): MetricResult => {
    const isIn = (instant: string | undefined) =>
      instant !== undefined && within(period, instant.slice(0, 10))
    const published = Object.values(courses)
      .flatMap(({ versions }) => Object.values(versions))
      .filter(({ at }) => at.slice(0, 10) < period.to)
    if (by === 'offerings')
      return reuseRatio({
        offerings: Object.values(offerings).filter(({ endedAt }) => isIn(endedAt)).length,
        courseVersions: published.length,
      })
    return reuseRatio({
      minutesUsed: Object.values(enrolments)
        .filter(({ status, closedAt }) => hasEnded(status) && isIn(closedAt))
        .flatMap(({ attended }) => Object.values(attended))
        .reduce((sum, { minutes }) => sum + minutes, 0),
      minutesAvailable: published.reduce((sum, { minutes }) => sum + minutes, 0),
    })
  },
})
