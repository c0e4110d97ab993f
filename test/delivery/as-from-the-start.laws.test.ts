/** A fact that was put right leaves what would be there had it been recorded so at first: completion, certificate, credit, figures. */
import * as fc from 'fast-check'
import {
  assemble,
  createLedger,
  enrolmentRecord,
  isAccepted,
  learnerRecord,
  lifecycle,
  minutesOn,
  obligations,
  offeringRecord,
  requirement,
  rewardRecord,
  trainingStatistics,
  transcriptsOf,
} from 'training-ops'
import { expect, test } from 'vitest'

const zone = 'Asia/Shanghai'
const training = assemble(
  lifecycle,
  { credentials: { zone }, culture: { zone, pointsPerCompletion: 10 } },
  { trusted: true },
)
const at = '2026-03-01T01:00:00.000Z'
const of = { offeringId: 'o-1' }
const who = { ...of, learnerId: 'ada' }
const rest = { correctedBy: 'lin', reason: 'The list says otherwise' }
/** The second day is the last of the year, the third the first of the next. */
const days = ['2026-12-30', '2026-12-31', '2027-01-01'].map((day) => ({
  sessionId: day,
  start: `${day}T01:00:00.000Z`,
  end: `${day}T09:00:00.000Z`,
  zone,
}))
const last = days[2] as (typeof days)[0]

/** How long she was there each day, her score, and when the last day ended. */
type Facts = {
  readonly minutes: readonly number[]
  readonly scaled: number
  readonly ended: string
}
const facts: fc.Arbitrary<Facts> = fc.record({
  minutes: fc.tuple(...days.map(() => fc.constantFrom(0, 60, 240))),
  scaled: fc.constantFrom(400, 700),
  ended: fc.constantFrom(last.end, '2027-01-01T05:00:00.000Z'),
})
const rules = [
  { require: 'all', of: [{ kind: 'attendance', atLeast: 4000 }] },
  {
    require: 'any',
    of: [
      { kind: 'attendance', atLeast: 6000 },
      { kind: 'result', instrumentId: 'exam', mastery: 600, maxAttempts: 2 },
    ],
  },
]

const present = (minutes: number) => ({ minutes, status: minutes === 0 ? 'absent' : 'present' })

const host = () => createLedger(training)
const lived = (rule: object, first: Facts, ...corrections: readonly Facts[]) => {
  const ledger = host()
  let n = 0
  const ask = (type: string, data: object) => {
    const command = { type, data: { at, ...data }, metadata: { commandId: `c-${++n}` } }
    const [own] = ledger.executeWithPolicies(command as never)
    if (own !== undefined && !isAccepted(own.verdict)) expect([type, data, own.verdict.left]).toEqual([])
  }
  const course = { courseId: 'fire', title: 'Fire safety', completionRule: rule, modality: 'classroom' }
  ask('DraftCourse', { courseId: 'fire', title: 'Fire safety', ownerId: 'x' })
  ask('PublishCourseVersion', {
    ...{ ...course, version: 1, modules: [{ activity: 'theory', minutes: 480 }] },
    grants: { certificate: { validityMonths: 12 } },
  })
  ask('PublishCreditScheme', {
    ...{ version: 1, effectiveFrom: '2026-01-01', minutesPerCredit: 60, minimumMinutes: 30 },
    ...{ annualMinimumHundredths: 800 },
  })
  ask('EstablishRequirement', {
    ...{ requirementId: 'yearly', effectiveFrom: '2026-01-01', courseId: 'fire', requires: 'course' },
    ...{ title: 'Yearly', audience: { segments: [], roles: [] }, graceDays: 0, purpose: 'compliance' },
    trigger: { on: 'fixedDate', due: '2026-12-31' },
    recurrence: { kind: 'calendarWindow', opens: '01-01', closes: '12-31', everyYears: 1 },
  })
  ask('ScheduleOffering', {
    ...{ ...of, ...course, courseVersion: 1, sessions: days, capacity: { min: 0, max: 9 } },
  })
  ask('OpenEnrolment', of)
  ask('RequestEnrolment', { ...who, source: 'self' })
  ask('ConfirmOffering', of)
  for (const [day, { sessionId, start, end }] of days.entries()) {
    const ended = sessionId === last.sessionId ? first.ended : end
    ask('DeliverSession', { ...of, at: ended, sessionId, actualStart: start, actualEnd: ended })
    ask('RecordAttendance', { ...who, at: ended, sessionId, ...present(first.minutes[day] ?? 0) })
  }
  ask('RecordResult', { ...who, at: last.end, instrumentId: 'exam', attempt: 1, scaled: first.scaled })
  ledger.advanceTo('2027-01-20T00:00:00.000Z')
  for (const [nth, { minutes, scaled, ended }] of corrections.entries()) {
    const then = { ...rest, at: `2027-02-${10 + nth}T01:00:00.000Z` }
    ask('CorrectDelivery', { ...of, ...then, sessionId: last.sessionId, actualEnd: ended })
    for (const [day, { sessionId }] of days.entries())
      ask('CorrectAttendance', { ...who, ...then, sessionId, ...present(minutes[day] ?? 0) })
    ask('CorrectResult', { ...who, ...then, instrumentId: 'exam', attempt: 1, scaled })
    ask('RecordResult', { ...who, at: then.at, instrumentId: 'exam', attempt: 2, scaled: 1000 })
    ask('RetractProgress', {
      ...who,
      ...then,
      retracted: { kind: 'result', instrumentId: 'exam', attempt: 2 },
    })
  }
  ledger.advanceTo('2027-03-01T00:00:00.000Z')
  return known(ledger)
}

