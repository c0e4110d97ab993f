import { hasEnded } from '../delivery/enrolment/status.ts'
import {
  attendanceRateAccumulator,
  attendanceRateEntry,
  type CompletionPolicy,
  completionOfEnrolmentsAccumulator,
  completionRateEntry,
  type EnrolmentOutcome,
  hoursPerLearnerAccumulator,
  hoursPerLearnerEntry,
  lateWithdrawalRate,
  lateWithdrawalRateEntry,
  noShowRateAccumulator,
  noShowRateEntry,
  participationRatioAccumulator,
  participationRatioEntry,
  repeatParticipationAccumulator,
  repeatParticipationEntry,
  selfInitiatedShareAccumulator,
  selfInitiatedShareEntry,
  trainingCoverageAccumulator,
  trainingCoverageEntry,
  trainingHoursPerEmployeeAccumulator,
  trainingHoursPerEmployeeEntry,
  waitlistConversionAccumulator,
  waitlistConversionEntry,
} from '../metrics/index.ts'
import { figureFrom, figureInSteps, type TrainingFigure } from './figure.ts'
import { attendancesIn, type PlacedEnrolment, type Slice, within } from './question.ts'

/** The outcome of their last request: who left and asks again is told by that alone. */
const lastTime = ({ record: { history } }: PlacedEnrolment) =>
  history.slice(history.findLastIndex(({ status }) => status === 'requested') + 1)
const wasSeated = (one: PlacedEnrolment): boolean => lastTime(one).some(({ status }) => status === 'enrolled')
const hasLeft = ({ record: { status } }: PlacedEnrolment): boolean =>
  status === 'withdrawn' || status === 'transferred'
const wasCancelled = (one: PlacedEnrolment): boolean =>
  (one.of.record.status === 'cancelled' || one.record.status === 'cancelled') && !hasLeft(one)
const leftInTime = (one: PlacedEnrolment): boolean => hasLeft(one) && one.record.gaveUp === 'inTime'

/** Enrolments with a seat in classes that are over: the cohort of completion, no-shows and withdrawals. */
const cohortOf = ({ enrolments }: Slice): readonly PlacedEnrolment[] =>
  enrolments.filter((one) => one.of.isOver && wasSeated(one))

const count = (holds: boolean): number => (holds ? 1 : 0)

/** M01. */
export const coverageFigure = figureFrom({
  entry: trainingCoverageEntry,
  of: 'people',
  accumulator: () => trainingCoverageAccumulator,
  itemsOf: (slice) => [
    {
      workforce: slice.people.map(({ learnerId }) => learnerId),
      participants: [...attendancesIn(slice)].map(({ learnerId }) => learnerId),
    },
  ],
})

/** M02. Person-times: one for each class somebody came to in the period. */
export const participationsFigure = figureFrom({
  entry: participationRatioEntry,
  of: 'people',
  accumulator: () => participationRatioAccumulator,
  itemsOf: (slice) => [
    {
      participations: new Set([...attendancesIn(slice)].map(({ record }) => record)).size,
      headcount: slice.headcount,
    },
  ],
})

/** M02b. Of those who came to a class, those who came to another one too. */
export const repeatParticipationFigure = figureFrom({
  entry: repeatParticipationEntry,
  of: 'people',
  accumulator: () => repeatParticipationAccumulator,
  itemsOf: (slice) => {
    const classes = new Map<string, Set<unknown>>()
    for (const { learnerId, of } of attendancesIn(slice)) {
      const own = classes.get(learnerId)
      if (own === undefined) classes.set(learnerId, new Set([of]))
      else own.add(of)
    }
    const returned = [...classes.values()].filter(({ size }) => size > 1).length
    return [{ returned, participants: classes.size }]
  },
})

/** M03. */
export const hoursPerEmployeeFigure = figureFrom({
  entry: trainingHoursPerEmployeeEntry,
  of: 'people',
  accumulator: () => trainingHoursPerEmployeeAccumulator,
  itemsOf: (slice) => [
    {
      minutes: [...attendancesIn(slice)].reduce((sum, { minutes }) => sum + minutes, 0),
      headcount: slice.headcount,
    },
  ],
})

/** M04. */
export const hoursPerLearnerFigure = figureFrom({
  entry: hoursPerLearnerEntry,
  of: 'people',
  accumulator: () => hoursPerLearnerAccumulator,
  itemsOf: (slice) =>
    [...attendancesIn(slice)].map(({ learnerId, minutes }) => ({ person: learnerId, minutes })),
})

const outcomeOf = (one: PlacedEnrolment): EnrolmentOutcome['status'] => {
  const { status, outcome } = one.record
  if (wasCancelled(one)) return 'organiserCancelled'
  if (hasLeft(one)) return leftInTime(one) ? 'withdrawnInTime' : 'withdrawnLate'
  if (status !== 'completed') return hasEnded(status) ? 'notCompleted' : 'running'
  return outcome === 'waived' ? 'waived' : 'completed'
}

