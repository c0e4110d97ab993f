import { type FunnelStep, funnelEntry, funnel as funnelSteps } from '../metrics/index.ts'
import type { EnrolmentRecord, EnrolmentRecords } from '../records/enrolment/record.ts'
import { type MetricFigure, underMetric } from './figure.ts'

/** A stage of the funnel, with its two shares. */
export type FunnelStage = FunnelStep & { readonly ofPrevious: MetricFigure; readonly ofFirst: MetricFigure }

/**
 * The funnel (报名—完训漏斗, M29) of these enrolments: how many asked, had a seat, came, completed, passed. An attempt
 * counts, not a person; who was invited and who applied it on the job is known to others, and joins as
 * `offeringId learnerId`.
 *
 * @example
 * ```ts
 * import { funnelOf } from 'training-ops'
 * funnelOf({}).map(({ stage, count }) => [stage, count])
 * // => [['requested', 0], ['confirmed', 0], ['attended', 0], ['completed', 0], ['passed', 0]]
 * ```
 */
export const funnelOf = (
  enrolments: EnrolmentRecords,
  others: { readonly invited?: readonly string[]; readonly applied?: readonly string[] } = {},
): readonly FunnelStage[] => {
  const enrolmentsWith = (reached: (one: EnrolmentRecord) => boolean) =>
    Object.values(enrolments)
      .filter(reached)
      .map(({ offeringId, learnerId }) => `${offeringId} ${learnerId}`)
  const steps = funnelSteps({
    ...others,
    requested: enrolmentsWith(() => true),
    confirmed: enrolmentsWith(({ history }) => history.some(({ status }) => status === 'enrolled')),
    attended: enrolmentsWith(({ attended }) => Object.values(attended).some(({ minutes }) => minutes > 0)),
    completed: enrolmentsWith(({ status }) => status === 'completed'),
    passed: enrolmentsWith(({ status, outcome }) => status === 'completed' && outcome === 'passed'),
  })
  return steps.map(({ ofPrevious, ofFirst, ...step }) => ({
    ...step,
    ofPrevious: underMetric(funnelEntry, ofPrevious, { stage: step.stage, of: 'previous' }),
    ofFirst: underMetric(funnelEntry, ofFirst, { stage: step.stage, of: 'first' }),
  }))
}
