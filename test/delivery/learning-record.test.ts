import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'
import {
  asked,
  at,
  confirmed,
  enrolled,
  happened,
  held,
  monday,
  offeringId,
  open,
  seat,
  training,
  tuesday,
} from './an-offering.ts'

const story = scenario(training)
const one = (learnerId: string) => ({ at, offeringId, learnerId })
const later = '2026-04-20T01:00:00.000Z'
const attendance = (minutes: number, session = monday) => ({
  ...one('ada'),
  at: session.end,
  sessionId: session.sessionId,
  minutes,
  status: 'present' as const,
  method: 'rollCall',
})
const came = (minutes: number, session = monday) =>
  happened.AttendanceRecorded({ ...attendance(minutes, session), on: session.start.slice(0, 10) })
const over = [...open, ...enrolled('ada'), confirmed, held(monday, 1), held(tuesday, 0)] as const
const course = { courseId: 'selling', courseVersion: 1, programId: 'p-1', scheduledMinutes: 960 }

describe('correcting attendance', () => {
  const correct = (minutes: number, more: object = {}) => ({
    type: 'CorrectAttendance' as const,
    data: { ...attendance(minutes), at: later, correctedBy: 'ops', reason: 'The list was wrong.', ...more },
  })
  const corrected = (minutes: number) =>
    happened.AttendanceCorrected({ ...correct(minutes).data, on: '2026-04-06' })
  test('is the only way to say it was otherwise', () => {
    story
      .given(...over, came(480))
      .when({ type: 'RecordAttendance', data: attendance(240) })
      .thenRejected({ code: 'AttendanceAlreadyRecorded', sessionId: monday.sessionId })
    story
      .given(...over, came(480))
      .when(correct(240))
      .then(corrected(240))
    story
      .given(...over)
      .when(correct(240))
      .thenRejected({ code: 'AttendanceNotRecorded', sessionId: monday.sessionId })
  })
  test('keeps to the session like the first record', () => {
    story
      .given(...over, came(480))
      .when(correct(481))
      .thenRejected({ code: 'AttendanceExceedsSession', minutes: 481, scheduled: 480 })
    story
      .given(...over, came(480))
      .when(correct(60, { status: 'excused' }))
      .thenRejected({ code: 'AbsentWithMinutes', minutes: 60 })
    story
      .given(...over, came(480))
      .when(correct(60, { sessionId: 'sunday' }))
      .thenRejected({ code: 'Unknown', what: 'session', id: 'sunday' })
  })
  const done = happened.EnrolmentCompleted({
    ...one('ada'),
    ...course,
    outcome: 'completed',
    attendedMinutes: 960,
  })
  const reassessed = (to: 'completed' | 'failed' | 'noShow', attendedMinutes: number, more: object = {}) =>
    happened.CompletionReassessed({
      ...one('ada'),
      at: later,
      ...course,
      closedAt: at,
      from: 'completed',
      to,
      unmet: ['attendance'],
      assessment: 'none',
      attendedMinutes,
      ...more,
    })
  test('after completion judges the attempt anew, by its own rule', () => {
    story
      .given(...over, came(480), came(480, tuesday), done)
      .when(correct(0, { status: 'absent' }))
      .then(
        happened.AttendanceCorrected({ ...correct(0).data, status: 'absent', on: '2026-04-06' }),
        reassessed('failed', 480),
      )
  })
  test('that changes nothing about how it ended says nothing of it', () => {
    const onTuesday = { ...done, data: { ...done.data, at: tuesday.end } }
    story
      .given(...over, came(480), came(480, tuesday), onTuesday)
      .when(correct(480, { status: 'late' }))
      .then({ ...corrected(480), data: { ...corrected(480).data, status: 'late' } })
  })
  test('that leaves it completed, at another instant or with other minutes, dates it anew', () => {
    const onTuesday = { ...done, data: { ...done.data, at: tuesday.end } }
    const stays = { closedAt: tuesday.end, endedAt: tuesday.end, unmet: [], outcome: 'completed' }
    story
      .given(...over, came(480), came(480, tuesday), onTuesday)
      .when(correct(400))
      .then(corrected(400), reassessed('completed', 880, stays))
  })
  test('may turn a failed attempt, or a no-show, into a completed one', () => {
    const noShow = happened.NoShowRecorded({ ...one('ada'), ...course })
    story
      .given(...over, came(0), came(480, tuesday), noShow)
      .when(correct(480))
      .then(
        corrected(480),
        reassessed('completed', 960, {
          ...{ from: 'noShow', unmet: [], outcome: 'completed' },
          endedAt: tuesday.end,
        }),
      )
    story
      .given(...over, came(480, tuesday), noShow)
      .when(correct(480))
      .then(
        corrected(480),
        reassessed('completed', 960, {
          ...{ from: 'noShow', unmet: [], outcome: 'completed' },
          endedAt: tuesday.end,
        }),
      )
  })
  test('needs an attempt that had a seat', () => {
    story
      .given(...open, asked('ada'))
      .when(correct(60))
      .thenRejected({ code: 'IllegalTransition', from: 'requested', command: 'CorrectAttendance' })
  })
})

const ruled = (completionRule: Parameters<typeof happened.LearnerEnrolled>[0]['completionRule']) =>
  [...open, asked('ada'), happened.LearnerEnrolled({ ...seat('ada'), completionRule }), confirmed] as const
