import { accepted, advised, defineDecision, eachOf, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { type CompletionRule, given, tinyAttendanceShares } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { yearIn } from '../enrolment/eligibility-rules.ts'
import { learnersWith, type SeatAllocation, seatAllocation, sinceOf } from '../enrolment/seat-allocation.ts'
import { promotedBy, seatIn } from '../enrolment/seat-rules.ts'
import { enrolmentTerms } from '../enrolment/terms.ts'
import { deliveryEvents, type Rooms, type Session } from '../events.ts'
import { deliveryRejections } from '../rejections.ts'
import { deliverySettings } from '../settings.ts'
import { bookable } from './bookable.ts'
import {
  type Booking,
  bookingsOf,
  courseOf,
  everybodyFits,
  everythingIsFree,
  holdsIn,
  resourcesIn,
  resourcesOfOne,
  slotsReleased,
  slotsReserved,
} from './booking.ts'
import {
  everySessionEndsAfterItStarts,
  mustBeScheduled,
  onlyASessionToCome,
  onlyBeforeItIsOver,
  sessionsDoNotOverlap,
  windowsAreInOrder,
} from './rules.ts'
import { type OfferingState, offering, onceHeld, remainingIn } from './state.ts'
import { nobodyPublishedIt, onlyWhatIsOfferedIsTaught, taughtCourse } from './taught-course.ts'

const events = deliveryEvents.make
const { CapacityInverted, LastSessionHeld, OnlySession, SessionAlreadyPlanned } = deliveryRejections

/** The first try that the rule allows only after the attempts are closed: it counts, but everybody is shown as failed meanwhile. Where tries are not limited, the second is to be in time. */
const retakesComeAfterTheEnd = ({ of }: CompletionRule, closingGraceDays: number) =>
  of.map((one) => {
    if (one.kind !== 'result') return false
    const { instrumentId, maxAttempts = 2, retakeAfterDays = 0 } = one
    const inTime = Math.floor(closingGraceDays / retakeAfterDays)
    const attempt = inTime + 2
    const comesAfterDays = (inTime + 1) * retakeAfterDays
    return (
      retakeAfterDays > 0 &&
      attempt <= maxAttempts && {
        code: 'RetakeAfterClosing',
        instrumentId,
        attempt,
        comesAfterDays,
        retakeAfterDays,
        closingGraceDays,
      }
    )
  })

type Resources = Parameters<typeof holdsIn>[1]
const holdsInEach = (sessions: readonly Session[], resources: Resources) =>
  Object.fromEntries(sessions.map((session) => [session.sessionId, holdsIn(session, resources)]))

/** The known number of people that the sessions hold; nothing where nobody gave it for any. */
const listed = (rooms: Readonly<Record<string, Rooms | undefined>>) => {
  const known = Object.entries(rooms).flatMap(([sessionId, room]) =>
    room === undefined ? [] : [{ sessionId: sessionId as Session['sessionId'], ...room }],
  )
  return known.length === 0 ? undefined : known
}

export const scheduleOffering = defineDecision({
  command: commands.ScheduleOffering,
  reads: { offering, taughtCourse, resources: eachOf(bookable, 'sessions', resourcesIn) },
  settings: deliverySettings,
  decide: (command, { offering, taughtCourse, resources }, { closingGraceDays }) => {
    const { at, sessions, capacity } = command
    const bookings = sessions.flatMap(bookingsOf)
    return (
      refusedBy(
        onlyFrom(offering.status, ['unknown'], 'ScheduleOffering'),
        onlyWhatIsOfferedIsTaught(command, taughtCourse),
        everySessionEndsAfterItStarts(sessions),
        sessionsDoNotOverlap(sessions),
        capacity.max !== undefined &&
          capacity.max < capacity.min &&
          CapacityInverted({ min: capacity.min, max: capacity.max }),
        windowsAreInOrder(command, sessions),
        everythingIsFree(bookings, resources, command),
        everybodyFits({ ...seatAllocation.initial(), ...capacity }, holdsInEach(sessions, resources)),
      ) ??
      advised(
        accepted(
          events.OfferingScheduled({
            ...command,
            ...given({ holds: listed(holdsInEach(sessions, resources)) }),
          }),
          ...slotsReserved(at, command, bookings),
        ),
        ...retakesComeAfterTheEnd(command.completionRule, closingGraceDays),
        nobodyPublishedIt(command, taughtCourse),
        ...tinyAttendanceShares(command.completionRule).map((atLeast) => ({
          code: 'AttendanceShareTiny',
          atLeast,
        })),
      )
    )
  },
})

const programOf = ({ course: { programId } }: OfferingState) => given({ programId })

/** Everyone who sits there or waits for it has other hours now. */
export const hoursChange = (
  at: string,
  offeringId: string,
  offering: OfferingState,
  seatAllocation: SeatAllocation,
) => {
  return (['enrolled', 'offered', 'waitlisted'] as const)
    .flatMap((as) => learnersWith(seatAllocation, as))
    .map((learnerId) => {
      const { sessions: hours, scheduledMinutes } = seatIn(offering, {}, sinceOf(seatAllocation, learnerId))
      return events.EnrolmentRescheduled({ at, offeringId, learnerId, sessions: hours, scheduledMinutes })
    })
}

/** Hours count in the year they were held: where that is another than was known, everyone has other hours now. */
export const hoursOfAnotherYear = (
  held: ReturnType<typeof events.SessionDelivered> | ReturnType<typeof events.DeliveryCorrected>,
  knownStart: string,
  offering: OfferingState,
  seatAllocation: SeatAllocation,
  yearly: Parameters<typeof yearIn>[1],
) => {
  const { at, offeringId, actualStart } = held.data
  return yearIn(actualStart, yearly) === yearIn(knownStart, yearly)
    ? []
    : hoursChange(at, offeringId, onceHeld(offering, held.data), seatAllocation)
}

export const addSession = defineDecision({
  command: commands.AddSession,
  reads: { offering, seatAllocation, resources: eachOf(bookable, 'session', resourcesOfOne) },
  decide: ({ at, offeringId, session }, { offering, seatAllocation, resources }) => {
    const { sessionId } = session
    const sessions = [...offering.sessions, session]
    const course = courseOf(offeringId, offering)
    const bookings = bookingsOf(session)
    const holds = holdsIn(session, resources)
    const wasPlanned =
      offering.sequences[sessionId] !== undefined ||
      offering.sessions.some((one) => one.sessionId === sessionId)
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyBeforeItIsOver(offering, 'AddSession'),
        wasPlanned && SessionAlreadyPlanned({ sessionId }),
        remainingIn(offering).length === 0 && LastSessionHeld({ offeringId }),
        everySessionEndsAfterItStarts([session]),
        sessionsDoNotOverlap(sessions),
        everythingIsFree(bookings, resources, course),
        everybodyFits(seatAllocation, { [sessionId]: holds }),
      ) ??
      accepted(
        events.SessionAdded({ at, offeringId, ...programOf(offering), ...session, ...given({ holds }) }),
        ...slotsReserved(at, course, bookings),
        ...hoursChange(at, offeringId, { ...offering, sessions }, seatAllocation),
      )
    )
  },
})

