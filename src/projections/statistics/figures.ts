import {
  attendanceRateAccumulator,
  completionRateAccumulator,
  hoursPerLearnerAccumulator,
  lateWithdrawalRate,
  noShowRateAccumulator,
  participationRatioAccumulator,
  selfInitiatedShareAccumulator,
  trainingCoverageAccumulator,
  trainingHoursPerEmployeeAccumulator,
  waitlistConversionAccumulator,
} from '../../metrics/index.ts'
import { figureOf, type SliceFigure } from './figure.ts'
import { attendancesIn, type PlacedAttempt, type Slice, within } from './question.ts'

/** Confirmed attempts in classes that are over: the cohort of completion, no-shows and withdrawals. */
const cohortOf = ({ attempts }: Slice): readonly PlacedAttempt[] =>
  attempts.filter(({ isOver, attempt }) => isOver && attempt.confirmed)

const one = (holds: boolean): number => (holds ? 1 : 0)
const wasCancelled = ({ of, attempt }: PlacedAttempt): boolean =>
  (of.cancelled || attempt.stage === 'cancelled') && attempt.stage !== 'withdrawn'
const leftInTime = ({ attempt }: PlacedAttempt): boolean =>
  attempt.stage === 'withdrawn' && attempt.gaveUp === 'inTime'
const isWaived = ({ attempt }: PlacedAttempt): boolean =>
  attempt.stage === 'completed' && attempt.outcome === 'waived'

const coverage = figureOf(trainingCoverageAccumulator, (slice) => [
  {
    workforce: slice.people.map(({ learnerId }) => learnerId),
    participants: [...attendancesIn(slice)].map(({ learnerId }) => learnerId),
  },
])

/** Person-times: one for each class somebody came to in the period. */
const participations = figureOf(participationRatioAccumulator, (slice) => [
  {
    participations: new Set([...attendancesIn(slice)].map(({ attempt }) => attempt)).size,
    headcount: slice.headcount,
  },
])

const hoursPerEmployee = figureOf(trainingHoursPerEmployeeAccumulator, (slice) => [
  {
    minutes: [...attendancesIn(slice)].reduce((sum, { minutes }) => sum + minutes, 0),
    headcount: slice.headcount,
  },
])

const hoursPerLearner = figureOf(hoursPerLearnerAccumulator, (slice) =>
  [...attendancesIn(slice)].map(({ learnerId, minutes }) => ({ person: learnerId, minutes })),
)

const completion = figureOf(completionRateAccumulator, (slice) =>
  cohortOf(slice).map((placed) => ({
    completed: one(placed.attempt.stage === 'completed' && !isWaived(placed)),
    ended: 1,
    organiserCancelled: one(wasCancelled(placed)),
    withdrawnInTime: one(leftInTime(placed)),
    waived: one(isWaived(placed)),
  })),
)

const noShow = figureOf(noShowRateAccumulator, (slice) =>
  cohortOf(slice).map((placed) => ({
    noShows: one(placed.attempt.stage === 'noShow'),
    confirmed: 1,
    withdrawnInTime: one(leftInTime(placed)),
    organiserCancelled: one(wasCancelled(placed)),
  })),
)

const waitlist = figureOf(waitlistConversionAccumulator, ({ attempts }) =>
  attempts
    .filter(({ isOver, attempt }) => isOver && attempt.waitlisted)
    .map(({ attempt }) => ({ promoted: one(attempt.promoted), waitlisted: 1 })),
)

const selfInitiated = figureOf(selfInitiatedShareAccumulator, ({ attempts }) =>
  attempts
    .filter(({ askedInPeriod }) => askedInPeriod)
    .map(({ attempt }) => ({ selfInitiated: one(attempt.source === 'self'), enrolments: 1 })),
)

/** Sessions that were to be attended: not of those who left, nor of classes that did not take place. */
function* sessionsToAttend({ attempts, period, today }: Slice) {
  for (const placed of attempts) {
    const { attempt, of } = placed
    if (!attempt.confirmed || wasCancelled(placed) || attempt.stage === 'withdrawn') continue
    for (const [sessionId, { day, minutes }] of Object.entries(of.sessions)) {
      const came = attempt.attended[sessionId]
      if (day > today || !within(period, day)) continue
      yield {
        scheduledMinutes: Math.max(minutes, came?.minutes ?? 0),
        ...(came === undefined ? {} : { attendedMinutes: came.minutes }),
        excused: came?.status === 'excused',
        day,
      }
    }
  }
}

/** As of a day, so that a session still to come says nothing. */
const attendanceOn = (today: string): SliceFigure =>
  figureOf(attendanceRateAccumulator({ asOf: today }), sessionsToAttend)

type Late = { readonly withdrawnLate: number; readonly confirmed: number; readonly withoutDeadline: number }

const lateWithdrawal: SliceFigure<Late> = {
  gather: (slice) => {
    const cohort = cohortOf(slice).filter((placed) => !wasCancelled(placed))
    const dated = cohort.filter(({ of }) => of.hasWithdrawalDeadline)
    return {
      withdrawnLate: dated.filter(({ attempt }) => attempt.stage === 'withdrawn' && attempt.gaveUp === 'late')
        .length,
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
}

/** The figures of people: those of the parts of a workforce add up to the whole's. By id of the metric catalogue. */
export const peopleFigures = (today: string): Readonly<Record<string, SliceFigure>> => ({
  M01: coverage,
  M02: participations,
  M03: hoursPerEmployee,
  M04: hoursPerLearner,
  M06: completion,
  M08: attendanceOn(today),
  M09: noShow,
  M10: lateWithdrawal as SliceFigure,
  M12: waitlist,
  M23: selfInitiated,
})
