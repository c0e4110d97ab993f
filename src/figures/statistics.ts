import { type Employee, given } from '../vocabulary/index.ts'
import { incidentRateFigure, seatFillFigure, trainerLoadFigure } from './classes.ts'
import { type AnyTrainingFigure, figureOfSlices, type MetricFigure } from './figure.ts'
import {
  attendanceFigure,
  completionFigure,
  coverageFigure,
  hoursPerEmployeeFigure,
  hoursPerLearnerFigure,
  lateWithdrawalFigure,
  noShowFigure,
  participationsFigure,
  selfInitiatedFigure,
  waitlistConversionFigure,
} from './participation.ts'
import { peopleOf, type Slice, sliceOf, type TrainingQuestion } from './question.ts'

/** Figures by their id in the metric catalog: `M06` is the completion rate. */
export type TrainingFigures = Readonly<Record<string, MetricFigure>>

/** The figures of a year of training, by their metric. */
export const statisticsFigures: readonly AnyTrainingFigure[] = [
  coverageFigure,
  participationsFigure,
  hoursPerEmployeeFigure,
  hoursPerLearnerFigure,
  completionFigure,
  attendanceFigure,
  noShowFigure,
  lateWithdrawalFigure,
  waitlistConversionFigure,
  selfInitiatedFigure,
  seatFillFigure,
  trainerLoadFigure,
  incidentRateFigure,
]

const figuresOf = (slice: Slice, figures: readonly AnyTrainingFigure[]): TrainingFigures =>
  Object.fromEntries(figures.map((figure) => [figure.metric, figureOfSlices(figure, [slice])]))

/**
 * The figures of participation in a period (培训统计): coverage M01, person-times M02, hours per employee M03 and per
 * learner M04, completion M06, attendance M08, no-shows M09, late withdrawals M10, seat fill M11, waitlist conversion
 * M12, trainer load M22, self-initiated share M23, incidents for each session M25.
 *
 * Attendance counts on the session's local day; completion, no-shows and seats count in the period in which the last
 * session of their class was, once that day is over: what is not yet due changes nothing. Requests count on the day
 * they were made.
 *
 * @example
 * ```ts
 * import { trainingStatistics } from 'training-ops'
 * const workforce = [{ learnerId: 'ada', hiredOn: '2020-01-01', segment: {} }]
 * const period = { from: '2026-01-01', to: '2027-01-01' }
 * const asked = { enrolments: {}, offerings: {}, workforce, period, asOf: '2027-01-10T00:00:00.000Z', zone: 'UTC' }
 * const { M01, M06 } = trainingStatistics(asked)
 * M01 // => { status: 'ok', value: 0, n: 1, unit: 'ratio', metric: 'M01', options: {} }
 * M06?.status // => 'undefined'
 * ```
 */
export const trainingStatistics = (question: TrainingQuestion): TrainingFigures =>
  figuresOf(sliceOf(question), statisticsFigures)

export type SegmentedQuestion = Omit<TrainingQuestion, 'headcount'> & {
  /** Which one part of the workforce somebody belongs to: a gender, an employee category, a site. */
  readonly segmentOf: (person: Employee) => string
  /** Average headcounts by segment: the mean of the days of each, from hires and exits, unless said otherwise. */
  readonly headcounts?: Readonly<Record<string, number>>
}

/** The segment of learners who are not in the workforce that was given: leavers, contractors. */
export const outsideWorkforce = 'outsideWorkforce'

const ofPeople = statisticsFigures.filter(({ of }) => of === 'people')

/**
 * The same figures for each part of the workforce; those of classes are in no segment. A participant who is not in the list is in `outsideWorkforce`,
 * so that the counts behind the parts add up to those of the whole.
 *
 * @example
 * ```ts
 * import { trainingStatisticsBySegment } from 'training-ops'
 * const workforce = [{ learnerId: 'ada', hiredOn: '2020-01-01', segment: { department: 'sales' } }]
 * const period = { from: '2026-01-01', to: '2027-01-01' }
 * const parts = trainingStatisticsBySegment({
 *   ...{ enrolments: {}, offerings: {}, workforce, period, asOf: '2027-01-10T00:00:00.000Z', zone: 'UTC' },
 *   segmentOf: ({ segment }) => segment.department ?? 'none',
 * })
 * parts.sales?.M01?.status // => 'ok'
 * ```
 */
export const trainingStatisticsBySegment = (
  question: SegmentedQuestion,
): Readonly<Record<string, TrainingFigures>> =>
  Object.fromEntries([...slicesOf(question)].map(([segment, slice]) => [segment, figuresOf(slice, ofPeople)]))

/** The parts of a workforce and their enrolments, in the order of their names. */
export const slicesOf = ({
  segmentOf,
  headcounts = {},
  ...question
}: SegmentedQuestion): ReadonlyMap<string, Slice> => {
  const { period, asOf, zone } = question
  const whole = sliceOf(question)
  const people = new Map<string, Employee[]>()
  const segments = new Map<string, string>()
  for (const person of question.workforce) {
    const segment = segmentOf(person)
    segments.set(person.learnerId, segment)
    const own = people.get(segment)
    if (own === undefined) people.set(segment, [person])
    else own.push(person)
  }
  const enrolments = new Map<string, Slice['enrolments'][number][]>()
  for (const placed of whole.enrolments) {
    const segment = segments.get(placed.learnerId) ?? outsideWorkforce
    const own = enrolments.get(segment)
    if (own === undefined) enrolments.set(segment, [placed])
    else own.push(placed)
  }
  const names = [...new Set([...people.keys(), ...enrolments.keys()])].sort()
  return new Map(
    names.map((name) => {
      const own = people.get(name) ?? []
      return [
        name,
        {
          ...whole,
          ...peopleOf({ period, asOf, zone, ...given({ headcount: headcounts[name] }) }, own),
          enrolments: enrolments.get(name) ?? [],
        },
      ]
    }),
  )
}
