import { type CourseEquivalents, courseToTake, noEquivalents } from '../../catalog/equivalence/status.ts'
import { mistake } from '../../kernel/index.ts'
import {
  absencesOf,
  dayIn,
  daysBetween,
  daysLater,
  type Employee,
  earlierOf,
  employedOn,
  given,
  laterOf,
} from '../../vocabulary/index.ts'
import type { LearnerRecordState } from '../learner-record.ts'
import { bindingOn } from './binding.ts'
import { bestEvidence, type Evidence, type Now } from './evidence.ts'
import type { RequirementState, TermsFrom } from './state.ts'

export type ObligationStanding =
  /** The requirement does not bind them today, or asks only for courses that are retired, with no successor. */
  | 'notObligated'
  /** To be done, and its day has not passed. */
  | 'due'
  /** Its day has passed, and the days of grace have not. */
  | 'inGrace'
  | 'overdue'
  /** Done, and good today. */
  | 'current'
  /** Done and good today, and due again soon, or open again already. */
  | 'expiringSoon'
  | 'waived'

/** The obligations of each person, with due day and status. Days are local days of the zone asked for. */
export type TrainingObligation = {
  readonly requirementId: string
  readonly learnerId: string
  /** The required course, or its successor where it is retired. */
  readonly courseId: string
  readonly purpose: string
  readonly state: ObligationStanding
  /** The last day to do it, for the first time or again. None where nothing is ever due again. */
  readonly due?: string
  /** The day it had been due when it was last done. */
  readonly wasDue?: string
  readonly graceDays: number
  /** When it was last done, or the validity of its certificate began. */
  readonly doneOn?: string
  readonly certificateId?: string
}

export type ObligationQuestion = {
  /** Folded by `requirement`: `project(requirement, events)`. */
  readonly requirements: Readonly<Record<string, RequirementState>>
  /** Folded by `learnerRecord`. To look back, fold both up to `asOf`; to look forward, as they stand. */
  readonly records: Readonly<Record<string, LearnerRecordState>>
  readonly asOf: string
  /** Where days begin: an IANA zone. */
  readonly zone: string
  /** Current ones that are due again within so many days are expiring soon: 30 unless said otherwise. */
  readonly expiringWithinDays?: number
  /** Folded by `courseEquivalents`: what counts as what, and what is retired. Without it every course counts as itself alone. */
  readonly equivalents?: CourseEquivalents
}

type Settled = { readonly now: Now; readonly soon: number }

const settled = ({
  asOf,
  zone,
  expiringWithinDays = 30,
  equivalents = noEquivalents,
}: ObligationQuestion): Settled => {
  const days = new Map<string, string>()
  const dayOf = (instant: string): string => {
    let day = days.get(instant)
    if (day === undefined) {
      day = dayIn(instant, zone)
      days.set(instant, day)
    }
    return day
  }
  return { now: { asOf, today: dayOf(asOf), dayOf, equivalents }, soon: expiringWithinDays }
}

const whileGood = ({ until, reopens }: Evidence, { now: { today }, soon }: Settled): ObligationStanding =>
  (until !== undefined && daysBetween(today, until) <= soon) || (reopens !== undefined && reopens <= today)
    ? 'expiringSoon'
    : 'current'

const whileLacking = (due: string, graceDays: number, today: string): ObligationStanding => {
  if (today <= due) return 'due'
  return today <= daysLater(due, graceDays) ? 'inGrace' : 'overdue'
}

const isWaivedOn = (until: string | null | undefined, today: string): boolean =>
  until === null || (until !== undefined && today <= until)

const later = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a

/** The days somebody has once it is asked of them. */
const daysGiven = ({ trigger }: TermsFrom): number => ('dueWithinDays' in trigger ? trigger.dueWithinDays : 0)

/** An obligation that fell due during an absence is due so many days after the return as somebody has who is new. */
const afterTheReturn = (due: string, terms: TermsFrom, person: Employee): string =>
  absencesOf(person).reduce((day, { since, until }) => {
    if (until === undefined || day < since || day > daysLater(until, daysGiven(terms))) return day
    return laterOf(day, daysLater(until, 1 + daysGiven(terms)))
  }, due)

/**
 * How somebody is bound, what they did for it before a day, where one is given, and the day by which it is asked for: where
 * what they did is good, its last day.
 */
const dueUnder = (
  requirement: RequirementState,
  person: Employee,
  record: LearnerRecordState | undefined,
  now: Now,
  before?: string,
  binding = bindingOn(requirement, person, record, now),
) => {
  if (binding === undefined) return undefined
  const { terms, asked: courses, firstDue, from, since } = binding
  const evidence = bestEvidence(record, courses, terms.recurrence, now, since, before)
  const asked = later(firstDue, evidence?.until)
  const due =
    asked === undefined
      ? undefined
      : afterTheReturn(
          sinceTheTermsHold(laterOf(asked, from), terms, requirement, person, record, now, before),
          terms,
          person,
        )
  return { ...binding, evidence, due: evidence?.isGood ? evidence.until : due, wasDue: due }
}

/**
 * Nothing is due before its terms hold: who was not late by the terms before has the days the new ones give, and no longer
 * than the old ones gave. A person who was late by them is late since then.
 */
const sinceTheTermsHold = (
  due: string,
  terms: TermsFrom,
  requirement: RequirementState,
  person: Employee,
  record: LearnerRecordState | undefined,
  now: Now,
  before?: string,
): string => {
  const { effectiveFrom } = terms
  const versions = requirement.versions.filter((one) => one.effectiveFrom < effectiveFrom)
  if (due >= effectiveFrom || versions.length === 0) return due
  const earlier = dueUnder({ ...requirement, versions }, person, record, now, before)
  if (earlier === undefined) return due
  if (earlier.due !== undefined && earlier.due < effectiveFrom) return laterOf(due, earlier.due)
  return earlierOf(earlier.due ?? '9999', daysLater(effectiveFrom, daysGiven(terms)))
}

