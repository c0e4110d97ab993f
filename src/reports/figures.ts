import type { MetricResult } from '../metrics/index.ts'
import { isDot } from './charts.ts'
import { definition, metricName, type NamedFigure } from './definition.ts'
import {
  type Block,
  type Chart,
  codeWord,
  column,
  type Datum,
  type FigureForm,
  phrase,
  pointOf,
} from './document.ts'
import { matricesIn } from './figures-matrix.ts'
import { notesOn } from './notes.ts'
import { countedBy } from './of-metrics.ts'

/** Figures by the id of their metric, in the order of the ids. */
export const byMetric = (figures: Readonly<Record<string, MetricResult>>): readonly NamedFigure[] =>
  Object.entries(figures)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([metric, result]) => ({ metric, result }))

/** Figures of one program, or of one estimate: an n would say nothing. */
const withoutCount = ['M82', 'M83', 'M84', 'M85']

/** Means in a unit, which are no differences. */
const areLevels = ['M39', 'M70b']

/** The quantity that the n counts, where it is not people: to one question everybody gives one answer. */
const countsOf = ({ metric, of = {} }: NamedFigure): Pick<FigureForm, 'counts'> => {
  const counts = countedBy[metric]
  return counts === undefined || (counts === 'answers' && of.item !== undefined) ? {} : { counts }
}

/** How the value of a figure is written: its unit is the host's, its scale that of the question. */
export const formOf = (figure: NamedFigure): FigureForm => {
  const { metric, of = {}, result } = figure
  const { measuredIn, max, min } = of
  const isMoney = result.status === 'ok' && result.unit === 'minorUnits'
  return {
    ...(typeof measuredIn === 'string' ? { measuredIn, difference: !areLevels.includes(metric) } : {}),
    ...(typeof of.before === 'number' && typeof of.after === 'number'
      ? { between: [of.before, of.after] as const }
      : {}),
    ...(metric === 'M02' ? { measuredIn: 'times' } : {}),
    ...(metric === 'M86' ? { measuredIn: 'percent', difference: true } : {}),
    ...(metric === 'M33' && typeof max === 'number' && (min === 0 || min === 1) ? { outOf: max } : {}),
    ...countsOf(figure),
    ...(isMoney || withoutCount.includes(metric) ? { withoutCount: true } : {}),
  }
}

/** Of a whole questionnaire, unless they say which part. */
const ofAllQuestions = ['M32', 'M33', 'M35', 'M37b']

/** `evaluation` is a plan elsewhere, and a cost here. */
const partWord = (part: string, code: string): Datum =>
  part === 'category' && code === 'evaluation'
    ? { phrase: phrase('cost.evaluation') }
    : codeWord('term', code)

/** The subject of a figure: an item rather than its subscale, a measure with its group and time. */
const aboutWhat = ({ metric, of = {} }: NamedFigure): readonly Datum[] => {
  // Tests and observations ask the same questions more than once.
  const asked = of.purpose === undefined ? [] : [codeWord('term', String(of.purpose))]
  if (of.option !== undefined)
    return [...asked, codeWord('term', String(of.item)), codeWord('term', String(of.option))]
  const parts =
    of.measure === undefined
      ? ['item', 'subscale', 'role', 'category'].filter((part) => of[part] !== undefined).slice(0, 1)
      : ['measure', 'group', 'when']
  if (parts.length === 0 && ofAllQuestions.includes(metric))
    return [{ phrase: phrase('evaluation.allQuestions') }]
  if (parts.length === 0 && metric === 'M80b') return [{ phrase: phrase('statistics.total') }]
  if (of.input !== undefined) return [codeWord('input', String(of.input))]
  const about = parts.flatMap((part) => (of[part] === undefined ? [] : [partWord(part, String(of[part]))]))
  return [...asked, ...about]
}

const named = (figure: NamedFigure): Datum => {
  const name = metricName(figure.metric)
  const of = aboutWhat(figure)
  return of.length === 0 ? name : { phrase: phrase('evaluation.named', { figure: name, of: { list: of } }) }
}

/** A figure with its name and what it is of, in a sentence or a cell. */
export const figureDatum = (figure: NamedFigure): Datum => ({
  phrase: phrase('evaluation.note', {
    figures: named(figure),
    note: { figure: figure.result, form: formOf(figure) },
  }),
})

/** Figures with what they are of and their definition, and under them what a reader must know of them. */
export const figuresTable = (figures: readonly NamedFigure[]): readonly Block[] => {
  const { matrices, rest } = matricesIn(figures, { aboutWhat, formOf })
  return [
    ...(rest.length === 0 ? [] : [rowsTable(rest)]),
    ...matrices,
    ...charts(figures),
    ...notesOn(figures, named),
  ]
}

const rowsTable = (figures: readonly NamedFigure[]): Block => {
  const areOfSomething = figures.some((figure) => aboutWhat(figure).length > 0)
  return {
    kind: 'table',
    columns: [
      column('evaluation.column.figure'),
      ...(areOfSomething ? [column('evaluation.column.of')] : []),
      column('evaluation.column.result'),
      column('evaluation.column.definition'),
    ],
    rows: figures.map((figure) => [
      metricName(figure.metric),
      ...(areOfSomething ? [{ list: aboutWhat(figure) }] : []),
      { figure: figure.result, form: formOf(figure) },
      definition(figure),
    ]),
  }
}

/** The options of one question are compared with each other, not with those of another. */
const chartOf = ({ metric, of = {} }: NamedFigure): string =>
  of.option === undefined ? metric : `${metric} ${of.instrument} ${of.purpose ?? ''} ${of.item}`

/** One chart for each figure that was taken of several things: of each question, each subscale, each role. */
const charts = (figures: readonly NamedFigure[]): readonly Chart[] =>
  [...new Set(figures.map(chartOf))].flatMap((chart) => {
    const alike = figures.filter((figure) => chartOf(figure) === chart && aboutWhat(figure).length > 0)
    const metric = alike[0]?.metric ?? ''
    const things = new Set(alike.map((figure) => JSON.stringify(aboutWhat(figure))))
    if (things.size < 2 || things.size < alike.length) return []
    const title = phrase('evaluation.statement', { statement: metricName(metric) })
    const points = alike.map((figure) => pointOf(figure.result, formOf(figure)))
    return [
      {
        kind: 'chart',
        form: points.some(isDot) ? 'dots' : 'bars',
        title,
        categories: alike.map((figure) => ({ list: aboutWhat(figure) })),
        series: [{ name: title, points }],
      } as const,
    ]
  })
