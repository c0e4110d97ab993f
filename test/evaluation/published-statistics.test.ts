/** The figures of a year that were published are flagged when a fact of that year is put right, until they are restated. */
import {
  assemble,
  createLedger,
  isAccepted,
  lifecycle,
  needsEvents,
  publishedStatistics,
  statistics,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { monday, schedule } from '../delivery/an-offering.ts'
import { received } from '../received.ts'

const training = assemble([...lifecycle, statistics], {}, { trusted: true })
const figure = (value: number) => ({
  ...{ figure: 'completionRate', metric: 'M06', options: {}, of: {} },
  level: 0, // outside the levels of an evaluation
  result: { status: 'ok', value, n: 1, unit: 'ratio' },
})
const of2026 = {
  statisticsId: '2026',
  period: { from: '2026-01-01', to: '2027-01-01' },
  zone: 'Asia/Shanghai',
  figures: [figure(1)],
  calculatorVersion: '1',
}
const why = { correctedBy: 'lin', reason: 'The sign-in sheet says otherwise' }

const need = { at: '2026-01-01T01:00:00.000Z', assessmentId: 'a', needId: 'need-1' }
const ranked = [
  needsEvents.make.NeedIdentified({
    ...{ ...need, title: 'Selling', evidenceIds: ['e'], cause: 'skill', origin: 'required' },
    ...{ horizon: 'current', segment: {}, headcount: 4, drivers: [], competencies: [] },
  }),
  needsEvents.make.NeedRanked({ ...need, score: 80_000_000, rank: 1 }),
]

/** Ada completed a class of April 2026; its year was published in January. */
const published = (more: object = {}, before: readonly object[] = []) => {
  const ledger = createLedger(training, { events: before as never })
  let n = 0
  const ask = (type: string, data: object): readonly string[] =>
    ledger
      .executeWithPolicies(
        received(training, {
          type,
          data: { at: '2027-02-01T01:00:00.000Z', ...data },
          metadata: { commandId: `c-${++n}` },
        }),
      )
      .flatMap(({ verdict }) =>
        isAccepted(verdict) ? verdict.right.map(({ type }) => type as string) : [verdict.left.code as string],
      )
  const march = { at: '2026-03-01T01:00:00.000Z', offeringId: 'o-1' }
  const { sessionId, start, end } = monday
  const evening = { ...march, at: end, sessionId }
  ask('ScheduleOffering', { ...schedule, ...march, sessions: [monday] })
  ask('OpenEnrolment', march)
  ask('RequestEnrolment', { ...march, learnerId: 'ada', source: 'self' })
  ask('ConfirmOffering', march)
  ask('DeliverSession', { ...evening, actualStart: start, actualEnd: end })
  ask('RecordAttendance', { ...evening, learnerId: 'ada', minutes: 480, status: 'present' })
  ledger.advanceTo('2026-05-01T00:00:00.000Z')
  expect(ask('PublishStatistics', { ...of2026, at: '2027-01-20T01:00:00.000Z', ...more })).toEqual([
    'StatisticsPublished',
  ])
  const correct = (type: string, data: object) =>
    ask(type, { offeringId: 'o-1', ...why, ...data }).filter((one) => one.startsWith('Statistics'))
  const attendance = (minutes: number) =>
    correct('CorrectAttendance', { sessionId, learnerId: 'ada', minutes, status: 'present' })
  const standing = () => ledger.at(publishedStatistics, '2026')
  return { ask, correct, attendance, standing, sessionId }
}

describe('the published figures of a year', () => {
  test('are flagged once when attendance of the year is put right, until they are restated', () => {
    const { ask, attendance, standing } = published()
    expect(standing()).toMatchObject({ status: 'published', figures: [figure(1)] })
    expect(attendance(470)).toEqual(['StatisticsFlagged'])
    expect(standing()).toMatchObject({ status: 'outdated', outdatedAt: '2027-02-01T01:00:00.000Z' })
    expect(attendance(100)).toEqual([])
    const restated = { ...of2026, figures: [figure(0)], reason: 'Ada left early' }
    const { period: _, zone: __, ...restatement } = restated
    expect(ask('RestateStatistics', restatement)).toEqual(['StatisticsRestated'])
    expect(standing()).toEqual({ status: 'published', figures: [figure(0)] })
    expect(ask('RestateStatistics', restatement)).toEqual([])
    expect(attendance(480)).toEqual(['StatisticsFlagged'])
  })
  test('are flagged by a delivery that is put right, and by a class that never was', () => {
    const { correct, sessionId } = published()
    const actualEnd = '2026-04-06T08:00:00.000Z'
    expect(correct('CorrectDelivery', { sessionId, actualEnd })).toEqual(['StatisticsFlagged'])
    expect(published().correct('VoidOffering', {})).toEqual(['StatisticsFlagged'])
  })
  test.each([
    ['2026-01-01', '2027-01-01', ['StatisticsFlagged']],
    ['2025-10-01', '2026-02-01', ['StatisticsFlagged']],
    ['2025-01-01', '2026-01-01', []],
    ['2027-01-01', '2028-01-01', []],
  ])(
    'are flagged by a cost that is taken back from a plan for %s to %s where the years meet',
    (from, to, flags) => {
      const { ask, standing } = published({}, ranked)
      const plan = { planId: 'p' }
      ask('DraftPlan', { ...plan, unitId: 'u', title: 'P', period: { from, to }, draftedBy: 'lin' })
      const line = { lineId: 'l', needIds: ['need-1'], audience: {}, headcount: 1 }
      ask('AddPlanLine', { ...plan, ...line, budget: { minor: 1000, currency: 'CNY' } })
      ask('SubmitPlan', { ...plan, submittedBy: 'lin' })
      ask('ApprovePlan', { ...plan, approvedBy: 'chen' })
      const cost = { ...plan, amount: { minor: 300, currency: 'CNY' } }
      expect(ask('PostCost', { ...cost, lineId: 'l', category: 'venue', invoice: 'i-1' })).toEqual([
        'CostPosted',
      ])
      const credit = { ...cost, invoice: 'i-1', creditNote: 'cn-1', ...why }
      expect(ask('CreditCost', credit)).toEqual(['CostPosted', ...flags])
      expect(standing()?.status).toBe(flags.length > 0 ? 'outdated' : 'published')
    },
  )
  test('stand where the fact is of another period', () => {
    for (const period of [
      { from: '2025-01-01', to: '2026-01-01' },
      { from: '2026-01-01', to: '2026-04-06' },
      { from: '2026-04-07', to: '2027-01-01' },
    ]) {
      const { attendance, correct } = published({ period })
      expect(attendance(470)).toEqual([])
      expect(correct('VoidOffering', {})).toEqual([])
    }
  })
  test('are flagged by hand too, once, and only where they are out', () => {
    const { ask } = published()
    const flag = { statisticsId: '2026', cause: 'payrollCorrected' }
    expect(ask('FlagStatistics', { ...flag, statisticsId: '2025' })).toEqual(['IllegalTransition'])
    expect(ask('FlagStatistics', flag)).toEqual(['StatisticsFlagged'])
    expect(ask('FlagStatistics', flag)).toEqual([])
  })
  test('are published once, and restated only then', () => {
    const { ask } = published()
    expect(ask('PublishStatistics', of2026)).toEqual(['IllegalTransition'])
    const { period: _, zone: __, ...restatement } = of2026
    expect(ask('RestateStatistics', { ...restatement, statisticsId: '2025', reason: 'x' })).toEqual([
      'IllegalTransition',
    ])
  })
})
