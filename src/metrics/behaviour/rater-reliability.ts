import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsCount, needsList, needsOneOf } from '../guard.ts'
import type { Interval, MetricResult, Note } from '../result.ts'
import { fQuantile } from '../statistics/f-distribution.ts'
import { addRatings, type RatingSums, ratingSums, sumOf, sumOfSquares } from './rating-sums.ts'

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

const settled = ({ raters = 'interchangeable', of = 'single' }: ReliabilityOptions) => {
  needsOneOf(calculator, 'raters', raters, ['interchangeable', 'raterPerPerson', 'fixed'])
  needsOneOf(calculator, 'of', of, ['single', 'mean'])
  return { raters, of }
}

/** From the mean squares of a two-way analysis of variance without replication. */
const reliabilityOf = (
  { people, incomplete, byRater, squares, squaredTotals }: RatingSums,
  variant: Required<ReliabilityOptions>,
): MetricResult => {
  const raterCount = byRater.length
  const fewest = Math.min(people, raterCount)
  if (fewest < 2)
    return { status: 'undefined', reason: { code: 'TooFewObservations', need: 2, have: fewest } }

  const squaredGrandTotal = sumOf(byRater) ** 2n
  const ofPeople = BigInt(people) * squaredTotals - squaredGrandTotal
  const ofRaters = BigInt(raterCount) * sumOfSquares(byRater) - squaredGrandTotal
  const residual = BigInt(people * raterCount) * squares - squaredGrandTotal - ofPeople - ofRaters

  // Mean squares are times the number of cells and in smallest units, both of which cancel out.
  const between = Number(ofPeople) / (people - 1)
  const noise =
    variant.raters === 'raterPerPerson'
      ? Number(residual + ofRaters) / people / (raterCount - 1)
      : Number(residual) / (people - 1) / (raterCount - 1)
  const levels =
    variant.raters === 'interchangeable' ? (Number(ofRaters) / (raterCount - 1) - noise) / people : 0
  const spread =
    variant.of === 'mean' ? between + levels : between + (raterCount - 1) * noise + raterCount * levels
  if (between === 0 || spread === 0) return { status: 'undefined', reason: { code: 'NoVariance' } }
  const interval = intervalOf(
    { people, raters: raterCount, between, noise, ofRaters: Number(ofRaters) / (raterCount - 1) },
    variant,
  )
  const notes: Note[] = []
  if (interval === undefined)
    notes.push({ code: noise === 0 ? 'NoIntervalFullAgreement' : 'NoIntervalWithoutSpread' })
  if (incomplete > 0) notes.push({ code: 'IncompleteLeftOut', count: incomplete })
  return {
    status: 'ok',
    value: (between - noise) / spread,
    n: people,
    unit: 'coefficient',
    ...(interval && { interval }),
    variant,
    ...(notes.length > 0 && { notes }),
  }
}

/** Mean squares, all in one unit, which cancels out. */
type MeanSquares = {
  readonly people: number
  readonly raters: number
  readonly between: number
  readonly noise: number
  readonly ofRaters: number
}

const upperF = (df1: number, df2: number): number => fQuantile({ probability: 0.975, df1, df2 })

/** The two ends for one rater where the level does not count: exact. */
const endsOfRatio = (
  { people, raters, between, noise }: MeanSquares,
  df2: number,
): readonly [number, number] => {
  const of = (ratio: number) => (ratio - 1) / (ratio + raters - 1)
  return [of(between / noise / upperF(people - 1, df2)), of((between / noise) * upperF(df2, people - 1))]
}

/** The two ends for one rater where it does: with Satterthwaite's degrees of freedom of noise and level together. */
const endsWithLevel = ({
  people: n,
  raters: k,
  between,
  noise,
  ofRaters,
}: MeanSquares): readonly [number, number] | undefined => {
  const icc = (between - noise) / (between + (k - 1) * noise + (k / n) * (ofRaters - noise))
  const level = k * icc * ofRaters
  const rest = (n * (1 + (k - 1) * icc) - k * icc) * noise
  const freedom = ((n - 1) * (k - 1) * (level + rest) ** 2) / ((n - 1) * level ** 2 + rest ** 2)
  if (!(freedom > 0)) return undefined
  const below = upperF(n - 1, freedom)
  const above = upperF(freedom, n - 1)
  const around = k * ofRaters + (k * n - k - n) * noise
  return [
    (n * (between - below * noise)) / (below * around + n * between),
    (n * (above * between - noise)) / (around + n * above * between),
  ]
}

/** After Shrout & Fleiss (1979) and McGraw & Wong (1996); none where raters agree in everything. */
const intervalOf = (
  squares: MeanSquares,
  { raters, of }: Required<ReliabilityOptions>,
): Interval | undefined => {
  const { people, raters: k, noise, ofRaters } = squares
  const isLevel = raters === 'interchangeable'
  if (noise === 0 && !(isLevel && ofRaters > 0)) return undefined
  const ends = isLevel
    ? endsWithLevel(squares)
    : endsOfRatio(squares, raters === 'fixed' ? (people - 1) * (k - 1) : people * (k - 1))
  if (ends === undefined) return undefined
  const [low, high] = ends.map((end) => (of === 'mean' ? (k * end) / (1 + (k - 1) * end) : end)) as [
    number,
    number,
  ]
  return low < high ? { low, high, confidence: 0.95, method: 'f' } : undefined
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
 * Result: a coefficient, at most 1, with its 95 % interval by F (by an approximation of it for `interchangeable`), or the
 * note `NoIntervalFullAgreement`, or `NoIntervalWithoutSpread` where noise and level cancel out; a negative estimate is kept; `undefined`: `TooFewObservations` under two
 * people or raters, `NoVariance` when the people do not differ. Throws when a rating is neither finite nor `null`,
 * or rows differ in length.
 *
 * Source: Shrout & Fleiss (1979), Psychological Bulletin 86; McGraw & Wong (1996), Psychological Methods 1; default D17 of the project's metric catalog.
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
export const raterReliability = /* @__PURE__ */ guarded(
  'raterReliability',
  ({ ratings, ...options }: RatedPeople): MetricResult => {
    const choice = settled(options)
    needsList(calculator, 'ratings', ratings)
    if (ratings.length > 0) needsList(calculator, 'ratings[0]', ratings[0])
    return reliabilityOf(ratingSums(calculator, ratings[0]?.length ?? 0, ratings), choice)
  },
)

/** The reliability over people, rated by so many raters, that arrive one by one. */
export const raterReliabilityAccumulator = /* @__PURE__ */ guardedAccumulator(
  'raterReliabilityAccumulator',
  ({
    raterCount,
    ...options
  }: ReliabilityOptions & { readonly raterCount: number }): Accumulator<
    readonly (number | null)[],
    RatingSums,
    MetricResult
  > => {
    const choice = settled(options)
    needsCount(calculator, 'raterCount', raterCount)
    return {
      empty: ratingSums(calculator, raterCount, []),
      lift: (row) => ratingSums(calculator, raterCount, [row]),
      combine: addRatings,
      extract: (sums) => reliabilityOf(sums, choice),
    }
  },
)

export const raterReliabilityEntry: MetricEntry = {
  id: 'M66',
  calculator: 'raterReliability',
  unit: 'coefficient',
  quantity: 'people',
  better: 'more',
  level: 'L3',
  class: 'effectiveness',
  options: { raters: ['interchangeable', 'raterPerPerson', 'fixed'], of: ['single', 'mean'] },
  accumulates: 'exact',
  sources: ['Shrout & Fleiss 1979', 'McGraw & Wong 1996', 'Project default D17'],
}
