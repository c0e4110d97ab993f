/** The orders needs can be put in; each agrees with the calculator of `training-ops/metrics`. */
import fc from 'fast-check'
import { isAccepted, type needsCommands } from 'training-ops'
import {
  exampleTaskSelectionTree,
  importancePerformanceQuadrants,
  type MetricResult,
  meanWeightedDiscrepancyScore,
  needPriority,
  rankedDiscrepancyScore,
  taskSelection,
} from 'training-ops/metrics'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { evidence, here, identified, opened, rated, training, weighted, weights } from './an-assessment.ts'

type Method = z.input<typeof needsCommands.PrioritizeNeeds.schema>['method']
type Placed = { needId: string; score: number; rank: number; reading?: string }

const story = scenario(training)
const ids = ['n-1', 'n-2', 'n-3', 'n-4']
const isFuture = (needId: string) => needId === 'n-2' || needId === 'n-4'
const past = [
  opened,
  evidence('e-1'),
  ...ids.map((needId) => identified(needId, { horizon: isFuture(needId) ? 'future' : 'current' })),
]
const prioritize = (method: Method) => ({ type: 'PrioritizeNeeds' as const, data: { ...here, method } })
const order = (method: Method): readonly Placed[] => {
  const verdict = training.decide({ ...prioritize(method), metadata: { commandId: 'c' } }, past)
  if (!isAccepted(verdict)) throw new Error(JSON.stringify(verdict.left))
  const [prioritized] = verdict.right
  return (prioritized as unknown as { data: { scores: readonly Placed[] } }).data.scores
}
const figureOf = (result: MetricResult | undefined): number =>
  result?.status === 'ok' ? result.value : Number.NaN
const asStored = (value: number): number => Math.round(value * 100_000_000)

const scale = { min: 1, max: 5 }
const rating = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
const respondents = fc.integer({ min: 1, max: 4 })
/** Everybody's ratings one by one, as a calculator takes them. */
const oneByOne = <A extends { respondents: number }>(answers: readonly A[], name: keyof A) =>
  answers.flatMap((answer) => Array.from({ length: answer.respondents }, () => answer[name] as number | null))

describe('weighted factors', () => {
  const factor = fc.integer({ min: 0, max: 10_000 })
  const judged = fc.record({ strategy: factor, gap: factor })
  test('place and score needs as needPriority does, future needs at a discount', () => {
    fc.assert(
      fc.property(
        fc.tuple(judged, judged, judged, judged),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (factors, strategy, futureDiscount) => {
          const ratings = ids.map((needId, at) => ({
            needId,
            factors: factors[at] as { strategy: number; gap: number },
          }))
          const ours = order({
            ...weighted(...ratings),
            weights: { strategy, gap: 10_000 - strategy },
            futureDiscount,
          })
          const theirs = needPriority({
            needs: ratings.map(({ needId, factors }) => ({
              id: needId,
              factors,
              horizon: isFuture(needId) ? 'future' : 'current',
            })),
            weights: { strategy: strategy / 10_000, gap: (10_000 - strategy) / 10_000 },
            ranges: { strategy: { low: 0, high: 10_000 }, gap: { low: 0, high: 10_000 } },
            futureDiscount: futureDiscount / 10_000,
          })
          for (const { needId, score } of ours) {
            const value = figureOf(theirs.find(({ id }) => id === needId)?.score)
            expect(Math.abs(score - value * 100_000_000)).toBeLessThanOrEqual(0.5001)
          }
          const scores = new Set(ours.map(({ score }) => score))
          if (scores.size === ids.length)
            expect(ours.map(({ needId }) => needId)).toEqual(theirs.map(({ id }) => id))
        },
      ),
      { numRuns: 60 },
    )
  })
  test('bring a need of the future down, and equal scores into the order of ids', () => {
    const same = ids.map((needId) => rated(needId, 5000, 5000))
    expect(order(weighted(...same)).map(({ needId }) => needId)).toEqual(ids)
    const discounted = order({ ...weighted(...same), futureDiscount: 8000 })
    expect(discounted.map(({ needId, score }) => [needId, score])).toEqual([
      ['n-1', 50_000_000],
      ['n-3', 50_000_000],
      ['n-2', 40_000_000],
      ['n-4', 40_000_000],
    ])
  })
})

