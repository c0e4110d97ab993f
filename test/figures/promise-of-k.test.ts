/**
 * Who promised to tell of no fewer than k people keeps it: whatever is told together, nobody can work out the answers of
 * fewer than k people, nor what everybody of a small group said where all said the same.
 */
import fc from 'fast-check'
import {
  type AnyEvent,
  type KirkpatrickFigure,
  kirkpatrick,
  kirkpatrickFigures,
  kirkpatrickScorecard,
  project,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { open, question, say } from './a-program.ts'

type Person = { readonly answers: readonly (number | null)[]; readonly segment: string | undefined }
type Survey = {
  readonly k: number
  readonly subscales: readonly string[]
  readonly people: readonly Person[]
}

const answer = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) },
  fc.constant(null),
  fc.constant(5),
)
const segment = fc.constantFrom('sales', 'legal', 'it', undefined)
const subscales = fc.array(fc.constantFrom('content', 'trainer', 'relevance', 'recommendation'), {
  minLength: 1,
  maxLength: 3,
})
const surveys: fc.Arbitrary<Survey> = subscales.chain((subscales) =>
  fc.record({
    k: fc.integer({ min: 2, max: 5 }),
    subscales: fc.constant(subscales),
    people: fc.array(
      fc.record({
        answers: fc.array(answer, { minLength: subscales.length, maxLength: subscales.length }),
        segment,
      }),
      { maxLength: 14 },
    ),
  }),
)

const itemOf = (column: number): string => `q${column}`
const nameOf = (person: number): string => `p${person}`
const programOf = (events: readonly AnyEvent[]) =>
  project(kirkpatrick, events)['p-1'] ?? kirkpatrick.initial()

const asked = ({ k, subscales, people }: Survey) =>
  programOf([
    open(
      'react',
      'reaction',
      subscales.map((subscale, column) => question(itemOf(column), subscale)),
      k,
    ),
    ...people.flatMap(({ answers }, person) =>
      say(
        'react',
        'reaction',
        nameOf(person),
        Object.fromEntries(
          answers.flatMap((value, column) => (value === null ? [] : [[itemOf(column), value]])),
        ),
      ),
    ),
  ])

/** A sum that was told: how much each answer weighs in it, person by person and question by question. */
type Told = readonly number[]

const weighing = (
  { people, subscales }: Survey,
  weightOf: (person: Person, column: number) => number,
): Told =>
  people.flatMap((person) =>
    subscales.map((_, column) => ((person.answers[column] ?? null) === null ? 0 : weightOf(person, column))),
  )

const sumOver = (
  survey: Survey,
  columns: readonly number[],
  isIn: (person: Person) => boolean = () => true,
): Told => weighing(survey, (person, column) => (isIn(person) && columns.includes(column) ? 1 : 0))

/** The mean of each person over what they answered of these, of those who answered half; times 60, so that it is whole. */
const sumOfMeans = (survey: Survey, columns: readonly number[]): Told =>
  weighing(survey, ({ answers }, column) => {
    const given = columns.filter((one) => (answers[one] ?? null) !== null)
    return given.length * 2 < columns.length || !columns.includes(column) ? 0 : 60 / given.length
  })

const columnsOf = ({ subscales }: Survey, { item, subscale }: KirkpatrickFigure['of']): readonly number[] =>
  subscales.flatMap((one, column) =>
    item === itemOf(column) || (item === undefined && (subscale === undefined || subscale === one))
      ? [column]
      : [],
  )

const isSum = ({ metric }: KirkpatrickFigure): boolean => ['M32', 'M31', 'M34', 'M36'].includes(metric)

/** What the figures tell of the survey that adds up; scores of people weigh an answer by how many each gave. */
const toldByFigures = (survey: Survey): readonly Told[] => {
  const figures = kirkpatrickFigures(asked(survey)).filter(({ result }) => result.status === 'ok')
  const scores = figures.filter(({ metric }) => metric === 'M33')
  return [
    ...figures.filter(isSum).map(({ of }) => sumOver(survey, columnsOf(survey, of))),
    ...scores.map(({ of }) => sumOfMeans(survey, columnsOf(survey, of))),
  ]
}

/** What the scorecard tells by segment, beside what it tells of everybody. */
const toldByScorecard = (survey: Survey): readonly Told[] => {
  const { levels, reaction } = kirkpatrickScorecard(asked(survey), {
    segmentOf: ({ learnerId = '' }) => survey.people[Number(learnerId.slice(1))]?.segment,
  })
  const figures = levels.flatMap(({ figures }) => figures).filter(({ result }) => result.status === 'ok')
  const cells = [...reaction.cells, ...reaction.totals].filter(({ result }) => result.status === 'ok')
  return [
    ...figures.filter(isSum).map(({ of }) => sumOver(survey, columnsOf(survey, of))),
    ...cells.map((cell) =>
      sumOver(
        survey,
        columnsOf(survey, { item: cell.question.split(':')[1] ?? '' }),
        ({ segment }) => !('segment' in cell) || cell.segment === segment,
      ),
    ),
  ]
}

const sizeOf = (sum: Told): number => sum.filter((weight) => weight !== 0).length

