import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import {
  certificateRecord,
  credentialEvents,
  deliveryEvents,
  enrolmentRecord,
  project,
  transcriptsOf,
} from 'training-ops'
import { csv, openBadge, toXapi, transcriptCsv, xapiIssues } from 'training-ops/interop'
import { en, zhCN } from 'training-ops/reports'
import { describe, expect, it, test } from 'vitest'

const happened = deliveryEvents.make
const at = '2026-03-01T01:00:00.000Z'
const [offeringId, learnerId, courseId] = ['o-1', 'ada', 'fire safety/1'.replace(' ', '-')] as const
const attempt = { at, offeringId, learnerId }
const ofCourse = { courseId, courseVersion: 1 }
const took = { attendedMinutes: 90, scheduledMinutes: 120 }
const addresses = {
  homePage: 'https://hr.example.com',
  base: 'https://learn.example.com/',
  languages: [en, zhCN],
}
const life = [
  happened.LearnerEnrolled({
    ...attempt,
    ...ofCourse,
    sessions: [],
    completionRule: { require: 'all', of: [] },
    scheduledMinutes: 120,
  }),
  happened.AttendanceRecorded({
    ...attempt,
    sessionId: 's-1',
    minutes: 90,
    status: 'leftEarly',
    method: 'qr',
    on: '2026-03-01',
  }),
  happened.ResultRecorded({ ...attempt, instrumentId: 'test', attempt: 1, scaled: -250 }),
  happened.EnrolmentFailed({ ...attempt, ...ofCourse, unmet: ['result'], assessment: 'failed', ...took }),
  happened.EnrolmentCompleted({ ...attempt, ...ofCourse, outcome: 'passed', ...took }),
  happened.EnrolmentCompleted({ ...attempt, ...ofCourse, outcome: 'waived', ...took }),
]

describe('an xAPI statement of ours', () => {
  it('is one that every store takes', () => {
    const statements = life.map((event) => toXapi(event, addresses))
    expect(statements.map((one) => one?.verb.display?.en)).toEqual([
      'registered',
      'attended',
      'scored',
      'failed',
      'passed',
      'waived',
    ])
    expect(statements.flatMap((one) => xapiIssues(one))).toEqual([])
  })
  it('is the same however often it is made, and belongs to one registration', () => {
    const [once, twice] = [life, life].map((events) => events.map((event) => toXapi(event, addresses)?.id))
    expect(once).toEqual(twice)
    const registrations = life.map((event) => toXapi(event, addresses)?.context.registration)
    expect(new Set(registrations).size).toBe(1)
    expect(new Set(once?.slice(0, 4)).size).toBe(4)
  })
  it('says how it went, in minutes and scores, and puts ids where an address can hold them', () => {
    const [, came, scored, , passed] = life.map((event) => toXapi(event, addresses))
    expect(came?.result).toEqual({ duration: 'PT90M' })
    expect(scored?.result).toEqual({ score: { scaled: -0.25 } })
    expect(passed?.result).toEqual({ completion: true, success: true, duration: 'PT90M' })
    expect(passed?.context.contextActivities?.parent[0]?.id).toBe(
      'https://learn.example.com/courses/fire-safety%2F1',
    )
  })
  it('is none where nothing was done', () => {
    expect(toXapi(happened.EnrolmentOpened({ at, offeringId }) as never, addresses)).toBeUndefined()
    const absent = happened.AttendanceRecorded({
      ...attempt,
      sessionId: 's-1',
      minutes: 0,
      status: 'absent',
      method: 'qr',
      on: '2026-03-01',
    })
    expect(toXapi(absent, addresses)).toBeUndefined()
  })
  it('needs addresses that are some', () => {
    expect(() => toXapi(life[0] as never, { ...addresses, base: 'here' })).toThrow(
      'training-ops: toXapi needs base as an IRI, got "here"',
    )
  })
})

