import {
  certificateRecord,
  credentialEvents,
  enrolmentRecord,
  paymentRecord,
  planningEvents,
  project,
  providerCards,
  providerFigures,
  resourceEvents,
  resourceRecord,
  trainerCards,
  trainerFigures,
  transcriptsOf,
} from 'training-ops'
import { providerScorecardReport, trainerScorecardReport, transcriptReport, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import { at, enrolled, happened, offeringId } from '../delivery/an-offering.ts'
import { chartsOf, page, written } from './reading.ts'

const known = resourceEvents.make
const period = { from: '2026-01-01', to: '2027-01-01' }
const registered = (resourceId: string, kind: 'trainer' | 'venue' | 'provider', title: string) =>
  known.ResourceRegistered({ at, resourceId, kind, title, bufferMinutes: 0 })
const rated = (resourceId: string, ratedBy: string, rating: number) =>
  known.ResourceRated({ at, resourceId, ratedBy, rating, scale: { min: 1, max: 5 }, aspect: 'overall' })
const log = [
  registered('dana', 'trainer', 'Dana'),
  registered('eli', 'trainer', 'Eli'),
  registered('hall', 'venue', 'Great Hall'),
  known.TrainerQualified({
    at,
    resourceId: 'dana',
    courseIds: ['selling'],
    level: 'qualified',
    validUntil: '2026-06-01T00:00:00.000Z',
  }),
  rated('dana', 'ada', 5),
  rated('dana', 'bob', 4),
  known.TrainerDevelopmentPlanned({
    at,
    resourceId: 'eli',
    developmentId: 'd-1',
    activity: 'trainTheTrainer',
  }),
  known.SlotReserved({
    at,
    resourceId: 'dana',
    slotId: 's-1',
    start: '2026-04-06T01:00:00.000Z',
    end: '2026-04-06T07:00:00.000Z',
  }),
]

describe('the trainer scorecard', () => {
  const report = trainerScorecardReport({
    period,
    courses: { selling: 'Selling' },
    trainers: Object.entries(trainerCards({ resources: project(resourceRecord, log), offerings: {} })).map(
      ([trainerId, card]) => ({
        trainerId,
        card,
        figures: trainerFigures(card, {
          from: '2026-01-01T00:00:00.000Z',
          to: '2027-01-01T00:00:00.000Z',
          availableMinutes: 2400,
        }),
      }),
    ),
  })

  test('has a line for everybody who teaches, and none for rooms', () => {
    expect(written(report)).toContain(
      '| Dana | trainer | registered | 0 | 0.0 h | 15.0% | 4.5 / 5 (n = 2) | — |',
    )
    expect(written(report)).not.toContain('Great Hall')
  })
  test('says why somebody has no rating, and draws no bar there', () => {
    expect(page(report)).toContain('<span class="undefined">no data yet')
    const rating = chartsOf(report).find(({ title }) => title === 'Organisers’ rating')
    expect(rating?.values).toEqual([{ Dana: 4.5, Eli: null }])
  })
  test('tells a qualification that ran out as expired', () => {
    expect(written(report)).toContain('| Dana | Selling | qualified | 1 June 2026 | expired |')
    expect(written(report, zhCN)).toContain('| Dana | Selling | 已认证 | 2026年6月1日 | 已到期 |')
  })
  test('tells who is being developed', () => {
    expect(written(report)).toContain('| Eli | train the trainer | planned |')
  })
  test('says so where nobody teaches', () => {
    const nobody = trainerScorecardReport({ period, trainers: [] })
    expect(written(nobody)).toContain('No trainer is on record.')
    expect(chartsOf(nobody)).toEqual([])
  })
})

describe('the provider scorecard', () => {
  const paid = (payeeId: string, minor: number, currency: string) =>
    planningEvents.make.CostPosted({
      at,
      planId: 'plan',
      lineId: 'l-1',
      category: 'trainerFee',
      amount: { minor, currency },
      invoice: `${payeeId} ${minor}`,
      settled: 0,
      payeeId,
    })
  const provider = { at, resourceId: 'brightline' }
  const events = [
    ...log,
    registered('brightline', 'provider', 'Brightline'),
    registered('northstar', 'provider', 'Northstar'),
    known.ProviderScreened({
      ...provider,
      screenedBy: 'lin',
      scale: { min: 0, max: 100 },
      criteria: [{ criterion: 'content', weight: 10_000, score: 50 }],
      score: 5000,
      threshold: 6000,
      below: ['content'],
      outcome: 'notRecommended',
    }),
    known.TermsAgreed({
      ...provider,
      termsId: 't-1',
      rate: { amount: { minor: 800_000, currency: 'CNY' }, per: 'day' },
      validFrom: '2026-01-01T00:00:00.000Z',
    }),
    paid('brightline', 700_000, 'CNY'),
    paid('northstar', 300_000, 'CNY'),
    paid('northstar', 9_000, 'USD'),
    rated('brightline', 'ada', 4),
  ]
  const asOf = '2026-12-01T00:00:00.000Z'
  const report = providerScorecardReport({
    asOf,
    providers: Object.entries(
      providerCards({ resources: project(resourceRecord, events), payments: project(paymentRecord, events) }),
    ).map(([providerId, card]) => ({
      providerId,
      card,
      figures: providerFigures(card, asOf),
    })),
  })

  test('has whoever is paid, with what was spent in each currency', () => {
    expect(written(report)).toContain('| Northstar | provider | active | not screened | 0 |')
    expect(written(report)).toContain('| CNY 3,000, USD 90 |')
    expect(written(report)).not.toContain('Great Hall')
  })
  test('flags money that went to somebody no screening recommends, and asks for the screening', () => {
    const told = written(report)
    expect(told).toContain('Without a screening that recommends them: CNY 10,000, USD 90, to ')
    expect(told).toContain('| screen Northstar before the next order | not screened |')
    expect(told.match(/⚠\u00a0paid without screening/g)).toHaveLength(2)
  })
  test('tells the screening with its threshold and what fell short of it', () => {
    expect(written(report)).toContain(
      '| Brightline | 1 March 2026 | 50.0% | 60.0% | content | not recommended |',
    )
  })
  test('tells the rate of terms in the reader’s language', () => {
    expect(written(report)).toContain('| t-1 | CNY 8,000 per day | 1 January 2026 | no end |')
    expect(written(report, zhCN)).toContain('| ¥8,000/天 | 2026年1月1日 | 长期有效 |')
  })
  test('never puts two currencies on one axis', () => {
    const spent = chartsOf(report).filter(({ title }) => title.startsWith('Spent'))
    expect(spent).toEqual([{ title: 'Spent, in CNY', values: [{ Brightline: 7000, Northstar: 3000 }] }])
  })
})

describe('a learner’s record', () => {
  const one = { at, offeringId, learnerId: 'ada' }
  const ended = { courseId: 'selling', courseVersion: 1, programId: 'p-1', scheduledMinutes: 960 }
  const events = [
    ...enrolled('ada'),
    happened.AttendanceRecorded({
      ...{ ...one, sessionId: 'o-1-monday', minutes: 450, on: '2026-04-06' },
      ...{ status: 'present', method: 'rollCall' },
    }),
    happened.ResultRecorded({ ...one, instrumentId: 'exam', attempt: 1, scaled: 700 }),
    happened.ResultRecorded({ ...one, instrumentId: 'exam', attempt: 2, scaled: 650 }),
    happened.EnrolmentCompleted({
      ...{ ...one, ...ended, at: '2026-04-13T00:00:00.000Z' },
      ...{ outcome: 'passed', attendedMinutes: 450 },
    }),
    credentialEvents.make.CertificateIssued({
      ...{ at, certificateId: 'c-1', learnerId: 'ada', courseId: 'selling', courseVersion: 1, offeringId },
      ...{ validFrom: at, awardedDate: '2026-04-13', basis: 'completion', serial: 's-1' },
    }),
  ]
  const nobody = { enrolments: {}, certificates: {} }
  const report = transcriptReport({
    learnerId: 'ada',
    record:
      transcriptsOf({
        enrolments: project(enrolmentRecord, events),
        certificates: project(certificateRecord, events),
      }).ada ?? nobody,
    asOf: '2026-12-01T00:00:00.000Z',
    courses: { selling: 'Selling' },
  })

  test('tells each course with its version, hours and the best of all tries', () => {
    expect(written(report)).toContain(
      '| Selling, version 1 | self | 1 March 2026 | passed | 7.5 h | 70.0% (best of 2) | 13 April 2026 |',
    )
    expect(written(report, zhCN)).toContain(
      '| Selling（第 1 版） | 自主报名 | 2026年3月1日 | 通过 | 7.5 小时 | 70.0%（2 次中最好） |',
    )
  })
  test('sums up hours, completions and certificates in force', () => {
    const told = written(report)
    expect(told).toContain(
      '- **Completed**: 1 of 1\n- **Hours attended**: 7.5 h\n- **Certificates in force**: 1',
    )
    expect(told).toContain('| Selling | 13 April 2026 | no end | valid |')
  })
  test('of somebody new says that there is nothing yet', () => {
    const nothing = transcriptReport({ learnerId: 'bo', record: nobody, asOf: at })
    expect(written(nothing)).toContain('No course was asked for yet.')
    expect(written(nothing)).toContain('None were issued.')
  })
})
