/** An attempt is judged by the class as it was held, and dated by the instant its last criterion was met. */

import { assemble, createLedger, enrolment, isAccepted, isRejected, lifecycle } from 'training-ops'
import { describe, expect, test } from 'vitest'
import { at, monday, offeringId, schedule, training, tuesday } from './an-offering.ts'

const closing = '2026-04-20T01:00:00.000Z'
const exam = {
  kind: 'result',
  instrumentId: 'exam',
  mastery: 700,
  maxAttempts: 2,
  retakeAfterDays: 14,
} as const
const attendance = { kind: 'attendance', atLeast: 8000 } as const

const host = (more: object = {}) => {
  const ledger = createLedger(training)
  let asked = 0
  const ask = (type: string, data: object) => {
    const command = { type, data: { at, offeringId, ...data }, metadata: { commandId: `c-${++asked}` } }
    const verdicts = ledger.executeWithPolicies(command as never).map(({ verdict }) => verdict)
    return verdicts[0] as (typeof verdicts)[number]
  }
  ask('ScheduleOffering', { ...schedule, enrolmentCloses: undefined, ...more })
  ask('OpenEnrolment', {})
  ask('RequestEnrolment', { learnerId: 'ada', source: 'self' })
  ask('ConfirmOffering', {})
  const hold = ({ sessionId, start, end }: typeof monday, actualEnd = end) =>
    ask('DeliverSession', { at: actualEnd, sessionId, actualStart: start, actualEnd })
  const was = ({ sessionId, end }: typeof monday, minutes: number, more: object = {}) =>
    ask('RecordAttendance', { at: end, learnerId: 'ada', sessionId, minutes, status: 'present', ...more })
  const close = (learnerId = 'ada') => {
    const verdict = ask('CloseEnrolment', { at: closing, learnerId })
    return isAccepted(verdict) ? verdict.right[0] : verdict.left
  }
  const status = (learnerId = 'ada') => ledger.project(enrolment)[`${offeringId} ${learnerId}`]?.status
  return { ask, hold, was, close, status }
}

describe('a completion', () => {
  test('is dated by the end of the session that made the share, whenever it is closed or recorded', () => {
    const { hold, was, close } = host()
    hold(monday)
    hold(tuesday)
    was(tuesday, 480, { at: closing })
    was(monday, 480, { at: closing })
    expect(close()).toMatchObject({ type: 'EnrolmentCompleted', data: { at: tuesday.end } })
  })
  test('is dated by the try that reached the mark, where that came last', () => {
    const { ask, hold, was, close } = host({ completionRule: { require: 'all', of: [attendance, exam] } })
    for (const session of [monday, tuesday]) {
      hold(session)
      was(session, 480)
    }
    const passed = '2026-04-08T01:00:00.000Z'
    ask('RecordResult', { at: passed, learnerId: 'ada', instrumentId: 'exam', attempt: 1, scaled: 700 })
    expect(close()).toMatchObject({ type: 'EnrolmentCompleted', data: { at: passed, outcome: 'passed' } })
  })
  test('of any of several criteria is dated by the first that was met', () => {
    const { ask, hold, was, close } = host({ completionRule: { require: 'any', of: [attendance, exam] } })
    const passed = '2026-04-06T05:00:00.000Z'
    ask('RecordResult', { at: passed, learnerId: 'ada', instrumentId: 'exam', attempt: 1, scaled: 900 })
    for (const session of [monday, tuesday]) {
      hold(session)
      was(session, 480)
    }
    expect(close()).toMatchObject({ data: { at: passed } })
  })
})

