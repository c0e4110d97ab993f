import { guarded } from '../guard.ts'
import { type Measured, measured, type NotMeasurable } from '../result.ts'
import { type ScoredGroups, withinGroups } from './one-way-anova.ts'
import { studentizedRangeQuantile, studentizedRangeUpperTail } from './studentized-range.ts'

/** The difference of two groups, numbered from 0: the mean of the later less the mean of the earlier. */
export type TukeyComparison = Measured & {
  readonly groups: readonly [earlier: number, later: number]
  /** Of all differences together: the chance of one as large as this among groups that are alike. */
  readonly p: number
}

/**
 * Tukey's comparisons (Tukey 多重比较): which of several groups differ, and by how much, at one error rate for all pairs.
 *
 * Formula: the difference of two means, over √(s² (1/n₁ + 1/n₂) / 2) with the variance s² within all groups, against the
 * studentized range (Tukey and Kramer).
 *
 * When to use: after or instead of `oneWayAnova`, to say which of three classes or methods differ.
 * When not: where groups spread very differently; for each group against one control (there are fewer comparisons); where
 * whole teams were trained (`differenceInDifferences` with teams).
 *
 * Result: one comparison for each pair, in the unit of the scores, with an interval of 95 % for all pairs together and `p`;
 * `undefined` as `oneWayAnova`. False alarms: 5 % of the studies have one or more among groups of one size, fewer than that
 * among groups of different sizes. Throws when a score is not finite or a group is empty.
 *
 * Source: Tukey (1949), Biometrics 5; Kramer (1956), Biometrics 12, for groups of different sizes.
 *
 * @example
 * ```ts
 * import { tukeyComparisons } from 'training-ops/metrics'
 * const found = tukeyComparisons({ groups: [[1, 2, 3], [2, 3, 4], [6, 7, 8]] })
 * 'status' in found ? [] : found.map(({ groups, value, p }) => [groups.join(' and '), value, p.toFixed(4)])
 * // => [['0 and 1', 1, '0.4827'], ['0 and 2', 5, '0.0021'], ['1 and 2', 4, '0.0065']]
 * ```
 */
export const tukeyComparisons = /* @__PURE__ */ guarded(
  'tukeyComparisons',
  (input: ScoredGroups): readonly TukeyComparison[] | NotMeasurable => {
    const spread = withinGroups('tukeyComparisons', input)
    if ('status' in spread) return spread
    const { each, within, df } = spread
    const of = { groups: each.length, df }
    const critical = studentizedRangeQuantile({ probability: 0.95, ...of })
    return each.flatMap((first, earlier) =>
      each.slice(earlier + 1).map((second, at): TukeyComparison => {
        const difference = second.mean - first.mean
        const error = Math.sqrt((within / df / 2) * (1 / first.n + 1 / second.n))
        const half = critical * error
        return {
          ...measured({
            value: difference,
            n: first.n + second.n,
            unit: 'scale',
            interval: {
              low: difference - half,
              high: difference + half,
              confidence: 0.95,
              method: 'studentizedRange',
            },
          }),
          groups: [earlier, earlier + 1 + at],
          p: studentizedRangeUpperTail({ q: Math.abs(difference) / error, ...of }),
        }
      }),
    )
  },
)
