import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accumulate,
  applicationRate,
  applicationRateAccumulator,
  type BehaviourScores,
  behaviourChange,
  behaviourChangeAccumulator,
  requiredDriversIndex,
  requiredDriversIndexAccumulator,
  scrapLearning,
  scrapLearningAccumulator,
} from '../../../src/metrics/index.ts'
import { figure, noteOf } from '../results/figure.ts'

const scale = { min: 1, max: 5 }

test('scrap learning by people is what the application rate leaves, with the interval mirrored', () => {
  const counts = fc
    .tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }), fc.nat({ max: 50 }))
    .map(([applied, more, rest]) => ({ applied, followedUp: applied + more, trained: applied + more + rest }))
  fc.assert(
    fc.property(counts, (each) => {
      fc.pre(each.followedUp > 0)
      const [applied, scrapped] = [figure(applicationRate(each)), figure(scrapLearning(each))]
      expect(applied.value + scrapped.value).toBeCloseTo(1, 12)
      expect((applied.interval?.low ?? 0.5) + (scrapped.interval?.high ?? 0.5)).toBeCloseTo(1, 12)
      expect(applied.interval === undefined).toBe(each.followedUp === each.trained)
    }),
  )
})

test('the two published definitions of scrap learning differ, and the figure names which', () => {
  const byPeople = figure(scrapLearning({ applied: 3, followedUp: 4, trained: 4 }))
  const byContent = figure(scrapLearning({ definition: 'content', appliedShares: [0.5, 0.25, 0.25, 0] }))
  expect([byPeople.value, byContent.value]).toEqual([0.25, 0.75])
  expect([byPeople.variant, byContent.variant]).toEqual([{ definition: 'people' }, { definition: 'content' }])
})

test('nobody followed up: neither a rate nor scrap', () => {
  const nobody = { applied: 0, followedUp: 0, trained: 9 }
  expect(applicationRate(nobody)).toMatchObject({ reason: { code: 'ZeroDenominator', what: 'followedUp' } })
  expect(scrapLearning(nobody)).toMatchObject({ reason: { code: 'ZeroDenominator', what: 'followedUp' } })
  expect(scrapLearning({ definition: 'content', appliedShares: [null] })).toMatchObject({
    reason: { code: 'TooFewObservations' },
  })
})

test('a share above 1 and more users than people asked are named', () => {
  expect(() => scrapLearning({ definition: 'content', appliedShares: [0.5, 50] })).toThrow(
    /appliedShares\[1\], got 50/,
  )
  expect(() => applicationRate({ applied: 5, followedUp: 4, trained: 9 })).toThrow(/at applied, got 5/)
})

test('a definition that is none is named, not what is missing for another', () => {
  const byHours = { definition: 'hours', appliedShares: [0.5] } as never
  expect(() => scrapLearning(byHours)).toThrow(
    'training-ops: scrapLearning needs one of people, content at definition, got "hours"',
  )
})

test('groups add up to the rate of their sums', () => {
  const groups = [
    { applied: 1, followedUp: 9, trained: 9 },
    { applied: 3, followedUp: 3, trained: 12 },
  ]
  const together = { applied: 4, followedUp: 12, trained: 21 }
  const rate = applicationRateAccumulator.extract(accumulate(applicationRateAccumulator, groups))
  expect(rate).toEqual(applicationRate(together))
  const scrap = scrapLearningAccumulator.extract(accumulate(scrapLearningAccumulator, groups))
  expect(scrap).toEqual(scrapLearning(together))
})

test('only the same rater on the same instrument counts; the rest is told apart', () => {
  const change = figure(
    behaviourChange({
      learners: [
        { before: 2, after: 4, raterBefore: 'wang', raterAfter: 'wang' },
        { before: 3, after: 3 },
        { before: 1, after: 5, raterBefore: 'wang', raterAfter: 'li' },
        { before: 1, after: 5, instrumentBefore: 'v1', instrumentAfter: 'v2' },
        { before: 1, after: null },
        { before: 2, after: 3, retrospective: true },
      ],
    }),
  )
  expect(change.value).toBe(1)
  expect(change.n).toBe(3)
  expect(noteOf(change, 'RaterChanged')).toMatchObject({ count: 1, meanChange: 4 })
  expect(noteOf(change, 'InstrumentChanged').count).toBe(1)
  expect(noteOf(change, 'IncompleteLeftOut').count).toBe(1)
  expect(noteOf(change, 'RetrospectiveBefore').count).toBe(1)
})

