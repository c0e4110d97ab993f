import { guarded } from '../guard.ts'
import { type MetricResult, measured, type Note, notMeasurable } from '../result.ts'
import { itemSums } from '../statistics/item-spread.ts'
import { meanOf } from '../statistics/mean.ts'
import { loadingsOfOneFactor } from '../statistics/one-factor.ts'
import type { ItemScores } from './cronbach-alpha.ts'

const calculator = 'mcdonaldOmega'
const fewestItems = 3

/**
 * McDonald's ω (麦克唐纳 ω 信度): the share of the variance of the totals that one common factor of the items explains.
 *
 * Formula: (Σ λᵢ sᵢ)² / ((Σ λᵢ sᵢ)² + Σ (1 − λᵢ²) sᵢ²), with the loadings λ of one factor fitted to the correlations by least
 * squares of the residuals (minres), and the items' standard deviations s; over people who answered every item.
 *
 * When to use: beside α, where items hang on the common factor by different degrees, for which α is too low.
 * When not: as proof that there is one factor only: it is taken for granted here. With two or more factors fit a model of
 * them with a statistics package.
 *
 * Result: a coefficient from 0 to 1, without an interval: those that are known for minres take repeated sampling, and the
 * note `NoIntervalOfFactor` says so. `undefined`: `TooFewObservations` under 3 items or 3 people, `NoVariance` where an
 * item does not vary, `NoSingleFactor` where no factor fits with loadings below 1. Notes `IncompleteLeftOut` as
 * `cronbachAlpha`, and `ItemsAgainstFactor` with the items (numbered from 0) that go the other way. Throws as `cronbachAlpha`.
 * There is no accumulator: the fit needs all correlations at once.
 *
 * Source: McDonald (1999), Test Theory; Harman & Jones (1966), Psychometrika 31, for minres; `fa(nfactors = 1)` of the R package psych.
 *
 * @example
 * ```ts
 * import { mcdonaldOmega } from 'training-ops/metrics'
 * const scores = [[4, 3, 4], [5, 5, 4], [2, 3, 1], [3, 2, 3], [1, 2, 2], [4, 5, 5]]
 * const omega = mcdonaldOmega({ scores })
 * omega.status === 'ok' && omega.value.toFixed(3) // => '0.905'
 * ```
 */
export const mcdonaldOmega = /* @__PURE__ */ guarded(calculator, ({ scores }: ItemScores): MetricResult => {
  const { incomplete, people } = itemSums(calculator, scores)
  const rows = scores.filter((row): row is readonly number[] => !row.includes(null))
  const items = rows[0]?.length ?? 0
  const n = Number(people)
  const have = Math.min(n, items)
  if (have < fewestItems) return notMeasurable({ code: 'TooFewObservations', need: fewestItems, have })
  const columns = Array.from({ length: items }, (_, item) => {
    const column = rows.map((row) => row[item] as number)
    const middle = meanOf(column).mean
    return column.map((score) => score - middle)
  })
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, one, at) => sum + one * (b[at] as number), 0)
  const spreads = columns.map((column) => Math.sqrt(product(column, column)))
  if (
    spreads.some((spread, item) => spread <= 1e-13 * Math.abs((rows[0] as readonly number[])[item] as number))
  )
    return notMeasurable({ code: 'NoVariance' })
  const loadings = loadingsOfOneFactor(
    columns.map((a, i) =>
      columns.map((b, j) => product(a, b) / (spreads[i] as number) / (spreads[j] as number)),
    ),
  )
  if (loadings === undefined) return notMeasurable({ code: 'NoSingleFactor' })
  const common = loadings.reduce((sum, loading, item) => sum + loading * (spreads[item] as number), 0)
  const own = loadings.reduce(
    (sum, loading, item) => sum + (1 - loading ** 2) * (spreads[item] as number) ** 2,
    0,
  )
  const against = loadings.flatMap((loading, item) => (loading * common < 0 ? [item] : []))
  const notes: Note[] = [{ code: 'NoIntervalOfFactor' }]
  if (incomplete > 0) notes.push({ code: 'IncompleteLeftOut', count: incomplete })
  if (against.length > 0) notes.push({ code: 'ItemsAgainstFactor', items: against })
  return measured({
    value: common ** 2 / (common ** 2 + own),
    n,
    unit: 'coefficient',
    variant: { missing: 'listwise' },
    notes,
  })
})
