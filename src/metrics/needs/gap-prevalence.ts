import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { exactlySigned, inexactly } from '../exact.ts'
import { guarded, guardedAccumulator, recordsOf } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import type { CompetencyLevels } from './competency-gap.ts'

/** Role holders with and without a gap, the exact sum of the gaps, and who was never assessed. @internal */
export type GapSums = {
  readonly assessed: number
  readonly withGap: number
  readonly missingLevels: bigint
  readonly unassessed: number
  readonly stale: number
}

const none: GapSums = { assessed: 0, withGap: 0, missingLevels: 0n, unassessed: 0, stale: 0 }

const lifter =
  (calculator: string) =>
  ({ required, current, stale = false }: CompetencyLevels, index?: number): GapSums => {
    const exact = (name: string, level: number) =>
      exactlySigned(calculator, index === undefined ? name : `roleHolders[].${name}`, level, index)
    const needed = exact('required', required)
    if (current === null) return { ...none, unassessed: 1 }
    const missing = needed - exact('current', current)
    return {
      assessed: 1,
      withGap: missing > 0n ? 1 : 0,
      missingLevels: missing > 0n ? missing : 0n,
      unassessed: 0,
      stale: stale ? 1 : 0,
    }
  }

const combine = (a: GapSums, b: GapSums): GapSums => ({
  assessed: a.assessed + b.assessed,
  withGap: a.withGap + b.withGap,
  missingLevels: a.missingLevels + b.missingLevels,
  unassessed: a.unassessed + b.unassessed,
  stale: a.stale + b.stale,
})

const overAssessed = (
  { assessed, unassessed, stale }: GapSums,
  unit: 'ratio' | 'points',
  total: number,
): MetricResult => {
  if (assessed === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'assessed' })
  const notes = [
    { code: 'Unassessed', count: unassessed },
    { code: 'StaleAssessment', count: stale },
  ].filter(({ count }) => count > 0)
  return measured({ value: total / assessed, n: assessed, unit, ...(notes.length > 0 && { notes }) })
}

const prevalenceOf = (sums: GapSums): MetricResult => overAssessed(sums, 'ratio', sums.withGap)
const meanGapOf = (sums: GapSums): MetricResult => overAssessed(sums, 'points', inexactly(sums.missingLevels))

/** Holders of one role, on one competency. */
export type RoleHolders = { readonly roleHolders: readonly CompetencyLevels[] }

const sumOf = (calculator: string, { roleHolders }: RoleHolders): GapSums => {
  const lift = lifter(calculator)
  return recordsOf(calculator, 'roleHolders', roleHolders)
    .map((levels, index) => lift(levels, index))
    .reduce(combine, none)
}

/**
 * Gap prevalence (差距面), M91: how many of those in a role fall short of what it requires.
 *
 * Formula: role holders with required > current / role holders assessed.
 *
 * When to use: to tell a need of many (a course) from a need of few (coaching), together with `meanGap`.
 * When not: over everybody in the role: the unassessed neither have a gap nor have none. They are counted apart.
 *
 * Result: a ratio without an interval; notes `Unassessed` and `StaleAssessment` with their counts; `undefined`
 * (`ZeroDenominator`) when nobody was assessed. Throws when a level is not finite.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { gapPrevalence } from 'training-ops/metrics'
 * const roleHolders = [{ required: 4, current: 2 }, { required: 4, current: 4 }, { required: 4, current: null }]
 * gapPrevalence({ roleHolders }) // => { status: 'ok', value: 0.5, n: 2, unit: 'ratio', notes: [{ code: 'Unassessed', count: 1 }] }
 * ```
 */
export const gapPrevalence = /* @__PURE__ */ guarded(
  'gapPrevalence',
  (given: RoleHolders): MetricResult => prevalenceOf(sumOf('gapPrevalence', given)),
)

/**
 * Mean gap (平均差距), M91b: how far role holders fall short on average; a surplus of one does not make up
 * for the gap of another.
 *
 * Formula: sum of (required − current, or 0 where nothing is missing) / role holders assessed.
 *
 * When to use: beside the share who fall short, to say how far.
 * When not: to find the few who lack most: a mean hides them.
 *
 * Result: points of the scale, 0 or more; otherwise as `gapPrevalence`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { meanGap } from 'training-ops/metrics'
 * meanGap({ roleHolders: [{ required: 4, current: 1 }, { required: 3, current: 5 }] }) // => { status: 'ok', value: 1.5, n: 2, unit: 'points' }
 * ```
 */
export const meanGap = /* @__PURE__ */ guarded(
  'meanGap',
  (given: RoleHolders): MetricResult => meanGapOf(sumOf('meanGap', given)),
)

/** The prevalence over role holders that arrive one by one. */
export const gapPrevalenceAccumulator: Accumulator<CompetencyLevels, GapSums, MetricResult> =
  /* @__PURE__ */ guardedAccumulator('gapPrevalenceAccumulator', {
    empty: none,
    lift: (levels) => lifter('gapPrevalence')(levels),
    combine,
    extract: prevalenceOf,
  })

/** The mean gap over role holders that arrive one by one. */
export const meanGapAccumulator: Accumulator<CompetencyLevels, GapSums, MetricResult> =
  /* @__PURE__ */ guardedAccumulator('meanGapAccumulator', {
    empty: none,
    lift: (levels) => lifter('meanGap')(levels),
    combine,
    extract: meanGapOf,
  })

export const gapPrevalenceEntry: MetricEntry = {
  id: 'M91',
  calculator: 'gapPrevalence',
  unit: 'ratio',
  quantity: 'people',
  better: 'less',
  level: 'TNA',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}

export const meanGapEntry: MetricEntry = {
  id: 'M91b',
  calculator: 'meanGap',
  unit: 'points',
  quantity: 'people',
  better: 'less',
  level: 'TNA',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
