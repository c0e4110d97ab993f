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
  request,
  schedule,
  scheduled,
  seat,
  training,
  tuesday,
  waitlisted,
} from './an-offering.ts'

const story = scenario(training)
const one = (learnerId: string) => ({ at, offeringId, learnerId })
const rule = { code: 'IllegalTransition' } as const

describe('asking for a seat', () => {
  const ask = (learnerId: string, more: object = {}) => ({
    type: 'RequestEnrolment' as const,
    data: { ...request(learnerId), ...more },
  })
  test('is recorded with who asked and why', () => {
    story
      .given(...open)
      .when(ask('ada'))
      .then(asked('ada'))
  })
  test('is decided at once where no approval is required', () => {
    story
      .given(...open)
      .whenHappened(asked('ada'))
      .thenCommands({ type: 'ApproveEnrolment', data: one('ada') })
    story
      .given(...open)
      .whenHappened(happened.EnrolmentRequested({ ...request('ada'), approval: 'required', basis: {} }))
      .thenCommands()
  })
  test('is possible only while enrolment is open', () => {
    story
      .given(scheduled)
      .when(ask('ada'))
      .thenRejected({ ...rule, from: 'scheduled', command: 'RequestEnrolment' })
    story
      .given(...open)
      .when(ask('ada', { at: schedule.enrolmentCloses }))
      .thenRejected({ code: 'EnrolmentWindowClosed', closed: schedule.enrolmentCloses })
  })
  test('twice is refused, seated or waiting', () => {
    story
      .given(...open, ...enrolled('ada'))
      .when(ask('ada'))
      .thenRejected({ code: 'AlreadyEnrolled', learnerId: 'ada', status: 'enrolled' })
  })
  test('is for people employed on the day of every session', () => {
    const refused = (employment: { hiredOn: string; leftOn?: string }, when: string, on: string) =>
      story
        .given(...open)
        .when(ask('ada', { employment }))
        .thenRejected({ code: 'NotEmployed', learnerId: 'ada', on, when, ...employment })
    refused({ hiredOn: '2026-04-07' }, 'beforeHire', '2026-04-06')
    refused({ hiredOn: '2020-01-01', leftOn: '2026-04-06' }, 'afterExit', '2026-04-07')
    const employment = { hiredOn: '2026-04-06', leftOn: '2026-04-07' }
    story
      .given(...open)
      .when(ask('ada', { employment }))
      .then(happened.EnrolmentRequested({ ...request('ada'), approval: 'automatic', basis: { employment } }))
  })
  test('is refused to somebody who sits elsewhere at that time', () => {
    const elsewhere = happened.LearnerEnrolled({
      ...seat('ada'),
      offeringId: 'o-2',
      sessions: [
        { sessionId: 'o-2-day', start: '2026-04-07T08:00:00.000Z', end: '2026-04-07T10:00:00.000Z' },
      ],
    })
    story
      .given(...open, elsewhere)
      .when(ask('ada'))
      .thenRejected({ code: 'ScheduleConflict', learnerId: 'ada', with: 'o-2' })
    const freed = happened.LearnerWithdrew({
      ...one('ada'),
      offeringId: 'o-2',
      from: 'enrolled',
      late: false,
    })
    story
      .given(...open, elsewhere, freed)
      .when(ask('ada'))
      .then(asked('ada'))
  })
})

