import {
  assemble,
  catalog,
  catalogEvents,
  certificate as certificateKnown,
  createLedger,
  credentialEvents,
  credentials,
  delivery,
  deliveryEvents,
  derivedId,
  fold,
  type Grants,
  isAccepted,
  learnerRecord,
  lifecycle,
  needs,
  needsEvents,
  resources,
} from 'training-ops'

import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const training = assemble([needs, catalog, resources, delivery, credentials], {}, { trusted: true })
const story = scenario(training)
const happened = credentialEvents.make
const at = '2026-03-01T01:00:00.000Z'
const certificateId = 'c-1'
const [learnerId, courseId, offeringId] = ['ada', 'selling', 'o-1'] as const
const rule = { code: 'IllegalTransition' } as const
const reason = 'A doubt about the test'
const end = '2028-03-01T01:00:00.000Z'

const completed = (more: { courseVersion?: number; at?: string; offeringId?: string } = {}) =>
  deliveryEvents.make.EnrolmentCompleted({
    at,
    offeringId,
    learnerId,
    courseId,
    courseVersion: 1,
    outcome: 'passed',
    attendedMinutes: 240,
    scheduledMinutes: 240,
    ...more,
  })
const published = (version: number, grants: Grants) =>
  catalogEvents.make.CourseVersionPublished({
    at,
    courseId,
    version,
    title: 'Selling',
    modules: [{ activity: 'theory', minutes: 240 }],
    prerequisiteIds: [],
    completionRule: { require: 'all', of: [] },
    grants,
    modality: 'classroom',
    totalMinutes: 240,
  })
const certificate = {
  at,
  certificateId,
  learnerId,
  courseId,
  validFrom: at,
  validUntil: end,
  awardedDate: '2026-03-01',
  basis: 'completion' as const,
  offeringId,
  serial: 'S-0001',
}
const { validUntil: _, ...endless } = certificate
const issued = happened.CertificateIssued(certificate)
const whose = { at, certificateId, learnerId, courseId }
const suspended = happened.CertificateSuspended({ ...whose, reason })
const revoked = happened.CertificateRevoked({ ...whose, reason })
const expired = happened.CertificateExpired({ ...whose, at: end, validUntil: end })

describe('issuing a certificate', () => {
  const issue = (more: object = {}) => ({
    type: 'IssueCertificate' as const,
    data: { ...certificate, ...more },
  })
  test('certifies a completed course', () => {
    story.given(completed()).when(issue()).then(issued)
  })
  test('is refused where nothing was completed, or not in that offering', () => {
    const refusal = { code: 'NotEligible', learnerId, courseId } as const
    story.given().when(issue()).thenRejected(refusal)
    story
      .given(completed({ offeringId: 'o-2' }))
      .when(issue())
      .thenRejected(refusal)
  })
  test('on another basis needs no completion', () => {
    const { offeringId: _, ...byHand } = certificate
    const data = { ...byHand, basis: 'equivalence' as const }
    story.given().when({ type: 'IssueCertificate', data }).then(happened.CertificateIssued(data))
  })
  test('bears a serial nobody else bears', () => {
    story
      .given(completed(), issued)
      .when(issue({ certificateId: 'c-2' }))
      .thenRejected({ code: 'DuplicateSerial', serial: 'S-0001', certificateId })
  })
  test('happens once', () => {
    story
      .given(completed(), issued)
      .when(issue({ serial: 'S-0002' }))
      .thenRejected({ ...rule, from: 'valid', command: 'IssueCertificate' })
  })
  test('needs a validity that ends after it begins', () => {
    story
      .given(completed())
      .when(issue({ validUntil: at }))
      .thenRejected({ code: 'ValidityInverted', validFrom: at, validUntil: at })
  })
})

