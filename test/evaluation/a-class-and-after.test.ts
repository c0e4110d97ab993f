import { createLedger, isRejected, kirkpatrick, kirkpatrickFigures } from 'training-ops'
import { expect, test } from 'vitest'
import { received } from '../received.ts'
import {
  at,
  evaluationId,
  instrument,
  offeringId,
  plan,
  programId,
  session,
  training,
  zone,
} from './a-study.ts'

const version = (instrumentId: string) => ({ instrumentId, version: 1 })
const learners = ['ada', 'bo', 'cy']

const aClass = (ofProgram: object) => {
  const ledger = createLedger(training)
  let asked = 0
  const ask = (type: string, data: object) => {
    asked++
    const command = received(training, { type, data, metadata: { commandId: `c-${asked}` } })
    return ledger.executeWithPolicies(command).map(({ command, verdict }) => {
      expect(isRejected(verdict) ? [command.type, verdict.left] : undefined).toBeUndefined()
      return command.type as string
    })
  }
  for (const instrumentId of ['smile', 'conduct'])
    ask('PublishInstrumentVersion', { ...instrument, instrumentId })
  ask('PlanEvaluationStudy', {
    ...plan,
    instruments: { reaction: version('smile'), followUp: version('conduct') },
  })
  ask('ScheduleOffering', {
    at,
    offeringId,
    courseId: 'selling',
    courseVersion: 1,
    ...ofProgram,
    title: 'Selling',
    modality: 'classroom',
    sessions: [session],
    capacity: { min: 1 },
    completionRule: { require: 'all', of: [] },
  })
  ask('OpenEnrolment', { at, offeringId })
  for (const learnerId of learners) ask('RequestEnrolment', { at, offeringId, learnerId, source: 'self' })
  ask('ConfirmOffering', { at, offeringId })
  for (const learnerId of learners)
    ask('RecordAttendance', {
      at: session.end,
      offeringId,
      learnerId,
      sessionId: session.sessionId,
      minutes: learnerId === 'cy' ? 0 : 480,
      status: learnerId === 'cy' ? 'absent' : 'present',
    })
  ask('DeliverSession', {
    at: session.end,
    offeringId,
    sessionId: session.sessionId,
    actualStart: session.start,
    actualEnd: session.end,
  })
  return { ledger, ask }
}
const complete = { at: '2026-04-07T01:00:00.000Z', offeringId }

test('a class that is over asks those who came, at once and two months later', () => {
  const { ledger, ask } = aClass({ programId })
  expect(ask('CompleteOffering', complete)).toEqual([
    'CompleteOffering',
    'OpenAdministration',
    'InviteRespondent',
    'InviteRespondent',
    'ScheduleFollowUp',
    'ScheduleFollowUp',
  ])
  for (const learnerId of ['ada', 'bo'])
    ask('SubmitResponse', {
      at: '2026-04-08T01:00:00.000Z',
      administrationId: `${evaluationId}.${offeringId}.reaction`,
      respondentId: learnerId,
      learnerId,
      answers: [{ itemId: 'clear', value: 5 }],
    })
  const twoMonthsLater = ledger
    .advanceTo('2026-06-06T09:00:00.000Z')
    .filter(({ command }) => ['OpenAdministration', 'InviteRespondent'].includes(command.type))
  expect(twoMonthsLater.map(({ command, verdict }) => [command.type, isRejected(verdict)])).toEqual([
    ['OpenAdministration', false],
    ['InviteRespondent', false],
    ['InviteRespondent', false],
  ])
  const program = ledger.project(kirkpatrick)[programId] ?? kirkpatrick.initial()
  const figures = new Map(kirkpatrickFigures(program).map(({ figure, result }) => [figure, result]))
  expect(figures.get('M30:smile/1')).toEqual({ status: 'suppressed', n: 2, k: 3 })
  expect(figures.get('M60:self')).toEqual({
    status: 'undefined',
    reason: { code: 'ZeroDenominator', what: 'observed' },
  })
})

test('who turns out to have been there, or not, by the day behaviour is asked about is asked then, or not', () => {
  const { ledger, ask } = aClass({ programId })
  ask('CompleteOffering', complete)
  ledger.advanceTo('2026-05-01T01:00:00.000Z')
  const correct = (learnerId: string, minutes: number) =>
    ask('CorrectAttendance', {
      ...{ at: '2026-05-01T01:00:00.000Z', offeringId, learnerId, sessionId: session.sessionId, minutes },
      ...{ status: minutes > 0 ? 'present' : 'absent', correctedBy: 'lin', reason: 'The wrong list' },
    })
  correct('bo', 0)
  correct('cy', 480)
  const asked = ledger
    .advanceTo('2026-06-06T09:00:00.000Z')
    .filter(({ command }) => command.type === 'InviteRespondent')
  expect(asked.map(({ command, verdict }) => [command.data, isRejected(verdict)])).toEqual([
    [expect.objectContaining({ learnerId: 'ada' }), false],
    [expect.objectContaining({ learnerId: 'cy' }), false],
  ])
})

test('a class of no program asks nobody', () => {
  expect(aClass({}).ask('CompleteOffering', complete)).toEqual(['CompleteOffering'])
})

test('the follow-up window counts in the zone of the class', () => {
  expect(session.zone).toBe(zone)
  const { ledger, ask } = aClass({ programId })
  ask('CompleteOffering', complete)
  const scheduled = ledger.events().find(({ type }) => type === 'FollowUpScheduled')
  expect(scheduled?.data).toMatchObject({
    from: '2026-05-06T09:00:00.000Z',
    dueAt: '2026-06-06T09:00:00.000Z',
    to: '2026-07-06T09:00:00.000Z',
  })
})
