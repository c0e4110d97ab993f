/** A summary as a document: tables, charts as data, and what could not be made. */
import {
  type Block,
  type Chart,
  codeWord,
  column,
  type Datum,
  type Document,
  paragraph,
  phrase,
  pointOf,
  type Section,
  type WordKey,
} from '../../reports/index.ts'
import { needing } from '../foreign.ts'
import type { SummaryFigure, SummaryReason } from './mapping.ts'
import type { Summary } from './summarise.ts'

const reasons: readonly SummaryReason[] = [
  'scale',
  'subscale',
  'recommendation',
  'options',
  'number',
  'scores',
  'measure',
  'arms',
  'outcome',
  'counts',
  'money',
]
const mostCells = 20

const metricOf = (metric: string): Datum => codeWord('metric', metric)
const columnsOf = ({ columns }: SummaryFigure): string => columns.join(', ')
const isOfGroup = ({ group }: SummaryFigure): boolean => group !== undefined

const tableOf = (figures: readonly SummaryFigure[]): Block => ({
  kind: 'table',
  columns: [
    column('analysis.column'),
    column('analysis.about'),
    column('analysis.figure'),
    column('analysis.value', 'end'),
  ],
  rows: figures.map((one) => [
    columnsOf(one),
    one.group ?? one.of ?? '',
    metricOf(one.metric),
    { figure: one.result },
  ]),
})

/** Bars, one for each figure that is told, under the name of what tells it apart. */
const barsOf = (
  figures: readonly SummaryFigure[],
  title: Chart['title'],
  nameOf: (figure: SummaryFigure) => string,
): readonly Chart[] => {
  const [first] = figures
  if (first === undefined || figures.every(({ result }) => result.status !== 'ok')) return []
  const name = phrase('analysis.chartOfAll', { metric: metricOf(first.metric) })
  return [
    {
      kind: 'chart',
      form: 'bars',
      title,
      categories: figures.map(nameOf),
      series: [{ name, points: figures.map(({ result }) => pointOf(result)) }],
    },
  ]
}

const titled = (metric: string, heading: string) =>
  phrase('analysis.chart', { metric: metricOf(metric), column: heading })

/** The figures of one column each, in the order of the columns. */
const byColumn = (
  figures: readonly SummaryFigure[],
): readonly (readonly [string, readonly SummaryFigure[]])[] => {
  const groups = new Map<string, SummaryFigure[]>()
  for (const one of figures) groups.set(columnsOf(one), [...(groups.get(columnsOf(one)) ?? []), one])
  return [...groups]
}

const nameOfPart = ({ group, of, columns }: SummaryFigure): string => group ?? of ?? columns.join(', ')

/**
 * The charts of a summary (图表规格), as data: satisfaction by question and by group, means, shares of options. Each bar has its interval;
 * a figure that is hidden is a gap.
 *
 * @example
 * ```ts
 * import { summarise, summaryCharts } from 'training-ops/interop'
 * const rows = ['5', '4', '2', '5', '3', '4'].map((answer) => ({ 'Was it clear?': answer }))
 * const summary = summarise(rows, { columns: { 'Was it clear?': { is: 'scale', min: 1, max: 5 } } })
 * summaryCharts(summary).map(({ form }) => form) // => ['bars']
 * ```
 */
export const summaryCharts = ({ figures }: Summary): readonly Chart[] => {
  const of = (metric: string) => figures.filter((one) => one.metric === metric)
  const ofAll = (metric: string) => of(metric).filter((one) => !isOfGroup(one))
  const whole = (metric: string) => phrase('analysis.chartOfAll', { metric: metricOf(metric) })
  return [
    ...barsOf(ofAll('M32'), whole('M32'), columnsOf),
    ...byColumn(of('M32').filter(isOfGroup)).flatMap(([heading, parts]) =>
      barsOf(parts, titled('M32', heading), nameOfPart),
    ),
    ...barsOf(of('M33'), whole('M33'), nameOfPart),
    ...byColumn(of('M38')).flatMap(([heading, parts]) => barsOf(parts, titled('M38', heading), nameOfPart)),
    ...barsOf(
      of('M40').filter(({ because }) => because === 'scores'),
      whole('M40'),
      nameOfPart,
    ),
  ]
}

const sectionOf = (heading: WordKey, blocks: readonly Block[]): readonly Section[] =>
  blocks.length === 0 ? [] : [{ heading: phrase(heading), blocks }]

/**
 * A summary as a document for `toHtml` and `toMarkdown`, in any language: a table of the figures by kind, the charts, the figures that
 * were not made and what they would need, and the cells that could not be read.
 *
 * @example
 * ```ts
 * import { summarise, summaryDocument } from 'training-ops/interop'
 * import { en, toMarkdown } from 'training-ops/reports'
 * const rows = ['5', '4', '5', '2', '5'].map((answer) => ({ 'Was it clear?': answer }))
 * const summary = summarise(rows, { columns: { 'Was it clear?': { is: 'scale', min: 1, max: 5 } } })
 * toMarkdown(summaryDocument(summary), { language: en, zone: 'UTC' }).split('\n')[0] // => '# What 5 rows tell'
 * ```
 */
export const summaryDocument = (summary: Summary): Document =>
  needing('summaryDocument', 'a summary, as `summarise` gives it', () => {
    const { figures, rows, notApplicable, unread, leftOut, missing } = summary
    const hidden = figures.filter(({ result }) => result.status === 'suppressed').length
    const limitations = [
      ...(leftOut.length === 0 ? [] : [phrase('analysis.leftOut', { count: leftOut.length })]),
      ...(missing.length === 0 ? [] : [phrase('analysis.missing', { columns: { list: missing } })]),
    ]
    return {
      title: phrase('analysis.title', { rows }),
      headline: phrase('analysis.headline', { figures: figures.length, rows, hidden }),
      limitations,
      blocks: summaryCharts(summary),
      sections: [
        ...reasons.flatMap((reason) => {
          const own = figures.filter((one) => one.because === reason && !isOfGroup(one))
          return sectionOf(`analysis.${reason}`, own.length === 0 ? [] : [tableOf(own)])
        }),
        ...sectionOf('analysis.groups', figures.some(isOfGroup) ? [tableOf(figures.filter(isOfGroup))] : []),
        ...sectionOf(
          'analysis.notMade',
          notApplicable.length === 0
            ? []
            : [
                {
                  kind: 'bullets',
                  items: notApplicable.map(({ metric, needs }) =>
                    phrase(`analysis.notMade.${needs}`, { metric: metricOf(metric) }),
                  ),
                },
              ],
        ),
        ...sectionOf(
          'analysis.unread',
          unread.length === 0
            ? []
            : [
                paragraph('analysis.unread.count', { count: unread.length }),
                {
                  kind: 'table',
                  columns: [
                    column('analysis.row', 'end'),
                    column('analysis.column'),
                    column('analysis.cell'),
                  ],
                  rows: unread.slice(0, mostCells).map((one) => [one.row, one.column, one.cell]),
                },
              ],
        ),
      ],
    }
  })
