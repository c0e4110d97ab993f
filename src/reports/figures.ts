import { definition, type Told } from './definition.ts'
import {
  type Block,
  type Chart,
  column,
  type Datum,
  type FigureForm,
  pointOf,
  say,
  word,
} from './document.ts'
import { matricesIn } from './figures-matrix.ts'
import { notesOn } from './notes.ts'

/** Figures of one program, or of one estimate: an n would say nothing. */
const withoutCount = ['benefitCostRatio', 'returnOnInvestment', 'paybackPeriod', 'breakEvenAttribution']

/** How the value of a figure is written: its unit is the host's, its scale that of the question. */
const formOf = ({ calculator, of = {}, result }: Told): FigureForm => {
  const { measuredIn, max, min } = of
  const isMoney = result.status === 'ok' && result.unit === 'minorUnits'
  return {
    ...(typeof measuredIn === 'string' ? { measuredIn, difference: calculator !== 'meanOfUnits' } : {}),
    ...(calculator === 'roiSensitivity' ? { measuredIn: 'percent', difference: true } : {}),
    ...(calculator === 'subscaleScores' && typeof max === 'number' && (min === 0 || min === 1)
      ? { outOf: max }
      : {}),
    ...(isMoney || withoutCount.includes(calculator) ? { withoutCount: true } : {}),
  }
}

/** Of a whole questionnaire, unless they say which part. */
const ofAllQuestions = ['topTwoBox', 'subscaleScores', 'cronbachAlpha', 'straightLining']

/** `evaluation` is a plan elsewhere, and a cost here. */
const partWord = (part: string, code: string): Datum =>
  part === 'category' && code === 'evaluation' ? { phrase: say('cost.evaluation') } : word('term', code)

/** What a figure is of: an item rather than its subscale, a measure with its group and time. */
const aboutWhat = ({ calculator, of = {} }: Told): readonly Datum[] => {
  const parts =
    of.measure === undefined
      ? ['item', 'subscale', 'role', 'category'].filter((part) => of[part] !== undefined).slice(0, 1)
      : ['measure', 'group', 'when']
  if (parts.length === 0 && ofAllQuestions.includes(calculator))
    return [{ phrase: say('evaluation.allQuestions') }]
  if (of.reading !== undefined) return [word('reading', String(of.reading))]
  if (of.input !== undefined) return [word('input', String(of.input))]
  return parts.flatMap((part) => (of[part] === undefined ? [] : [partWord(part, String(of[part]))]))
}

const named = (told: Told): Datum => {
  const figure = word('metric', told.calculator)
  const of = aboutWhat(told)
  return of.length === 0 ? figure : { phrase: say('evaluation.named', { figure, of: { list: of } }) }
}

/** Figures with what they are of and their definition, and under them what a reader must know of them. */
export const figuresTable = (figures: readonly Told[]): readonly Block[] => {
  const { matrices, rest } = matricesIn(figures, { aboutWhat, formOf })
  return [
    ...(rest.length === 0 ? [] : [rowsTable(rest)]),
    ...matrices,
    ...charts(figures),
    ...notesOn(figures, named),
  ]
}

const rowsTable = (figures: readonly Told[]): Block => {
  const areOfSomething = figures.some((told) => aboutWhat(told).length > 0)
  return {
    kind: 'table',
    columns: [
      column('evaluation.column.figure'),
      ...(areOfSomething ? [column('evaluation.column.of')] : []),
      column('evaluation.column.result'),
      column('evaluation.column.definition'),
    ],
    rows: figures.map((told) => [
      word('metric', told.calculator),
      ...(areOfSomething ? [{ list: aboutWhat(told) }] : []),
      { figure: told.result, form: formOf(told) },
      definition(told),
    ]),
  }
}

/** One chart for each figure that was taken of several things: of each question, each subscale, each role. */
const charts = (figures: readonly Told[]): readonly Chart[] =>
  [...new Set(figures.map(({ calculator }) => calculator))].flatMap((calculator) => {
    const alike = figures.filter((told) => told.calculator === calculator && aboutWhat(told).length > 0)
    const things = new Set(alike.map((told) => JSON.stringify(aboutWhat(told))))
    if (things.size < 2 || things.size < alike.length) return []
    const title = say('evaluation.statement', { statement: word('metric', calculator) })
    const points = alike.map((told) => pointOf(told.result, formOf(told)))
    return [
      {
        kind: 'chart',
        form: 'bars',
        title,
        categories: alike.map((told) => ({ list: aboutWhat(told) })),
        series: [{ name: title, points }],
      } as const,
    ]
  })
