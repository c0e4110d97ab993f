import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { dayIn, minutesBetween } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents, type Employment, type Session } from '../events.ts'
import { type OfferingState, offering } from '../offering/known.ts'
import { mustBeScheduled } from '../offering/rules.ts'
import { deliveryRejections } from '../rejections.ts'
import { clashing, type LearnerCalendar, learnerCalendar } from './calendar.ts'
import { assessmentOf, attendedMinutes, unmetCriteria } from './completion.ts'
import { enrolment } from './known.ts'
import { seating, those } from './places.ts'
import { isFull, promotions, seatIn } from './seating.ts'

const happened = deliveryEvents.make
const {
  AbsentWithMinutes,
  AlreadyEnrolled,
  AttemptOutOfOrder,
  AttendanceBeforeStart,
  AttendanceExceedsSession,
  CapacityBelowEnrolled,
  CapacityInverted,
  EnrolmentWindowClosed,
  NotEmployed,
  ScheduleConflict,
} = deliveryRejections

const theWindowIsOpen = ({ enrolmentCloses }: OfferingState, at: string) =>
  enrolmentCloses !== undefined && at >= enrolmentCloses && EnrolmentWindowClosed({ closed: enrolmentCloses })

/** A learner is employed on the local day of every session they are asked for. */
const onlyTheEmployedAreTrained = (
  learnerId: string,
  employment: Employment | undefined,
  sessions: readonly Session[],
) => {
  if (employment === undefined) return false
  const { hiredOn, leftOn } = employment
  for (const { start, zone } of sessions) {
    const on = dayIn(start, zone)
    const when = on < hiredOn ? 'beforeHire' : leftOn !== undefined && on > leftOn ? 'afterExit' : undefined
    if (when !== undefined)
      return NotEmployed({ learnerId, on, when, hiredOn, ...(leftOn === undefined ? {} : { leftOn }) })
  }
  return false
}

/** Nobody sits in two classes at once. */
const nobodyIsInTwoPlaces = (
  learnerId: string,
  offeringId: string,
  { sessions }: OfferingState,
  { booked }: LearnerCalendar,
) => {
  const [clash] = clashing(booked, { offeringId, sessions })
  return clash !== undefined && ScheduleConflict({ learnerId, with: clash.offeringId })
}

/** Who takes a seat waits for no other at those hours: moving up later, they would be in two places. */
const leavesTheListsThatClash = (
  { at, offeringId, learnerId }: { at: string; offeringId: string; learnerId: string },
  { sessions }: OfferingState,
  { waiting }: LearnerCalendar,
) =>
  clashing(waiting, { offeringId, sessions }).map((place) =>
    happened.LearnerWithdrew({
      at,
      offeringId: place.offeringId,
      learnerId,
      from: 'waitlisted',
      late: false,
    }),
  )

export const requestEnrolment = defineDecision({
  command: commands.RequestEnrolment,
  reads: { offering, enrolment, learnerCalendar },
  decide: ({ employment, ...request }, { offering, enrolment, learnerCalendar }) => {
    const { offeringId, learnerId, at } = request
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyFrom(offering.status, ['enrolling', 'confirmed'], 'RequestEnrolment'),
        theWindowIsOpen(offering, at),
        !['none', 'withdrawn', 'declined'].includes(enrolment.status) &&
          AlreadyEnrolled({ learnerId, status: enrolment.status }),
        onlyTheEmployedAreTrained(learnerId, employment, offering.sessions),
        nobodyIsInTwoPlaces(learnerId, offeringId, offering, learnerCalendar),
      ) ??
      accepted(
        happened.EnrolmentRequested({
          ...request,
          approval: offering.approval,
          basis: employment === undefined ? {} : { employment },
        }),
      )
    )
  },
})

export const approveEnrolment = defineDecision({
  command: commands.ApproveEnrolment,
  reads: { offering, seating, enrolment, learnerCalendar },
  decide: (command, { offering, seating, enrolment, learnerCalendar }) => {
    const { at, offeringId, learnerId } = command
    const seat = seatIn(offering)
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyFrom(offering.status, ['enrolling', 'enrolmentClosed', 'confirmed'], 'ApproveEnrolment'),
        onlyFrom(enrolment.status, ['requested'], 'ApproveEnrolment'),
        nobodyIsInTwoPlaces(learnerId, offeringId, offering, learnerCalendar),
      ) ??
      (isFull(seating)
        ? accepted(
            happened.LearnerWaitlisted({
              at,
              offeringId,
              learnerId,
              ...offering.course,
              sessions: seat.sessions,
              position: seating.waitlist + 1,
            }),
          )
        : accepted(
            happened.LearnerEnrolled({ at, offeringId, learnerId, ...seat }),
            ...leavesTheListsThatClash(command, offering, learnerCalendar),
          ))
    )
  },
})

export const declineEnrolment = defineDecision({
  command: commands.DeclineEnrolment,
  reads: { enrolment },
  decide: (command, { enrolment }) =>
    refusedBy(onlyFrom(enrolment.status, ['requested'], 'DeclineEnrolment')) ??
    accepted(happened.EnrolmentDeclined(command)),
})

