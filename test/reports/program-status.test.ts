import {
  type KirkpatrickFigure,
  objectiveOutcomes,
  offeringRecord,
  type ProgramRecord,
  programRecord,
} from 'training-ops'
import { en, type Language, programStatusReport, toMarkdown, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import { chartsOf } from './reading.ts'

const target = (kind: 'absolute' | 'relative' | 'percentagePoint', value: number) =>
  ({ kind, direction: 'increase', value }) as const
const objective = { level: 4, due: '2026-06-30' }
const status: ProgramRecord = {
  ...programRecord.initial(),
  needs: { 'need-1': [], 'need-2': [] },
  objectives: {
    pass: { ...objective, measure: 'M46', unit: 'share', target: target('absolute', 0.8) },
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
    rooms: { title: 'Rooms ready', due: '2026-02-28', done: false },
    classes: { title: 'Classes held', due: '2026-03-01', done: false },
    trainers: { title: 'Trainers found', due: '2026-01-31', done: true },
    plan: { title: 'Plan agreed', due: '2026-01-15', done: true },
    review: { title: 'Monthly review', due: '2026-03-15', done: false },
  },
  reached: {
    trainers: [{ due: '2026-01-31', reachedOn: '2026-01-30' }],
    plan: [{ due: '2026-01-15', reachedOn: '2026-01-20' }],
    review: [{ due: '2026-02-15', reachedOn: '2026-02-14', nextDue: '2026-03-15' }],
  },
  title: 'Selling',
  kind: 'sales',
  zone: 'Asia/Shanghai',
}
const passRate: KirkpatrickFigure = {
  figure: 'M46',
  metric: 'M46',
  options: {},
  level: 2,
  of: {},
  result: { status: 'ok', value: 0.75, n: 20, unit: 'ratio' },
}
const outcomes = objectiveOutcomes(status.objectives, [passRate])
const written = (language: Language, asOf = '2026-02-28T17:00:00.000Z'): string =>
  toMarkdown(
    programStatusReport({
      asOf,
      programs: [{ programId: 'p-1', status, money: {}, offerings: [], outcomes }],
      others: [],
      needs: { 'need-1': 'Ask first' },
      figures: {},
    }),
    { language, zone: 'Asia/Shanghai' },
  )

describe('the program status report', () => {
  test('writes objectives in their unit, with what was measured', () => {
    const told = written(en)
    expect(told).toContain('| — | reach 80.0% | 30 June 2026 | 75.0% (n = 20) | not reached |')
    expect(told).toContain('| — | reach 4 / 5 | 30 June 2026 | no figure of this measure | not measurable |')
    expect(told).toContain('| 19.0% | increase by 15.0% of the baseline (relative), to 21.9% |')
    expect(written(zhCN)).toContain('| 19.0% | 相对基线提高 15.0%，即 21.9% |')
  })
  test('says on the first screen which programs worked: verdict, objectives, money', () => {
    const told = written(en)
    expect(told).toContain('**1 program. Milestones overdue: 1. Verdicts: stop 1.**')
    expect(told).toContain('| Selling | — | stop | 0 of 3 |')
    expect(written(zhCN)).toContain('结论：停止实施 1 个。')
  })
  test('names the needs by their titles, and by id only where it was given none', () => {
    expect(written(en)).toContain('Ask first, need-2')
  })
  test('says of a milestone whether it was reached, late, or is overdue, on the calendar of the program', () => {
    // 17:00 in UTC is past midnight in Shanghai: 1 March
    const told = written(en)
    expect(told).toContain('| Rooms ready | 28 February 2026 | overdue |')
    expect(told).toContain('| Classes held | 1 March 2026 | ahead |')
    expect(told).toContain('| Trainers found | 31 January 2026 | reached on 30 January 2026 |')
    expect(told).toContain('| Plan agreed | 15 January 2026 | reached late, on 20 January 2026 |')
    expect(written(zhCN)).toContain('| Plan agreed | 2026年1月15日 | 2026年1月20日 达成（逾期） |')
  })
  test('tells of a milestone that recurs the day that comes next', () => {
    expect(written(en)).toContain('| Monthly review | 15 March 2026 | reached on 14 February 2026 |')
  })
  test('draws the money of each program and how attempts at each class ended', () => {
    const none = { enrolled: 0, offered: 0, waitlisted: 0, completed: 0, failed: 0, noShow: 0, left: 0 }
    const offering = {
      ...offeringRecord.initial(),
      title: 'Class 1',
      starts: '2026-03-10T01:00:00.000Z',
      ends: '2026-03-10T09:00:00.000Z',
      enrolments: { ...none, completed: 2, noShow: 1 },
    }
    const one = {
      programId: 'p-1',
      status,
      money: { CNY: { planned: 300, committed: 0, posted: 200, wages: 50 } },
      offerings: [
        { ...offering, offeringId: 'o-1' },
        { ...offering, offeringId: 'o-2', title: 'Class 2', enrolments: none },
      ],
      outcomes,
    }
    const report = programStatusReport({
      asOf: '2026-03-01T00:00:00.000Z',
      programs: [one],
      others: [],
      figures: {},
    })
    expect(report.targets).toEqual([])
    const figures = { M06: { status: 'ok', value: 0.7, n: 40, unit: 'ratio' } } as const
    const against = programStatusReport({
      ...{ asOf: '2026-03-01T00:00:00.000Z', programs: [one], others: [], figures },
      ...{ targets: { M06: 0.8 }, previous: { M06: { ...figures.M06, value: 0.9 } } },
    })
    expect(against.targets).toMatchObject([{ met: false, trend: 'worse' }])
    expect(chartsOf(report)).toEqual([
      {
        title: 'Budget, committed and spent by program, in CNY',
        values: [{ Selling: 3 }, { Selling: 0 }, { Selling: 2 }],
      },
      {
        title: 'How enrolments ended, by class',
        values: [
          { 'Class 1': 2, 'Class 2': 0 },
          { 'Class 1': 0, 'Class 2': 0 },
          { 'Class 1': 1, 'Class 2': 0 },
          { 'Class 1': 0, 'Class 2': 0 },
        ],
      },
    ])
  })
})
