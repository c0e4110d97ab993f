import { hasEnded } from '../delivery/enrolment/status.ts'
import { type MetricResult, reuseRatio } from '../metrics/index.ts'
import type { CourseRecords } from '../records/course/record.ts'
import type { EnrolmentRecords } from '../records/enrolment/record.ts'
import type { OfferingRecords } from '../records/offering/record.ts'
import { type Days, within } from './question.ts'

/**
 * Reuse (资源复用率, M19) in these days, both ways: offerings held for each version published by their end, and minutes
 * attended for each minute of content published by then.
 *
 * @example
 * ```ts
 * import { reuseIn } from 'training-ops'
 * const { byOfferings } = reuseIn({ courses: {}, offerings: {}, enrolments: {} }, { from: '2026-01-01', to: '2027-01-01' })
 * byOfferings.status // => 'undefined'
 * ```
 */
export const reuseIn = (
  {
    courses,
    offerings,
    enrolments,
  }: {
    readonly courses: CourseRecords
    readonly offerings: OfferingRecords
    readonly enrolments: EnrolmentRecords
  },
  days: Days,
): { readonly byOfferings: MetricResult; readonly byMinutes: MetricResult } => {
  const isIn = (instant: string | undefined) => instant !== undefined && within(days, instant.slice(0, 10))
  const published = Object.values(courses)
    .flatMap(({ versions }) => Object.values(versions))
    .filter(({ at }) => at.slice(0, 10) < days.to)
  return {
    byOfferings: reuseRatio({
      offerings: Object.values(offerings).filter(({ endedAt }) => isIn(endedAt)).length,
      courseVersions: published.length,
    }),
    byMinutes: reuseRatio({
      minutesUsed: Object.values(enrolments)
        .filter(({ status, closedAt }) => hasEnded(status) && isIn(closedAt))
        .flatMap(({ attended }) => Object.values(attended))
        .reduce((sum, { minutes }) => sum + minutes, 0),
      minutesAvailable: published.reduce((sum, { minutes }) => sum + minutes, 0),
    }),
  }
}
