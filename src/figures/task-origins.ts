import { type MetricResult, measured, notMeasurable } from '../metrics/index.ts'
import type { OfferingRecords } from '../records/offering/record.ts'

/**
 * The share of tasks that come from a procedure (减少重复性工作): tasks from procedures / all tasks planned. A ratio from
 * 0 to 1; `undefined` where no task was planned.
 *
 * @example
 * ```ts
 * import { templateShareOf } from 'training-ops'
 * templateShareOf({}) // => { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'tasks' } }
 * ```
 */
export const templateShareOf = (offerings: OfferingRecords): MetricResult => {
  const tasks = Object.values(offerings).flatMap((one) => Object.values(one.tasks))
  const n = tasks.length
  if (n === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'tasks' })
  return measured({ value: tasks.filter(({ sopId }) => sopId !== undefined).length / n, n, unit: 'ratio' })
}
