import { budgetByCurrencyOf, type PlanRecord, planRecord, programRecord, whoIsCurrent } from 'training-ops'
import {
  annualPlanReport,
  operationsBoardReport,
  satisfactionReport,
  whoIsCurrentReport,
  zhCN,
} from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import { chartsOf, written } from './reading.ts'

const share = (value: number, n: number) =>
  ({ status: 'ok', value, n, unit: 'ratio', metric: 'M32', options: {} }) as const

describe('who is current', () => {
  const owed = (learnerId: string, requirementId: string, state: string, due: string) => ({
    ...{ learnerId, requirementId, state, due, graceDays: 0 },
    ...(state === 'overdue' ? {} : { doneOn: '2025-01-05' }),
  })
  const view = whoIsCurrent({
    obligations: [
      owed('ada', 'fire', 'current', '2026-12-31'),
      owed('bo', 'fire', 'overdue', '2026-01-31'),
      owed('bo', 'law', 'expiringSoon', '2026-03-20'),
    ],
    today: '2026-03-01',
    departmentOf: (id) => (id === 'ada' ? 'sales' : 'production'),
  })
  const report = whoIsCurrentReport({ on: '2026-03-01', view, requirements: { fire: 'Fire drill' } })
  test('answers first, then each department under each requirement', () => {
    const told = written(report)
    expect(told).toContain('**50.0% of the 2 people obliged hold everything they must. Overdue: 1 person.')
    expect(told).toContain('| production | 0.0% (n = 1) | 100.0% (n = 1) | 0.0% (n = 1) |')
    expect(told).toContain('| sales | 100.0% (n = 1) | — | 100.0% (n = 1) |')
    expect(told).toContain('light: worse → dark: better')
  })
  test('lists who is overdue, and what runs out soon', () => {
    expect(written(report)).toContain('| bo | Fire drill | 31 January 2026 | overdue |')
    expect(written(report, zhCN)).toContain('| bo | law | 2026年3月20日 | 即将到期 |')
  })
})

test('the board of the week tells what is late, what is due, whose it is, and what is nobody’s', () => {
  const item = { id: 'm', title: 'Rooms ready', programId: 'p', what: 'milestone' } as const
  const told = written(
    operationsBoardReport({
      on: '2026-03-02',
      until: '2026-03-08',
      items: [
        { ...item, due: '2026-02-27', owner: 'lin', overdue: true },
        { ...item, due: '2026-03-05', overdue: false },
      ],
      titles: { p: 'Selling' },
    }),
  )
  expect(told).toContain('**Overdue: 1. Due by 8 March 2026: 1.**')
  expect(told).toContain('- Items without an owner: 1')
  expect(told).toContain('| 27 February 2026 | milestone | Rooms ready | Selling | lin |')
})

test('satisfaction by segment names the lowest that may be told, and withholds the rest', () => {
  const cell = { question: 'reaction/1:clear', n: 12 }
  const withheld = { status: 'suppressed', n: 3, k: 5, metric: 'M32', options: {} } as const
  const report = satisfactionReport({
    title: 'Selling',
    table: {
      totals: [{ question: 'reaction/1:clear', n: 27, result: share(0.6, 27) }],
      cells: [
        { ...cell, segment: 'sales', result: share(0.5, 12) },
        { ...cell, segment: 'production', result: share(0.75, 12) },
        { ...cell, segment: 'service', n: 3, result: withheld },
      ],
    },
  })
  expect(written(report)).toContain('**Lowest: sales, “clear”: 50.0% (n = 12).**')
  expect(written(report)).toContain('- Cells withheld so that nobody can be recognised: 1')
  expect(written(report)).toContain('▒▒▒')
})

describe('the annual plan', () => {
  const budget = { minor: 92_600_000, currency: 'CNY' }
  const plan = {
    ...planRecord.initial(),
    planId: 'plan-1',
    title: 'Plan 2026',
    approved: { CNY: 92_600_000 },
    lines: {
      l: {
        ...{ title: 'Selling', needIds: ['n'], audience: { jobFamily: 'sales' }, headcount: 40, budget },
        ...{ programs: {}, approved: true, committed: 0, posted: 100, categories: {} },
      },
    },
  } as unknown as PlanRecord
  const program = {
    ...programRecord.initial(),
    title: 'Selling',
    ownerId: 'wu',
    planned: { 'plan-1 l': budget },
  }
  const report = annualPlanReport({
    plan,
    money: budgetByCurrencyOf(plan),
    programs: [
      {
        programId: 'p',
        program,
        classes: [
          { starts: '2026-05-04T01:00:00.000Z', ends: '2026-05-05T09:00:00.000Z' },
          { starts: '2026-03-02T01:00:00.000Z', ends: '2026-03-03T09:00:00.000Z' },
        ],
      },
    ],
    needs: { n: 'Ask first' },
  })
  test('tells what is trained, for whom, by whom, when and for how much', () => {
    expect(written(report)).toContain(
      '| Selling | Ask first | sales | 40 | wu | Q1, Q2 | CNY 926,000 | CNY 1 |',
    )
    expect(written(report, zhCN)).toContain(
      '**计划项目 1 项，培训 40 人次。已批准经费 92.6 万元，已支出 ¥1（预算执行率 0.0%）。**',
    )
    expect(written(report)).toContain('| Selling | — | 2 March to 5 May 2026 | 2 |')
  })
  test('beside who was planned for, tells who was trained', () => {
    const actual = [{ lineId: 'l', headcount: { planned: 40, trained: 31 } }]
    const told = written(annualPlanReport({ plan, money: budgetByCurrencyOf(plan), actual }))
    expect(told).toContain('**1 item for 40 participants; trained so far: 31.')
    expect(told).toContain('| Item | Answers the needs | For | People | Trained | Owner |')
    expect(told).toContain('| Selling | n | sales | 40 | 31 | — |')
  })
  test('shows beside the planned period when classes were held, and leaves out what is of another plan', () => {
    const held = { ...program, period: { from: '2026-03-01', to: '2026-04-01' } }
    const classes = [{ starts: '2026-05-04T01:00:00.000Z', ends: '2026-05-05T09:00:00.000Z' }]
    const elsewhere = { ...program, title: 'Next year', planned: { 'plan-2 l': budget } }
    const calendar = annualPlanReport({
      plan,
      money: budgetByCurrencyOf(plan),
      programs: [
        { programId: 'p', program: held, classes },
        { programId: 'q', program: { ...elsewhere, period: { from: '2027-01-01', to: '2027-02-01' } } },
      ],
    })
    expect(written(calendar)).toContain('| Selling | 1 to 31 March 2026 | 4 to 5 May 2026 | 1 |')
    expect(written(calendar)).not.toContain('Next year')
    const bars = chartsOf(calendar).find(({ title }) => title === 'Calendar')
    expect(Object.keys(((bars?.values ?? []) as readonly object[])[0] ?? {})).toEqual([
      'Selling, planned',
      'Selling, classes',
    ])
  })
  test('of a plan nobody has approved says what it asks for', () => {
    const waiting = { ...plan, approved: {} }
    const told = written(annualPlanReport({ plan: waiting, money: budgetByCurrencyOf(waiting) }))
    expect(told).toContain('**1 item for 40 participants. Not approved yet; it asks for CNY 926,000.**')
  })
  test('draws its calendar from the first class to the last', () => {
    const calendar = chartsOf(report).find(({ title }) => title === 'Calendar')
    expect(calendar?.values).toEqual([{ Selling: Date.UTC(2026, 4, 5) }])
  })
})
