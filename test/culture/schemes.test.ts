import {
  assemble,
  catalog,
  catalogEvents,
  createLedger,
  creditFor,
  culture,
  cultureEvents,
  delivery,
  deliveryEvents,
  needs,
  resourceEvents,
  resources,
  rewardBalance,
} from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const zone = 'Asia/Shanghai'
const training = assemble(
  [needs, catalog, resources, delivery, culture],
  {
    culture: { zone, pointsPerCompletion: 0 },
  },
  { trusted: true },
)
const story = scenario(training)
const happened = cultureEvents.make
const at = '2026-03-01T01:00:00.000Z'
const learnerId = 'ada'

const credit = {
  version: 1,
  effectiveFrom: '2026-01-01',
  minutesPerCredit: 45,
  minimumMinutes: 30,
  offeringCapHundredths: 1000,
  yearCapHundredths: 2000,
  annualMinimumHundredths: 1500,
}
const incentive = {
  version: 1,
  effectiveFrom: '2026-01-01',
  pointsPerSession: 10,
  pointsPerHour: 5,
  pointsPerSharing: 20,
  ratings: [
    { atLeastHundredths: 90, points: 30 },
    { atLeastHundredths: 80, points: 10 },
  ],
}
const creditPublished = happened.CreditSchemePublished({ at, ...credit })
const incentivePublished = happened.IncentiveSchemePublished({ at, ...incentive })

describe('a scheme', () => {
  const publishes = [
    ['PublishCreditScheme', credit, happened.CreditSchemePublished],
    ['PublishIncentiveScheme', incentive, happened.IncentiveSchemePublished],
  ] as const
  test.each(publishes)(
    '%s: versions are counted up, and take effect in their order',
    (type, scheme, make) => {
      const publish = (more: object = {}) => ({ type, data: { at, ...scheme, ...more } }) as never
      const first = make({ at, ...scheme } as never)
      story.given().when(publish()).then(first)
      story
        .given(first)
        .when(publish())
        .thenRejected({ code: 'VersionOutOfOrder', version: 1, next: 2 } as never)
      story
        .given(first)
        .when(publish({ version: 2, effectiveFrom: '2025-12-31' }))
        .thenRejected({ code: 'EffectBeforeLast', effectiveFrom: '2025-12-31', last: '2026-01-01' } as never)
      for (const effectiveFrom of ['2026-01-01', '2026-07-01']) {
        const second = { ...scheme, version: 2, effectiveFrom }
        story
          .given(first)
          .when(publish(second))
          .then(make({ at, ...second } as never))
      }
    },
  )
  test('gives credit for whole hundredths of minutes, none below the least, at most the cap', () => {
    const given = [29, 30, 44, 45, 67, 450, 4000].map((minutes) => creditFor(credit, minutes))
    expect(given).toEqual([0, 66, 97, 100, 148, 1000, 1000])
  })
})

