import {
  type Block,
  type Column,
  codeWord,
  column,
  type Datum,
  type Phrase,
  paragraph,
  phrase,
} from '../document.ts'
import type { WordKey } from '../languages/language.ts'
import { type NeedsFigures, none } from './scope.ts'

type Method = NonNullable<NeedsFigures['method']>
type Weighted = Extract<Method, { kind: 'weightedFactors' }>
type Tree = Extract<Method, { kind: 'dif' }>['tree']

/** A score is stored in hundred-millionths of its method's unit; of weighted factors it is told out of 100. */
export const scoreDatum = ({ kind }: Method, score: number): Datum =>
  kind === 'weightedFactors'
    ? { decimal: score / 1_000_000, digits: 1 }
    : { decimal: score / 100_000_000, digits: 2 }

const weightPhrase = (factor: string, weight: number): Phrase =>
  phrase('needs.weight', { factor: codeWord('term', factor), weight: { share: weight / 10_000 } })

/** How the order came about. */
export const methodBlocks = (method: Method): readonly Block[] => {
  switch (method.kind) {
    case 'weightedFactors':
      return [
        paragraph('needs.priorities.method', {
          method: codeWord('term', method.kind),
          weights: {
            list: Object.entries(method.weights).map(([factor, weight]) => ({
              phrase: weightPhrase(factor, weight),
            })),
          },
        }),
        ...(method.futureDiscount === 10_000
          ? []
          : [
              paragraph('needs.priorities.discount', {
                share: { decimal: method.futureDiscount / 10_000, digits: 1 },
              }),
            ]),
      ]
    case 'borich':
    case 'rankedDiscrepancy':
      return [paragraph(`needs.priorities.${method.kind}`, { ...method.scale })]
    case 'importancePerformance':
      return [
        paragraph('needs.priorities.importancePerformance', {
          split: codeWord('term', method.split),
          order: { list: method.order.map((quadrant) => codeWord('term', quadrant)) },
        }),
      ]
    case 'dif':
      return [
        paragraph('needs.priorities.dif', { by: method.confirmedBy ?? none }),
        { kind: 'bullets', items: pathsOf(method.tree) },
      ]
  }
}

type Branch = Tree | Tree['yes']

/** Every way down the tree. */
const pathsOf = (tree: Branch, steps: readonly Datum[] = []): readonly Phrase[] => {
  if (typeof tree === 'string')
    return [phrase('needs.priorities.path', { steps: { list: steps }, decision: codeWord('term', tree) })]
  const step = (words: WordKey): Datum => ({
    phrase: phrase(words, { rating: codeWord('term', tree.ask), cut: { decimal: tree.atLeast, digits: 1 } }),
  })
  return [
    ...pathsOf(tree.yes as Branch, [...steps, step('needs.priorities.atLeast')]),
    ...pathsOf(tree.no as Branch, [...steps, step('needs.priorities.below')]),
  ]
}

/** The parts of each score: its factors, or what people answered in the mean. */
export const inputsTable = (method: Method, needs: NeedsFigures['needs']): readonly Block[] => {
  if (needs.length === 0) return []
  return method.kind === 'weightedFactors' ? factorsTable(method, needs) : answersTable(method, needs)
}

const ranks = [column('needs.column.rank', 'end'), column('needs.column.need')]

const factorsTable = ({ weights, ratings }: Weighted, needs: NeedsFigures['needs']): readonly Block[] => [
  paragraph('needs.factors'),
  {
    kind: 'table',
    columns: [
      ...ranks,
      ...Object.entries(weights).map(
        ([factor, weight]): Column => ({ head: weightPhrase(factor, weight), align: 'end' }),
      ),
    ],
    rows: needs.map(({ needId, rank, title }) => [
      rank,
      title,
      ...Object.keys(weights).map((factor): Datum => {
        const rated = ratings.find((rating) => rating.needId === needId)?.factors[factor]
        return rated === undefined
          ? none
          : { shaded: { decimal: rated / 100, digits: 0 }, by: rated / 10_000 }
      }),
    ]),
  },
]

type Answers = readonly Readonly<Record<string, number | null>>[]

const ratingsAsked: Readonly<Record<Exclude<Method['kind'], 'weightedFactors'>, readonly string[]>> = {
  borich: ['importance', 'ability'],
  rankedDiscrepancy: ['importance', 'ability'],
  importancePerformance: ['importance', 'performance'],
  dif: ['difficulty', 'importance', 'frequency'],
}

/** The mean of those who gave a rating; of nobody, nothing. */
const meanOf = (answers: Answers, rating: string): Datum => {
  const given = answers.filter((answer) => typeof answer[rating] === 'number')
  const people = given.reduce((sum, { respondents }) => sum + (respondents ?? 0), 0)
  const sum = given.reduce((all, answer) => all + (answer[rating] ?? 0) * (answer.respondents ?? 0), 0)
  return people === 0 ? none : { decimal: sum / people, digits: 2 }
}

const answersTable = (
  { kind, ratings }: Exclude<Method, Weighted>,
  needs: NeedsFigures['needs'],
): readonly Block[] => [
  paragraph('needs.answers'),
  {
    kind: 'table',
    columns: [
      ...ranks,
      column('needs.column.respondents', 'end'),
      ...ratingsAsked[kind].map(
        (rating): Column => ({
          head: phrase('needs.mean', { rating: codeWord('term', rating) }),
          align: 'end',
        }),
      ),
    ],
    rows: needs.map(({ needId, rank, title }) => {
      const answers: Answers = ratings.find((rating) => rating.needId === needId)?.answers ?? []
      return [
        rank,
        title,
        answers.reduce((sum, { respondents }) => sum + (respondents ?? 0), 0),
        ...ratingsAsked[kind].map((rating) => meanOf(answers, rating)),
      ]
    }),
  },
]