/** What an adversary reckons: each sum less another, again and again, so long as it gets smaller. */
const reckoned = (told: readonly Told[]): readonly Told[] => {
  const known = new Map(told.map((sum) => [sum.join(), sum]))
  for (let grown = true; grown && known.size < 60; ) {
    grown = false
    const all = [...known.values()]
    for (const a of all)
      for (const b of all)
        for (const times of [1, 20, 30, 60]) {
          const less = a.map((weight, at) => weight - times * (b[at] ?? 0))
          const size = sizeOf(less)
          if (size >= sizeOf(a) || size === 0 || known.has(less.join())) continue
          known.set(less.join(), less)
          grown = true
        }
  }
  return [...known.values()].filter((sum) => sizeOf(sum) > 0)
}

const answersIn = ({ people, subscales }: Survey, sum: Told) =>
  sum.flatMap((weight, at) => {
    const [person, column] = [Math.floor(at / subscales.length), at % subscales.length]
    return weight === 0 ? [] : [{ person, column, value: people[person]?.answers[column] }]
  })

describe('a promise of k', () => {
  describe.each([
    ['figures', toldByFigures],
    ['the scorecard by segment', toldByScorecard],
  ] as const)('by %s', (_, toldBy) => {
    test('is kept: no sum that is told, and none reckoned from those told, is of fewer than k people', () => {
      fc.assert(
        fc.property(surveys, (survey) => {
          for (const sum of reckoned(toldBy(survey))) {
            const people = new Set(answersIn(survey, sum).map(({ person }) => person))
            expect(people.size).toBeGreaterThanOrEqual(survey.k)
          }
        }),
        { numRuns: 120 },
      )
    })
    test('tells nothing of a small group that all said the same to a question', () => {
      fc.assert(
        fc.property(surveys, (survey) => {
          for (const sum of reckoned(toldBy(survey))) {
            const answers = answersIn(survey, sum)
            const isOfOneQuestion = new Set(answers.map(({ column }) => column)).size === 1
            if (isOfOneQuestion && answers.length < 2 * survey.k)
              expect(new Set(answers.map(({ value }) => value)).size).toBeGreaterThan(1)
          }
        }),
        { numRuns: 120 },
      )
    })
  })

  test('holds for every other figure of answers: each says of how many people it is, and they are not too few', () => {
    const tests = fc.record({
      k: fc.integer({ min: 2, max: 4 }),
      people: fc.array(fc.tuple(answer, answer, answer, fc.constantFrom('boss', 'chief', 'self')), {
        minLength: 1,
        maxLength: 8,
      }),
    })
    fc.assert(
      fc.property(tests, ({ k, people }) => {
        const keyed = ['a', 'b'].map((one, column) => question(one, `part-${column}`, { key: 5 }))
        const behaviours = [question('listens', 'selling')]
        const values = (...given: (number | null)[]) =>
          Object.fromEntries(
            given.flatMap((value, at) => (value === null ? [] : [[keyed[at]?.itemId, value]])),
          )
        const score = (a: number | null, b: number | null) => ((a === 5 ? 1 : 0) + (b === 5 ? 1 : 0)) * 500
        const figures = kirkpatrickFigures(
          programOf([
            open('pre', 'pretest', keyed, k),
            open('post', 'posttest', keyed, k),
            open('later', 'followUp', behaviours, k),
            ...people.flatMap(([a, b, c, by], at) => [
              ...(a === null
                ? []
                : say('pre', 'pretest', nameOf(at), values(a, null), { scaled: score(a, null) })),
              ...(b === null
                ? []
                : say('post', 'posttest', nameOf(at), values(a, b), { scaled: score(a, b) })),
              ...(c === null
                ? []
                : say(
                    'later',
                    'followUp',
                    nameOf(at),
                    { listens: c },
                    by === 'self' ? {} : { respondentId: by, role: 'supervisor' },
                  )),
            ]),
          ]),
        )
        const supervisors = new Set(
          people.flatMap(([, , c, by]) => (c === null || by === 'self' ? [] : [by])),
        )
        for (const { metric, of, result } of figures) {
          if (result.status !== 'ok' || metric === 'M46') continue
          expect([metric, result.n >= k]).toEqual([metric, true])
          if (of.role === 'supervisor') expect(supervisors.size).toBeGreaterThanOrEqual(k)
          if (metric === 'M47') {
            const column = of.item === 'a' ? 0 : 1
            const answered = people.filter((one) => one[1] !== null && one[column] !== null)
            if (answered.length > 0) expect(answered.length).toBeGreaterThanOrEqual(k)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('counts people and not questionnaires: three who came twice are three', () => {
    const items = [question('clear', 'trainer')]
    const events = ['one', 'two'].flatMap((administrationId) => [
      open(administrationId, 'reaction', items, 5),
      ...['ada', 'bo', 'cy'].flatMap((who, at) => say(administrationId, 'reaction', who, { clear: at + 2 })),
    ])
    const figure = kirkpatrickFigures(programOf(events)).find(({ metric }) => metric === 'M31')
    expect(figure?.result).toEqual({ status: 'suppressed', n: 3, k: 5 })
  })
})