const folder = process.env.TRAINING_OPS_DATA ?? ''
describe('an Open Badge', () => {
  const issued = credentialEvents.make.CertificateIssued({
    at,
    certificateId: 'c-1',
    learnerId,
    courseId,
    validFrom: at,
    validUntil: '2028-03-01T01:00:00.000Z',
    awardedDate: '2026-03-01',
    basis: 'completion',
    serial: 'S-1',
  })
  const words = {
    id: 'https://learn.example.com/credentials/S-1',
    issuer: { id: 'https://example.com', name: 'Example Corp' },
    subject: 'did:example:ada',
    achievement: {
      id: 'https://learn.example.com/courses/fire',
      name: 'Fire safety · 消防安全',
      description: 'Can put a fire out.',
      criteria: 'Attended nine tenths of it.',
    },
  }
  it('says what the certificate says', () => {
    const badge = openBadge(issued.data, words)
    expect(badge).toMatchObject({
      validFrom: at,
      validUntil: '2028-03-01T01:00:00.000Z',
      awardedDate: '2026-03-01T00:00:00.000Z',
      credentialSubject: { id: 'did:example:ada', licenseNumber: 'S-1' },
    })
  })
  const published = test.skipIf(folder === '')
  published('has every field of the basic credential of 1EdTech, in its types', () => {
    const basic = JSON.parse(readFileSync(join(folder, 'openbadges/basicOpenBadgeCredential.json'), 'utf8'))
    const shape = (value: unknown): unknown =>
      Array.isArray(value)
        ? ['list']
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shape(one)]))
          : typeof value
    const ours = openBadge(issued.data, words)
    expect(shape(ours)).toMatchObject(shape(basic) as object)
    expect([ours['@context'], ours.type]).toEqual([basic['@context'], basic.type])
  })
  it('needs addresses that are some', () => {
    expect(() => openBadge(issued.data, { ...words, subject: 'ada' })).toThrow(
      'training-ops: openBadge needs subject as an IRI, got "ada"',
    )
  })
})

describe('comma-separated values', () => {
  it('come back as they were, whatever they hold', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((one) => !/^[=+\-@\t\r\n＝＋－＠]/.test(one))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), (rows) => {
        expect(parse(csv(rows), { bom: true, skip_empty_lines: false })).toEqual(rows)
      }),
    )
  })
  it('hold no formula that a spreadsheet would run, and leave numbers alone', () => {
    for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1'])
      expect(parse(csv([[evil, -1]]), { bom: true })[0]).toEqual([`'${evil}`, '-1'])
  })
  it('tell spreadsheets that they are UTF-8, unless told not to, and may be separated otherwise', () => {
    expect(csv([['工号', null]])).toBe('\uFEFF工号,\r\n')
    expect(csv([['a;b', true]], { byteOrderMark: false, separator: ';' })).toBe('"a;b";true\r\n')
  })
  it('hold a row for each attempt of a transcript', () => {
    const asked = happened.EnrolmentRequested({
      ...attempt,
      source: 'self',
      approval: 'automatic',
      basis: {},
    })
    const issued = credentialEvents.make.CertificateIssued({
      at,
      certificateId: 'c-1',
      learnerId,
      courseId,
      validFrom: at,
      awardedDate: '2026-03-01',
      basis: 'completion',
      serial: 'S-1',
    })
    const events = [asked, ...life.slice(0, 3), life[4] as never, issued]
    const view = transcriptsOf({
      enrolments: project(enrolmentRecord, events),
      certificates: project(certificateRecord, events),
    })
    const [row] = parse(transcriptCsv(view), { bom: true, columns: true }) as Record<string, string>[]
    expect(row).toMatchObject({
      learnerId,
      offeringId,
      status: 'completed',
      attendedMinutes: '90',
      certificates: 'c-1',
    })
    expect(transcriptCsv(view, { headings: { learnerId: '工号' } })).toMatch(/^\uFEFF工号,offeringId/)
  })
})
