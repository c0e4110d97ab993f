import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accumulate,
  competencyGap,
  meanWeightedDiscrepancyScore,
  meanWeightedDiscrepancyScoreAccumulator,
  rankedDiscrepancyScore,
  rankedDiscrepancyScoreAccumulator,
} from '../../../src/metrics/index.ts'
import { figure } from '../results/figure.ts'

const scale = { min: 1, max: 5 }
const golden = { importance: [5, 4, 5, 3, 4], ability: [2, 3, 4, 3, 5], scale }

test('the golden five respondents: a Borich score of 3.36 and a ranked score of −40', () => {
  expect(meanWeightedDiscrepancyScore(golden)).toEqual({ status: 'ok', value: 3.36, n: 5, unit: 'points' })
  expect(rankedDiscrepancyScore(golden)).toEqual({ status: 'ok', value: -40, n: 5, unit: 'points' })
})

test('people abler than needed have a negative Borich score and a positive ranked one', () => {
  const able = { importance: [2, 2], ability: [4, 3], scale }
  expect(figure(meanWeightedDiscrepancyScore(able)).value).toBe(-3)
  expect(figure(rankedDiscrepancyScore(able)).value).toBe(100)
})

test('who rated only one of the two is left out and counted', () => {
  const some = { importance: [...golden.importance, 5], ability: [...golden.ability, null], scale }
  const score = figure(meanWeightedDiscrepancyScore(some))
  expect(score.value).toBe(3.36)
  expect(score.notes).toEqual([{ code: 'IncompleteLeftOut', count: 1 }])
})

test('nobody rated both: no score', () => {
  const reason = { code: 'TooFewObservations', need: 1, have: 0 }
  const nobody = { importance: [3], ability: [null], scale }
  expect(meanWeightedDiscrepancyScore(nobody)).toEqual({ status: 'undefined', reason })
  expect(rankedDiscrepancyScore(nobody)).toEqual({ status: 'undefined', reason })
})

test('a rating off the scale and lists of different length are named', () => {
  expect(() => meanWeightedDiscrepancyScore({ ...golden, ability: [2, 3, 4, 3, 6] })).toThrow(
    /meanWeightedDiscrepancyScore needs null or a whole number from 1 to 5 at ability\[4\], got 6/,
  )
  expect(() => rankedDiscrepancyScore({ ...golden, ability: [2] })).toThrow(
    /needs as many ability ratings as importance ratings \(5\), got 1/,
  )
})

const rating = fc.option(fc.integer(scale), { freq: 5 })
const people = fc.array(fc.record({ importance: rating, ability: rating }), { maxLength: 30 })
const lists = (rated: readonly { importance: number | null; ability: number | null }[]) => ({
  importance: rated.map((each) => each.importance),
  ability: rated.map((each) => each.ability),
  scale,
})

test('the Borich score is mean importance × (mean importance − mean ability), for all ratings', () => {
  fc.assert(
    fc.property(people, (rated) => {
      const complete = rated.filter((each) => each.importance !== null && each.ability !== null)
      fc.pre(complete.length > 0)
      const meanOf = (values: readonly (number | null)[]) =>
        values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length
      const [importance, ability] = [lists(complete).importance, lists(complete).ability].map(meanOf)
      const byDefinition = meanOf(
        complete.map((each) => ((each.importance ?? 0) - (each.ability ?? 0)) * (importance ?? 0)),
      )
      const { value } = figure(meanWeightedDiscrepancyScore(lists(rated)))
      expect(value).toBeCloseTo(byDefinition, 9)
      expect(value).toBeCloseTo((importance ?? 0) * ((importance ?? 0) - (ability ?? 0)), 9)
    }),
  )
})

test('the ranked score stays within ±100 and turns its sign when the two ratings trade places', () => {
  fc.assert(
    fc.property(people, (rated) => {
      const { importance, ability } = lists(rated)
      const there = rankedDiscrepancyScore({ importance, ability, scale })
      const back = rankedDiscrepancyScore({ importance: ability, ability: importance, scale })
      fc.pre(there.status === 'ok')
      expect(Math.abs(figure(there).value)).toBeLessThanOrEqual(100)
      expect(figure(back).value).toBe(0 - figure(there).value)
    }),
  )
})

test('respondents in any order and any split give the same scores to the last bit', () => {
  fc.assert(
    fc.property(people, fc.nat({ max: 30 }), (rated, cut) => {
      for (const [accumulator, whole] of [
        [meanWeightedDiscrepancyScoreAccumulator(scale), meanWeightedDiscrepancyScore(lists(rated))],
        [rankedDiscrepancyScoreAccumulator(scale), rankedDiscrepancyScore(lists(rated))],
      ] as const) {
        const parts = [rated.slice(cut), rated.slice(0, cut)].map((part) => accumulate(accumulator, part))
        expect(accumulator.extract(parts.reduce(accumulator.combine))).toEqual(whole)
      }
    }),
  )
})

test('someone never assessed has no gap, rather than the largest one', () => {
  expect(competencyGap({ required: 4, current: null })).toMatchObject({ status: 'undefined' })
  expect(figure(competencyGap({ required: 4, current: 0 })).value).toBe(4)
  expect(figure(competencyGap({ required: 4, current: 4 })).variant).toEqual({ reading: 'met' })
})

test('an expired assessment still says something, and says that it has expired', () => {
  const gap = figure(competencyGap({ required: 4, current: 3, stale: true }))
  expect(gap.value).toBe(1)
  expect(gap.notes).toEqual([{ code: 'StaleAssessment' }])
})
