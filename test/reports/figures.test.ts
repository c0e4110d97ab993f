/** Tables of figures: a row each, or things down and figures across where several were taken of the same things. */
import type { MetricResult } from 'training-ops/metrics'
import { phrase } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import { figuresTable } from '../../src/reports/figures.ts'
import { chartsOf, written } from './reading.ts'

const ratio = (value: number, n = 40): MetricResult => ({ status: 'ok', value, n, unit: 'ratio' })
const ranks = { code: 'OrdinalScale', min: 1, max: 5 }
const mean = (value: number): MetricResult => ({ status: 'ok', value, n: 40, unit: 'scale', notes: [ranks] })
const of = (item: string) => ({ item, min: 1, max: 5 })
const items = ['clear', 'relevant', 'room', 'notice']
type Told = Parameters<typeof figuresTable>[0][number]
const asked: readonly Told[] = [
  { metric: 'M30', result: ratio(0.8, 50) },
  { metric: 'M32', of: { min: 1, max: 5 }, result: ratio(0.7) },
  ...items.map((item, at) => ({ metric: 'M32', of: of(item), result: ratio(at / 10) })),
  ...items.map((item) => ({ metric: 'M31', of: of(item), result: mean(4) })),
]
const report = (figures: readonly Told[]) => ({
  title: phrase('evaluation.level1'),
  blocks: figuresTable(figures),
  sections: [],
})

describe('figures of the same things', () => {
  test('are a table with things down and figures across, and their definitions under it', () => {
    const told = written(report(asked))
    expect(told).toContain('| Item, rater or category | Satisfied (top answers) | Mean answer |')
    expect(told).toContain('| all questions | 70.0% (n = 40 answers) | — |')
    expect(told).toContain('| clear | 0.0% (n = 40) | 4.00 (n = 40) |')
    expect(told).toContain('- Mean answer: mean of the answers')
  })
  test('leave all others a row each', () => {
    expect(written(report(asked))).toContain(
      '| Response rate | 80.0% (n = 50) | answered at least half ÷ asked |',
    )
  })
  test('are cautioned of once, with how many they are', () => {
    expect(written(report(asked))).toContain('- Mean answer (4 of them): ordinal')
  })
  test('are drawn, each figure in a picture', () => {
    expect(chartsOf(report(asked)).map(({ title }) => title)).toEqual([
      'Satisfied (top answers)',
      'Mean answer',
    ])
  })
  test('stay rows where there are but two things', () => {
    const few = asked.filter(
      ({ metric, ...one }) => one.of?.item === undefined || ['clear', 'room'].includes(String(one.of.item)),
    )
    expect(written(report(few))).toContain('| Mean answer | clear | 4.00 (n = 40) | mean of the answers |')
  })
  test('of scales that differ have each definition, and of one scale one', () => {
    const others = [...asked, { metric: 'M32', of: { item: 'nps', min: 0, max: 10 }, result: ratio(0.4, 9) }]
    expect(written(report(others))).toContain(
      '- Satisfied (top answers): answers in the top 2 of 5 ÷ answers, answers in the top 2 of 11 ÷ answers\n',
    )
  })
  test('that are differences of returns are told in percentage points', () => {
    const swing = { status: 'ok', value: 27.9, n: 2, unit: 'percent' } as const
    const blocks = figuresTable([{ metric: 'M86', of: { input: 'benefits' }, result: swing }])
    expect(written({ title: phrase('evaluation.level5'), blocks, sections: [] })).toContain(
      '| 27.9 percentage points (n = 2 estimates) |',
    )
  })
  test('are not drawn where two bars would have one name', () => {
    const twice = ['welch', 'pooled'].map((standardError) => ({
      metric: 'M72b',
      of: { measure: 'conversionRate', measuredIn: 'share' },
      result: { ...ratio(0.1), variant: { standardError } } as MetricResult,
    }))
    expect(
      chartsOf({ title: phrase('evaluation.level4'), blocks: figuresTable(twice), sections: [] }),
    ).toEqual([])
  })
})