describe('renewing a certificate', () => {
  const [opens, later] = ['2027-12-02T01:00:00.000Z', '2030-03-01T01:00:00.000Z']
  const renew = (more: object = {}) => ({
    type: 'RenewCertificate' as const,
    data: { at: opens, certificateId, validFrom: end, validUntil: later, ...more },
  })
  const renewed = happened.CertificateRenewed({
    ...renew().data,
    learnerId,
    courseId,
    awardedDate: '2026-03-01',
  })

  test('moves its end and keeps the day of the award', () => {
    story.given(issued).when(renew()).then(renewed)
  })
  test('opens ninety days before its end', () => {
    story
      .given(issued)
      .when(renew({ at: '2027-12-02T00:59:59.999Z' }))
      .thenRejected({ code: 'RenewalWindowClosed', opens })
  })
  test('is possible after it expired, and before it is revoked', () => {
    story.given(issued, expired).when(renew()).then(renewed)
    story.given(issued, revoked).when(renew()).thenRejected({ code: 'AlreadyRevoked', certificateId })
    story
      .given(issued, suspended)
      .when(renew())
      .thenRejected({ ...rule, from: 'suspended', command: 'RenewCertificate' })
    story.given().when(renew()).thenRejected({ code: 'Unknown', what: 'certificate', id: certificateId })
  })
  test('means nothing for one that never expires', () => {
    story
      .given(happened.CertificateIssued(endless))
      .when(renew())
      .thenRejected({ code: 'NeverExpires', certificateId })
  })
  test('never shortens it', () => {
    story
      .given(issued)
      .when(renew({ validFrom: at, validUntil: end }))
      .thenRejected({ code: 'ValidityInverted', validFrom: end, validUntil: end })
    story
      .given(issued)
      .when(renew({ validFrom: later }))
      .thenRejected({ code: 'ValidityInverted', validFrom: later, validUntil: later })
  })
})

describe('a certificate in doubt', () => {
  const suspend = { type: 'SuspendCertificate' as const, data: { at, certificateId, reason } }
  const reinstate = { type: 'ReinstateCertificate' as const, data: { at, certificateId } }
  const revoke = { type: 'RevokeCertificate' as const, data: { at, certificateId, reason } }
  const gone = { code: 'AlreadyRevoked', certificateId } as const
  test('is suspended and reinstated', () => {
    story.given(issued).when(suspend).then(suspended)
    story.given(issued, suspended).when(reinstate).then(happened.CertificateReinstated(whose))
    story
      .given(issued)
      .when(reinstate)
      .thenRejected({ ...rule, from: 'valid', command: 'ReinstateCertificate' })
  })
  test('is revoked for good', () => {
    story.given(issued, suspended).when(revoke).then(revoked)
    for (const command of [suspend, reinstate, revoke])
      story.given(issued, revoked).when(command).thenRejected(gone)
    story.given().when(revoke).thenRejected({ code: 'Unknown', what: 'certificate', id: certificateId })
  })
})

const remind = (dueAt: string, validUntil: string) => ({
  dueAt,
  command: {
    type: 'SendRenewalReminder' as const,
    data: { at: dueAt, certificateId, learnerId, courseId, validUntil },
  },
})

describe('the end of a certificate', () => {
  const expire = (more: object = {}) => ({
    type: 'ExpireCertificate' as const,
    data: { at: end, certificateId, validUntil: end, ...more },
  })
  test('comes when its validity is over, suspended or not', () => {
    story.given(issued).when(expire()).then(expired)
    story.given(issued, suspended).when(expire()).then(expired)
  })
  test('does not come before', () => {
    story
      .given(issued)
      .when(expire({ at: '2028-03-01T00:59:59.999Z' }))
      .thenRejected({ code: 'StillValid', validUntil: end })
  })
  test('means nothing to one that was renewed, revoked or expired meanwhile', () => {
    const renewed = happened.CertificateRenewed({
      ...whose,
      validFrom: end,
      validUntil: '2030-03-01T01:00:00.000Z',
      awardedDate: '2026-03-01',
    })
    for (const meanwhile of [renewed, revoked, expired])
      story.given(issued, meanwhile).when(expire()).thenNothing()
  })
  test('is put on the agenda when it is issued, and again when it is renewed', () => {
    story
      .given()
      .whenHappened(issued)
      .thenDeadlines({ dueAt: end, command: expire() }, remind('2027-12-02T01:00:00.000Z', end))
    story.given().whenHappened(happened.CertificateIssued(endless)).thenDeadlines()
    const later = '2030-03-01T01:00:00.000Z'
    story
      .given(issued)
      .whenHappened(
        happened.CertificateRenewed({
          ...whose,
          validFrom: end,
          validUntil: later,
          awardedDate: '2026-03-01',
        }),
      )
      .thenDeadlines(
        { dueAt: later, command: expire({ at: later, validUntil: later }) },
        remind('2029-12-01T01:00:00.000Z', later),
      )
  })
})

