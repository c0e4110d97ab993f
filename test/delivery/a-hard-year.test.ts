/** A year in which people are turned away for one reason after another, told from the first command to the last. */
import { assemble, createLedger, isAccepted } from 'training-ops'
import { expect, test } from 'vitest'
import { received } from '../received.ts'
import { at, monday, offeringId, schedule, training, tuesday } from './an-offering.ts'

const strict = assemble(training.modules, { delivery: { annualLimits: { count: 1 } } }, { trusted: true })

test('a hard year', () => {
  const ledger = createLedger(strict)
  let asked = 0
  const ask = (type: string, data: object) => {
    const metadata = { commandId: `c-${++asked}` }
    const command = received(strict, { type, data: { at, offeringId, ...data }, metadata })
    const [own] = ledger.executeWithPolicies(command)
    if (own === undefined) return []
    return isAccepted(own.verdict) ? own.verdict.right.map(({ type }) => type) : own.verdict.left.code
  }
  const request = (learnerId: string, more: object = {}) =>
    ask('RequestEnrolment', { learnerId, source: 'self', completedCourses: ['basics', 'culture'], ...more })
  const approve = (learnerId: string, more: object = {}) =>
    ask('ApproveEnrolment', { learnerId, approvedBy: 'boss', ...more })
  const test = { kind: 'result', instrumentId: 'test', mastery: 600, maxAttempts: 2, retakeAfterDays: 1 }
  const rule = { require: 'any', of: [test, { kind: 'attendance', atLeast: 5000 }] }
  const year = { capacity: { min: 1, max: 2 }, approval: 'required', completionRule: rule }
  ask('ScheduleOffering', { ...schedule, ...year })
  ask('ScheduleOffering', {
    ...schedule,
    ...year,
    offeringId: 'o-may',
    sessions: [
      { ...monday, sessionId: 'may', start: '2026-05-04T01:00:00.000Z', end: '2026-05-04T09:00:00.000Z' },
    ],
  })

  expect(
    ask('SetEnrolmentTerms', {
      waitlist: 'none',
      quotas: [{ segment: { department: 'sales' }, max: 1 }],
      lateWithdrawal: 'refused',
      prework: { materials: ['Reader'], daysBefore: 7 },
    }),
  ).toEqual(['EnrolmentTermsSet'])
  expect(ask('SetPrerequisites', { courses: ['basics'] })).toEqual(['PrerequisitesSet'])
  expect(ask('SetStagePrerequisites', { stages: [{ stage: 'culture', courses: ['culture'] }] })).toEqual([
    'StagePrerequisitesSet',
  ])
  ask('OpenEnrolment', {})
  ask('OpenEnrolment', { offeringId: 'o-may' })

  expect(request('ada', { employment: { hiredOn: '2027-01-01' } })).toBe('NotEmployed')
  expect(request('ada', { completedCourses: [] })).toBe('PrerequisiteNotMet')
  expect(request('ada', { completedCourses: ['basics'] })).toBe('StagePrerequisiteNotMet')
  expect(request('ada', { department: 'sales' })).toEqual(['EnrolmentRequested'])
  expect(approve('ada', { approvedBy: 'ada' })).toBe('ApprovalRequired')
  expect(approve('ada')).toEqual(['LearnerEnrolled'])
  expect(request('ada')).toBe('AlreadyEnrolled')
  expect(request('ada', { offeringId: 'o-may' })).toBe('AnnualLimitExceeded')
  expect(request('bob', { department: 'sales' })).toBe('QuotaExhausted')
  expect(request('bob', { department: 'production' })).toEqual(['EnrolmentRequested'])
  expect(approve('bob')).toEqual(['LearnerEnrolled'])
  expect(request('cyd')).toBe('SeatsExhausted')
  expect(ask('ChangeCapacity', { capacity: { min: 0, max: 1 } })).toBe('CapacityBelowEnrolled')
  expect(ask('DrawLottery', { at: schedule.enrolmentCloses, seed: 'beacon' })).toBe('NotALottery')
  ledger.advanceTo('2026-04-01T00:00:00.000Z')
  expect(ask('AcknowledgePrework', { learnerId: 'ada' })).toEqual(['PreworkAcknowledged'])
  expect(ask('WithdrawEnrolment', { learnerId: 'ada', at: schedule.withdrawalDeadline })).toBe(
    'WithdrawalDeadlinePassed',
  )

  ask('ConfirmOffering', {})
  const held = ({ sessionId, start, end }: typeof monday) =>
    ask('DeliverSession', { at: end, sessionId, actualStart: start, actualEnd: end })
  const came = {
    at: monday.end,
    learnerId: 'ada',
    sessionId: monday.sessionId,
    minutes: 60,
    status: 'present',
  }
  expect(ask('RecordAttendance', { ...came, at })).toBe('AttendanceBeforeStart')
  held(monday)
  expect(ask('RecordAttendance', { ...came, minutes: 481 })).toBe('AttendanceExceedsSession')
  expect(ask('RecordAttendance', { ...came, status: 'absent' })).toBe('AbsentWithMinutes')
  const correct = { ...came, at: '2026-04-20T01:00:00.000Z', correctedBy: 'ops', reason: 'Misread.' }
  expect(ask('CorrectAttendance', correct)).toBe('AttendanceNotRecorded')
  expect(ask('RecordAttendance', came)).toEqual(['AttendanceRecorded'])
  expect(ask('RecordAttendance', came)).toBe('AttendanceAlreadyRecorded')
  const result = (attempt: number, scaled: number, day = '06') =>
    ask('RecordResult', {
      at: `2026-04-${day}T09:00:00.000Z`,
      learnerId: 'ada',
      instrumentId: 'test',
      attempt,
      scaled,
    })
  expect(result(1, 1001)).toBe('ScoreOutOfRange')
  expect(result(2, 100)).toBe('AttemptOutOfOrder')
  expect(result(1, 100)).toEqual(['ResultRecorded'])
  expect(result(2, 100)).toBe('RetakeTooSoon')
  expect(result(2, 100, '07')).toEqual(['ResultRecorded'])
  expect(result(3, 900, '09')).toBe('AttemptsExhausted')
  expect(ask('CloseEnrolment', { learnerId: 'ada' })).toBe('RequirementUnmet')
  held(tuesday)
  expect(ask('CloseEnrolment', { learnerId: 'ada' })).toEqual(['EnrolmentFailed'])
  expect(ask('CorrectAttendance', { ...correct, minutes: 480 })).toEqual([
    'AttendanceCorrected',
    'CompletionReassessed',
  ])
})
