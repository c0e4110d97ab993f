import * as fc from 'fast-check'
import {
  assemble,
  catalog,
  catalogEvents,
  createLedger,
  culture,
  cultureEvents,
  delivery,
  deliveryEvents,
  needs,
  resources,
  rewardBalance,
} from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const training = assemble([needs, catalog, resources, delivery, culture], {}, { trusted: true })
const story = scenario(training)
const happened = cultureEvents.make
const at = '2026-03-01T01:00:00.000Z'
const learnerId = 'ada'

const grant = (points: number, grantId = 'g-1') => ({
  at,
  grantId,
  learnerId,
  source: 'sharing',
  points,
})
const earned = (points: number, grantId?: string) => happened.PointsEarned(grant(points, grantId))
const credit = { at, grantId: 'g-1', learnerId, source: 'completion', creditHundredths: 150 }

describe('granting', () => {
  test('points adds to what a person has', () => {
    story
      .given(earned(5, 'g-0'))
      .when({ type: 'GrantPoints', data: grant(20) })
      .then(earned(20))
      .thenKnown(rewardBalance, { ada: { points: 25, creditHundredths: 0 } })
  })
  test('credit is counted apart, in hundredths', () => {
    story
      .given()
      .when({ type: 'GrantCredit', data: credit })
      .then(happened.CreditEarned({ ...credit, year: 2026 }))
      .thenKnown(rewardBalance, { ada: { points: 0, creditHundredths: 150 } })
  })
  test('the same grant twice is refused, whatever is granted', () => {
    const twice = { code: 'DuplicateGrant', grantId: 'g-1' } as const
    story
      .given(earned(20))
      .when({ type: 'GrantPoints', data: grant(20) })
      .thenRejected(twice)
    story.given(earned(20)).when({ type: 'GrantCredit', data: credit }).thenRejected(twice)
  })
})

