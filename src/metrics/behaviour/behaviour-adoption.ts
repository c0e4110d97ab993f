import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAtMost, needsCounts } from '../guard.ts'
import { wilson } from '../interval.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { summing } from '../summing.ts'

/** How many learners were looked at on the job, and how many of those did what the training aims at. */
export type BehaviourObservations = {
  /** Showed the behaviour at its target level. */
  readonly adopted: number
  /** Were observed at all: someone nobody looked at has not failed to adopt. */
  readonly observed: number
  /** Should have been observed. */
  readonly eligible: number
}

/**
 * Behaviour adoption (行为达成率), M60: of the learners observed on the job, the share who do what was trained.
 *
 * Formula: learners showing the behaviour at target level / observed learners.
 *
 * When to use: one to three months after a training that names the behaviour and its level beforehand.
 * When not: over everybody trained, for the unobserved are not failures; nor from self-reports alone.
 *
 * Result: a ratio with its Wilson 95 % interval, without one when everybody was observed; an
 * `ObservationCoverage` note says what share was; `undefined` (`ZeroDenominator`) when nobody was. Throws when a
 * count is not a whole number ≥ 0, or adopted ≤ observed ≤ eligible does not hold.
 *
 * Source: Kirkpatrick & Kirkpatrick, level 3; Wilson (1927) for the interval.
 *
 * @example
 * ```ts
 * import { behaviourAdoption } from 'training-ops/metrics'
 * behaviourAdoption({ adopted: 15, observed: 20, eligible: 20 }) // => { status: 'ok', value: 0.75, n: 20, unit: 'ratio', notes: [{ code: 'ObservationCoverage', share: 1 }] }
 * const sampled = behaviourAdoption({ adopted: 15, observed: 20, eligible: 40 })
 * sampled.status === 'ok' && sampled.interval?.low.toFixed(3) // => '0.531'
 * behaviourAdoption({ adopted: 0, observed: 0, eligible: 40 }) // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'observed' } }
 * ```
 */
export const behaviourAdoption = /* @__PURE__ */ guarded(
  'behaviourAdoption',
  (observations: BehaviourObservations): MetricResult => {
    const { adopted, observed, eligible } = observations
    needsCounts('behaviourAdoption', { adopted, observed, eligible })
    needsAtMost('behaviourAdoption', 'adopted', adopted, observed, 'observed')
    needsAtMost('behaviourAdoption', 'observed', observed, eligible, 'eligible')

    if (observed === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'observed' })
    const everybody = observed === eligible
    return measured({
      value: adopted / observed,
      n: observed,
      unit: 'ratio',
      ...(everybody ? {} : { interval: wilson({ successes: adopted, n: observed }) }),
      notes: [{ code: 'ObservationCoverage', share: observed / eligible }],
    })
  },
)

/** Sums the observations of several groups; the share is that of the sums. */
export const behaviourAdoptionAccumulator = /* @__PURE__ */ guardedAccumulator(
  'behaviourAdoptionAccumulator',
  /* @__PURE__ */ summing<BehaviourObservations, MetricResult>(
    'behaviourAdoption',
    { adopted: 0, observed: 0, eligible: 0 },
    behaviourAdoption,
  ),
)

export const behaviourAdoptionEntry: MetricEntry = {
  id: 'M60',
  calculator: 'behaviourAdoption',
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L3',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Kirkpatrick & Kirkpatrick, level 3', 'Wilson 1927'],
}
