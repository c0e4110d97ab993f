/** A survey of two classes with two promises, as it is published: the program, one class of it, the program again later. */
import {
  type AnyEvent,
  kirkpatrick,
  kirkpatrickOfOffering,
  kirkpatrickScorecard,
  project,
  type Release,
  type Scorecard,
} from 'training-ops'
import type { AuditedAnswer, ReleasedFigure, Statement } from 'training-ops/metrics'
import { chanceOf } from '../metrics/disclosure/releases.ts'
import { open, question, say } from './a-program.ts'

type Person = {
  readonly name: string
  readonly course: 'a' | 'b'
  readonly department: string | undefined
  readonly answers: readonly (number | undefined)[]
  /** Answered after the first scorecards were published. */
  readonly isLate: boolean
}
export type Survey = {
  readonly promises: Readonly<Record<'a' | 'b', number>>
  readonly protection: number
  readonly subscales: readonly string[]
  readonly people: readonly Person[]
}

export const surveyOf = (seed: number): Survey => {
  const chance = chanceOf(seed)
  const below = (n: number) => Math.floor(chance() * n)
  const among = <One>(list: readonly One[]): One => list[below(list.length)] as One
  const subscales = ['content', 'trainer', 'content'].slice(0, 1 + below(3))
  const mood = among([0.3, 0.8, 1])
  const missing = among([0, 0, 0.15])
  const late = among([0, 0.1])
  return {
    promises: { a: 3 + below(2), b: 3 + below(3) },
    protection: seed % 3 === 2 ? 1 : 0,
    subscales,
    people: Array.from({ length: 8 + below(22) }, (_, at) => ({
      name: `p${at}`,
      course: chance() < 0.7 ? 'a' : 'b',
      department: chance() < 0.1 ? undefined : among(['sales', 'legal', 'it']),
      answers: subscales.map(() =>
        chance() < missing ? undefined : chance() < mood ? among([4, 5]) : 1 + below(5),
      ),
      isLate: chance() < late,
    })),
  }
}

const itemOf = (column: number): string => `q${column}`

const eventsOf = (
  { promises, subscales, people }: Survey,
  isThere: (person: Person) => boolean,
): AnyEvent[] => [
  ...(['a', 'b'] as const).map((course) => {
    const opened = open(
      course,
      'reaction',
      subscales.map((subscale, column) => question(itemOf(column), subscale)),
      promises[course],
    )
    return { ...opened, data: { ...opened.data, offeringId: course } }
  }),
  ...people
    .filter(isThere)
    .flatMap(({ name, course, answers }) =>
      say(
        course,
        'reaction',
        name,
        Object.fromEntries(
          answers.flatMap((value, column) => (value === undefined ? [] : [[itemOf(column), value]])),
        ),
      ),
    ),
]

type View = {
  readonly scorecard: Scorecard
  readonly isIn: (person: Person) => boolean
  readonly segmentOf: (person: Person) => string | undefined
}

/** What leaves, in this order; with `hasLog` each is protected beside those before it. */
export const publishedViews = (survey: Survey, hasLog = true): readonly View[] => {
  const released: Release[] = []
  const [sooner, later] = [(person: Person) => !person.isLate, () => true]
  const byName = new Map(survey.people.map((person) => [person.name, person]))
  const publish = (
    state: Parameters<typeof kirkpatrickScorecard>[0],
    isIn: View['isIn'],
    segmentOf: View['segmentOf'],
  ): View => {
    const scorecard = kirkpatrickScorecard(state, {
      segmentOf: ({ learnerId = '' }) => {
        const person = byName.get(learnerId)
        return person === undefined ? undefined : segmentOf(person)
      },
      released: hasLog ? released : [],
      protection: survey.protection,
    })
    released.push(JSON.parse(JSON.stringify(scorecard.disclosure.release)))
    return { scorecard, isIn, segmentOf }
  }
  const programAt = (isThere: (person: Person) => boolean) =>
    project(kirkpatrick, eventsOf(survey, isThere))['p-1'] ?? kirkpatrick.initial()
  const classA = project(kirkpatrickOfOffering, eventsOf(survey, sooner)).a ?? kirkpatrick.initial()
  return [
    publish(programAt(sooner), sooner, ({ course }) => course),
    publish(
      classA,
      (person) => sooner(person) && person.course === 'a',
      ({ department }) => department,
    ),
    publish(programAt(later), later, ({ department }) => department),
  ]
}

/** The answers, and the published figures as an outsider reads them: shares, steps and sums of sets of answers. */
export const asRead = (survey: Survey, views: readonly View[]) => {
  const idOf = (person: Person, column: number) => `${person.name} ${itemOf(column)}`
  const answers = survey.people.flatMap((person) =>
    person.answers.flatMap((value, column): AuditedAnswer[] =>
      value === undefined
        ? []
        : [
            {
              id: idOf(person, column),
              person: person.name,
              question: itemOf(column),
              value,
              k: survey.promises[person.course],
            },
          ],
    ),
  )
  const idsOf = (isIn: (person: Person) => boolean, columns: readonly number[]) =>
    survey.people
      .filter(isIn)
      .flatMap((person) =>
        columns
          .filter((column) => person.answers[column] !== undefined)
          .map((column) => idOf(person, column)),
      )
  const all = views.flatMap(({ scorecard, isIn, segmentOf }, view) => {
    const figures = (scorecard.levels[0]?.figures ?? []).flatMap(({ figure, metric, of, result }) => {
      if (!['M31', 'M32', 'M33', 'M36'].includes(metric)) return []
      const columns = survey.subscales.flatMap((subscale, column) =>
        of.item === undefined
          ? of.subscale === undefined || of.subscale === subscale
            ? [column]
            : []
          : of.item === itemOf(column)
            ? [column]
            : [],
      )
      const countOf = (person: Person) =>
        columns.filter((column) => person.answers[column] !== undefined).length
      const statements: readonly Statement[] =
        metric === 'M33'
          ? columns
              .map((_, at) => at + 1)
              .filter((count) => count * 2 >= columns.length)
              .map((count) => ({
                answers: idsOf((person) => isIn(person) && countOf(person) === count, columns),
                tells: 'sum' as const,
              }))
              .filter((one) => one.answers.length > 0)
          : [{ answers: idsOf(isIn, columns), tells: metric === 'M31' ? 'distribution' : [4, 5] }]
      return [{ figure: `${view} ${figure}`, statements, result }]
    })
    const cells = [...scorecard.reaction.cells, ...scorecard.reaction.totals].map((cell) => {
      const column = Number(cell.question.split(':')[1]?.slice(1))
      const segment = 'segment' in cell ? cell.segment : undefined
      const ids = idsOf(
        (person) => isIn(person) && (segment === undefined || segmentOf(person) === segment),
        [column],
      )
      return {
        figure: `${view} ${cell.question} ${segment ?? ''}`,
        statements: [{ answers: ids, tells: [4, 5] }],
        result: cell.result,
      }
    })
    return [...figures, ...cells]
  })
  const those = (isShown: boolean): ReleasedFigure[] =>
    all
      .filter(({ result, statements }) => (result.status === 'ok') === isShown && statements.length > 0)
      .filter(({ statements }) => statements.every((one) => one.answers.length > 0))
      .map(({ figure, statements }) => ({ figure, statements }))
  return {
    answers,
    questions: Object.fromEntries(
      survey.subscales.map((_, column) => [
        itemOf(column),
        { lowest: 1, highest: 5, steps: 'whole' as const },
      ]),
    ),
    shown: those(true),
    groups: those(false),
    k: 5,
    protection: survey.protection,
  }
}
