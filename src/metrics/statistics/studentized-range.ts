import { guarded, needsAt } from '../guard.ts'
import { needsChance, needsReal } from './distribution-arguments.ts'
import { normalCdf } from './normal.ts'
import { type Asked, tailsOf } from './two-tails.ts'

/** The means of `groups` groups of one size, whose common variance is estimated with `df` degrees of freedom. */
export type RangeOfGroups = { readonly groups: number; readonly df: number }

/** A range of those means, in standard errors of one mean. */
export type StudentizedRange = RangeOfGroups & { readonly q: number }

const needsRange = (calculator: string, { groups, df }: RangeOfGroups): void => {
  const isCount = Number.isInteger(groups) && groups >= 2 && groups <= 1000
  needsAt(isCount, calculator, 'a whole number from 2 to 1000', 'groups', groups)
  needsAt(typeof df === 'number' && df >= 1 && df <= 1e10, calculator, 'a number from 1 to 1e10', 'df', df)
}

const step = 0.125
/** From here on the density of the normal distribution is below 10⁻¹⁶. */
const farthest = 8.5

type AtPoint = { readonly z: number; readonly below: number; readonly weight: number }
let grid: readonly AtPoint[] | undefined
/** Points of the normal distribution: sums over them are integrals, right to the last digits, for what is smooth. */
const gridOf = (): readonly AtPoint[] => {
  grid ??= Array.from({ length: 2 * (farthest / step) + 1 }, (_, at) => {
    const z = at * step - farthest
    return { z, below: normalCdf(z), weight: (step * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI) }
  })
  return grid
}

/** The chance that the range of so many standard normal variables is at most `width`: the highest is at z, the others below it. */
const withinRange = (width: number, groups: number): number =>
  Math.min(
    1,
    gridOf().reduce(
      (sum, { z, below, weight }) => sum + weight * (below - normalCdf(z - width)) ** (groups - 1),
      0,
    ) * groups,
  )

/** The mean of `of` over the estimates of a standard deviation of 1 (its logarithm is summed over). */
const meanOverDeviations = (df: number, of: (deviation: number) => number): number => {
  const by = Math.min(0.18, 0.5 / Math.sqrt(2 * df))
  const densityAt = (log: number) => Math.exp(df * (log + (1 - Math.exp(2 * log)) / 2))
  let [sum, all] = [0, 0]
  for (const direction of [1, -1])
    for (let at = direction > 0 ? 0 : 1; ; at += 1) {
      const log = direction * at * by
      const density = densityAt(log)
      if (density < 1e-17) break
      all += density
      sum += density * of(Math.exp(log))
    }
  return sum / all
}

const upperTailOf = ({ q, groups, df }: StudentizedRange): number => {
  if (q <= 0) return 1
  if (q === Number.POSITIVE_INFINITY) return 0
  return meanOverDeviations(df, (deviation) => 1 - withinRange(q * deviation, groups))
}

/**
 * The chance that the studentized range (学生化极差分布) exceeds `q`, right to 10⁻¹⁰: how far the highest of several means
 * lies above the lowest, by chance. Throws on NaN, fewer than 2 or more than 1,000 groups, or `df` < 1 or > 10¹⁰.
 *
 * Source: Tukey (1949), Biometrics 5, 99–114; Lund & Lund (1983), Algorithm AS 190.
 *
 * @example
 * ```ts
 * import { studentizedRangeUpperTail } from 'training-ops/metrics'
 * studentizedRangeUpperTail({ q: 3.5, groups: 3, df: 20 }).toFixed(8) // => '0.05589185'
 * ```
 */
export const studentizedRangeUpperTail = /* @__PURE__ */ guarded(
  'studentizedRangeUpperTail',
  (range: StudentizedRange): number => {
    needsReal('studentizedRangeUpperTail', 'q', range.q)
    needsRange('studentizedRangeUpperTail', range)
    return upperTailOf(range)
  },
)

/**
 * The range that is exceeded with the given `upperTail`, or with 1 − `probability`. From 0 to Infinity. Throws as
 * `studentizedRangeUpperTail`, and when the probability is outside [0, 1].
 *
 * @example
 * ```ts
 * import { studentizedRangeQuantile } from 'training-ops/metrics'
 * studentizedRangeQuantile({ probability: 0.95, groups: 3, df: 10 }).toFixed(6) // => '3.876777'
 * ```
 */
export const studentizedRangeQuantile = /* @__PURE__ */ guarded(
  'studentizedRangeQuantile',
  (asked: Asked & RangeOfGroups): number => {
    needsRange('studentizedRangeQuantile', asked)
    needsChance('studentizedRangeQuantile', asked)
    const { upper } = tailsOf(asked)
    if (upper >= 1) return 0
    if (upper <= 0) return Number.POSITIVE_INFINITY
    const { groups, df } = asked
    const excess = (q: number) => upperTailOf({ q, groups, df }) - upper
    let [low, high] = [0, 4]
    let [ofLow, ofHigh] = [1 - upper, excess(high)]
    while (ofHigh > 0 && high < 1e9) {
      ;[low, ofLow] = [high, ofHigh]
      high *= 2
      ofHigh = excess(high)
    }
    // The false position between the two, halved where one end stays twice (Illinois).
    for (let round = 0, stayed = 0; round < 200 && high - low > 1e-11 * high; round += 1) {
      const between = low + ((high - low) * ofLow) / (ofLow - ofHigh)
      const of = excess(between)
      if (of === 0) return between
      if (of > 0) {
        ;[low, ofLow] = [between, of]
        if (stayed > 0) ofHigh /= 2
        stayed = 1
      } else {
        ;[high, ofHigh] = [between, of]
        if (stayed < 0) ofLow /= 2
        stayed = -1
      }
      if (Math.abs(of) < 1e-13) return between
    }
    return (low + high) / 2
  },
)
