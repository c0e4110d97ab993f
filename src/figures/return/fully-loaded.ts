import {
  type CostCategory,
  type CostLife,
  costCategories,
  fullyLoadedCost,
  fullyLoadedCostEntry,
} from '../../metrics/index.ts'
import { given } from '../../vocabulary/index.ts'
import { type MetricFigure, underMetric } from '../figure.ts'

/** The cost categories of operations, and the part of a fully loaded cost that each belongs to. */
const placed: Readonly<Record<string, CostCategory>> = {
  ...Object.fromEntries(costCategories.map((category) => [category, category])),
  trainerFee: 'trainer',
  venue: 'facilities',
  platform: 'facilities',
  equipment: 'facilities',
  refreshments: 'facilities',
  material: 'materials',
  accommodation: 'travel',
  salary: 'participantTime',
}

/** Whether a category of cost is the wages of those who were trained: paid in any case, and no money of a training budget. */
export const isWages = (category: string): boolean => placed[category] === 'participantTime'

/** The wages of participants in these costs, in minor units by category. */
export const wagesIn = (categories: Readonly<Record<string, number>>): number =>
  Object.entries(categories).reduce((sum, [category, minor]) => sum + (isWages(category) ? minor : 0), 0)

export type FullyLoaded = {
  /** M80. */
  readonly cost: MetricFigure
  /** Categories nobody said the place of: they count as administration. */
  readonly unplaced: readonly string[]
}

/**
 * The fully loaded cost of a program (全口径成本), `fullyLoadedCost` (M80), from what was posted for it: by currency, then by
 * category, in minor units, as `kirkpatrick` has it in `costs`. `places` says where an organisation's own categories
 * belong; what has no place is administration, and is named. Post participants' time (`participantTime`, `salary`) as a cost with a paper of the pay office; a category that
 * is missing is named in a note.
 *
 * @example
 * ```ts
 * import { fullyLoadedCostOf } from 'training-ops'
 * const { cost, unplaced } = fullyLoadedCostOf(
 *   { CNY: { trainerFee: 60_000, salary: 40_000, mascot: 500, cinema: 100 } },
 *   { places: { mascot: 'materials' } },
 * )
 * cost.status === 'ok' && cost.value // => 100_600
 * unplaced // => ['cinema']
 * ```
 */
export const fullyLoadedCostOf = (
  costs: Readonly<Record<string, Readonly<Record<string, number>>>>,
  {
    places = {},
    life,
  }: { readonly places?: Readonly<Record<string, CostCategory>>; readonly life?: CostLife } = {},
): FullyLoaded => {
  const placeOf = (category: string): CostCategory | undefined =>
    Object.hasOwn(places, category)
      ? places[category]
      : Object.hasOwn(placed, category)
        ? placed[category]
        : undefined
  const posted = Object.entries(costs).flatMap(([currency, byCategory]) =>
    Object.entries(byCategory).map(([name, amount]) => ({ name, amount, currency, category: placeOf(name) })),
  )
  const lines = posted.map(({ category = 'administration' as const, amount, currency }) => ({
    category,
    amount,
    currency,
  }))
  const unplaced = posted.flatMap(({ name, category }) => (category === undefined ? [name] : []))
  return {
    cost: underMetric(fullyLoadedCostEntry, fullyLoadedCost({ lines, ...given({ life }) })),
    unplaced: [...new Set(unplaced)].sort(),
  }
}