describe('credit by the scheme', () => {
  const completed = deliveryEvents.make.EnrolmentCompleted({
    at,
    offeringId: 'o-1',
    learnerId,
    courseId: 'selling',
    courseVersion: 1,
    outcome: 'completed',
    attendedMinutes: 90,
    scheduledMinutes: 120,
  })
  const grant = {
    at,
    grantId: 'o-1.ada.credit',
    learnerId,
    source: 'completion',
    courseId: 'selling',
    offeringId: 'o-1',
  }
  test('is earned for the minutes attended, and names its version', () => {
    story
      .given(creditPublished)
      .whenHappened(completed)
      .thenCommands({
        type: 'GrantCredit',
        data: { ...grant, schemeVersion: 1, creditHundredths: 200, yearCapHundredths: 2000 },
      })
  })
  test('is earned by the version in force on the day, and by none before the first', () => {
    const later = happened.CreditSchemePublished({
      at,
      ...credit,
      version: 2,
      effectiveFrom: '2026-03-02',
      minutesPerCredit: 60,
    })
    const command = { ...grant, schemeVersion: 1, creditHundredths: 200, yearCapHundredths: 2000 }
    story
      .given(creditPublished, later)
      .whenHappened(completed)
      .thenCommands({ type: 'GrantCredit', data: command })
    const today = happened.CreditSchemePublished({
      at,
      ...credit,
      version: 2,
      effectiveFrom: '2026-03-01',
      minutesPerCredit: 60,
    })
    story
      .given(creditPublished, today)
      .whenHappened(completed)
      .thenCommands({ type: 'GrantCredit', data: { ...command, schemeVersion: 2, creditHundredths: 150 } })
    story
      .given(happened.CreditSchemePublished({ at, ...credit, effectiveFrom: '2026-03-02' }))
      .whenHappened(completed)
      .thenCommands()
  })
  test('gives way to what the course version names', () => {
    const named = catalogEvents.make.CourseVersionPublished({
      at,
      courseId: 'selling',
      version: 1,
      title: 'Selling',
      modules: [{ activity: 'theory', minutes: 120 }],
      prerequisiteIds: [],
      completionRule: { require: 'all', of: [] },
      grants: { creditHundredths: 150 },
      modality: 'classroom',
      totalMinutes: 120,
    })
    story
      .given(named, creditPublished)
      .whenHappened(completed)
      .thenCommands({
        type: 'GrantCredit',
        data: { ...grant, creditHundredths: 150, yearCapHundredths: 2000 },
      })
  })
  test('is cut at the cap of the year, and the next year begins anew', () => {
    const give = (more: object = {}) => ({
      type: 'GrantCredit' as const,
      data: { ...grant, creditHundredths: 500, yearCapHundredths: 2000, ...more },
    })
    const had = (creditHundredths: number) =>
      happened.CreditEarned({ ...grant, grantId: 'g-0', creditHundredths, year: 2026 })
    const { creditHundredths } = give().data
    story
      .given(had(1700))
      .when(give())
      .then(happened.CreditEarned({ ...grant, year: 2026, creditHundredths: 300, cutHundredths: 200 }))
    story
      .given(had(2000))
      .when(give())
      .then(happened.CreditCapReached({ ...grant, year: 2026, creditHundredths, yearCapHundredths: 2000 }))
    const newYear = '2026-12-31T16:00:00.000Z'
    story
      .given(had(2000))
      .when(give({ at: newYear }))
      .then(happened.CreditEarned({ ...grant, at: newYear, year: 2027, creditHundredths }))
    story
      .given(had(1500))
      .when(give())
      .then(happened.CreditEarned({ ...grant, year: 2026, creditHundredths }))
    const { yearCapHundredths: _, ...uncapped } = give().data
    story
      .given(had(2000))
      .when({ type: 'GrantCredit', data: uncapped })
      .then(happened.CreditEarned({ ...grant, year: 2026, creditHundredths }))
  })
  test('that was taken back leaves its room under the cap of the year', () => {
    const had = { ...grant, grantId: 'g-0', creditHundredths: 1900, year: 2026 }
    const { source: _, courseId: __, offeringId: ___, ...taken } = had
    story
      .given(happened.CreditEarned(had), happened.CreditReversed({ ...taken, cause: 'grantedInError' }))
      .when({ type: 'GrantCredit', data: { ...grant, creditHundredths: 500, yearCapHundredths: 2000 } })
      .then(happened.CreditEarned({ ...grant, year: 2026, creditHundredths: 500 }))
  })
})

describe('teaching', () => {
  const delivered = (more: object = {}) =>
    deliveryEvents.make.SessionDelivered({
      at,
      offeringId: 'o-1',
      sessionId: 's-1',
      actualStart: '2026-03-01T01:00:00.000Z',
      actualEnd: '2026-03-01T03:30:00.000Z',
      trainerIds: ['lin'],
      zone,
      remaining: 0,
      ...more,
    })
  const scheduled = (kind: string) =>
    deliveryEvents.make.OfferingScheduled({
      at,
      offeringId: 'o-1',
      courseId: 'selling',
      courseVersion: 1,
      title: 'Selling',
      kind,
      modality: 'classroom',
      sessions: [
        { sessionId: 's-1', start: '2026-03-01T01:00:00.000Z', end: '2026-03-01T03:30:00.000Z', zone },
      ],
      capacity: { min: 0 },
      completionRule: { require: 'all', of: [] },
      approval: 'automatic',
    })
  const grant = {
    at,
    grantId: 'o-1.s-1.lin.teaching',
    learnerId: 'lin',
    offeringId: 'o-1',
    schemeVersion: 1,
  }
  test('earns points by the session and the whole hour', () => {
    story
      .given(scheduled('course'), incentivePublished)
      .whenHappened(delivered())
      .thenCommands({ type: 'GrantPoints', data: { ...grant, source: 'teaching', points: 20 } })
  })
  test('earns more for sharing what one knows', () => {
    story
      .given(scheduled('knowledgeSharing'), incentivePublished)
      .whenHappened(delivered())
      .thenCommands({ type: 'GrantPoints', data: { ...grant, source: 'sharing', points: 40 } })
  })
  test('earns none without a scheme in force, or without a trainer', () => {
    story.given(scheduled('course')).whenHappened(delivered()).thenCommands()
    const { trainerIds: _, ...alone } = delivered().data
    story
      .given(scheduled('course'), incentivePublished)
      .whenHappened({ type: 'SessionDelivered', data: alone })
      .thenCommands()
  })
})

