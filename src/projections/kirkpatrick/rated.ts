import {
  cronbachAlpha,
  intentShares,
  itemDistribution,
  netPromoterScore,
  subscaleScores,
  topTwoBox,
} from '../../metrics/index.ts'
import { type KirkpatrickFigure, toldOf } from './figure.ts'
import { agreement, byScale, isOpinion, type Questionnaire, type Scaled } from './questionnaires.ts'

/** What the New World model asks about what comes after the course. */
const themes = ['relevance', 'confidence', 'commitment', 'intentToApply'] as const

type Rows = readonly (readonly (number | null)[])[]

/** Everything one scale of a questionnaire tells: each question, each subscale, all of them together. */
export const ratedFigures = (questionnaire: Questionnaire): readonly KirkpatrickFigure[] =>
  byScale(questionnaire.items.filter(isOpinion)).flatMap((scaled) => {
    const rows = questionnaire.responses.map((response) =>
      scaled.items.map((item) => agreement(item, response)),
    )
    return [
      ...ofAll(questionnaire, scaled, rows),
      ...ofItems(questionnaire, scaled, rows),
      ...ofSubscales(questionnaire, scaled, rows),
    ]
  })

const figure = (
  calculator: string,
  where: string,
  of: KirkpatrickFigure['of'],
  result: KirkpatrickFigure['result'],
): KirkpatrickFigure => ({ figure: `${calculator}:${where}`, calculator, level: 1, of, result })

const told = (k: number, result: KirkpatrickFigure['result']) =>
  result.status === 'ok' ? toldOf(k, result.n, result) : result

const ofAll = (
  { name, k, responses }: Questionnaire,
  { scale, items }: Scaled,
  rows: Rows,
): readonly KirkpatrickFigure[] => {
  const of = { instrument: name, ...scale }
  const where = `${name}:${scale.min}-${scale.max}`
  const asGiven = responses.map(({ values }) => items.map(({ itemId }) => values[itemId] ?? null))
  const everyItem = items.map((_, column) => column)
  const { all } = subscaleScores({ answers: rows, subscales: { all: everyItem }, scale })
  return [
    figure(
      'topTwoBox',
      where,
      of,
      toldOf(k, responses.length, topTwoBox({ answers: rows.flat(), scale, sampled: false })),
    ),
    ...(all === undefined ? [] : [figure('subscaleScores', where, of, told(k, all))]),
    ...(items.length < 2
      ? []
      : [
          figure('cronbachAlpha', where, of, toldOf(k, responses.length, cronbachAlpha({ scores: rows }))),
          figure('straightLining', where, of, toldOf(k, responses.length, straightLining(asGiven))),
        ]),
  ]
}

/** As it was ticked: the share of those who gave at least three answers and gave the same one every time. */
const straightLining = (rows: Rows): KirkpatrickFigure['result'] => {
  const answered = rows.map((row) => row.filter((value) => value !== null)).filter((row) => row.length >= 3)
  if (answered.length === 0)
    return { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'valid' } }
  const straight = answered.filter((row) => row.every((value) => value === row[0])).length
  return { status: 'ok', value: straight / answered.length, n: answered.length, unit: 'ratio' }
}

const ofItems = (
  { name, k }: Questionnaire,
  { scale, items }: Scaled,
  rows: Rows,
): readonly KirkpatrickFigure[] =>
  items.flatMap(({ itemId, subscale }, column) => {
    const answers = rows.map((row) => row[column] ?? null)
    const people = answers.filter((answer) => answer !== null).length
    const of = {
      instrument: name,
      item: itemId,
      ...scale,
      ...(subscale === undefined ? {} : { subscale }),
    }
    const where = `${name}:${itemId}`
    return [
      figure('topTwoBox', where, of, toldOf(k, people, topTwoBox({ answers, scale, sampled: false }))),
      figure('itemDistribution', where, of, toldOf(k, people, itemDistribution({ answers, scale }))),
      ...(subscale === 'recommendation'
        ? [figure('netPromoterScore', where, of, toldOf(k, people, netPromoterScore({ answers, scale })))]
        : []),
    ]
  })

const ofSubscales = (
  { name, k, responses }: Questionnaire,
  { scale, items }: Scaled,
  rows: Rows,
): readonly KirkpatrickFigure[] => {
  const named = [...new Set(items.flatMap(({ subscale }) => (subscale === undefined ? [] : [subscale])))]
  const columnsOf = (subscale: string) =>
    items.flatMap((item, column) => (item.subscale === subscale ? [column] : []))
  const scores = subscaleScores({
    answers: rows,
    subscales: Object.fromEntries(named.map((subscale) => [subscale, columnsOf(subscale)])),
    scale,
  })
  return named.flatMap((subscale): KirkpatrickFigure[] => {
    const columns = columnsOf(subscale)
    const answers = rows.map((row) => columns.map((column) => row[column] ?? null))
    const of = { instrument: name, subscale, ...scale }
    const where = `${name}:${subscale}:${scale.min}-${scale.max}`
    const score = scores[subscale]
    const theme = themes.find((one) => one === subscale)
    const share =
      theme === undefined ? undefined : intentShares({ answers: { [theme]: answers.flat() }, scale })[theme]
    return [
      ...(score === undefined ? [] : [figure('subscaleScores', where, of, told(k, score))]),
      ...(columns.length > 1
        ? [
            figure(
              'cronbachAlpha',
              where,
              of,
              toldOf(k, responses.length, cronbachAlpha({ scores: answers })),
            ),
          ]
        : []),
      ...(share === undefined ? [] : [figure('intentShares', where, of, toldOf(k, responses.length, share))]),
    ]
  })
}
