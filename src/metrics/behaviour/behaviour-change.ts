import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { exactlySigned } from '../exact.ts'
import { guarded, guardedAccumulator, recordsOf } from '../guard.ts'
import { type MetricResult, measured, type Note, notMeasurable } from '../result.ts'
import {
  addMoments,
  type Moments,
  meanOf,
  momentsAdder,
  noMoments,
  varianceOf,
} from '../results/exact-moments.ts'
import { meanInterval } from '../statistics/t-interval.ts'

/** One learner's behaviour score before and after, who gave each and on which instrument. */
export type BehaviourScores = {
  readonly before: number | null
  readonly after: number | null
  /** The rater; leave both out when it is known to be the same person. */
  readonly raterBefore?: string
  readonly raterAfter?: string
  /** Instrument and version; leave both out when it is known to be the same. */
  readonly instrumentBefore?: string
  readonly instrumentAfter?: string
  /** `before` was asked for afterwards, from memory. */
  readonly retrospective?: boolean
}

/** Changes by the same rater, changes across raters, and what could not be compared. @internal */
export type ChangeStrata = {
  readonly sameRater: Moments
  readonly raterChanged: Moments
  readonly instrumentChanged: number
  readonly incomplete: number
  readonly retrospective: number
}

const calculator = 'behaviourChange'

const none: ChangeStrata = {
  sameRater: noMoments,
  raterChanged: noMoments,
  instrumentChanged: 0,
  incomplete: 0,
  retrospective: 0,
}

/** The strata of many learners; one who arrives alone has no place in a list. */
const strataOf = (learners: readonly BehaviourScores[], isList: boolean): ChangeStrata => {
  const [sameRater, raterChanged] = [momentsAdder(), momentsAdder()]
  let [instrumentChanged, incomplete, retrospective] = [0, 0, 0]
  const exact = (name: 'before' | 'after', value: number, index: number) =>
    exactlySigned(calculator, isList ? `learners[].${name}` : name, value, isList ? index : undefined)
  for (let index = 0; index < learners.length; index += 1) {
    const scores = learners[index] as BehaviourScores
    const { before, after } = scores
    const isChanged = scores.instrumentBefore !== scores.instrumentAfter
    if (before === null || after === null || isChanged) {
      for (const [name, value] of [
        ['before', before],
        ['after', after],
      ] as const)
        if (value !== null) exact(name, value, index)
      if (before === null || after === null) incomplete += 1
      else instrumentChanged += 1
      continue
    }
    const stratum = scores.raterBefore === scores.raterAfter ? sameRater : raterChanged
    if (!stratum.addDifference(after, before)) {
      const from = exact('before', before, index)
      stratum.addExact(exact('after', after, index) - from)
    }
    if (scores.retrospective) retrospective += 1
  }
  return {
    sameRater: sameRater.moments(),
    raterChanged: raterChanged.moments(),
    instrumentChanged,
    incomplete,
    retrospective,
  }
}

const combine = (a: ChangeStrata, b: ChangeStrata): ChangeStrata => ({
  sameRater: addMoments(a.sameRater, b.sameRater),
  raterChanged: addMoments(a.raterChanged, b.raterChanged),
  instrumentChanged: a.instrumentChanged + b.instrumentChanged,
  incomplete: a.incomplete + b.incomplete,
  retrospective: a.retrospective + b.retrospective,
})

const changeOf = (strata: ChangeStrata): MetricResult => {
  const { sameRater, raterChanged, instrumentChanged, incomplete, retrospective } = strata
  if (sameRater.count === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  const value = meanOf(sameRater)
  const { count } = sameRater
  const { notes: why, ...interval } = meanInterval(value, count < 2 ? 0 : varianceOf(sameRater), count)
  const notes: Note[] = [...why]
  if (raterChanged.count > 0)
    notes.push({ code: 'RaterChanged', count: raterChanged.count, meanChange: meanOf(raterChanged) })
  if (instrumentChanged > 0) notes.push({ code: 'InstrumentChanged', count: instrumentChanged })
  if (incomplete > 0) notes.push({ code: 'IncompleteLeftOut', count: incomplete })
  if (retrospective > 0) notes.push({ code: 'RetrospectiveBefore', count: retrospective })
  return measured({
    value,
    ...interval,
    n: count,
    unit: 'scale',
    ...(notes.length > 0 && { notes }),
  })
}

/**
 * Behaviour change (行为改变分), M61: how far behaviour on the job moved, as the same person saw it on the same
 * instrument.
 *
 * Formula: mean of (after − before) over learners rated both times by the same rater on the same instrument.
 *
 * When to use: with behaviour rated before the training and again one to three months after it.
 * When not: across raters (their change is noted apart, it is partly the difference between the raters) or across
 * versions of an instrument (counted, never mixed in).
 *
 * Result: on the instrument's scale with a t interval (95 %) from two learners who differ (else
 * `NoIntervalFromOne`, `NoIntervalWithoutSpread`); notes `RaterChanged`
 * (count, mean change), `InstrumentChanged`, `IncompleteLeftOut`, `RetrospectiveBefore`; `undefined`
 * (`TooFewObservations`) when nobody is comparable. Throws when a score is neither finite nor `null`.
 *
 * Source: no published standard, defined here; Howard (1980), Evaluation Review 4, on retrospective pre-tests.
 *
 * @example
 * ```ts
 * import { behaviourChange } from 'training-ops/metrics'
 * behaviourChange({
 *   learners: [
 *     { before: 2, after: 3, raterBefore: 'wang', raterAfter: 'wang' },
 *     { before: 2, after: 5, raterBefore: 'wang', raterAfter: 'li' },
 *   ],
 * }) // => { status: 'ok', value: 1, n: 1, unit: 'scale', notes: [{ code: 'NoIntervalFromOne', smallestGroup: 1 }, { code: 'RaterChanged', count: 1, meanChange: 3 }] }
 * ```
 */
export const behaviourChange = /* @__PURE__ */ guarded(
  'behaviourChange',
  ({ learners }: { readonly learners: readonly BehaviourScores[] }): MetricResult =>
    changeOf(strataOf(recordsOf(calculator, 'learners', learners), true)),
)

/** The change over learners that arrive one by one. */
export const behaviourChangeAccumulator: Accumulator<BehaviourScores, ChangeStrata, MetricResult> =
  /* @__PURE__ */ guardedAccumulator('behaviourChangeAccumulator', {
    empty: none,
    lift: (scores) => strataOf([scores], false),
    combine,
    extract: changeOf,
  })

export const behaviourChangeEntry: MetricEntry = {
  id: 'M61',
  calculator: 'behaviourChange',
  unit: 'scale',
  quantity: 'people',
  better: 'more',
  level: 'L3',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Howard 1980'],
}
