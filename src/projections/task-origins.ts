import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'
import { type MetricResult, measured, notMeasurable } from '../metrics/index.ts'

export type TaskOriginsState = {
  /** Tasks planned for classes, by the procedure they come from. */
  byProcedure: Record<string, number>
  /** Tasks somebody thought of for one class. */
  byHand: number
}

/** Where the tasks of classes come from: a procedure, or somebody's head. Any split of the log merges. */
export const taskOrigins = projections<DeliveryEvent>()({
  name: 'taskOrigins',
  initial: (): TaskOriginsState => ({ byProcedure: {}, byHand: 0 }),
  on: {
    TaskPlanned: (origins, { sopId }) => {
      if (sopId === undefined) origins.byHand++
      else origins.byProcedure[sopId] = (origins.byProcedure[sopId] ?? 0) + 1
    },
  },
  merge: (a, b) => {
    const byProcedure = { ...a.byProcedure }
    for (const [sopId, tasks] of Object.entries(b.byProcedure))
      byProcedure[sopId] = (byProcedure[sopId] ?? 0) + tasks
    return { byProcedure, byHand: a.byHand + b.byHand }
  },
})

/**
 * The share of tasks that come from a procedure (减少重复性工作): tasks from procedures / all tasks planned. A ratio from
 * 0 to 1; `undefined` where no task was planned.
 *
 * @example
 * ```ts
 * import { templateShareOf } from 'training-ops'
 * templateShareOf({ byProcedure: { classroom: 6 }, byHand: 2 }) // => { status: 'ok', value: 0.75, n: 8, unit: 'ratio' }
 * ```
 */
export const templateShareOf = ({ byProcedure, byHand }: TaskOriginsState): MetricResult => {
  const followed = Object.values(byProcedure).reduce((sum, tasks) => sum + tasks, 0)
  const n = followed + byHand
  if (n === 0) return notMeasurable({ code: 'ZeroDenominator', what: 'tasks' })
  return measured({ value: followed / n, n, unit: 'ratio' })
}
