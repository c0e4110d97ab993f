import { kirkpatrick, kirkpatrickFigures, objectiveOutcomes, type ProgramRecord, project } from 'training-ops'
import { describe, expect, test } from 'vitest'
import { everything, results } from './a-program.ts'

type Objective = ProgramRecord['objectives'][string]

const figures = kirkpatrickFigures(project(kirkpatrick, everything)['p-1'] ?? kirkpatrick.initial())
const objective = (more: Partial<Objective>): Objective => ({
  level: 2,
  measure: 'M46',
  unit: 'share',
  target: { kind: 'absolute', direction: 'increase', value: 0.6 },
  due: '2026-06-30',
  ...more,
})
const outcome = (more: Partial<Objective>, of = figures) =>
  objectiveOutcomes({ 'o-1': objective(more) }, of)[0]
const byPoints = (value: number) => ({ kind: 'percentagePoint', direction: 'increase', value }) as const
const byShare = (value: number, direction: 'increase' | 'decrease' = 'increase') =>
  ({ kind: 'relative', direction, value }) as const

describe('an objective', () => {
  test('is reached where two of three pass and six of ten should', () => {
    expect(outcome({})).toMatchObject({
      objectiveId: 'o-1',
      figure: 'M46',
      aim: 0.6,
      actual: { value: 2 / 3, n: 3 },
      verdict: 'reached',
    })
  })
  test('is not reached by less, and how much of the way was covered is told', () => {
    const asked = outcome({ baseline: 0.5, target: byPoints(3000) })
    expect(asked).toMatchObject({ aim: 0.8, verdict: 'notReached' })
    expect(asked?.attainment).toMatchObject({ value: expect.closeTo(5 / 9, 12) })
  })
  test('is reached by exactly its target, however it was added up', () => {
    const exactly = figures.map((one) =>
      one.figure === 'M46' && one.result.status === 'ok'
        ? { ...one, result: { ...one.result, value: 0.6 } }
        : one,
    )
    expect(outcome({ baseline: 0.2, target: byPoints(4000) }, exactly)).toMatchObject({ verdict: 'reached' })
  })
  test('may be written in basis points', () => {
    expect(outcome({ unit: 'basisPoints', baseline: 5000, target: byPoints(1500) })).toMatchObject({
      aim: 6500,
      actual: { value: expect.closeTo(20_000 / 3, 9) },
      verdict: 'reached',
    })
  })
  test('of behaviour is what supervisors see', () => {
    expect(outcome({ level: 3, measure: 'M60' })).toMatchObject({
      figure: 'M60:supervisor',
    })
  })
  test('of a result is where the trained units stood last', () => {
    // shops 1 and 2: 52 and 40
    const asked = { level: 4, measure: 'sales', unit: 'orders', baseline: 35 } as const
    expect(outcome({ ...asked, target: byShare(3000) })).toMatchObject({
      aim: 45.5,
      actual: { value: 46, n: 2 },
      verdict: 'reached',
    })
    expect(outcome({ ...asked, target: byShare(1000, 'decrease') })).toMatchObject({
      aim: 31.5,
      verdict: 'notReached',
    })
  })
  test('of a question is the share that agrees with it', () => {
    expect(outcome({ level: 1, measure: 'useful' })).toMatchObject({
      figure: 'M32:reaction-form/1:useful',
      verdict: 'reached',
    })
  })
  test('of satisfaction is the share of all answers, where there is one questionnaire', () => {
    // useful 5 4 1, boring turned 5 4 1, clear 4 3 1: five of nine are 4 or 5
    expect(outcome({ level: 1, measure: 'M32' })).toMatchObject({
      figure: 'M32:reaction-form/1:1-5',
      actual: { value: 5 / 9, n: 9 },
      verdict: 'notReached',
    })
    const other = figures.flatMap((one) =>
      one.figure === 'M32:reaction-form/1:1-5' ? [one, { ...one, figure: 'M32:other/1:1-5' }] : [one],
    )
    expect(outcome({ level: 1, measure: 'M32' }, other)).toMatchObject({ verdict: 'notMeasurable' })
  })
  test('that nobody measured is neither reached nor missed, and has no actual', () => {
    const unknown = outcome({ measure: 'accidents' })
    expect(unknown).toMatchObject({ verdict: 'notMeasurable', attainment: { status: 'undefined' } })
    expect(unknown).not.toHaveProperty('actual')
  })
  test('measured in another unit is not told', () => {
    expect(outcome({ level: 4, measure: 'sales', unit: 'tonnes' })).toMatchObject({
      verdict: 'notMeasurable',
      actual: { status: 'undefined', reason: { code: 'ScaleMismatch', expected: 'tonnes', got: 'orders' } },
    })
  })
  test('that is to move from a baseline nobody captured is not told', () => {
    expect(outcome({ target: byPoints(1000) })).toMatchObject({
      verdict: 'notMeasurable',
      attainment: { reason: { code: 'MissingBaseline' } },
    })
  })
})

test('where each group stood, before and after, stands beside their difference', () => {
  const program = project(kirkpatrick, results)['p-1'] ?? kirkpatrick.initial()
  const means = kirkpatrickFigures(program).flatMap(({ metric, of, result }) =>
    metric === 'M70b' && result.status === 'ok' ? [[of.group, of.when, result.value]] : [],
  )
  expect(means).toEqual([
    ['treated', 'before', 35],
    ['treated', 'after', 46],
    ['control', 'before', 27.5],
    ['control', 'after', 31.5],
  ])
})
