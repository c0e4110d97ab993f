import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needs } from '../guard.ts'
import {
  type Answer,
  type AnswerScale,
  needsAnswersOnScale,
  needsOnScale,
  needsScale,
} from '../reaction/answer-scale.ts'
import type { MetricResult } from '../result.ts'

/** The same people's ratings of themselves and by their supervisors. */
export type SelfAndSupervisor = {
  /** One per person; `null` where there is none. */
  readonly self: readonly Answer[]
  /** In the same order. */
  readonly supervisor: readonly Answer[]
  readonly scale: AnswerScale
}

/** One person. */
export type SelfAndSupervisorPair = { readonly self: Answer; readonly supervisor: Answer }

/** How many pairs, what their differences come to, and how many people lack one of the two. @internal */
export type DifferenceSums = {
  readonly pairs: number
  readonly differences: number
  readonly incomplete: number
}

const calculator = 'selfSupervisorBias'

const differenceOf = (self: Answer, supervisor: Answer): DifferenceSums =>
  self === null || supervisor === null
    ? { pairs: 0, differences: 0, incomplete: 1 }
    : { pairs: 1, differences: self - supervisor, incomplete: 0 }

const add = (a: DifferenceSums, b: DifferenceSums): DifferenceSums => ({
  pairs: a.pairs + b.pairs,
  differences: a.differences + b.differences,
  incomplete: a.incomplete + b.incomplete,
})

const none: DifferenceSums = { pairs: 0, differences: 0, incomplete: 0 }

const biasOf = ({ pairs, differences, incomplete }: DifferenceSums): MetricResult =>
  pairs === 0
    ? { status: 'undefined', reason: { code: 'TooFewObservations', need: 1, have: 0 } }
    : {
        status: 'ok',
        value: differences / pairs,
        n: pairs,
        unit: 'scale',
        ...(incomplete > 0 && { notes: [{ code: 'IncompleteLeftOut', count: incomplete }] }),
      }

/**
 * Self–supervisor agreement (自评—上级一致性), M65: how much better people think of their own behaviour than their
 * supervisors do.
 *
 * Formula: mean of (self − supervisor) over people with both ratings.
 *
 * When to use: before relying on self-ratings at level 3, and never alone. Report three figures together, for they
 * answer three questions: this bias, who rates higher; `weightedKappa` of the `agreementTable` of the two, whether
 * they sort alike beyond chance; `raterReliability` of the two as raters, ICC(2,1), whether one would do for the other.
 * When not: as a measure of who is right; nor by itself as agreement: errors both ways cancel out in a mean.
 *
 * Result: steps of the scale, above 0 where people think better of themselves, with the note `IncompleteLeftOut`;
 * `undefined` (`TooFewObservations`) without pairs. Throws when a rating is off the scale or the two lists differ in
 * length.
 *
 * Source: Cohen (1968) for κ; Shrout & Fleiss (1979) for the intraclass correlation; default D17 of the project's
 * metric catalog.
 *
 * @example
 * ```ts
 * import { agreementTable, raterReliability, selfSupervisorBias, weightedKappa } from 'training-ops/metrics'
 * const [self, supervisor, scale] = [[4, 5, 3, 2], [3, 5, 3, 1], { min: 1, max: 5 }]
 * selfSupervisorBias({ self, supervisor, scale }) // => { status: 'ok', value: 0.5, n: 4, unit: 'scale' }
 * const kappa = weightedKappa({ table: agreementTable({ first: self, second: supervisor, scale }) })
 * kappa.status === 'ok' && kappa.value.toFixed(3) // => '0.857'
 * const icc = raterReliability({ ratings: self.map((rating, person) => [rating, supervisor[person] ?? null]) })
 * icc.status === 'ok' && icc.value.toFixed(3) // => '0.889'
 * ```
 */
export const selfSupervisorBias = /* @__PURE__ */ guarded(
  'selfSupervisorBias',
  ({ self, supervisor, scale }: SelfAndSupervisor): MetricResult => {
    needsAnswersOnScale(calculator, 'self', self, scale)
    needsAnswersOnScale(calculator, 'supervisor', supervisor, scale)
    needs(
      self.length === supervisor.length,
      calculator,
      `as many supervisor ratings as self-ratings (${self.length})`,
      supervisor.length,
    )
    return biasOf(
      self.map((rating, person) => differenceOf(rating, supervisor[person] as Answer)).reduce(add, none),
    )
  },
)

/** The bias over people that arrive one by one. */
export const selfSupervisorBiasAccumulator = /* @__PURE__ */ guardedAccumulator(
  'selfSupervisorBiasAccumulator',
  (scale: AnswerScale): Accumulator<SelfAndSupervisorPair, DifferenceSums, MetricResult> => {
    needsScale(calculator, scale)
    return {
      empty: none,
      lift: ({ self, supervisor }) => {
        needsOnScale(calculator, 'self', self, scale)
        needsOnScale(calculator, 'supervisor', supervisor, scale)
        return differenceOf(self, supervisor)
      },
      combine: add,
      extract: biasOf,
    }
  },
)

export const selfSupervisorBiasEntry: MetricEntry = {
  id: 'M65',
  calculator: 'selfSupervisorBias',
  unit: 'scale',
  quantity: 'pairs',
  level: 'L3',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Project default D17'],
}
