/** The results of plans: their money, their classes, their people and the milestones of their programs. */
import {
  type BudgetLine,
  budgetExecution,
  budgetExecutionEntry,
  budgetVariance,
  budgetVarianceEntry,
  type MetricResult,
  onScheduleDelivery,
  onScheduleDeliveryEntry,
  planCompletion,
  planCompletionEntry,
  planReach,
  planReachEntry,
} from '../metrics/index.ts'
import { isOver } from '../planning/program/status.ts'
import type { EnrolmentRecords } from '../records/enrolment/record.ts'
import type { OfferingRecord, OfferingRecords } from '../records/offering/record.ts'
import type { ProgramRecord, ProgramRecords } from '../records/program/record.ts'
import { dayIn, given } from '../vocabulary/index.ts'
import { figureBy } from './figure.ts'
import { type ClassHeld, shownReachedOn } from './milestones.ts'

/** M13. Of the money that was approved in one currency. */
export const budgetExecutionFigure = figureBy({
  entry: budgetExecutionEntry,
  measure: (money: BudgetLine): MetricResult => budgetExecution(money),
})

/** M13b. Of the same money. */
export const budgetVarianceFigure = figureBy({
  entry: budgetVarianceEntry,
  measure: (money: BudgetLine): MetricResult => budgetVariance(money),
})

/** Some programs, or classes, and the day on which they are looked at, `YYYY-MM-DD`. */
type On<Records> = Records & { readonly on: string }

/** A milestone that is still to be reached. */
export type OpenMilestone = {
  readonly programId: string
  readonly milestoneId: string
  readonly title: string
  readonly due: string
  readonly accountableId?: string
  /** The day on which the facts reached it, though nobody has confirmed it. */
  readonly shownReachedOn?: string
}

/**
 * The open milestones of a program, by day; nothing of one that is over.
 *
 * @example
 * ```ts
 * import { openMilestonesOf, programRecord } from 'training-ops'
 * openMilestonesOf('p-1', programRecord.initial()) // => []
 * ```
 */
export const openMilestonesOf = (
  programId: string,
  { status, milestones, zone }: ProgramRecord,
  classes: readonly ClassHeld[] = [],
): readonly OpenMilestone[] =>
  Object.entries(milestones)
    .filter(([, { done }]) => !done && !isOver(status))
    .map(([milestoneId, milestone]) => ({
      programId,
      milestoneId,
      title: milestone.title,
      due: milestone.due,
      ...given({
        accountableId: milestone.responsibility?.accountableId,
        shownReachedOn: shownReachedOn(milestone, zone, classes),
      }),
    }))
    .sort((a, b) => (a.due < b.due ? -1 : 1))

/** Milestones that were due before a day, and are still to be reached. */
export const overdueMilestones = ({
  programs,
  offerings = {},
  on,
}: On<{
  readonly programs: ProgramRecords
  readonly offerings?: Readonly<Record<string, ClassHeld & Pick<OfferingRecord, 'course'>>>
}>): readonly OpenMilestone[] =>
  Object.entries(programs)
    .flatMap(([programId, program]) =>
      openMilestonesOf(
        programId,
        program,
        Object.values(offerings).filter(({ course }) => course.programId === programId),
      ),
    )
    .filter(({ due }) => due < on)

/** M15. Of the milestones whose day is over, the share that was reached by it. */
export const milestonesOnTimeFigure = figureBy({
  entry: onScheduleDeliveryEntry,
  measure: (question: On<{ readonly programs: ProgramRecords }>): MetricResult => {
    const reached = Object.values(question.programs)
      .flatMap((program) => Object.values(program.reached).flat())
      .filter(({ due }) => due < question.on)
    return onScheduleDelivery({
      byMilestone: reached.filter(({ due, reachedOn }) => reachedOn <= due).length,
      due: reached.length + overdueMilestones(question).length,
    })
  },
})

const lastDayOf = (sessions: OfferingRecord['plannedAtFirst']): string =>
  sessions
    .map(({ end, zone }) => dayIn(end, zone))
    .sort()
    .at(-1) ?? ''

/**
 * M14. Of the classes whose last day has come, those that were held. The day is the one planned at first: putting a class off,
 * like calling it off, does not take it out of what was due; how many were moved is M16.
 */
export const planCompletionFigure = figureBy({
  entry: planCompletionEntry,
  measure: ({ offerings, on }: On<{ readonly offerings: OfferingRecords }>): MetricResult => {
    const due = Object.values(offerings).filter(({ plannedAtFirst }) => lastDayOf(plannedAtFirst) <= on)
    return planCompletion({
      delivered: due.filter(({ status }) => status === 'completed').length,
      plannedDue: due.length,
    })
  },
})

export type PlannedAudience = { readonly headcount: number; readonly enrolments: EnrolmentRecords }

/** How many people completed any of these. */
export const peopleTrained = (enrolments: EnrolmentRecords): number =>
  new Set(
    Object.values(enrolments)
      .filter(({ status }) => status === 'completed')
      .map(({ learnerId }) => learnerId),
  ).size

/** M14b. People trained of those planned for. */
export const planReachFigure = figureBy({
  entry: planReachEntry,
  measure: ({ headcount, enrolments }: PlannedAudience): MetricResult =>
    planReach({ trained: peopleTrained(enrolments), headcount }),
})
