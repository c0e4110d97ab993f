/**
 * The rules for coming in and for leaving: the one set that every way in and out obeys. Asking, approving, moving to
 * another class, joining late and walking in call `mayComeIn`; giving a seat up and moving to another class call `mayLeave`.
 * A learner on the waitlist came in by these rules before, and holds their hours and their part of the year.
 */
import { countsAs, courseEquivalents, metAtOnce } from '../../catalog/equivalence/status.ts'
import { onlyFrom, refusedBy, type StateOf } from '../../kernel/index.ts'
import { dayIn, given, type Money, minutesBetween } from '../../vocabulary/index.ts'
import type { Competence, EnrolmentSource, Joins, Session } from '../events.ts'
import { firstStart, hasBegun, isOverAt, lastEnd, mustBeScheduled } from '../offering/rules.ts'
import { type OfferingState, offering, remainingIn } from '../offering/state.ts'
import type { OfferingStatus } from '../offering/status.ts'
import { deliveryRejections } from '../rejections.ts'
import type { AnnualLimits } from '../settings.ts'
import { clashing, type LearnerCalendar, learnerCalendar, leavesTheList, type Place } from './calendar.ts'
import { learningHistory } from './history.ts'
import {
  isFull,
  quotasFor,
  quotaUsedUp,
  type Requester,
  type SeatAllocation,
  seatAllocation,
  seatIsFree,
  seatsHeld,
} from './seat-allocation.ts'
import type { EnrolmentState } from './state.ts'
import { openStatuses } from './status.ts'
import { type EnrolmentTerms, enrolmentTerms } from './terms.ts'

const {
  AlreadyEnrolled,
  AlternativesNotMet,
  AnnualLimitExceeded,
  CourseIsRetired,
  EnrolmentWindowClosed,
  NotEmployed,
  NotHeldThere,
  OfferingEnded,
  OfferingStarted,
  PrerequisiteNotMet,
  QuotaExhausted,
  ScheduleConflict,
  SeatsExhausted,
  StagePrerequisiteNotMet,
  WithdrawalDeadlinePassed,
} = deliveryRejections

/** The reads of every decision by which one learner comes in: the class, its terms and seats, and what is known of the person. */
export const entranceReads = {
  offering,
  enrolmentTerms,
  seatAllocation,
  learnerCalendar,
  learningHistory,
  courseEquivalents,
}
export type Entrance = {
  readonly [Name in keyof typeof entranceReads]: StateOf<(typeof entranceReads)[Name]>
}

/** The learner who wants to come in, the instant, and the facts about the learner. */
export type Entrant = Requester & {
  readonly at: string
  readonly offeringId: string
  readonly learnerId: string
  readonly source: EnrolmentSource
  /** From when on they take part, where that is later than the beginning. */
  readonly since?: string | undefined
}
type Facts = EnrolmentState['asked']['basis']
export type Yearly = {
  readonly annualLimits: AnnualLimits
  readonly zone: string
  readonly yearStarts: string
}

/** The sessions somebody takes part in, at the hours they were held or are planned: all, or those that end after they came. */
export const sessionsSince = (
  { sessions, held }: Pick<OfferingState, 'sessions' | 'held'>,
  since?: string,
): readonly Session[] =>
  (since === undefined ? sessions : sessions.filter(({ end }) => end > since)).map((session) => {
    const { start, end } = held[session.sessionId] ?? session
    return start === session.start && end === session.end ? session : { ...session, start, end }
  })

/** From when on somebody who comes in now takes part; nothing where the class has not begun. */
export const sinceWhen = (offering: OfferingState, at: string): string | undefined =>
  hasBegun(offering, at) ? at : undefined

