import { guarded, listOf, needsAt, needsNumber } from '../guard.ts'
import { type Measured, measured, type NotMeasurable, notMeasurable } from '../result.ts'
import { fUpperTail } from './f-distribution.ts'
import { type Moments, momentsOf } from './moments.ts'

/** The variance ratio with what is needed to judge it. */
export type OneWayAnova = Measured & {
  readonly between: { readonly degreesOfFreedom: number; readonly sumOfSquares: number }
  readonly within: { readonly degreesOfFreedom: number; readonly sumOfSquares: number }
  readonly p: number
}

/** Groups of scores, whose means are compared. */
export type ScoredGroups = { readonly groups: readonly (readonly number[])[] }

/** Each group's moments around the first score of all, and the spread within groups; or the reason why there is none. @internal */
export const withinGroups = (
  calculator: string,
  { groups }: ScoredGroups,
):
  | { readonly all: Moments; readonly each: readonly Moments[]; readonly within: number; readonly df: number }
  | NotMeasurable => {
  listOf(calculator, 'groups', groups).forEach((group, index) => {
    const people = listOf(calculator, 'groups', group, index)
    needsAt(people.length > 0, calculator, 'somebody', 'groups', people.length, index)
    people.forEach((score, person) => {
      needsNumber(calculator, `groups[${index}]`, score, person)
    })
  })
  if (groups.length < 2) return notMeasurable({ code: 'TooFewObservations', need: 2, have: groups.length })
  const origin = groups[0]?.[0] ?? 0
  const momentsFrom = (argument: string, scores: readonly number[]) =>
    momentsOf(
      calculator,
      argument,
      scores.map((score) => score - origin),
    )
  const all = momentsFrom('groups', groups.flat())
  const df = all.n - groups.length
  if (df < 1) return notMeasurable({ code: 'TooFewObservations', need: groups.length + 1, have: all.n })
  const each = groups.map((group, index) => momentsFrom(`groups[${index}]`, group))
  const within = each.reduce((sum, { squaredDistances }) => sum + squaredDistances, 0)
  return within === 0 ? notMeasurable({ code: 'NoVariance' }) : { all, each, within, df }
}

/**
 * One-way analysis of variance (单因素方差分析): do the means of several groups differ by more than chance?
 *
 * Formula: F = (squares between groups / (groups − 1)) / (squares within groups / (people − groups)).
 *
 * When to use: to compare the post-test of three teaching methods or more.
 * When not: on gains between tests with different maxima; to say which groups differ, or by how much (`tukeyComparisons`).
 *
 * Result: F with both sums of squares and `p`; `undefined` (`TooFewObservations`) under two groups or no more people
 * than groups, (`NoVariance`) when nobody differs from their group. Throws when a score is not finite or a group is
 * empty.
 *
 * Source: Fisher (1925). Whole scores are summed exactly; give decimals as whole tenths or cents where every digit
 * counts.
 *
 * @example
 * ```ts
 * import { oneWayAnova } from 'training-ops/metrics'
 * const anova = oneWayAnova({ groups: [[1, 2, 3], [2, 3, 4], [6, 7, 8]] })
 * anova.status === 'ok' && anova.value.toFixed(6) // => '21.000000'
 * ```
 */
export const oneWayAnova = /* @__PURE__ */ guarded(
  'oneWayAnova',
  (input: ScoredGroups): OneWayAnova | NotMeasurable => {
    const spread = withinGroups('oneWayAnova', input)
    if ('status' in spread) return spread
    const { all, each, within, df: df2 } = spread
    const between = each.reduce((sum, { n, mean }) => sum + n * (mean - all.mean) ** 2, 0)
    const df1 = each.length - 1
    const f = between / df1 / (within / df2)
    return {
      ...measured({ value: f, n: all.n, unit: 'coefficient' }),
      between: { degreesOfFreedom: df1, sumOfSquares: between },
      within: { degreesOfFreedom: df2, sumOfSquares: within },
      p: fUpperTail({ f, df1, df2 }),
    }
  },
)
