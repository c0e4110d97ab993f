import type { Accumulator } from '../accumulator.ts'
import type { CatalogueEntry } from '../catalogue-entry.ts'
import { needsAt } from '../guard.ts'
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
}

/** A score for each subscale, by its name. */
export type SubscaleScores = Readonly<Record<string, MetricResult>>

/** People and points by how many items they answered: whole numbers, so that person means add up exactly. */
export type PointsByAnswered = Readonly<Record<number, { readonly people: number; readonly points: number }>>

export type SubscalePoints = Readonly<Record<string, PointsByAnswered>>

const pointsOfPerson = (row: readonly Answer[], columns: readonly number[]): PointsByAnswered => {
  let answered = 0
  let points = 0
  for (const column of columns) {
    const answer = row[column] ?? null
    if (answer === null) continue
    answered += 1
    points += answer
  }
  return answered * 2 >= columns.length && answered > 0 ? { [answered]: { people: 1, points } } : {}
}

const together = (a: PointsByAnswered, b: PointsByAnswered): PointsByAnswered => {
  const sum: Record<number, { people: number; points: number }> = { ...a }
  for (const [answered, { people, points }] of Object.entries(b)) {
    const known = sum[Number(answered)]
    sum[Number(answered)] = {
      people: people + (known?.people ?? 0),
      points: points + (known?.points ?? 0),
    }
  }
  return sum
}

const meanOverPeople = (byAnswered: PointsByAnswered): MetricResult => {
  let people = 0
  let sumOfPersonMeans = 0
  for (const [answered, group] of Object.entries(byAnswered)) {
    people += group.people
    sumOfPersonMeans += group.points / Number(answered)
  }
  if (people === 0) return { status: 'undefined', reason: { code: 'TooFewObservations', need: 1, have: 0 } }
  return {
    status: 'ok',
    value: sumOfPersonMeans / people,
    n: people,
    unit: 'scale',
    variant: { mean: 'ofPersons' },
  }
}

/**
 * Subscale scores (内容/讲师/组织三维得分), M33: what people thought of the content, the trainer, the organisation.
 *
 * Formula: mean over people of (mean of the subscale's items that the person answered), counting people who
 * answered at least half of those items.
 *
 * When to use: when several items ask about one thing; `cronbachAlpha` says whether they do.
 * When not: with items that point the other way and were not recoded. With missing answers this is not the mean
 * of the item means: there a talkative person counts for more.
 *
 * Result: for each subscale the mean on the scale, `n` the people counted; `undefined` (`TooFewObservations`)
 * when nobody answered half of it. Throws when an answer is off the scale, rows differ in length, or a subscale
 * names no column or one that is not there.
 *
 * Source: half-answered rule of default D12 of the project's metric catalogue.
 *
 * @example
 * ```ts
 * import { subscaleScores } from 'training-ops/metrics'
 * const { trainer } = subscaleScores({
 *   answers: [[5, 4, 4], [3, null, 5], [2, null, null]],
 *   subscales: { content: [0], trainer: [1, 2] },
 *   scale: { min: 1, max: 5 },
 * })
 * trainer // => { status: 'ok', value: 4.5, n: 2, unit: 'scale', variant: { mean: 'ofPersons' } }
 * ```
 */
export const subscaleScores = (questionnaire: SubscaleAnswers): SubscaleScores => {
  const accumulator = subscaleScoresAccumulator(questionnaire)
  let points = accumulator.empty
  for (const [person, row] of questionnaire.answers.entries())
    points = accumulator.combine(points, pointsOfRow('subscaleScores', row, questionnaire, person))
  return accumulator.extract(points)
}

const needsSubscales = (calculator: string, { subscales, scale }: Omit<SubscaleAnswers, 'answers'>): void => {
  needsScale(calculator, scale)
  for (const [name, columns] of Object.entries(subscales)) {
    needsAt(columns.length > 0, calculator, 'at least one column', `subscales.${name}`, columns.length)
    columns.forEach((column, index) => {
      needsAt(
        Number.isSafeInteger(column) && column >= 0,
        calculator,
        'a column position ≥ 0',
        `subscales.${name}`,
        column,
        index,
      )
    })
  }
}

const pointsOfRow = (
  calculator: string,
  row: readonly Answer[],
  { subscales, scale }: Omit<SubscaleAnswers, 'answers'>,
  person?: number,
): SubscalePoints =>
  Object.fromEntries(
    Object.entries(subscales).map(([name, columns]) => {
      for (const column of columns) {
        needsAt(
          column < row.length,
          calculator,
          `a column ${column} (${name})`,
          'answers',
          row.length,
          person,
        )
        needsOnScale(calculator, `answers[][${column}]`, row[column] ?? null, scale, person)
      }
      return [name, pointsOfPerson(row, columns)]
    }),
  )

/** Subscale scores over questionnaires, one person at a time. */
export const subscaleScoresAccumulator = (
  questionnaire: Omit<SubscaleAnswers, 'answers'>,
): Accumulator<readonly Answer[], SubscalePoints, SubscaleScores> => {
  needsSubscales('subscaleScores', questionnaire)
  const names = Object.keys(questionnaire.subscales)
  return {
    empty: Object.fromEntries(names.map((name) => [name, {}])),
    lift: (row) => pointsOfRow('subscaleScoresAccumulator', row, questionnaire),
    combine: (a, b) =>
      Object.fromEntries(names.map((name) => [name, together(a[name] ?? {}, b[name] ?? {})])),
    extract: (points) => Object.fromEntries(names.map((name) => [name, meanOverPeople(points[name] ?? {})])),
  }
}

export const subscaleScoresEntry: CatalogueEntry = {
  id: 'M33',
  calculator: 'subscaleScores',
  name: { en: 'Subscale scores', 'zh-CN': '内容/讲师/组织三维得分' },
  unit: 'scale',
  level: 'L1',
  class: 'effectiveness',
  variants: { mean: ['ofPersons'] },
  accumulates: 'exact',
  references: ['Metric catalogue D12'],
}