describe('an award that is put right', () => {
  const day = '2026-02-28'
  const from = '2026-02-28T01:00:00.000Z'
  const correct = (validUntil: string, more: object = {}) => ({
    type: 'CorrectCertificate' as const,
    data: {
      ...{ at, certificateId, awardedDate: day, validFrom: from, validUntil },
      ...{ correctedBy: 'lin', reason, ...more },
    },
  })
  const earlier = '2028-02-28T01:00:00.000Z'
  const corrected = (validUntil: string, more: object = {}) =>
    happened.CertificateCorrected({ ...correct(validUntil, more).data, learnerId, courseId })
  const known = (validity: { validFrom: string; validUntil: string }) => ({
    ...{ status: 'valid' as const, learnerId, courseId, awardedDate: day, flagged: false },
    ...{ ...validity, award: { validFrom: from, validUntil: earlier } },
  })
  test('is of its own day, and holds until its own end', () => {
    story
      .given(issued)
      .when(correct(earlier))
      .then(corrected(earlier))
      .thenKnown(certificateKnown, {
        'c-1': known({ validFrom: from, validUntil: earlier }),
      })
    const same = { awardedDate: certificate.awardedDate, validFrom: certificate.validFrom }
    story.given(issued).when(correct(end, same)).thenNothing()
    story
      .given(issued)
      .when(correct(from))
      .thenRejected({ code: 'ValidityInverted', validFrom: from, validUntil: from })
    story.given().when(correct(end)).thenRejected({ code: 'Unknown', what: 'certificate', id: certificateId })
    story.given(issued, revoked).when(correct(end)).thenRejected({ code: 'AlreadyRevoked', certificateId })
  })
  test('has expired where that end is over, and counts again where it is not', () => {
    const late = { at: '2028-03-02T01:00:00.000Z' }
    const over = happened.CertificateExpired({ ...whose, ...late, validUntil: earlier })
    story.given(issued).when(correct(earlier, late)).then(corrected(earlier, late), over)
    const later = '2028-04-01T01:00:00.000Z'
    story
      .given(issued, expired)
      .when(correct(later, late))
      .then(corrected(later, late), happened.CertificateReinstated({ ...whose, ...late }))
  })
  test('leaves a renewal since as it is', () => {
    const renewed = happened.CertificateRenewed({
      ...{ ...whose, validFrom: end, validUntil: '2030-03-01T01:00:00.000Z', awardedDate: '2026-03-01' },
    })
    story
      .given(issued, renewed)
      .when(correct(earlier))
      .then(corrected(earlier))
      .thenKnown(certificateKnown, {
        'c-1': known({ validFrom: end, validUntil: '2030-03-01T01:00:00.000Z' }),
      })
  })
  test('is reminded of, and expires, when its own end comes', () => {
    story
      .given(issued)
      .whenHappened(corrected(earlier))
      .thenDeadlines(
        {
          dueAt: earlier,
          command: {
            type: 'ExpireCertificate',
            data: { at: earlier, certificateId, validUntil: earlier },
          },
        },
        remind('2027-11-30T01:00:00.000Z', earlier),
      )
  })
})

