import fc from 'fast-check'
import { expect, test } from 'vitest'
import { needPriority, type RatedNeed } from '../../../src/metrics/index.ts'
import { figure } from '../results/figure.ts'

const weights = { gap: 0.5, urgency: 0.5 }
const ranges = { gap: { low: 0, high: 4 }, urgency: { low: 30, high: 0 } }
const need = (id: string, gap: number | null, urgency: number | null): RatedNeed => ({
  id,
  factors: { gap, urgency },
})
const order = (needs: readonly RatedNeed[], more: object = {}) =>
  needPriority({ needs, weights, ranges, ...more }).map(({ id }) => id)

test('a wide gap due soon comes first; fewer days left is more urgent', () => {
  expect(order([need('a', 1, 20), need('b', 4, 0), need('c', 4, 20)])).toEqual(['b', 'c', 'a'])
})

test('equal scores go by id, whatever the order they were entered in', () => {
  expect(order([need('b', 2, 5), need('c', 2, 5), need('a', 2, 5)])).toEqual(['a', 'b', 'c'])
})

test('a need with an unknown factor has no score and no rank, and stands last', () => {
  const [first, last] = needPriority({ needs: [need('a', null, 0), need('b', 0, 30)], weights, ranges })
  expect(first).toMatchObject({ id: 'b', rank: 1, score: { value: 0 } })
  expect(last).toEqual({
    id: 'a',
    rank: null,
    score: { status: 'undefined', reason: { code: 'TooFewObservations', need: 2, have: 1 } },
  })
})

test('a future need is discounted where a discount is given', () => {
  const needs = [{ ...need('later', 4, 0), horizon: 'future' as const }, need('now', 3, 5)]
  expect(order(needs)).toEqual(['later', 'now'])
  expect(order(needs, { futureDiscount: 0.5 })).toEqual(['now', 'later'])
  const [now, later] = needPriority({ needs, weights, ranges, futureDiscount: 0.5 }).map(({ score }) => score)
  expect(figure(now).variant).toEqual({ ranges: 'declared' })
  expect(later).toEqual({ ...figure(later), value: 0.5, variant: { ranges: 'declared', discount: 0.5 } })
})

test('a discount is a share: none at all and the whole are allowed, what is beyond is not', () => {
  const discounted = (futureDiscount: number) =>
    needPriority({ needs: [{ ...need('a', 4, 0), horizon: 'future' }], weights, ranges, futureDiscount }).map(
      ({ score }) => figure(score).value,
    )
  expect(discounted(0)).toEqual([0])
  expect(discounted(1)).toEqual([1])
  for (const wrong of [-0.1, 1.1, Number.NaN])
    expect(() => discounted(wrong)).toThrow(
      `training-ops: needPriority needs a share from 0 to 1 at futureDiscount, got ${wrong}`,
    )
})

test('among the needs at hand, the lowest of a factor is 0 and the highest 1; where all are alike it decides nothing', () => {
  const ranked = needPriority({ needs: [need('a', 2, 7), need('b', 3, 7)], weights, ranges: 'among' })
  expect(ranked.map(({ score }) => figure(score).value)).toEqual([0.5, 0])
  expect(figure(ranked[0]?.score).variant).toEqual({ ranges: 'among' })
  const oneUnknown = needPriority({
    needs: [need('a', null, 7), need('b', 2, 7), need('c', 3, 7)],
    weights,
    ranges: 'among',
  })
  expect(oneUnknown.map(({ id, rank }) => [id, rank])).toEqual([
    ['c', 1],
    ['b', 2],
    ['a', null],
  ])
})

test('weights that are not whole, a missing range and an id entered twice are the programmer’s errors', () => {
  const needs = [need('a', 1, 1)]
  expect(() => needPriority({ needs, weights: { gap: 0.5 }, ranges })).toThrow(
    /weights that sum to 1, got 0.5/,
  )
  expect(() => needPriority({ needs, weights, ranges: { gap: ranges.gap } })).toThrow(
    'training-ops: needPriority needs a finite number at ranges.urgency.low, got undefined',
  )
  expect(() => order([...needs, ...needs])).toThrow(/each id once at needs\[1\]\.id, got "a"/)
  expect(() => order([need('x', Number.NaN, 1)])).toThrow(/needs\[0\]\.factors\.gap, got NaN/)
})

test('an end of a range that is none, or the same as the other, is named by its path', () => {
  const among = (gap: object) => () =>
    needPriority({ needs: [need('a', 1, 1)], weights, ranges: { ...ranges, gap: gap as never } })
  expect(among({ low: 3, high: 3 })).toThrow(
    'training-ops: needPriority needs a number other than low (3) at ranges.gap.high, got 3',
  )
  expect(among({ low: 3 })).toThrow('at ranges.gap.high, got undefined')
  expect(among({ low: '3', high: 4 })).toThrow('at ranges.gap.low, got "3"')
  expect(among({ low: 0, high: Number.POSITIVE_INFINITY })).toThrow('at ranges.gap.high, got Infinity')
  const widest = { low: -Number.MAX_VALUE, high: Number.MAX_VALUE }
  expect(among(widest)).toThrow(/a finite number at ranges\.gap\.low/)
})

test('with declared ranges, another need leaves all scores as they were', () => {
  const arbitrary = fc.uniqueArray(
    fc.record({ id: fc.string({ minLength: 1 }), gap: fc.nat({ max: 4 }), urgency: fc.nat({ max: 30 }) }),
    { selector: ({ id }) => id, minLength: 2, maxLength: 6 },
  )
  fc.assert(
    fc.property(arbitrary, (rated) => {
      const needs = rated.map(({ id, gap, urgency }) => need(id, gap, urgency))
      const scores = (some: readonly RatedNeed[]) =>
        new Map(needPriority({ needs: some, weights, ranges }).map(({ id, score }) => [id, score]))
      const before = scores(needs.slice(1))
      for (const [id, score] of before) expect(scores(needs).get(id)).toEqual(score)
    }),
  )
})
