import type { Criterion } from '../../vocabulary/index.ts'
import type { EnrolmentState } from './known.ts'

export const attendedMinutes = ({ minutesBySession }: EnrolmentState): number =>
  Object.values(minutesBySession).reduce((sum, minutes) => sum + minutes, 0)

const isMet = (enrolment: EnrolmentState, criterion: Criterion): boolean => {
  if (criterion.kind === 'result')
    return (enrolment.results[criterion.instrumentId]?.best ?? -1001) >= criterion.mastery
  return attendedMinutes(enrolment) * 10_000 >= criterion.atLeast * enrolment.scheduledMinutes
}

/** The criteria of the completion rule that are not met; none when the rule holds. */
export const unmetCriteria = (enrolment: EnrolmentState): readonly Criterion['kind'][] => {
  const rule = enrolment.completionRule
  const unmet = rule.of.filter((criterion) => !isMet(enrolment, criterion))
  const met = rule.of.length - unmet.length
  const holds =
    rule.require === 'all' ? unmet.length === 0 : rule.require === 'any' ? met > 0 : met >= rule.count
  return holds ? [] : unmet.map(({ kind }) => kind)
}

/** How the tests the rule asks for went: `none` where the rule asks for none, or none was taken. */
export const assessmentOf = (enrolment: EnrolmentState): 'passed' | 'failed' | 'none' => {
  const asked = enrolment.completionRule.of.filter((criterion) => criterion.kind === 'result')
  const taken = asked.filter(({ instrumentId }) => enrolment.results[instrumentId] !== undefined)
  if (taken.length === 0) return 'none'
  return asked.every((criterion) => isMet(enrolment, criterion)) ? 'passed' : 'failed'
}
