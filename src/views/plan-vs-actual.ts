import {
  budgetExecution,
  type MetricResult,
  notMeasurable,
  onScheduleDelivery,
  planCompletion,
} from '../metrics/index.ts'
import type { EnrolmentRecords } from '../records/enrolment/record.ts'
import type { OfferingRecord, OfferingRecords } from '../records/offering/record.ts'
import type { PlanRecord } from '../records/plan/record.ts'
import type { ProgramRecord } from '../records/program/record.ts'
import { dayIn } from '../vocabulary/index.ts'
import { openMilestonesOf } from './milestones.ts'

const lastDayOf = (sessions: OfferingRecord['plannedAtFirst']): string =>
  sessions
    .map(({ end, zone }) => dayIn(end, zone))
    .sort()
    .at(-1) ?? ''

/** One line of a plan against what came of it. */
export type LineVsActual = {
  readonly planId: string
  readonly lineId: string
  readonly programIds: readonly string[]
  readonly headcount: { readonly planned: number; readonly trained: number }
  /** People trained of those planned for. */
  readonly reached: MetricResult
  /**
   * M14: of the classes whose last day has come, those that were held. The day is the one planned at first: putting a class
   * off, like calling it off, does not take it out of what was due; how many were moved is M16.
   */
  readonly classes: MetricResult
  /** M15 over milestones: of those due by now, the share reached by their day. */
  readonly onTime: MetricResult
  /** M13. */
  readonly execution: MetricResult
}

/**
 * Each line of a plan against what came of it by a day (计划与实际对比): people, classes, milestones, money.
 *
 * @example
 * ```ts
 * import { planVsActualIn } from 'training-ops'
 * planVsActualIn({ plans: {}, programs: {}, offerings: {}, enrolments: {} }, { planId: 'plan-1', on: '2026-06-30' }) // => []
 * ```
 */
export const planVsActualIn = (
  records: {
    readonly plans: Readonly<Record<string, PlanRecord>>
    readonly programs: Readonly<Record<string, ProgramRecord>>
    readonly offerings: OfferingRecords
    readonly enrolments: EnrolmentRecords
  },
  { planId, on }: { readonly planId: string; readonly on: string },
): readonly LineVsActual[] =>
  Object.entries(records.plans[planId]?.lines ?? {}).map(([lineId, { headcount, budget, posted }]) => {
    const programs = Object.entries(records.programs).filter(([, { planned }]) =>
      Object.hasOwn(planned, `${planId} ${lineId}`),
    )
    const programIds = programs.map(([programId]) => programId)
    const isOfLine = (programId: string | undefined) =>
      programId !== undefined && programIds.includes(programId)
    const trained = new Set(
      Object.values(records.enrolments)
        .filter(({ status, programId }) => status === 'completed' && isOfLine(programId))
        .map(({ learnerId }) => learnerId),
    ).size
    const due = Object.values(records.offerings).filter(
      ({ course, plannedAtFirst }) => isOfLine(course.programId) && lastDayOf(plannedAtFirst) <= on,
    )
    const times = programs
      .flatMap(([, { reached }]) => Object.values(reached).flat())
      .filter(({ due }) => due <= on)
    const open = programs
      .flatMap(([programId, program]) => openMilestonesOf(programId, program))
      .filter((milestone) => milestone.due <= on)
    return {
      planId,
      lineId,
      programIds,
      headcount: { planned: headcount, trained },
      reached:
        headcount === 0
          ? notMeasurable({ code: 'ZeroDenominator', what: 'headcount' })
          : { status: 'ok', value: trained / headcount, n: headcount, unit: 'ratio' },
      classes: planCompletion({
        delivered: due.filter(({ status }) => status === 'completed').length,
        plannedDue: due.length,
      }),
      onTime: onScheduleDelivery({
        byMilestone: times.filter(({ due, reachedOn }) => reachedOn <= due).length,
        due: times.length + open.length,
      }),
      execution: budgetExecution({ approved: budget.minor, actual: posted, currency: budget.currency }),
    }
  })
