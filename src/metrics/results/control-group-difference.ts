import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { exactlySigned } from '../exact.ts'
import { listOf, needsOneOf } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { compareMeans, type StandardErrorOfDifference } from './compare-means.ts'
import { addMoments, type Moments, momentsOf, noMoments } from './exact-moments.ts'

/** One outcome, after the training, of those who had it and of a comparable group who had not. */
export type TreatedAndControl = {
  readonly treated: readonly number[]
  readonly control: readonly number[]
  /** `welch` unless said otherwise. */
  readonly standardError?: StandardErrorOfDifference
}

/** One outcome and whose it is. */
export type GroupOutcome = { readonly group: 'treated' | 'control'; readonly value: number }

/** Exact moments of the two groups. @internal */
export type GroupMoments = { readonly treated: Moments; readonly control: Moments }

const calculator = 'controlGroupDifference'

const none: GroupMoments = { treated: noMoments, control: noMoments }

const combine = (a: GroupMoments, b: GroupMoments): GroupMoments => ({
  treated: addMoments(a.treated, b.treated),
  control: addMoments(a.control, b.control),
})

const differenceOf = (
  { treated, control }: GroupMoments,
  method: StandardErrorOfDifference,
): MetricResult => {
  const fewest = Math.min(treated.count, control.count)
  if (fewest === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  return measured({
    ...compareMeans(treated, control, method),
    n: treated.count + control.count,
    unit: 'scale',
    variant: { standardError: method },
  })
}

const allOf = (values: readonly number[], argument: string): Moments =>
  listOf(calculator, argument, values)
    .map((value, index) => momentsOf(exactlySigned(calculator, argument, value, index)))
    .reduce(addMoments, noMoments)

/**
 * Control-group difference (对照组差异), M72b: by how much the trained outdo a control group, on one outcome
 * taken after the training.
 *
 * Formula: mean of the treated − mean of the control group. Standard error: each group's own variance over its
 * size (Welch, the default), or a common variance (pooled).
 *
 * When to use: when people were assigned at random, or the groups are comparable in every other way.
 * When not: when the groups differed beforehand; `differenceInDifferences` takes that off.
 *
 * Result: in the outcome's own unit, with a t interval (95 %) and a `TTest` note (standard error, degrees of
 * freedom, t, two-sided p); without them when a group has fewer than two people or nobody differs; `undefined`
 * (`TooFewObservations`) when a group is empty. Throws when a value is not a finite number.
 *
 * Source: Welch (1947), Biometrika 34; Phillips, control-group arrangement. Dehejia & Wahba (1999) print the
 * pooled error: name the one you quote.
 *
 * @example
 * ```ts
 * import { controlGroupDifference } from 'training-ops/metrics'
 * const sales = controlGroupDifference({ treated: [14, 15, 13, 16], control: [11, 12, 9, 14] })
 * sales.status === 'ok' && sales.value // => 3
 * sales.status === 'ok' && sales.interval?.low.toFixed(3) // => '-0.146'
 * ```
 */
export const controlGroupDifference = (outcomes: TreatedAndControl): MetricResult => {
  const { treated, control, standardError = 'welch' } = outcomes
  needsOneOf(calculator, 'standardError', standardError, ['welch', 'pooled'])
  return differenceOf(
    { treated: allOf(treated, 'treated'), control: allOf(control, 'control') },
    standardError,
  )
}

/** The difference over outcomes that arrive one by one. */
export const controlGroupDifferenceAccumulator = (
  method: StandardErrorOfDifference = 'welch',
): Accumulator<GroupOutcome, GroupMoments, MetricResult> => ({
  empty: none,
  lift: ({ group, value }) => ({ ...none, [group]: momentsOf(exactlySigned(calculator, 'value', value)) }),
  combine,
  extract: (moments) => differenceOf(moments, method),
})

export const controlGroupDifferenceEntry: MetricEntry = {
  id: 'M72b',
  calculator: 'controlGroupDifference',
  unit: 'scale',
  quantity: 'units',
  level: 'L4',
  class: 'outcome',
  options: { standardError: ['welch', 'pooled'] },
  accumulates: 'exact',
  sources: ['Welch 1947', 'Dehejia & Wahba 1999'],
}
