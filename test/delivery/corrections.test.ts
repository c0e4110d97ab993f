/** Every recorded fact can be put right: by whom, why and when; what hung on it follows, and the same again changes nothing. */
import {
  assemble,
  createLedger,
  enrolmentRecord,
  isAccepted,
  learnerRecord,
  lifecycle,
  offeringRecord,
  redacted,
  rewardRecord,
  trainingStatistics,
} from 'training-ops'
import { expect, test } from 'vitest'
import { monday, schedule, tuesday } from './an-offering.ts'

const training = assemble(lifecycle, { culture: { pointsPerCompletion: 10 } }, { trusted: true })
const march = '2026-03-01T01:00:00.000Z'
const later = '2026-04-20T01:00:00.000Z'
const why = { correctedBy: 'lin', reason: 'The sign-in sheet says otherwise' }

type Told = { readonly type: string; readonly data: Readonly<Record<string, unknown>> }
const host = () => {
  const ledger = createLedger(training)
  let n = 0
  const ask = (type: string, data: object): readonly string[] =>
    ledger
      .executeWithPolicies({
        type,
        data: { at: march, ...data },
        metadata: { commandId: `c-${++n}` },
      } as never)
      .flatMap(({ verdict }) =>
        isAccepted(verdict)
          ? (verdict.right as unknown as readonly Told[]).map(({ type }) => type)
          : [(verdict.left as { code: string }).code],
      )
  return { ledger, ask }
}
/** Ada sat in it for two days, on the second of which there was a test; Tom taught it. */
const aClass = (more: object = {}) => {
  const { ledger, ask } = host()
  const of = { offeringId: 'o-1' }
  ask('RegisterResource', { resourceId: 'tom', kind: 'trainer', title: 'Tom' })
  ask('RegisterResource', { resourceId: 'tea', kind: 'trainer', title: 'Tea' })
  ask('PublishIncentiveScheme', {
    version: 1,
    effectiveFrom: '2026-01-01',
    pointsPerSession: 5,
    pointsPerHour: 1,
    pointsPerSharing: 0,
    ratings: [],
  })
  ask('ScheduleOffering', {
    ...schedule,
    kind: 'knowledgeSharing',
    sessions: [{ ...monday, trainerIds: ['tom'] }, tuesday],
    ...more,
  })
  ask('OpenEnrolment', of)
  ask('RequestEnrolment', { ...of, learnerId: 'ada', source: 'self' })
  ask('ConfirmOffering', of)
  for (const { sessionId, start, end } of [monday, tuesday]) {
    ask('DeliverSession', { ...of, at: end, sessionId, actualStart: start, actualEnd: end })
    ask('RecordAttendance', { ...of, at: end, sessionId, learnerId: 'ada', minutes: 400, status: 'present' })
  }
  ledger.advanceTo('2026-04-16T00:00:00.000Z')
  const points = (learnerId: string) => ledger.project(rewardRecord)[learnerId]?.points ?? 0
  const status = () => ledger.project(enrolmentRecord)['o-1 ada']?.status
  return { ledger, ask, points, status, of: { ...of, at: later } }
}

test('who taught a session is put right, and what was earned for teaching goes to who did', () => {
  const { ask, points, of } = aClass()
  expect([points('tom'), points('tea')]).toEqual([13, 0])
  const correction = { ...of, ...why, sessionId: monday.sessionId, trainerIds: ['tea'] }
  expect(ask('CorrectDelivery', correction)).toEqual(['DeliveryCorrected', 'PointsReversed', 'PointsEarned'])
  expect([points('tom'), points('tea')]).toEqual([0, 13])
  expect(ask('CorrectDelivery', correction)).toEqual([])
  ask('CorrectDelivery', { ...correction, trainerIds: ['tom'] })
  expect([points('tom'), points('tea')]).toEqual([13, 0])
})

test('when a session was held is put right, and every attempt is judged anew by it', () => {
  const { ledger, ask, status, of } = aClass()
  expect(status()).toBe('completed')
  const correction = { ...of, ...why, sessionId: monday.sessionId, actualEnd: '2026-04-06T13:00:00.000Z' }
  expect(ask('CorrectDelivery', correction)).toContain('CompletionReassessed')
  expect(status()).toBe('failed')
  expect(ledger.project(learnerRecord).ada?.completions['o-1']?.revokedAt).toBe(later)
  expect(ledger.project(offeringRecord)['o-1']?.calendar[monday.sessionId]).toMatchObject({
    actualEnd: '2026-04-06T13:00:00.000Z',
  })
  expect(ask('CorrectDelivery', { ...correction, actualEnd: monday.start })).toEqual([
    'SessionEndsBeforeItStarts',
  ])
  expect(ask('CorrectDelivery', { ...correction, sessionId: 'none' })).toEqual(['Unknown'])
  expect(ask('CorrectDelivery', { ...correction, actualEnd: '2026-05-01T01:00:00.000Z' })).toEqual([
    'SessionNotOver',
  ])
})

