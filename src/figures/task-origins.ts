import { type MetricResult, templateShare, templateShareEntry } from '../metrics/index.ts'
import type { OfferingRecords } from '../records/offering/record.ts'
import { figureBy } from './figure.ts'

/**
 * M15b. The share of planned tasks that come from a procedure (减少重复性工作).
 *
 * @example
 * ```ts
 * import { figureOf, templateShareFigure } from 'training-ops'
 * figureOf(templateShareFigure, {}).status // => 'undefined'
 * ```
 */
export const templateShareFigure = figureBy({
  entry: templateShareEntry,
  measure: (offerings: OfferingRecords): MetricResult => {
    const tasks = Object.values(offerings).flatMap((one) => Object.values(one.tasks))
    return templateShare({
      fromTemplate: tasks.filter(({ sopId }) => sopId !== undefined).length,
      tasks: tasks.length,
    })
  },
})