const known = (ledger: ReturnType<typeof host>) => {
  const asOf = '2027-03-01T00:00:00.000Z'
  const records = ledger.project(learnerRecord)
  const { ada = learnerRecord.initial() } = records
  const { 'o-1 ada': attempt = enrolmentRecord.initial() } = ledger.project(enrolmentRecord)
  const { points = 0, credit = {} } = ledger.project(rewardRecord).ada ?? {}
  const workforce = [{ learnerId: 'ada', hiredOn: '2020-01-01', segment: {} }]
  const asked = { workforce, asOf, zone }
  const figures = (from: string, to: string) =>
    trainingStatistics({
      ...asked,
      enrolments: ledger.project(enrolmentRecord),
      offerings: ledger.project(offeringRecord),
      period: { from, to },
    })
  return {
    status: attempt.status,
    told: [attempt.outcome, attempt.scheduledMinutes, attempt.attendedMinutes],
    completedAt: attempt.status === 'completed' && attempt.closedAt,
    failed: attempt.status === 'failed' && [attempt.assessment, attempt.unmet],
    completions: Object.values(ada.completions).filter(({ revokedAt }) => revokedAt === undefined),
    certificates: Object.values(ada.certificates).filter(({ flagged }) => !flagged),
    points,
    credit: Object.fromEntries(Object.entries(credit).filter(([, inYear]) => inYear > 0)),
    obligations: obligations({ ...asked, requirements: ledger.project(requirement), records }).map(
      ({ certificateId: _, ...one }) => one,
    ),
    minutes: minutesOn(
      transcriptsOf({ enrolments: ledger.project(enrolmentRecord), certificates: {} }).ada as never,
    ),
    figures: [figures('2026-01-01', '2027-01-01'), figures('2027-01-01', '2028-01-01')],
  }
}

test('facts put right once, twice and back again are as if they had been recorded so at first', () => {
  const seen: Record<string, number> = {}
  for (const rule of rules)
    for (const [first, between, then] of fc.sample(fc.tuple(facts, facts, facts), {
      numRuns: 10,
      seed: 11,
    })) {
      const straight = lived(rule, then)
      const corrected = lived(rule, first, between, then)
      seen[`${corrected.status}`] = (seen[`${corrected.status}`] ?? 0) + 1
      expect(corrected, JSON.stringify({ first, between, then })).toEqual(straight)
    }
  expect(seen).toMatchObject({ completed: expect.any(Number), failed: expect.any(Number) })
})