describe('completing a course', () => {
  const given = (more: object) => ({
    type: 'IssueCertificate',
    data: {
      ...endless,
      certificateId: 'o-1.ada',
      courseVersion: 1,
      serial: 'o-1.ada',
      ...more,
    },
  })
  test('gives the certificate of the version that was completed', () => {
    story
      .given(published(1, { certificate: { validityMonths: 24 } }), published(2, {}))
      .whenHappened(completed())
      .thenCommands(given({ validUntil: end }))
    story
      .given(published(1, { certificate: { validityMonths: 24 } }), published(2, {}))
      .whenHappened(completed({ courseVersion: 2 }))
      .thenCommands()
    story.given().whenHappened(completed()).thenCommands()
  })
  test('gives one without end where the version says no months', () => {
    story
      .given(published(1, { certificate: {} }))
      .whenHappened(completed())
      .thenCommands(given({}))
  })
  test('on the 31st counts months to the last day of a shorter one', () => {
    const lastOfAugust = '2026-08-31T01:00:00.000Z'
    story
      .given(published(1, { certificate: { validityMonths: 6 } }))
      .whenHappened(completed({ at: lastOfAugust }))
      .thenCommands(
        given({
          at: lastOfAugust,
          validFrom: lastOfAugust,
          validUntil: '2027-02-28T01:00:00.000Z',
          awardedDate: '2026-08-31',
        }),
      )
  })
  test("awards it on the day it is in the organisation's zone", () => {
    const inShanghai = scenario(
      assemble(
        [needs, catalog, resources, delivery, credentials],
        {
          credentials: { zone: 'Asia/Shanghai' },
        },
        { trusted: true },
      ),
    )
    const evening = '2026-03-31T17:00:00.000Z'
    inShanghai
      .given(published(1, { certificate: { validityMonths: 1 } }))
      .whenHappened(completed({ at: evening }))
      .thenCommands(
        given({
          at: evening,
          validFrom: evening,
          validUntil: '2026-04-30T17:00:00.000Z',
          awardedDate: '2026-04-01',
        }),
      )
  })
  test('is certified on a ledger, and the certificate expires in its time', () => {
    const ledger = createLedger(training, {
      events: [published(1, { certificate: { validityMonths: 24 } }), completed()].map((event, at) => ({
        ...event,
        metadata: { eventId: `e-${at}`, commandId: `c-${at}`, schemaVersion: 1 },
      })),
    })
    const [issue] = training.react(ledger.events()[1] as never, ledger.events()).commands
    expect(isAccepted(ledger.executeForPolicy(issue as never))).toBe(true)
    ledger.advanceTo(end)
    expect(ledger.events().map(({ type }) => type)).toEqual([
      'CourseVersionPublished',
      'EnrolmentCompleted',
      'CertificateIssued',
      'RenewalReminderSent',
      'CertificateExpired',
    ])
  })
})

describe('a certificate whose ground is in doubt', () => {
  const flag = { type: 'FlagCertificate' as const, data: { at, certificateId, cause: 'complaint' } }
  const flagged = happened.CertificateFlagged({ ...whose, cause: 'complaint' })
  const clear = { type: 'ClearCertificateFlag' as const, data: { at, certificateId, reason } }

  test('is flagged once, and counts until somebody decides', () => {
    story.given(issued).when(flag).then(flagged)
    story.given(issued, flagged).when(flag).then()
    story.given(issued, revoked).when(flag).then()
    story.given().when(flag).thenRejected({ code: 'Unknown', what: 'certificate', id: certificateId })
    const known = fold(certificateKnown, [issued, flagged])
    expect([known.status, known.flagged]).toEqual(['valid', true])
  })
  test('stands once somebody has looked at it, or is revoked by them', () => {
    story
      .given(issued, flagged)
      .when(clear)
      .then(happened.CertificateFlagCleared({ ...whose, reason }))
    story.given(issued).when(clear).thenRejected({ code: 'NotFlagged', certificateId })
    story.given(issued, flagged, revoked).when(clear).thenRejected({ code: 'AlreadyRevoked', certificateId })
    story
      .given(issued, flagged)
      .when({ type: 'RevokeCertificate', data: { at, certificateId, reason } })
      .then(revoked)
  })
})

test('completing a version that grants competencies is an assessment by test, for as long as it says', () => {
  const grants = {
    competencies: [
      { frameworkId: 'f-1', competency: 'asking', level: 3, validityMonths: 12 },
      { frameworkId: 'f-1', competency: 'closing', level: 2 },
    ],
  }
  const granting = published(1, grants as never)
  const assess = (competency: string, level: number, more: object) => ({
    type: 'AssessCompetency',
    data: {
      at,
      learnerId,
      frameworkId: 'f-1',
      competencyAssessmentId: `o-1.ada.f-1.${competency}`,
      competency,
      level,
      source: 'test',
      assessedAt: at,
      offeringId,
      ...more,
    },
  })
  story
    .given(granting)
    .whenHappened(completed())
    .thenCommands(
      assess('asking', 3, { validUntil: '2027-03-01T01:00:00.000Z' }) as never,
      assess('closing', 2, {}) as never,
    )
})