describe('taking back', () => {
  const reverse = (grantId = 'g-1', more: object = {}) => ({
    type: 'ReverseGrant' as const,
    data: { at, grantId, learnerId, cause: 'grantedInError', ...more },
  })
  const reversed = (points: number, goneBefore: number) =>
    happened.PointsReversed({ ...reverse().data, earnedAt: at, points, goneBefore })
  const spent = (points: number) =>
    happened.PointsRedeemed({ at, redemptionId: 'r-1', learnerId, reward: 'A book', points })
  const since = happened.PointsEarned({ ...grant(50, 'g-2'), at: '2026-03-02T01:00:00.000Z' })
  test('takes what is left of the grant, and not what was earned since', () => {
    story.given(earned(20)).when(reverse()).then(reversed(20, 0))
    story
      .given(earned(20), spent(15), since)
      .when(reverse())
      .then(reversed(5, 15))
      .thenKnown(rewardBalance, { ada: { points: 50, creditHundredths: 0 } })
    story
      .given(earned(20), happened.PointsExpired({ at, learnerId, points: 20, earnedUpTo: at }), since)
      .when(reverse())
      .then(reversed(0, 20))
  })
  test('takes all of credit, which nobody can have spent', () => {
    const { source: _, ...of } = { ...credit, cause: 'grantedInError', year: 2026 }
    story
      .given(happened.CreditEarned({ ...credit, year: 2026 }))
      .when(reverse())
      .then(happened.CreditReversed(of))
      .thenKnown(rewardBalance, { ada: { points: 0, creditHundredths: 0 } })
    story
      .given(happened.CreditCapReached({ ...credit, year: 2026, yearCapHundredths: 0 }))
      .when(reverse())
      .then(happened.CreditReversed({ ...of, creditHundredths: 0 }))
  })
  test('of credit and giving it as it should have been is one correction', () => {
    const { grantId, source } = credit
    const right = (creditHundredths: number, year: number, more: object = {}) => ({
      type: 'CorrectCredit' as const,
      data: { at, grantId, learnerId, source, cause: 'grantedInError', creditHundredths, year, ...more },
    })
    const given = happened.CreditEarned({ ...credit, year: 2026 })
    const was = credit.creditHundredths
    const back = { at, grantId, learnerId, cause: 'grantedInError', creditHundredths: was, year: 2026 }
    const reversed = happened.CreditReversed(back)
    const again = (creditHundredths: number, year: number, more: object = {}) =>
      happened.CreditEarned({ at, grantId, learnerId, source, creditHundredths, year, ...more })
    story.given(given).when(right(was, 2026)).thenNothing()
    story.given(given).when(right(was, 2027)).then(reversed, again(was, 2027))
    story
      .given(given)
      .when(right(was + 50, 2026))
      .then(reversed, again(was + 50, 2026))
    story.given(given).when(right(0, 2026)).then(reversed)
    story.given(given, reversed).when(right(was, 2027)).thenNothing()
    story
      .given(given)
      .when(right(was + 50, 2026, { yearCapHundredths: was + 20 }))
      .then(reversed, again(was + 20, 2026, { cutHundredths: 30 }))
    story
      .given(given)
      .when(right(was + 50, 2026, { yearCapHundredths: was }))
      .thenNothing()
    story.given().when(right(was, 2026)).thenRejected({ code: 'Unknown', what: 'grant', id: grantId })
  })
  test('happens once, and what was taken back may be granted again', () => {
    story.given(earned(20), reversed(20, 0)).when(reverse()).thenNothing()
    story
      .given(earned(20), reversed(20, 0))
      .when({ type: 'GrantPoints', data: grant(20) })
      .then(earned(20))
  })
  test('leaves what was gone, which is not given again with the rest', () => {
    const again = { type: 'GrantPoints' as const, data: grant(20) }
    story
      .given(earned(20), spent(15), reversed(5, 15))
      .when(again)
      .then(happened.PointsEarned({ ...grant(5), keptBefore: 15 }))
    story.given(earned(20), spent(20), reversed(0, 20)).when(again).thenNothing()
    story
      .given(earned(20), spent(15), reversed(5, 15))
      .when({ type: 'GrantPoints', data: grant(10) })
      .thenNothing()
  })
  test('from the wrong person takes nothing from the right one', () => {
    const toBo = { ...grant(20), learnerId: 'bo' }
    const fromBo = happened.PointsReversed({
      ...reverse().data,
      learnerId: 'bo',
      earnedAt: at,
      points: 15,
      goneBefore: 5,
    })
    const mistaken = [earned(20), spent(15), reversed(5, 15)]
    story
      .given(...mistaken)
      .when({ type: 'GrantPoints', data: toBo })
      .then(happened.PointsEarned(toBo))
    story
      .given(...mistaken, happened.PointsEarned(toBo), fromBo)
      .when({ type: 'GrantPoints', data: toBo })
      .then(happened.PointsEarned({ ...toBo, points: 15, keptBefore: 5 }))
  })
  test('however often it is given, taken back and spent between: once is all anybody has of it', () => {
    const worth = 40
    const deed = fc.oneof(
      fc.constant({ type: 'GrantPoints', points: worth }),
      fc.constant({ type: 'ReverseGrant' }),
      fc.integer({ min: 1, max: worth }).map((amount) => ({ type: 'RedeemPoints', amount })),
    )
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        const ledger = createLedger(training)
        const ask = (nth: number, { type, ...more }: { type: string }) => {
          const made = { at: `2026-03-01T01:00:${10 + nth}.000Z`, learnerId, ...more }
          const named =
            type === 'RedeemPoints' ? { redemptionId: `r-${nth}`, reward: 'A book', unit: 'points' } : {}
          const source = type === 'GrantPoints' ? { source: 'sharing' } : { cause: 'grantedInError' }
          const data =
            type === 'RedeemPoints' ? { ...made, ...named } : { ...made, grantId: 'g-1', ...source }
          ledger.execute({ type, data, metadata: { commandId: `c-${nth}` } } as never)
        }
        for (const [nth, one] of [...deeds, { type: 'GrantPoints', points: worth }].entries()) ask(nth, one)
        const spentOn = ledger
          .events()
          .reduce((sum, event) => sum + (event.type === 'PointsRedeemed' ? event.data.points : 0), 0)
        expect((ledger.project(rewardBalance).ada?.points ?? 0) + spentOn).toBe(worth)
      }),
    )
  })
  test('needs a grant of that person', () => {
    const unknown = { code: 'Unknown', what: 'grant', id: 'g-1' } as const
    story.given().when(reverse()).thenRejected(unknown)
    story
      .given(earned(20))
      .when(reverse('g-1', { learnerId: 'bo' }))
      .thenRejected(unknown)
  })
})

