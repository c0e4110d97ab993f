import type { OfferingState } from '../delivery/offering/state.ts'
import type { EnrolmentRecord, EnrolmentRecords } from '../records/enrolment/record.ts'
import { type OfferingRecord, type OfferingRecords, offeringRecord } from '../records/offering/record.ts'
import { dayIn, type Employee, minutesBetween } from '../vocabulary/index.ts'

/** Local days, `[from, to)`. */
export type Days = { readonly from: string; readonly to: string }

/** The scope of a figure of training: which records, of whom, of which days, seen from when. */
export type TrainingQuestion = {
  /** `project(enrolmentRecord, events)`; folded up to `asOf`, to look back. */
  readonly enrolments: EnrolmentRecords
  /** `project(offeringRecord, events)`, up to the same instant. */
  readonly offerings: OfferingRecords
  /** The population: the workforce in scope, as it stood at one date. Only the host knows it. */
  readonly workforce: readonly Employee[]
  /** Average headcount of the period; the length of the list unless said otherwise. */
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

/** A session lasted as long as it was held, and as planned until it was; its day is the one it was planned on. */
const sessionsOf = ({ sessions, held }: OfferingState): ReadonlyMap<string, SessionOfClass> =>
  new Map(
    sessions.map((session) => {
      const { sessionId, start, end, zone } = session
      const lasted = held[sessionId] ?? session
      const minutes = Math.max(0, minutesBetween(lasted.start, lasted.end))
      return [sessionId, { day: dayIn(start, zone), minutes, end }]
    }),
  )

const placed = (record: OfferingRecord, period: Days, today: string): PlacedClass => {
  const sessions = sessionsOf(record)
  let last = ''
  for (const { day } of sessions.values()) if (day > last) last = day
  return { record, sessions, isOver: last !== '' && last < today && within(period, last) }
}

const requestedAt = ({ history }: EnrolmentRecord): string | undefined => {
  for (let at = history.length - 1; at >= 0; at--)
    if (history[at]?.status === 'requested') return history[at]?.at
  return undefined
}

/** The inputs of figures: every record with its day and its class looked up once. */
export const sliceOf = (question: TrainingQuestion): Slice => {
  const { enrolments, offerings, workforce, period, asOf, zone, headcount = workforce.length } = question
  const days = new Map<string, string>()
  const dayOf = (instant: string): string => {
    const day = days.get(instant) ?? dayIn(instant, zone)
    days.set(instant, day)
    return day
  }
  const today = dayOf(asOf)
  const classes = new Map(
    Object.entries(offerings).map(([offeringId, record]) => [offeringId, placed(record, period, today)]),
  )
  const classOf = ({ offeringId }: EnrolmentRecord): PlacedClass => {
    const known = classes.get(offeringId) ?? placed(offeringRecord.initial(), period, today)
    classes.set(offeringId, known)
    return known
  }
  return {
    people: workforce,
    headcount,
    enrolments: Object.values(enrolments).map((record) => {
      const asked = requestedAt(record)
      return {
        learnerId: record.learnerId,
        record,
        of: classOf(record),
        askedInPeriod: asked !== undefined && within(period, dayOf(asked)),
      }
    }),
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
      for (const [sessionId, { minutes, on }] of Object.entries(one.record.attended))
        if (minutes > 0 && on <= today && within(period, on))
          yield { ...one, minutes: Math.min(minutes, one.of.sessions.get(sessionId)?.minutes ?? minutes) }
}
