import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { exactly, inexactly } from '../exact.ts'
import {
  guarded,
  guardedAccumulator,
  needsAt,
  needsCount,
  needsCurrency,
  needsOneOf,
  needsShare,
} from '../guard.ts'
import type { MetricResult, Note } from '../result.ts'

/** One estimate, by a participant or a manager, of the worth of the improvement and how much of it training brought about. */
export type BenefitEstimate = {
  /** Worth of the improvement in minor units; `null` from someone who did not answer, which counts as nothing. */
  readonly amount: number | null
  /** Share of it that is due to the training, 0 to 1. */
  readonly attribution: number
  /** Share due to everything else, 0 to 1: with the former at most 1. */
  readonly otherFactors?: number
  /** How sure the estimator is of the attribution, 0 to 1. */
  readonly confidence: number
  /** Why an estimate is removed before anything is added up. */
  readonly setAside?: 'extreme' | 'unsupported'
}

export type BenefitEstimates = { readonly estimates: readonly BenefitEstimate[]; readonly currency: string }

/** The adjusted benefit as an exact integer of 2⁻²⁵⁶ths of a minor unit, and who stands behind it. @internal */
export type EstimateSums = {
  readonly adjusted: bigint
  readonly answered: number
  readonly silent: number
  readonly setAside: number
}

const calculator = 'estimateBasedIsolation'
const none: EstimateSums = { adjusted: 0n, answered: 0, silent: 0, setAside: 0 }

const lift = (estimate: BenefitEstimate, index?: number): EstimateSums => {
  const { amount, attribution, otherFactors = 0, confidence, setAside } = estimate
  for (const [name, share] of Object.entries({ attribution, otherFactors, confidence }))
    needsShare(calculator, `estimates[].${name}`, share, index)
  const claimed = attribution + otherFactors
  needsAt(
    claimed <= 1 + 1e-12,
    calculator,
    'attributions of at most 1 together',
    'estimates[].attribution + otherFactors',
    claimed,
    index,
  )
  if (amount !== null) needsCount(calculator, 'estimates[].amount', amount, index)
  if (setAside !== undefined) {
    needsOneOf(calculator, 'estimates[].setAside', setAside, ['extreme', 'unsupported'], index)
    return { ...none, setAside: 1 }
  }
  if (amount === null) return { ...none, silent: 1 }
  const shareOfTraining =
    exactly(calculator, 'attribution', attribution) * exactly(calculator, 'confidence', confidence)
  return { ...none, adjusted: BigInt(amount) * shareOfTraining, answered: 1 }
}

const combine = (a: EstimateSums, b: EstimateSums): EstimateSums => ({
  adjusted: a.adjusted + b.adjusted,
  answered: a.answered + b.answered,
  silent: a.silent + b.silent,
  setAside: a.setAside + b.setAside,
})

const adjustedBenefit = (
  { adjusted, answered, silent, setAside }: EstimateSums,
  currency: string,
): MetricResult => {
  if (answered === 0) return { status: 'undefined', reason: { code: 'TooFewObservations', need: 1, have: 0 } }
  const notes: Note[] = []
  if (silent > 0) notes.push({ code: 'SilentCountedAsZero', count: silent })
  if (setAside > 0) notes.push({ code: 'EstimatesSetAside', count: setAside })
  return {
    status: 'ok',
    value: inexactly(adjusted >> 128n),
    n: answered,
    unit: 'minorUnits',
    currency,
    ...(notes.length > 0 && { notes }),
  }
}

/**
 * Estimate-based isolation (估算法), M74: the part of an improvement's worth that its beneficiaries put down to
 * training, discounted by how sure they are.
 *
 * Formula: sum of amount × share due to training × confidence in that share. Those who did not answer count as
 * nothing; extreme and unsupported claims are removed first.
 *
 * When to use: when there is no control group and no trend to go by; with the estimators' other factors on record.
 * When not: instead of either of those (M72, M73): estimates are the least credible of the three, and the discount
 * for confidence is what makes them conservative.
 *
 * Result: minor units of the currency, not rounded; `n` is how many estimates were added; notes count the silent
 * and the set aside; `undefined` (`TooFewObservations`) when nobody answered. Throws when a share is outside 0 to
 * 1, one estimator's shares exceed 1 together, or an amount is not a whole number ≥ 0.
 *
 * Source: Phillips & Phillips, ROI methodology, guiding principles 6, 7 and 8.
 *
 * @example
 * ```ts
 * import { estimateBasedIsolation } from 'training-ops/metrics'
 * estimateBasedIsolation({
 *   currency: 'CNY',
 *   estimates: [
 *     { amount: 40_000, attribution: 0.5, confidence: 0.75 },
 *     { amount: 80_000, attribution: 0.25, otherFactors: 0.75, confidence: 0.5 },
 *     { amount: null, attribution: 0, confidence: 0 },
 *   ],
 * }) // => { status: 'ok', value: 25_000, n: 2, unit: 'minorUnits', currency: 'CNY', notes: [{ code: 'SilentCountedAsZero', count: 1 }] }
 * ```
 */
export const estimateBasedIsolation = /* @__PURE__ */ guarded(
  'estimateBasedIsolation',
  ({ estimates, currency }: BenefitEstimates): MetricResult => {
    needsCurrency(calculator, 'currency', currency)
    return adjustedBenefit(
      [...estimates].map((estimate, index) => lift(estimate ?? {}, index)).reduce(combine, none),
      currency,
    )
  },
)

/** The adjusted benefit of estimates, all in one currency, that arrive one by one. */
export const estimateBasedIsolationAccumulator = /* @__PURE__ */ guardedAccumulator(
  'estimateBasedIsolationAccumulator',
  (currency: string): Accumulator<BenefitEstimate, EstimateSums, MetricResult> => {
    needsCurrency(calculator, 'currency', currency)
    return {
      empty: none,
      lift: (estimate) => lift(estimate),
      combine,
      extract: (sums) => adjustedBenefit(sums, currency),
    }
  },
)

export const estimateBasedIsolationEntry: MetricEntry = {
  id: 'M74',
  calculator: 'estimateBasedIsolation',
  unit: 'minorUnits',
  quantity: 'estimates',
  level: 'L4',
  class: 'outcome',
  options: {},
  accumulates: 'exact',
  sources: ['Phillips guiding principles 6, 7, 8'],
}