describe('the class as it was held', () => {
  test('that ended early asks for no more than it lasted', () => {
    const { hold, was, close } = host({ sessions: [monday] })
    const noon = '2026-04-06T05:00:00.000Z'
    hold(monday, noon)
    was(monday, 240)
    expect(close()).toMatchObject({
      type: 'EnrolmentCompleted',
      data: { at: noon, attendedMinutes: 240, scheduledMinutes: 240 },
    })
  })
  test('that ran longer counts as long as it ran', () => {
    const { hold, was } = host({ sessions: [monday] })
    const late = '2026-04-06T10:00:00.000Z'
    hold(monday, late)
    expect(was(monday, 540, { at: late })).toMatchObject({ _tag: 'Right' })
    expect(was(monday, 541, { at: late })).toMatchObject({ _tag: 'Left' })
  })
  test('caps minutes that were put down before it was known how long it ran', () => {
    const { hold, was, close } = host({ sessions: [monday] })
    was(monday, 480)
    hold(monday, '2026-04-06T05:00:00.000Z')
    expect(close()).toMatchObject({ data: { attendedMinutes: 240, scheduledMinutes: 240 } })
  })
})

describe('who comes when the class is under way', () => {
  const admit = (learnerId: string, source: 'walkIn' | 'lateJoiner', sessionId: string, when: string) => ({
    ...{ at: when, learnerId, source, sessionId },
    admittedBy: 'trainer',
  })
  test('is measured from the first session they take part in', () => {
    const { ask, hold, was, close } = host()
    hold(monday)
    const joins = ask('AdmitLearner', admit('cyd', 'lateJoiner', tuesday.sessionId, monday.end))
    expect(isAccepted(joins) && joins.right).toMatchObject([
      { type: 'EnrolmentRequested', data: { source: 'lateJoiner' } },
      { type: 'LearnerEnrolled', data: { since: tuesday.start, scheduledMinutes: 480 } },
    ])
    hold(tuesday)
    was(tuesday, 400, { learnerId: 'cyd' })
    expect(close('cyd')).toMatchObject({ type: 'EnrolmentCompleted', data: { scheduledMinutes: 480 } })
  })
  test('and sat in the room is put on the register after the end as well, and closed like the others', () => {
    const { ask, hold, was, status } = host({ sessions: [monday] })
    hold(monday)
    const evening = '2026-04-06T12:00:00.000Z'
    expect(isAccepted(ask('AdmitLearner', admit('wim', 'walkIn', monday.sessionId, evening)))).toBe(true)
    was(monday, 480, { at: evening, learnerId: 'wim' })
    expect(status('wim')).toBe('enrolled')
    expect(isRejected(ask('AdmitLearner', admit('late', 'lateJoiner', monday.sessionId, evening)))).toBe(true)
  })
  test.each(['waitlisted', 'requested'])(
    'may have waited for a seat in vain (%s): they leave the line and are put on the register',
    (status) => {
      const {
        ask,
        status: statusOf,
        hold,
      } = host({
        capacity: { min: 0, max: 2 },
        approval: status === 'requested' ? 'required' : 'automatic',
      })
      if (status === 'waitlisted') ask('RequestEnrolment', { learnerId: 'bo', source: 'self' })
      ask('RequestEnrolment', { learnerId: 'cyd', source: 'self' })
      expect(statusOf('cyd')).toBe(status)
      hold(monday)
      const joins = admit('cyd', 'lateJoiner', tuesday.sessionId, monday.end)
      if (status === 'waitlisted') {
        expect(ask('AdmitLearner', joins)).toMatchObject({ left: { code: 'SeatsExhausted' } })
        ask('WithdrawEnrolment', { at: monday.end, learnerId: 'bo' })
      }
      const admitted = ask('AdmitLearner', joins)
      expect(isAccepted(admitted) && admitted.right).toMatchObject([
        { type: 'LearnerWithdrew', data: { learnerId: 'cyd', from: status, late: false } },
        { type: 'EnrolmentRequested', data: { source: 'lateJoiner' } },
        { type: 'LearnerEnrolled', data: { learnerId: 'cyd', since: tuesday.start } },
      ])
      expect(ask('AdmitLearner', joins)).toMatchObject({ left: { code: 'AlreadyEnrolled' } })
    },
  )
  test('needs a seat, and somebody else who admits them', () => {
    const { ask } = host({ capacity: { min: 0, max: 1 } })
    const admitted = admit('wim', 'walkIn', monday.sessionId, monday.end)
    expect(ask('AdmitLearner', admitted)).toMatchObject({ left: { code: 'SeatsExhausted', capacity: 1 } })
    expect(ask('AdmitLearner', { ...admitted, admittedBy: 'wim' })).toMatchObject({
      left: { code: 'ApprovalRequired' },
    })
  })
})

