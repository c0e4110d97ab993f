import * as metrics from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { callsIn, exported } from './examples.ts'

const { adjustedDifference, effectSize, meanNumber, metricCatalog, pooledEffect, studyPower } = metrics

/** The same call with each of its numbers in turn replaced. */
const withNumber = (given: unknown, to: number): readonly unknown[] => {
  if (typeof given === 'number') return [to]
  if (typeof given !== 'object' || given === null) return []
  return Object.entries(given).flatMap(([key, part]) =>
    withNumber(part, to).map((changed) =>
      Array.isArray(given)
        ? given.map((one, at) => (`${at}` === key ? changed : one))
        : { ...given, [key]: changed },
    ),
  )
}

/** Where in an answer a number is none, or infinite. */
const notFinite = (answer: unknown, path = ''): readonly string[] => {
  if (typeof answer === 'number') return Number.isFinite(answer) ? [] : [`${path} is ${answer}`]
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([key, part]) => notFinite(part, `${path}.${key}`))
}

const figure = (result: metrics.MetricResult) => (result.status === 'ok' ? result : undefined)

describe('numbers at the ends of what a computer holds', () => {
  it('gains that are nearly alike have an effect size at once, whose interval goes with the effect', () => {
    const sizeOf = (apart: number) =>
      figure(
        effectSize({ before: [1, 2, 3, 4], after: [1001, 1002 + apart, 1003, 1004], standardiser: 'gains' }),
      )
    const [wide, narrow] = [sizeOf(1e-3), sizeOf(1e-6)]
    expect((narrow?.value ?? 0) / (wide?.value ?? 1)).toBeCloseTo(1000, 2)
    expect((narrow?.interval?.low ?? 0) / (wide?.interval?.low ?? 1)).toBeCloseTo(1000, 2)
  })

  it('a power is told of any effect', () => {
    expect(figure(studyPower({ treated: 3, control: 3, effect: 1e99 }))?.value).toBe(1)
    expect(figure(studyPower({ treated: 3, control: 3, effect: 60 }))?.value).toBeCloseTo(1, 12)
  })

  it('half a point beside nine quadrillions is a number as another', () => {
    expect(figure(meanNumber({ answers: [9e15, 3.5] }))?.value).toBeCloseTo(4.5e15, -1)
    expect(figure(meanNumber({ answers: [9e15, 3] }))?.value).toBe((9e15 + 3) / 2)
  })

  it('no calculator answers with a number that is none: it answers, or says what it needs', () => {
    const answers = metricCatalog.flatMap(({ calculator }) =>
      callsIn(calculator).flatMap((call) =>
        [1e308, -1e308, 1e160, 1e-160, 5e-324].flatMap((to) =>
          withNumber(call, to).map((given) => {
            try {
              const answer = exported[calculator]?.(...(given as readonly unknown[]))
              return notFinite(answer).map((wrong) => `${calculator}${wrong} for ${to}`)
            } catch (error) {
              return String(error).startsWith('TypeError: training-ops: ') ? [] : [`${calculator}: ${error}`]
            }
          }),
        ),
      ),
    )
    expect(answers.length).toBeGreaterThan(2000)
    expect(answers.flat()).toEqual([])
  })

  it('what cannot be squared is refused by its place', () => {
    const people = [1, 2, 3].map((before) => ({ before, after: before * before }))
    expect(() => adjustedDifference({ treated: [{ before: 1e308, after: 1 }], control: people })).toThrow(
      'training-ops: adjustedDifference needs a finite number at treated[0].before, got 1e+308',
    )
    expect(() => pooledEffect({ studies: [{ effect: 1, variance: 5e-324 }] })).toThrow(
      'training-ops: pooledEffect needs a number > 0 at studies[0].variance, got 5e-324',
    )
  })
})
