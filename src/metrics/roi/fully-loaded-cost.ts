import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import {
  guarded,
  guardedAccumulator,
  listOf,
  needsAt,
  needsCount,
  needsCurrency,
  needsOneOf,
} from '../guard.ts'
import type { MetricResult, Note } from '../result.ts'

/** Everything a program costs, in the order in which it is spent. */
export const costCategories = [
  'needsAnalysis',
  'design',
  'materials',
  'trainer',
  'facilities',
  'travel',
  'participantTime',
  'administration',
  'evaluation',
] as const

export type CostCategory = (typeof costCategories)[number]

/** One posted cost, in minor units. A cost known to be nothing is a line of 0; a category without a line is unknown. */
export type CostLine = {
  readonly category: CostCategory
  readonly amount: number
  readonly currency: string
}

/** Over how many offerings the needs analysis and the design are spread, and how many of them are costed here. */
export type CostLife = { readonly offerings: number; readonly costedHere: number }

export type ProgramCosts = { readonly lines: readonly CostLine[]; readonly life?: CostLife }

/** Whole minor units by category, and the currencies they came in. @internal */
export type CostSums = {
  readonly byCategory: Readonly<Partial<Record<CostCategory, number>>>
  readonly currencies: ReadonlySet<string>
}

const calculator = 'fullyLoadedCost'
const none: CostSums = { byCategory: {}, currencies: new Set() }

const lift = ({ category, amount, currency }: CostLine, index?: number): CostSums => {
  needsOneOf(calculator, 'lines[].category', category, costCategories, index)
  needsCount(calculator, 'lines[].amount', amount, index)
  needsCurrency(calculator, 'lines[].currency', currency, index)
  return { byCategory: { [category]: amount }, currencies: new Set([currency]) }
}

const combine = (a: CostSums, b: CostSums): CostSums => {
  const byCategory: Partial<Record<CostCategory, number>> = { ...a.byCategory }
  for (const category of costCategories) {
    const amount = b.byCategory[category]
    if (amount !== undefined) byCategory[category] = (byCategory[category] ?? 0) + amount
  }
  return { byCategory, currencies: new Set([...a.currencies, ...b.currencies]) }
}

const costOf = ({ byCategory, currencies }: CostSums, life: CostLife): MetricResult => {
  const [currency, ...others] = [...currencies].sort()
  if (currency === undefined)
    return { status: 'undefined', reason: { code: 'TooFewObservations', need: 1, have: 0 } }
  if (others.length > 0)
    return { status: 'undefined', reason: { code: 'MixedCurrency', currencies: [currency, ...others] } }
  const known = costCategories.filter((category) => byCategory[category] !== undefined)
  let [direct, spread] = [0, 0]
  for (const category of known) {
    if (category === 'needsAnalysis' || category === 'design') spread += byCategory[category] ?? 0
    else direct += byCategory[category] ?? 0
  }
  const notes: Note[] = costCategories
    .filter((category) => !known.includes(category))
    .map((category) => ({ code: 'CostCategoryMissing', category }))
  return {
    status: 'ok',
    value: direct + (spread * life.costedHere) / life.offerings,
    n: known.length,
    unit: 'minorUnits',
    currency,
    variant: { participantTime: known.includes('participantTime') ? 'included' : 'missing' },
    ...(notes[0] && { notes }),
  }
}

const needsLife = ({ offerings, costedHere }: CostLife): void => {
  needsCount(calculator, 'life.offerings', offerings)
  needsCount(calculator, 'life.costedHere', costedHere)
  const isPart = costedHere <= offerings && offerings > 0
  needsAt(isPart, calculator, 'a part of life.offerings', 'life.costedHere', costedHere)
}

const allOfIt: CostLife = { offerings: 1, costedHere: 1 }

/**
 * Fully loaded cost (全成本), M80: everything a program costs the organisation, the time of its participants
 * included.
 *
 * Formula: materials + trainer + facilities + travel + participants' time + administration + evaluation +
 * (needs analysis + design) × offerings costed here / offerings over the program's life.
 *
 * When to use: as the cost of a return on investment, where leaving a cost out flatters the figure.
 * When not: to compare spending with benchmarks, which exclude participants' pay (`directCostPerEmployee`).
 *
 * Result: minor units of the currency, not rounded; `n` is how many of the nine categories are known; every other
 * one is a `CostCategoryMissing` note, never a silent 0; `undefined`: `TooFewObservations` without any line,
 * `MixedCurrency` when lines are in several. Throws on an unknown category, an amount that is not a whole number
 * ≥ 0, a currency that is not three capital letters, a life of less than what is costed.
 *
 * Source: Phillips & Phillips, ROI methodology, guiding principle 10; default D20 of the project's catalog.
 *
 * @example
 * ```ts
 * import { fullyLoadedCost } from 'training-ops/metrics'
 * const cost = fullyLoadedCost({
 *   lines: [
 *     { category: 'design', amount: 600_000, currency: 'CNY' },
 *     { category: 'trainer', amount: 150_000, currency: 'CNY' },
 *     { category: 'participantTime', amount: 250_000, currency: 'CNY' },
 *   ],
 *   life: { offerings: 6, costedHere: 1 },
 * })
 * cost.status === 'ok' && cost.value // => 500_000
 * cost.status === 'ok' && cost.notes?.length // => 6
 * ```
 */
export const fullyLoadedCost = /* @__PURE__ */ guarded(
  'fullyLoadedCost',
  ({ lines, life = allOfIt }: ProgramCosts): MetricResult => {
    needsLife(life)
    return costOf(
      listOf(calculator, 'lines', lines)
        .map((line, index) => lift(line ?? {}, index))
        .reduce(combine, none),
      life,
    )
  },
)

/** The cost over lines that are posted one by one. */
export const fullyLoadedCostAccumulator = /* @__PURE__ */ guardedAccumulator(
  'fullyLoadedCostAccumulator',
  (life: CostLife = allOfIt): Accumulator<CostLine, CostSums, MetricResult> => {
    needsLife(life)
    return { empty: none, lift: (line) => lift(line), combine, extract: (sums) => costOf(sums, life) }
  },
)

export const fullyLoadedCostEntry: MetricEntry = {
  id: 'M80',
  calculator: 'fullyLoadedCost',
  unit: 'minorUnits',
  quantity: 'categories',
  level: 'L5',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['Phillips guiding principle 10', 'Project default D20'],
}
