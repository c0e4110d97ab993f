import {
  type ClassHourPolicy,
  classHours,
  classHoursEntry,
  type HoursProfile,
  type MetricResult,
  measured,
  notMeasurable,
  type SegmentHours,
  type SegmentPolicy,
  trainingHoursBySegment,
  trainingHoursPerEmployeeEntry,
} from '../metrics/index.ts'
import { given } from '../vocabulary/index.ts'
import { figureBy, type MetricFigure, underMetric } from './figure.ts'
import { attendancesIn, sliceOf, type TrainingQuestion } from './question.ts'
import { type SegmentedQuestion, slicesOf } from './statistics.ts'

/** A class of this kind is on-site coaching by one's supervisor, which is no training under GRI 404-1. */
export const supervisorCoaching = 'supervisorCoaching'

type HoursLine = SegmentHours & { readonly hours: MetricFigure }

/** Hours of each segment, and of all: M03 under the rules of a report. */
export type TrainingHours = {
  readonly total: HoursLine
  readonly segments: Readonly<Record<string, HoursLine>>
}

/**
 * Training hours by segment (分类人均学时) under the rules of a report: `general`, `GRI 404-1` (coaching by supervisors
 * left out), `ESRS S1-13` (completed training only, heads and no full-time equivalents). A person who has left is in no segment
 * and in no sum. Headcounts are those of `headcounts`, or the mean of the days of the period.
 *
 * @example
 * ```ts
 * import { trainingHoursTable } from 'training-ops'
 * const workforce = [{ learnerId: 'ada', hiredOn: '2020-01-01', segment: { department: 'sales' } }]
 * const period = { from: '2026-01-01', to: '2027-01-01' }
 * const table = trainingHoursTable({
 *   ...{ enrolments: {}, offerings: {}, workforce, period, asOf: '2027-01-10T00:00:00.000Z', zone: 'UTC' },
 *   ...{ segmentOf: ({ segment }) => segment.department ?? 'none', profile: 'GRI 404-1' },
 * })
 * Object.keys(table.segments) // => ['sales']
 * ```
 */
export const trainingHoursTable = ({
  profile,
  headcountBasis,
  ...question
}: SegmentedQuestion & SegmentPolicy & { readonly profile: HoursProfile }): TrainingHours => {
  const { total, segments } = trainingHoursBySegment({
    profile,
    ...given({ headcountBasis }),
    records: [...slicesOf(question)]
      .filter(([, { headcount }]) => headcount > 0)
      .flatMap(([segment, slice]) => [
        { segment, headcount: slice.headcount },
        ...[...attendancesIn(slice)].map(({ minutes, record, of }) => ({
          segment,
          minutes,
          completed: record.status === 'completed',
          supervisorCoaching: of.record.kind === supervisorCoaching,
        })),
      ]),
  })
  const line = ({ hours, ...sums }: SegmentHours) => ({
    ...sums,
    hours: underMetric(trainingHoursPerEmployeeEntry, hours, { profile, ...given({ headcountBasis }) }),
  })
  return {
    total: line(total),
    segments: Object.fromEntries(Object.entries(segments).map(([name, one]) => [name, line(one)])),
  }
}

export type ClassHourOptions = Required<ClassHourPolicy> & {
  /** Hours of everybody together, or of each employee (人均学时). */
  readonly of: 'everybody' | 'employee'
}

/**
 * M05. Class hours (学时) earned in a period: each learner's minutes become class hours by the policy (45 minutes, say,
 * rounded to the nearest whole), and those are added; `of: 'employee'` divides them by the headcount.
 */
export const classHoursFigure = figureBy({
  entry: classHoursEntry,
  options: {
    minutesPerClassHour: 45,
    rounding: 'nearest',
    roundEach: 'total',
    minimumMinutes: 0,
    of: 'everybody',
  } as ClassHourOptions,
  measure: (question: TrainingQuestion, { of, ...policy }): MetricResult => {
    const slice = sliceOf(question)
    const minutes = new Map<string, number[]>()
    for (const { learnerId, minutes: some } of attendancesIn(slice)) {
      const own = minutes.get(learnerId)
      if (own === undefined) minutes.set(learnerId, [some])
      else own.push(some)
    }
    const earned = [...minutes.values()].map((own) => classHours({ sessionMinutes: own, ...policy }))
    const total = earned.reduce((sum, one) => sum + (one.status === 'ok' ? one.value : 0), 0)
    const variant = { minutesPerClassHour: policy.minutesPerClassHour, roundedFor: 'learner' }
    if (of === 'everybody') return measured({ value: total, n: minutes.size, unit: 'classHours', variant })
    const { headcount } = slice
    if (headcount === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'headcount' })
    return measured({ value: total / headcount, n: headcount, unit: 'classHours', variant })
  },
})