describe('after the attempt was closed', () => {
  const failed = () => {
    const here = host({ sessions: [monday], completionRule: { require: 'all', of: [attendance, exam] } })
    here.hold(monday)
    here.was(monday, 480)
    const result = (attempt: number, scaled: number, when: string) =>
      here.ask('RecordResult', { at: when, learnerId: 'ada', instrumentId: 'exam', attempt, scaled })
    result(1, 640, monday.end)
    here.close()
    return { ...here, result }
  }
  const day14 = '2026-04-20T09:00:00.000Z'
  test('a retake within the rule is recorded, and the attempt judged anew', () => {
    const { result, status } = failed()
    expect(status()).toBe('failed')
    expect(result(2, 810, '2026-04-12T09:00:00.000Z')).toMatchObject({ left: { code: 'RetakeTooSoon' } })
    expect(result(2, 810, day14)).toMatchObject({
      right: [
        { type: 'ResultRecorded' },
        { type: 'CompletionReassessed', data: { to: 'completed', endedAt: day14 } },
      ],
    })
    expect(result(3, 900, '2026-06-20T09:00:00.000Z')).toMatchObject({ left: { code: 'AttemptsExhausted' } })
  })
  test('what was recorded of somebody else is taken out, the last try first, and the attempt is judged anew', () => {
    const { ask, result, status } = failed()
    result(2, 810, day14)
    expect(status()).toBe('completed')
    const takeOut = (retracted: object, more: object = {}) =>
      ask('RetractProgress', {
        ...{ at: day14, learnerId: 'ada', retracted, correctedBy: 'lin', reason: 'It was Bo’s paper' },
        ...more,
      })
    const second = { kind: 'result', instrumentId: 'exam', attempt: 2 }
    expect(takeOut({ ...second, attempt: 1 })).toMatchObject({
      left: { code: 'LaterAttemptStands', attempt: 1, last: 2 },
    })
    expect(takeOut(second, { correctedBy: 'ada' })).toMatchObject({ left: { code: 'ApprovalRequired' } })
    expect(takeOut(second)).toMatchObject({
      right: [{ type: 'ProgressRetracted' }, { type: 'CompletionReassessed', data: { to: 'failed' } }],
    })
    expect(status()).toBe('failed')
    expect(takeOut(second)).toMatchObject({ right: [] })
    expect(result(2, 820, day14)).toMatchObject({
      right: [{ type: 'ResultRecorded' }, { type: 'CompletionReassessed' }],
    })
    expect(status()).toBe('completed')
  })
  test('a waiver that was none is taken back; so are a module and an answer', () => {
    const { ask, status } = failed()
    const who = { at: day14, learnerId: 'ada' }
    ask('WaiveRequirement', { ...who, waives: ['result'], grounds: 'equivalent', waivedBy: 'lin' })
    expect(status()).toBe('completed')
    const takeOut = (retracted: object) =>
      ask('RetractProgress', { ...who, retracted, correctedBy: 'lin', reason: 'Of another course' })
    expect(takeOut({ kind: 'waiver', waived: 'attendance' })).toMatchObject({ right: [] })
    takeOut({ kind: 'waiver', waived: 'result' })
    expect(status()).toBe('failed')
    for (const [type, field, kind] of [
      ['RecordModuleDone', 'module', 'module'],
      ['RecordResponse', 'instrumentId', 'response'],
    ] as const) {
      const data = { [field]: 'reading' }
      expect(takeOut({ kind, ...data })).toMatchObject({ right: [] })
      ask(type, { ...who, ...data })
      expect(takeOut({ kind, ...data })).toMatchObject({ right: [{ type: 'ProgressRetracted' }] })
      expect(ask(type, { ...who, ...data })).toMatchObject({ right: [{}] })
    }
  })
  test('an appeal that is upheld counts from the try itself; the same score again changes nothing', () => {
    const { ask, status } = failed()
    const correct = (scaled: number, more: object = {}) =>
      ask('CorrectResult', {
        ...{ at: day14, learnerId: 'ada', instrumentId: 'exam', attempt: 1, scaled, reason: 'Regraded' },
        ...{ correctedBy: 'lin', ...more },
      })
    expect(correct(640)).toMatchObject({ right: [] })
    expect(correct(710, { attempt: 2 })).toMatchObject({ left: { code: 'ResultNotRecorded' } })
    expect(correct(710, { correctedBy: 'ada' })).toMatchObject({ left: { code: 'ApprovalRequired' } })
    expect(correct(710)).toMatchObject({
      right: [
        { type: 'ResultCorrected', data: { was: 640 } },
        { type: 'CompletionReassessed', data: { to: 'completed', endedAt: monday.end } },
      ],
    })
    expect(status()).toBe('completed')
    correct(500)
    expect(status()).toBe('failed')
  })
  test('a waiver judges it anew', () => {
    const { ask, status } = failed()
    ask('WaiveRequirement', {
      ...{ at: day14, learnerId: 'ada', waives: ['result'], grounds: 'administrative', waivedBy: 'lin' },
    })
    expect(status()).toBe('completed')
  })
})