describe('a completion judged anew', () => {
  const reassessed = (to: 'completed' | 'failed') =>
    deliveryEvents.make.CompletionReassessed({
      at,
      offeringId,
      learnerId,
      courseId,
      courseVersion: 1,
      closedAt: at,
      from: to === 'failed' ? 'completed' : 'failed',
      to,
      unmet: to === 'failed' ? ['attendance'] : [],
      ...(to === 'completed' ? { outcome: 'completed' as const } : {}),
      assessment: 'none',
      attendedMinutes: 10,
      scheduledMinutes: 240,
    })
  test('flags what was issued for it, and revokes nothing', () => {
    story
      .given(completed(), issued)
      .whenHappened(reassessed('failed'))
      .thenCommands({
        type: 'FlagCertificate',
        data: { at, certificateId, cause: 'completionReassessed', offeringId },
      })
    story.given(completed(), issued).whenHappened(reassessed('completed')).thenCommands()
    story.given(completed()).whenHappened(reassessed('failed')).thenCommands()
  })
  test('and one after all is in doubt no more, and dated as the completion is', () => {
    const granting = published(1, {
      certificate: { validityMonths: 24 },
      competencies: [{ frameworkId: 'f-1', competency: 'closing', level: 2 }],
    } as never)
    const theirs = happened.CertificateIssued({ ...certificate, certificateId: 'o-1.ada' })
    const shown = needsEvents.make.CompetencyAssessed({
      ...{ at, learnerId, frameworkId: 'f-1', frameworkVersion: 1, competency: 'closing' },
      ...{ competencyAssessmentId: 'o-1.ada.f-1.closing', scale: 'three', level: 2 },
      ...{ source: 'test', assessedAt: at, offeringId },
    })
    const endedAt = '2026-02-20T01:00:00.000Z'
    const cause = 'completionReassessed'
    const dated = {
      type: 'CorrectCertificate',
      data: {
        ...{ at, certificateId: 'o-1.ada', awardedDate: '2026-02-20', reason: cause },
        ...{ validFrom: endedAt, validUntil: '2028-02-20T01:00:00.000Z' },
      },
    }
    const cleared = {
      type: 'ClearCertificateFlag',
      data: { at, certificateId: 'o-1.ada', reason: cause, flaggedFor: cause },
    }
    const competencyAssessmentId = 'o-1.ada.f-1.closing'
    const assess = {
      type: 'AssessCompetency',
      data: {
        ...{ at, learnerId, frameworkId: 'f-1', competencyAssessmentId, competency: 'closing' },
        ...{ level: 2, source: 'test', assessedAt: endedAt, offeringId },
      },
    }
    const withdrawn = {
      type: 'WithdrawAssessment',
      data: { at, learnerId, competencyAssessmentId, reason: cause },
    }
    const judged = (from: 'completed' | 'failed') =>
      deliveryEvents.make.CompletionReassessed({ ...reassessed('completed').data, from, endedAt })
    story
      .given(granting, completed(), theirs, shown)
      .whenHappened(judged('failed'))
      .thenCommands(cleared, dated, assess)
    story
      .given(granting, completed(), theirs, shown)
      .whenHappened(judged('completed'))
      .thenCommands(dated, withdrawn, assess)
    story
      .given(theirs, happened.CertificateFlagged({ ...whose, certificateId: 'o-1.ada', cause: 'complaint' }))
      .when(cleared as never)
      .thenNothing()
  })
  test('withdraws what the completion had shown, and nobody else’s word', () => {
    const assessed = (competencyAssessmentId: string, more: object = {}) =>
      needsEvents.make.CompetencyAssessed({
        at,
        learnerId,
        frameworkId: 'f-1',
        frameworkVersion: 1,
        competencyAssessmentId,
        competency: 'closing',
        scale: 'three',
        level: 2,
        source: 'test',
        assessedAt: at,
        offeringId,
        ...more,
      })
    story
      .given(
        completed(),
        assessed('o-1.ada.f-1.closing'),
        assessed('seen', { source: 'supervisor', assessedBy: 'lin' }),
      )
      .whenHappened(reassessed('failed'))
      .thenCommands({
        type: 'WithdrawAssessment',
        data: {
          at,
          learnerId,
          competencyAssessmentId: 'o-1.ada.f-1.closing',
          reason: 'completionReassessed',
        },
      })
    story.given(assessed('o-1.ada.f-1.closing')).whenHappened(reassessed('completed')).thenCommands()
  })
  test('gives what a completion gives to who had completed it, once', () => {
    const granting = published(1, {
      certificate: { validityMonths: 24 },
      competencies: [{ frameworkId: 'f-1', competency: 'closing', level: 2 }],
    } as never)
    const corrected = { ...reassessed('completed').data, at: '2026-04-01T01:00:00.000Z' }
    const after = deliveryEvents.make.CompletionReassessed(corrected)
    const assess = {
      type: 'AssessCompetency',
      data: {
        at: after.data.at,
        learnerId,
        frameworkId: 'f-1',
        competencyAssessmentId: 'o-1.ada.f-1.closing',
        competency: 'closing',
        level: 2,
        source: 'test',
        assessedAt: at,
        offeringId,
      },
    }
    const issue = {
      type: 'IssueCertificate',
      data: {
        ...certificate,
        at: after.data.at,
        certificateId: 'o-1.ada',
        courseVersion: 1,
        serial: 'o-1.ada',
      },
    }
    story.given(granting).whenHappened(after).thenCommands(issue, assess)
    story.given(granting, issued).whenHappened(after).thenCommands(assess)
    story.given(granting).whenHappened(reassessed('failed')).thenCommands()
  })
  test('no longer certifies', () => {
    story
      .given(completed(), reassessed('failed'))
      .when({ type: 'IssueCertificate', data: certificate })
      .thenRejected({ code: 'NotEligible', learnerId, courseId })
    story.given(reassessed('completed')).when({ type: 'IssueCertificate', data: certificate }).then(issued)
  })
})

