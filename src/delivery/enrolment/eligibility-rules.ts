import { dayIn, minutesBetween } from '../../vocabulary/index.ts'
import type { Competence, Employment, Session } from '../events.ts'
import type { OfferingState } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import type { AnnualLimits } from '../settings.ts'
import { clashing, type LearnerCalendar, type Place } from './calendar.ts'
import type { LearningHistory } from './history.ts'
import type { EnrolmentTerms } from './terms.ts'

const {
  AnnualLimitExceeded,
  EnrolmentWindowClosed,
  NotEmployed,
  PrerequisiteNotMet,
  ScheduleConflict,
  StagePrerequisiteNotMet,
} = deliveryRejections

export const theWindowIsOpen = ({ enrolmentCloses }: OfferingState, at: string) =>
  enrolmentCloses !== undefined && at >= enrolmentCloses && EnrolmentWindowClosed({ closed: enrolmentCloses })

/** A learner is employed on the local day of every session they are asked for. */
export const onlyTheEmployedAreTrained = (
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

/** What the host's records add to what is known here. */
type Facts = {
  readonly completedCourses?: readonly string[] | undefined
  readonly competencies?: readonly Competence[] | undefined
}

/** What the course asks for was completed or reached before, here or elsewhere; then the stages, in their order. */
export const whatComesFirstIsDone = (
  learnerId: string,
  { courses, fromVersion, competencies, stages }: EnrolmentTerms,
  { completedAt }: LearningHistory,
  { completedCourses = [], competencies: reached = [] }: Facts,
) => {
  const notDone = (courseId: string) =>
    !completedCourses.includes(courseId) &&
    !Object.values(completedAt[courseId] ?? {}).some((version) => version >= (fromVersion[courseId] ?? 1))
  const notReached = ({ frameworkId, competency, level }: Competence) =>
    !reached.some(
      (one) => one.frameworkId === frameworkId && one.competency === competency && one.level >= level,
    )
  const missing = [
    ...courses.filter(notDone),
    ...competencies.filter(notReached).map(({ competency }) => competency),
  ]
  if (missing.length > 0) return PrerequisiteNotMet({ learnerId, missing })
  for (const { stage, courses } of stages) {
    const open = courses.filter(notDone)
    if (open.length > 0) return StagePrerequisiteNotMet({ learnerId, stage, missing: open })
  }
  return false
}

type Hours = { readonly offeringId: string; readonly learnerId: string }

/** Nobody sits in two classes at once. */
export const nobodyIsInTwoPlaces = (
  { learnerId, offeringId }: Hours,
  { sessions }: OfferingState,
  places: readonly Place[],
) => {
  const [clash] = clashing(places, { offeringId, sessions })
  return clash !== undefined && ScheduleConflict({ learnerId, with: clash.offeringId })
}

const minutesOf = (sessions: readonly { readonly start: string; readonly end: string }[]): number =>
  sessions.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0)

/**
 * Nobody takes more in a calendar year than the organisation allows, seats and places in line together: who moves up
 * stays within it. What was assigned to somebody counts, and is never refused for it.
 */
export const theYearHasRoom = (
  { learnerId, offeringId }: Hours,
  source: 'assigned' | 'manager' | 'self',
  { sessions }: OfferingState,
  { price }: EnrolmentTerms,
  { booked, waiting }: LearnerCalendar,
  { limits, zone }: { readonly limits: AnnualLimits; readonly zone: string },
) => {
  if (source === 'assigned' || Object.keys(limits).length === 0) return false
  const yearOf = (of: readonly { readonly start: string }[]) => dayIn(of[0]?.start ?? '', zone).slice(0, 4)
  const year = yearOf(sessions)
  const places = [...booked, ...waiting].filter(
    (place) => place.offeringId !== offeringId && yearOf(place.sessions) === year,
  )
  const cost = [price, ...places.map((place) => place.price)].reduce(
    (sum, one) => sum + (one?.currency === limits.cost?.currency ? (one?.minor ?? 0) : 0),
    0,
  )
  const would = {
    count: places.length + 1,
    hours: places.reduce((sum, place) => sum + minutesOf(place.sessions), minutesOf(sessions)),
    cost,
  }
  const most = { count: limits.count, hours: limits.minutes, cost: limits.cost?.minor }
  const what = (['count', 'hours', 'cost'] as const).find((one) => would[one] > (most[one] ?? Infinity))
  return (
    what !== undefined &&
    AnnualLimitExceeded({ learnerId, year, what, limit: most[what] ?? 0, would: would[what] })
  )
}