type CompletionOptions = Required<Omit<CompletionPolicy, 'asOf'>>

/** M06. Enrolments with a seat whose class is over; options as D6 and D7 of the defaults say. */
export const completionFigure: TrainingFigure<CompletionOptions> = figureFrom({
  entry: completionRateEntry,
  of: 'people',
  options: { counted: 'enrolments', waived: 'leftOut' } as CompletionOptions,
  // what is not due was left out before it is counted
  accumulator: (options) => completionOfEnrolmentsAccumulator({ ...options, asOf: '9999-12-31' }),
  itemsOf: (slice) =>
    cohortOf(slice).map((one) => ({ person: one.learnerId, due: slice.today, status: outcomeOf(one) })),
}) as TrainingFigure<CompletionOptions>

/**
 * Sessions that were to be attended: not of those who left, before somebody joined, nor of classes that did not take place. A no-show
 * of a class with a register came to none, whether or not that was marked.
 */
function* sessionsToAttend({ enrolments, period, today }: Slice) {
  for (const one of enrolments) {
    if (!wasSeated(one) || wasCancelled(one) || hasLeft(one)) continue
    const { since = '', attended, status } = one.record
    const absent = status === 'noShow' && one.of.hasRegister ? { attendedMinutes: 0 } : {}
    for (const [sessionId, { day, minutes, end }] of one.of.sessions) {
      const came = attended[sessionId]
      if (day > today || !within(period, day) || (came === undefined && end <= since)) continue
      yield {
        scheduledMinutes: minutes,
        ...(came === undefined ? absent : { attendedMinutes: Math.min(came.minutes, minutes) }),
        excused: came?.status === 'excused',
        // sessions still to come were left out above
        day,
      }
    }
  }
}

/** M08. Of sessions whose day has come. */
export const attendanceFigure = figureFrom({
  entry: attendanceRateEntry,
  of: 'people',
  accumulator: () => attendanceRateAccumulator({ asOf: '9999-12-31' }),
  itemsOf: sessionsToAttend,
})

/** M09. Of classes with a register: who came to the others is unknown. */
export const noShowFigure = figureFrom({
  entry: noShowRateEntry,
  of: 'people',
  accumulator: () => noShowRateAccumulator,
  itemsOf: (slice) =>
    cohortOf(slice)
      .filter(({ of }) => of.hasRegister || of.record.status === 'cancelled')
      .map((one) => ({
        noShows: count(one.record.status === 'noShow'),
        confirmed: 1,
        withdrawnInTime: count(leftInTime(one)),
        organiserCancelled: count(wasCancelled(one)),
      })),
})

type Late = { readonly withdrawnLate: number; readonly confirmed: number; readonly withoutDeadline: number }

/** M10. Of classes that set a deadline. */
export const lateWithdrawalFigure = figureInSteps<Late>({
  entry: lateWithdrawalRateEntry,
  of: 'people',
  gather: (slice) => {
    const cohort = cohortOf(slice).filter((one) => !wasCancelled(one))
    const dated = cohort.filter(({ of }) => of.record.withdrawalDeadline !== undefined)
    return {
      withdrawnLate: dated.filter((one) => hasLeft(one) && one.record.gaveUp === 'late').length,
      confirmed: dated.length,
      withoutDeadline: cohort.length - dated.length,
    }
  },
  combine: (a, b) => ({
    withdrawnLate: a.withdrawnLate + b.withdrawnLate,
    confirmed: a.confirmed + b.confirmed,
    withoutDeadline: a.withoutDeadline + b.withoutDeadline,
  }),
  extract: ({ withdrawnLate, confirmed, withoutDeadline }) =>
    lateWithdrawalRate({
      withdrawnLate: confirmed === 0 && withoutDeadline > 0 ? 'noDeadline' : withdrawnLate,
      confirmed,
    }),
})

/** They waited, and moved up from there. */
const movedUp = ({ record: { history } }: PlacedEnrolment): boolean =>
  history.some(
    ({ status }, at) =>
      status === 'enrolled' && ['waitlisted', 'offered'].includes(history[at - 1]?.status ?? ''),
  )

/** M12. */
export const waitlistConversionFigure = figureFrom({
  entry: waitlistConversionEntry,
  of: 'people',
  accumulator: () => waitlistConversionAccumulator,
  itemsOf: ({ enrolments }) =>
    enrolments
      .filter(({ of, record }) => of.isOver && record.history.some(({ status }) => status === 'waitlisted'))
      .map((one) => ({ promoted: count(movedUp(one)), waitlisted: 1 })),
})

/** M23. */
export const selfInitiatedFigure = figureFrom({
  entry: selfInitiatedShareEntry,
  of: 'people',
  accumulator: () => selfInitiatedShareAccumulator,
  itemsOf: ({ enrolments }) =>
    enrolments
      .filter(({ askedInPeriod }) => askedInPeriod)
      .map(({ record }) => ({ selfInitiated: count(record.asked.source === 'self'), enrolments: 1 })),
})
