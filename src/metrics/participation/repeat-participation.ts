import { countedShare } from '../counted-share.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { summing } from '../summing.ts'

export type RepeatCounts = {
  /** People who attended two classes or more. */
  readonly returned: number
  /** People who attended at least one. */
  readonly participants: number
}

/**
 * Repeat participation (再次参训率), M02b: of the people who attended any class, the share who attended several.
 *
 * Formula: people who attended two classes or more / people who attended any.
 *
 * When to use: to see whether people come back.
 * When not: where classes are assigned: it then says how many were assigned, not who wanted more.
 *
 * Result: a ratio from 0 to 1; `n` is the participants; `undefined` (`ZeroDenominator`) without any.
 * Throws when a count is not a whole number ≥ 0 or `returned` exceeds `participants`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { repeatParticipation } from 'training-ops/metrics'
 * repeatParticipation({ returned: 30, participants: 120 }) // => { status: 'ok', value: 0.25, n: 120, unit: 'ratio' }
 * ```
 */
export const repeatParticipation = /* @__PURE__ */ guarded(
  'repeatParticipation',
  /* @__PURE__ */ countedShare<RepeatCounts>('repeatParticipation', 'returned', 'participants'),
)

export const repeatParticipationAccumulator = /* @__PURE__ */ guardedAccumulator(
  'repeatParticipationAccumulator',
  /* @__PURE__ */ summing<RepeatCounts, MetricResult>(
    'repeatParticipation',
    { returned: 0, participants: 0 },
    repeatParticipation,
  ),
)

export const repeatParticipationEntry: MetricEntry = {
  id: 'M02b',
  calculator: 'repeatParticipation',
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
