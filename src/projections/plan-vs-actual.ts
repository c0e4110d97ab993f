import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'
import {
  budgetExecution,
  type MetricResult,
  notMeasurable,
  onScheduleDelivery,
  planCompletion,
} from '../metrics/index.ts'
import type { PlanningEvent } from '../planning/events.ts'
import { dayIn } from '../vocabulary/index.ts'

type Stage = 'scheduled' | 'completed' | 'cancelled'
type PlannedLine = { headcount: number; budget: { minor: number; currency: string } }
type Times = { due: string; reachedOn: string }

export type PlanVsActualState = {
  /** By plan, then by line. */
  plans: Record<string, Record<string, PlannedLine>>
  /** Minor units spent, by plan, then by line. */
  posted: Record<string, Record<string, number>>
  /** The line of a plan each program takes its money from. */
  programs: Record<string, { planId: string; lineId: string }>
  /** When each milestone is due next, by program. */
  milestones: Record<string, Record<string, string>>
  /** When milestones were reached, by program. */
  reached: Record<string, readonly Times[]>
  /** The classes of programs, and the last day of each where it is held, as it was planned at first. */
  offerings: Record<string, { programId: string; lastDay: string; stage: Stage }>
  /** Who completed a course of a program, by program. */
  trained: Record<string, Record<string, true>>
}

const lastDayOf = (sessions: readonly { readonly end: string; readonly zone: string }[]): string =>
  sessions
    .map(({ end, zone }) => dayIn(end, zone))
    .sort()
    .at(-1) ?? ''

/** What was planned and what came of it. Its events come in their order. */
export const planVsActual = projections<PlanningEvent | DeliveryEvent>()({
  name: 'planVsActual',
  initial: (): PlanVsActualState => ({
    plans: {},
    posted: {},
    programs: {},
    milestones: {},
    reached: {},
    offerings: {},
    trained: {},
  }),
  on: {
    PlanLineAdded: ({ plans }, { planId, lineId, headcount, budget }) => {
      plans[planId] = { ...plans[planId], [lineId]: { headcount, budget: { ...budget } } }
    },
    PlanLineAmended: ({ plans }, { planId, lineId, headcount, budget }) => {
      plans[planId] = { ...plans[planId], [lineId]: { headcount, budget: { ...budget } } }
    },
    PlanLineRemoved: ({ plans }, { planId, lineId }) => {
      delete plans[planId]?.[lineId]
    },
    BudgetIncreaseGranted: ({ plans }, { planId, lineId, amount }) => {
      const line = plans[planId]?.[lineId]
      if (line !== undefined) line.budget.minor += amount.minor
    },
    CostPosted: ({ posted }, { planId, lineId, amount }) => {
      const lines = posted[planId] ?? {}
      lines[lineId] = (lines[lineId] ?? 0) + amount.minor
      posted[planId] = lines
    },
    ProgramBudgetPlanned: ({ programs }, { programId, planId, lineId }) => {
      programs[programId] = { planId, lineId }
    },
    ProgramBudgetReleased: ({ programs }, { programId }) => {
      delete programs[programId]
    },
    MilestonePlanned: ({ milestones }, { programId, milestoneId, due }) => {
      milestones[programId] = { ...milestones[programId], [milestoneId]: due }
    },
    MilestoneReached: ({ milestones, reached }, { programId, milestoneId, due, reachedOn, nextDue }) => {
      reached[programId] = [...(reached[programId] ?? []), { due, reachedOn }]
      const open = milestones[programId] ?? {}
      if (nextDue === undefined) delete open[milestoneId]
      else open[milestoneId] = nextDue
      milestones[programId] = open
    },
    OfferingScheduled: ({ offerings }, { offeringId, programId, sessions }) => {
      if (programId !== undefined)
        offerings[offeringId] = { programId, lastDay: lastDayOf(sessions), stage: 'scheduled' }
    },
    OfferingCompleted: ({ offerings }, { offeringId }) => {
      const offering = offerings[offeringId]
      if (offering !== undefined) offering.stage = 'completed'
    },
    OfferingCancelled: ({ offerings }, { offeringId }) => {
      const offering = offerings[offeringId]
      if (offering !== undefined) offering.stage = 'cancelled'
    },
    EnrolmentCompleted: ({ trained }, { programId, learnerId }) => {
      if (programId === undefined) return
      const people = trained[programId] ?? {}
      people[learnerId] = true
      trained[programId] = people
    },
  },
  shardBy: 'programId',
  /** Plans are no program's, so one half has them all; money of a line may be posted in both. */
  merge: (a, b) => {
    const posted = { ...a.posted }
    for (const [planId, lines] of Object.entries(b.posted)) {
      const sums = { ...posted[planId] }
      for (const [lineId, minor] of Object.entries(lines)) sums[lineId] = (sums[lineId] ?? 0) + minor
      posted[planId] = sums
    }
    return {
      plans: { ...a.plans, ...b.plans },
      posted,
      programs: { ...a.programs, ...b.programs },
      milestones: { ...a.milestones, ...b.milestones },
      reached: { ...a.reached, ...b.reached },
      offerings: { ...a.offerings, ...b.offerings },
      trained: { ...a.trained, ...b.trained },
    }
  },
})

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
 * import { planVsActual, planVsActualIn } from 'training-ops'
 * const state = {
 *   ...planVsActual.initial(),
 *   plans: { 'plan-1': { 'l-1': { headcount: 40, budget: { minor: 90_000, currency: 'CNY' } } } },
 *   posted: { 'plan-1': { 'l-1': 45_000 } },
 *   programs: { 'p-1': { planId: 'plan-1', lineId: 'l-1' } },
 *   trained: { 'p-1': { ada: true, bob: true } },
 * } as const
 * const [line] = planVsActualIn(state, { planId: 'plan-1', on: '2026-06-30' })
 * line?.headcount // => { planned: 40, trained: 2 }
 * line?.execution.status === 'ok' && line.execution.value // => 0.5
 * line?.classes // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'plannedDue' } }
 * ```
 */
export const planVsActualIn = (
  state: {
    readonly [Part in keyof PlanVsActualState]: Readonly<PlanVsActualState[Part]>
  },
  { planId, on }: { readonly planId: string; readonly on: string },
): readonly LineVsActual[] =>
  Object.entries(state.plans[planId] ?? {}).map(([lineId, { headcount, budget }]) => {
    const programIds = Object.entries(state.programs)
      .filter(([, line]) => line.planId === planId && line.lineId === lineId)
      .map(([programId]) => programId)
    const trained = new Set(programIds.flatMap((id) => Object.keys(state.trained[id] ?? {}))).size
    const due = Object.values(state.offerings).filter(
      ({ programId, lastDay }) => programIds.includes(programId) && lastDay <= on,
    )
    const times = programIds.flatMap((id) => state.reached[id] ?? []).filter(({ due }) => due <= on)
    const open = programIds
      .flatMap((id) => Object.values(state.milestones[id] ?? {}))
      .filter((day) => day <= on)
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
        delivered: due.filter(({ stage }) => stage === 'completed').length,
        plannedDue: due.length,
      }),
      onTime: onScheduleDelivery({
        byMilestone: times.filter(({ due, reachedOn }) => reachedOn <= due).length,
        due: times.length + open.length,
      }),
      execution: budgetExecution({
        approved: budget.minor,
        actual: state.posted[planId]?.[lineId] ?? 0,
        currency: budget.currency,
      }),
    }
  })
