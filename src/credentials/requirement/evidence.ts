import { momentBefore } from '../../vocabulary/index.ts'
import type { CompletedAttempt, LearnerRecordState } from '../learner-record.ts'
import { dueAgain } from './due.ts'
import type { Recurrence } from './terms.ts'

/** Something that shows a requirement is met: since when, and how long it is good for. */
export type Evidence = {
  readonly on: string
  /** The last day it is good for; without one it is good for good. */
  readonly until?: string
  /** From this day on it may be done again for the next time. */
  readonly reopens?: string
  /** Whether it is good just now: a certificate may end, or be suspended, in the middle of a day. */
  readonly isGood: boolean
  readonly certificateId?: string
  /** Satisfied without having been met (cmi5 `waived`). */
  readonly waived?: true
}

export type Now = {
  readonly asOf: string
  readonly today: string
  readonly dayOf: (instant: string) => string
}

const earlier = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a

const recurring = (
  evidence: Evidence,
  recurrence: Recurrence,
  today: string,
  wasDue: string | undefined,
): Evidence => {
  const again = dueAgain(evidence.on, recurrence, wasDue)
  // a certificate that says itself how long it is good for, is: only a window of the year ends it sooner
  const ownEnd = evidence.until !== undefined && recurrence.kind === 'rolling'
  const until = ownEnd ? evidence.until : earlier(evidence.until, again?.closes)
  return {
    ...evidence,
    ...(until === undefined ? {} : { until }),
    ...(again?.opens === undefined ? {} : { reopens: again.opens }),
    isGood: evidence.isGood && (until === undefined || today <= until),
  }
}

const isFoundWrong = ({ revokedAt }: CompletedAttempt, asOf: string): boolean =>
  revokedAt !== undefined && revokedAt <= asOf

function* completionsOf(
  { completions }: LearnerRecordState,
  courseId: string,
  { asOf, dayOf }: Now,
): Iterable<Evidence> {
  for (const completed of Object.values(completions))
    if (completed.courseId === courseId && completed.at <= asOf && !isFoundWrong(completed, asOf))
      yield {
        on: dayOf(completed.at),
        isGood: true,
        ...(completed.waived ? { waived: true as const } : {}),
      }
}

type Validity = LearnerRecordState['certificates'][string]['validities'][number]

/** When a validity ends, with the renewals made by then that go on from it without a gap. */
const endOf = (validity: Validity, validities: readonly Validity[], asOf: string): string | undefined => {
  let { until } = validity
  for (const { from, until: to, renewedAt } of validities)
    if (until !== undefined && from <= until && renewedAt !== undefined && renewedAt <= asOf)
      until = to === undefined || to > until ? to : until
  return until
}

function* certificatesOf(
  { certificates }: LearnerRecordState,
  courseId: string,
  { asOf, dayOf }: Now,
): Iterable<Evidence> {
  for (const [certificateId, { courseId: of, lostAt, validities }] of Object.entries(certificates)) {
    if (of !== courseId) continue
    for (const validity of validities) {
      const { from } = validity
      if (from > asOf) continue
      const ends = earlier(endOf(validity, validities, asOf), lostAt)
      yield {
        on: dayOf(from),
        ...(ends === undefined ? {} : { until: dayOf(momentBefore(ends)) }),
        isGood: ends === undefined || asOf < ends,
        certificateId,
      }
    }
  }
}

/** Which of two shows more: what is good, then what is good for longer, then what is newer. */
const showsMore = (one: Evidence, other: Evidence): boolean => {
  if (one.isGood !== other.isGood) return one.isGood
  if (one.until !== other.until)
    return one.until === undefined || (other.until !== undefined && one.until > other.until)
  return one.on > other.on
}

const byDay = (one: Evidence, other: Evidence): number => (one.on < other.on ? -1 : 1)

/** What shows most that a requirement is met, of what was done since a day and before another, where they are given. */
export const bestEvidence = (
  record: LearnerRecordState | undefined,
  asked: { readonly courseId: string; readonly requires: 'course' | 'credential' },
  recurrence: Recurrence,
  now: Now,
  since = '',
  before = '9999',
): Evidence | undefined => {
  if (record === undefined) return undefined
  const all = (asked.requires === 'course' ? completionsOf : certificatesOf)(record, asked.courseId, now)
  const counting: Evidence[] = []
  for (const one of all) if (one.on >= since && one.on < before) counting.push(one)
  let best: Evidence | undefined
  let due: string | undefined
  for (const one of counting.length > 1 ? counting.sort(byDay) : counting) {
    const evidence = recurring(one, recurrence, now.today, due)
    due = evidence.until
    if (best === undefined || showsMore(evidence, best)) best = evidence
  }
  return best
}
