import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accumulate,
  type CompetencyLevels,
  dynamicNeed,
  dynamicNeedAccumulator,
  exampleTaskSelectionTree,
  gapPrevalence,
  gapPrevalenceAccumulator,
  hennessyHicksRanking,
  importancePerformanceQuadrants,
  meanGap,
  meanGapAccumulator,
  needFulfilment,
  needFulfilmentAccumulator,
  taskSelection,
} from '../../../src/metrics/index.ts'
import { figure } from '../results/figure.ts'

const roleHolders: readonly CompetencyLevels[] = [
  { required: 4, current: 1 },
  { required: 4, current: 3, stale: true },
  { required: 3, current: 5 },
  { required: 4, current: 4 },
  { required: 2, current: 2 },
  { required: 4, current: null },
]

test('the unassessed are neither needy nor able, and a surplus makes up for nobody else’s gap', () => {
  const notes = [
    { code: 'Unassessed', count: 1 },
    { code: 'StaleAssessment', count: 1 },
  ]
  expect(gapPrevalence({ roleHolders })).toEqual({ status: 'ok', value: 0.4, n: 5, unit: 'ratio', notes })
  expect(meanGap({ roleHolders })).toEqual({ status: 'ok', value: 0.8, n: 5, unit: 'points', notes })
})

test('a role nobody was assessed for has no prevalence', () => {
  expect(gapPrevalence({ roleHolders: [{ required: 4, current: null }] })).toEqual({
    status: 'undefined',
    reason: { code: 'ZeroDenominator', what: 'assessed' },
  })
  expect(() => gapPrevalence({ roleHolders: [{ required: Number.NaN, current: 1 }] })).toThrow(
    /gapPrevalence needs a finite number at roleHolders\[0\]\.required, got NaN/,
  )
  expect(() => gapPrevalenceAccumulator.lift({ required: 4, current: Number.NaN })).toThrow(
    'training-ops: gapPrevalence needs a finite number at current, got NaN',
  )
})

test('role holders in any order and any split give the same figures to the last bit', () => {
  const level = fc.integer({ min: 0, max: 50 }).map((value) => value / 10)
  const holder: fc.Arbitrary<CompetencyLevels> = fc.record({ required: level, current: fc.option(level) })
  fc.assert(
    fc.property(fc.array(holder, { maxLength: 12 }), fc.nat({ max: 12 }), (holders, cut) => {
      for (const [accumulator, measure] of [
        [gapPrevalenceAccumulator, gapPrevalence],
        [meanGapAccumulator, meanGap],
      ] as const) {
        const parts = [holders.slice(cut), holders.slice(0, cut)].map((part) => accumulate(accumulator, part))
        expect(accumulator.extract(parts.reduce(accumulator.combine))).toEqual(
          measure({ roleHolders: holders }),
        )
      }
    }),
  )
})

test('tasks are ranked by how far performance lags; equals by name; the unrated last, without a rank', () => {
  const ranked = hennessyHicksRanking([
    { task: 'archiving', importance: [7], performance: [null] },
    { task: 'budgeting', importance: [5, 6], performance: [4, 5] },
    { task: 'planning', importance: [5, 6], performance: [5, 4] },
    { task: 'accounting', importance: [5, 6], performance: [4, 5] },
    { task: 'coaching', importance: [7, 6, null], performance: [3, 4, 1] },
  ])
  expect(ranked.map(({ task, rank }) => [task, rank])).toEqual([
    ['coaching', 1],
    ['accounting', 2],
    ['budgeting', 3],
    ['planning', 4],
    ['archiving', null],
  ])
  expect(ranked[4]?.score).toEqual({
    status: 'undefined',
    reason: { code: 'TooFewObservations', need: 1, have: 0 },
  })
  expect(ranked[0]?.score).toMatchObject({ value: 3, notes: [{ code: 'IncompleteLeftOut', count: 1 }] })
  expect(() => hennessyHicksRanking([{ task: 'x', importance: [8], performance: [1] }])).toThrow(
    /at tasks\[0\]\.importance\[0\], got 8/,
  )
  expect(() => hennessyHicksRanking([{ task: 'x', importance: [7], performance: [] }])).toThrow(
    /two lists of one length at tasks\[0\], got "1, 0"/,
  )
})

const scale = { min: 1, max: 5 }
const decide = (difficulty: number, importance: number, frequency: number) =>
  taskSelection({
    difficulty: [difficulty],
    importance: [importance],
    frequency: [frequency],
    scale,
    tree: exampleTaskSelectionTree,
  })

test('what is hard, important and rare is trained at the start and again; what is easy and unimportant is not', () => {
  expect(decide(5, 5, 1).decision).toBe('overtrain')
  expect(decide(5, 5, 5).decision).toBe('train')
  expect(decide(5, 1, 1).decision).toBe('noTrain')
  expect(decide(1, 5, 1).decision).toBe('preTrain')
  expect(decide(1, 1, 5).decision).toBe('noTrain')
})

test('a mean exactly at the cut-off is a yes, and the path shows how the decision came about', () => {
  const tree = { ask: 'importance', atLeast: 3.5, yes: 'train', no: 'noTrain' } as const
  const ratings = { difficulty: [], frequency: [], importance: [3, 4, null], scale, tree }
  expect(taskSelection(ratings)).toMatchObject({
    decision: 'train',
    path: [{ ask: 'importance', atLeast: 3.5, answer: 'yes' }],
    confirmedBy: null,
    difficulty: { status: 'undefined', reason: { code: 'TooFewObservations', need: 1, have: 0 } },
    importance: { value: 3.5, n: 2 },
  })
})