describe('a seat', () => {
  const approve = (learnerId: string) => ({ type: 'ApproveEnrolment' as const, data: one(learnerId) })
  test('is given while there is one, with the rule it is given under', () => {
    story
      .given(...open, asked('ada'))
      .when(approve('ada'))
      .then(happened.LearnerEnrolled(seat('ada')))
  })
  test('that is not there is a place on the waitlist', () => {
    story
      .given(...open, ...enrolled('ada'), ...enrolled('bob'), asked('cyd'))
      .when(approve('cyd'))
      .then(waitlisted('cyd', 1)[1])
  })
  test('is not given to who did not ask', () => {
    story
      .given(...open)
      .when(approve('ada'))
      .thenRejected({ ...rule, from: 'none', command: 'ApproveEnrolment' })
  })
  test('is not given to who took a seat at that time elsewhere meanwhile', () => {
    const elsewhere = happened.LearnerEnrolled({ ...seat('ada'), offeringId: 'o-2' })
    story
      .given(...open, asked('ada'), elsewhere)
      .when(approve('ada'))
      .thenRejected({ code: 'ScheduleConflict', learnerId: 'ada', with: 'o-2' })
  })
  test('may be declined by who decides', () => {
    const declined = { ...one('ada'), declinedBy: 'boss', reason: 'busy season' }
    story
      .given(...open, asked('ada'))
      .when({ type: 'DeclineEnrolment', data: declined })
      .then(happened.EnrolmentDeclined(declined))
    story
      .given(...open, ...enrolled('ada'))
      .when({ type: 'DeclineEnrolment', data: declined })
      .thenRejected({ ...rule, from: 'enrolled', command: 'DeclineEnrolment' })
  })
})

describe('two classes at the same hours', () => {
  const other = { at, offeringId: 'o-2' }
  const elsewhere = [
    happened.OfferingScheduled({ ...schedule, offeringId: 'o-2', capacity: { min: 0, max: 1 } }),
    happened.EnrolmentOpened(other),
  ] as const
  const waits = happened.LearnerWaitlisted({ ...waitlisted('yan', 1)[1].data })
  const left = happened.LearnerWithdrew({ ...one('yan'), from: 'waitlisted', late: false })
  const seatElsewhere = { ...seat('yan'), offeringId: 'o-2' }
  const askedElsewhere = { ...asked('yan').data, offeringId: 'o-2' }
  test('cannot be sat in: who takes a seat in one leaves the waitlist of the other', () => {
    story
      .given(...open, ...elsewhere, asked('yan'), waits, happened.EnrolmentRequested(askedElsewhere))
      .when({ type: 'ApproveEnrolment', data: { ...one('yan'), offeringId: 'o-2' } })
      .then(happened.LearnerEnrolled(seatElsewhere), left)
  })
  test('that were moved onto each other while somebody waited for both leave them the seat they got first', () => {
    const bothLists = [
      ...[...open, ...elsewhere, asked('yan'), waits],
      happened.EnrolmentRequested(askedElsewhere),
      happened.LearnerWaitlisted({ ...waits.data, ...other }),
    ] as const
    story
      .given(...bothLists)
      .whenHappened(happened.LearnerPromoted(seatElsewhere))
      .thenCommands({ type: 'WithdrawEnrolment', data: one('yan') })
    story
      .given(...bothLists, happened.LearnerPromoted(seat('yan')))
      .whenHappened(happened.LearnerPromoted(seatElsewhere))
      .thenCommands({ type: 'WithdrawEnrolment', data: { ...one('yan'), offeringId: 'o-2' } })
  })
  test('at other hours are no matter', () => {
    const later = [{ sessionId: 'w', start: '2026-04-08T01:00:00.000Z', end: '2026-04-08T09:00:00.000Z' }]
    story
      .given(
        ...open,
        ...elsewhere,
        asked('yan'),
        happened.LearnerWaitlisted({ ...waits.data, sessions: later }),
      )
      .whenHappened(happened.LearnerPromoted(seatElsewhere))
      .thenCommands()
  })
})