export const withdrawEnrolment = defineDecision({
  command: commands.WithdrawEnrolment,
  reads: { offering, seating, enrolment },
  decide: ({ at, offeringId, learnerId }, { offering, seating, enrolment }) => {
    const { status } = enrolment
    const refused = refusedBy(
      onlyFrom(status, ['requested', 'enrolled', 'waitlisted'], 'WithdrawEnrolment'),
      onlyFrom(
        offering.status,
        ['enrolling', 'enrolmentClosed', 'confirmed', 'running'],
        'WithdrawEnrolment',
      ),
    )
    if (refused !== undefined || (status !== 'requested' && status !== 'enrolled' && status !== 'waitlisted'))
      return refused ?? accepted()
    const { withdrawalDeadline } = offering
    const late = status === 'enrolled' && withdrawalDeadline !== undefined && at >= withdrawalDeadline
    const withdrew = happened.LearnerWithdrew({ at, offeringId, learnerId, from: status, late })
    const free = status === 'enrolled' && offering.status !== 'running' ? 1 : 0
    return accepted(withdrew, ...promotions({ at, offeringId }, offering, those(seating, 'waitlist'), free))
  },
})

export const changeCapacity = defineDecision({
  command: commands.ChangeCapacity,
  reads: { offering, seating },
  decide: ({ at, offeringId, capacity }, { offering, seating }) => {
    const { max } = capacity
    const enrolled = seating.enrolled
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyFrom(
          offering.status,
          ['scheduled', 'announced', 'enrolling', 'enrolmentClosed', 'confirmed'],
          'ChangeCapacity',
        ),
        max !== undefined && max < capacity.min && CapacityInverted({ min: capacity.min, max }),
        max !== undefined && max < enrolled && CapacityBelowEnrolled({ enrolled, max }),
      ) ??
      accepted(
        happened.CapacityChanged({ at, offeringId, capacity }),
        ...promotions(
          { at, offeringId },
          offering,
          those(seating, 'waitlist'),
          max === undefined ? seating.waitlist : max - enrolled,
        ),
      )
    )
  },
})

export const recordAttendance = defineDecision({
  command: commands.RecordAttendance,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) => {
    const session = offering.sessions.find(({ sessionId }) => sessionId === command.sessionId)
    const refused = refusedBy(
      mustBeScheduled(offering, command.offeringId),
      onlyFrom(enrolment.status, ['enrolled'], 'RecordAttendance'),
      session === undefined && Unknown({ what: 'session', id: command.sessionId }),
      session !== undefined && command.at < session.start && AttendanceBeforeStart({ start: session.start }),
      ['absent', 'excused'].includes(command.status) &&
        command.minutes > 0 &&
        AbsentWithMinutes({ minutes: command.minutes }),
      session !== undefined &&
        command.minutes > minutesBetween(session.start, session.end) &&
        AttendanceExceedsSession({
          minutes: command.minutes,
          scheduled: minutesBetween(session.start, session.end),
        }),
    )
    if (refused !== undefined || session === undefined) return refused ?? accepted()
    return accepted(happened.AttendanceRecorded({ ...command, on: dayIn(session.start, session.zone) }))
  },
})

export const recordResult = defineDecision({
  command: commands.RecordResult,
  reads: { enrolment },
  decide: (command, { enrolment }) => {
    const next = (enrolment.results[command.instrumentId]?.attempt ?? 0) + 1
    return (
      refusedBy(
        onlyFrom(enrolment.status, ['enrolled'], 'RecordResult'),
        command.attempt !== next && AttemptOutOfOrder({ attempt: command.attempt, next }),
      ) ?? accepted(happened.ResultRecorded(command))
    )
  },
})

export const closeEnrolment = defineDecision({
  command: commands.CloseEnrolment,
  reads: { offering, enrolment },
  decide: ({ at, offeringId, learnerId }, { offering, enrolment }) => {
    const refused = refusedBy(
      onlyFrom(offering.status, ['running', 'completed'], 'CloseEnrolment'),
      onlyFrom(enrolment.status, ['enrolled', 'withdrawn'], 'CloseEnrolment'),
    )
    if (refused !== undefined) return refused
    // Who left after the last class ended their attempt themselves: nothing is left to close.
    if (enrolment.status === 'withdrawn') return accepted()
    const attended = attendedMinutes(enrolment)
    const attempt = {
      at,
      offeringId,
      learnerId,
      ...offering.course,
      scheduledMinutes: enrolment.scheduledMinutes,
    }
    const unmet = unmetCriteria(enrolment)
    const wasExcused = enrolment.excused.length > 0
    if (unmet.length > 0 && attended === 0 && !wasExcused) return accepted(happened.NoShowRecorded(attempt))
    if (unmet.length > 0)
      return accepted(
        happened.EnrolmentFailed({
          ...attempt,
          unmet: [...new Set(unmet)],
          assessment: assessmentOf(enrolment),
          attendedMinutes: attended,
        }),
      )
    const outcome = assessmentOf(enrolment) === 'passed' ? 'passed' : 'completed'
    return accepted(happened.EnrolmentCompleted({ ...attempt, outcome, attendedMinutes: attended }))
  },
})

export const cancelEnrolment = defineDecision({
  command: commands.CancelEnrolment,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) =>
    refusedBy(
      onlyFrom(offering.status, ['cancelled'], 'CancelEnrolment'),
      onlyFrom(enrolment.status, ['requested', 'enrolled', 'waitlisted'], 'CancelEnrolment'),
    ) ?? accepted(happened.EnrolmentCancelled(command)),
})
