import type { Accumulator } from '../accumulator.ts'
import { guarded, guardedAccumulator, needsSameLength } from '../guard.ts'
import {
  type Answer,
  type AnswerScale,
  needsAnswersOnScale,
  needsOnScale,
  needsScale,
  pointsOf,
} from '../reaction/answer-scale.ts'

/** Cases: row i, column j, the first rater said category i and the second said j. */
export type CaseTable = readonly (readonly number[])[]

/** A case as two raters see it; `null` where one of them does not, and the case is left out. */
export type RatedCase = { readonly first: Answer; readonly second: Answer }

/** How many cases got which two ratings, by the two of them. */
export type CaseCounts = Readonly<Record<string, number>>

const tableOn = (scale: AnswerScale, countOf: (first: number, second: number) => number): number[][] =>
  Array.from({ length: pointsOf(scale) }, (_, row) =>
    Array.from({ length: pointsOf(scale) }, (_, column) => countOf(scale.min + row, scale.min + column)),
  )

/** Cases one by one: only the pairs of ratings that came are kept, whatever the table they are read into. @internal */
export const countingCases = <Figure>(
  calculator: string,
  scale: AnswerScale,
  read: (table: CaseTable) => Figure,
): Accumulator<RatedCase, CaseCounts, Figure> => {
  needsScale(calculator, scale)
  return {
    empty: {},
    lift: ({ first, second }) => {
      needsOnScale(calculator, 'first', first, scale)
      needsOnScale(calculator, 'second', second, scale)
      return first === null || second === null ? {} : { [`${first} ${second}`]: 1 }
    },
    combine: (a, b) => {
      const both: Record<string, number> = { ...a }
      for (const [pair, cases] of Object.entries(b)) both[pair] = (both[pair] ?? 0) + cases
      return both
    },
    extract: (counts) => read(tableOn(scale, (first, second) => counts[`${first} ${second}`] ?? 0)),
  }
}

/**
 * Agreement table (评分交叉表), beside M65: how many cases got which two ratings, as `weightedKappa` takes it.
 *
 * Formula: row i, column j: cases that the first rater gave the i-th point of the scale and the second the j-th.
 *
 * When to use: to get from two lists of ratings to κ, or to see where two raters part.
 * When not: for scores, whose points are many and cells nearly empty (`raterReliability`).
 *
 * Result: a row and a column for each point of the scale, ascending; cases with a `null` are left out. Throws when a
 * rating is off the scale or the two lists differ in length.
 *
 * Source: Cohen (1968), Psychological Bulletin 70.
 *
 * @example
 * ```ts
 * import { agreementTable } from 'training-ops/metrics'
 * agreementTable({ first: [1, 2, 2, null], second: [1, 2, 1, 1], scale: { min: 1, max: 2 } }) // => [[1, 0], [1, 1]]
 * ```
 */
export const agreementTable = /* @__PURE__ */ guarded(
  'agreementTable',
  ({
    first,
    second,
    scale,
  }: {
    readonly first: readonly Answer[]
    readonly second: readonly Answer[]
    readonly scale: AnswerScale
  }): CaseTable => {
    needsAnswersOnScale('agreementTable', 'first', first, scale)
    needsAnswersOnScale('agreementTable', 'second', second, scale)
    needsSameLength('agreementTable', ['first', first], ['second', second])
    const table = tableOn(scale, () => 0)
    first.forEach((rating, index) => {
      const other = second[index] as Answer
      if (rating === null || other === null) return
      const row = table[rating - scale.min] as number[]
      ;(row[other - scale.min] as number) += 1
    })
    return table
  },
)

/** The table of cases that arrive one by one. */
export const agreementTableAccumulator = /* @__PURE__ */ guardedAccumulator(
  'agreementTableAccumulator',
  (scale: AnswerScale): Accumulator<RatedCase, CaseCounts, CaseTable> =>
    countingCases('agreementTableAccumulator', scale, (table) => table),
)