describe('how long a certificate is valid', () => {
  const inShanghai = assemble(
    [needs, catalog, resources, delivery, credentials],
    {
      credentials: { zone: 'Asia/Shanghai' },
    },
    { trusted: true },
  )
  /** The end of the certificate that a completion at that instant gives. */
  const until = (
    grant: NonNullable<Grants['certificate']>,
    completedAt: string,
    ...held: readonly Parameters<typeof inShanghai.react>[0][]
  ) => {
    const done = completed({ at: completedAt, offeringId: 'o-2' })
    const { commands } = inShanghai.react(done, [published(1, { certificate: grant }), ...held, done])
    return commands.map(({ data }) => (data as { validUntil?: string }).validUntil)
  }
  test('is until a day of the year, which is its last valid day, whenever it was earned', () => {
    const newYear = '2026-12-31T16:00:00.000Z'
    expect(until({ validUntilDayOfYear: '12-31' }, '2026-03-01T01:00:00.000Z')).toEqual([newYear])
    expect(until({ validUntilDayOfYear: '12-31' }, '2026-12-31T15:59:00.000Z')).toEqual([newYear])
    expect(until({ validUntilDayOfYear: '07-01' }, '2026-07-01T16:00:00.000Z')).toEqual([
      '2027-07-01T16:00:00.000Z',
    ])
    expect(until({ validUntilDayOfYear: '02-29' }, '2026-03-01T01:00:00.000Z')).toEqual([
      '2027-02-28T16:00:00.000Z',
    ])
  })
  test('is so many months and on to that day', () => {
    expect(until({ validityMonths: 12, validUntilDayOfYear: '07-01' }, '2026-07-02T01:00:00.000Z')).toEqual([
      '2028-07-01T16:00:00.000Z',
    ])
  })
  test('counts from the end of the certificate held, where the course says so and that end is near', () => {
    const grant = { validityMonths: 24, keepsEndWithinDays: 60 }
    expect(until(grant, '2028-01-20T01:00:00.000Z', issued)).toEqual(['2030-03-01T01:00:00.000Z'])
    expect(until(grant, '2027-12-31T00:59:00.000Z', issued)).toEqual(['2029-12-31T00:59:00.000Z'])
    expect(until({ validityMonths: 24 }, '2028-01-20T01:00:00.000Z', issued)).toEqual([
      '2030-01-20T01:00:00.000Z',
    ])
    expect(until(grant, '2028-01-20T01:00:00.000Z', issued, suspended)).toEqual(['2030-01-20T01:00:00.000Z'])
  })
})