describe('a rating', () => {
  const registered = (kind: 'trainer' | 'venue' | 'expert') =>
    resourceEvents.make.ResourceRegistered({ at, resourceId: 'lin', kind, title: 'Lin', bufferMinutes: 0 })
  const rated = (rating: number, aspect = 'overall') =>
    resourceEvents.make.ResourceRated({
      at,
      resourceId: 'lin',
      ratedBy: 'ada',
      rating,
      scale: { min: 1, max: 5 },
      aspect,
      offeringId: 'o-1',
    })
  const grant = (points: number) => ({
    type: 'GrantPoints',
    data: {
      at,
      grantId: 'lin.ada.o-1.-.rating',
      learnerId: 'lin',
      source: 'rating',
      offeringId: 'o-1',
      schemeVersion: 1,
      points,
    },
  })
  test('of a trainer earns what is highest of what it reaches', () => {
    const past = [registered('trainer'), incentivePublished]
    story
      .given(...past)
      .whenHappened(rated(5))
      .thenCommands(grant(30))
    const four = happened.IncentiveSchemePublished({
      at,
      ...incentive,
      ratings: [
        { atLeastHundredths: 90, points: 30 },
        { atLeastHundredths: 75, points: 10 },
      ],
    })
    story.given(registered('trainer'), four).whenHappened(rated(4)).thenCommands(grant(10))
    story.given(registered('expert'), four).whenHappened(rated(5)).thenCommands(grant(30))
    story
      .given(...past)
      .whenHappened(rated(3))
      .thenCommands()
  })
  test('of a venue, of one aspect only, or without a scheme earns none', () => {
    story.given(registered('venue'), incentivePublished).whenHappened(rated(5)).thenCommands()
    story.given(registered('trainer'), incentivePublished).whenHappened(rated(5, 'content')).thenCommands()
    story.given(registered('trainer')).whenHappened(rated(5)).thenCommands()
  })
})

