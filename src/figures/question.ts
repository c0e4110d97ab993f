import type { OfferingState } from '../delivery/offering/state.ts'
import type { EnrolmentRecord, EnrolmentRecords } from '../records/enrolment/record.ts'
import { type OfferingRecord, type OfferingRecords, offeringRecord } from '../records/offering/record.ts'
import {
  averageHeadcount,
  dayIn,
  daysLater,
  type Employee,
  isEmployedOn,
  minutesBetween,
} from '../vocabulary/index.ts'

/** Local days, `[from, to)`. */
export type Days = { readonly from: string; readonly to: string }

/** The scope of a figure of training: which records, of whom, of which days, seen from when. */
export type TrainingQuestion = {
  /** `project(enrolmentRecord, events)`; folded up to `asOf`, to look back. */
  readonly enrolments: EnrolmentRecords
  /** `project(offeringRecord, events)`, up to the same instant. */
  readonly offerings: OfferingRecords
  /**
   * Everybody in scope who was employed on a day of the period, with their days of hire and exit. Only the host knows them.
   * Coverage is of those employed on its last day, or today while it runs.
   */
  readonly workforce: readonly Employee[]
  /** Average headcount of the period: the mean of its days, from hires and exits, unless said otherwise. */
  readonly headcount?: number
  readonly period: Days
  readonly asOf: string
  /** Where days begin: an IANA zone. */
  readonly zone: string
}

/** One session of a class as figures see it. */
export type SessionOfClass = { readonly day: string; readonly minutes: number; readonly end: string }

/** A class, and what is known of it at the day that is asked about. */
export type PlacedClass = {
  readonly record: OfferingRecord
  readonly sessions: ReadonlyMap<string, SessionOfClass>
  /** Its last session was in the period, and its day is past: what could have come of it has. */
  readonly isOver: boolean
  /** Whether anybody's attendance was written down. */
  readonly hasRegister: boolean
}

/** One enrolment, and the class it is in. */
export type PlacedEnrolment = {
  readonly learnerId: string
  readonly record: EnrolmentRecord
  readonly of: PlacedClass
  readonly askedInPeriod: boolean
}

/** A part of the people, and every enrolment of theirs. */
export type Slice = {
  readonly people: readonly Employee[]
  readonly headcount: number
  readonly enrolments: readonly PlacedEnrolment[]
  readonly classes: readonly PlacedClass[]
  readonly period: Days
  readonly today: string
  readonly asOf: string
  readonly zone: string
}

export const within = ({ from, to }: Days, day: string): boolean => day >= from && day < to

/** Of records that cannot change: many figures are asked of the same ones, and local days are slow to find. */
const sessionsOnce = new WeakMap<OfferingState, ReadonlyMap<string, SessionOfClass>>()

/** A session lasted as long as it was held, on the day it was held, and as planned until it was. */
const sessionsOf = (record: OfferingState): ReadonlyMap<string, SessionOfClass> => {
  const before = sessionsOnce.get(record)
  if (before !== undefined) return before
  const { sessions, held } = record
  const found = new Map(
    sessions.map((session) => {
      const { sessionId, end, zone } = session
      const lasted = held[sessionId] ?? session
      const minutes = Math.max(0, minutesBetween(lasted.start, lasted.end))
      return [sessionId, { day: dayIn(lasted.start, zone), minutes, end }]
    }),
  )
  if (Object.isFrozen(sessions) && Object.isFrozen(held)) sessionsOnce.set(record, found)
  return found
}

type On = { readonly period: Days; readonly today: string; readonly registered: ReadonlySet<string> }

const placed = (record: OfferingRecord, { period, today, registered }: On): PlacedClass => {
  const sessions = sessionsOf(record)
  let last = ''
  for (const { day } of sessions.values()) if (day > last) last = day
  return {
    record,
    sessions,
    isOver: last !== '' && last < today && within(period, last),
    hasRegister: registered.has(record.offeringId),
  }
}

const requestedAt = ({ history }: EnrolmentRecord): string | undefined => {
  for (let at = history.length - 1; at >= 0; at--)
    if (history[at]?.status === 'requested') return history[at]?.at
  return undefined
}

/** The days of a period that have begun. */
export const daysBegun = ({
  period,
  asOf,
  zone,
}: Pick<TrainingQuestion, 'period' | 'asOf' | 'zone'>): Days => {
  const tomorrow = daysLater(dayIn(asOf, zone), 1)
  return tomorrow < period.to ? { from: period.from, to: tomorrow } : period
}

/** Of some people: who was employed on the last of these days, and how many were in the mean of all of them. */
export const peopleOf = (
  question: Pick<TrainingQuestion, 'period' | 'asOf' | 'zone' | 'headcount'>,
  workforce: readonly Employee[],
): Pick<Slice, 'people' | 'headcount'> => {
  const days = daysBegun(question)
  const last = daysLater(days.to, -1)
  return {
    people: workforce.filter((one) => isEmployedOn(one, last)),
    headcount: question.headcount ?? averageHeadcount(workforce, days),
  }
}

/** The inputs of figures: every record with its day and its class looked up once. */
export const sliceOf = (question: TrainingQuestion): Slice => {
  const { enrolments, offerings, workforce, period, asOf, zone } = question
  const days = new Map<string, string>()
  const dayOf = (instant: string): string => {
    const day = days.get(instant) ?? dayIn(instant, zone)
    days.set(instant, day)
    return day
  }
  const today = dayOf(asOf)
  const registered = new Set(
    Object.values(enrolments)
      .filter(({ attended }) => Object.keys(attended).length > 0)
      .map(({ offeringId }) => offeringId),
  )
  const on = { period, today, registered }
  const classes = new Map(
    Object.entries(offerings).map(([offeringId, record]) => [offeringId, placed(record, on)]),
  )
  const classOf = ({ offeringId }: EnrolmentRecord): PlacedClass => {
    const known = classes.get(offeringId) ?? placed(offeringRecord.initial(), on)
    classes.set(offeringId, known)
    return known
  }
  /** History of another system has no class: its end is the day it ended, and a no-show was written down as one. */
  const livedElsewhere = (record: EnrolmentRecord): PlacedClass => {
    const end = record.history.at(-1)?.at
    const day = end === undefined ? '' : dayOf(end)
    return { ...classOf(record), isOver: day !== '' && day < today && within(period, day), hasRegister: true }
  }
  return {
    ...peopleOf(question, workforce),
    enrolments: Object.values(enrolments).map((record) => ({
      learnerId: record.learnerId,
      record,
      of: Object.hasOwn(offerings, record.offeringId) ? classOf(record) : livedElsewhere(record),
      get askedInPeriod() {
        const asked = requestedAt(record)
        return asked !== undefined && within(period, dayOf(asked))
      },
    })),
    classes: [...classes.values()],
    period,
    today,
    asOf,
    zone,
  }
}

/** Sessions somebody came to in the period, one by one. */
export function* attendancesIn({
  enrolments,
  period,
  today,
}: Pick<Slice, 'enrolments' | 'period' | 'today'>): Iterable<PlacedEnrolment & { readonly minutes: number }> {
  for (const one of enrolments)
    if (!one.of.record.voided)
      for (const [sessionId, { minutes, on }] of Object.entries(one.record.attended)) {
        const { day = on, minutes: most = minutes } = one.of.sessions.get(sessionId) ?? {}
        if (minutes > 0 && day <= today && within(period, day))
          yield { ...one, minutes: Math.min(minutes, most) }
      }
}
