import type { Accumulator } from '../accumulator.ts'
import type { CatalogueEntry } from '../catalogue-entry.ts'
import { needs } from '../guard.ts'
import {
  type Answer,
  type AnswerScale,
  needsAnswersOnScale,
  needsOnScale,
  needsScale,
  pointsOf,
} from '../reaction/answer-scale.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { reliabilityOf, settled } from './rater-reliability.ts'
import { addRatings, liftRatings, noRatingSums, repeated } from './rating-sums.ts'
import { weightedKappa } from './weighted-kappa.ts'

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

/** Three readings of the same table. */
export type Agreement = {
  /** Mean of self − supervisor: above 0, people think better of themselves. */
  readonly bias: MetricResult
  /** Agreement beyond chance, quadratic weights. */
  readonly kappa: MetricResult
  /** Intraclass correlation, ICC(2,1). */
  readonly reliability: MetricResult
}

/** How many people got which pair of ratings: self by row, supervisor by column. */
export type PairTable = { readonly table: readonly (readonly number[])[]; readonly incomplete: number }

const calculator = 'selfSupervisorAgreement'

const noPairs = (scale: AnswerScale): PairTable => ({
  table: Array.from({ length: pointsOf(scale) }, () => Array.from({ length: pointsOf(scale) }, () => 0)),
  incomplete: 0,
})

const add = (a: PairTable, b: PairTable): PairTable => ({
  table: a.table.map((row, self) =>
    row.map((people, supervisor) => people + (b.table[self]?.[supervisor] ?? 0)),
  ),
  incomplete: a.incomplete + b.incomplete,
})

const tabulate = (pairs: readonly SelfAndSupervisorPair[], scale: AnswerScale): PairTable => {
  const table = noPairs(scale).table.map((row) => [...row])
  let incomplete = 0
  for (const { self, supervisor } of pairs) {
    const row = self === null ? undefined : table[self - scale.min]
    if (row === undefined || supervisor === null) incomplete += 1
    else row[supervisor - scale.min] = (row[supervisor - scale.min] ?? 0) + 1
  }
  return { table, incomplete }
}

const biasOf = ({ table, incomplete }: PairTable): MetricResult => {
  let [people, sum] = [0, 0]
  table.forEach((row, self) => {
    row.forEach((count, supervisor) => {
      people += count
      sum += count * (self - supervisor)
    })
  })
  if (people === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  return measured({
    value: sum / people,
    n: people,
    unit: 'scale',
    ...(incomplete > 0 ? { notes: [{ code: 'IncompleteLeftOut', count: incomplete }] } : {}),
  })
}

const reliability = ({ table }: PairTable): MetricResult => {
  const cells = table.flatMap((row, self) => row.map((people, supervisor) => ({ self, supervisor, people })))
  const sums = cells
    .map(({ self, supervisor, people }) => repeated(liftRatings(calculator, [self, supervisor]), people))
    .reduce(addRatings, noRatingSums(2))
  return reliabilityOf(sums, settled({}))
}

const agreementOf = (pairs: PairTable): Agreement => ({
  bias: biasOf(pairs),
  kappa: weightedKappa({ table: pairs.table }),
  reliability: reliability(pairs),
})

/**
 * Self–supervisor agreement (自评—上级一致性), M65: whether people and their supervisors see the same behaviour.
 *
 * Formula: bias, the mean of self − supervisor; κ with quadratic weights; the intraclass correlation ICC(2,1).
 *
 * When to use: before relying on self-ratings at level 3; the three answer different questions: who is higher, do
 * they sort alike, would one do for the other.
 * When not: as a measure of who is right.
 *
 * Result: three figures, each with its own reasons for being `undefined`: `TooFewObservations` without pairs,
 * `ZeroDenominator` (κ) when everybody gave one and the same rating, `NoVariance` (ICC) when people do not differ.
 * Throws when a rating is off the scale or the two lists differ in length.
 *
 * Source: Cohen (1968); Shrout & Fleiss (1979); default D17 of the project's metric catalogue.
 *
 * @example
 * ```ts
 * import { selfSupervisorAgreement } from 'training-ops/metrics'
 * const { bias, kappa } = selfSupervisorAgreement({ self: [4, 5, 3, 2], supervisor: [3, 5, 3, 1], scale: { min: 1, max: 5 } })
 * bias // => { status: 'ok', value: 0.5, n: 4, unit: 'scale' }
 * kappa.status === 'ok' && kappa.value.toFixed(3) // => '0.857'
 * ```
 */
export const selfSupervisorAgreement = ({ self, supervisor, scale }: SelfAndSupervisor): Agreement => {
  needsAnswersOnScale(calculator, 'self', self, scale)
  needsAnswersOnScale(calculator, 'supervisor', supervisor, scale)
  needs(
    self.length === supervisor.length,
    calculator,
    `as many supervisor ratings as self-ratings (${self.length})`,
    supervisor.length,
  )
  const pairs = self.map((rating, person) => ({ self: rating, supervisor: supervisor[person] ?? null }))
  return agreementOf(tabulate(pairs, scale))
}

/** The agreement over people that arrive one by one. */
export const selfSupervisorAgreementAccumulator = (
  scale: AnswerScale,
): Accumulator<SelfAndSupervisorPair, PairTable, Agreement> => {
  needsScale(calculator, scale)
  return {
    empty: noPairs(scale),
    lift: (pair) => {
      needsOnScale(calculator, 'self', pair.self, scale)
      needsOnScale(calculator, 'supervisor', pair.supervisor, scale)
      return tabulate([pair], scale)
    },
    combine: add,
    extract: agreementOf,
  }
}

export const selfSupervisorAgreementEntry: CatalogueEntry = {
  id: 'M65',
  calculator: 'selfSupervisorAgreement',
  companions: ['weightedKappa'],
  name: { en: 'Self–supervisor agreement', 'zh-CN': '自评—上级一致性' },
  unit: 'scale and coefficients',
  level: 'L3',
  class: 'effectiveness',
  variants: { weights: ['quadratic', 'linear', 'none', 'given'] },
  accumulates: 'exact',
  references: ['Cohen 1968', 'Shrout & Fleiss 1979', 'Project default D17'],
}