describe('the end of points', () => {
  const earned = (on: string, points: number) =>
    happened.PointsEarned({
      at: `${on}T01:00:00.000Z`,
      grantId: `g-${on}`,
      learnerId,
      source: 'sharing',
      points,
    })
  const spent = (points: number) =>
    happened.PointsRedeemed({ at, redemptionId: `r-${points}`, learnerId, reward: 'A book', points })
  const expire = (earnedUpTo: string, now = '2027-03-01T01:00:00.000Z') => ({
    type: 'ExpirePoints' as const,
    data: { at: now, learnerId, earnedUpTo },
  })
  test('takes what was earned by then and not spent since, the oldest being spent first', () => {
    const past = [earned('2026-01-01', 30), earned('2026-06-01', 30), spent(20)]
    const first = expire('2026-01-01T01:00:00.000Z')
    story
      .given(...past)
      .when(first)
      .then(happened.PointsExpired({ ...first.data, points: 10 }))
      .thenKnown(rewardBalance, { ada: { points: 30, creditHundredths: 0 } })
    story
      .given(...past, happened.PointsExpired({ ...first.data, points: 10 }))
      .when(first)
      .then()
    story.given(earned('2026-01-01', 30), spent(30)).when(first).then()
    const upToNow = expire('2027-03-01T01:00:00.000Z')
    story
      .given(...past)
      .when(upToNow)
      .then(happened.PointsExpired({ ...upToNow.data, points: 40 }))
    story
      .given(...past)
      .when(expire('2027-04-01T00:00:00.000Z'))
      .thenRejected({ code: 'ExpiryInFuture', earnedUpTo: '2027-04-01T00:00:00.000Z' })
  })
  const close = (year: number, most?: number, now = '2027-01-02T01:00:00.000Z') => ({
    type: 'CarryForward' as const,
    data: { at: now, learnerId, year, ...(most === undefined ? {} : { most }) },
  })
  const carried = (points: number, forfeited: number) =>
    happened.BalanceCarriedForward({
      at: '2027-01-02T01:00:00.000Z',
      learnerId,
      year: 2026,
      points,
      forfeited,
      creditHundredths: 0,
    })
  test('at the year’s close leaves at most so many, and what was earned since is untouched', () => {
    const past = [earned('2026-05-01', 80), spent(30), earned('2027-01-01', 7)]
    const lost = happened.PointsExpired({
      at: '2027-01-02T01:00:00.000Z',
      learnerId,
      points: 10,
      earnedUpTo: '2026-12-31T16:00:00.000Z',
    })
    story
      .given(...past)
      .when(close(2026, 40))
      .then(lost, carried(40, 10))
      .thenKnown(rewardBalance, { ada: { points: 47, creditHundredths: 0 } })
    story
      .given(...past)
      .when(close(2026))
      .then(carried(50, 0))
    const onTheStroke = happened.PointsEarned({
      at: '2026-12-31T16:00:00.000Z',
      grantId: 'g-new',
      learnerId,
      source: 'sharing',
      points: 9,
    })
    story
      .given(...past, onTheStroke)
      .when(close(2026))
      .then(carried(50, 0))
  })
  test('a year is closed once, and not before it is over where the organisation is', () => {
    story.given(carried(0, 0)).when(close(2026)).thenRejected({ code: 'YearAlreadyClosed', year: 2026 })
    story
      .given()
      .when(close(2026, 40, '2026-12-31T15:59:00.000Z'))
      .thenRejected({ code: 'YearNotOver', year: 2026 })
  })
  const pointed = (on: string, grantId: string) =>
    happened.PointsEarned({ at: on, grantId, learnerId, source: 'sharing', points: 1 })
  const closing = (year: number, most: number) => {
    const dueAt = `${year}-12-31T16:00:00.000Z`
    return { dueAt, command: { type: 'CarryForward', data: { at: dueAt, learnerId, year, most } } }
  }
  test('a year is closed for whoever earns something in it, once, where the organisation says how much goes on', () => {
    const carrying = (carryAtMost: number) =>
      scenario(
        assemble(
          [needs, catalog, resources, delivery, culture],
          { culture: { zone, carryAtMost } },
          { trusted: true },
        ),
      )
    const [before, first, again] = [
      pointed('2025-12-31T15:59:59.000Z', 'g-1'),
      pointed('2025-12-31T16:00:00.000Z', 'g-2'),
      pointed('2026-12-31T15:59:59.000Z', 'g-3'),
    ]
    const next = pointed('2026-12-31T16:00:00.000Z', 'g-4')
    const some = carrying(15)
    some.given().whenHappened(before).thenDeadlines(closing(2025, 15))
    some.given(before).whenHappened(first).thenDeadlines(closing(2026, 15))
    some.given(before, first).whenHappened(again).thenDeadlines()
    some.given(before, first, again).whenHappened(next).thenDeadlines(closing(2027, 15))
    carrying(0).given().whenHappened(first).thenDeadlines(closing(2026, 0))
    carrying(-1).given().whenHappened(first).thenDeadlines()
  })
  test('points last as many months as the organisation says, or for ever', () => {
    const lasting = (pointsValidMonths: number) =>
      scenario(
        assemble(
          [needs, catalog, resources, delivery, culture],
          {
            culture: { zone, pointsValidMonths, carryAtMost: -1 },
          },
          { trusted: true },
        ),
      )
    const earnedUpTo = '2026-01-31T01:00:00.000Z'
    const dueAt = '2026-02-28T01:00:00.000Z'
    lasting(1)
      .given()
      .whenHappened(pointed(earnedUpTo, 'g-1'))
      .thenDeadlines({ dueAt, command: { type: 'ExpirePoints', data: { at: dueAt, learnerId, earnedUpTo } } })
    lasting(0).given().whenHappened(pointed(earnedUpTo, 'g-1')).thenDeadlines()
  })
  test('comes by itself where the organisation says so', () => {
    const strict = assemble(
      [needs, catalog, resources, delivery, culture],
      {
        culture: { zone, pointsValidMonths: 6, carryAtMost: 15 },
      },
      { trusted: true },
    )
    const ledger = createLedger(strict)
    const give = (grantId: string, on: string) =>
      ledger.executeWithPolicies({
        type: 'GrantPoints',
        data: { at: `${on}T01:00:00.000Z`, grantId, learnerId, source: 'sharing', points: 20 },
        metadata: { commandId: grantId },
      })
    give('g-1', '2026-03-01')
    give('g-2', '2026-10-01')
    ledger.advanceTo('2026-09-30T00:00:00.000Z')
    expect(ledger.project(rewardBalance).ada?.points).toBe(20)
    ledger.advanceTo('2027-01-01T00:00:00.000Z')
    expect(ledger.project(rewardBalance).ada?.points).toBe(15)
    expect(ledger.events().filter(({ type }) => type === 'BalanceCarriedForward')).toHaveLength(1)
  })
})