test('who confirmed a decision has a name', () => {
  const ratings = { difficulty: [5], importance: [5], frequency: [1], scale, tree: exampleTaskSelectionTree }
  expect(taskSelection({ ...ratings, confirmedBy: 'shift-lead' }).confirmedBy).toBe('shift-lead')
  expect(() => taskSelection({ ...ratings, confirmedBy: '' })).toThrow(
    'training-ops: taskSelection needs a text at confirmedBy',
  )
})

test('a tree that asks for a rating nobody gave decides nothing', () => {
  const unrated = { difficulty: [null], importance: [5], frequency: [5], scale }
  const { decision, path } = taskSelection({ ...unrated, tree: exampleTaskSelectionTree })
  expect(decision).toBeNull()
  expect(path).toEqual([])
  expect(() =>
    taskSelection({
      ...unrated,
      tree: { ask: 'cost' as 'difficulty', atLeast: 1, yes: 'train', no: 'noTrain' },
    }),
  ).toThrow(/one of difficulty, importance, frequency at tree.ask, got "cost"/)
})

const items = [
  { item: 'coaching', importance: 4.5, performance: 2 },
  { item: 'planning', importance: 4, performance: 4 },
  { item: 'filing', importance: 2, performance: 1.5 },
  { item: 'reporting', importance: 2.5, performance: 3 },
]
const quadrants = (more: object = {}) =>
  importancePerformanceQuadrants({ items, scale, ...more }).items.map(({ quadrant }) => quadrant)

test('the midpoint of the scale splits; an item on the split is high, or low where that is asked for', () => {
  expect(quadrants()).toEqual(['concentrateHere', 'keepUp', 'lowPriority', 'possibleOverkill'])
  expect(quadrants({ onSplit: 'low' })).toEqual(['concentrateHere', 'keepUp', 'lowPriority', 'lowPriority'])
})

test('split at the means, the same items are judged against each other', () => {
  const { split, variant } = importancePerformanceQuadrants({ items, scale, split: 'means' })
  expect(split).toEqual({ importance: 3.25, performance: 2.625 })
  expect(variant).toEqual({ split: 'means', onSplit: 'high' })
  const ofNone = importancePerformanceQuadrants({ items: [], scale, split: 'means' })
  expect(ofNone).toMatchObject({ items: [], split: { importance: 3, performance: 3 } })
})

test('a mean is on the scale, its ends included', () => {
  expect(quadrants({ items: [{ item: 'x', importance: 5, performance: 1 }] })).toEqual(['concentrateHere'])
  for (const importance of [6, 0.9])
    expect(() => quadrants({ items: [{ item: 'x', importance, performance: 1 }] })).toThrow(
      `a mean from 1 to 5 at items[0].importance, got ${importance}`,
    )
})

test('waived needs neither were met nor had to be', () => {
  expect(figure(dynamicNeed({ required: 20, met: 12, waived: 4 })).value).toBe(4)
  expect(figure(needFulfilment({ required: 20, met: 12, waived: 4 })).value).toBe(0.75)
  expect(figure(dynamicNeed({ required: 4, met: 4, waived: 0 })).value).toBe(0)
  expect(needFulfilment({ required: 4, met: 0, waived: 4 })).toMatchObject({
    reason: { code: 'ZeroDenominator' },
  })
  expect(() => dynamicNeed({ required: 4, met: 3, waived: 2 })).toThrow(/at met \+ waived, got 5/)
})

test('units add up: the need that is left, and the share of their sums', () => {
  const units = [
    { required: 10, met: 1, waived: 0 },
    { required: 4, met: 2, waived: 2 },
  ]
  const together = { required: 14, met: 3, waived: 2 }
  expect(dynamicNeedAccumulator.extract(accumulate(dynamicNeedAccumulator, units))).toEqual(
    dynamicNeed(together),
  )
  expect(needFulfilmentAccumulator.extract(accumulate(needFulfilmentAccumulator, units))).toEqual(
    needFulfilment(together),
  )
})

test('a tree with a branch missing, or with something else for one, is named by its path', () => {
  const ratings = { difficulty: [3], frequency: [3], importance: [3], scale }
  const on = (tree: unknown) => () => taskSelection({ ...ratings, tree: tree as 'train' })
  const ask = { ask: 'importance', atLeast: 3.5 }
  expect(on({ ...ask, yes: 'train' })).toThrow(
    'training-ops: taskSelection needs a decision or a question at tree.no, got undefined',
  )
  expect(on({ ...ask, yes: { ...ask, yes: null, no: 'train' }, no: 'train' })).toThrow(
    'at tree.yes.yes, got null',
  )
  expect(on(undefined)).toThrow('a decision or a question at tree, got undefined')
  expect(on({ ...ask, yes: 'train', no: { ...ask, atLeast: '3', yes: 'train', no: 'train' } })).toThrow(
    'a finite number at tree.no.atLeast, got "3"',
  )
  expect(on({ ...ask, yes: 'train', no: 'maybe' })).toThrow(
    'overtrain, preTrain, noTrain at tree.no, got "maybe"',
  )
})