/** The rules for everybody who comes in, by whichever way; the first rule in the way is the answer. */
export const mayComeIn = (who: Entrant, facts: Facts, into: Entrance, yearly: Yearly) => {
  const { offering, enrolmentTerms, seatAllocation, learnerCalendar } = into
  const sessions = sessionsSince(offering, who.since)
  const under = quotasFor(seatAllocation, who)
  return refusedBy(
    theCourseTakesPeople(offering, into.courseEquivalents),
    itIsHeldThere(who, offering, seatAllocation),
    whoComesLateIsBrought(who, offering),
    onlyTheEmployedAreTrained(who, facts, sessions),
    whatComesFirstIsDone(who, facts, into, yearly.zone),
    nobodyIsInTwoPlaces(who, sessions, learnerCalendar.booked),
    theYearHasRoom(who, sessions, enrolmentTerms, learnerCalendar, yearly),
    thereIsASeat(who, seatAllocation, under),
    !seatIsFree(seatAllocation, under, who.joins) &&
      nobodyIsInTwoPlaces(who, sessions, learnerCalendar.waiting),
  )
}

/** One asks while enrolment is open; who comes late may be brought when the class is under way. */
export const itTakesPeople = (
  { at, source }: Pick<Entrant, 'at' | 'source'>,
  offering: OfferingState,
  offeringId: string,
  command: string,
) => {
  const { enrolmentCloses, status } = offering
  const takes: readonly OfferingStatus[] = ['enrolling', 'confirmed']
  return refusedBy(
    mustBeScheduled(offering, offeringId),
    onlyFrom(status, source === 'self' ? takes : [...takes, 'running'], command),
    enrolmentCloses !== undefined &&
      at >= enrolmentCloses &&
      EnrolmentWindowClosed({ closed: enrolmentCloses }),
  )
}

/** Nobody comes in twice; who left, was turned down or moved away may come again. */
export const nobodyComesInTwice = (learnerId: string, { status }: Pick<EnrolmentState, 'status'>) =>
  !['none', 'withdrawn', 'declined', 'lapsed', 'unseated', 'transferred'].includes(status) &&
  AlreadyEnrolled({ learnerId, status })

/** Whether each session to come is held where it is known, and none of them there: in a room, or on a platform. */
export const isNotHeldThere = (
  offering: OfferingState,
  { rooms }: SeatAllocation,
  joins?: Joins,
): boolean => {
  const places = remainingIn(offering).map(({ sessionId }) => rooms[sessionId])
  return (
    joins !== undefined &&
    places.length > 0 &&
    places.every((room) => room !== undefined && room[joins] === undefined)
  )
}

/** Nobody sits in the room of a class that is on a platform alone, nor online in one that is in a room alone. */
export const itIsHeldThere = (
  { offeringId, joins }: Pick<Entrant, 'offeringId' | 'joins'>,
  offering: OfferingState,
  seats: SeatAllocation,
) => joins !== undefined && isNotHeldThere(offering, seats, joins) && NotHeldThere({ offeringId, joins })

/** A retired course takes newcomers into the classes that were scheduled, unless its retirement says otherwise. */
const theCourseTakesPeople = (
  { course: { courseId } }: OfferingState,
  { retired }: Entrance['courseEquivalents'],
) => retired[courseId]?.takesNewcomers === false && CourseIsRetired({ courseId })

/** Once the class has begun nobody lets themselves in, and once it is over only who was there is put on the register. */
const whoComesLateIsBrought = ({ at, offeringId, source }: Entrant, offering: OfferingState) => {
  if (source !== 'walkIn' && isOverAt(offering, at))
    return OfferingEnded({ offeringId, ended: lastEnd(offering.sessions) })
  return source === 'self' && hasBegun(offering, at) && OfferingStarted({ offeringId })
}

/** A learner is employed on the local day of every session they are asked for. */
const onlyTheEmployedAreTrained = (
  { learnerId }: Entrant,
  { employment }: Facts,
  sessions: readonly Session[],
) => {
  if (employment === undefined) return false
  const { hiredOn, leftOn } = employment
  for (const { start, zone } of sessions) {
    const on = dayIn(start, zone)
    const when = on < hiredOn ? 'beforeHire' : leftOn !== undefined && on > leftOn ? 'afterExit' : undefined
    if (when !== undefined) return NotEmployed({ learnerId, on, when, hiredOn, ...given({ leftOn }) })
  }
  return false
}

