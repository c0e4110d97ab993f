import {
  type ClassHourPolicy,
  classHours,
  type HoursProfile,
  type HoursTable,
  type MetricResult,
  measured,
  notMeasurable,
  type SegmentPolicy,
  trainingHoursBySegment,
} from '../metrics/index.ts'
import { given } from '../vocabulary/index.ts'
import { attendancesIn, sliceOf, type TrainingQuestion } from './question.ts'
import { type SegmentedQuestion, slicesOf } from './statistics.ts'

/** A class of this kind is on-site coaching by one's supervisor, which is no training under GRI 404-1. */
export const supervisorCoaching = 'supervisorCoaching'

/**
 * Training hours by segment (分类人均学时) under the rules of a report: `general`, `GRI 404-1` (coaching by supervisors
 * left out), `ESRS S1-13` (completed training only, heads and no full-time equivalents). Who has left is in no segment
 * and in no sum. Headcounts are those of `headcounts`, or the lengths of the lists.
 */
export const trainingHoursTable = ({
  profile,
  headcountBasis,
  ...question
}: SegmentedQuestion & SegmentPolicy & { readonly profile: HoursProfile }): HoursTable =>
  trainingHoursBySegment({
    profile,
    ...given({ headcountBasis }),
    records: [...slicesOf(question)]
      .filter(([, { people }]) => people.length > 0)
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

export type ClassHoursIn = { readonly total: MetricResult; readonly perEmployee: MetricResult }

/**
 * Class hours (学时) earned in a period, in all and for each employee (人均学时): each learner's minutes become class hours
 * by the policy (45 minutes, say, rounded to the nearest whole), and those are added.
 */
export const classHoursIn = (question: TrainingQuestion, policy: ClassHourPolicy = {}): ClassHoursIn => {
  const slice = sliceOf(question)
  const minutes = new Map<string, number[]>()
  for (const { learnerId, minutes: some } of attendancesIn(slice)) {
    const own = minutes.get(learnerId)
    if (own === undefined) minutes.set(learnerId, [some])
    else own.push(some)
  }
  const earned = [...minutes.values()].map((own) => classHours({ sessionMinutes: own, ...policy }))
  const total = earned.reduce((sum, one) => sum + (one.status === 'ok' ? one.value : 0), 0)
  const variant = { minutesPerClassHour: policy.minutesPerClassHour ?? 45, roundedFor: 'learner' }
  const { headcount } = slice
  return {
    total: measured({ value: total, n: minutes.size, unit: 'classHours', variant }),
    perEmployee:
      headcount === 0
        ? notMeasurable({ code: 'ZeroDenominator', what: 'headcount' })
        : measured({ value: total / headcount, n: headcount, unit: 'classHours', variant }),
  }
}
