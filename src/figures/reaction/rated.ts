import {
  cronbachAlpha,
  intentShares,
  itemDistribution,
  netPromoterScore,
  subscaleScores,
  suppressed,
  topTwoBox,
} from '../../metrics/index.ts'
import {
  type AnswerRows,
  type KirkpatrickFigure,
  suppressBelow,
  suppressBelowPeople,
  whoGave,
} from '../kirkpatrick/figure.ts'
import { agreement, byScale, isOpinion, type Questionnaire, type Scaled } from './questionnaires.ts'

/** What the New World model asks about what comes after the course. */
const themes = ['relevance', 'confidence', 'commitment', 'intentToApply'] as const

/** Everything one scale of a questionnaire tells: each question, each subscale, all of them together. */
export const ratedFigures = (questionnaire: Questionnaire): readonly KirkpatrickFigure[] =>
  byScale(questionnaire.items.filter(isOpinion)).flatMap((scaled) => {
    const rows = questionnaire.responses.map((response) =>
      scaled.items.map((item) => agreement(item, response)),
    )
    const given = { rows, who: whoGave(questionnaire.responses) }
    return [
      ...ofAll(questionnaire, scaled, given),
      ...ofItems(questionnaire, scaled, given),
      ...ofSubscales(questionnaire, scaled, given),
    ]
  })

const figure = (
  calculator: string,
  where: string,
  of: KirkpatrickFigure['of'],
  result: KirkpatrickFigure['result'],
): KirkpatrickFigure => ({ figure: `${calculator}:${where}`, calculator, level: 1, of, result })

const hasEach = (row: AnswerRows[number]) => row.every((answer) => answer !== null)

/** Answers, and by whom each row of them was given. */
type Given = { readonly rows: AnswerRows; readonly who: readonly string[] }

const thoseWho = ({ rows, who }: Given, is: (row: AnswerRows[number]) => boolean): Given => ({
  rows: rows.filter(is),
  who: who.filter((_, at) => is(rows[at] ?? [])),
})

const suppressedRating = (k: number, { rows, who }: Given, result: KirkpatrickFigure['result']) =>
  suppressBelow(k, rows, result, who)

/** What those who left nothing out answered in all. */
const totalsOf = (given: Given): Given => {
  const { rows, who } = thoseWho(given, hasEach)
  return { rows: rows.map((row) => [row.reduce((sum: number, answer) => sum + (answer ?? 0), 0)]), who }
}

const answersOf = (row: AnswerRows[number]): number => row.filter((answer) => answer !== null).length

/**
 * A score of people weighs an answer by how many each gave: with the questions one by one it tells apart those who gave
 * as many. So it is told where each such group may be told of, question by question.
 */
const scored = (k: number, given: Given, score: KirkpatrickFigure['result']) => {
  const result = suppressedRating(k, given, suppressedRating(k, totalsOf(given), score))
  const asMany = [...new Set(given.rows.map(answersOf))].map((count) =>
    thoseWho(given, (row) => answersOf(row) === count),
  )
  return result.status === 'ok' &&
    asMany.some((group) => suppressedRating(k, group, result).status === 'suppressed')
    ? suppressed(result.n, k)
    : result
}

const ofAll = (
  { name, k, responses }: Questionnaire,
  { scale, items }: Scaled,
  given: Given,
): readonly KirkpatrickFigure[] => {
  const of = { instrument: name, ...scale }
  const { rows, who } = given
  const where = `${name}:${scale.min}-${scale.max}`
  const asGiven = responses.map(({ values }) => items.map(({ itemId }) => values[itemId] ?? null))
  const everyItem = items.map((_, column) => column)
  const { all } = subscaleScores({ answers: rows, subscales: { all: everyItem }, scale })
  return [
    figure(
      'topTwoBox',
      where,
      of,
      suppressedRating(k, given, topTwoBox({ answers: rows.flat(), scale, sampled: false })),
    ),
    ...(all === undefined ? [] : [figure('subscaleScores', where, of, scored(k, given, all))]),
    ...(items.length < 2
      ? []
      : [
          figure(
            'cronbachAlpha',
            where,
            of,
            suppressedRating(k, totalsOf(given), cronbachAlpha({ scores: rows })),
          ),
          figure(
            'straightLining',
            where,
            of,
            suppressBelowPeople(
              k,
              new Set(thoseWho({ rows: asGiven, who }, isLongEnough).who).size,
              straightLining(asGiven),
            ),
          ),
        ]),
  ]
}