const test1 = { kind: 'result' as const, instrumentId: 'test', mastery: 600 }

describe('a result', () => {
  const result = (attempt: number, scaled: number, when = at) => ({
    type: 'RecordResult' as const,
    data: { ...one('ada'), at: when, instrumentId: 'test', attempt, scaled },
  })
  const scored = (attempt: number, scaled: number) =>
    happened.ResultRecorded({ ...one('ada'), instrumentId: 'test', attempt, scaled })
  test('lies within the scale', () => {
    story
      .given(...ruled({ require: 'all', of: [test1] }))
      .when(result(1, 1001))
      .thenRejected({ code: 'ScoreOutOfRange', scaled: 1001, from: -1000, to: 1000 })
  })
  test('is tried no more often than the rule allows', () => {
    story
      .given(...ruled({ require: 'all', of: [{ ...test1, maxAttempts: 2 }] }), scored(1, 100), scored(2, 200))
      .when(result(3, 900))
      .thenRejected({ code: 'AttemptsExhausted', instrumentId: 'test', maxAttempts: 2 })
  })
  test('is tried again only after some days', () => {
    const rule = { require: 'all' as const, of: [{ ...test1, retakeAfterDays: 3 }] }
    const until = '2026-03-04T01:00:00.000Z'
    story
      .given(...ruled(rule), scored(1, 100))
      .when(result(2, 900))
      .thenRejected({ code: 'RetakeTooSoon', until })
    story
      .given(...ruled(rule), scored(1, 100))
      .when(result(2, 900, until))
      .then(happened.ResultRecorded(result(2, 900, until).data))
  })
})

describe('modules and questionnaires', () => {
  test('are done once, and not by who has no seat', () => {
    for (const [type, event, data] of [
      ['RecordModuleDone', 'ModuleCompleted', { ...one('ada'), module: 'reading' }],
      ['RecordResponse', 'ResponseRecorded', { ...one('ada'), instrumentId: 'reaction' }],
    ] as const) {
      const command = { type, data } as never
      story
        .given(...open, ...enrolled('ada'))
        .when(command)
        .then({ type: event, data })
      story
        .given(...open, ...enrolled('ada'), { type: event, data })
        .when(command)
        .thenNothing()
      story
        .given(...open)
        .when(command)
        .thenRejected({ code: 'IllegalTransition', from: 'none', command: type })
    }
  })
})

describe('closing by a rule', () => {
  const held2 = [held(monday, 1), held(tuesday, 0)] as const
  const close = { type: 'CloseEnrolment' as const, data: one('ada') }
  const took = { ...one('ada'), ...course }
  test('counts modules done and questionnaires answered', () => {
    const rule = {
      require: 'all' as const,
      of: [
        { kind: 'modulesDone' as const, modules: ['reading', 'case'] },
        { kind: 'responseSubmitted' as const, instrumentId: 'reaction' },
      ],
    }
    const reading = happened.ModuleCompleted({ ...one('ada'), module: 'reading' })
    const theCase = happened.ModuleCompleted({ ...one('ada'), module: 'case' })
    const answered = happened.ResponseRecorded({ ...one('ada'), instrumentId: 'reaction' })
    story
      .given(...ruled(rule), ...held2, came(480), reading, answered)
      .when(close)
      .then(
        happened.EnrolmentFailed({
          ...took,
          unmet: ['modulesDone'],
          assessment: 'none',
          attendedMinutes: 480,
        }),
      )
    story
      .given(...ruled(rule), ...held2, reading, theCase, answered)
      .when(close)
      .then(happened.EnrolmentCompleted({ ...took, outcome: 'completed', attendedMinutes: 0 }))
  })
  test('says waived only where it would not have held otherwise', () => {
    const waive = {
      type: 'WaiveRequirement' as const,
      data: {
        ...one('ada'),
        waives: ['attendance' as const],
        grounds: 'testedOut' as const,
        waivedBy: 'boss',
      },
    }
    const waived = happened.RequirementWaived(waive.data)
    story
      .given(...over.slice(0, -1))
      .when(waive)
      .then(waived)
    story
      .given(...over, waived)
      .when(close)
      .then(happened.EnrolmentCompleted({ ...took, outcome: 'waived', attendedMinutes: 0 }))
    story
      .given(...over, waived, came(480), came(480, tuesday))
      .when(close)
      .then(happened.EnrolmentCompleted({ ...took, outcome: 'completed', attendedMinutes: 960 }))
    story
      .given(...over)
      .when({ ...waive, data: { ...waive.data, waivedBy: 'ada' } })
      .thenRejected({ code: 'ApprovalRequired', learnerId: 'ada' })
  })
  test('before the last class ends an attempt only in completion', () => {
    const passedEarly = [
      ...ruled({ require: 'any', of: [test1, { kind: 'attendance', atLeast: 9000 }] }),
      held(monday, 1),
    ] as const
    story
      .given(...passedEarly)
      .when(close)
      .thenRejected({ code: 'RequirementUnmet', open: ['result', 'attendance'] })
    story
      .given(
        ...passedEarly,
        happened.ResultRecorded({ ...one('ada'), instrumentId: 'test', attempt: 1, scaled: 700 }),
      )
      .when(close)
      .then(happened.EnrolmentCompleted({ ...took, outcome: 'passed', attendedMinutes: 0 }))
  })
})
