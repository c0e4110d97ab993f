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

/** Whether completing means having passed something, or only having been there. */
export const isAssessed = ({ completionRule }: EnrolmentState): boolean =>
  completionRule.of.some(({ kind }) => kind === 'result')
