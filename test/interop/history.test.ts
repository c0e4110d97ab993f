/** Years of another system's records, brought in: read, decided, and looked at right afterwards. */
import {
  assemble,
  certificateRecord,
  createLedger,
  credentialEvents,
  enrolmentRecord,
  isAccepted,
  learnerRecord,
  lifecycle,
  obligations,
  project,
  requirement,
  rewardRecord,
  systemRole,
  transcriptsOf,
} from 'training-ops'
import {
  type BadCell,
  type BadEnrolmentCell,
  type HistoryFault,
  type HistoryMapping,
  importHistory,
  refusedHistory,
} from 'training-ops/interop'
import { en, explainRefusedRow, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'

const at = '2026-03-01T00:00:00.000Z'
const zone = 'Asia/Shanghai'
const training = assemble(lifecycle, {
  culture: { pointsPerCompletion: 10, zone },
  credentials: { zone, renewalWindowDays: 60 },
})
const actor = { id: 'host', role: systemRole }
const mapping: HistoryMapping = {
  importId: 'lms-2026',
  ...{ at, zone, rowsPerCommand: 3 },
  columns: {
    ...{
      learnerId: 'user',
      courseId: 'course',
      endedAt: 'done',
      ended: 'result',
      attendedMinutes: 'minutes',
    },
    ...{ score: 'points', serial: 'cert', validFrom: 'cert_from', validUntil: 'cert_to' },
  },
  endings: { passed: 'completed', failed: 'failed', absent: 'noShow', open: 'leaveOut' },
}
const fire = { course: 'fire', result: 'passed' }
const rows = [
  {
    ...fire,
    user: 'ada',
    done: '2019-05-06 15:00',
    points: '92',
    minutes: 90,
    cert: 'F-1',
    cert_to: '2020-05-05',
  },
  { ...fire, user: 'ada', done: new Date('2025-05-06T07:00:00Z'), cert: 'F-2', cert_to: '2026-05-05' },
  { ...fire, user: 'bob', done: '2025-04-01', result: 'failed', points: 31 },
  { ...fire, user: 'cyd', done: '2025-04-01', result: 'absent' },
  { ...fire, user: 'dee', done: '2027-04-01' },
  { ...fire, user: 'eve', done: '2025-04-01', cert: 'F-1' },
  { ...fire, user: 'ada', done: '2019-05-06 15:00' },
  { user: 'fay', course: 'driving', cert: 'D-7', cert_from: '2024-01-01' },
  { ...fire, user: 'gus', done: 'spring' },
  { ...fire, user: 'hal' },
  { ...fire, user: 'ian', done: '2025-04-01', result: 'maybe' },
  { ...fire, user: 'jon', done: null, result: 'open' },
]

const imported = () => {
  const ledger = createLedger(training, { now: () => at })
  const read = importHistory(rows, mapping)
  const outcomes = read.commands.flatMap((command) =>
    ledger.executeWithPolicies({ ...command, metadata: { ...command.metadata, actor } }),
  )
  return { ledger, outcomes, ...read }
}

describe('a table of history', () => {
  const { ledger, outcomes, refused, leftOut, commands } = imported()
  const events = ledger.events()

  test('is read row by row; what cannot be read is told by row, column and reason', () => {
    expect(refused).toEqual([
      { row: 9, column: 'done', code: 'NotATime', cell: 'spring' },
      { row: 10, column: 'done', code: 'MissingCell' },
      { row: 11, column: 'result', code: 'NotAnEnding', cell: 'maybe' },
    ])
    expect(leftOut).toEqual([12])
    expect(outcomes.every(({ verdict }) => isAccepted(verdict))).toBe(true)
  })
  test('is checked against the log and against itself', () => {
    expect(refusedHistory(events, mapping)).toEqual([
      { row: 5, column: 'done', code: 'InFuture' },
      { row: 6, column: 'cert', code: 'SerialTaken' },
      { row: 7, column: 'done', code: 'AlreadyRecorded' },
    ])
  })
  test('is in transcripts and coverage right afterwards, as of the past', () => {
    const { ada, bob, cyd, fay, eve } = transcriptsOf({
      enrolments: project(enrolmentRecord, events),
      certificates: project(certificateRecord, events),
    })
    expect(Object.values(ada?.enrolments ?? {}).map(({ status, closedAt }) => [status, closedAt])).toEqual([
      ['completed', '2019-05-06T07:00:00.000Z'],
      ['completed', '2025-05-06T07:00:00.000Z'],
    ])
    expect(
      Object.values(ada?.certificates ?? {}).map(({ status, validUntil }) => [status, validUntil]),
    ).toEqual([
      ['expired', '2020-05-05T16:00:00.000Z'],
      ['valid', '2026-05-05T16:00:00.000Z'],
    ])
    expect([bob, cyd].map((one) => Object.values(one?.enrolments ?? {})[0]?.status)).toEqual([
      'failed',
      'noShow',
    ])
    expect(Object.values(fay?.certificates ?? {})).toMatchObject([
      { status: 'valid', awardedDate: '2024-01-01' },
    ])
    expect(eve).toBeUndefined()
    const terms = {
      ...{
        at,
        requirementId: 'fire',
        effectiveFrom: '2018-01-01',
        courseId: 'fire',
        requires: 'course' as const,
        title: 'Fire',
      },
      ...{ audience: { segments: [], roles: [] }, trigger: { on: 'hired' as const, dueWithinDays: 30 } },
      ...{ recurrence: { kind: 'rolling' as const, months: 12 }, graceDays: 7, purpose: 'compliance' },
    }
    const owed = obligations({
      workforce: ['ada', 'bob'].map((learnerId) => ({ learnerId, hiredOn: '2018-01-01', segment: {} })),
      requirements: project(requirement, [credentialEvents.make.RequirementEstablished(terms)]),
      ...{ records: project(learnerRecord, events), asOf: at, zone },
    })
    expect(owed.map(({ learnerId, state, due }) => [learnerId, state, due])).toEqual([
      ['ada', 'current', '2026-05-06'],
      ['bob', 'overdue', '2018-01-31'],
    ])
  })
  test('asks for nothing that was due: no points, no certificates, no reminders; what is to come is planned', () => {
    expect(outcomes.map(({ command }) => command.type)).toEqual(commands.map(() => 'ImportHistory'))
    expect(project(rewardRecord, events)).toEqual({})
    expect(ledger.unanswered()).toEqual([])
    expect(ledger.agenda().map(({ dueAt, command }) => [command.type, dueAt])).toEqual([
      ['SendRenewalReminder', '2026-03-06T16:00:00.000Z'],
      ['ExpireCertificate', '2026-05-05T16:00:00.000Z'],
    ])
  })
  test('is told apart in the log: each event says when it was imported, and none of another does', () => {
    const ofImport = events.filter(({ metadata }) => metadata?.importedAt === at)
    expect(ofImport.length).toBe(
      events.filter(({ metadata }) => metadata?.commandId.startsWith('history.')).length,
    )
    expect(ofImport.map(({ type }) => type)).toContain('EnrolmentCompleted')
  })
  test('read again is asked once; a row more is one row more', () => {
    const size = ledger.events().length
    const again = (table: typeof rows) =>
      importHistory(table, mapping).commands.flatMap((command) =>
        ledger.executeWithPolicies({ ...command, metadata: { ...command.metadata, actor } }),
      )
    expect(again(rows).every(({ verdict }) => isAccepted(verdict) && verdict.resent)).toBe(true)
    expect(ledger.events().length).toBe(size)
    const later = { ...mapping, at: '2026-03-02T00:00:00.000Z' }
    const onAnotherDay = importHistory(rows.slice(0, 3), later).commands.map((command) =>
      training.decide({ ...command, metadata: { ...command.metadata, actor } }, ledger.events()),
    )
    expect(
      onAnotherDay.flatMap((verdict) => (isAccepted(verdict) ? refusedHistory(verdict.right, later) : [])),
    ).toEqual([1, 2, 3].map((row) => ({ row, column: 'done', code: 'AlreadyRecorded' })))
    again([...rows.slice(0, 8), { ...fire, user: 'gus', done: '2025-04-02' }, ...rows.slice(9)])
    const more = ledger.events().slice(size)
    expect(more.map(({ type }) => type)).toEqual(['LearnerEnrolled', 'EnrolmentCompleted', 'HistoryImported'])
  })
})

/** Every reason for which a reader of tables refuses a row. */
const reasons = {
  ...{
    UnreadableRow: 1,
    MissingCell: 1,
    NotAnId: 1,
    NotATime: 1,
    NoDateOrder: 1,
    NotANumber: 1,
    NotAScore: 1,
  },
  ...{ NotAnEnding: 1, AlreadyRecorded: 1, SerialTaken: 1, InFuture: 1, EndsBeforeItStarts: 1 },
  ...{ AttendedTooLong: 1, AttemptTwice: 1, NothingInIt: 1, Missing: 1, Unreadable: 1, NotASheet: 1 },
  ...{ MissingColumn: 1, ColumnTwice: 1, NotAnAnswer: 1, NotAnOption: 1, TooLong: 1, ItemTwice: 1 },
  ...{ NoRespondent: 1, NoKey: 1, RespondentTwice: 1, UnknownRespondent: 1, NotAnItem: 1 },
  ...{ AnswerDoesNotFit: 1, RequiredItemMissing: 1 },
} satisfies Record<HistoryFault | BadCell['code'] | BadEnrolmentCell['code'], 1>

test.each(Object.keys(reasons))('a row refused for %s is told in each language', (code) => {
  for (const language of [en, zhCN]) {
    const told = explainRefusedRow({ row: 7, column: 'c', code, cell: 'x' }, language)
    expect(told).toContain('7')
    expect(told).not.toContain(code)
  }
  expect(explainRefusedRow({ row: 7, column: 'c', code }, en)).not.toBe(
    explainRefusedRow({ row: 7, column: 'c', code }, zhCN),
  )
})

test('nobody but the system brings in history', () => {
  const [command] = importHistory(rows, mapping).commands
  for (const role of ['operations', 'manager', 'administration'])
    expect(
      createLedger(training).execute({
        ...command,
        metadata: { commandId: 'h', actor: { id: 'x', role } },
      } as never),
    ).toMatchObject({ left: { code: 'NotAuthorized', role } })
})
