import { enrolmentRecord, funnelOf } from 'training-ops'
import { type MetricResult, metricCatalog, suppressSmallCells } from 'training-ops/metrics'
import { annualStatisticsReport, en, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import { chartsOf, page, written } from './reading.ts'

const share = (value: number, n: number): MetricResult => ({ status: 'ok', value, n, unit: 'ratio' })
const { cells } = suppressSmallCells({
  cells: [
    { question: 'M06', segment: 'sales', n: 20, result: share(0.9, 20) },
    { question: 'M06', segment: 'legal', n: 3, result: share(0.3333, 3) },
    { question: 'M06', segment: 'finance', n: 8, result: share(0.5, 8) },
  ],
})
const came = (learnerId: string, status: 'completed' | 'enrolled') => ({
  ...enrolmentRecord.initial(),
  ...{ offeringId: 'o-1', learnerId, status },
  history: [{ status: 'enrolled' as const, at: '2026-03-01T00:00:00.000Z' }],
  attended: { monday: { minutes: 480, status: 'present' as const, on: '2026-04-06' } },
})
const report = annualStatisticsReport({
  period: { from: '2026-01-01', to: '2027-01-01' },
  asOf: '2027-01-10T00:00:00.000Z',
  headcount: 31,
  figures: {
    M06: share(0.75, 31),
    M01: share(0.5, 31),
    M12: { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'waitlisted' } },
    M25: { status: 'ok', value: 0.25, n: 20, unit: 'perSession' },
  },
  segments: Object.fromEntries(cells.map(({ segment, result }) => [segment, { M06: result }])),
  minutesByCategory: { production: 120, sales: 600 },
  funnel: funnelOf({ ada: { ...came('ada', 'completed'), outcome: 'passed' }, bob: came('bob', 'enrolled') }),
  culture: {
    selfInitiated: share(0.2, 10),
    sharing: { status: 'ok', value: 3.2, n: 31, unit: 'perHundredPeople' },
    repeat: share(0.4, 10),
  },
  compliance: [{ title: 'Fire drill', obliged: 10, figures: { M26: share(0.8, 10), M27: share(0.2, 10) } }],
})

describe('the annual training statistics', () => {
  test('has each figure with its n and definition, in the order of the catalog', () => {
    expect(written(report)).toMatch(
      /\| Training coverage \| 50\.0% \(n = 31\) \| employees with any attended minutes ÷ employees \|\n\| Completion rate/,
    )
    expect(written(report)).toContain('| Incident rate | 25.0 per 100 sessions (n = 20 sessions) |')
    expect(written(report, zhCN)).toContain('| 知识分享场次 | 每百人 3.2 场（n = 31） |')
  })
  test('shades shares by segment, and what is withheld has no shade', () => {
    const html = page(report)
    expect(html).toContain('<td class="end" style="--shade: 90%">90.0% (n&nbsp;=&nbsp;20)</td>')
    expect(html.match(/<td class="end"><span class="suppressed">/g)).toHaveLength(2)
    expect(written(report)).not.toContain('33.3%')
  })
  test('draws shares that there are, and keeps the place of one that there is not', () => {
    const shares = chartsOf(report).find(({ title }) => title === 'Shares of the year')
    expect(shares?.values).toEqual([
      { 'Training coverage': 0.5, 'Completion rate': 0.75, 'Waitlist admission rate': null },
    ])
  })
  test('orders kinds of training by hours, with their share of all', () => {
    expect(written(report)).toMatch(/\| sales \| 10\.0 h \| 83\.3% \|\n\| production \| 2\.0 h \| 16\.7% \|/)
  })
  test('tells where people are lost between asking and passing', () => {
    expect(written(report)).toContain('| completed | 1 | 50.0% (n = 2) | 50.0% (n = 2) |')
    const funnel = chartsOf(report).find(({ title }) => title === 'From request to result')
    expect(funnel?.values).toEqual([{ requested: 2, confirmed: 2, attended: 2, completed: 1, passed: 1 }])
  })
  test('answers first: how many, the part reached least, the requirement held least', () => {
    const told = written(
      annualStatisticsReport({
        ...{
          period: { from: '2026-01-01', to: '2027-01-01' },
          asOf: '2027-01-10T00:00:00.000Z',
          headcount: 40,
        },
        figures: { M01: share(0.5, 40), M09: share(0.03, 40) },
        segments: { sales: { M01: share(0.7, 20) }, service: { M01: share(0.3, 20) } },
        targets: { M09: 0.05 },
        previous: { M01: share(0.5, 38), M09: share(0.02, 38) },
        compliance: [{ title: 'Fire drill', obliged: 10, figures: { M26: share(0.8, 10) } }],
      }),
    )
    expect(told).toContain('Lowest coverage: service, 30.0%. Lowest compliance: Fire drill, 80.0%.**')
    expect(told).toContain('| Training coverage | 50.0% (n = 40) | — | — | 50.0% | ＝ unchanged |')
    expect(told).toContain('| No-show rate | 3.0% (n = 40 enrolments) | 5.0% | ●\u00a0met | 2.0% | ▼ worse |')
  })
  test('has the tables of GRI 404-1 and ESRS S1-13, and says what ESRS asks for beside them', () => {
    const line = (minutes: number, headcount: number) => ({
      ...{ minutes, headcount },
      hours: { status: 'ok', value: minutes / 60 / headcount, n: headcount, unit: 'hours' } as const,
    })
    const gender = { total: line(1800, 10), segments: { female: line(1200, 4), male: line(600, 6) } }
    const category = { total: line(1800, 10), segments: { manager: line(1800, 10) } }
    const of = (reviews?: Record<string, { people: number; reviewed: number }>) =>
      written(
        annualStatisticsReport({
          ...{ period: { from: '2026-01-01', to: '2027-01-01' }, asOf: '2027-01-10T00:00:00.000Z' },
          ...{ headcount: 10, figures: {} },
          disclosures: [
            { standard: 'GRI 404-1', gender, category },
            { standard: 'ESRS S1-13', gender, category, ...(reviews === undefined ? {} : { reviews }) },
          ],
        }),
      )
    expect(of().match(/\| Gender \| women \| 4\.0 \| 20\.0 h \| 5\.0 h \|/g)).toHaveLength(2)
    expect(of()).toContain(
      '83 (a), the share in regular performance and career development reviews, is not told',
    )
    expect(of({ female: { people: 4, reviewed: 3 } })).toContain('| women | 4 | 3 | 75.0% |')
  })
  test('leaves out what was not given', () => {
    const least = annualStatisticsReport({
      period: { from: '2026-01-01', to: '2027-01-01' },
      asOf: '2027-01-10T00:00:00.000Z',
      headcount: 0,
      figures: {},
    })
    expect(written(least)).not.toContain('By department or group')
    expect(chartsOf(least)).toEqual([])
  })
  test.each([en, zhCN])('names every figure of the catalog in $tag, and prints no id', (language) => {
    const figures = Object.fromEntries(metricCatalog.map(({ id }) => [id, share(0.5, 10)]))
    const all = annualStatisticsReport({
      period: { from: '2026-01-01', to: '2027-01-01' },
      asOf: '2027-01-10T00:00:00.000Z',
      headcount: 10,
      figures,
    })
    expect(written(all, language)).not.toMatch(/\bM\d\d/)
    expect(page(all, language)).not.toMatch(/\bM\d\d/)
  })
})