const obligationUnder = (
  requirementId: string,
  requirement: RequirementState,
  listed: Employee,
  record: LearnerRecordState | undefined,
  asked: Settled,
): TrainingObligation => {
  const { now } = asked
  const { learnerId } = listed
  const toTake = courseToTake(now.equivalents, requirement.courseId)
  const named = { requirementId, learnerId, courseId: toTake ?? requirement.courseId }
  const person = employedOn(listed, now.today)
  const binding = person && dueUnder(requirement, person, record, now)
  const isLeft = binding?.asked.courseIds.some((one) => courseToTake(now.equivalents, one) !== undefined)
  if (person === undefined || binding === undefined || !(isLeft || binding.evidence?.isGood))
    return {
      ...named,
      purpose: requirement.versions.at(-1)?.purpose ?? '',
      state: 'notObligated',
      graceDays: 0,
    }

  const { terms, evidence, due, firstDue } = binding
  const { graceDays, purpose } = terms
  const before =
    evidence === undefined ? undefined : dueUnder(requirement, person, record, now, evidence.on, binding)
  const wasDue = firstDue === undefined && before?.evidence === undefined ? undefined : before?.wasDue
  const isWaived =
    isWaivedOn(record?.waivers[requirementId], now.today) || (evidence?.isGood && evidence.waived)
  const state = isWaived
    ? 'waived'
    : evidence?.isGood
      ? whileGood(evidence, asked)
      : whileLacking(due ?? now.today, graceDays, now.today)
  return {
    ...named,
    purpose,
    state,
    graceDays,
    ...given({ due, wasDue }),
    ...given({ doneOn: evidence?.on, certificateId: evidence?.certificateId }),
  }
}

/**
 * How one person stands with one requirement (单项合规状态), `notObligated` where it does not bind them.
 * Throws a `RangeError` for a zone nobody knows.
 *
 * @example
 * ```ts
 * import { obligationOf } from 'training-ops'
 * const fire = {
 *   status: 'established' as const,
 *   courseId: 'fire-safety',
 *   requires: 'course' as const,
 *   versions: [{
 *     effectiveFrom: '2026-01-01',
 *     title: 'Fire safety',
 *     audience: { segments: [], roles: [] },
 *     trigger: { on: 'hired' as const, dueWithinDays: 30 },
 *     recurrence: { kind: 'once' as const },
 *     graceDays: 0,
 *     purpose: 'compliance',
 *   }],
 * }
 * const ada = { learnerId: 'ada', hiredOn: '2026-03-01', segment: {} }
 * const question = { requirements: { fire }, records: {}, asOf: '2026-03-02T09:00:00.000Z', zone: 'UTC' }
 * obligationOf('fire', ada, question).due // => '2026-03-31'
 * ```
 */
export const obligationOf = (
  requirementId: string,
  person: Employee,
  question: ObligationQuestion,
): TrainingObligation => {
  const requirement = question.requirements[requirementId]
  if (requirement === undefined)
    throw mistake('obligationOf', 'a requirement among the given ones', JSON.stringify(requirementId))
  return obligationUnder(
    requirementId,
    requirement,
    person,
    question.records[person.learnerId],
    settled(question),
  )
}

/**
 * The obligations, with due days and status (合规义务): requirements × workforce, computed whenever it is asked and
 * written down nowhere, so that a hundred thousand people are one requirement and a list.
 *
 * Answers every requirement that binds somebody on the day of `asOf`; who is not bound is not in it (`obligationOf`
 * says so). First a trigger makes it due; once it was done, its recurrence does: so many months after, or by the close of
 * the next window that opens after it, or, where a credential is required, when the certificate ends. An old completion
 * never counts for a window that opened after it. Answers change only with the events they are folded from, at the start
 * of a day, and when a certificate begins or ends.
 *
 * @example
 * ```ts
 * import { obligations } from 'training-ops'
 * const requirements = {
 *   fire: {
 *     status: 'established' as const,
 *     courseId: 'fire-safety',
 *     requires: 'course' as const,
 *     versions: [{
 *       effectiveFrom: '2026-01-01',
 *       title: 'Fire safety',
 *       audience: { segments: [], roles: [] },
 *       trigger: { on: 'hired' as const, dueWithinDays: 30 },
 *       recurrence: { kind: 'rolling' as const, months: 12 },
 *       graceDays: 7,
 *       purpose: 'compliance',
 *     }],
 *   },
 * }
 * const workforce = [{ learnerId: 'ada', hiredOn: '2026-03-01', segment: {} }]
 * const asked = { workforce, requirements, records: {}, asOf: '2026-04-02T09:00:00.000Z', zone: 'UTC' }
 * const [ada] = obligations(asked)
 * ada?.due // => '2026-03-31'
 * ada?.state // => 'inGrace'
 * ```
 */
export const obligations = ({
  workforce,
  ...question
}: ObligationQuestion & { readonly workforce: readonly Employee[] }): readonly TrainingObligation[] => {
  const asked = settled(question)
  const all: TrainingObligation[] = []
  for (const [requirementId, requirement] of Object.entries(question.requirements))
    for (const person of workforce) {
      const record = question.records[person.learnerId]
      const one = obligationUnder(requirementId, requirement, person, record, asked)
      if (one.state !== 'notObligated') all.push(one)
    }
  return all
}
