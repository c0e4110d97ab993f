import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, listOf, needsAt, needsCount, needsShare } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { type Answer, type AnswerScale, needsOnScale, needsScale } from './answer-scale.ts'

/** Which columns of the questionnaire belong to a subscale, by their position from 0. */
export type Subscales = Readonly<Record<string, readonly number[]>>

/** A questionnaire, one row per person and one column per item. */
export type SubscaleAnswers = {
  readonly answers: readonly (readonly Answer[])[]
  /** For example `{ content: [0, 1], trainer: [2, 3, 4], organisation: [5] }`. */
  readonly subscales: Subscales
  readonly scale: AnswerScale
  /** A person counts from this share of the subscale's items: from half (0.5) unless said otherwise. */
  readonly answeredFrom?: number
}

/** A score for each subscale, by its name. */
export type SubscaleScores = Readonly<Record<string, MetricResult>>

/** People and points by how many items they answered: whole numbers, so that person means add up exactly. */
export type PointsByAnswered = Readonly<Record<string, { readonly people: number; readonly points: number }>>

export type SubscalePoints = Readonly<Record<string, PointsByAnswered>>

type Questionnaire = Omit<SubscaleAnswers, 'answers'>

const half = 0.5

const needsSubscales = (
  calculator: string,
  { subscales, scale, answeredFrom = half }: Questionnaire,
): void => {
  needsScale(calculator, scale)
  needsShare(calculator, 'answeredFrom', answeredFrom)
  for (const [name, columns] of Object.entries(subscales)) {
    needsAt(columns.length > 0, calculator, 'at least one column', `subscales.${name}`, columns.length)
    columns.forEach((column, index) => {
      needsCount(calculator, `subscales.${name}`, column, index)
    })
  }
}

const pointsOfPerson = (
  calculator: string,
  name: string,
  { subscales, scale, answeredFrom = half }: Questionnaire,
  row: readonly Answer[],
  person?: number,
): PointsByAnswered => {
  const columns = subscales[name] as readonly number[]
  let answered = 0
  let points = 0
  for (const column of columns) {
    needsAt(column < row.length, calculator, `a column ${column} (${name})`, 'answers', row.length, person)
    const answer = row[column] as Answer
    needsOnScale(calculator, `answers[][${column}]`, answer, scale, person)
    if (answer === null) continue
    answered += 1
    points += answer
  }
  return answered > 0 && answered / columns.length >= answeredFrom
    ? { [answered]: { people: 1, points } }
    : {}
}

const together = (a: PointsByAnswered, b: PointsByAnswered): PointsByAnswered => {
  const sum: Record<string, { people: number; points: number }> = { ...a }
  for (const [answered, { people, points }] of Object.entries(b))
    sum[answered] = {
      people: people + (a[answered]?.people ?? 0),
      points: points + (a[answered]?.points ?? 0),
    }
  return sum
}

const meanOverPeople = (
  byAnswered: PointsByAnswered,
  { answeredFrom = half }: Questionnaire,
): MetricResult => {
  let n = 0
  let sumOfPersonMeans = 0
  for (const [answered, { people, points }] of Object.entries(byAnswered)) {
    n += people
    sumOfPersonMeans += points / Number(answered)
  }
  return n === 0
    ? { status: 'undefined', reason: { code: 'TooFewObservations', need: 1, have: 0 } }
    : {
        status: 'ok',
        value: sumOfPersonMeans / n,
        n,
        unit: 'scale',
        variant: { mean: 'ofPersons', answeredFrom },
      }
}

const each = <Value>(
  { subscales }: Questionnaire,
  of: (name: string) => Value,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.keys(subscales).map((name) => [name, of(name)]))

/**
 * Subscale scores (内容/讲师/组织三维得分), M33: what people thought of the content, the trainer, the organisation.
 *
 * Formula: mean over people of (mean of the subscale's items that the person answered), counting people who
 * answered at least half of those items, or another share of them (`answeredFrom`).
 *
 * When to use: when several items ask about one thing; `cronbachAlpha` says whether they do.
 * When not: with items that point the other way and were not recoded. With missing answers this is not the mean
 * of the item means: there a talkative person counts for more.
 *
 * Result: for each subscale the mean on the scale, `n` the people counted; `undefined` (`TooFewObservations`)
 * when nobody answered enough of it. Throws when an answer is off the scale, rows differ in length, or a subscale
 * names no column or one that is not there.
 *
 * Source: half-answered rule of default D12 of the project's metric catalog.
 *
 * @example
 * ```ts
 * import { subscaleScores } from 'training-ops/metrics'
 * const { trainer } = subscaleScores({
 *   answers: [[5, 4, 4], [3, null, 5], [2, null, null]],
 *   subscales: { content: [0], trainer: [1, 2] },
 *   scale: { min: 1, max: 5 },
 * })
 * trainer // => { status: 'ok', value: 4.5, n: 2, unit: 'scale', variant: { mean: 'ofPersons', answeredFrom: 0.5 } }
 * ```
 */
export const subscaleScores = /* @__PURE__ */ guarded(
  'subscaleScores',
  (questionnaire: SubscaleAnswers): SubscaleScores => {
    const calculator = 'subscaleScores'
    needsSubscales(calculator, questionnaire)
    return each(questionnaire, (name) =>
      meanOverPeople(
        listOf(calculator, 'answers', questionnaire.answers)
          .map((row, person) => pointsOfPerson(calculator, name, questionnaire, row, person))
          .reduce(together, {}),
        questionnaire,
      ),
    )
  },
)

/** Subscale scores over questionnaires, one person at a time. */
export const subscaleScoresAccumulator = /* @__PURE__ */ guardedAccumulator(
  'subscaleScoresAccumulator',
  (questionnaire: Questionnaire): Accumulator<readonly Answer[], SubscalePoints, SubscaleScores> => {
    const calculator = 'subscaleScoresAccumulator'
    needsSubscales(calculator, questionnaire)
    return {
      empty: each(questionnaire, () => ({})),
      lift: (row) => each(questionnaire, (name) => pointsOfPerson(calculator, name, questionnaire, row)),
      combine: (a, b) => each(questionnaire, (name) => together(a[name] ?? {}, b[name] ?? {})),
      extract: (points) => each(questionnaire, (name) => meanOverPeople(points[name] ?? {}, questionnaire)),
    }
  },
)

export const subscaleScoresEntry: MetricEntry = {
  id: 'M33',
  calculator: 'subscaleScores',
  unit: 'scale',
  quantity: 'people',
  better: 'more',
  level: 'L1',
  class: 'effectiveness',
  options: { answeredFrom: ['0.5', 'any share from 0 to 1'] },
  accumulates: 'exact',
  sources: ['Metric catalog D12'],
}
