import { figureOf, type MetricFigure } from '../figures/figure.ts'
import {
  budgetExecutionFigure,
  milestonesOnTimeFigure,
  peopleTrained,
  planCompletionFigure,
  planReachFigure,
} from '../figures/plan.ts'
import type { EnrolmentRecords } from '../records/enrolment/record.ts'
import type { OfferingRecords } from '../records/offering/record.ts'
import type { PlanRecord } from '../records/plan/record.ts'
import type { ProgramRecord } from '../records/program/record.ts'

/** Those of some records that are so, under their ids. */
const those = <One>(records: Readonly<Record<string, One>>, are: (one: One) => boolean) =>
  Object.fromEntries(Object.entries(records).filter(([, one]) => are(one)))

/** One line of a plan against what came of it. */
export type LineVsActual = {
  readonly planId: string
  readonly lineId: string
  readonly programIds: readonly string[]
  readonly headcount: { readonly planned: number; readonly trained: number }
  /** M14b. */
  readonly reached: MetricFigure
  /** M14. */
  readonly classes: MetricFigure
  /** M15, of milestones. */
  readonly onTime: MetricFigure
  /** M13. */
  readonly execution: MetricFigure
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
    const programs = those(records.programs, ({ planned }) => Object.hasOwn(planned, `${planId} ${lineId}`))
    const isOfLine = (programId: string | undefined) =>
      programId !== undefined && Object.hasOwn(programs, programId)
    const enrolments = those(records.enrolments, ({ programId }) => isOfLine(programId))
    const offerings = those(records.offerings, ({ course }) => isOfLine(course.programId))
    const money = { approved: budget.minor, actual: posted, currency: budget.currency }
    return {
      planId,
      lineId,
      programIds: Object.keys(programs),
      headcount: { planned: headcount, trained: peopleTrained(enrolments) },
      reached: figureOf(planReachFigure, { headcount, enrolments }),
      classes: figureOf(planCompletionFigure, { offerings, on }),
      onTime: figureOf(milestonesOnTimeFigure, { programs, on }),
      execution: figureOf(budgetExecutionFigure, money),
    }
  })
