import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, listOf, needs, needsAt, needsCount, needsOneOf } from '../guard.ts'
import { type AnswerScale, pointsOf } from '../reaction/answer-scale.ts'
import type { MetricResult, Note } from '../result.ts'
import { normalQuantile } from '../statistics/normal.ts'
import { type CaseCounts, type CaseTable, countingCases, type RatedCase } from './agreement-table.ts'

/**
 * How bad a disagreement is: `quadratic` in the distance (the default, for ordered categories), `linear` in it,
 * `none` (all alike: Cohen's unweighted κ), or a matrix of disagreement: 0 on the diagonal.
 */
export type AgreementWeights = 'quadratic' | 'linear' | 'none' | readonly (readonly number[])[]

/** How two raters sorted the same cases into the same categories. */
export type AgreementTable = { readonly table: CaseTable; readonly weights?: AgreementWeights }

const calculator = 'weightedKappa'

const disagreement = (weights: AgreementWeights, row: number, column: number): number => {
  if (typeof weights === 'object') return weights[row]?.[column] as number
  const distance = Math.abs(row - column)
  return { quadratic: distance ** 2, linear: distance, none: Math.min(distance, 1) }[weights]
}

const needsSquare = (matrix: readonly (readonly number[])[], argument: string, size: number): void => {
  needs(matrix?.length === size, calculator, `${argument} with ${size} rows`, matrix?.length)
  listOf(calculator, argument, matrix).forEach((columns, row) => {
    const { length } = listOf(calculator, argument, columns, row)
    needsAt(length === size, calculator, `${size} columns`, argument, length, row)
  })
}

const needsCases = (table: CaseTable): void => {
  needsSquare(table, 'table', table?.length)
  table.forEach((row, index) => {
    listOf(calculator, 'table', row).forEach((cases, column) => {
      needsCount(calculator, `table[${index}]`, cases, column)
    })
  })
}

const needsWeights = (weights: AgreementWeights, categories: number): void => {
  if (typeof weights !== 'object') {
    needsOneOf(calculator, 'weights', weights, ['quadratic', 'linear', 'none'])
    return
  }
  needsSquare(weights, 'weights', categories)
  const rule = 'weights of disagreement: ≥ 0, and 0 on the diagonal'
  weights.forEach((row, index) => {
    row.forEach((weight, column) => {
      const isDisagreement = index === column ? weight === 0 : weight >= 0 && Number.isFinite(weight)
      needsAt(isDisagreement, calculator, rule, `weights[${index}]`, weight, column)
    })
  })
}

/**
 * Weighted kappa (加权κ系数), M65b: how far two raters agree beyond chance, a near miss counting for more
 * than a far one.
 *
 * Formula: 1 − observed disagreement / disagreement expected by chance; each the sum over the table of weight ×
 * share of cases, chance being the product of the two raters' own shares.
 *
 * When to use: for two raters and a few ordered categories.
 * When not: with weights of agreement, which many tools use: Cohen's are of disagreement. Nor for more than two
 * raters or for scores (`raterReliability`).
 *
 * Result: a coefficient from −1 to 1 with a normal 95 % interval, cut at −1 and 1, or the note `NoIntervalFullAgreement`. The
 * interval is that of many cases: below 2 × categories² it is too narrow and carries `LargeSampleInterval`. `undefined` (`ZeroDenominator`) when chance alone would give perfect
 * agreement, as when both put every case into one category. Throws when the table or the weights are not square,
 * a cell is not a whole number ≥ 0, or the weights are not 0 on the diagonal.
 *
 * Source: Cohen (1968), Psychological Bulletin 70; Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, for the
 * interval; Cicchetti & Fleiss (1977) for its limit.
 *
 * @example
 * ```ts
 * import { weightedKappa } from 'training-ops/metrics'
 * const kappa = weightedKappa({ table: [[20, 5], [10, 15]], weights: 'none' })
 * kappa.status === 'ok' && kappa.value // => 0.4
 * kappa.status === 'ok' && kappa.interval?.low.toFixed(3) // => '0.151'
 * weightedKappa({ table: [[10, 0], [0, 0]] }) // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'disagreement expected by chance' } }
 * ```
 */