test('hours are of the day on which the session was held, in the figures too', () => {
  const { ledger, ask, of } = aClass()
  const hoursOf = (from: string, to: string) =>
    trainingStatistics({
      offerings: ledger.project(offeringRecord),
      enrolments: ledger.project(enrolmentRecord),
      workforce: [{ learnerId: 'ada', hiredOn: '2020-01-01', segment: {} }],
      ...{ asOf: '2026-06-01T00:00:00.000Z', zone: 'Asia/Shanghai', period: { from, to } },
    } as never).M03
  expect(hoursOf('2026-04-07', '2026-05-01')).toMatchObject({ value: 400 / 60 })
  const held = { actualStart: '2026-04-05T01:00:00.000Z', actualEnd: '2026-04-05T09:00:00.000Z' }
  ask('CorrectDelivery', { ...of, ...why, sessionId: tuesday.sessionId, ...held })
  expect(hoursOf('2026-04-05', '2026-04-06')).toMatchObject({ value: 400 / 60 })
  expect(hoursOf('2026-04-07', '2026-05-01')).toMatchObject({ value: 0 })
})

test('attendance that is put right to what it was changes nothing', () => {
  const { ask, of } = aClass()
  const same = {
    ...of,
    ...why,
    learnerId: 'ada',
    sessionId: monday.sessionId,
    minutes: 400,
    status: 'present',
  }
  expect(ask('CorrectAttendance', same)).toEqual([])
  expect(ask('CorrectAttendance', { ...same, minutes: 10 })).toEqual(
    expect.arrayContaining(['AttendanceCorrected', 'CompletionReassessed']),
  )
})

test('an incident is put right, or retracted, and is on no board then', () => {
  const { ledger, ask, of } = aClass()
  const incident = { ...of, incidentId: 'i-1', kind: 'venue' }
  const board = () => ledger.project(offeringRecord)['o-1']?.incidents['i-1']
  ask('ReportIncident', incident)
  expect(ask('CorrectIncident', { ...incident, ...why })).toEqual([])
  expect(ask('CorrectIncident', { ...incident, ...why, kind: 'platform' })).toEqual(['IncidentCorrected'])
  expect(board()).toMatchObject({ kind: 'platform' })
  expect(ask('RetractIncident', { ...of, ...why, incidentId: 'i-1' })).toEqual(['IncidentRetracted'])
  expect(ask('RetractIncident', { ...of, ...why, incidentId: 'i-1' })).toEqual([])
  expect(ask('CorrectIncident', { ...incident, ...why, kind: 'venue' })).toEqual(['IllegalTransition'])
  expect(ask('RetractIncident', { ...of, ...why, incidentId: 'i-2' })).toEqual(['Unknown'])
  expect(board()).toBe(undefined)
})

test('nobody puts right a fact about themselves', () => {
  const { ledger, ask, of } = aClass()
  const own = { ...of, learnerId: 'ada', correctedBy: 'ada', reason: 'I was there' }
  const length = () => ledger.events().length
  ask('ReportIncident', { ...of, incidentId: 'i-1', kind: 'conduct', learnerId: 'ada' })
  const before = length()
  const attended = { sessionId: monday.sessionId, minutes: 480, status: 'present' }
  expect(ask('CorrectAttendance', { ...own, ...attended })).toEqual(['ApprovalRequired'])
  const incident = { ...of, incidentId: 'i-1', correctedBy: 'ada', reason: 'I was not' }
  expect(ask('CorrectIncident', { ...incident, kind: 'venue' })).toEqual(['ApprovalRequired'])
  expect(ask('RetractIncident', incident)).toEqual(['ApprovalRequired'])
  expect(length()).toBe(before)
  expect(ask('CorrectIncident', { ...incident, correctedBy: 'lin', kind: 'venue' })).toEqual([
    'IncidentCorrected',
  ])
})