describe('spending points', () => {
  const redeem = (amount: number, more: object = {}) => ({
    type: 'RedeemPoints' as const,
    data: { at, redemptionId: 'r-1', learnerId, reward: 'A book', amount, ...more },
  })
  const redeemed = (points: number) =>
    happened.PointsRedeemed({ at, redemptionId: 'r-1', learnerId, reward: 'A book', points })
  test('takes no more than there is', () => {
    story.given(earned(20)).when(redeem(20)).then(redeemed(20))
    story
      .given(earned(20))
      .when(redeem(21))
      .thenRejected({ code: 'InsufficientPoints', balance: 20, asked: 21 })
    story.given().when(redeem(1)).thenRejected({ code: 'InsufficientPoints', balance: 0, asked: 1 })
  })
  test('takes what is left after what was spent', () => {
    story
      .given(earned(20), redeemed(15))
      .when(redeem(6, { redemptionId: 'r-2' }))
      .thenRejected({ code: 'InsufficientPoints', balance: 5, asked: 6 })
  })
  test('happens once', () => {
    story
      .given(earned(20), redeemed(5))
      .when(redeem(5))
      .thenRejected({ code: 'DuplicateRedemption', redemptionId: 'r-1' })
  })
  test('means points: credit is not spent', () => {
    story
      .given(earned(20))
      .when(redeem(5, { unit: 'credit' }))
      .thenRejected({ code: 'NonRedeemableUnit', unit: 'credit' })
  })
  test('never leaves anybody below zero, whatever is asked in whatever order', () => {
    const who = fc.constantFrom('ada', 'bo')
    const id = fc.integer({ min: 1, max: 12 }).map(String)
    const some = fc.integer({ min: 1, max: 30 })
    const command = fc.oneof(
      fc.record({ learnerId: who, grantId: id, points: some }).map((data) => ({
        type: 'GrantPoints' as const,
        data: { at, source: 'sharing', ...data },
      })),
      fc.record({ learnerId: who, redemptionId: id, amount: some }).map((data) => ({
        type: 'RedeemPoints' as const,
        data: { at, reward: 'A book', ...data },
      })),
    )
    let refused = 0
    let spent = 0
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const ledger = createLedger(training)
        commands.forEach((one, index) => {
          const verdict = ledger.execute({ ...one, metadata: { commandId: `c-${index}` } })
          if (verdict._tag === 'Left' && verdict.left.code === 'InsufficientPoints') refused++
          if (verdict._tag === 'Right' && one.type === 'RedeemPoints') spent++
          for (const { points } of Object.values(ledger.project(rewardBalance)))
            expect(points).toBeGreaterThanOrEqual(0)
        })
      }),
    )
    expect(refused).toBeGreaterThan(0)
    expect(spent).toBeGreaterThan(0)
  })
})