describe('discrepancies', () => {
  const answer = fc.record({ importance: rating, ability: rating, respondents })
  const complete = { importance: 4, ability: 3, respondents: 1 }
  const answers = fc.array(answer, { maxLength: 6 }).map((some) => [complete, ...some])
  const cases = [
    ['borich', meanWeightedDiscrepancyScore, 1],
    ['rankedDiscrepancy', rankedDiscrepancyScore, -1],
  ] as const
  test.each(cases)(
    'by %s score needs exactly as the calculator does, the neediest first',
    (kind, calculator, sign) => {
      fc.assert(
        fc.property(fc.tuple(answers, answers, answers, answers), (all) => {
          const ratings = ids.map((needId, at) => ({ needId, answers: all[at] as (typeof all)[0] }))
          const ours = order({ kind, scale, ratings })
          const values = ratings.map(({ needId, answers }) => {
            const figure = calculator({
              importance: oneByOne(answers, 'importance'),
              ability: oneByOne(answers, 'ability'),
              scale,
            })
            return { needId, value: sign * figureOf(figure) }
          })
          const theirs = values.sort((a, b) => b.value - a.value || (a.needId < b.needId ? -1 : 1))
          expect(ours.map(({ needId, score }) => [needId, score + 0])).toEqual(
            theirs.map(({ needId, value }) => [needId, asStored(value) + 0]),
          )
        }),
        { numRuns: 60 },
      )
    },
  )
})

