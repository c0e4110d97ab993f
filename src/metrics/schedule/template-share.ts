import { countedShare } from '../counted-share.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { summing } from '../summing.ts'

export type TaskOrigins = {
  /** Tasks that come from a procedure. */
  readonly fromTemplate: number
  /** All tasks planned. */
  readonly tasks: number
}

/**
 * Template share (流程任务占比), M15b: the share of planned tasks that come from a procedure.
 *
 * Formula: tasks from procedures / all tasks planned.
 *
 * When to use: to see how much preparation nobody had to think of again.
 * When not: as quality of preparation: a poor procedure repeats its faults.
 *
 * Result: a ratio from 0 to 1; `n` is the tasks; `undefined` (`ZeroDenominator`) without any.
 * Throws when a count is not a whole number ≥ 0 or `fromTemplate` exceeds `tasks`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { templateShare } from 'training-ops/metrics'
 * templateShare({ fromTemplate: 30, tasks: 40 }) // => { status: 'ok', value: 0.75, n: 40, unit: 'ratio' }
 * ```
 */
export const templateShare = /* @__PURE__ */ guarded(
  'templateShare',
  /* @__PURE__ */ countedShare<TaskOrigins>('templateShare', 'fromTemplate', 'tasks'),
)

export const templateShareAccumulator = /* @__PURE__ */ guardedAccumulator(
  'templateShareAccumulator',
  /* @__PURE__ */ summing<TaskOrigins, MetricResult>(
    'templateShare',
    { fromTemplate: 0, tasks: 0 },
    templateShare,
  ),
)

export const templateShareEntry: MetricEntry = {
  id: 'M15b',
  calculator: 'templateShare',
  unit: 'ratio',
  quantity: 'tasks',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
