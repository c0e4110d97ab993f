import { guarded, listOf, needsAt, needsNumber, needsOneOf } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const

export type MeasurementLevel = (typeof levels)[number]

/** Ratings with gaps, and how far two of them are apart. */
export type RatingsWithGaps = {
  /** One row for each case, one column for each rater; `null` where a rater did not see the case. */
  readonly ratings: readonly (readonly (number | null)[])[]
  /** `nominal`: another category is another category; `ordinal`: by the ranks between; `interval`: by the distance, the
   * default; `ratio`: by the distance over the sum. */
  readonly level?: MeasurementLevel
}

const calculator = 'krippendorffAlpha'

/** Squared distances of two values, given how often each value came, in order. */
const distanceOn = (level: MeasurementLevel, values: readonly number[], counts: readonly number[]) => {
  let below = 0
  const ranks = counts.map((count) => {
    below += count
    return below - count / 2
  })
  return (a: number, b: number): number => {
    const [x = 0, y = 0] = [values[a], values[b]]
    if (level === 'ordinal') return ((ranks[a] ?? 0) - (ranks[b] ?? 0)) ** 2
    if (level === 'nominal') return a === b ? 0 : 1
    if (level === 'ratio') return a === b ? 0 : ((x - y) / (x + y)) ** 2
    return (x - y) ** 2
  }
}

/**
 * Krippendorff's α (Krippendorff α 系数), beside M65b: how far raters agree beyond chance, with any number of raters,
 * missing ratings, and any kind of scale.
 *
 * Formula: 1 − observed / expected disagreement. Observed: the mean squared distance of two ratings of one case, a case of m
 * ratings weighing m; expected: that of any two ratings.
 *
 * When to use: where raters skip cases, or the scale has an order; it is comparable across numbers of raters.
 * When not: as agreement on each category apart; nor where only a handful of cases was rated twice.
 *
 * Result: a coefficient, at most 1, below 0 where raters disagree more than by chance; n is the cases with two ratings or
 * more; the note `NoIntervalNeedsResampling`: its sampling distribution has no formula, and resampling needs dice, which
 * the library does not throw. `undefined`: `TooFewObservations` without a case rated twice, `NoVariance` when all
 * ratings are one. It compares every rating with every other, so it does not add up. Throws when a rating is
 * neither finite nor `null`, or, for `ratio`, below 0.
 *
 * Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability, whose example gives .743, .815, .849 and .797.
 *
 * @example
 * ```ts
 * import { krippendorffAlpha } from 'training-ops/metrics'
 * const alpha = krippendorffAlpha({ ratings: [[1, 1, null], [2, 2, 3], [3, 3, 3], [null, 4, 4]], level: 'nominal' })
 * alpha.status === 'ok' && alpha.value.toFixed(3) // => '0.750'
 * ```
 */
export const krippendorffAlpha = /* @__PURE__ */ guarded(
  'krippendorffAlpha',
  ({ ratings, level = 'interval' }: RatingsWithGaps): MetricResult => {
    needsOneOf(calculator, 'level', level, levels)
    const cases = listOf(calculator, 'ratings', ratings).flatMap((row, index) => {
      const given = listOf(calculator, 'ratings', row, index)
      given.forEach((rating, rater) => {
        if (rating === null) return
        needsNumber(calculator, `ratings[${index}]`, rating, rater)
        needsAt(
          level !== 'ratio' || rating >= 0,
          calculator,
          'a number ≥ 0',
          `ratings[${index}]`,
          rating,
          rater,
        )
      })
      const own = given.filter((rating) => rating !== null)
      return own.length < 2 ? [] : [own]
    })
    if (cases.length === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    const all = Float64Array.from(cases.flat()).sort()
    const values = [...new Set(all)]
    const placeOf = new Map(values.map((value, place) => [value, place]))
    const counts = values.map(() => 0)
    for (const value of all) (counts[placeOf.get(value) ?? 0] as number) += 1
    const distance = distanceOn(level, values, counts)

    let observed = 0
    for (const own of cases) {
      const places = own.map((rating) => placeOf.get(rating) ?? 0)
      let ofCase = 0
      places.forEach((a, at) => {
        for (const b of places.slice(at + 1)) ofCase += 2 * distance(a, b)
      })
      observed += ofCase / (own.length - 1)
    }
    let expected = 0
    counts.forEach((count, a) => {
      for (let b = 0; b < a; b += 1) expected += 2 * count * (counts[b] ?? 0) * distance(a, b)
    })
    if (expected === 0) return notMeasurable({ code: 'NoVariance' })
    return measured({
      value: 1 - ((all.length - 1) * observed) / expected,
      n: cases.length,
      unit: 'coefficient',
      variant: { level },
      notes: [{ code: 'NoIntervalNeedsResampling' }],
    })
  },
)
