import type { MetricResult } from '../metrics/index.ts'
import {
  type Block,
  type Column,
  column,
  type Datum,
  type FigureForm,
  phrase,
  shadedFigure,
} from './document.ts'

const told = ['M26', 'M27', 'M07'] as const

/** The second column tells of how many, once for all. */
const form: FigureForm = { withoutCount: true }

/** A requirement, how many it binds, and its figures by the id of their metric. */
export type RequirementOnReport = {
  readonly title: string
  readonly obliged: number
  readonly figures: Readonly<Record<string, MetricResult>>
}

/** Requirements, one a line: how many each binds, and its rates. The darker a cell, the better. */
export const requirementsTable = (requirements: readonly RequirementOnReport[]): Block => ({
  kind: 'table',
  columns: [
    column('statistics.requirement'),
    column('statistics.obliged', 'end'),
    ...told.map((id): Column => column(`metric.${id}`, 'end')),
  ],
  rows: requirements.map(({ title, obliged, figures }) => [
    title,
    obliged,
    ...told.map((id): Datum => {
      const figure = figures[id]
      if (figure === undefined) return { phrase: phrase('value.none') }
      return id === 'M27' ? { figure, form } : shadedFigure(figure, form)
    }),
  ]),
})