describe('importance and performance', () => {
  const answer = fc.record({
    importance: fc.integer({ min: 1, max: 5 }),
    performance: fc.integer({ min: 1, max: 5 }),
    respondents,
  })
  const answers = fc.array(answer, { minLength: 1, maxLength: 4 })
  test('put needs in the quadrants of the calculator, quadrant by quadrant', () => {
    fc.assert(
      fc.property(
        fc.tuple(answers, answers, answers, answers),
        fc.constantFrom('midpoint' as const, 'means' as const),
        fc.constantFrom('high' as const, 'low' as const),
        (all, split, onSplit) => {
          const ratings = ids.map((needId, at) => ({ needId, answers: all[at] as (typeof all)[0] }))
          const ours = order({ kind: 'importancePerformance', scale, split, onSplit, ratings })
          const mean = (given: readonly (number | null)[]) =>
            given.reduce<number>((sum, one) => sum + (one ?? 0), 0) / given.length
          const { items } = importancePerformanceQuadrants({
            items: ratings.map(({ needId, answers }) => ({
              item: needId,
              importance: mean(oneByOne(answers, 'importance')),
              performance: mean(oneByOne(answers, 'performance')),
            })),
            scale,
            split,
            onSplit,
          })
          for (const { item, quadrant, importance, performance } of items)
            expect(ours.find(({ needId }) => needId === item)).toMatchObject({
              reading: quadrant,
              score: asStored(importance - performance),
            })
          const quadrants = ['concentrateHere', 'keepUp', 'lowPriority', 'possibleOverkill']
          const places = ours.map(({ reading = '' }) => quadrants.indexOf(reading))
          expect(places).toEqual([...places].sort())
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('task analysis (DIF)', () => {
  const answer = fc.record({ difficulty: rating, importance: rating, frequency: rating, respondents })
  const complete = { difficulty: 4, importance: 4, frequency: 2, respondents: 1 }
  const answers = fc.array(answer, { maxLength: 4 }).map((some) => [complete, ...some])
  const dif = { kind: 'dif' as const, scale, tree: exampleTaskSelectionTree as never, confirmedBy: 'lin' }
  test('decides of each task what the calculator decides, by the same tree', () => {
    fc.assert(
      fc.property(fc.tuple(answers, answers, answers, answers), (all) => {
        const ratings = ids.map((needId, at) => ({ needId, answers: all[at] as (typeof all)[0] }))
        const ours = order({ ...dif, ratings })
        for (const { needId, answers } of ratings) {
          const theirs = taskSelection({
            difficulty: oneByOne(answers, 'difficulty'),
            importance: oneByOne(answers, 'importance'),
            frequency: oneByOne(answers, 'frequency'),
            scale,
            tree: exampleTaskSelectionTree,
          })
          expect(ours.find((one) => one.needId === needId)).toMatchObject({
            reading: theirs.decision,
            score: asStored(figureOf(theirs.importance)),
          })
        }
        const places = ours.map(({ reading = '' }) =>
          ['overtrain', 'train', 'preTrain', 'noTrain'].indexOf(reading),
        )
        expect(places).toEqual([...places].sort())
      }),
      { numRuns: 60 },
    )
  })
  const ratings = ids.map((needId) => ({ needId, answers: [complete] }))
  test('decides nothing until an expert in the subject has confirmed it', () => {
    const { confirmedBy: _, ...unconfirmed } = dif
    story
      .given(...past)
      .when(prioritize({ ...unconfirmed, ratings }))
      .thenRejected({ code: 'ConfirmationMissing', method: 'dif' })
  })
  test('decides nothing on a rating nobody gave, if the tree asks for it', () => {
    const silent = [{ ...complete, difficulty: null }]
    story
      .given(...past)
      .when(prioritize({ ...dif, ratings: [{ needId: 'n-1', answers: silent }, ...ratings.slice(1)] }))
      .thenRejected({ code: 'FactorsMissing', needId: 'n-1', factors: ['difficulty'] })
    const byFrequency = {
      ask: 'frequency' as const,
      atLeast: 2,
      yes: 'train' as const,
      no: 'noTrain' as const,
    }
    const all = ids.map((needId) => ({ needId, answers: silent }))
    expect(order({ ...dif, tree: byFrequency, ratings: all })[0]).toMatchObject({
      needId: 'n-1',
      reading: 'train',
    })
  })
  test('takes a tree that asks at most four questions', () => {
    const deep = (depth: number): unknown =>
      depth === 0 ? 'train' : { ask: 'difficulty', atLeast: depth, yes: deep(depth - 1), no: 'noTrain' }
    expect(order({ ...dif, tree: deep(4) as never, ratings })).toHaveLength(4)
    const least = { ask: 'difficulty', atLeast: 5e-324, yes: 'train', no: 'noTrain' }
    expect(order({ ...dif, tree: least as never, ratings })).toHaveLength(4)
    story
      .given(...past)
      .when(prioritize({ ...dif, tree: deep(5) as never, ratings }))
      .thenRejected({
        code: 'InvalidCommand',
        issues: [
          {
            path: ['data', 'method', 'tree', 'yes'],
            code: 'NotAllowed',
            expected: 'overtrain | train | preTrain | noTrain',
          },
        ],
      })
  })
})

test('what nobody finds important scores 0, and no number that JSON cannot keep', () => {
  const answers = [{ importance: 0, ability: 1, respondents: 1 }]
  const ratings = ids.map((needId) => ({ needId, answers }))
  for (const { score } of order({ kind: 'borich', scale: { min: 0, max: 1 }, ratings })) expect(score).toBe(0)
})

describe('whatever the method', () => {
  const answers = [{ importance: 4, ability: 2, respondents: 3 }]
  const borich = (...ratings: readonly object[]) =>
    prioritize({ kind: 'borich', scale, ratings: ratings as never })
  test('ratings are on their scale', () => {
    story
      .given(...past)
      .when(borich({ needId: 'n-1', answers: [{ importance: 6, ability: 2, respondents: 1 }] }))
      .thenRejected({ code: 'RatingOffScale', needId: 'n-1', rating: 6, min: 1, max: 5 })
  })
  test('a need nobody rated on both has no place', () => {
    story
      .given(...past)
      .when(borich({ needId: 'n-1', answers: [{ importance: 4, ability: null, respondents: 9 }] }))
      .thenRejected({ code: 'FactorsMissing', needId: 'n-1', factors: ['importance', 'ability'] })
    story
      .given(...past)
      .when(
        prioritize({
          kind: 'importancePerformance',
          scale,
          ratings: [{ needId: 'n-1', answers: [{ importance: 4, performance: null, respondents: 9 }] }],
        }),
      )
      .thenRejected({ code: 'FactorsMissing', needId: 'n-1', factors: ['performance'] })
  })
  test('no need is left out, none is rated twice, and the inputs are kept with the order', () => {
    story
      .given(...past)
      .when(borich({ needId: 'n-1', answers }))
      .thenRejected({ code: 'NeedUnprioritized', needIds: ['n-2', 'n-3', 'n-4'] })
    story
      .given(...past)
      .when(borich({ needId: 'n-1', answers }, { needId: 'n-1', answers }))
      .thenRejected({
        code: 'InvalidCommand',
        issues: [{ path: ['data', 'method', 'ratings', 1], code: 'DuplicateId' }],
      })
    const ratings = ids.map((needId) => ({ needId, answers }))
    const verdict = training.decide({ ...borich(...ratings), metadata: { commandId: 'c' } }, past)
    expect(verdict).toMatchObject({
      right: [{ data: { method: { kind: 'borich', scale, ratings } } }, {}, {}, {}, {}],
    })
    expect(weights).toEqual({ strategy: 6000, gap: 4000 })
  })
})