test('the words of an incident are not compared: said again they are recorded, and erasing them changes no answer', () => {
  const { ledger, ask, of } = aClass()
  const incident = { ...of, incidentId: 'i-1', kind: 'venue' }
  const described = { ...incident, ...why, description: 'Ada fell ill' }
  ask('ReportIncident', incident)
  expect(ask('CorrectIncident', described)).toEqual(['IncidentCorrected'])
  const again = { type: 'CorrectIncident', data: described, metadata: { commandId: 'z' } }
  const erased = ledger.events().map((event) => redacted(training, event))
  const answer = training.decide(again as never, ledger.events())
  expect(isAccepted(answer) && answer.right.length).toBe(1)
  expect(training.decide(again as never, erased)).toEqual(answer)
  expect(ask('CorrectIncident', described)).toEqual(['IncidentCorrected'])
  expect(ask('CorrectIncident', { ...incident, ...why })).toEqual(['IncidentCorrected'])
  expect(ask('CorrectIncident', { ...incident, ...why })).toEqual([])
})

test('an interaction is put right, or taken out', () => {
  const { ledger, ask, of } = aClass()
  const seen = { ...of, sessionId: monday.sessionId, kind: 'question' }
  const board = () => ledger.project(offeringRecord)['o-1']?.interactions[monday.sessionId]?.question
  ask('RecordInteraction', { ...seen, observed: { count: 30 } })
  expect(ask('CorrectInteraction', { ...seen, ...why, was: { count: 30 }, observed: { count: 30 } })).toEqual(
    [],
  )
  expect(ask('CorrectInteraction', { ...seen, ...why, was: { count: 30 }, observed: { count: 3 } })).toEqual([
    'InteractionCorrected',
  ])
  expect(board()).toMatchObject({ count: 3 })
  expect(ask('CorrectInteraction', { ...seen, ...why, was: { count: 30 } })).toEqual(['Unknown'])
  ask('CorrectInteraction', { ...seen, ...why, was: { count: 3 } })
  expect(board()).toMatchObject({ count: 0 })
})

test('an offering that never was is taken out, with all that hung on it', () => {
  const { ledger, ask, points, status, of } = aClass()
  expect([points('ada'), points('tom')]).toEqual([10, 13])
  const led = ask('VoidOffering', { ...of, ...why })
  expect(led).toEqual(expect.arrayContaining(['OfferingVoided', 'CompletionReassessed', 'PointsReversed']))
  expect(status()).toBe('cancelled')
  expect([points('ada'), points('tom')]).toEqual([0, 0])
  expect(ledger.project(learnerRecord).ada?.completions['o-1']?.revokedAt).toBe(later)
  const figures = trainingStatistics({
    offerings: ledger.project(offeringRecord),
    enrolments: ledger.project(enrolmentRecord),
    workforce: [{ learnerId: 'ada', hiredOn: '2020-01-01', segment: {} }],
    ...{
      asOf: '2026-06-01T00:00:00.000Z',
      zone: 'Asia/Shanghai',
      period: { from: '2026-01-01', to: '2027-01-01' },
    },
  } as never)
  expect(figures.M03).toMatchObject({ value: 0 })
  expect(figures.M06).toMatchObject({ status: 'undefined' })
  expect(ask('VoidOffering', { ...of, ...why })).toEqual([])
  expect(ask('VoidOffering', { ...of, ...why, offeringId: 'none' })).toEqual(['Unknown'])
})

test('a no-show was there for nothing of the class, whether that was marked or not', () => {
  const rateOf = (marked: boolean) => {
    const { ledger, ask } = host()
    const of = { offeringId: 'o-1' }
    const { start, end, sessionId } = monday
    ask('ScheduleOffering', { ...schedule, sessions: [monday] })
    ask('OpenEnrolment', of)
    for (const learnerId of ['ada', 'bob']) ask('RequestEnrolment', { ...of, learnerId, source: 'self' })
    ask('ConfirmOffering', of)
    ask('DeliverSession', { ...of, at: end, sessionId, actualStart: start, actualEnd: end })
    const entry = { ...of, at: end, sessionId }
    ask('RecordAttendance', { ...entry, learnerId: 'ada', minutes: 480, status: 'present' })
    if (marked) ask('RecordAttendance', { ...entry, learnerId: 'bob', minutes: 0, status: 'absent' })
    ledger.advanceTo('2026-06-01T00:00:00.000Z')
    return trainingStatistics({
      offerings: ledger.project(offeringRecord),
      enrolments: ledger.project(enrolmentRecord),
      workforce: ['ada', 'bob'].map((learnerId) => ({ learnerId, hiredOn: '2020-01-01', segment: {} })),
      period: { from: '2026-01-01', to: '2027-01-01' },
      asOf: '2026-06-01T00:00:00.000Z',
      zone: monday.zone,
    }).M08
  }
  expect(rateOf(false)).toEqual(rateOf(true))
  expect(rateOf(false)).toMatchObject({ value: 0.5, n: 2 })
})
