import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, listOf, needsOneOf, needsText } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { censusShare } from '../share.ts'

/** The stages, in order. Each is a subset of the one before. */
export const funnelStages = [
  'invited',
  'requested',
  'confirmed',
  'attended',
  'completed',
  'passed',
  'applied',
] as const

export type FunnelStage = (typeof funnelStages)[number]

/** The people at each stage, by id (of a person, or of an enrolment). A stage nobody keeps track of is left out. */
export type FunnelLists = { readonly [Stage in FunnelStage]?: readonly string[] }

export type FunnelStep = {
  readonly stage: FunnelStage
  /** Those who reached this stage and every stage before it that is kept track of. */
  readonly count: number
  /** In this stage's list without being in every stage before: not counted. */
  readonly leftOut: number
  /** Share of the stage before; of itself for the first. */
  readonly ofPrevious: MetricResult
  /** Share of the first stage. */
  readonly ofFirst: MetricResult
}

type Stages = { readonly [Stage in FunnelStage]?: ReadonlySet<string> }

/**
 * Funnel (报名—完训漏斗), M29: how many of those invited asked, came, finished, passed and applied it.
 *
 * Formula: at each stage, the ids that reached it and every stage before it; shares of the stage before and of the
 * first. So it never widens.
 *
 * When to use: to see where people are lost.
 * When not: with stages from different populations: whoever is missing from an earlier stage is left out, and
 * `leftOut` says how many. Leave a stage out that was not kept.
 *
 * Result: one step for each stage given, in the order of the stages; shares are `undefined` (`ZeroDenominator`)
 * after an empty stage. A census, so no intervals. Throws when an id is not a text or a stage is not one of the
 * seven.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { funnel } from 'training-ops/metrics'
 * const steps = funnel({ invited: ['an', 'bo', 'cy', 'di'], confirmed: ['an', 'bo', 'eve'], completed: ['an'] })
 * steps.map(({ stage, count, leftOut }) => [stage, count, leftOut]) // => [['invited', 4, 0], ['confirmed', 2, 1], ['completed', 1, 0]]
 * steps[2]?.ofFirst // => { status: 'ok', value: 0.25, n: 4, unit: 'ratio' }
 * ```
 */
export const funnel = /* @__PURE__ */ guarded('funnel', (lists: FunnelLists): readonly FunnelStep[] =>
  stepsOf(gather([lists])),
)

const gather = (parts: Iterable<FunnelLists>): Stages => {
  const stages: { [Stage in FunnelStage]?: Set<string> } = {}
  for (const lists of parts)
    for (const [stage, ids] of Object.entries(lists) as [FunnelStage, readonly string[] | undefined][]) {
      needsOneOf('funnel', 'stage', stage, funnelStages)
      if (ids === undefined) continue
      const reached = stages[stage] ?? new Set<string>()
      stages[stage] = reached
      listOf('funnel', stage, ids).forEach((id, index) => {
        needsText('funnel', stage, id, index)
        reached.add(id)
      })
    }
  return stages
}

const stepsOf = (stages: Stages): readonly FunnelStep[] => {
  const steps: FunnelStep[] = []
  let before: ReadonlySet<string> | undefined
  let first = 0
  for (const stage of funnelStages) {
    const listed = stages[stage]
    if (listed === undefined) continue
    const previous: ReadonlySet<string> = before ?? listed
    const reached = new Set([...listed].filter((id) => previous.has(id)))
    if (before === undefined) first = reached.size
    steps.push({
      stage,
      count: reached.size,
      leftOut: listed.size - reached.size,
      ofPrevious: censusShare({ part: reached.size, whole: previous.size, what: 'previous stage' }),
      ofFirst: censusShare({ part: reached.size, whole: first, what: 'first stage' }),
    })
    before = reached
  }
  return steps
}

/** Unites the lists of parts, stage by stage. */
export const funnelAccumulator: Accumulator<FunnelLists, Stages, readonly FunnelStep[]> =
  /* @__PURE__ */ guardedAccumulator('funnelAccumulator', {
    empty: {},
    lift: (lists) => gather([lists]),
    combine: (a, b) => {
      const stages: { [Stage in FunnelStage]?: ReadonlySet<string> } = {}
      for (const stage of funnelStages)
        if (a[stage] || b[stage]) stages[stage] = new Set([...(a[stage] ?? []), ...(b[stage] ?? [])])
      return stages
    },
    extract: stepsOf,
    gather,
  })

export const funnelEntry: MetricEntry = {
  id: 'M29',
  calculator: 'funnel',
  unit: 'people',
  quantity: 'people',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