/** The prerequisites of the course were completed or reached before, here or elsewhere; then the stages, in their order. */
const whatComesFirstIsDone = (
  { at, learnerId }: Entrant,
  { completedCourses = [], competencies: reached = [] }: Facts,
  { enrolmentTerms, learningHistory: { completedAt }, courseEquivalents }: Entrance,
  zone: string,
) => {
  const { courses, fromVersion, alternatives, competencies, stages } = enrolmentTerms
  const counts = (taken: string, asked: string, on: string) => countsAs(courseEquivalents, taken, asked, on)
  const elsewhere = (taken: string, asked: string) => taken === asked || counts(taken, asked, dayIn(at, zone))
  const here = (taken: string, asked: string) =>
    Object.values(completedAt[taken] ?? {}).some(
      ({ version, at }) =>
        counts(taken, asked, dayIn(at, zone)) && (taken !== asked || version >= (fromVersion[asked] ?? 1)),
    )
  const takenFor = (asked: string): string[] => [
    ...completedCourses.filter((taken) => elsewhere(taken, asked)),
    ...Object.keys(completedAt).filter((taken) => here(taken, asked)),
  ]
  const notDone = (courseId: string) => takenFor(courseId).length === 0
  const notReached = ({ frameworkId, competency, level }: Competence) =>
    !reached.some(
      (one) => one.frameworkId === frameworkId && one.competency === competency && one.level >= level,
    )
  const missing = [
    ...courses.filter(notDone),
    ...competencies.filter(notReached).map(({ competency }) => competency),
  ]
  if (missing.length > 0) return PrerequisiteNotMet({ learnerId, missing })
  for (const { atLeast, courseIds: of } of alternatives) {
    const have = metAtOnce(of.map(takenFor)).filter((taken) => taken !== undefined).length
    if (have < atLeast) return AlternativesNotMet({ learnerId, atLeast, have, of })
  }
  for (const { stage, courses } of stages) {
    const open = courses.filter(notDone)
    if (open.length > 0) return StagePrerequisiteNotMet({ learnerId, stage, missing: open })
  }
  return false
}

/** Nobody sits in two classes at once. */
const nobodyIsInTwoPlaces = (
  { learnerId, offeringId }: Entrant,
  sessions: readonly Session[],
  places: readonly Place[],
) => {
  const [clash] = clashing(places, { offeringId, sessions })
  return clash !== undefined && ScheduleConflict({ learnerId, with: clash.offeringId })
}

const minutesOf = (sessions: Hours): number =>
  sessions.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0)

type Hours = readonly { readonly start: string; readonly end: string }[]
type Costs = { readonly sessions: Hours; readonly price?: Money | undefined }

const monthOf = (day: string): number => Number(day.slice(0, 2))

/**
 * The year an instant falls in, by the name of the year in which it begins. Where no zone can put the instant on the other side of
 * the year's beginning, the zone is not asked.
 */
export const yearIn = (start: string, { zone, yearStarts }: Pick<Yearly, 'zone' | 'yearStarts'>): string => {
  const monthsAway = (monthOf(start.slice(5, 7)) - monthOf(yearStarts) + 12) % 12
  const day = monthsAway > 1 && monthsAway < 11 ? start.slice(0, 10) : dayIn(start, zone)
  const year = Number(day.slice(0, 4))
  return String(day.slice(5) < yearStarts ? year - 1 : year)
}

/**
 * Nobody takes more in a year than the organisation allows, seats and places in line together: who moves up stays within
 * it. A place in line counts until the class begins: nobody moves up then. Each session counts in the year it is held in; a class counts in every year in which it has a session, and its price
 * in the year it begins. An assigned class counts towards the limit, and is never refused for it.
 */
