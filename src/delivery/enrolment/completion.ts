/** How an attempt ends, and since when it is so: by the rule the seat was given under, and the class as it was held. */
import { type CompletionRule, type Criterion, given, minutesBetween } from '../../vocabulary/index.ts'
import { hoursHeld } from '../offering/rules.ts'
import type { OfferingState } from '../offering/state.ts'
import type { EnrolmentState } from './state.ts'
import type { Ending } from './status.ts'

type Attempt = Pick<
  EnrolmentState,
  'attended' | 'results' | 'modules' | 'responses' | 'completionRule' | 'since' | 'waived'
>
type Class = Pick<OfferingState, 'sessions' | 'held'>

/** A session somebody is measured by: how long it was held, and how long they were there. */
type Measured = { readonly end: string; readonly scheduled: number; readonly attended: number }

/**
 * The sessions somebody is measured by, in the order they ended: all; of who came late those since, and any before that they
 * are on the register of. A session that was held counts as long as it was held, any other as planned.
 */
const measuredBy = ({ attended, since }: Attempt, offering: Class): readonly Measured[] =>
  offering.sessions
    .filter(({ sessionId, end }) => since === undefined || end > since || attended[sessionId] !== undefined)
    .map((session) => {
      const { start, end } = hoursHeld(offering, session)
      const scheduled = minutesBetween(start, end)
      return { end, scheduled, attended: Math.min(attended[session.sessionId]?.minutes ?? 0, scheduled) }
    })
    .sort((one, other) => (one.end < other.end ? -1 : 1))

const sum = (sessions: readonly Measured[], of: 'scheduled' | 'attended'): number =>
  sessions.reduce((total, one) => total + one[of], 0)

/** The minutes somebody is measured by, and how many of them they were there. */
export const minutesTaken = (attempt: Attempt, offering: Class) => {
  const sessions = measuredBy(attempt, offering)
  return { scheduledMinutes: sum(sessions, 'scheduled'), attendedMinutes: sum(sessions, 'attended') }
}

/** The end of the session at which the share was reached. */
const shareReached = (sessions: readonly Measured[], atLeast: number): string | undefined => {
  const needed = atLeast * sum(sessions, 'scheduled')
  return sessions.find((_, at) => sum(sessions.slice(0, at + 1), 'attended') * 10_000 >= needed)?.end
}

const latest = (instants: readonly (string | undefined)[]): string | undefined =>
  instants.includes(undefined) ? undefined : [...(instants as string[])].sort().at(-1)

/** Since when a criterion is met; `undefined` where it is not. */
const metSince = (attempt: Attempt, offering: Class, criterion: Criterion): string | undefined => {
  switch (criterion.kind) {
    case 'attendance':
      return shareReached(measuredBy(attempt, offering), criterion.atLeast)
    case 'result':
      return Object.values(attempt.results[criterion.instrumentId]?.tries ?? {})
        .filter(({ scaled }) => scaled >= criterion.mastery)
        .map(({ at }) => at)
        .sort()[0]
    case 'modulesDone':
      return latest(criterion.modules.map((module) => attempt.modules[module]))
    case 'responseSubmitted':
      return attempt.responses[criterion.instrumentId]
  }
}

const needed = (rule: CompletionRule): number =>
  rule.require === 'all' ? rule.of.length : rule.require === 'any' ? 1 : rule.count

const judged = (attempt: Attempt, offering: Class, waived: Attempt['waived']) => {
  const rule = attempt.completionRule
  const since = rule.of.map((criterion) => {
    const itself = metSince(attempt, offering, criterion)
    const waivedAt = waived[criterion.kind]
    return itself === undefined || (waivedAt !== undefined && waivedAt < itself) ? waivedAt : itself
  })
  const met = since.filter((one) => one !== undefined).sort()
  const unmet = rule.of.filter((_, at) => since[at] === undefined).map(({ kind }) => kind)
  return met.length >= needed(rule)
    ? { unmet: [], reachedAt: met[needed(rule) - 1] ?? measuredBy(attempt, offering).at(-1)?.end }
    : { unmet: [...new Set(unmet)] }
}

/** The criteria of the completion rule that are not met; none when the rule holds. Those waived count as met. */
export const unmetCriteria = (attempt: Attempt, offering: Class): readonly Criterion['kind'][] =>
  judged(attempt, offering, attempt.waived).unmet

/** How the tests the rule asks for went: `none` where the rule asks for none, or none was taken. */
export const assessmentOf = (attempt: Attempt): 'passed' | 'failed' | 'none' => {
  const asked = attempt.completionRule.of.filter((criterion) => criterion.kind === 'result')
  const taken = asked.filter(({ instrumentId }) => attempt.results[instrumentId] !== undefined)
  if (taken.length === 0) return 'none'
  return asked.every(({ instrumentId, mastery }) => (attempt.results[instrumentId]?.best ?? -1001) >= mastery)
    ? 'passed'
    : 'failed'
}

export type Judgement = {
  readonly status: Ending
  readonly outcome?: 'passed' | 'completed' | 'waived'
  readonly unmet: readonly Criterion['kind'][]
  /** When the last criterion was met, of who completes: never when somebody noticed. */
  readonly reachedAt?: string
}

/**
 * How an attempt ends, by the rule its seat was given under. `waived` is said only of who would not have completed
 * otherwise; who was never there, was not excused and does not complete is a no-show.
 */
export const endingOf = (attempt: Attempt, offering: Class): Judgement => {
  const { unmet, reachedAt } = judged(attempt, offering, attempt.waived)
  if (unmet.length === 0) {
    const byThemselves = judged(attempt, offering, {}).unmet.length === 0
    const passed = assessmentOf(attempt) === 'passed'
    const outcome = !byThemselves ? 'waived' : passed ? 'passed' : 'completed'
    return { status: 'completed', outcome, unmet, ...given({ reachedAt }) }
  }
  const came = Object.values(attempt.attended).some(
    ({ minutes, status }) => minutes > 0 || status === 'excused',
  )
  return { status: came ? 'failed' : 'noShow', unmet }
}
