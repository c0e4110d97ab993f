import { guarded, listOf, needsAt, needsCount } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { meanInterval } from '../statistics/t-interval.ts'

/** One row for each case, one column for each category: how many raters put the case there. */
export type CategoryCounts = readonly (readonly number[])[]

const calculator = 'fleissKappa'

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/**
 * Fleiss' κ (Fleiss κ 系数), beside M65b: how far many raters agree beyond chance, in categories without an order.
 *
 * Formula: (agreement − chance) / (1 − chance); agreement is the share of pairs of raters who agree on a case, over all
 * cases; chance is the sum of the squared shares of the categories. Interval: Gwet's linearised variance, with t.
 *
 * When to use: for three raters or more, not always the same ones, each case rated by as many.
 * When not: for ordered categories or missing ratings (`krippendorffAlpha`), for two raters whose own habits matter
 * (`weightedKappa`), or for scores (`raterReliability`).
 *
 * Result: a coefficient with its 95 % interval, which takes the cases as a sample; n is the cases; `undefined`:
 * `TooFewObservations` under two cases or raters, `ZeroDenominator` when all is in one category. Counts of
 * cases are put one after the other: nothing else adds up. Throws when a count is not a whole number ≥ 0, or rows have other
 * sums or lengths.
 *
 * Source: Fleiss (1971), Psychological Bulletin 76, whose 30 patients give .430; Gwet (2014) for the interval.
 *
 * @example
 * ```ts
 * import { fleissKappa } from 'training-ops/metrics'
 * const kappa = fleissKappa({ counts: [[3, 0], [0, 3], [2, 1], [3, 0]] })
 * kappa.status === 'ok' && kappa.value.toFixed(3) // => '0.625'
 * ```
 */
export const fleissKappa = /* @__PURE__ */ guarded(
  'fleissKappa',
  ({ counts }: { readonly counts: CategoryCounts }): MetricResult => {
    const rows = listOf(calculator, 'counts', counts)
    const categories = rows[0]?.length ?? 0
    const raters = sumOf(listOf(calculator, 'counts', rows[0] ?? [], 0))
    rows.forEach((row, index) => {
      const own = listOf(calculator, 'counts', row, index)
      own.forEach((count, category) => {
        needsCount(calculator, `counts[${index}]`, count, category)
      })
      needsAt(own.length === categories, calculator, `${categories} categories`, 'counts', own.length, index)
      needsAt(sumOf(own) === raters, calculator, `${raters} ratings`, 'counts', sumOf(own), index)
    })
    const n = rows.length
    if (Math.min(n, raters) < 2)
      return notMeasurable({ code: 'TooFewObservations', need: 2, have: Math.min(n, raters) })
    const shares = Array.from(
      { length: categories },
      (_, at) => sumOf(rows.map((row) => row[at] ?? 0)) / n / raters,
    )
    const chance = sumOf(shares.map((share) => share ** 2))
    if (chance === 1)
      return notMeasurable({ code: 'ZeroDenominator', what: 'disagreement expected by chance' })
    const agreements = rows.map(
      (row) => (sumOf(row.map((count) => count ** 2)) - raters) / raters / (raters - 1),
    )
    const value = (sumOf(agreements) / n - chance) / (1 - chance)
    // How far each case moves κ: by its agreement, and by the shares of the categories.
    const moves = rows.map((row, at) => {
      const ofCase = sumOf(row.map((count, category) => (count / raters) * (shares[category] ?? 0)))
      return ((agreements[at] ?? 0) - chance - 2 * (1 - value) * (ofCase - chance)) / (1 - chance)
    })
    const variance = sumOf(moves.map((move) => (move - value) ** 2)) / (n - 1)
    const { notes, interval } = meanInterval(value, variance, n)
    return measured({
      value,
      n,
      unit: 'coefficient',
      ...(interval && { interval: { ...interval, high: Math.min(1, interval.high) } }),
      ...(notes.length > 0 && { notes: [{ code: 'NoIntervalFullAgreement' }] }),
    })
  },
)
