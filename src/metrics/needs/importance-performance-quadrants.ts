import type { MetricEntry } from '../entry.ts'
import { guarded, needsAt, needsNumber, needsOneOf, needsText, recordsOf } from '../guard.ts'
import { type AnswerScale, needsScale } from '../reaction/answer-scale.ts'

/** An item with its mean importance and mean performance on one scale. */
export type PlacedItem = { readonly item: string; readonly importance: number; readonly performance: number }

export type ImportanceAndPerformance = {
  readonly items: readonly PlacedItem[]
  readonly scale: AnswerScale
  /** `midpoint` of the scale (the default), or the `means` of the items. */
  readonly split?: 'midpoint' | 'means'
  /** The side of an item exactly on the split; `high` unless said otherwise. */
  readonly onSplit?: 'high' | 'low'
}

/** Important and poor; important and good; unimportant and poor; unimportant and good. */
export type Quadrant = 'concentrateHere' | 'keepUp' | 'lowPriority' | 'possibleOverkill'

export type ImportancePerformanceMatrix = {
  readonly split: { readonly importance: number; readonly performance: number }
  readonly variant: { readonly split: 'midpoint' | 'means'; readonly onSplit: 'high' | 'low' }
  readonly items: readonly (PlacedItem & { readonly quadrant: Quadrant })[]
}

const calculator = 'importancePerformanceQuadrants'

/**
 * Importance–performance quadrants (重要性-表现矩阵), M96: what matters and goes badly, apart from what matters less
 * or goes well.
 *
 * Formula: each item by whether its importance and its performance are above the split: the midpoint of the scale,
 * or the mean of all items.
 *
 * When to use: to show many competencies at a glance.
 * When not: with `means` to judge items by themselves: some are always below the mean, however good all are. Nor
 * to rank within a quadrant (M92, M97).
 *
 * Result: the split, the choices that were made, and each item with its quadrant, in the order given; no items, no
 * quadrants. Throws when a value lies outside the scale or an item has no name.
 *
 * Source: Martilla & James (1977), Journal of Marketing 41.
 *
 * @example
 * ```ts
 * import { importancePerformanceQuadrants } from 'training-ops/metrics'
 * const { items } = importancePerformanceQuadrants({
 *   scale: { min: 1, max: 5 },
 *   items: [
 *     { item: 'coaching', importance: 4.6, performance: 2.1 },
 *     { item: 'reporting', importance: 2.2, performance: 3 },
 *   ],
 * })
 * items.map(({ quadrant }) => quadrant) // => ['concentrateHere', 'possibleOverkill']
 * ```
 */
export const importancePerformanceQuadrants = /* @__PURE__ */ guarded(
  'importancePerformanceQuadrants',
  (given: ImportanceAndPerformance): ImportancePerformanceMatrix => {
    const { items, scale, split = 'midpoint', onSplit = 'high' } = given
    needsScale(calculator, scale)
    needsOneOf(calculator, 'split', split, ['midpoint', 'means'])
    needsOneOf(calculator, 'onSplit', onSplit, ['high', 'low'])
    recordsOf(calculator, 'items', items).forEach(({ item, importance, performance }, index) => {
      needsText(calculator, 'items[].item', item, index)
      for (const [name, value] of Object.entries({ importance, performance })) {
        needsNumber(calculator, `items[].${name}`, value, index)
        const onScale = value >= scale.min && value <= scale.max
        needsAt(
          onScale,
          calculator,
          `a mean from ${scale.min} to ${scale.max}`,
          `items[].${name}`,
          value,
          index,
        )
      }
    })

    const splitOf = (name: 'importance' | 'performance') =>
      split === 'midpoint' || items.length === 0
        ? (scale.min + scale.max) / 2
        : items.reduce((sum, item) => sum + item[name], 0) / items.length
    const at = { importance: splitOf('importance'), performance: splitOf('performance') }
    const isHigh = (value: number, limit: number) => (onSplit === 'high' ? value >= limit : value > limit)
    const quadrantOf = ({ importance, performance }: PlacedItem): Quadrant => {
      const good = isHigh(performance, at.performance)
      if (isHigh(importance, at.importance)) return good ? 'keepUp' : 'concentrateHere'
      return good ? 'possibleOverkill' : 'lowPriority'
    }
    return {
      split: at,
      variant: { split, onSplit },
      items: items.map((item) => ({ ...item, quadrant: quadrantOf(item) })),
    }
  },
)

export const importancePerformanceQuadrantsEntry: MetricEntry = {
  id: 'M96',
  calculator: 'importancePerformanceQuadrants',
  unit: 'scale',
  quantity: 'people',
  level: 'TNA',
  class: 'effectiveness',
  options: { split: ['midpoint', 'means'], onSplit: ['high', 'low'] },
  accumulates: { no: 'places means that are already taken; accumulate those with itemDistribution' },
  sources: ['Martilla & James 1977'],
}