test('an award that keeps the end of the one before follows it where that is put right, and so do those after it', () => {
  const ledger = createLedger(assemble(lifecycle, {}, { trusted: true }), {
    events: [published(1, { certificate: { validityMonths: 12, keepsEndWithinDays: 90 } })],
  })
  for (const [nth, day] of ['2026-03-01', '2027-02-01', '2028-01-15'].entries()) {
    ledger.append([completed({ at: `${day}T01:00:00.000Z`, offeringId: `o-${nth + 1}` })])
    ledger.advanceTo(`${day}T01:00:00.000Z`)
  }
  const ends = () => {
    const { certificates } = ledger.at(learnerRecord, learnerId) ?? learnerRecord.initial()
    return ['o-1', 'o-2', 'o-3'].map((of) => certificates[`${of}.${learnerId}`]?.validities[0]?.until)
  }
  expect(ends()).toEqual(['2027', '2028', '2029'].map((year) => `${year}-03-01T01:00:00.000Z`))
  const correct = (validUntil: string, commandId: string) =>
    ledger.executeWithPolicies({
      type: 'CorrectCertificate',
      data: {
        at: '2028-02-02T01:00:00.000Z',
        certificateId: `o-1.${learnerId}`,
        validFrom: '2026-03-01T01:00:00.000Z',
        validUntil,
        awardedDate: '2026-03-01',
        reason: 'It ran from the exam',
      },
      metadata: { commandId },
    } as never)
  correct('2027-03-20T01:00:00.000Z', 'c-1')
  expect(ends()).toEqual(['2027', '2028', '2029'].map((year) => `${year}-03-20T01:00:00.000Z`))
  correct('2027-08-01T01:00:00.000Z', 'c-2') // too far away to be kept
  expect(ends()).toEqual(['2027-08-01', '2028-02-01', '2029-02-01'].map((day) => `${day}T01:00:00.000Z`))
})

describe('the reminder to renew', () => {
  const send = {
    type: 'SendRenewalReminder' as const,
    data: { at, certificateId, learnerId, courseId, validUntil: end },
  }
  const sent = happened.RenewalReminderSent({ ...whose, validUntil: end })
  test('is sent once for each end, and not for one that is no longer the certificate’s', () => {
    story.given(issued).when(send).then(sent)
    story.given(issued, sent).when(send).then()
    story.given(issued, suspended).when(send).then()
    story
      .given(issued)
      .when({ ...send, data: { ...send.data, validUntil: '2027-01-01T00:00:00.000Z' } })
      .then()
    story.given().when(send).thenRejected({ code: 'Unknown', what: 'certificate', id: certificateId })
    story
      .given(issued)
      .when({ ...send, data: { ...send.data, learnerId: 'bo' } })
      .thenRejected({ code: 'Unknown', what: 'certificate', id: certificateId })
  })
  test('is not sent of a certificate that another of the course outlasts', () => {
    const another = (more: object) =>
      happened.CertificateIssued({ ...certificate, certificateId: 'c-2', serial: 'S-2', ...more })
    const later = another({ validUntil: '2030-03-01T01:00:00.000Z' })
    story.given(issued, later).when(send).then()
    story
      .given(issued, another({ validUntil: undefined }))
      .when(send)
      .then()
    story
      .given(issued, another({ validUntil: end }))
      .when(send)
      .then(sent)
    story
      .given(issued, another({ courseId: 'riding' }))
      .when(send)
      .then(sent)
    const equals = catalogEvents.make.EquivalenceDeclared({
      ...{ at, courseId: 'riding', countsAsId: courseId, effectiveFrom: '2026-01-01' },
    })
    story
      .given(issued, equals, another({ courseId: 'riding', validUntil: undefined }))
      .when(send)
      .then()
    const taken = happened.CertificateRevoked({ ...whose, certificateId: 'c-2', reason })
    story.given(issued, later, taken).when(send).then(sent)
  })
  test('names the successor of a retired course, and is not sent where there is none', () => {
    const retired = (more: object) => catalogEvents.make.CourseRetired({ at, courseId, ...more })
    story
      .given(issued, retired({ successorId: 'riding' }))
      .when(send)
      .then(happened.RenewalReminderSent({ ...sent.data, successorId: 'riding' } as never))
    story.given(issued, retired({})).when(send).then()
  })
  test('of a short validity comes at once', () => {
    const validUntil = '2026-03-31T01:00:00.000Z'
    story
      .given()
      .whenHappened(happened.CertificateIssued({ ...certificate, validUntil }))
      .thenDeadlines(
        {
          dueAt: validUntil,
          command: { type: 'ExpireCertificate', data: { at: validUntil, certificateId, validUntil } },
        },
        remind(at, validUntil),
      )
  })
})

describe('an id made of other ids', () => {
  test('tells apart what would read alike', () => {
    expect(derivedId('o-1', 'ada')).toBe('o-1.ada')
    expect(derivedId('o.1', 'ada')).not.toBe(derivedId('o', '1.ada'))
  })
  test('is short enough to be an id', () => {
    expect(derivedId('o'.repeat(128), 'l'.repeat(128)).length).toBeLessThanOrEqual(128)
    expect(derivedId('o'.repeat(128), 'a')).not.toBe(derivedId('o'.repeat(128), 'b'))
  })
})