export const theYearHasRoom = (
  { at, learnerId, offeringId, source }: Pick<Entrant, 'at' | 'learnerId' | 'offeringId' | 'source'>,
  sessions: Hours,
  { price }: { readonly price?: Money | undefined },
  { booked, waiting }: Pick<LearnerCalendar, 'booked' | 'waiting'>,
  yearly: Yearly,
) => {
  const limits = yearly.annualLimits
  if (source === 'assigned' || Object.keys(limits).length === 0) return false
  const yearOf = ({ start }: { readonly start: string }) => yearIn(start, yearly)
  const here = { sessions, ...given({ price }) }
  const line = waiting.filter(({ sessions }) => firstStart(sessions) > at)
  const places = [...booked, ...line].filter((place) => place.offeringId !== offeringId)
  const most = { count: limits.count, hours: limits.minutes, cost: limits.cost?.minor }
  for (const year of [...new Set(sessions.map(yearOf))].sort()) {
    const would = { count: 0, hours: 0, cost: 0 }
    for (const { sessions, price } of [...places, here] as readonly Costs[]) {
      const inYear = sessions.filter((session) => yearOf(session) === year)
      if (inYear.length === 0) continue
      would.count++
      would.hours += minutesOf(inYear)
      const begins = sessions.map(yearOf).sort()[0]
      if (begins === year && price?.currency === limits.cost?.currency) would.cost += price?.minor ?? 0
    }
    const what = (['count', 'hours', 'cost'] as const).find((one) => would[one] > (most[one] ?? Infinity))
    if (what !== undefined)
      return AnnualLimitExceeded({ learnerId, year, what, limit: most[what] ?? 0, would: would[what] })
  }
  return false
}

/**
 * An assigned class may be more than the year allows: the places in line that are too many end then, the last one first, so
 * that nobody moves up beyond it. A place in line that was assigned itself stays.
 */
export const leavesTheListsOfAFullYear = (
  { at, learnerId, source }: Pick<Entrant, 'at' | 'learnerId' | 'source'>,
  place: Place,
  { booked, waiting, assigned }: LearnerCalendar,
  yearly: Yearly,
) => {
  if (source !== 'assigned' || Object.keys(yearly.annualLimits).length === 0) return []
  let line = waiting
  const left: ReturnType<typeof leavesTheList>[] = []
  for (const { offeringId, sessions, price } of [...waiting].reverse()) {
    if (assigned.includes(offeringId)) continue
    const calendar = { booked: [...booked, place], waiting: line, assigned }
    const who = { at, learnerId, offeringId, source: 'self' as const }
    if (theYearHasRoom(who, sessions, { price }, calendar, yearly) === false) continue
    line = line.filter((one) => one.offeringId !== offeringId)
    left.push(leavesTheList({ at, learnerId, offeringId }))
  }
  return left
}

/** Where there is no waitlist, who finds no seat is told so and nothing is written. */
const thereIsASeat = (
  { offeringId, joins }: Entrant,
  { order, ...seats }: SeatAllocation,
  under: readonly number[],
) => {
  if (order !== 'none') return false
  if (isFull(seats, joins)) return SeatsExhausted({ offeringId, capacity: seats.max ?? seatsHeld(seats) })
  const quota = quotaUsedUp(seats, under)
  return quota !== undefined && QuotaExhausted({ offeringId, ...quota })
}

type Leaver = Pick<EnrolmentState, 'status' | 'movedUpAt'> & {
  readonly at: string
  readonly offeringId: string
}

/**
 * From when on a seat is given up late: the deadline; where none was said, or the seat came from the waitlist after it, the
 * beginning of the class.
 */
const lateFrom = ({ movedUpAt = '' }: Leaver, { withdrawalDeadline, sessions }: OfferingState): string =>
  withdrawalDeadline === undefined || movedUpAt >= withdrawalDeadline
    ? firstStart(sessions)
    : withdrawalDeadline

export const isLate = (who: Leaver, offering: OfferingState): boolean =>
  who.status === 'enrolled' && who.at >= lateFrom(who, offering)

/** The rules for everybody who leaves, in whichever way: late where the terms allow it, and never a seat in a class that is over. */
export const mayLeave = (who: Leaver, offering: OfferingState, terms: EnrolmentTerms, command: string) => {
  const { at, offeringId, status } = who
  return refusedBy(
    onlyFrom(status, openStatuses, command),
    onlyFrom(offering.status, ['enrolling', 'enrolmentClosed', 'confirmed', 'running'], command),
    status === 'enrolled' &&
      isOverAt(offering, at) &&
      OfferingEnded({ offeringId, ended: lastEnd(offering.sessions) }),
    isLate(who, offering) &&
      terms.lateWithdrawal === 'refused' &&
      WithdrawalDeadlinePassed({ deadline: lateFrom(who, offering) }),
  )
}