const isSame = (one: Booking, other: Booking) =>
  one.resourceId === other.resourceId &&
  one.session.start === other.session.start &&
  one.session.end === other.session.end

const without = (bookings: readonly Booking[], others: readonly Booking[]) =>
  bookings.filter((one) => !others.some((other) => isSame(one, other)))

export const rescheduleSession = defineDecision({
  command: commands.RescheduleSession,
  reads: { offering, enrolmentTerms, seatAllocation, resources: eachOf(bookable, 'session', resourcesOfOne) },
  decide: ({ at, offeringId, session, reason }, { offering, enrolmentTerms, seatAllocation, resources }) => {
    const { sessionId, start, end, zone } = session
    const old = offering.sessions.find((one) => one.sessionId === sessionId)
    const sessions = offering.sessions.map((one) => (one === old ? session : one))
    const course = courseOf(offeringId, offering)
    const held = old === undefined ? [] : bookingsOf(old)
    const wanted = bookingsOf(session)
    const holds = holdsIn(session, resources)
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyBeforeItIsOver(offering, 'RescheduleSession'),
      onlyASessionToCome(offering, sessionId),
      everySessionEndsAfterItStarts([session]),
      sessionsDoNotOverlap(sessions),
      windowsAreInOrder(offering, sessions),
      everythingIsFree(without(wanted, held), resources, course),
      everybodyFits(seatAllocation, { [sessionId]: holds }),
    )
    if (refused !== undefined || old === undefined) return refused ?? accepted()
    const sameHours = old.start === start && old.end === end
    const [released, reserved] = [without(held, wanted), without(wanted, held)]
    if (sameHours && old.zone === zone && released.length === 0 && reserved.length === 0) return accepted()
    const moved = events.SessionRescheduled({
      at,
      offeringId,
      ...programOf(offering),
      ...session,
      was: { start: old.start, end: old.end },
      sequence: (offering.sequences[sessionId] ?? 0) + 1,
      ...given({ reason, holds }),
    })
    return accepted(
      moved,
      ...slotsReleased(at, offeringId, released),
      ...slotsReserved(at, course, reserved),
      ...(sameHours ? [] : hoursChange(at, offeringId, { ...offering, sessions }, seatAllocation)),
      ...promotedBy(moved, { ...offering, sessions }, enrolmentTerms, seatAllocation),
    )
  },
})

export const cancelSession = defineDecision({
  command: commands.CancelSession,
  reads: { offering, enrolmentTerms, seatAllocation },
  decide: ({ at, offeringId, sessionId, reason }, { offering, enrolmentTerms, seatAllocation }) => {
    const session = offering.sessions.find((one) => one.sessionId === sessionId)
    const sessions = offering.sessions.filter((one) => one !== session)
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyBeforeItIsOver(offering, 'CancelSession'),
      onlyASessionToCome(offering, sessionId),
      sessions.length === 0 && OnlySession({ sessionId }),
      windowsAreInOrder(offering, sessions),
    )
    if (refused !== undefined || session === undefined) return refused ?? accepted()
    const { start, end, zone } = session
    const cancelled = events.SessionCancelled({
      at,
      offeringId,
      ...programOf(offering),
      sessionId,
      start,
      end,
      zone,
      sequence: (offering.sequences[sessionId] ?? 0) + 1,
      remaining: remainingIn(offering).length - 1,
      reason,
    })
    return accepted(
      cancelled,
      ...slotsReleased(at, offeringId, bookingsOf(session)),
      ...hoursChange(at, offeringId, { ...offering, sessions }, seatAllocation),
      ...promotedBy(cancelled, { ...offering, sessions }, enrolmentTerms, seatAllocation),
    )
  },
})