test('where nothing is to be told apart, no note is there', () => {
  const learners = [
    { before: 2, after: 4 },
    { before: 3, after: 3 },
  ]
  expect(behaviourChange({ learners })).not.toHaveProperty('notes')
  expect(figure(behaviourChange({ learners })).interval).toBeDefined()
  const unlike = { before: 2, after: Number.NaN }
  expect(() => behaviourChange({ learners: [...learners, unlike] })).toThrow(
    'training-ops: behaviourChange needs a finite number at learners[2].after, got NaN',
  )
  expect(() => behaviourChangeAccumulator.lift(unlike)).toThrow('needs a finite number at after, got NaN')
})

test('Student’s sleep data as behaviour scores: the golden mean change and t interval', () => {
  const before = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
  const after = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
  const learners = before.map((value, index) => ({ before: value, after: after[index] ?? null }))
  const change = figure(behaviourChange({ learners }))
  expect(change.value).toBeCloseTo(1.58, 12)
  expect(change.interval?.low).toBeCloseTo(0.7001142367230175, 9)
  expect(change.interval?.high).toBeCloseTo(2.459885763276983, 9)
})

test('one learner, or learners who all changed alike, have a change without an interval; none have no change', () => {
  expect(behaviourChange({ learners: [{ before: 1, after: 2 }] })).toEqual({
    status: 'ok',
    value: 1,
    n: 1,
    unit: 'scale',
    notes: [{ code: 'NoIntervalFromOne', smallestGroup: 1 }],
  })
  const alike = [
    { before: 1, after: 2 },
    { before: 3, after: 4 },
  ]
  expect(behaviourChange({ learners: alike })).toEqual({
    status: 'ok',
    value: 1,
    n: 2,
    unit: 'scale',
    notes: [{ code: 'NoIntervalWithoutSpread' }],
  })
  expect(behaviourChange({ learners: [] })).toMatchObject({ reason: { code: 'TooFewObservations' } })
})

test('learners in any order and any split changed alike, to the last bit', () => {
  const score = fc.option(
    fc.integer({ min: 0, max: 50 }).map((value) => value / 10),
    { freq: 9 },
  )
  const rater = fc.constantFrom('wang', 'li')
  const learner: fc.Arbitrary<BehaviourScores> = fc.record({
    before: score,
    after: score,
    raterBefore: rater,
    raterAfter: rater,
  })
  fc.assert(
    fc.property(fc.array(learner, { maxLength: 12 }), fc.nat({ max: 12 }), (learners, cut) => {
      const parts = [learners.slice(cut), learners.slice(0, cut)].map((part) =>
        accumulate(behaviourChangeAccumulator, part),
      )
      expect(behaviourChangeAccumulator.extract(parts.reduce(behaviourChangeAccumulator.combine))).toEqual(
        behaviourChange({ learners }),
      )
    }),
  )
})

test('a driver nobody rated leaves the index without a figure; one that is low shows in the note', () => {
  const responses = [{ reinforce: 5, encourage: 5, reward: 5, monitor: null }]
  expect(requiredDriversIndex({ responses, scale })).toEqual({
    status: 'undefined',
    reason: { code: 'TooFewObservations', need: 4, have: 3 },
  })
  const rated = figure(
    requiredDriversIndex({
      responses: [...responses, { reinforce: 5, encourage: 5, reward: 5, monitor: 1 }],
      scale,
    }),
  )
  expect(rated.value).toBe(4)
  expect(noteOf(rated, 'DriverMeans').monitor).toBe(1)
  const silent = { reinforce: null, encourage: null, reward: null, monitor: null }
  const three = [...responses, { reinforce: 5, encourage: 5, reward: 5, monitor: 1 }, silent]
  expect(figure(requiredDriversIndex({ responses: three, scale })).n).toBe(2)
  expect(() => requiredDriversIndexAccumulator(scale).lift({ ...silent, reward: 9 })).toThrow(
    'at reward, got 9',
  )
  expect(() =>
    requiredDriversIndex({ responses: [{ reinforce: 0, encourage: 1, reward: 1, monitor: 1 }], scale }),
  ).toThrow(/responses\[0\]\.reinforce, got 0/)
})

test('responses in any order and any split give the same index', () => {
  const answer = fc.option(fc.integer(scale), { freq: 9 })
  const response = fc.record({ reinforce: answer, encourage: answer, reward: answer, monitor: answer })
  fc.assert(
    fc.property(fc.array(response, { maxLength: 10 }), fc.nat({ max: 10 }), (responses, cut) => {
      const accumulator = requiredDriversIndexAccumulator(scale)
      const parts = [responses.slice(cut), responses.slice(0, cut)].map((part) =>
        accumulate(accumulator, part),
      )
      expect(accumulator.extract(parts.reduce(accumulator.combine))).toEqual(
        requiredDriversIndex({ responses, scale }),
      )
    }),
  )
})
