import {
  accumulate,
  incidentRate,
  type MetricResult,
  seatFillAccumulator,
  trainerLoad,
} from '../../metrics/index.ts'
import { dayIn, type Employee } from '../../vocabulary/index.ts'
import type { ClassRecordState } from '../class-record.ts'
import { lastDayOf } from '../class-record.ts'
import { peopleFigures } from './figures.ts'
import { type Slice, sliceOf, type TrainingQuestion, within } from './question.ts'

/** Figures by their id in the metric catalogue: `M06` is the completion rate. */
export type TrainingFigures = Readonly<Record<string, MetricResult>>

const figuresOf = (slice: Slice): TrainingFigures =>
  Object.fromEntries(
    Object.entries(peopleFigures(slice.today)).map(([id, { gather, extract }]) => [
      id,
      extract(gather(slice)),
    ]),
  )

const tookPlace = ({ cancelled }: ClassRecordState): boolean => !cancelled

/** Seat fill and trainer load are of classes, not of people, and are in no segment. */
const classFigures = ({ classes, period, zone }: TrainingQuestion, { today }: Slice): TrainingFigures => {
  const over = Object.values(classes).filter((one) => {
    const last = lastDayOf(one)
    return tookPlace(one) && last !== undefined && last < today && within(period, last)
  })
  const held = Object.values(classes)
    .flatMap(({ sessions }) => Object.values(sessions))
    .filter(({ day, heldMinutes }) => heldMinutes !== undefined && within(period, day))
  const incidents = Object.values(classes)
    .flatMap((one) => Object.values(one.incidents))
    .filter(({ reportedAt }) => within(period, dayIn(reportedAt, zone)))
  return {
    M11: seatFillAccumulator.extract(
      accumulate(
        seatFillAccumulator,
        over.map(({ attempts, capacity }) => ({
          confirmed: Object.values(attempts).filter(
            ({ confirmed, stage }) => confirmed && stage !== 'withdrawn' && stage !== 'cancelled',
          ).length,
          capacity: capacity ?? ('unlimited' as const),
        })),
      ),
    ),
    M22: trainerLoad(
      held.flatMap(({ trainerIds, heldMinutes = 0 }) =>
        trainerIds.map((trainer) => ({ trainer, minutes: heldMinutes })),
      ),
    ),
    M25: incidentRate({ incidents: incidents.length, sessions: held.length }),
  }
}

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
 * const asked = { classes: {}, workforce, period, asOf: '2027-01-10T00:00:00.000Z', zone: 'UTC' }
 * const { M01, M06 } = trainingStatistics(asked)
 * M01 // => { status: 'ok', value: 0, n: 1, unit: 'ratio' }
 * M06 // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'ended' } }
 * ```
 */
export const trainingStatistics = (question: TrainingQuestion): TrainingFigures => {
  const slice = sliceOf(question)
  return { ...figuresOf(slice), ...classFigures(question, slice) }
}

export type SegmentedQuestion = Omit<TrainingQuestion, 'headcount'> & {
  /** Which one part of the workforce somebody belongs to: a gender, an employee category, a site. */
  readonly segmentOf: (person: Employee) => string
  /** Average headcounts by segment; the lengths of the lists unless said otherwise. */
  readonly headcounts?: Readonly<Record<string, number>>
}

/** The segment of learners who are not in the workforce that was given: leavers, contractors. */
export const outsideWorkforce = 'outsideWorkforce'

/**
 * The same figures for each part of the workforce. Whoever took part and is not in the list is in `outsideWorkforce`,
 * so that the counts behind the parts add up to those of the whole.
 */
export const trainingStatisticsBySegment = (
  question: SegmentedQuestion,
): Readonly<Record<string, TrainingFigures>> =>
  Object.fromEntries([...slicesOf(question)].map(([segment, slice]) => [segment, figuresOf(slice)]))

/** The parts of a workforce and their attempts, in the order of their names. */
export const slicesOf = ({
  segmentOf,
  headcounts = {},
  ...question
}: SegmentedQuestion): ReadonlyMap<string, Slice> => {
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
  const attempts = new Map<string, Slice['attempts'][number][]>()
  for (const placed of whole.attempts) {
    const segment = segments.get(placed.learnerId) ?? outsideWorkforce
    const own = attempts.get(segment)
    if (own === undefined) attempts.set(segment, [placed])
    else own.push(placed)
  }
  const names = [...new Set([...people.keys(), ...attempts.keys()])].sort()
  return new Map(
    names.map((name) => {
      const own = people.get(name) ?? []
      return [
        name,
        {
          ...whole,
          people: own,
          headcount: headcounts[name] ?? own.length,
          attempts: attempts.get(name) ?? [],
        },
      ]
    }),
  )
}
