import fc from 'fast-check'
import * as metrics from 'training-ops/metrics'
import { describe } from 'vitest'
import { obeysTheLawsOfAccumulators as obeys } from './accumulator-laws.ts'
import * as given from './records.ts'

const { count, day, id } = given

describe('the accumulators of efficiency', () => {
  obeys('coverage', metrics.trainingCoverageAccumulator, given.coverageLists)
  obeys(
    'participation',
    metrics.participationRatioAccumulator,
    fc.record({ participations: count, headcount: given.headcount }),
  )
  obeys('hours per employee', metrics.trainingHoursPerEmployeeAccumulator, given.trainingHours)
  obeys(
    'hours by segment',
    () => metrics.trainingHoursBySegmentAccumulator({ profile: 'GRI 404-1' }),
    given.segmentRecord,
    (records) => metrics.trainingHoursBySegment({ records, profile: 'GRI 404-1' }),
  )
  obeys(
    'hours per learner',
    metrics.hoursPerLearnerAccumulator,
    fc.record({ person: id, minutes: count }),
    metrics.hoursPerLearner,
  )
  for (const roundEach of ['total', 'session'] as const)
    obeys(
      `class hours, rounding each ${roundEach}`,
      () => metrics.classHoursAccumulator({ roundEach }),
      count,
      (sessionMinutes) => metrics.classHours({ sessionMinutes, roundEach }),
    )
  obeys('completion', metrics.completionRateAccumulator, given.completionCounts)
  for (const counted of ['enrolments', 'people'] as const)
    obeys(
      `completion of ${counted}`,
      () => metrics.completionOfEnrolmentsAccumulator({ asOf: '2026-01-15', counted }),
      given.enrolment,
      (enrolments) => metrics.completionOfEnrolments({ enrolments, asOf: '2026-01-15', counted }),
    )
  obeys(
    'punctuality',
    () => metrics.onTimeCompletionAccumulator('2026-01-15'),
    given.datedCompletion,
    (records) => metrics.onTimeCompletion({ records, asOf: '2026-01-15' }),
  )
  for (const sessions of ['all', 'taken'] as const)
    for (const excused of ['exclude', 'countAbsent', 'countPresent'] as const)
      obeys(
        `attendance of ${sessions} sessions, excused: ${excused},`,
        () => metrics.attendanceRateAccumulator({ sessions, excused }),
        given.attendance,
        (records) => metrics.attendanceRate({ records, sessions, excused }),
      )
  obeys(
    'attendance to date',
    () => metrics.attendanceRateAccumulator({ asOf: '2026-01-15' }),
    given.attendance,
    (records) => metrics.attendanceRate({ records, asOf: '2026-01-15' }),
  )
  obeys('no-shows', metrics.noShowRateAccumulator, given.partOf('noShows', 'confirmed'))
  obeys('late withdrawals', metrics.lateWithdrawalRateAccumulator, given.partOf('withdrawnLate', 'confirmed'))
  obeys('seats', metrics.seatFillAccumulator, given.seats)
  obeys('waitlists', metrics.waitlistConversionAccumulator, given.partOf('promoted', 'waitlisted'))
  obeys('budgets', metrics.budgetExecutionAccumulator, given.money('approved', 'actual'))
  obeys('variance', metrics.budgetVarianceAccumulator, given.money('approved', 'actual'))
  obeys(
    'budgets by currency',
    metrics.budgetByCurrencyAccumulator,
    given.money('approved', 'actual'),
    metrics.budgetByCurrency,
  )
  obeys('plans', metrics.planCompletionAccumulator, given.partOf('delivered', 'plannedDue'))
  obeys('programs', metrics.onScheduleDeliveryAccumulator, given.partOf('byMilestone', 'due'))
  obeys(
    'stability',
    () => metrics.planStabilityAccumulator(),
    fc.record({ changes: fc.array(fc.record({ on: day, start: day }), { maxLength: 2 }) }),
    (sessions) => metrics.planStability({ sessions }),
  )
  obeys('cost per employee', metrics.directCostPerEmployeeAccumulator, given.employeeCost)
  obeys('cost per learner', metrics.costPerLearnerAccumulator, given.money('cost', 'learners'))
  obeys('cost per hour', metrics.costPerHourAccumulator, given.money('cost', 'minutes'))
  obeys('reuse', metrics.reuseRatioAccumulator, fc.record({ minutesUsed: count, minutesAvailable: count }))
  obeys('payroll', metrics.payrollShareAccumulator, given.money('cost', 'payroll'))
  obeys(
    'internal delivery',
    metrics.internalDeliveryShareAccumulator,
    given.taughtSession,
    metrics.internalDeliveryShare,
  )
  obeys(
    'trainer load',
    metrics.trainerLoadAccumulator,
    fc.record({ trainer: id, minutes: count }),
    metrics.trainerLoad,
  )
  obeys(
    'trainer utilisation',
    metrics.trainerUtilisationAccumulator,
    fc.record({ bookedMinutes: count, availableMinutes: count }),
  )
  obeys('campaigns', metrics.campaignReachAccumulator, fc.record({ reached: count, audience: count }))
  obeys('plan lines', metrics.planReachAccumulator, fc.record({ trained: count, headcount: count }))
  obeys('tasks', metrics.templateShareAccumulator, given.partOf('fromTemplate', 'tasks'))
  obeys('objectives', metrics.relevanceShareAccumulator, given.partOf('relevant', 'objectives'))
  obeys('sources', metrics.selfInitiatedShareAccumulator, given.partOf('selfInitiated', 'enrolments'))
  obeys('questions', metrics.questionRateAccumulator, fc.record({ questions: count, attendedMinutes: count }))
  obeys('incidents', metrics.incidentRateAccumulator, fc.record({ incidents: count, sessions: count }))
  obeys('time to resolve', metrics.meanTimeToResolveAccumulator, given.incident, metrics.meanTimeToResolve)
  obeys(
    'compliance',
    () => metrics.complianceRateAccumulator({ asOf: '2026-01-15' }),
    given.obligation,
    (obligations) => metrics.complianceRate({ obligations, asOf: '2026-01-15' }),
  )
  obeys(
    'lateness',
    () => metrics.overdueRateAccumulator({ asOf: '2026-01-15' }),
    given.obligation,
    (obligations) => metrics.overdueRate({ obligations, asOf: '2026-01-15' }),
  )
  obeys(
    'states of obligations',
    () => metrics.obligationCountsAccumulator({ asOf: '2026-01-15' }),
    given.obligation,
    (obligations) => metrics.obligationCounts({ obligations, asOf: '2026-01-15' }),
  )
  obeys('the curve', metrics.competenceCurveAccumulator, given.onboarding, metrics.competenceCurve)
  obeys('time to competence', metrics.timeToCompetenceAccumulator, given.onboarding, metrics.timeToCompetence)
  obeys('the funnel', metrics.funnelAccumulator, given.funnelLists)
})
