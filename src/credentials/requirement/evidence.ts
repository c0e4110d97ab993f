import { type CourseEquivalents, countsAs, metAtOnce } from '../../catalog/equivalence/status.ts'
import { given, laterOf, momentBefore } from '../../vocabulary/index.ts'
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
  /** The course that was taken. */
  readonly taken: string
  readonly certificateId?: string
  /** Satisfied without having been met (cmi5 `waived`). */
  readonly waived?: true
}

export type Now = {
  readonly asOf: string
  readonly today: string
  readonly dayOf: (instant: string) => string
  readonly equivalents: CourseEquivalents
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
    ...given({ until }),
    ...given({ reopens: again?.opens }),
    isGood: evidence.isGood && (until === undefined || today <= until),
  }
}

const isFoundWrong = ({ revokedAt }: CompletedAttempt, asOf: string): boolean =>
  revokedAt !== undefined && revokedAt <= asOf

function* completionsOf(
  { completions }: LearnerRecordState,
  courseId: string,
  { asOf, dayOf, equivalents }: Now,
): Iterable<Evidence> {
  for (const completed of Object.values(completions)) {
    if (completed.at > asOf || isFoundWrong(completed, asOf)) continue
    const on = dayOf(completed.at)
    if (countsAs(equivalents, completed.courseId, courseId, on))
      yield {
        on,
        taken: completed.courseId,
        isGood: true,
        ...(completed.waived ? { waived: true as const } : {}),
      }
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
  { asOf, dayOf, equivalents }: Now,
): Iterable<Evidence> {
  for (const [certificateId, { courseId: of, lostAt, validities }] of Object.entries(certificates)) {
    for (const validity of validities) {
      const { from } = validity
      if (from > asOf || !countsAs(equivalents, of, courseId, dayOf(from))) continue
      const ends = earlier(endOf(validity, validities, asOf), lostAt)
      yield {
        on: dayOf(from),
        taken: of,
        ...given({ until: ends === undefined ? undefined : dayOf(momentBefore(ends)) }),
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

const allOf = (
  record: LearnerRecordState,
  courseId: string,
  requires: 'course' | 'credential',
  now: Now,
): Iterable<Evidence> => (requires === 'course' ? completionsOf : certificatesOf)(record, courseId, now)

/** The best evidence that one course was done, of what was done since a day and before another. */
const bestOf = (
  record: LearnerRecordState,
  courseId: string,
  requires: 'course' | 'credential',
  recurrence: Recurrence,
  now: Now,
  since: string,
  before: string,
  only?: string,
): Evidence | undefined => {
  const counting: Evidence[] = []
  for (const one of allOf(record, courseId, requires, now))
    if (one.on >= since && one.on < before && (only === undefined || one.taken === only)) counting.push(one)
  let best: Evidence | undefined
  let due: string | undefined
  for (const one of counting.length > 1 ? counting.sort(byDay) : counting) {
    const evidence = recurring(one, recurrence, now.today, due)
    due = evidence.until
    if (best === undefined || showsMore(evidence, best)) best = evidence
  }
  return best
}

/** The demand: of these courses so many, or a certificate of each. */
export type Asked = {
  readonly courseIds: readonly string[]
  readonly atLeast: number
  readonly requires: 'course' | 'credential'
}

/** Several together: done when the last was, and good as long as all are. */
const together = (one: Evidence, other: Evidence): Evidence => {
  const [ending, lasting] = earlier(one.until, other.until) === one.until ? [one, other] : [other, one]
  const reopens = earlier(one.reopens, other.reopens)
  return {
    ...lasting,
    ...ending,
    on: laterOf(one.on, other.on),
    isGood: one.isGood && other.isGood,
    ...given({ reopens }),
  }
}

const byMost = (one: Evidence, other: Evidence): number => (showsMore(one, other) ? -1 : 1)

/** A course that was taken counts for one of the courses alone, those that show most first. */
const eachTakenOnce = (evidence: readonly (readonly Evidence[])[]): Evidence[] => {
  const sorted = evidence
    .map((all) => [...all].sort(byMost))
    .filter(([best]) => best !== undefined)
    .sort(([one], [other]) => byMost(one as Evidence, other as Evidence))
  const met = metAtOnce(sorted.map((all) => all.map(({ taken }) => taken)))
  return sorted.flatMap((all, asked) => all.find(({ taken }) => taken === met[asked]) ?? [])
}

/**
 * The best evidence that a requirement is met, of what was done since a day and before another, where they are given: of
 * alternatives, those that show most together.
 */
export const bestEvidence = (
  record: LearnerRecordState | undefined,
  { courseIds, atLeast, requires }: Asked,
  recurrence: Recurrence,
  now: Now,
  since = '',
  before = '9999',
): Evidence | undefined => {
  if (record === undefined) return undefined
  const bestFor = (courseId: string, only?: string) =>
    bestOf(record, courseId, requires, recurrence, now, since, before, only)
  let found = courseIds.map((courseId) => bestFor(courseId)).filter((one) => one !== undefined)
  if (atLeast > 1 && new Set(found.map(({ taken }) => taken)).size < found.length)
    found = eachTakenOnce(
      courseIds.map((courseId) =>
        [...new Set([...allOf(record, courseId, requires, now)].map(({ taken }) => taken))]
          .map((taken) => bestFor(courseId, taken))
          .filter((one) => one !== undefined),
      ),
    )
  if (found.length < atLeast) return undefined
  if (found.length > 1) found.sort(byMost)
  return found.slice(0, atLeast).reduce(together)
}
