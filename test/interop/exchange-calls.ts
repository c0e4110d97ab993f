/** One plausible call of each reader and writer of the room. */
import { deliveryEvents, offeringRecord, project } from 'training-ops'
import * as interop from 'training-ops/interop'
import { schedule } from '../delivery/an-offering.ts'

const at = '2026-03-01T01:00:00.000Z'
const zone = 'Asia/Shanghai'
const statement = {
  id: '12345678-1234-5123-8123-123456789012',
  actor: { account: { homePage: 'https://hr.example.com', name: 'ada' }, objectType: 'Agent' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/scored', display: { en: 'scored' } },
  object: {
    objectType: 'Activity',
    id: 'https://learn.example.com/quiz/7',
    definition: {
      name: { 'en-US': 'Q' },
      interactionType: 'choice',
      choices: [{ id: 'a', description: { en: 'x' } }],
    },
  },
  result: { score: { scaled: 0.85, raw: 1, min: 0, max: 2 }, duration: 'PT5M', completion: true },
  context: {
    registration: '12345678-1234-5123-8123-123456789012',
    contextActivities: { parent: [{ id: 'https://x.example/p' }] },
    team: { objectType: 'Group', member: [{ mbox: 'mailto:a@b.c' }] },
  },
  timestamp: '2026-03-01T01:00:00+08:00',
}
const reading = {
  learnerIdOf: ({ account }: { account?: { name?: string } }) => account?.name,
  activityOf: () => ({ kind: 'instrument', offeringId: 'o-1', instrumentId: 'q', attempt: 1 }),
  receivedAt: at,
}
const layout = {
  submittedAt: 't',
  respondent: 'who',
  questions: {
    A: 'a',
    B: { itemId: 'b', kind: 'choices', options: { x: 'x' }, other: { option: 'y' } },
    C: { itemId: 'c', kind: 'number' },
  },
  values: { 非常满意: 5 },
  blanks: ['(空)'],
  leaveOut: [{ column: 's', is: ['x'], because: 'test' }],
}
const rows = [
  { t: '2026/3/3 9:05:00', who: 'p017', A: '非常满意', B: 'x;z', C: '3.5' },
  { t: '2026/3/3 9:06:00', who: 'p018', A: '3', B: '', C: '' },
]
const issuer = { id: 'https://x.example', name: 'E' }
const words = {
  id: 'https://x.example/1',
  issuer,
  subject: 'did:example:a',
  achievement: { id: 'https://x.example/a', name: 'n', description: 'd', criteria: 'c' },
}
const certificate = { serial: 'S-1', validFrom: at, awardedDate: '2026-03-01' }
const board = project(offeringRecord, [deliveryEvents.make.OfferingScheduled(schedule)])
const attempt = {
  history: [{ at }],
  source: 'self',
  status: 'completed',
  statusAt: at,
  attended: { 's-1': { minutes: 5 } },
  results: {},
  modules: [],
}

type Call = { readonly call: (...args: never[]) => unknown; readonly args: readonly unknown[] }
export const calls: Readonly<Record<string, Call>> = {
  xapiIssues: { call: interop.xapiIssues, args: [statement] },
  fromXapi: { call: interop.fromXapi, args: [statement, reading] },
  toXapi: {
    call: interop.toXapi,
    args: [
      {
        type: 'ResultRecorded',
        data: { at, offeringId: 'o-1', learnerId: 'ada', instrumentId: 'test', attempt: 1, scaled: 850 },
      },
      { homePage: 'https://hr.example.com', base: 'https://learn.example.com' },
    ],
  },
  fromScorm: {
    call: interop.fromScorm,
    args: [
      { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '85' },
      { at, offeringId: 'o', learnerId: 'l', module: 'm' },
    ],
  },
  openBadge: { call: interop.openBadge, args: [certificate, words] },
  clrRecord: {
    call: interop.clrRecord,
    args: [
      [interop.openBadge(certificate, words)],
      { id: 'https://x.example/r', issuer, subject: 'did:example:a', name: 'R', validFrom: at },
    ],
  },
  hashedIdentity: { call: interop.hashedIdentity, args: ['ada@example.com', 'deadsea-7f31'] },
  readSurvey: { call: interop.readSurvey, args: [rows, layout] },
  guessLayout: { call: interop.guessLayout, args: [rows, { zone }] },
  surveyTime: { call: interop.surveyTime, args: ['2026/3/3 9:05', { zone }] },
  responsesFromRows: {
    call: interop.responsesFromRows,
    args: [rows, { administrationId: 'a-1', layout, zone }],
  },
  anonymousResponsesFromRows: {
    call: interop.anonymousResponsesFromRows,
    args: [
      rows,
      { administrationId: 'a-1', layout, zone, keyOf: (row: number) => `${'k'.repeat(16)}${row}` },
    ],
  },
  csv: {
    call: interop.csv,
    args: [
      [
        ['a', 1, true, null, { id: '01' }],
        ['=x', 'b"c', 'd\n'],
      ],
      { separator: ';', byteOrderMark: false },
    ],
  },
  transcriptCsv: {
    call: interop.transcriptCsv,
    args: [
      {
        ada: { enrolments: { 'o-1': attempt }, certificates: { 'c-1': { courseId: 'c', status: 'valid' } } },
      },
      { headings: { learnerId: '工号' } },
    ],
  },
  toICalendar: {
    call: interop.toICalendar,
    args: [
      board,
      {
        name: 'n',
        names: { v: 'Hall' },
        invitation: {
          method: 'REQUEST',
          organizer: { mail: 'a@b.c' },
          attendeesOf: () => [{ mail: 'd@e.f' }],
        },
      },
    ],
  },
  summarise: {
    call: interop.summarise,
    args: [
      rows,
      {
        columns: {
          A: { is: 'scale', min: 1, max: 5, values: { 非常满意: 5 } },
          B: { is: 'choices' },
          C: { is: 'number' },
          who: { is: 'person' },
        },
        k: 1,
      },
    ],
  },
  guessMapping: { call: interop.guessMapping, args: [rows] },
  inputOf: { call: interop.inputOf, args: [rows, { numbers: 'C', both: ['C', 'C'], records: { c: 'C' } }] },
  summaryDocument: {
    call: interop.summaryDocument,
    args: [interop.summarise(rows, { columns: { A: { is: 'scale', min: 1, max: 5 } }, k: 1 })],
  },
  hoursByPerson: {
    call: interop.hoursByPerson,
    args: [{ enrolments: { 'o-1 ada': { ...attempt, learnerId: 'ada' } } }, { by: 'month', zone }],
  },
  tableCsv: {
    call: interop.tableCsv,
    args: [{ columns: ['a'], rows: [['x'], [{ id: '01' }]] }, { headings: { a: 'A' } }],
  },
}