export const weightedKappa = /* @__PURE__ */ guarded(
  'weightedKappa',
  ({ table, weights = 'quadratic' }: AgreementTable): MetricResult => {
    needsCases(table)
    needsWeights(weights, table.length)
    const byFirst = table.map((row) => row.reduce((sum, cases) => sum + cases, 0))
    const bySecond = table.map((_, column) => table.reduce((sum, row) => sum + (row[column] as number), 0))
    const cases = byFirst.reduce((sum, row) => sum + row, 0)
    let observed = 0
    let expected = 0
    table.forEach((row, first) => {
      row.forEach((count, second) => {
        const weight = disagreement(weights, first, second)
        observed += weight * count * cases
        expected += weight * (byFirst[first] as number) * (bySecond[second] as number)
      })
    })
    if (expected === 0)
      return {
        status: 'undefined',
        reason: { code: 'ZeroDenominator', what: 'disagreement expected by chance' },
      }
    const value = (expected - observed) / expected
    const standardError = errorOf(table, weights, { byFirst, bySecond, cases, expected, value })
    const half = normalQuantile({ probability: 0.975 }) * standardError
    const [low, high] = [Math.max(-1, value - half), Math.min(1, value + half)]
    const from = 2 * table.length ** 2
    const hasInterval = standardError > 1e-12
    const notes: Note[] = hasInterval
      ? cases < from
        ? [{ code: 'LargeSampleInterval', n: cases, from }]
        : []
      : [{ code: 'NoIntervalFullAgreement' }]
    return {
      status: 'ok',
      value,
      n: cases,
      unit: 'coefficient',
      ...(hasInterval && { interval: { low, high, confidence: 0.95, method: 'normal' } }),
      variant: { weights: typeof weights === 'string' ? weights : 'given' },
      ...(notes.length > 0 && { notes }),
    }
  },
)

type Sums = {
  readonly byFirst: readonly number[]
  readonly bySecond: readonly number[]
  readonly cases: number
  /** Disagreement by chance, times the cases squared. */
  readonly expected: number
  readonly value: number
}

/** Fleiss, Cohen & Everitt (1969), written in disagreements: of large samples only. */
const errorOf = (
  table: CaseTable,
  weights: AgreementWeights,
  { byFirst, bySecond, cases, expected, value }: Sums,
): number => {
  const meanOf = (others: readonly number[], weightOf: (other: number) => number): number =>
    others.reduce((sum, count, other) => sum + count * weightOf(other), 0) / cases
  const byChance = expected / cases ** 2
  const ofFirst = table.map((_, row) => meanOf(bySecond, (column) => disagreement(weights, row, column)))
  const ofSecond = table.map((_, column) => meanOf(byFirst, (row) => disagreement(weights, row, column)))
  let squares = 0
  let sum = 0
  table.forEach((columns, row) => {
    columns.forEach((count, column) => {
      const surprise =
        disagreement(weights, row, column) -
        (1 - value) * ((ofFirst[row] as number) + (ofSecond[column] as number))
      squares += (count / cases) * surprise ** 2
      sum += (count / cases) * surprise
    })
  })
  return Math.sqrt(Math.max(0, squares - sum ** 2) / cases) / byChance
}

/** κ over cases that arrive one by one: how often each pair of ratings came adds up. */
export const weightedKappaAccumulator = /* @__PURE__ */ guardedAccumulator(
  'weightedKappaAccumulator',
  ({
    scale,
    weights = 'quadratic',
  }: {
    readonly scale: AnswerScale
    readonly weights?: AgreementWeights
  }): Accumulator<RatedCase, CaseCounts, MetricResult> => {
    const cases = countingCases('weightedKappaAccumulator', scale, (table) =>
      weightedKappa({ table, weights }),
    )
    needsWeights(weights, pointsOf(scale))
    return cases
  },
)

export const weightedKappaEntry: MetricEntry = {
  id: 'M65b',
  calculator: 'weightedKappa',
  companions: {
    agreementTable: {},
    fleissKappa: {},
    krippendorffAlpha: { level: ['interval', 'nominal', 'ordinal', 'ratio'] },
  },
  unit: 'coefficient',
  quantity: 'pairs',
  better: 'more',
  level: 'L3',
  class: 'effectiveness',
  options: { weights: ['quadratic', 'linear', 'none', 'given'] },
  accumulates: 'exact',
  sources: ['Cohen 1968', 'Fleiss, Cohen & Everitt 1969', 'Project default D17'],
}
