import type { Accumulator } from '../accumulator.ts'
import type { CatalogueEntry } from '../catalogue-entry.ts'
import { needsAt, needsOneOf } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { addRatings, liftRatings, meanSquaresOf, noRatingSums, type RatingSums } from './rating-sums.ts'

export type ReliabilityOptions = {
  /**
   * `interchangeable`, the default: the raters stand for any raters, and their level counts (ICC(2,·)).
   * `raterPerPerson`: each person had other raters (ICC(1,·)). `fixed`: these raters only, and their level does not
   * count (ICC(3,·), consistency).
   */
  readonly raters?: 'interchangeable' | 'raterPerPerson' | 'fixed'
  /** Of what: one rater's score (the default), or the mean of all raters' scores. */
  readonly of?: 'single' | 'mean'
}

export type RatedPeople = {
  /** One row per person, one column per rater; `null` is no rating, and its row is left out. */
  readonly ratings: readonly (readonly (number | null)[])[]
} & ReliabilityOptions

const calculator = 'raterReliability'

export const settled = ({ raters = 'interchangeable', of = 'single' }: ReliabilityOptions) => {
  needsOneOf(calculator, 'raters', raters, ['interchangeable', 'raterPerPerson', 'fixed'])
  needsOneOf(calculator, 'of', of, ['single', 'mean'])
  return { raters, of }
}

export const reliabilityOf = (
  sums: RatingSums,
  { raters, of }: Required<ReliabilityOptions>,
): MetricResult => {
  const { people, incomplete, byRater } = sums
  const raterCount = byRater.length
  const fewest = Math.min(people, raterCount)
  if (fewest < 2) return notMeasurable({ code: 'TooFewObservations', need: 2, have: fewest })
  const { betweenPeople, withinPeople, betweenRaters, residual } = meanSquaresOf(sums)

  const noise = raters === 'raterPerPerson' ? withinPeople : residual
  const levels = raters === 'interchangeable' ? (betweenRaters - residual) / people : 0
  const spread =
    of === 'single' ? betweenPeople + (raterCount - 1) * noise + raterCount * levels : betweenPeople + levels
  if (betweenPeople === 0 || spread === 0) return notMeasurable({ code: 'NoVariance' })
  return measured({
    value: (betweenPeople - noise) / spread,
    n: people,
    unit: 'coefficient',
    variant: { raters, of },
    ...(incomplete > 0 ? { notes: [{ code: 'IncompleteLeftOut', count: incomplete }] } : {}),
  })
}

/**
 * Rater reliability (评分者一致性), M66: how much of the differences in ratings is between the people rated, and
 * how little between the raters. The intraclass correlation.
 *
 * Formula: from a two-way analysis of variance with mean squares of people (MSR), raters (MSC), residual (MSE) and
 * within people (MSW). Of one rater: (MSR − noise) / (MSR + (raters − 1) × noise + raters × level); of their mean:
 * (MSR − noise) / (MSR + level). Noise is MSE, or MSW where each person had other raters; level is (MSC − MSE) /
 * people for interchangeable raters, else 0.
 *
 * When to use: before believing behaviour ratings by several raters.
 * When not: with `fixed` where the level matters: a strict and a lenient rater are then perfectly consistent.
 *
 * Result: a coefficient, at most 1; a negative estimate is kept; `undefined`: `TooFewObservations` under two
 * people or raters, `NoVariance` when the people do not differ. Throws when a rating is neither finite nor `null`,
 * or rows differ in length.
 *
 * Source: Shrout & Fleiss (1979), Psychological Bulletin 86; default D17 of the project's metric catalogue.
 *
 * @example
 * ```ts
 * import { raterReliability } from 'training-ops/metrics'
 * const ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
 * const single = raterReliability({ ratings })
 * single.status === 'ok' && single.value.toFixed(2) // => '0.29'
 * const mean = raterReliability({ ratings, raters: 'fixed', of: 'mean' })
 * mean.status === 'ok' && mean.value.toFixed(2) // => '0.91'
 * ```
 */
export const raterReliability = ({ ratings, ...options }: RatedPeople): MetricResult => {
  const choice = settled(options)
  const raterCount = ratings[0]?.length ?? 0
  ratings.forEach(({ length }, index) => {
    needsAt(length === raterCount, calculator, `${raterCount} ratings in each row`, 'ratings', length, index)
  })
  const sums = ratings
    .map((row, index) => liftRatings(calculator, row, index))
    .reduce(addRatings, noRatingSums(raterCount))
  return reliabilityOf(sums, choice)
}

/** The reliability over people, rated by so many raters, that arrive one by one. */
export const raterReliabilityAccumulator = ({
  raterCount,
  ...options
}: ReliabilityOptions & { readonly raterCount: number }): Accumulator<
  readonly (number | null)[],
  RatingSums,
  MetricResult
> => {
  const choice = settled(options)
  return {
    empty: noRatingSums(raterCount),
    lift: (row) => {
      needsAt(row.length === raterCount, calculator, `${raterCount} ratings`, 'row', row.length)
      return liftRatings(calculator, row)
    },
    combine: addRatings,
    extract: (sums) => reliabilityOf(sums, choice),
  }
}

export const raterReliabilityEntry: CatalogueEntry = {
  id: 'M66',
  calculator: 'raterReliability',
  name: { en: 'Multi-rater reliability', 'zh-CN': '评分者一致性' },
  unit: 'coefficient',
  level: 'L3',
  class: 'effectiveness',
  variants: { raters: ['interchangeable', 'raterPerPerson', 'fixed'], of: ['single', 'mean'] },
  accumulates: 'exact',
  references: ['Shrout & Fleiss 1979', 'Project default D17'],
}