const isLongEnough = (row: AnswerRows[number]): boolean => row.filter((value) => value !== null).length >= 3

/** As it was ticked: the share of those who gave at least three answers and gave the same one every time. */
const straightLining = (rows: AnswerRows): KirkpatrickFigure['result'] => {
  const answered = rows.filter(isLongEnough).map((row) => row.filter((value) => value !== null))
  if (answered.length === 0)
    return { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'valid' } }
  const straight = answered.filter((row) => row.every((value) => value === row[0])).length
  return { status: 'ok', value: straight / answered.length, n: answered.length, unit: 'ratio' }
}

const ofItems = (
  { name, k }: Questionnaire,
  { scale, items }: Scaled,
  given: Given,
): readonly KirkpatrickFigure[] =>
  items.flatMap(({ itemId, subscale }, column) => {
    const answers = given.rows.map((row) => row[column] ?? null)
    const asked = { rows: answers.map((answer) => [answer]), who: given.who }
    const of = {
      instrument: name,
      item: itemId,
      ...scale,
      ...(subscale === undefined ? {} : { subscale }),
    }
    const where = `${name}:${itemId}`
    return [
      figure(
        'topTwoBox',
        where,
        of,
        suppressedRating(k, asked, topTwoBox({ answers, scale, sampled: false })),
      ),
      figure('itemDistribution', where, of, suppressedRating(k, asked, itemDistribution({ answers, scale }))),
      ...(subscale === 'recommendation'
        ? [
            figure(
              'netPromoterScore',
              where,
              of,
              suppressedRating(k, asked, netPromoterScore({ answers, scale })),
            ),
          ]
        : []),
    ]
  })

const ofSubscales = (
  { name, k }: Questionnaire,
  { scale, items }: Scaled,
  given: Given,
): readonly KirkpatrickFigure[] => {
  const named = [...new Set(items.flatMap(({ subscale }) => (subscale === undefined ? [] : [subscale])))]
  const columnsOf = (subscale: string) =>
    items.flatMap((item, column) => (item.subscale === subscale ? [column] : []))
  const scores = subscaleScores({
    answers: given.rows,
    subscales: Object.fromEntries(named.map((subscale) => [subscale, columnsOf(subscale)])),
    scale,
  })
  return named.flatMap((subscale): KirkpatrickFigure[] => {
    const columns = columnsOf(subscale)
    const answers = given.rows.map((row) => columns.map((column) => row[column] ?? null))
    const of = { instrument: name, subscale, ...scale }
    const asked = { rows: answers, who: given.who }
    const where = `${name}:${subscale}:${scale.min}-${scale.max}`
    const score = scores[subscale]
    const theme = themes.find((one) => one === subscale)
    const share =
      theme === undefined ? undefined : intentShares({ answers: { [theme]: answers.flat() }, scale })[theme]
    return [
      ...(score === undefined ? [] : [figure('subscaleScores', where, of, scored(k, asked, score))]),
      ...(columns.length > 1
        ? [
            figure(
              'cronbachAlpha',
              where,
              of,
              suppressedRating(k, totalsOf(asked), cronbachAlpha({ scores: answers })),
            ),
          ]
        : []),
      ...(share === undefined ? [] : [figure('intentShares', where, of, suppressedRating(k, asked, share))]),
    ]
  })
}
