import {
  campaignReachFigure,
  campaignRecord,
  creditStatus,
  cultureEvents,
  defineMetric,
  figureOf,
  measureAll,
  project,
  rewardBalance,
  rewardRecord,
} from 'training-ops'
import { measured } from 'training-ops/metrics'
import { describe, expect, test } from 'vitest'
import { expectToMerge } from './merging.ts'

const happened = cultureEvents.make
const at = '2026-03-01T01:00:00.000Z'
const learnerId = 'ada'
const grant = { at, learnerId, source: 'completion' }
const events = [
  happened.PointsEarned({ ...grant, grantId: 'g-1', points: 30 }),
  happened.PointsEarned({ ...grant, grantId: 'g-2', learnerId: 'bo', points: 5 }),
  happened.CreditEarned({ ...grant, grantId: 'g-3', creditHundredths: 150, year: 2026 }),
  happened.CreditCapReached({
    ...grant,
    grantId: 'g-4',
    creditHundredths: 50,
    year: 2026,
    yearCapHundredths: 150,
  }),
  happened.PointsRedeemed({ at, learnerId, redemptionId: 'r-1', reward: 'A book', points: 12 }),
  happened.PointsExpired({ at, learnerId, points: 8, earnedUpTo: at }),
  happened.BalanceCarriedForward({
    at,
    learnerId,
    year: 2026,
    points: 10,
    forfeited: 8,
    creditHundredths: 150,
  }),
  happened.RecognitionAwarded({
    at,
    learnerId,
    recognitionId: 'x',
    title: 'Learner of the year',
    criteria: [{ criterion: 'courses', need: 1, have: 1 }],
    awardedBy: 'lu',
  }),
]

describe('a reward statement', () => {
  const { ada } = project(rewardRecord, events)
  test('says line by line what was earned, spent and lost, and its points are the sum', () => {
    expect(ada?.lines.map(({ kind, points, creditHundredths }) => [kind, points, creditHundredths])).toEqual([
      ['earned', 30, 0],
      ['credit', 0, 150],
      ['capReached', 0, 0],
      ['redeemed', -12, 0],
      ['expired', -8, 0],
      ['carriedForward', 0, 0],
    ])
    expect(ada?.points).toBe(10)
    expect(ada?.points).toBe(project(rewardBalance, events).ada?.points)
    expect(ada?.recognitions).toEqual([{ at, title: 'Learner of the year' }])
  })
  test('says what was taken back, and of how much credit that leaves', () => {
    const why = { at, learnerId, cause: 'completionReassessed' }
    const { ada: after } = project(rewardRecord, [
      ...events,
      happened.PointsReversed({ ...why, grantId: 'g-1', earnedAt: at, points: 10, goneBefore: 20 }),
      happened.PointsReversed({ ...why, grantId: 'g-5', earnedAt: at, points: 0, goneBefore: 5 }),
      happened.CreditReversed({ ...why, grantId: 'g-3', creditHundredths: 150, year: 2026 }),
    ])
    expect(after?.lines.slice(-3)).toEqual([
      { at, kind: 'reversed', what: 'completionReassessed', points: -10, creditHundredths: 0 },
      { at, kind: 'reversed', what: 'completionReassessed', points: 0, creditHundredths: 0 },
      { at, kind: 'creditReversed', what: 'completionReassessed', points: 0, creditHundredths: -150 },
    ])
    expect(after?.points).toBe(0)
    expect(after?.credit).toEqual({ 2026: 0 })
  })
  test('sets the credit of a year against what is required', () => {
    expect(ada && creditStatus(ada, 2026, 200)).toEqual({ earned: 150, required: 200, missing: 50 })
    expect(ada && creditStatus(ada, 2025, 0)).toEqual({ earned: 0, required: 0, missing: 0 })
  })
  test('merges when a log is split by person', () => {
    expectToMerge(rewardRecord, events)
  })
})

describe('the reach of a campaign', () => {
  const told = (campaignId: string, audienceSize?: number) =>
    happened.AnnouncementPublished({
      at,
      campaignId,
      title: 'Spring courses',
      channel: 'wechatOfficialAccount',
      audience: {},
      ...(audienceSize === undefined ? {} : { audienceSize }),
    })
  const campaigns = [
    told('spring', 200),
    told('autumn'),
    happened.ReachReported({ at, campaignId: 'spring', reached: 50 }),
    happened.ReachReported({ at, campaignId: 'spring', reached: 150 }),
  ]
  test('is what was counted last, of the audience if that is known', () => {
    const { spring, autumn } = project(campaignRecord, campaigns)
    expect(spring && figureOf(campaignReachFigure, spring)).toMatchObject({
      value: 0.75,
      n: 200,
      unit: 'ratio',
    })
    expect(autumn && figureOf(campaignReachFigure, autumn).status).toBe('undefined')
  })
  test('merges when a log is split by campaign', () => {
    expectToMerge(campaignRecord, campaigns)
  })
})

describe('a figure of one’s own', () => {
  const points = (id: string) =>
    defineMetric({
      id,
      unit: 'points',
      quantity: 'people',
      reads: { rewardBalance },
      figure: ({ rewardBalance }, { least }: { readonly least: number }) => {
        const held = Object.values(rewardBalance).filter(({ points }) => points >= least)
        return measured({
          value: held.reduce((sum, { points }) => sum + points, 0),
          n: held.length,
          unit: 'points',
        })
      },
    })
  test('is measured beside others, from one log, as of an instant', () => {
    const figures = measureAll([points('X-1'), points('X-2')], events, { least: 6 }, at)
    expect(figures['X-1']).toMatchObject({ value: 10, n: 1, unit: 'points', metric: 'X-1' })
    expect(figures['X-2']).toEqual({ ...figures['X-1'], metric: 'X-2' })
    expect(
      measureAll([points('X-1')], events, { least: 0 }, '2026-01-01T00:00:00.000Z')['X-1'],
    ).toMatchObject({
      n: 0,
    })
  })
  test('bears an id that no other bears', () => {
    expect(() => measureAll([points('X-1'), points('X-1')], events, { least: 0 }, at)).toThrow(
      'training-ops: measureAll needs one figure for each id, got X-1 twice',
    )
  })
})
