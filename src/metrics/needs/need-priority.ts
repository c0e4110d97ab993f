import type { CatalogueEntry } from '../catalogue-entry.ts'
import { needs, needsAmount, needsAt, needsNumber, needsText } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { type FactorRange, normalise, rangesAmong } from './factor-range.ts'

/** A need with its value on each factor; `null` where nobody knows. */
export type RatedNeed = {
  readonly id: string
  readonly factors: Readonly<Record<string, number | null>>
  /** `current` unless said otherwise. */
  readonly horizon?: 'current' | 'future'
}

export type NeedPriorities = {
  readonly needs: readonly RatedNeed[]
  /** How much each factor counts (strategic weight, gap, headcount, urgency, risk, …): together 1. */
  readonly weights: Readonly<Record<string, number>>
  /**
   * Where each factor begins and ends: declared, so that a new need moves nobody else; or `among`, by the lowest
   * and the highest of the needs at hand. `low` may be the larger number, where less is more urgent.
   */
  readonly ranges: Readonly<Record<string, FactorRange>> | 'among'
  /** What the score of a future need is multiplied by, 0 to 1. 1, no discount, unless said otherwise. */
  readonly futureDiscount?: number
}

/** A need in its place. Needs without a score stand last and have no rank. */
export type RankedNeed = { readonly id: string; readonly rank: number | null; readonly score: MetricResult }

const calculator = 'needPriority'

const needsPriorities = ({ needs: rated, weights, ranges, futureDiscount = 1 }: NeedPriorities): void => {
  for (const factor in weights) needsAmount(calculator, `weights.${factor}`, weights[factor] as number)
  const together = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  needs(Math.abs(together - 1) < 1e-9, calculator, 'weights that sum to 1', together)
  const isShare = futureDiscount >= 0 && futureDiscount <= 1
  needsAt(isShare, calculator, 'a share from 0 to 1', 'futureDiscount', futureDiscount)
  const ids = new Set<string>()
  rated.forEach(({ id, factors }, index) => {
    needsText(calculator, 'needs[].id', id, index)
    needsAt(!ids.has(id), calculator, 'each id once', 'needs[].id', id, index)
    ids.add(id)
    for (const factor of Object.keys(weights)) {
      const value = factors[factor] ?? null
      if (value !== null) needsNumber(calculator, `needs[].factors.${factor}`, value, index)
    }
  })
  if (ranges === 'among') return
  for (const factor of Object.keys(weights)) {
    const { low = Number.NaN, high = Number.NaN } = ranges[factor] ?? {}
    const hasWidth = Number.isFinite(high - low) && low !== high
    needsAt(hasWidth, calculator, 'two different ends', `ranges.${factor}`, `${low} to ${high}`)
  }
}

const inOrderOfPriority = (a: Omit<RankedNeed, 'rank'>, b: Omit<RankedNeed, 'rank'>): number => {
  const [scoreOfA, scoreOfB] = [a, b].map(({ score }) => (score.status === 'ok' ? score.value : -1))
  return (scoreOfB as number) - (scoreOfA as number) || (a.id < b.id ? -1 : 1)
}

/**
 * Need priority (需求优先级), M97: training needs in the order in which to meet them.
 *
 * Formula: sum over the factors of weight × value, the value brought to 0…1 between the factor's two ends and held
 * there; times the discount where the need lies in the future. Equal scores go by id.
 *
 * When to use: to make a ranking that can be explained and repeated; keep the weights and ranges with it.
 * When not: to compare with last year's ranking under `ranges: 'among'`, which moves with every need added.
 *
 * Result: needs in order, each with its rank and its score, a ratio from 0 to 1, `n` being the factors weighed; a
 * need with an unknown factor has the score `undefined` (`TooFewObservations`), no rank, and stands last. Throws
 * when weights do not sum to 1, an id comes twice, or a declared range is missing or has no width.
 *
 * Source: weighted-sum ranking, Fishburn (1967); the factors are the caller's.
 *
 * @example
 * ```ts
 * import { needPriority } from 'training-ops/metrics'
 * const ranked = needPriority({
 *   weights: { gap: 0.5, headcount: 0.25, urgency: 0.25 },
 *   ranges: { gap: { low: 0, high: 4 }, headcount: { low: 0, high: 200 }, urgency: { low: 1, high: 5 } },
 *   needs: [
 *     { id: 'coaching', factors: { gap: 1, headcount: 100, urgency: 3 } },
 *     { id: 'negotiation', factors: { gap: 3, headcount: 50, urgency: 5 } },
 *   ],
 * })
 * ranked.map(({ id }) => id) // => ['negotiation', 'coaching']
 * ranked[0]?.score // => { status: 'ok', value: 0.6875, n: 3, unit: 'ratio', variant: { ranges: 'declared' } }
 * ```
 */
export const needPriority = (priorities: NeedPriorities): readonly RankedNeed[] => {
  needsPriorities(priorities)
  const { needs: rated, weights, ranges, futureDiscount = 1 } = priorities
  const factors = Object.keys(weights)
  const ends = ranges === 'among' ? rangesAmong(factors, rated) : ranges

  const scoreOf = ({ factors: values, horizon }: RatedNeed): MetricResult => {
    const known = factors.filter((factor) => (values[factor] ?? null) !== null)
    if (known.length < factors.length)
      return notMeasurable({ code: 'TooFewObservations', need: factors.length, have: known.length })
    const weighed = factors.map(
      (factor) => (weights[factor] as number) * normalise(values[factor] as number, ends[factor]),
    )
    const discount = horizon === 'future' ? futureDiscount : 1
    return measured({
      value: weighed.reduce((sum, part) => sum + part, 0) * discount,
      n: factors.length,
      unit: 'ratio',
      variant: { ranges: ranges === 'among' ? 'among' : 'declared', ...(discount < 1 ? { discount } : {}) },
    })
  }
  return rated
    .map((need) => ({ id: need.id, score: scoreOf(need) }))
    .sort(inOrderOfPriority)
    .map(({ id, score }, place) => ({ id, rank: score.status === 'ok' ? place + 1 : null, score }))
}

export const needPriorityEntry: CatalogueEntry = {
  id: 'M97',
  calculator: 'needPriority',
  name: { en: 'Need priority', 'zh-CN': '需求优先级' },
  unit: 'ratio',
  level: 'TNA',
  class: 'effectiveness',
  variants: { ranges: ['declared', 'among'] },
  accumulates: { no: 'a rank compares every need with every other; it is taken when all are known' },
  references: ['Fishburn 1967'],
}
