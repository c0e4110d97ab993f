import type { CompletionRule, Criterion } from '../../vocabulary/index.ts'
import type { EnrolmentState } from './state.ts'
import type { Ending } from './status.ts'

/** What was done, of what a completion rule may ask for. */
type Done = Pick<
  EnrolmentState,
  'attended' | 'results' | 'modules' | 'responses' | 'scheduledMinutes' | 'completionRule'
>

export const attendedMinutes = ({ attended }: Pick<Done, 'attended'>): number =>
  Object.values(attended).reduce((sum, { minutes }) => sum + minutes, 0)

const isMet = (done: Done, criterion: Criterion): boolean => {
  switch (criterion.kind) {
    case 'attendance':
      return attendedMinutes(done) * 10_000 >= criterion.atLeast * done.scheduledMinutes
    case 'result':
      return (done.results[criterion.instrumentId]?.best ?? -1001) >= criterion.mastery
    case 'modulesDone':
      return criterion.modules.every((module) => Object.hasOwn(done.modules, module))
    case 'responseSubmitted':
      return Object.hasOwn(done.responses, criterion.instrumentId)
  }
}

const holds = (rule: CompletionRule, met: number): boolean =>
  rule.require === 'all' ? met === rule.of.length : met >= (rule.require === 'any' ? 1 : rule.count)

/** The criteria of the completion rule that are not met; none when the rule holds. Those waived count as met. */
export const unmetCriteria = (
  done: Done,
  waived: readonly Criterion['kind'][] = [],
): readonly Criterion['kind'][] => {
  const rule = done.completionRule
  const unmet = rule.of.filter((criterion) => !waived.includes(criterion.kind) && !isMet(done, criterion))
  return holds(rule, rule.of.length - unmet.length) ? [] : [...new Set(unmet.map(({ kind }) => kind))]
}

/** How the tests the rule asks for went: `none` where the rule asks for none, or none was taken. */
export const assessmentOf = (done: Done): 'passed' | 'failed' | 'none' => {
  const asked = done.completionRule.of.filter((criterion) => criterion.kind === 'result')
  const taken = asked.filter(({ instrumentId }) => done.results[instrumentId] !== undefined)
  if (taken.length === 0) return 'none'
  return asked.every((criterion) => isMet(done, criterion)) ? 'passed' : 'failed'
}

export type Judgement = {
  readonly status: Ending
  readonly outcome?: 'passed' | 'completed' | 'waived'
  readonly unmet: readonly Criterion['kind'][]
}

/**
 * How an attempt ends, by the rule its seat was given under. `waived` is said only of who would not have completed
 * otherwise; who was never there, was not excused and does not complete is a no-show.
 */
export const endingOf = (enrolment: EnrolmentState): Judgement => {
  const unmet = unmetCriteria(enrolment, enrolment.waived)
  if (unmet.length === 0) {
    const byThemselves = unmetCriteria(enrolment).length === 0
    const passed = assessmentOf(enrolment) === 'passed'
    return { status: 'completed', outcome: !byThemselves ? 'waived' : passed ? 'passed' : 'completed', unmet }
  }
  const came = Object.values(enrolment.attended).some(
    ({ minutes, status }) => minutes > 0 || status === 'excused',
  )
  return { status: came ? 'failed' : 'noShow', unmet }
}
