import {
  cronbachAlpha,
  cronbachAlphaEntry,
  intentShares,
  intentSharesEntry,
  itemDistribution,
  itemDistributionEntry,
  type MetricEntry,
  netPromoterScore,
  netPromoterScoreEntry,
  straightLining,
  straightLiningEntry,
  subscaleScores,
  subscaleScoresEntry,
  suppressed,
  topTwoBox,
  topTwoBoxEntry,
} from '../../metrics/index.ts'
import {
  type AnswerRows,
  type KirkpatrickFigure,
  studyFigure,
  suppressBelow,
  suppressBelowPeople,
  whoGave,
} from '../kirkpatrick/figure.ts'
import { agreement, byScale, isOpinion, type Questionnaire, type Scaled } from './questionnaires.ts'

/** The questions of the New World model about the time after the course. */
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
  entry: MetricEntry,
  where: string,
  of: KirkpatrickFigure['of'],
  result: KirkpatrickFigure['result'],
): KirkpatrickFigure => studyFigure(entry, { level: 1, of, name: [where] }, result)

const hasEach = (row: AnswerRows[number]) => row.every((answer) => answer !== null)

/** Answers, and by whom each row of them was given. */
type Given = { readonly rows: AnswerRows; readonly who: readonly string[] }

const thoseWho = ({ rows, who }: Given, is: (row: AnswerRows[number]) => boolean): Given => ({
  rows: rows.filter(is),
  who: who.filter((_, at) => is(rows[at] ?? [])),
})

const suppressedRating = (k: number, { rows, who }: Given, result: KirkpatrickFigure['result']) =>
  suppressBelow(k, rows, result, who)

/** The totals of people who answered every question. */
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
  const ticked = thoseWho({ rows: asGiven, who }, isLongEnough)
  const everyItem = items.map((_, column) => column)
  const { all } = subscaleScores({ answers: rows, subscales: { all: everyItem }, scale })
  return [
    figure(
      topTwoBoxEntry,
      where,
      of,
      suppressedRating(k, given, topTwoBox({ answers: rows.flat(), scale, sampled: false })),
    ),
    ...(all === undefined ? [] : [figure(subscaleScoresEntry, where, of, scored(k, given, all))]),
    ...(items.length < 2
      ? []
      : [
          figure(
            cronbachAlphaEntry,
            where,
            of,
            suppressedRating(k, totalsOf(given), cronbachAlpha({ scores: rows })),
          ),
          figure(
            straightLiningEntry,
            where,
            of,
            suppressBelowPeople(
              k,
              new Set(ticked.who).size,
              straightLining({ alike: ticked.rows.filter(isAlike).length, respondents: ticked.rows.length }),
            ),
          ),
        ]),
  ]
}

const ticks = (row: AnswerRows[number]) => row.filter((value) => value !== null)
const isLongEnough = (row: AnswerRows[number]): boolean => ticks(row).length >= 3
const isAlike = (row: AnswerRows[number]): boolean => new Set(ticks(row)).size === 1

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
      ...(subscale && { subscale }),
    }
    const where = `${name}:${itemId}`
    return [
      figure(
        topTwoBoxEntry,
        where,
        of,
        suppressedRating(k, asked, topTwoBox({ answers, scale, sampled: false })),
      ),
      figure(
        itemDistributionEntry,
        where,
        of,
        suppressedRating(k, asked, itemDistribution({ answers, scale })),
      ),
      ...(subscale === 'recommendation'
        ? [
            figure(
              netPromoterScoreEntry,
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
      ...(score === undefined ? [] : [figure(subscaleScoresEntry, where, of, scored(k, asked, score))]),
      ...(columns.length > 1
        ? [
            figure(
              cronbachAlphaEntry,
              where,
              of,
              suppressedRating(k, totalsOf(asked), cronbachAlpha({ scores: answers })),
            ),
          ]
        : []),
      ...(share === undefined
        ? []
        : [figure(intentSharesEntry, where, of, suppressedRating(k, asked, share))]),
    ]
  })
}