describe('completing a course', () => {
  const completed = deliveryEvents.make.EnrolmentCompleted({
    at,
    offeringId: 'o-1',
    learnerId,
    courseId: 'selling',
    courseVersion: 1,
    outcome: 'completed',
    attendedMinutes: 240,
    scheduledMinutes: 240,
  })
  const published = (grants: { points?: number; creditHundredths?: number }) =>
    catalogEvents.make.CourseVersionPublished({
      at,
      courseId: 'selling',
      version: 1,
      title: 'Selling',
      modules: [{ activity: 'theory', minutes: 240 }],
      prerequisiteIds: [],
      completionRule: { require: 'all', of: [] },
      grants,
      modality: 'classroom',
      totalMinutes: 240,
    })
  const given = { at, learnerId, source: 'completion', courseId: 'selling', offeringId: 'o-1' }
  const points = (points: number) => ({
    type: 'GrantPoints',
    data: { ...given, grantId: 'o-1.ada.points', points },
  })
  test('earns the points of its version, or the usual ones', () => {
    story
      .given(published({ points: 40 }))
      .whenHappened(completed)
      .thenCommands(points(40))
    story.given(published({})).whenHappened(completed).thenCommands(points(10))
    story.given().whenHappened(completed).thenCommands(points(10))
  })
  test('earns them as well where a correction shows that it was completed after all', () => {
    const { outcome, ...taken } = completed.data
    const reassessed = (to: 'completed' | 'failed') =>
      deliveryEvents.make.CompletionReassessed({
        ...taken,
        at: '2026-04-01T01:00:00.000Z',
        closedAt: at,
        from: to === 'completed' ? 'failed' : 'completed',
        to,
        unmet: to === 'completed' ? [] : ['attendance'],
        ...(to === 'completed' ? { outcome } : {}),
        assessment: 'none',
      })
    const then = { ...given, at: '2026-04-01T01:00:00.000Z' }
    story
      .given(published({ points: 40, creditHundredths: 150 }))
      .whenHappened(reassessed('completed'))
      .thenCommands(
        { type: 'GrantPoints', data: { ...then, grantId: 'o-1.ada.points', points: 40 } },
        { type: 'GrantCredit', data: { ...then, grantId: 'o-1.ada.credit', creditHundredths: 150 } },
      )
    story
      .given(published({ points: 40, creditHundredths: 150 }))
      .whenHappened(reassessed('failed'))
      .thenCommands()
  })
  test('gives back what it earned where a correction shows that it was none', () => {
    const { outcome: _, ...taken } = completed.data
    const undone = deliveryEvents.make.CompletionReassessed({
      ...taken,
      at: '2026-04-01T01:00:00.000Z',
      closedAt: at,
      from: 'completed',
      to: 'failed',
      unmet: ['attendance'],
      assessment: 'none',
    })
    const back = (grantId: string) => ({
      type: 'ReverseGrant',
      data: { at: undone.data.at, grantId, learnerId, cause: 'completionReassessed' },
    })
    const forIt = { ...given, grantId: 'o-1.ada.points', points: 40 }
    story
      .given(
        completed,
        happened.PointsEarned(forIt),
        happened.CreditEarned({ ...given, grantId: 'o-1.ada.credit', creditHundredths: 150, year: 2026 }),
        happened.PointsEarned({ ...given, grantId: 'quiz', source: 'sharing', points: 5 }),
        happened.PointsEarned({ ...forIt, grantId: 'o-1.bo.points', learnerId: 'bo' }),
      )
      .whenHappened(undone)
      .thenCommands(back('o-1.ada.points'), back('o-1.ada.credit'))
    story.given(completed).whenHappened(undone).thenCommands()
  })
  test('earns credit in the year it was completed in, by the rules of then, whenever that turns out', () => {
    const { outcome, ...taken } = completed.data
    const [then, now] = ['2026-01-01', '2027-01-01']
    const rules = { minimumMinutes: 0, annualMinimumHundredths: 0, yearCapHundredths: 900 }
    const scheme = (version: number, effectiveFrom: string, minutesPerCredit: number) =>
      happened.CreditSchemePublished({ at, version, effectiveFrom, minutesPerCredit, ...rules })
    const schemes = [scheme(1, then, 45), scheme(2, now, 90)]
    const afterNewYear = deliveryEvents.make.CompletionReassessed({
      ...{
        ...taken,
        at: '2027-02-01T01:00:00.000Z',
        closedAt: '2026-12-20T01:00:00.000Z',
        attendedMinutes: 90,
      },
      ...{ from: 'failed', to: 'completed', unmet: [], outcome, assessment: 'none' },
    })
    const data = {
      ...{ ...given, at: afterNewYear.data.at, grantId: 'o-1.ada.credit', schemeVersion: 1 },
      ...{ creditHundredths: 200, year: 2026, yearCapHundredths: 900 },
    }
    story
      .given(published({ points: 0 }), ...schemes)
      .whenHappened(afterNewYear)
      .thenCommands({ type: 'GrantCredit', data })
    const { yearCapHundredths: _, ...earns } = data
    story
      .given(happened.CreditEarned({ ...credit, grantId: 'k', creditHundredths: 800, year: 2026 }))
      .when({ type: 'GrantCredit', data })
      .then(happened.CreditEarned({ ...earns, creditHundredths: 100, cutHundredths: 100 }))
  })
  test('is rewarded once however often it is judged anew', () => {
    const ledger = createLedger(training)
    const { outcome, ...taken } = completed.data
    ledger.append([published({ points: 40, creditHundredths: 150 }), completed])
    const settled = (event: Parameters<typeof training.react>[0], nth: number) => {
      ledger.append([event])
      for (const command of training.react(event, ledger.events()).commands)
        ledger.execute({
          ...command,
          metadata: { commandId: `${command.type}-${command.data.at}-${nth}` },
        } as never)
    }
    for (const [nth, to] of (['completed', 'failed', 'completed', 'failed', 'completed'] as const).entries())
      settled(
        deliveryEvents.make.CompletionReassessed({
          ...taken,
          at: `2026-04-0${nth + 1}T01:00:00.000Z`,
          closedAt: at,
          from: to === 'completed' ? 'failed' : 'completed',
          to,
          unmet: to === 'completed' ? [] : ['attendance'],
          ...(to === 'completed' ? { outcome } : {}),
          assessment: 'none',
        }),
        nth,
      )
    expect(ledger.project(rewardBalance)).toEqual({ ada: { points: 40, creditHundredths: 150 } })
  })
  test('earns none where the version or the organisation gives none', () => {
    story
      .given(published({ points: 0 }))
      .whenHappened(completed)
      .thenCommands()
    const frugal = assemble(
      [needs, catalog, resources, delivery, culture],
      {
        culture: { pointsPerCompletion: 0 },
      },
      { trusted: true },
    )
    scenario(frugal).given().whenHappened(completed).thenCommands()
  })
  test('earns the credit its version gives', () => {
    story
      .given(published({ points: 0, creditHundredths: 150 }))
      .whenHappened(completed)
      .thenCommands({
        type: 'GrantCredit',
        data: { ...given, grantId: 'o-1.ada.credit', creditHundredths: 150 },
      })
  })
})