test('a retake that comes after the closing of attempts is advised against when the class is scheduled', () => {
  const verdict = createLedger(training).execute({
    type: 'ScheduleOffering',
    data: { ...schedule, completionRule: { require: 'all', of: [exam] } },
    metadata: { commandId: 'c' },
  } as never)
  expect(verdict).toMatchObject({
    advisories: [{ code: 'RetakeAfterClosing', closingGraceDays: 7 }, { code: 'CourseNotPublished' }],
  })
})

test('each of the tries that the rule allows is looked at, of every test', () => {
  const advised = (closingGraceDays: number, ...of: readonly object[]) => {
    const system = assemble(lifecycle, { delivery: { closingGraceDays } }, { trusted: true })
    const verdict = createLedger(system).execute({
      type: 'ScheduleOffering',
      data: { ...schedule, completionRule: { require: 'all', of } },
      metadata: { commandId: 'c' },
    } as never)
    const { advisories = [] } = verdict as unknown as { advisories?: readonly { code: string }[] }
    return advisories.filter(({ code }) => code === 'RetakeAfterClosing')
  }
  const test = (instrumentId: string, more: object) => ({
    kind: 'result',
    instrumentId,
    mastery: 700,
    ...more,
  })
  const three = test('three', { maxAttempts: 3, retakeAfterDays: 5 })
  expect(advised(10, three)).toEqual([])
  expect(advised(9, three)).toMatchObject([{ instrumentId: 'three', attempt: 3, comesAfterDays: 10 }])
  expect(advised(4, three)).toMatchObject([{ attempt: 2, comesAfterDays: 5 }])
  expect(advised(9, three, test('one', { maxAttempts: 1, retakeAfterDays: 20 }))).toHaveLength(1)
  expect(advised(9, three, test('two', { maxAttempts: 2, retakeAfterDays: 12 }))).toMatchObject([
    { instrumentId: 'three' },
    { instrumentId: 'two', attempt: 2, comesAfterDays: 12 },
  ])
  expect(advised(9, test('open', { retakeAfterDays: 5 }))).toEqual([])
  expect(advised(4, test('open', { retakeAfterDays: 5 }))).toMatchObject([{ attempt: 2, comesAfterDays: 5 }])
  expect(advised(0, test('at once', { maxAttempts: 9 }))).toEqual([])
})
