import { guarded, listOf, needsAt, needsNumber } from '../guard.ts'
import { type Measured, measured, type NotMeasurable, notMeasurable } from '../result.ts'
import { fUpperTail } from './f-distribution.ts'
import { momentsOf } from './moments.ts'

/** The variance ratio with what is needed to judge it. */
export type OneWayAnova = Measured & {
  readonly between: { readonly degreesOfFreedom: number; readonly sumOfSquares: number }
  readonly within: { readonly degreesOfFreedom: number; readonly sumOfSquares: number }
  readonly p: number
}

/**
 * One-way analysis of variance (单因素方差分析): do the means of several groups differ by more than chance?
 *
 * Formula: F = (squares between groups / (groups − 1)) / (squares within groups / (people − groups)).
 *
 * When to use: to compare the post-test of three teaching methods or more.
 * When not: on gains between tests with different maxima; to say which groups differ, or by how much.
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
  ({ groups }: { readonly groups: readonly (readonly number[])[] }): OneWayAnova | NotMeasurable => {
    listOf('oneWayAnova', 'groups', groups).forEach((group, index) => {
      const people = listOf('oneWayAnova', 'groups', group, index)
      needsAt(people.length > 0, 'oneWayAnova', 'somebody', 'groups', people.length, index)
      people.forEach((score, person) => {
        needsNumber('oneWayAnova', `groups[${index}]`, score, person)
      })
    })
    if (groups.length < 2) return notMeasurable({ code: 'TooFewObservations', need: 2, have: groups.length })
    const origin = groups[0]?.[0] ?? 0
    const all = momentsOf(
      'oneWayAnova',
      'groups',
      groups.flat().map((score) => score - origin),
    )
    if (all.n <= groups.length)
      return notMeasurable({ code: 'TooFewObservations', need: groups.length + 1, have: all.n })
    const moments = groups.map((group, index) =>
      momentsOf(
        'oneWayAnova',
        `groups[${index}]`,
        group.map((score) => score - origin),
      ),
    )
    const within = moments.reduce((sum, { squaredDistances }) => sum + squaredDistances, 0)
    if (within === 0) return notMeasurable({ code: 'NoVariance' })
    const between = moments.reduce((sum, { n, mean }) => sum + n * (mean - all.mean) ** 2, 0)
    const [df1, df2] = [groups.length - 1, all.n - groups.length]
    const f = between / df1 / (within / df2)
    return {
      ...measured({ value: f, n: all.n, unit: 'coefficient' }),
      between: { degreesOfFreedom: df1, sumOfSquares: between },
      within: { degreesOfFreedom: df2, sumOfSquares: within },
      p: fUpperTail({ f, df1, df2 }),
    }
  },
)
