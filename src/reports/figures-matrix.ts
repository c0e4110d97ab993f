import { definition, metricName, type NamedFigure } from './definition.ts'
import { type Block, type Column, column, type Datum, type FigureForm, phrase } from './document.ts'

/** One metric, taken of several things: by what it is of. */
type Family = { readonly metric: string; readonly byThing: ReadonlyMap<string, NamedFigure> }

export type Asked = {
  readonly aboutWhat: (figure: NamedFigure) => readonly Datum[]
  readonly formOf: (figure: NamedFigure) => FigureForm
}

/** From so many things on, a row for each figure of each thing is hard to read. */
const several = 3

const familiesOf = (figures: readonly NamedFigure[], { aboutWhat }: Asked): readonly Family[] =>
  [...new Set(figures.map(({ metric }) => metric))].flatMap((metric) => {
    const own = figures.filter((figure) => figure.metric === metric && aboutWhat(figure).length > 0)
    const byThing = new Map(own.map((figure) => [JSON.stringify(aboutWhat(figure)), figure]))
    const isTold = byThing.size >= several && byThing.size === own.length
    return isTold ? [{ metric, byThing }] : []
  })

/** Shares of options are a table of their own, even with no other figure beside them. */
const isOfOptions = ({ byThing }: Family): boolean =>
  [...byThing.values()].some(({ of = {} }) => of.option !== undefined)

/** Whether most of what one is of, the other is of too. */
const isAlike = (a: Family, b: Family): boolean => {
  const shared = [...a.byThing.keys()].filter((thing) => b.byThing.has(thing)).length
  return shared * 2 > Math.min(a.byThing.size, b.byThing.size)
}

/**
 * Figures that were all taken of the same things, of each question, of each subscale: tables with things down and
 * figures across, their definitions under them; and the figures that are in none.
 */
export const matricesIn = (
  figures: readonly NamedFigure[],
  asked: Asked,
): { readonly matrices: readonly Block[]; readonly rest: readonly NamedFigure[] } => {
  const groups: Family[][] = []
  for (const family of familiesOf(figures, asked)) {
    const group = groups.find(([first]) => first !== undefined && isAlike(first, family))
    if (group === undefined) groups.push([family])
    else group.push(family)
  }
  const figure = groups.filter((group) => group.length > 1 || group.some(isOfOptions))
  const within = new Set(figure.flat().map(({ metric }) => metric))
  return {
    matrices: figure.flatMap((group) => matrix(group, asked)),
    rest: figures.filter((one) => !within.has(one.metric) || asked.aboutWhat(one).length === 0),
  }
}

const matrix = (group: readonly Family[], { aboutWhat, formOf }: Asked): readonly Block[] => {
  const things = [...new Set(group.flatMap(({ byThing }) => [...byThing.keys()]))]
  const figureAt = (thing: string) => group.map(({ byThing }) => byThing.get(thing))
  return [
    {
      kind: 'table',
      columns: [
        column('evaluation.column.of'),
        ...group.map(
          ({ metric }): Column => ({
            head: phrase('evaluation.statement', { statement: metricName(metric) }),
            align: 'end',
          }),
        ),
      ],
      rows: things.map((thing) => {
        const figure = figureAt(thing)
        const one = figure.find((figure) => figure !== undefined)
        return [
          { list: one === undefined ? [] : aboutWhat(one) },
          ...figure.map(
            (figure): Datum =>
              figure === undefined
                ? { phrase: phrase('value.none') }
                : { figure: figure.result, form: formOf(figure) },
          ),
        ]
      }),
    },
    {
      kind: 'bullets',
      items: group.map(({ metric, byThing }) =>
        phrase('evaluation.note', { figures: metricName(metric), note: definitionOf(byThing) }),
      ),
    },
  ]
}

/** Said once where it is the same of all; of scales that differ, each. */
const definitionOf = (byThing: Family['byThing']): Datum => {
  const all = new Map(
    [...byThing.values()].map((figure) => [JSON.stringify(definition(figure)), definition(figure)]),
  )
  const none = JSON.stringify({ phrase: phrase('value.none') })
  const figure = [...all].filter(([key]) => key !== none)
  return figure.length === 0 ? { phrase: phrase('value.none') } : { list: figure.map(([, one]) => one) }
}
