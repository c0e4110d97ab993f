import type { MetricEntry } from '../entry.ts'
import { guarded, needsAmount, needsAt, needsNumber, needsText } from '../guard.ts'
import type { Measured, MetricResult } from '../result.ts'

/** Where a factor begins (0) and ends (1). */
export type FactorRange = { readonly low: number; readonly high: number }

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
  /** The factor of the score of a future need, 0 to 1. 1, no discount, unless said otherwise. */
  readonly futureDiscount?: number
}

/** A need in its place. Needs without a score stand last and have no rank. */
export type RankedNeed = { readonly id: string; readonly rank: number | null; readonly score: MetricResult }

const calculator = 'needPriority'

/** Where a factor begins (0) and ends (1): as declared, or by the lowest and the highest of the known values. */
const endsOf = (ranges: NeedPriorities['ranges'], factor: string, known: readonly number[]): FactorRange => {
  if (ranges === 'among') return { low: Math.min(...known), high: Math.max(...known) }
  const { low, high } = ranges?.[factor] ?? ({} as FactorRange)
  needsNumber(calculator, `ranges.${factor}.low`, low)
  needsNumber(calculator, `ranges.${factor}.high`, high)
  const hasWidth = low !== high && Number.isFinite(high - low)
  needsAt(hasWidth, calculator, `a number other than low (${low})`, `ranges.${factor}.high`, high)
  return { low, high }
}

/** A difference beyond the twelfth decimal is how sums are rounded, and a tie. Needs without a score stand last. */
const pointsOf = ({ score }: Pick<RankedNeed, 'score'>): number =>
  +((score as Partial<Measured>).value ?? -1).toFixed(12)

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
export const needPriority = /* @__PURE__ */ guarded(
  'needPriority',
  ({ needs: rated, weights, ranges, futureDiscount = 1 }: NeedPriorities): readonly RankedNeed[] => {
    let together = 0
    const factors = Object.entries(weights).map(([name, weight]) => {
      needsAmount(calculator, `weights.${name}`, weight)
      together += weight
      const known = rated.flatMap(({ factors: values }, index) => {
        needsNumber(calculator, `needs[].factors.${name}`, values[name] ?? 0, index)
        return values[name] ?? []
      })
      return { name, weight, ...endsOf(ranges, name, known) }
    })
    needsAt(Math.abs(together - 1) < 1e-9, calculator, 'weights that sum to 1', '', together)
    const isShare = futureDiscount >= 0 && futureDiscount <= 1
    needsAt(isShare, calculator, 'a share from 0 to 1', 'futureDiscount', futureDiscount)
    const ids = new Set<string>()
    const scoreOf = ({ factors: values, horizon }: RatedNeed): MetricResult => {
      let value = 0
      let have = 0
      for (const { name, weight, low, high } of factors) {
        const level = values[name] ?? null
        if (level === null) continue
        have++
        if (low !== high) value += weight * Math.min(1, Math.max(0, (level - low) / (high - low)))
      }
      const n = factors.length
      if (have < n) return { status: 'undefined', reason: { code: 'TooFewObservations', need: n, have } }
      const discount = horizon === 'future' ? futureDiscount : 1
      return {
        status: 'ok',
        value: value * discount,
        n,
        unit: 'ratio',
        variant: { ranges: ranges === 'among' ? ranges : 'declared', ...(discount < 1 && { discount }) },
      }
    }
    return rated
      .map((need, index) => {
        const { id } = need
        needsText(calculator, 'needs[].id', id, index)
        needsAt(ids.size < ids.add(id).size, calculator, 'each id once', 'needs[].id', id, index)
        return { id, score: scoreOf(need) }
      })
      .sort((a, b) => pointsOf(b) - pointsOf(a) || (a.id < b.id ? -1 : 1))
      .map(({ id, score }, place) => ({ id, rank: score.status === 'ok' ? place + 1 : null, score }))
  },
)

export const needPriorityEntry: MetricEntry = {
  id: 'M97',
  calculator: 'needPriority',
  unit: 'ratio',
  quantity: 'factors',
  level: 'TNA',
  class: 'effectiveness',
  options: { ranges: ['declared', 'among'] },
  accumulates: { no: 'a rank compares every need with every other; it is taken when all are known' },
  sources: ['Fishburn 1967'],
}
