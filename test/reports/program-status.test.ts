import {
  type KirkpatrickFigure,
  objectiveOutcomes,
  type ProgramStatusState,
  programStatus,
} from 'training-ops'
import { programStatusReport, toMarkdown } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'

const target = (kind: 'absolute' | 'relative' | 'percentagePoint', value: number) =>
  ({ kind, direction: 'increase', value }) as const
const objective = { level: 4, due: '2026-06-30' }
const status: ProgramStatusState = {
  ...programStatus.initial(),
  needs: { 'need-1': true, 'need-2': true },
  objectives: {
    pass: { ...objective, measure: 'passRate', unit: 'share', target: target('absolute', 0.8) },
    liked: { ...objective, measure: 'knowWhomToAsk', unit: 'outOfFive', target: target('absolute', 4) },
    conversion: {
      ...objective,
      measure: 'conversionRate',
      unit: 'basisPoints',
      baseline: 1900,
      target: target('relative', 1500),
    },
  },
  milestones: {
    rooms: { title: 'Rooms ready', due: '2026-02-28' },
    classes: { title: 'Classes held', due: '2026-03-01' },
  },
  proposal: { title: 'Selling', kind: 'sales', audience: {}, zone: 'Asia/Shanghai' },
}
const passRate: KirkpatrickFigure = {
  figure: 'passRate',
  calculator: 'passRate',
  level: 2,
  of: {},
  result: { status: 'ok', value: 0.75, n: 20, unit: 'ratio' },
}
const outcomes = objectiveOutcomes(status.objectives, [passRate])
const written = (locale: 'en' | 'zh-CN', asOf = '2026-02-28T17:00:00.000Z'): string =>
  toMarkdown(
    programStatusReport({
      asOf,
      programs: [{ programId: 'p-1', status, money: {}, offerings: [], outcomes }],
      others: [],
      needs: { 'need-1': 'Ask first' },
      figures: [],
    }),
    { locale, zone: 'Asia/Shanghai' },
  )

describe('the program status report', () => {
  test('writes objectives in their unit, with what was measured', () => {
    const told = written('en')
    expect(told).toContain('| — | reach 80.0% | 2026-06-30 | 75.0% (n = 20) | not reached |')
    expect(told).toContain('| — | reach 4 / 5 | 2026-06-30 | no figure of this measure | not measurable |')
    expect(told).toContain('| 19.00% | increase by 15.0% of the baseline (relative), to 21.85% |')
    expect(written('zh-CN')).toContain('| 19.00% | 相对基线提高 15.0%，即 21.85% |')
  })
  test('names the needs by their titles, and by id only where it was given none', () => {
    expect(written('en')).toContain('Ask first, need-2')
  })
  test('says of a milestone that its date is over, on the calendar of the program, and no more', () => {
    // 17:00 in UTC is past midnight in Shanghai: 1 March
    const told = written('en')
    expect(told).toContain('| Rooms ready | 2026-02-28 | passed |')
    expect(told).toContain('| Classes held | 2026-03-01 | ahead |')
    expect(told).toContain('That a milestone was met is not recorded')
  })
})
