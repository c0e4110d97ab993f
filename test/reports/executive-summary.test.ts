import { executiveSummary, planRecord, programRecord, type SummaryOf } from 'training-ops'
import { executiveSummaryReport, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import { chartsOf, written } from './reading.ts'

const increase = {
  lineId: 'l-1',
  amount: { minor: 20_000, currency: 'CNY' },
  by: 'lin',
  status: 'requested',
} as const
const plan = {
  ...planRecord.initial(),
  title: 'Plan 2026',
  approved: { CNY: 100_000, USD: 5_000 },
  increases: { 'b-1': increase },
  alerts: [{ at: '2026-05-01T00:00:00.000Z', currency: 'CNY', threshold: 8000 }],
}
const program = {
  ...programRecord.initial(),
  status: 'launched' as const,
  milestones: { rooms: { title: 'Rooms ready', due: '2026-05-01', done: false } },
}
const asked: SummaryOf = {
  on: '2026-06-30',
  plans: { 'plan-1': plan },
  programs: { 'p-1': program },
  offerings: {},
  figures: {
    M01: { status: 'ok', value: 0.5, n: 40, unit: 'ratio' },
    M06: { status: 'suppressed', n: 3, k: 5 },
  },
}
const report = executiveSummaryReport({
  summary: executiveSummary(asked),
  titles: { 'plan-1': 'Plan 2026', 'p-1': 'Selling', 'l-1': 'Coaching' },
})

describe('the executive summary', () => {
  test('says what leadership is asked for, by whom', () => {
    expect(written(report)).toContain(
      '| budget increase: Plan 2026, Coaching | CNY 200 | lin | it is not begun |',
    )
  })
  test('asks for the approval of a plan that waits for it', () => {
    const budget = { minor: 52_000_00, currency: 'CNY' }
    const waiting = {
      ...planRecord.initial(),
      title: 'Plan 2027',
      status: 'submitted' as const,
      submittedBy: 'lin',
      lines: { 'l-1': { budget, committed: 0, posted: 0, categories: {} } },
    } as unknown as SummaryOf['plans'][string]
    const told = written(
      executiveSummaryReport({
        summary: executiveSummary({ ...asked, plans: { ...asked.plans, 'plan-2': waiting } }),
        titles: { 'plan-2': 'Plan 2027' },
      }),
    )
    expect(told).toContain('**Decisions required: 2.')
    expect(told).toContain('| approve Plan 2027 | CNY 52,000 | lin | nothing of it may be spent |')
  })
  test('holds figures against their targets and the period before, and tells each once', () => {
    const told = written(
      executiveSummaryReport({
        summary: executiveSummary(asked),
        targets: { M01: 0.6, M15: 0 },
        previous: { M01: { status: 'ok', value: 0.4, n: 38, unit: 'ratio' } },
      }),
    )
    expect(told).toContain(
      '| Training coverage | 50.0% (n = 40) | 60.0% | ○\u00a0missed | 40.0% | ▲ better |',
    )
    expect(told.match(/Training coverage/g)).toHaveLength(1)
  })
  test('says what is late and whose it is', () => {
    expect(written(report)).toContain('| Selling | Rooms ready | 1 May 2026 | — | overdue |')
    expect(written(report)).toContain('| Milestones on time | 0.0% (n = 1 milestones) |')
  })
  test('tells money by currency, in a picture of its own each', () => {
    expect(written(report)).toContain(
      '| USD | USD 50 | USD 0 | USD 0 | USD 0 | USD 50 | 0.0% | underspend USD 50 |',
    )
    expect(chartsOf(report).map(({ title }) => title)).toEqual([
      'Budget and spending, in CNY',
      'Budget and spending, in USD',
    ])
    expect(written(report)).toContain(
      '- Plan 2026: spending and commitments in CNY passed 80.0% of the budget.',
    )
  })
  test('lets what is withheld look withheld, in the figures of the host too', () => {
    expect(written(report)).toContain('| Completion rate | ▒▒▒ (fewer than 5 answers) |')
    expect(written(report)).toContain('| Training coverage | 50.0% (n = 40) |')
  })
  test('is told in Chinese without a word of English', () => {
    expect(written(report, zhCN)).toContain('- **培训项目**：实施中 1 个')
    expect(written(report, zhCN)).toContain('尚未设定目标。')
  })
  test('of nothing says that there is nothing', () => {
    const nothing = executiveSummary({ on: '2026-06-30', plans: {}, programs: {}, offerings: {} })
    const told = written(executiveSummaryReport({ summary: nothing }))
    for (const said of [
      'No decision is required.',
      'No objective was set.',
      'No plan is approved.',
      'Nothing is overdue.',
    ])
      expect(told).toContain(said)
    expect(told).not.toMatch(/NaN|undefined/)
  })
})