describe('honouring and telling people', () => {
  test('a recognition is awarded once', () => {
    const data = {
      at,
      recognitionId: 'trainer-of-the-year',
      learnerId,
      title: 'Trainer of the year',
      criteria: [{ criterion: 'classesTaught', need: 10, have: 12 }],
      awardedBy: 'bo',
      reason: 'Twelve classes, all of them full',
    }
    const award = { type: 'AwardRecognition' as const, data }
    story.given().when(award).then(happened.RecognitionAwarded(data))
    story
      .given(happened.RecognitionAwarded(data))
      .when(award)
      .thenRejected({ code: 'DuplicateRecognition', recognitionId: 'trainer-of-the-year' })
  })
  test('a recognition is for criteria that were met', () => {
    const data = {
      at,
      recognitionId: 'learner-of-the-year',
      learnerId,
      title: 'Learner of the year · 年度优秀学员',
      criteria: [
        { criterion: 'coursesCompleted', need: 10, have: 12 },
        { criterion: 'sessionsShared', need: 2, have: 1 },
      ],
      awardedBy: 'bo',
    }
    story
      .given()
      .when({ type: 'AwardRecognition', data })
      .thenRejected({ code: 'CriteriaUnmet', criteria: ['sessionsShared'] })
    const justMet = { ...data, criteria: [{ criterion: 'coursesCompleted', need: 10, have: 10 }] }
    story.given().when({ type: 'AwardRecognition', data: justMet }).then(happened.RecognitionAwarded(justMet))
  })
  const announcement = {
    at,
    campaignId: 'spring',
    title: 'Spring courses',
    channel: 'intranet',
    audience: { department: 'sales' },
  }
  const published = happened.AnnouncementPublished(announcement)
  test('an announcement is published once', () => {
    const publish = { type: 'PublishAnnouncement' as const, data: announcement }
    story.given().when(publish).then(published)
    story
      .given(published)
      .when(publish)
      .thenRejected({ code: 'IllegalTransition', from: 'published', command: 'PublishAnnouncement' })
  })
  test('the reach of what was published is reported as it grows', () => {
    const report = { type: 'ReportReach' as const, data: { at, campaignId: 'spring', reached: 312 } }
    story.given(published).when(report).then(happened.ReachReported(report.data))
    story.given().when(report).thenRejected({ code: 'Unknown', what: 'campaign', id: 'spring' })
  })
  test('nobody is reached twice: the reach is at most the audience', () => {
    const small = happened.AnnouncementPublished({ ...announcement, audienceSize: 311 })
    const report = { type: 'ReportReach' as const, data: { at, campaignId: 'spring', reached: 312 } }
    story
      .given(small)
      .when(report)
      .thenRejected({ code: 'ReachAboveAudience', reached: 312, audienceSize: 311 })
    const all = { ...report, data: { ...report.data, reached: 311 } }
    story.given(small).when(all).then(happened.ReachReported(all.data))
  })
})