describe('withdrawing', () => {
  const full = [
    ...open,
    ...enrolled('ada'),
    ...enrolled('bob'),
    ...waitlisted('cyd', 1),
    ...waitlisted('dee', 2),
  ] as const
  const leave = (learnerId: string, when = at) => ({
    type: 'WithdrawEnrolment' as const,
    data: { at: when, offeringId, learnerId },
  })
  test('hands the seat to the first who waits, in the same breath', () => {
    story
      .given(...full)
      .when(leave('ada'))
      .then(
        happened.LearnerWithdrew({ ...one('ada'), from: 'enrolled', late: false }),
        happened.LearnerPromoted(seat('cyd')),
      )
  })
  test('from the waitlist frees no seat', () => {
    story
      .given(...full)
      .when(leave('cyd'))
      .then(happened.LearnerWithdrew({ ...one('cyd'), from: 'waitlisted', late: false }))
  })
  test('after the deadline is late', () => {
    const late = schedule.withdrawalDeadline
    story
      .given(...open, ...enrolled('ada'))
      .when(leave('ada', late))
      .then(happened.LearnerWithdrew({ ...one('ada'), at: late, from: 'enrolled', late: true }))
  })
  test('once the class is under way moves nobody up', () => {
    story
      .given(...full, confirmed, held(monday, 1))
      .when(leave('ada'))
      .then(happened.LearnerWithdrew({ ...one('ada'), from: 'enrolled', late: false }))
  })
  test('needs something to withdraw from', () => {
    story
      .given(...open)
      .when(leave('zoe'))
      .thenRejected({ ...rule, from: 'none', command: 'WithdrawEnrolment' })
  })
})

describe('capacity', () => {
  const full = [
    ...open,
    ...enrolled('ada'),
    ...enrolled('bob'),
    ...waitlisted('cyd', 1),
    ...waitlisted('dee', 2),
  ] as const
  const change = (capacity: { min: number; max?: number }) => ({
    type: 'ChangeCapacity' as const,
    data: { at, offeringId, capacity },
  })
  const changed = (capacity: { min: number; max?: number }) =>
    happened.CapacityChanged({ at, offeringId, capacity })
  test('that grows moves up who waits, in order', () => {
    story
      .given(...full)
      .when(change({ min: 1, max: 3 }))
      .then(changed({ min: 1, max: 3 }), happened.LearnerPromoted(seat('cyd')))
    story
      .given(...full)
      .when(change({ min: 1 }))
      .then(changed({ min: 1 }), happened.LearnerPromoted(seat('cyd')), happened.LearnerPromoted(seat('dee')))
  })
  test('never falls below who is enrolled', () => {
    story
      .given(...full)
      .when(change({ min: 1, max: 1 }))
      .thenRejected({ code: 'CapacityBelowEnrolled', enrolled: 2, max: 1 })
  })
  test('has its minimum below its maximum', () => {
    story
      .given(...full)
      .when(change({ min: 9, max: 8 }))
      .thenRejected({ code: 'CapacityInverted', min: 9, max: 8 })
  })
})

describe('attendance', () => {
  const came = (minutes: number, more: object = {}) => ({
    type: 'RecordAttendance' as const,
    data: {
      ...one('ada'),
      at: monday.end,
      sessionId: monday.sessionId,
      minutes,
      status: 'present' as const,
      method: 'rollCall',
      ...more,
    },
  })
  const past = [...open, ...enrolled('ada'), confirmed] as const
  test('belongs to the local day of the session', () => {
    const { data } = came(480)
    story
      .given(...past)
      .when(came(480))
      .then(happened.AttendanceRecorded({ ...data, on: '2026-04-06' }))
  })
  test('is never longer than the session', () => {
    story
      .given(...past)
      .when(came(481))
      .thenRejected({ code: 'AttendanceExceedsSession', minutes: 481, scheduled: 480 })
  })
  test('is not taken before the session starts', () => {
    story
      .given(...past)
      .when(came(10, { at }))
      .thenRejected({ code: 'AttendanceBeforeStart', start: monday.start })
  })
  test('is no time at all for who was absent or excused', () => {
    for (const status of ['absent', 'excused'] as const)
      story
        .given(...past)
        .when(came(480, { status }))
        .thenRejected({ code: 'AbsentWithMinutes', minutes: 480 })
    const { data } = came(0, { status: 'absent' })
    story
      .given(...past)
      .when(came(0, { status: 'absent' }))
      .then(happened.AttendanceRecorded({ ...data, on: '2026-04-06' }))
  })
  test('is taken of who has a seat', () => {
    story
      .given(...open, asked('ada'))
      .when(came(10))
      .thenRejected({ ...rule, from: 'requested', command: 'RecordAttendance' })
  })
  test('is taken in a session of the offering', () => {
    story
      .given(...past)
      .when(came(10, { sessionId: 'sunday' }))
      .thenRejected({ code: 'Unknown', what: 'session', id: 'sunday' })
  })
})

