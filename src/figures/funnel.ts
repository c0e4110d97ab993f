import { type FunnelLists, type FunnelStep, funnelEntry, funnel as funnelSteps } from '../metrics/index.ts'
import type { EnrolmentRecord, EnrolmentRecords } from '../records/enrolment/record.ts'
import { type MetricFigure, underMetric } from './figure.ts'

/** A stage of the funnel, with its two shares. */
export type FunnelStage = FunnelStep & { readonly ofPrevious: MetricFigure; readonly ofFirst: MetricFigure }

type Others = { readonly invited?: readonly string[]; readonly applied?: readonly string[] }

const keyOf = ({ offeringId, learnerId }: EnrolmentRecord): string => `${offeringId} ${learnerId}`

const isPresent = ({ attended }: EnrolmentRecord): boolean =>
  Object.values(attended).some(({ minutes }) => minutes > 0)
const isAssessed = ({ results, assessment = 'none', outcome }: EnrolmentRecord): boolean =>
  Object.keys(results).length > 0 || assessment !== 'none' || outcome === 'passed'

/** The stages that not every class keeps, and what shows in an enrolment that its class does. */
const keptBy = {
  attended: ({ attended }: EnrolmentRecord) => Object.keys(attended).length > 0,
  passed: isAssessed,
}

const listsOf = (enrolments: readonly EnrolmentRecord[], others: Others): FunnelLists => {
  const those = (reached: (one: EnrolmentRecord) => boolean) => enrolments.filter(reached).map(keyOf)
  return {
    ...others,
    requested: those(() => true),
    confirmed: those(({ history }) => history.some(({ status }) => status === 'enrolled')),
    attended: those(isPresent),
    completed: those(({ status }) => status === 'completed'),
    passed: those(({ status, outcome }) => status === 'completed' && outcome === 'passed'),
  }
}

/**
 * The funnel (报名—完训漏斗, M29) of these enrolments: how many asked, had a seat, came, completed, passed. An attempt
 * counts, not a person; who was invited and who applied it on the job is known to others, and joins as
 * `offeringId learnerId`.
 *
 * A stage that no class kept is left out: nobody came by a register that does not exist, or passed a test that was never
 * set. The shares of a stage are of those who could reach it: of the classes with a register, or with a test.
 *
 * @example
 * ```ts
 * import { funnelOf } from 'training-ops'
 * funnelOf({}).map(({ stage, count }) => [stage, count]) // => [['requested', 0], ['confirmed', 0], ['completed', 0]]
 * ```
 */
export const funnelOf = (enrolments: EnrolmentRecords, others: Others = {}): readonly FunnelStage[] => {
  const all = Object.values(enrolments)
  const whole = listsOf(all, others)
  const kept = Object.entries(keptBy).map(([stage, shows]) => {
    const classes = new Set(all.filter(shows).map(({ offeringId }) => offeringId))
    return [stage, all.filter(({ offeringId }) => classes.has(offeringId))] as const
  })
  const missing = kept.filter(([, those]) => those.length === 0).map(([stage]) => stage)
  const lists = Object.fromEntries(Object.entries(whole).filter(([stage]) => !missing.includes(stage)))
  const within = (those: readonly EnrolmentRecord[]): FunnelLists => {
    const keys = new Set(those.map(keyOf))
    const own = Object.entries(lists).map(
      ([stage, ids]) => [stage, ids.filter((id) => keys.has(id))] as const,
    )
    return Object.fromEntries(own)
  }
  const reachable = new Map(kept.map(([stage, those]) => [stage, funnelSteps(within(those))] as const))
  return funnelSteps(lists).map((step) => {
    const { stage } = step
    const { ofPrevious, ofFirst } =
      reachable.get(stage as keyof typeof keptBy)?.find((one) => one.stage === stage) ?? step
    return {
      ...step,
      ofPrevious: underMetric(funnelEntry, ofPrevious, { stage, of: 'previous' }),
      ofFirst: underMetric(funnelEntry, ofFirst, { stage, of: 'first' }),
    }
  })
}
