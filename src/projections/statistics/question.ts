import { dayIn, type Employee } from '../../vocabulary/index.ts'
import { type AttemptRecord, type ClassRecordState, lastDayOf } from '../class-record.ts'
import type { Days } from '../participation.ts'

/** What figures of participation are asked of. */
export type TrainingQuestion = {
  /** Folded by `classRecord`; up to `asOf`, to look back. */
  readonly classes: Readonly<Record<string, ClassRecordState>>
  /** The workforce in scope, as it stood at one date: only the host knows it. */
  readonly workforce: readonly Employee[]
  /** Average headcount of the period; the length of the list unless said otherwise. */
  readonly headcount?: number
  /** Local days, `[from, to)`. */
  readonly period: Days
  readonly asOf: string
  /** Where days begin: an IANA zone. */
  readonly zone: string
}

/** One attempt, and the class it is at. */
export type PlacedAttempt = {
  readonly learnerId: string
  readonly attempt: AttemptRecord
  readonly of: ClassRecordState
  /** Its class is over, in the period: what could have come of it has. */
  readonly isOver: boolean
  readonly askedInPeriod: boolean
}

/** A part of the people, and every attempt of theirs. */
export type Slice = {
  readonly people: readonly Employee[]
  readonly headcount: number
  readonly attempts: readonly PlacedAttempt[]
  readonly period: Days
  readonly today: string
}

export const within = ({ from, to }: Days, day: string): boolean => day >= from && day < to

export const sliceOf = (question: TrainingQuestion): Slice => {
  const { classes, workforce, period, asOf, zone, headcount = workforce.length } = question
  const days = new Map<string, string>()
  const dayOf = (instant: string): string => {
    const known = days.get(instant) ?? dayIn(instant, zone)
    days.set(instant, known)
    return known
  }
  const today = dayOf(asOf)
  const attempts = Object.values(classes).flatMap((of) => {
    const last = lastDayOf(of)
    const isOver = last !== undefined && last < today && within(period, last)
    return Object.entries(of.attempts).map(([learnerId, attempt]) => ({
      learnerId,
      attempt,
      of,
      isOver,
      askedInPeriod: attempt.requestedAt !== undefined && within(period, dayOf(attempt.requestedAt)),
    }))
  })
  return { people: workforce, headcount, attempts, period, today }
}

/** Sessions somebody came to in the period, one by one. */
export function* attendancesIn({
  attempts,
  period,
  today,
}: Pick<Slice, 'attempts' | 'period' | 'today'>): Iterable<PlacedAttempt & { readonly minutes: number }> {
  for (const placed of attempts)
    for (const { minutes, on } of Object.values(placed.attempt.attended))
      if (minutes > 0 && on <= today && within(period, on)) yield { ...placed, minutes }
}