describe('results', () => {
  const result = (attempt: number, scaled: number) => ({
    ...one('ada'),
    instrumentId: 'test',
    attempt,
    scaled,
  })
  test('count their attempts one by one', () => {
    story
      .given(...open, ...enrolled('ada'))
      .when({ type: 'RecordResult', data: result(1, 700) })
      .then(happened.ResultRecorded(result(1, 700)))
    story
      .given(...open, ...enrolled('ada'), happened.ResultRecorded(result(1, 700)))
      .when({ type: 'RecordResult', data: result(1, 900) })
      .thenRejected({ code: 'AttemptOutOfOrder', attempt: 1, next: 2 })
  })
})

describe('closing an attempt', () => {
  const close = { type: 'CloseEnrolment' as const, data: one('ada') }
  const ended = {
    ...one('ada'),
    courseId: 'selling',
    courseVersion: 1,
    programId: 'p-1',
    scheduledMinutes: 960,
  }
  const came = (session: typeof monday, minutes: number, status: 'present' | 'excused' = 'present') =>
    happened.AttendanceRecorded({
      ...one('ada'),
      at: session.end,
      sessionId: session.sessionId,
      minutes,
      status,
      method: 'rollCall',
      on: '2026-04-06',
    })
  const over = [...open, ...enrolled('ada'), confirmed, held(monday, 1), held(tuesday, 0)] as const
  test('completes it at exactly the share the rule asks for', () => {
    story
      .given(...over, came(monday, 480), came(tuesday, 288))
      .when(close)
      .then(happened.EnrolmentCompleted({ ...ended, outcome: 'completed', attendedMinutes: 768 }))
  })
  test('fails it a minute below', () => {
    story
      .given(...over, came(monday, 480), came(tuesday, 287))
      .when(close)
      .then(
        happened.EnrolmentFailed({
          ...ended,
          unmet: ['attendance'],
          assessment: 'none',
          attendedMinutes: 767,
        }),
      )
  })
  test('of who never came is a no-show, unless they were excused', () => {
    story
      .given(...over)
      .when(close)
      .then(happened.NoShowRecorded(ended))
    story
      .given(...over, came(monday, 0, 'excused'))
      .when(close)
      .then(
        happened.EnrolmentFailed({ ...ended, unmet: ['attendance'], assessment: 'none', attendedMinutes: 0 }),
      )
  })
  test('takes the best of several results', () => {
    const tested = {
      require: 'any' as const,
      of: [{ kind: 'result' as const, instrumentId: 'test', mastery: 800 }],
    }
    const given = [
      happened.OfferingScheduled({ ...schedule, completionRule: tested }),
      open[1],
      asked('ada'),
      happened.LearnerEnrolled({ ...seat('ada'), completionRule: tested }),
      confirmed,
      held(monday, 1),
      held(tuesday, 0),
    ] as const
    const scored = (attempt: number, scaled: number) =>
      happened.ResultRecorded({ ...one('ada'), instrumentId: 'test', attempt, scaled })
    story
      .given(...given, scored(1, 820), scored(2, 300))
      .when(close)
      .then(happened.EnrolmentCompleted({ ...ended, outcome: 'passed', attendedMinutes: 0 }))
    story
      .given(...given, came(monday, 480), scored(1, 799))
      .when(close)
      .then(
        happened.EnrolmentFailed({ ...ended, unmet: ['result'], assessment: 'failed', attendedMinutes: 480 }),
      )
  })
  test('tells how the test went apart from what else was missing: absent is not failed', () => {
    const rule = (require: 'all' | 'any') => ({
      require,
      of: [
        { kind: 'attendance' as const, atLeast: 8000 },
        { kind: 'result' as const, instrumentId: 'test', mastery: 800 },
      ],
    })
    const given = (require: 'all' | 'any') =>
      [
        ...open,
        asked('ada'),
        happened.LearnerEnrolled({ ...seat('ada'), completionRule: rule(require) }),
        confirmed,
        held(monday, 1),
        held(tuesday, 0),
      ] as const
    const scored = (scaled: number) =>
      happened.ResultRecorded({ ...one('ada'), instrumentId: 'test', attempt: 1, scaled })
    const failed = (unmet: ('attendance' | 'result')[], assessment: 'passed' | 'none', attended: number) =>
      happened.EnrolmentFailed({ ...ended, unmet, assessment, attendedMinutes: attended })
    story
      .given(...given('all'), came(monday, 480), scored(900))
      .when(close)
      .then(failed(['attendance'], 'passed', 480))
    story
      .given(...given('all'), came(monday, 480), came(tuesday, 480))
      .when(close)
      .then(failed(['result'], 'none', 960))
    story
      .given(...given('any'), came(monday, 480), came(tuesday, 480), scored(100))
      .when(close)
      .then(happened.EnrolmentCompleted({ ...ended, outcome: 'completed', attendedMinutes: 960 }))
  })
  test('holds to the rule the seat was given under, whatever the offering says later', () => {
    const lenient = {
      require: 'atLeast' as const,
      count: 1,
      of: [
        { kind: 'attendance' as const, atLeast: 100 },
        { kind: 'attendance' as const, atLeast: 10000 },
      ],
    }
    const given = [
      ...open,
      asked('ada'),
      happened.LearnerEnrolled({ ...seat('ada'), completionRule: lenient }),
      confirmed,
      held(monday, 1),
      held(tuesday, 0),
    ] as const
    story
      .given(...given, came(monday, 60))
      .when(close)
      .then(happened.EnrolmentCompleted({ ...ended, outcome: 'completed', attendedMinutes: 60 }))
  })
  test('of who left after the last class changes nothing', () => {
    story
      .given(...over, happened.LearnerWithdrew({ ...one('ada'), from: 'enrolled', late: true }))
      .when(close)
      .thenNothing()
  })
  test('happens once, and not before the class', () => {
    story
      .given(...open, ...enrolled('ada'))
      .when(close)
      .thenRejected({ ...rule, from: 'enrolling', command: 'CloseEnrolment' })
    const done = happened.EnrolmentCompleted({ ...ended, outcome: 'completed', attendedMinutes: 960 })
    story
      .given(...over, done)
      .when(close)
      .thenRejected({ ...rule, from: 'completed', command: 'CloseEnrolment' })
  })
})

describe('a cancelled attempt', () => {
  const cancelled = happened.OfferingCancelled({ at, offeringId, cause: 'other' })
  test('ends with its class', () => {
    story
      .given(...open, ...enrolled('ada'), cancelled)
      .when({ type: 'CancelEnrolment', data: one('ada') })
      .then(happened.EnrolmentCancelled(one('ada')))
  })
  test('ends with nothing else: a seat in a class that is held is given back, and handed on', () => {
    story
      .given(...open, ...enrolled('ada'), ...enrolled('bob'), ...waitlisted('cyd', 1))
      .when({ type: 'CancelEnrolment', data: one('ada') })
      .thenRejected({ ...rule, from: 'enrolling', command: 'CancelEnrolment' })
  })
  test('needs somebody who asked', () => {
    story
      .given(...open, cancelled)
      .when({ type: 'CancelEnrolment', data: one('ada') })
      .thenRejected({ ...rule, from: 'none', command: 'CancelEnrolment' })
  })
})
